"""A control's texts as one row of numbers, on which purpose, direction and need are learnt."""

from collections.abc import Mapping, Sequence
from typing import Any

from scipy.sparse import csr_matrix, hstack
from sklearn.base import BaseEstimator, TransformerMixin

from offswitch_classifier.signs import Signs
from offswitch_classifier.terms import Terms
from offswitch_classifier.text import controls

READ = ("label", "description", "section", "options")


class Texts(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Controls → terms of all texts, terms of the label alone, parts of words, signs; sparse (n, n_features).

    signs_weight: how much a sign counts beside terms of unit length. min_df: texts in which a part must stand.
    """

    def __init__(self, signs_weight: float = 0.5, min_df: int = 1) -> None:
        self.signs_weight = signs_weight
        self.min_df = min_df

    def fit(self, rows: Sequence[Mapping[str, object]], y: object = None) -> "Texts":  # noqa: ARG002
        """Learn the terms."""
        read = controls(rows)
        self.blocks_ = [
            Terms(READ, "word", min_df=self.min_df).fit(read),
            Terms(("label",), "word", min_df=self.min_df).fit(read),
            Terms(READ, "part", min_df=self.min_df).fit(read),
        ]
        self.signs_ = Signs().fit(read)
        return self

    def transform(self, rows: Sequence[Mapping[str, object]]) -> csr_matrix:
        """The rows as numbers; the terms first, the signs last."""
        read = controls(rows)
        terms = [block.transform(read) for block in self.blocks_]
        return hstack([*terms, csr_matrix(self.signs_.transform(read) * self.signs_weight)], format="csr")

    def get_feature_names_out(self, input_features: object = None) -> Any:  # noqa: ARG002
        """Names of terms and signs, in order."""
        return [name for block in (*self.blocks_, self.signs_) for name in block.get_feature_names_out()]
