"""The estimators that read texts, asked in one product: all are linear in the numbers of a text.

Asked one by one through scikit-learn they cost more in checks of their input than in arithmetic. The answers are the
same (a test holds them together).
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.special import log_softmax
from sklearn.naive_bayes import ComplementNB

from offswitch_classifier.encoder import blended
from offswitch_classifier.span import Span
from offswitch_classifier.tempered import Tempered, tempered


class Heads:
    """Several fitted classifiers over the same numbers, by name."""

    def __init__(self, estimators: dict[str, Tempered]) -> None:
        self.estimators = estimators
        parts = [_linear(e) for made in estimators.values() for e in made.estimators_]
        self._weights = np.ascontiguousarray(np.hstack([w for w, _ in parts]), dtype=np.float32)
        self._offsets = np.concatenate([o for _, o in parts])
        self._widths = [w.shape[1] for w, _ in parts]

    def predict_proba(
        self, x: csr_matrix, read: Mapping[str, NDArray[np.float64]] | None = None
    ) -> dict[str, NDArray[np.float64]]:
        """Probabilities by name of estimator, each (n, n_classes).

        read: log-probabilities of the encoder by name, of the same rows; they are averaged in before tempering.
        """
        scores = np.asarray(x @ self._weights, dtype=np.float64) + self._offsets
        columns = iter(np.split(scores, np.cumsum(self._widths)[:-1], axis=1))
        made = {}
        for name, estimator in self.estimators.items():
            means = [np.exp(_log_probabilities(next(columns))) for _ in estimator.estimators_]
            mean = np.mean(means, axis=0)
            made[name] = tempered(mean if read is None else blended(mean, read[name]), estimator.temperature)
        return made


def _linear(estimator: Any) -> tuple[NDArray[np.float32], NDArray[np.float64]]:
    """Weights (n_features, n_columns) and offsets; one column for two classes of a logistic regression."""
    if isinstance(estimator, Span):
        weights, offsets = _linear(estimator.estimator_)
        return estimator.padded(weights), offsets
    if isinstance(estimator, ComplementNB):
        return estimator.feature_log_prob_.T, np.zeros(len(estimator.classes_))
    return estimator.coef_.T, np.asarray(estimator.intercept_, dtype=np.float64)


def _log_probabilities(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    both = np.hstack([np.zeros_like(scores), scores]) if scores.shape[1] == 1 else scores
    made: NDArray[np.float64] = log_softmax(both, axis=1)
    return made
