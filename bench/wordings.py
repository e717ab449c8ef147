"""Families of wording models compared on the corpus of sentences, by folds that share no product and no language.

Prints a Markdown table, or with --card writes it into the model card. Sentence encoders are compared where their vectors
are given: a file NAME.npy for each, (n, width), rows in the order of the corpus.

python bench/wordings.py [corpus] [--vectors FOLDER] [--card classifier/MODEL_CARD.md]
"""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.calibration import CalibratedClassifierCV
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.naive_bayes import ComplementNB
from sklearn.svm import LinearSVC
from sklearn.utils.class_weight import compute_sample_weight
from threadpoolctl import threadpool_limits

from offswitch_classifier import sentences, train_wording
from offswitch_classifier.folds import RARITY
from offswitch_classifier.sentence_signs import signs
from offswitch_classifier.terms import Terms
from offswitch_classifier.text import control
from offswitch_classifier.wording import CLASSES, NONE

BEGIN, END = "<!-- wordings: begin -->", "<!-- wordings: end -->"
Probabilities = NDArray[np.float64]
GROUPS = ("product", "language")


def linear() -> LogisticRegression:
    """Logistic regression as it is shipped."""
    return LogisticRegression(C=4, max_iter=300)


def machine() -> CalibratedClassifierCV:
    """A linear support vector machine, its scores made probabilities."""
    return CalibratedClassifierCV(LinearSVC(C=0.3), cv=3)


def bayes() -> ComplementNB:
    """Complement naive Bayes as it is shipped."""
    return ComplementNB(alpha=0.3)


FAMILIES: dict[str, tuple[str, Callable[[], Any]]] = {
    "words, logistic regression": ("words", linear),
    "words and parts of words, logistic regression": ("terms", linear),
    "words and parts of words, linear SVM, calibrated": ("terms", machine),
    "words and parts of words, complement naive Bayes": ("terms", bayes),
    "signs, logistic regression": ("signs", linear),
    "words, parts and signs, logistic regression": ("all", linear),
    "words, parts and signs, linear SVM, calibrated": ("all", machine),
    "words, parts and signs, complement naive Bayes": ("all", bayes),
}
SHIPPED = "words, parts and signs, logistic regression"


def blocks(texts: list[str], learning: NDArray[np.int_]) -> dict[str, csr_matrix]:
    """The numbers of all texts, terms learnt from some of them."""
    read = [control({"label": text}) for text in texts]
    known = [read[i] for i in learning]
    words, parts = (Terms(("label",), by, longest=4, min_df=4).fit(known).transform(read) for by in ("word", "part"))
    told = csr_matrix(signs(texts) * np.float32(0.4))
    return {
        "words": words, "terms": hstack([words, parts], format="csr"), "signs": told,
        "all": hstack([words, parts, told], format="csr"),
    }  # fmt: skip


def dense(vectors: Probabilities, learning: NDArray[np.int_]) -> Probabilities:
    """Vectors centred and of unit length on average."""
    centred = vectors - vectors[learning].mean(axis=0)
    made: Probabilities = centred / np.sqrt((centred[learning] ** 2).sum(axis=1).mean())
    return made


def compared(rows: list[dict[str, str]], group: str, encoded: dict[str, Probabilities]) -> dict[str, Probabilities]:
    """Held-out probabilities of every family."""
    texts, y = [r["text"] for r in rows], sentences.column(rows, "pattern")
    made: dict[str, Probabilities] = {}
    for learning, held in train_wording.by(rows, group):
        weight = compute_sample_weight("balanced", y[learning]) ** RARITY
        found = blocks(texts, learning)
        asked = {n: (found[of], make) for n, (of, make) in FAMILIES.items()}
        asked |= {f"{n}, logistic regression": (dense(v, learning), lambda: LogisticRegression(C=10, max_iter=200))
                  for n, v in encoded.items()}  # fmt: skip
        for name, (x, make) in asked.items():
            told = make().fit(x[learning], y[learning], sample_weight=weight).predict_proba(x[held])
            made.setdefault(name, np.zeros((len(rows), len(CLASSES))))[held] = told
    made["words, parts and signs, average of logistic regression and naive Bayes"] = (
        made[SHIPPED] + made["words, parts and signs, complement naive Bayes"]
    )
    for name in encoded:
        made[f"average of the shipped family (words, parts and signs, logistic regression) and {name}"] = (
            made[SHIPPED] + made[f"{name}, logistic regression"]
        )
    return made


def table(rows: list[dict[str, str]], encoded: dict[str, Probabilities]) -> str:
    """The comparison as Markdown."""
    y = sentences.column(rows, "pattern")
    made = {group: compared(rows, group, encoded) for group in GROUPS}
    lines = [
        "| features, family | macro-F1, no product shared | macro-F1, no language shared | any pattern: F1 |",
        "|---|---|---|---|",
    ]
    for name in made["product"]:
        guess = {g: np.array(CLASSES)[made[g][name].argmax(axis=1)] for g in GROUPS}
        macro = [f"{f1_score(y, guess[g], average='macro'):.3f}" for g in GROUPS]
        lines.append(f"| {name} | {macro[0]} | {macro[1]} | {f1_score(y != NONE, guess['product'] != NONE):.3f} |")
    return "\n".join(lines)


def main() -> None:
    """Compare and print, or write into the card."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("corpus", nargs="?", type=Path, default=Path("classifier/corpus"))
    asked.add_argument("--vectors", type=Path)
    asked.add_argument("--card", type=Path)
    given = asked.parse_args()
    encoded = {f.stem: np.load(f) for f in sorted(given.vectors.glob("*.npy"))} if given.vectors else {}
    with threadpool_limits(1):
        made = table(sentences.read(given.corpus), encoded)
    if given.card is None:
        print(made)
        return
    text = given.card.read_text(encoding="utf-8")
    given.card.write_text(f"{text.split(BEGIN)[0]}{BEGIN}\n\n{made}\n\n{END}{text.split(END)[1]}", encoding="utf-8")


if __name__ == "__main__":
    main()
