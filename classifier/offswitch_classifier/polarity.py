"""Which state of a control gives data or attention away.

`telling` says whether any state gives something away; functional and security controls, and no others, are neutral,
so it is averaged with what the purposes say of that. `direction` is learnt on telling controls alone: is the state
that gives away `off`?
"""

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from offswitch_classifier.tempered import Tempered
from offswitch_recording.words import Polarity

ORDER = (Polarity.ON_INVASIVE, Polarity.OFF_INVASIVE, Polarity.NEUTRAL)


def direction(temperature: float = 1.0) -> Tempered:
    """An unfitted estimator of off_invasive against on_invasive on the numbers of `texts.Texts`."""
    return Tempered([LogisticRegression(C=6, max_iter=500)], temperature)


def telling(temperature: float = 1.0) -> Tempered:
    """An unfitted estimator of neutral (`False`) against telling (`True`) on the numbers of `texts.Texts`."""
    return Tempered([LogisticRegression(C=6, max_iter=500)], temperature)


def neutral(by_purpose: NDArray[np.float64], by_text: NDArray[np.float64]) -> NDArray[np.float64]:
    """Probability that a control is neutral, (n,), from its purposes and from `telling`."""
    mean: NDArray[np.float64] = (by_purpose + by_text) / 2
    return mean


def probabilities(neutral: NDArray[np.float64], off_invasive: NDArray[np.float64]) -> NDArray[np.float64]:
    """Polarities in ORDER, (n, 3), from P(neutral) and from P(off_invasive) of a control that is not neutral."""
    told = 1 - neutral
    return np.column_stack([told * (1 - off_invasive), told * off_invasive, neutral])
