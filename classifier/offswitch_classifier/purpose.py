"""What a control governs: one of twelve purposes, with calibrated probabilities."""

import numpy as np
from numpy.typing import NDArray
from sklearn.naive_bayes import ComplementNB

from offswitch_classifier.span import MEANT, WRITTEN, Span, logistic
from offswitch_classifier.tempered import SMALLEST, Tempered
from offswitch_recording.words import Purpose

NEUTRAL = frozenset({Purpose.FUNCTIONAL, Purpose.SECURITY})


def estimator(temperature: float = 1.0) -> Tempered:
    """An unfitted estimator of purpose on the numbers of `texts.Texts`: three families that err
    differently, averaged."""
    return Tempered([logistic(2, WRITTEN), Span(ComplementNB(alpha=0.3), *WRITTEN), logistic(2, MEANT)], temperature)


def is_neutral(classes: NDArray[np.object_]) -> NDArray[np.bool_]:
    """Which purposes give nothing away in either state, (n_classes,)."""
    return np.array([str(c) in NEUTRAL for c in classes])


def neutral_share(purposes: NDArray[np.float64], classes: NDArray[np.object_]) -> NDArray[np.float64]:
    """Probability that a control gives nothing away in either state: functional or security, (n,)."""
    share: NDArray[np.float64] = purposes[:, is_neutral(classes)].sum(axis=1)
    return share


def agreeing(
    purposes: NDArray[np.float64], neutral: NDArray[np.float64], classes: NDArray[np.object_]
) -> NDArray[np.float64]:
    """Purposes whose neutral ones together have the probability `neutral`, (n, n_classes); rows sum to 1.

    Within the neutral ones, and within the others, the shares stay as they were.
    """
    within = is_neutral(classes)
    floored = np.maximum(purposes, SMALLEST)
    share = floored[:, within].sum(axis=1) / floored.sum(axis=1)
    floored /= floored.sum(axis=1, keepdims=True)
    scale = np.where(within, (neutral / share)[:, None], ((1 - neutral) / (1 - share))[:, None])
    made: NDArray[np.float64] = floored * scale
    return made
