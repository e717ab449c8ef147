"""The pressure that a sentence of an interface uses: shame, forced agreement, playing down, tricks, time, stock, others.

One text in, probabilities of seven patterns and of ordinary text out, in any language.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.base import BaseEstimator, ClassifierMixin

from offswitch_classifier import meanings
from offswitch_classifier.encoder import Encoder, sentence
from offswitch_classifier.heads import Heads
from offswitch_classifier.sentence_signs import names, signs
from offswitch_classifier.span import logistic
from offswitch_classifier.tempered import Tempered
from offswitch_classifier.terms import Terms
from offswitch_classifier.text import Control, cleaned
from offswitch_recording.words import Slug

if TYPE_CHECKING:
    from offswitch_classifier.model import Models

NONE = "none"
PATTERNS = (
    Slug.EMOTIONAL_STEERING, Slug.FORCED_CONSENT, Slug.LOOK_OVER_THERE, Slug.SCARCITY, Slug.SOCIAL_PROOF,
    Slug.TRICK_QUESTION, Slug.URGENCY,
)  # fmt: skip
CLASSES: tuple[str, ...] = tuple(sorted([*(str(p) for p in PATTERNS), NONE]))
REMEMBERED_TEXTS = 20_000  # 8 numbers each


def told(texts: Sequence[str], models: "Models") -> NDArray[np.float64]:
    """Calibrated probabilities of each text, (n, 8), columns as in CLASSES. Every distinct text is read once."""
    return models.judging.predict_proba(texts)


class Wording(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """Texts → probabilities of CLASSES: weighted words, pairs and parts of words, signs, meanings; the average of a
    logistic regression on all but the last and one on the last two, tempered.

    temperature: by which log-probabilities are divided. min_df: texts in which a term must stand. signs_weight,
    meanings_weight: how much they count beside terms of unit length.
    """

    def __init__(
        self, temperature: float = 1.0, min_df: int = 4, signs_weight: float = 0.4, meanings_weight: float = 2.0
    ) -> None:
        self.temperature = temperature
        self.min_df = min_df
        self.signs_weight = signs_weight
        self.meanings_weight = meanings_weight

    def fit(self, texts: Sequence[str], y: ArrayLike, sample_weight: ArrayLike | None = None) -> "Wording":
        """Learn terms and weights; the temperature is given, never learnt from the same rows."""
        read = _controls(texts)
        self.blocks_ = [Terms(("label",), by, longest=4, min_df=self.min_df).fit(read) for by in ("word", "part")]
        spans = ((0, -meanings.DIMENSIONS), (-meanings.DIMENSIONS - len(names()), None))
        self.family_ = Tempered([logistic(4, span) for span in spans], self.temperature).fit(
            self.numbers(texts), y, sample_weight
        )
        self.classes_ = self.family_.classes_
        return self

    def predict_proba(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """Probabilities, (n, n_classes), in the order of `classes_`: of written words alone, while `Judging` asks the encoder too."""
        if not len(texts):
            return np.zeros((0, len(self.classes_)))
        return self.family_.predict_proba(self.numbers(texts))

    def predict(self, texts: Sequence[str]) -> NDArray[Any]:
        """The most probable class of each text."""
        chosen: NDArray[Any] = self.classes_[self.predict_proba(texts).argmax(axis=1)]
        return chosen

    def numbers(self, texts: Sequence[str]) -> csr_matrix:
        """The texts as numbers, sparse (n, n_features): terms first, then signs, meanings last."""
        read = _controls(texts)
        found = csr_matrix(signs(texts) * np.float32(self.signs_weight))
        meant = csr_matrix(meanings.of_texts([c.label for c in read]) * np.float32(self.meanings_weight))
        return hstack([*(block.transform(read) for block in self.blocks_), found, meant], format="csr")


def _controls(texts: Sequence[str]) -> list[Control]:
    return [Control(cleaned(text), "", "", "", (), "") for text in texts]


class Judging:
    """Texts asked of a fitted Wording, each distinct one once: banners and menus repeat from screen to screen."""

    def __init__(self, wording: Wording, encoder: Encoder) -> None:
        self._wording = wording
        self._encoder = encoder
        self._heads = Heads({"wording": wording.family_})
        self._told: dict[str, NDArray[np.float64]] = {}

    def predict_proba(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """Probabilities, (n, n_classes), in the order of CLASSES."""
        if len(self._told) + len(texts) > REMEMBERED_TEXTS:
            self._told.clear()
        new = [t for t in dict.fromkeys(texts) if t not in self._told]
        if new:
            read = self._encoder.predict_log_proba([sentence(cleaned(t)) for t in new])
            made = self._heads.predict_proba(self._wording.numbers(new), read)["wording"]
            self._told.update(zip(new, made, strict=True))
        return np.array([self._told[t] for t in texts]).reshape(len(texts), len(CLASSES))
