"""Texts of shops, dark or not (ec-darkpattern: Yada et al., IEEE Big Data 2022), where a folder with them is given.

Cross-validated: a classifier fitted inside the folds, by rows and by groups of near-duplicates. Transfer: the shipped
wording model as it is, which has seen none of them. What the shipped model says of a text is one of the classifier's
facts beside its words, parts of words and signs.
"""

import csv
import re
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from scipy.special import expit
from sklearn.decomposition import TruncatedSVD
from sklearn.ensemble import ExtraTreesClassifier
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import f1_score, precision_recall_curve, precision_score, recall_score
from sklearn.model_selection import StratifiedGroupKFold, StratifiedKFold, cross_val_predict
from sklearn.svm import LinearSVC

from offswitch_classifier import wording
from offswitch_classifier.folds import SPLITS, Fold
from offswitch_classifier.measures import Figure
from offswitch_classifier.model import Models
from offswitch_classifier.sentence_signs import SHAPES, SPOKEN, signs
from offswitch_classifier.text import cleaned

FILE = Path("ec-darkpattern", "dataset_enriched.tsv")
SMALLEST = 1e-4  # of a probability, before its logarithm is taken
SIGNS_WEIGHT, SAID_WEIGHT, CASED_WEIGHT = 0.25, 0.5, 0.7  # beside terms of unit length
STEEPNESS = 3.0  # of the logistic curve that makes a margin a probability
DIRECTIONS, TREES = 60, 300
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
        made += _of(f"shop texts, cross-validated, {how}", dark, crossed(texts, told, dark, list(folded)))
    some_pattern = told.argmax(axis=1) != wording.CLASSES.index(wording.NONE)
    return [*made, *_of("shop texts, the shipped wording model as it is", dark, some_pattern)]


def crossed(texts: list[str], told: NDArray[np.float64], dark: Dark, folded: list[Fold]) -> Dark:
    """Which texts are taken for dark, (n,), by classifiers fitted on the other folds: the mean of a linear machine on
    everything and of trees on signs, looks and the terms brought down to a few directions."""
    said, looks = _said(told), _looks(texts)
    found = signs(texts, "en")
    made = np.zeros(len(texts), dtype=bool)
    for learning, held in folded:
        lower, cased = _terms(texts, learning)
        x = hstack([lower, cased, csr_matrix(found * SIGNS_WEIGHT), csr_matrix(said * SAID_WEIGHT)], format="csr")
        few = TruncatedSVD(DIRECTIONS, random_state=0).fit(lower[learning]).transform(lower)
        dense = np.hstack([found[:, : len(SPOKEN) + len(SHAPES)], said, looks, few])
        made[held] = _decided(x, dense, dark, learning, held)
    return made


def _decided(
    x: csr_matrix, dense: NDArray[np.float64], dark: Dark, learning: NDArray[np.int_], held: NDArray[np.int_]
) -> Dark:
    """Held texts decided at the threshold that is best on learnt ones, each judged by parts that have not seen it."""
    machine = LinearSVC(C=0.5)
    margin = cross_val_predict(machine, x[learning], dark[learning], cv=3, method="decision_function")
    trees = ExtraTreesClassifier(TREES, bootstrap=True, oob_score=True, random_state=0).fit(dense[learning], dark[learning])
    threshold = _best(dark[learning], (expit(STEEPNESS * margin) + trees.oob_decision_function_[:, 1]) / 2)
    margin = machine.fit(x[learning], dark[learning]).decision_function(x[held])
    decided: Dark = (expit(STEEPNESS * margin) + trees.predict_proba(dense[held])[:, 1]) / 2 >= threshold
    return decided


def _best(dark: Dark, probability: NDArray[np.float64]) -> float:
    """The threshold of the highest F1."""
    precision, recall, thresholds = precision_recall_curve(dark, probability)
    f1 = 2 * precision * recall / np.maximum(precision + recall, SMALLEST)
    return float(thresholds[f1[:-1].argmax()])


def _terms(texts: list[str], learning: NDArray[np.int_]) -> tuple[csr_matrix, csr_matrix]:
    """Words and parts of words in lower case, and words as they are written, learnt from some of the texts."""
    read = [cleaned(text) for text in texts]
    word = {"ngram_range": (1, 2), "sublinear_tf": True, "token_pattern": r"\w+|[!?%$:#]"}
    words = TfidfVectorizer(**word)
    parts = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2)
    cased = TfidfVectorizer(lowercase=False, **word)
    known = [read[i] for i in learning]
    lower = hstack([v.fit(known).transform(read) for v in (words, parts)], format="csr")
    written = [re.sub(r"\d", "0", text) for text in texts]
    return lower, cased.fit([written[i] for i in learning]).transform(written) * CASED_WEIGHT


def _said(told: NDArray[np.float64]) -> NDArray[np.float64]:
    """What the shipped model says, as logarithms brought to 0..1."""
    made: NDArray[np.float64] = np.log(np.clip(told, SMALLEST, 1)) / -np.log(SMALLEST) + 1
    return made


def _looks(texts: list[str]) -> NDArray[np.float64]:
    """Length, words, capitals and digits of each text, (n, 4)."""
    return np.array(
        [
            (len(t) / 100, len(t.split()) / 20, *(sum(map(of, t)) / (len(t) + 1) for of in (str.isupper, str.isdigit)))
            for t in texts
        ]
    )


def _of(name: str, truth: Dark, guess: Dark) -> list[Figure]:
    n = len(truth)
    return [
        Figure(name, "dark: F1", float(f1_score(truth, guess)), n),
        Figure(name, "dark: precision", float(precision_score(truth, guess, zero_division=0)), int(guess.sum())),
        Figure(name, "dark: recall", float(recall_score(truth, guess)), int(truth.sum())),
    ]
