"""What a control governs: one of twelve purposes, with calibrated probabilities."""

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.naive_bayes import ComplementNB

from offswitch_classifier.tempered import Tempered
from offswitch_recording.words import Purpose

NEUTRAL = frozenset({Purpose.FUNCTIONAL, Purpose.SECURITY})


def estimator(temperature: float = 1.0) -> Tempered:
    """An unfitted estimator of purpose on the numbers of `texts.Texts`: two families that err differently, averaged."""
    return Tempered([LogisticRegression(C=6, max_iter=500), ComplementNB(alpha=0.3)], temperature)


def neutral_share(purposes: NDArray[np.float64], classes: NDArray[np.object_]) -> NDArray[np.float64]:
    """Probability that a control gives nothing away in either state: functional or security, (n,)."""
    share: NDArray[np.float64] = purposes[:, [str(c) in NEUTRAL for c in classes]].sum(axis=1)
    return share
