"""Rows judged by models that have seen nothing of their product, or nothing of their language."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator
from sklearn.model_selection import GroupKFold, LeaveOneGroupOut

from offswitch_classifier.corpus import Row
from offswitch_classifier.texts import Texts

SPLITS = 5
Fold = tuple[NDArray[np.int_], NDArray[np.int_]]


def by_product(rows: Sequence[Row]) -> list[Fold]:
    """Folds that share no product."""
    products = [r["product"] for r in rows]
    return list(GroupKFold(SPLITS, shuffle=True, random_state=0).split(rows, groups=products))


def by_language(rows: Sequence[Row]) -> list[Fold]:
    """One fold for each language, judged by a model of all the others."""
    return list(LeaveOneGroupOut().split(rows, groups=[r["language"] for r in rows]))


def matrices(rows: Sequence[Row], folds: Sequence[Fold]) -> Iterator[tuple[object, object, Fold]]:
    """The numbers of training and held-out rows of each fold; what is learnt of texts is learnt inside it."""
    for train, held in folds:
        texts = Texts()
        yield texts.fit_transform([rows[i] for i in train]), texts.transform([rows[i] for i in held]), (train, held)


def probabilities(
    estimator: BaseEstimator, matrix: tuple[object, object, Fold], y: NDArray[np.object_], of: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """Probabilities of a fold's held-out rows, learnt on those training rows for which `of` holds."""
    x, held, (train, _) = matrix
    kept = of[train]
    fitted = estimator.fit(x[np.flatnonzero(kept)], y[train][kept])  # type: ignore[index]
    made: NDArray[np.float64] = fitted.predict_proba(held)
    return made
