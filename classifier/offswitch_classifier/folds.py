"""Rows judged by models that have seen nothing of their product, or nothing of their language."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.model_selection import GroupKFold, LeaveOneGroupOut
from sklearn.utils.class_weight import compute_sample_weight

from offswitch_classifier.corpus import Row, with_labels_alone
from offswitch_classifier.tempered import Tempered
from offswitch_classifier.texts import Texts

SPLITS = 5
RARITY = 0.25  # how much a rare class counts: 0 as it is, 1 as much as a common one
Fold = tuple[NDArray[np.int_], NDArray[np.int_]]


def by_product(rows: Sequence[Row]) -> list[Fold]:
    """Folds that share no product."""
    products = [r["product"] for r in rows]
    return list(GroupKFold(SPLITS, shuffle=True, random_state=0).split(rows, groups=products))


def by_language(rows: Sequence[Row]) -> list[Fold]:
    """One fold for each language, judged by a model of all the others."""
    return list(LeaveOneGroupOut().split(rows, groups=[r["language"] for r in rows]))


@dataclass(frozen=True)
class Learnt:
    """Rows as numbers to learn from: of which row each is, and how much it counts."""

    texts: Texts
    x: csr_matrix
    source: NDArray[np.int_]
    weight: NDArray[np.float64]

    def fit(self, estimator: Tempered, y: NDArray[np.object_], of: NDArray[np.bool_]) -> Tempered:
        """Fit on the rows of `of`; y and of are those of all rows. Rare classes count a little more."""
        kept = np.flatnonzero(of[self.source])
        labels = y[self.source][kept]
        weight = self.weight[kept] * compute_sample_weight("balanced", labels) ** RARITY
        return estimator.fit(self.x[kept], labels, sample_weight=weight)


def learn(rows: Sequence[Row], of: NDArray[np.int_]) -> Learnt:
    """The rows numbered in `of` as numbers to learn from; what is learnt of texts is learnt from them alone."""
    given = [rows[i] for i in of]
    expanded, source, weight = with_labels_alone(given)
    texts = Texts().fit(given)
    return Learnt(texts, texts.transform(expanded), of[source], np.array(weight))
