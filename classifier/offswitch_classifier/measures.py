"""How well probabilities fit a truth: strict figures for each class, and how often a careful reader would agree."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import brier_score_loss, f1_score, precision_recall_fscore_support, roc_auc_score

Words = NDArray[np.object_]
DRAWS, SEED = 200, 7


@dataclass(frozen=True)
class Figure:
    """One measured number: on which rows, of what, how many rows it rests on, and where given its 95 % interval."""

    rows: str
    what: str
    value: float
    n: int
    low: float | None = None
    high: float | None = None

    def shown(self) -> str:
        """The value to three decimals, its interval in brackets."""
        return f"{self.value:.3f}" if self.low is None else f"{self.value:.3f} ({self.low:.3f} to {self.high:.3f})"


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
    return np.array([g if g in others else t for t, g, others in pairs])


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


def with_intervals(
    measure: Callable[[NDArray[np.int_]], list[Figure]], of: NDArray[np.int_], groups: NDArray[np.generic]
) -> list[Figure]:
    """What `measure` gives for the rows numbered in `of`, with the middle 95 % of what it gives when groups are drawn again.

    Rows of one group stand or fall together, so groups and not rows are drawn, with replacement (Efron's bootstrap by
    clusters: Davison and Hinkley, Bootstrap Methods and their Application, 1997, section 3.8).
    """
    members = [of[groups[of] == g] for g in np.unique(groups[of])]
    random = np.random.default_rng(SEED)
    drawn: dict[str, list[float]] = defaultdict(list)
    for _ in range(DRAWS):
        again = np.concatenate([members[k] for k in random.integers(0, len(members), len(members))])
        for figure in measure(again):
            drawn[figure.what].append(figure.value)
    return [_between(figure, drawn[figure.what]) for figure in measure(of)]


def _between(figure: Figure, values: Sequence[float]) -> Figure:
    low, high = np.quantile(values, [0.025, 0.975]) if values else (figure.value, figure.value)
    return replace(figure, low=float(low), high=float(high))
