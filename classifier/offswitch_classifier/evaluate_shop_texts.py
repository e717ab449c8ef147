"""Texts of shops, dark or not (ec-darkpattern: Yada et al., IEEE Big Data 2022), where a folder with them is given.

Cross-validated: a classifier fitted inside the folds, by rows and by groups of near-duplicates. Transfer: the shipped
wording model as it is, which has seen none of them. What the shipped model says of a text is one of the classifier's
facts beside its words, parts of words and signs.
"""

import csv
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.calibration import CalibratedClassifierCV
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, precision_score, recall_score
from sklearn.model_selection import StratifiedGroupKFold, StratifiedKFold
from sklearn.naive_bayes import ComplementNB
from sklearn.svm import LinearSVC

from offswitch_classifier import wording
from offswitch_classifier.folds import SPLITS, Fold
from offswitch_classifier.measures import Figure
from offswitch_classifier.model import Models
from offswitch_classifier.sentence_signs import signs
from offswitch_classifier.tempered import Tempered
from offswitch_classifier.text import cleaned

FILE = Path("ec-darkpattern", "dataset_enriched.tsv")
SMALLEST = 1e-4  # of a probability, before its logarithm is taken
SIGNS_WEIGHT, TOLD_WEIGHT = 0.25, 0.5
Dark = NDArray[np.bool_]


def figures(data: Path, models: Models) -> list[Figure]:
    """Figures on the shop texts that `data` holds; none where it holds none."""
    if not (data / FILE).is_file():
        return []
    with (data / FILE).open(encoding="utf-8", newline="") as f:
        rows = list(csv.DictReader(f, delimiter="\t"))
    texts, groups = [r["text"] for r in rows], [r["dup06"] for r in rows]
    dark = np.array([r["label"] == "1" for r in rows])
    told = wording.told(texts, models)
    alike = {
        "stratified": StratifiedKFold(SPLITS, shuffle=True, random_state=0).split(texts, dark),
        "by groups of near-duplicates": StratifiedGroupKFold(SPLITS, shuffle=True, random_state=0).split(
            texts, dark, groups
        ),
    }
    made = []
    for how, folded in alike.items():
        made += _of(f"shop texts, cross-validated, {how}", dark, crossed(texts, told, dark, list(folded)) > 0.5)
    some_pattern = told.argmax(axis=1) != wording.CLASSES.index(wording.NONE)
    return [*made, *_of("shop texts, the shipped wording model as it is", dark, some_pattern)]


def crossed(texts: list[str], told: NDArray[np.float64], dark: Dark, folded: list[Fold]) -> NDArray[np.float64]:
    """Probability that each text is dark, (n,), by classifiers fitted on the other folds."""
    logs = np.log(np.clip(told, SMALLEST, 1))
    facts = [csr_matrix(signs(texts, "en") * SIGNS_WEIGHT), csr_matrix((logs / -np.log(SMALLEST) + 1) * TOLD_WEIGHT)]
    read = [cleaned(text) for text in texts]
    made = np.zeros(len(texts))
    for learning, held in folded:
        terms = [_terms(v, read, learning) for v in _weightings()]
        x = hstack([*terms, *facts], format="csr")
        made[held] = _classifier().fit(x[learning], dark[learning]).predict_proba(x[held])[:, 1]
    return made


def _weightings() -> list[TfidfVectorizer]:
    return [
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"\w+|[!?%$:#]"),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2),
    ]


def _terms(vectorizer: TfidfVectorizer, read: list[str], learning: NDArray[np.int_]) -> Any:
    return vectorizer.fit([read[i] for i in learning]).transform(read)


def _classifier() -> Tempered:
    machine = CalibratedClassifierCV(LinearSVC(C=0.5), cv=3)
    return Tempered([LogisticRegression(C=10, max_iter=500), machine, ComplementNB(alpha=0.2)])


def _of(name: str, truth: Dark, guess: Dark) -> list[Figure]:
    n = len(truth)
    return [
        Figure(name, "dark: F1", float(f1_score(truth, guess)), n),
        Figure(name, "dark: precision", float(precision_score(truth, guess, zero_division=0)), int(guess.sum())),
        Figure(name, "dark: recall", float(recall_score(truth, guess)), int(truth.sum())),
    ]
