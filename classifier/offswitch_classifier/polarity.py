"""Which state of a control gives data or attention away.

`telling` says whether any state gives something away; functional and security controls, and no others, are neutral,
so it is averaged with what the purposes say of that, and the purposes are made to agree with the mean. `direction` is
learnt on telling controls alone: is the state that gives away `off`? What is decided is a pair that may be: the likeliest purpose,
and the polarity that it can have.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, logit

from offswitch_classifier.span import MEANT, WRITTEN, logistic
from offswitch_classifier.tempered import SMALLEST, Tempered
from offswitch_recording.words import Polarity

ORDER = (Polarity.ON_INVASIVE, Polarity.OFF_INVASIVE, Polarity.NEUTRAL)


def direction(temperature: float = 1.0) -> Tempered:
    """An unfitted estimator of off_invasive against on_invasive on the numbers of `texts.Texts`."""
    return Tempered([logistic(6, WRITTEN)], temperature)


def telling(temperature: float = 1.0) -> Tempered:
    """An unfitted estimator of neutral (`False`) against telling (`True`) on the numbers of `texts.Texts`."""
    return Tempered([logistic(2, WRITTEN), logistic(2, MEANT)], temperature)


def neutral(by_purpose: NDArray[np.float64], by_text: NDArray[np.float64]) -> NDArray[np.float64]:
    """Probability that a control is neutral, (n,), from its purposes and from `telling`: the mean of their log-odds."""
    sure = [logit(np.clip(p, SMALLEST, 1 - SMALLEST)) for p in (by_purpose, by_text)]
    mean: NDArray[np.float64] = expit(np.mean(sure, axis=0))
    return mean


def probabilities(neutral: NDArray[np.float64], off_invasive: NDArray[np.float64]) -> NDArray[np.float64]:
    """Polarities in ORDER, (n, 3), from P(neutral) and from P(off_invasive) of a control that is not neutral."""
    told = 1 - neutral
    return np.column_stack([told * (1 - off_invasive), told * off_invasive, neutral])


def decided(is_neutral: NDArray[np.bool_], off_invasive: NDArray[np.float64]) -> NDArray[np.int_]:
    """The polarity, as a place in ORDER, (n,), of controls whose purpose is neutral or not."""
    return np.where(is_neutral, ORDER.index(Polarity.NEUTRAL), (off_invasive > 0.5).astype(int))


def named(places: NDArray[np.int_]) -> NDArray[np.object_]:
    """Places in ORDER as the words of the corpus, (n,)."""
    words: NDArray[np.object_] = np.array([str(p) for p in ORDER])[places]
    return words
