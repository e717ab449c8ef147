"""How well probabilities fit a truth: strict figures for each class, and how often a careful reader would agree."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import brier_score_loss, f1_score, precision_recall_fscore_support, roc_auc_score

Words = NDArray[np.object_]


@dataclass(frozen=True)
class Figure:
    """One measured number: on which rows, of what, how many rows it rests on."""

    rows: str
    what: str
    value: float
    n: int


def by_class(rows: str, what: str, truth: Words, guess: Words) -> list[Figure]:
    """Macro-F1 and accuracy, then precision and recall of each class that occurs in the truth."""
    labels = sorted(set(truth))
    precision, recall, _, count = precision_recall_fscore_support(truth, guess, labels=labels, zero_division=0)
    figures = [
        Figure(rows, f"{what}: macro-F1", float(f1_score(truth, guess, labels=labels, average="macro")), len(truth)),
        Figure(rows, f"{what}: accuracy", float(np.mean(truth == guess)), len(truth)),
    ]
    for i, label in enumerate(labels):
        figures.append(Figure(rows, f"{what}: {label} precision", float(precision[i]), int(count[i])))
        figures.append(Figure(rows, f"{what}: {label} recall", float(recall[i]), int(count[i])))
    return figures


def accepting(truth: Words, guess: Words, also: Sequence[set[str]]) -> Words:
    """The truth with those other answers in place of it that a careful reader could give and that were given."""
    pairs = zip(truth, guess, also, strict=True)
    return np.array([g if g in others else t for t, g, others in pairs], dtype=truth.dtype)


def decision(rows: str, what: str, truth: NDArray[np.bool_], probability: NDArray[np.float64], at: float) -> list[Figure]:
    """Precision and recall at a threshold, AUC, Brier score and calibration error of a probability."""
    guess = probability >= at
    hit = float((guess & truth).sum())
    figures = [
        Figure(rows, f"{what}: precision at {at:.2f}", hit / max(1, int(guess.sum())), int(guess.sum())),
        Figure(rows, f"{what}: recall at {at:.2f}", hit / max(1, int(truth.sum())), int(truth.sum())),
        Figure(rows, f"{what}: calibration error", calibration_error(truth, probability), len(truth)),
    ]
    if truth.any() and not truth.all():
        figures.insert(2, Figure(rows, f"{what}: AUC", float(roc_auc_score(truth, probability)), len(truth)))
        figures.insert(3, Figure(rows, f"{what}: Brier score", float(brier_score_loss(truth, probability)), len(truth)))
    return figures


def calibration_error(truth: NDArray[np.bool_], probability: NDArray[np.float64], bins: int = 10) -> float:
    """Mean distance between probability and frequency over `bins` groups of equal size (expected calibration error)."""
    order = np.argsort(probability, kind="stable")
    parts = [p for p in np.array_split(order, bins) if len(p)]
    return float(sum(len(p) * abs(truth[p].mean() - probability[p].mean()) for p in parts) / len(truth))
