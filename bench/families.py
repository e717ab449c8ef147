"""Families of classifiers compared on the corpus, by folds that share no product. Prints a Markdown table.

python bench/families.py [corpus]
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.calibration import CalibratedClassifierCV
from sklearn.ensemble import ExtraTreesClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, recall_score
from sklearn.naive_bayes import ComplementNB
from sklearn.svm import LinearSVC
from threadpoolctl import threadpool_limits

from offswitch_classifier import corpus, folds, train
from offswitch_classifier.signs import Signs
from offswitch_classifier.tempered import Tempered

Columns = slice
Made = Callable[[], Any]


def linear() -> LogisticRegression:
    """Logistic regression as it is shipped."""
    return LogisticRegression(C=6, max_iter=500)


def average() -> Tempered:
    """Logistic regression and complement naive Bayes, probabilities averaged."""
    return Tempered([linear(), ComplementNB(alpha=0.3)])


FAMILIES: dict[str, tuple[str, Made]] = {
    "words, logistic regression": ("words", linear),
    "parts of words, logistic regression": ("parts", linear),
    "words and parts, logistic regression": ("terms", linear),
    "signs, logistic regression": ("signs", linear),
    "signs, extremely randomised trees": ("signs", lambda: ExtraTreesClassifier(200, min_samples_leaf=2, random_state=0)),
    "words, parts and signs, logistic regression": ("all", linear),
    "words, parts and signs, linear SVM, calibrated": ("all", lambda: CalibratedClassifierCV(LinearSVC(C=0.3), cv=3)),
    "words, parts and signs, complement naive Bayes": ("all", lambda: ComplementNB(alpha=0.3)),
    "words, parts and signs, average of the first and the last": ("all", average),
}


def columns(learnt: folds.Learnt) -> dict[str, slice]:
    """Where in the numbers of a text each kind of feature stands."""
    ends = np.cumsum([0, *(len(b.idf_) for b in learnt.texts.blocks_), len(Signs().get_feature_names_out())])
    return {
        "words": slice(0, ends[3]), "parts": slice(ends[3], ends[4]), "terms": slice(0, ends[4]),
        "signs": slice(ends[4], ends[5]), "all": slice(0, ends[5]),
    }  # fmt: skip


def main() -> None:
    """Fit every family in every fold and print macro-F1 of purpose and polarity and recall of off_invasive."""
    rows = corpus.read(Path(sys.argv[1] if len(sys.argv) > 1 else "classifier/corpus"))
    true = train.truth(rows)
    everything = np.ones(len(rows), dtype=bool)
    guesses = {name: (true.purpose.copy(), true.polarity.copy()) for name in FAMILIES}
    with threadpool_limits(1):
        for learning, held in folds.by_product(rows):
            learnt = folds.learn(rows, learning)
            x = csr_matrix(learnt.texts.transform([rows[i] for i in held]))
            for name, (kind, make) in FAMILIES.items():
                of = columns(learnt)[kind]
                part = folds.Learnt(learnt.texts, learnt.x[:, of], learnt.source, learnt.weight)
                for y, guess in zip((true.purpose, true.polarity), guesses[name], strict=True):
                    guess[held] = part.fit(make(), y, everything).predict(x[:, of])
    print("| features, family | purpose macro-F1 | polarity macro-F1 | off_invasive recall |\n|---|---|---|---|")
    for name, (purpose, polarity) in guesses.items():
        of_purpose = f1_score(true.purpose, purpose, average="macro")
        of_polarity = f1_score(true.polarity, polarity, average="macro")
        recall = recall_score(true.polarity, polarity, labels=["off_invasive"], average=None)[0]
        print(f"| {name} | {of_purpose:.3f} | {of_polarity:.3f} | {recall:.3f} |")


if __name__ == "__main__":
    main()
