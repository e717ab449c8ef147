"""Which state of a control gives data or attention away.

`direction` is learnt on controls that give something away in one of their states: is that state `off`? What is
neutral follows from purpose, since functional and security controls, and no others, are neutral.
"""

import numpy as np
from numpy.typing import NDArray
from offswitch_recording.words import Polarity
from sklearn.linear_model import LogisticRegression

from offswitch_classifier.tempered import Tempered

ORDER = (Polarity.ON_INVASIVE, Polarity.OFF_INVASIVE, Polarity.NEUTRAL)


def direction(temperature: float = 1.0) -> Tempered:
    """An unfitted estimator of off_invasive against on_invasive on the numbers of `texts.Texts`."""
    return Tempered(LogisticRegression(C=2, class_weight="balanced", max_iter=500), temperature)


def probabilities(neutral: NDArray[np.float64], off_invasive: NDArray[np.float64]) -> NDArray[np.float64]:
    """Polarities in ORDER, (n, 3), from P(neutral) and from P(off_invasive) of a control that is not neutral."""
    told = 1 - neutral
    return np.column_stack([told * (1 - off_invasive), told * off_invasive, neutral])
