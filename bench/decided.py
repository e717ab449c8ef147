"""The purpose and the polarity that probabilities of the three questions come to, as the shipped models decide."""

import numpy as np
from numpy.typing import NDArray

from offswitch_classifier import polarity, purpose

Told = dict[str, NDArray[np.float64]]
Words = NDArray[np.object_]


def decided(told: Told, classes: Words) -> tuple[Words, Words]:
    """Purposes and polarities, (n,) each, of probabilities named purpose, telling and direction."""
    neutral = polarity.neutral(purpose.neutral_share(told["purpose"], classes), told["telling"][:, 0])
    chosen = purpose.agreeing(told["purpose"], neutral, classes).argmax(axis=1)
    return classes[chosen], polarity.named(polarity.decided(purpose.is_neutral(classes)[chosen], told["direction"][:, 0]))
