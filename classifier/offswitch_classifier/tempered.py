"""Probabilities of classifiers made as sure as they deserve: all log-probabilities divided by one temperature.

Guo, Pleiss, Sun and Weinberger, On Calibration of Modern Neural Networks (ICML 2017), section 4.2. The order of the
classes never changes, so decisions do not.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import minimize_scalar
from scipy.special import log_softmax, softmax
from sklearn.base import BaseEstimator, ClassifierMixin, clone
from sklearn.utils.validation import check_is_fitted

SMALLEST = 1e-9


class Tempered(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """The mean of some classifiers' probabilities, tempered. temperature > 1: less sure than the mean is."""

    def __init__(self, estimators: Sequence[Any], temperature: float = 1.0) -> None:
        self.estimators = estimators
        self.temperature = temperature

    def fit(self, X: Any, y: ArrayLike, sample_weight: ArrayLike | None = None) -> "Tempered":
        """Fit the estimators; the temperature is given, never learnt from the same rows."""
        self.estimators_ = [clone(e).fit(X, y, sample_weight=sample_weight) for e in self.estimators]
        self.classes_ = self.estimators_[0].classes_
        self.n_features_in_ = self.estimators_[0].n_features_in_
        return self

    def predict_proba(self, X: Any) -> NDArray[np.float64]:
        """Probabilities, (n, n_classes)."""
        check_is_fitted(self)
        made = [np.asarray(e.predict_proba(X), dtype=np.float64) for e in self.estimators_]
        return tempered(np.mean(made, axis=0), self.temperature)

    def predict(self, X: Any) -> NDArray[Any]:
        """The most probable class."""
        most = self.predict_proba(X).argmax(axis=1)
        chosen: NDArray[Any] = self.classes_[most]
        return chosen

    def __sklearn_tags__(self):  # type: ignore[no-untyped-def]
        tags = super().__sklearn_tags__()
        tags.input_tags.sparse = True
        return tags


def tempered(probabilities: NDArray[np.float64], temperature: float) -> NDArray[np.float64]:
    """Probabilities after division of their logarithms, rows summing to 1."""
    made: NDArray[np.float64] = softmax(np.log(np.clip(probabilities, SMALLEST, 1)) / temperature, axis=1)
    return made


def best_temperature(probabilities: NDArray[np.float64], y: NDArray[Any], classes: NDArray[Any]) -> float:
    """The temperature of least log loss on rows that the estimator has not seen."""
    logs = np.log(np.clip(probabilities, SMALLEST, 1))
    column = np.searchsorted(classes, y)
    rows = np.arange(len(y))

    def loss(log_temperature: float) -> float:
        return float(-log_softmax(logs / np.exp(log_temperature), axis=1)[rows, column].mean())

    return float(np.exp(minimize_scalar(loss, bounds=(-2, 2), method="bounded").x))
