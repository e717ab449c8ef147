"""What the pictures of the model card show, as plain numbers: who draws them needs nothing of this floor but these."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import confusion_matrix, precision_recall_curve

from offswitch_classifier.measures import Words

MOST_POINTS = 120  # a line of more is drawn no differently


@dataclass(frozen=True)
class Line:
    """Points joined by a line."""

    name: str
    x: list[float]
    y: list[float]


@dataclass(frozen=True)
class Curve:
    """Lines over two axes. diagonal: where a perfect calibration would lie."""

    slug: str
    title: str
    across: str
    upwards: str
    lines: list[Line]
    diagonal: bool = False
    kind: str = field(default="curve", init=False)


@dataclass(frozen=True)
class Confusion:
    """How many rows of each true class (down) were given each class (across)."""

    slug: str
    title: str
    classes: list[str]
    counts: list[list[int]]
    kind: str = field(default="confusion", init=False)


Drawing = Curve | Confusion


def confusion(slug: str, title: str, truth: Words, guess: Words) -> Confusion:
    """Counts of truth against guess, classes in order of name."""
    classes = sorted({*map(str, truth), *map(str, guess)})
    counts = confusion_matrix(truth.astype(str), guess.astype(str), labels=classes)
    return Confusion(slug, title, classes, counts.tolist())


def calibration(name: str, truth: NDArray[np.bool_], probability: NDArray[np.float64], bins: int = 10) -> Line:
    """Mean probability against frequency, over `bins` groups of equal size."""
    order = np.argsort(probability, kind="stable")
    parts = [p for p in np.array_split(order, bins) if len(p)]
    return Line(name, _rounded([probability[p].mean() for p in parts]), _rounded([truth[p].mean() for p in parts]))


def precision_recall(name: str, truth: NDArray[np.bool_], probability: NDArray[np.float64]) -> Line:
    """Recall against precision over all thresholds."""
    precision, recall, _ = precision_recall_curve(truth, probability)
    kept = np.unique(np.linspace(0, len(recall) - 1, MOST_POINTS).astype(int))
    return Line(name, _rounded(recall[kept]), _rounded(precision[kept]))


def _rounded(values: Sequence[float] | NDArray[np.float64]) -> list[float]:
    return [round(float(v), 4) for v in values]
