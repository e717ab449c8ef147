"""A control's texts as one row of numbers, on which purpose, direction and need are learnt."""

from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.base import BaseEstimator, TransformerMixin

from offswitch_classifier import meanings
from offswitch_classifier.signs import Signs
from offswitch_classifier.terms import Terms
from offswitch_classifier.text import Rows, controls

READ = ("label", "description", "section", "options")


class Texts(TransformerMixin, BaseEstimator, auto_wrap_output_keys=None):  # type: ignore[call-arg, misc]
    """Controls → terms of all texts, of the label and of the section alone, parts of words, signs, meanings; sparse (n, n_features).

    signs_weight, meanings_weight: how much they count beside terms of unit length. min_df: texts in which a term must
    stand.
    """

    def __init__(self, signs_weight: float = 0.5, min_df: int = 3, meanings_weight: float = 2.0) -> None:
        self.signs_weight = signs_weight
        self.meanings_weight = meanings_weight
        self.min_df = min_df

    def fit(self, rows: Rows, y: object = None) -> "Texts":
        """Learn the terms."""
        read = controls(rows)
        self.blocks_ = [
            Terms(READ, "word", min_df=self.min_df).fit(read),
            Terms(("label",), "word", min_df=self.min_df).fit(read),
            Terms(("section",), "word", min_df=self.min_df).fit(read),
            Terms(READ, "part", min_df=self.min_df).fit(read),
        ]
        self.signs_ = Signs().fit(read)
        return self

    def transform(self, rows: Rows) -> csr_matrix:
        """The rows as numbers; the terms first, then the signs, the meanings last."""
        read = controls(rows)
        terms = [block.transform(read) for block in self.blocks_]
        signs = self.signs_.transform(read) * np.float32(self.signs_weight)
        meant = meanings.of_controls(read) * np.float32(self.meanings_weight)
        return hstack([*terms, csr_matrix(np.hstack([signs, meant]))], format="csr")

    def get_feature_names_out(self, input_features: object = None) -> Any:
        """Names of terms, signs and meanings, in order."""
        terms = [name for block in self.blocks_ for name in block.get_feature_names_out()]
        meant = [f"{slot}:meaning {n}" for slot in meanings.SLOTS for n in range(meanings.DIMENSIONS)]
        return [*terms, *self.signs_.get_feature_names_out(), *meant]
