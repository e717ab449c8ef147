"""What the models say of one control's texts and state, before any pattern is judged."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from offswitch_classifier import polarity, preselection, purpose
from offswitch_classifier.model import Models
from offswitch_classifier.text import Control, without_aside


class Asked(NamedTuple):
    """A control's texts and the state in which it was found."""

    control: Control
    state: str


@dataclass(frozen=True)
class Told:
    """Probabilities for n controls: rows as asked."""

    classes: list[str]
    purposes: NDArray[np.float64]  # (n, 12)
    chosen: NDArray[np.int_]  # (n,) place in classes
    polarities: NDArray[np.float64]  # (n, 3), in polarity.ORDER
    turned: NDArray[np.int_]  # (n,) place in polarity.ORDER; fits the purpose chosen
    gives_away: NDArray[np.float64]  # (n,) something to give away, for a purpose that is not needed
    preselected: NDArray[np.float64]  # (n,) NaN where the state says nothing
    state_facts: NDArray[np.float64]  # (n, 4) in the order of preselection.FACTS


def read(asked: Sequence[Asked], models: Models) -> Told:
    """Ask purpose, polarity, need and preselection. All read the texts whole but the direction of polarity (and with it preselection),
    which is read without a remark in brackets at the end of a label."""
    texts = [a.control for a in asked]
    read_of = models.asking.predict_proba(texts)
    classes = models["purpose"].classes_
    neutral = polarity.neutral(purpose.neutral_share(read_of["purpose"], classes), read_of["telling"][:, 0])
    turned = models.asking.predict_proba([without_aside(t) for t in texts])["direction"]
    off_invasive, essential = turned[:, 0], read_of["essential"][:, 1]
    purposes = purpose.agreeing(read_of["purpose"], neutral, classes)
    chosen = purposes.argmax(axis=1)
    state = preselection.gives_away(texts, [a.state for a in asked], off_invasive, models["choice"])
    told = ~np.isnan(state)
    facts = preselection.facts(np.where(told, state, 0.5), neutral, essential)
    probability, _ = models["preselection"].explained(facts)
    return Told(
        classes=[str(c) for c in classes],
        purposes=purposes,
        chosen=chosen,
        polarities=polarity.probabilities(neutral, off_invasive),
        turned=polarity.decided(purpose.is_neutral(classes)[chosen], off_invasive),
        gives_away=(1 - neutral) * (1 - essential),
        preselected=np.where(told, probability, np.nan),
        state_facts=facts,
    )
