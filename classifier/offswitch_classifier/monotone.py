"""A logistic regression whose weights keep the sign that is certain: more of a fact never speaks the other way."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import minimize
from scipy.special import expit
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.utils.multiclass import check_classification_targets
from sklearn.utils.validation import check_is_fitted, validate_data


def log_odds(probability: float, least: float = 1e-6) -> float:
    """Log-odds of a probability that is taken to be no nearer to 0 or 1 than `least`."""
    p = min(max(probability, least), 1 - least)
    return math.log(p / (1 - p))


class MonotoneLogistic(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """Logistic regression for two classes with weights bounded by direction.

    directions: for each feature +1 (may only raise the probability), -1 (may only lower it) or 0 (free); None: all
    free. C: inverse strength of the squared penalty on the weights of standardised features. prior: the weights of
    features as they are, and the intercept last, from which the penalty is counted instead of from 0: what is known
    before any row is seen, and kept where the rows say little (a Gaussian prior of variance C).
    """

    def __init__(
        self, directions: Sequence[int] | None = None, C: float = 1.0, prior: Sequence[float] | None = None
    ) -> None:
        self.directions = directions
        self.C = C
        self.prior = prior

    def fit(self, X: ArrayLike, y: ArrayLike, sample_weight: ArrayLike | None = None) -> "MonotoneLogistic":
        """Fit by L-BFGS-B, (n, n_features) and (n,) of two classes; the second in order is the one meant. sample_weight:
        how often each row counts, (n,)."""
        x, y = validate_data(self, X, y, dtype=np.float64)
        check_classification_targets(y)
        self.classes_, second = np.unique(y, return_inverse=True)
        if len(self.classes_) != 2:
            raise ValueError(f"Only binary classification is supported. Classes found: {len(self.classes_)} class")
        counts = np.ones(len(x)) if sample_weight is None else np.asarray(sample_weight, dtype=np.float64)
        if not counts.sum() > 0:
            raise ValueError("Sample weights are all zero: no row counts.")
        self.mean_ = np.average(x, axis=0, weights=counts)
        scale = np.sqrt(np.average((x - self.mean_) ** 2, axis=0, weights=counts))
        scale[(scale < 1e-12) | (self.prior is not None)] = 1
        middle = self.mean_ if self.prior is None else np.zeros_like(self.mean_)
        solved = self._solve((x - middle) / scale, (second * 2 - 1).astype(np.float64), counts)
        self.coef_ = solved[:-1] / scale
        self.intercept_ = float(solved[-1] + (self.mean_ - middle) @ self.coef_)
        return self

    def _solve(self, z: NDArray[np.float64], sign: NDArray[np.float64], counts: NDArray[np.float64]) -> NDArray[np.float64]:
        start = np.zeros(z.shape[1] + 1) if self.prior is None else np.asarray(self.prior, dtype=np.float64)
        pulled = np.append(np.ones(z.shape[1]), float(self.prior is not None)) / self.C

        def loss(w: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
            margin = sign * (z @ w[:-1] + w[-1])
            pull = -sign * counts * expit(-margin)
            gradient = np.append(z.T @ pull, pull.sum()) + pulled * (w - start)
            return float(counts @ np.logaddexp(0, -margin) + pulled @ (w - start) ** 2 / 2), gradient

        directions = [0] * z.shape[1] if self.directions is None else self.directions
        bounds = [{1: (0, None), -1: (None, 0), 0: (None, None)}[d] for d in directions]
        solved = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=[*bounds, (None, None)])
        return np.asarray(solved.x, dtype=np.float64)

    def decision_function(self, X: ArrayLike) -> NDArray[np.float64]:
        """Log-odds of the second class, (n,)."""
        check_is_fitted(self)
        x = validate_data(self, X, dtype=np.float64, reset=False)
        odds: NDArray[np.float64] = (x - self.mean_) @ self.coef_ + self.intercept_
        return odds

    def predict_proba(self, X: ArrayLike) -> NDArray[np.float64]:
        """Probabilities of the two classes, (n, 2)."""
        p = expit(self.decision_function(X))
        return np.column_stack([1 - p, p])

    def predict(self, X: ArrayLike) -> NDArray[np.object_]:
        """The more probable class."""
        second = self.decision_function(X) > 0
        chosen: NDArray[np.object_] = self.classes_[second.astype(int)]
        return chosen

    def explained(self, X: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Probability of the second class, (n,), and by how much each feature moves its log-odds away from those of a
        mean row, exact, (n, n_features). X: numbers as it was fitted on; they are not checked again."""
        moved: NDArray[np.float64] = (np.asarray(X, dtype=np.float64) - self.mean_) * self.coef_
        return expit(moved.sum(axis=1) + self.intercept_), moved

    def __sklearn_tags__(self):  # type: ignore[no-untyped-def]
        tags = super().__sklearn_tags__()
        tags.classifier_tags.multi_class = False
        return tags
