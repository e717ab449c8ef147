"""Controls asked of the readers, each distinct one once: dialogs, banners and menus repeat from screen to screen."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from offswitch_classifier.encoder import Encoder
from offswitch_classifier.heads import Heads
from offswitch_classifier.text import Control
from offswitch_classifier.texts import Texts

REMEMBERED_CONTROLS = 20_000  # some 20 numbers each


class Asking:
    """Texts → probabilities by name of reader, the same (to five digits) whether a control is new or was asked before."""

    def __init__(self, texts: Texts, heads: Heads, encoder: Encoder) -> None:
        self._texts = texts
        self._encoder = encoder
        self._heads = heads
        self._told: dict[Control, NDArray[np.float64]] = {}

    def predict_proba(self, controls: Sequence[Control]) -> dict[str, NDArray[np.float64]]:
        """Probabilities by name of reader, each (n, n_classes), for at least one control."""
        if len(self._told) + len(controls) > REMEMBERED_CONTROLS:
            self._told.clear()
        new = [c for c in dict.fromkeys(controls) if c not in self._told]
        if new:
            made = self._heads.predict_proba(self._texts.transform(new), self._encoder.predict_log_proba(new))
            self._told.update(zip(new, np.hstack([made[name] for name in self._heads.estimators]), strict=True))
        rows = np.array([self._told[c] for c in controls])
        ends = np.cumsum([len(e.classes_) for e in self._heads.estimators.values()])
        return dict(zip(self._heads.estimators, np.split(rows, ends[:-1], axis=1), strict=True))
