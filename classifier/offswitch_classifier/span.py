"""An estimator that sees some of the numbers of a text: what is written, or what is meant."""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.sparse import csr_matrix
from sklearn.base import BaseEstimator, ClassifierMixin, clone
from sklearn.linear_model import LogisticRegression

from offswitch_classifier import meanings
from offswitch_classifier.signs import N_SIGNS

WRITTEN = (0, -meanings.N_MEANT)
"""Terms and signs."""
MEANT = (-meanings.N_MEANT - N_SIGNS, None)
"""Signs and meanings."""
ENOUGH = 1e-3
"""The gradient at which fitting ends: a tenth of it costs three times the time and decides no row otherwise."""
_FEW = 2000  # columns that are held as a dense matrix, which is faster


def logistic(C: float, span: tuple[int, int | None]) -> "Span":
    """An unfitted logistic regression on one span."""
    return Span(LogisticRegression(C=C, max_iter=300, tol=ENOUGH), *span)


class Span(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """A classifier over the columns `start` to `stop`, as in a slice, of the numbers of `texts.Texts`."""

    def __init__(self, estimator: Any, start: int = 0, stop: int | None = None) -> None:
        self.estimator = estimator
        self.start = start
        self.stop = stop

    def fit(self, X: csr_matrix, y: ArrayLike, sample_weight: ArrayLike | None = None) -> "Span":
        """Fit on those columns."""
        self.estimator_ = clone(self.estimator).fit(self._seen(X), y, sample_weight=sample_weight)
        self.classes_ = self.estimator_.classes_
        self.n_features_in_ = X.shape[1]
        return self

    def predict_proba(self, X: csr_matrix) -> NDArray[np.float64]:
        """Probabilities, (n, n_classes)."""
        made: NDArray[np.float64] = self.estimator_.predict_proba(self._seen(X))
        return made

    def padded(self, weights: NDArray[Any]) -> NDArray[np.float32]:
        """Weights of the columns seen, (n_seen, n_classes), with zeros for all others."""
        made = np.zeros((self.n_features_in_, weights.shape[1]), dtype=np.float32)
        made[self.start : self.stop] = weights
        return made

    def _seen(self, X: csr_matrix) -> Any:
        seen = X[:, self.start : self.stop]
        return seen.toarray() if seen.shape[1] <= _FEW else seen

    def __sklearn_tags__(self):  # type: ignore[no-untyped-def]
        tags = super().__sklearn_tags__()
        tags.input_tags.sparse = True
        return tags
