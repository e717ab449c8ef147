"""Is the state found the invasive one, for a purpose that the service does not need?

Three things must come together: the state is the one that gives away, there is something to give away, and the
service could do without. A logistic regression weighs their log-probabilities and the log-odds of their product. It
may only count each upwards, and is fitted on rows whose probabilities were made without them. The log-odds let it be as
sure as the three together are: logarithms end at 0, and weighed alone they kept the surest answer below 0.88. Weighing
log-odds is Platt's calibration (Probabilistic outputs for support vector machines, 1999).
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.special import logit

from offswitch_classifier.lexicon import hits
from offswitch_classifier.monotone import MonotoneLogistic
from offswitch_classifier.phrases import switched
from offswitch_classifier.signs import net_direction
from offswitch_classifier.span import WRITTEN, logistic
from offswitch_classifier.tempered import Tempered
from offswitch_classifier.text import Control, cleaned, words

FACTS = ("state_gives_away", "purpose_gives_away", "service_could_do_without", "all_three")
SMALLEST = 1e-3
SWITCHED = {"on": True, "off": False}


def need(temperature: float = 1.0) -> Tempered:
    """An unfitted estimator of `essential` (yes, no) on the numbers of `texts.Texts`, learnt on telling controls alone.

    That a neutral control gives nothing away is counted already; what is left to ask is whether the service needs what
    a control does give away.
    """
    return Tempered([logistic(2, WRITTEN)], temperature)


def choice() -> MonotoneLogistic:
    """An unfitted estimator, on `of_choice`, of whether the chosen option is the invasive one."""
    return MonotoneLogistic(C=0.3)


def estimator() -> MonotoneLogistic:
    """An unfitted estimator of preselection on `facts`."""
    return MonotoneLogistic((1,) * len(FACTS), C=100)


def facts(state: NDArray[np.float64], neutral: NDArray[np.float64], essential: NDArray[np.float64]) -> NDArray[np.float64]:
    """Log-probabilities, and the log-odds of their product, (n, 4), in the order of FACTS."""
    three = np.column_stack([state, 1 - neutral, 1 - essential])
    together = np.clip(three.prod(axis=1), SMALLEST, 1 - SMALLEST)
    return np.column_stack([np.log(np.clip(three, SMALLEST, 1)), logit(together)])


@lru_cache(maxsize=20_000)
def level(option: str, language: str) -> float:
    """How much an option gives away, by its words: above 0 more, below 0 less."""
    found = hits(option, language)
    more = sum(h.role == "more" for h in found)
    less = sum(h.role == "less" for h in found)
    return float(np.clip(more - less, -2, 2)) - 0.5 * net_direction(found)


def of_choice(control: Control, state: str, off_invasive: float) -> list[float]:
    """What the chosen option says, by its words and against the other options, (n_facts,).

    off_invasive: probability that the control is worded the other way round.
    """
    chosen = cleaned(state)
    own = level(chosen, control.language)
    levels = [level(o, control.language) for o in control.options if o != chosen]
    rank = control.options.index(chosen) if chosen in control.options else None
    known = rank is not None and len(control.options) > 1
    place = rank / (len(control.options) - 1) if known and rank is not None else 0.5
    least, most = (min(levels), max(levels)) if levels else (0.0, 0.0)
    turned = 1 - 2 * off_invasive
    return [
        own,
        own * turned,
        own - float(np.mean(levels)) if levels else own,
        float(bool(levels) and own >= most) - float(bool(levels) and own <= least),
        place - 0.5,
        (place - 0.5) * (most - least),
        float(known and rank == 0),
        off_invasive,
        float(any(h.role == "more" for h in hits(chosen, control.language))),
        float(any(h.role == "less" for h in hits(chosen, control.language))),
        min(len(words(chosen)), 10) / 10,
        float(known),
    ]


def switched_to(control: Control, state: str) -> bool | None:
    """Whether a control is on; null where one of several options is chosen. Options that are all no more than yes or no
    (`Enabled`, `Disabled`) are a switch: which of them gives away hangs on the label alone."""
    chosen = cleaned(state)
    if chosen in SWITCHED and chosen not in control.options:
        return SWITCHED[chosen]
    if any(switched(o, control.language) is None for o in control.options):
        return None
    return switched(chosen, control.language) if chosen else None


def is_told(control: Control, state: str) -> bool:
    """Whether a state can be judged at all: on, off, or an option of something that has options."""
    told = cleaned(state)
    if control.kind in {"slider", "choice"} or told in {"", "unresolved", "unknown", "mixed"}:
        return False
    return (
        switched_to(control, state) is not None or control.kind in {"radio", "select", "segmented"} or bool(control.options)
    )


def gives_away(
    controls: Sequence[Control], states: Sequence[str], off_invasive: NDArray[np.float64], chooser: MonotoneLogistic
) -> NDArray[np.float64]:
    """Probability that each state is the one that gives away, (n,); NaN where the state says nothing."""
    made = np.full(len(controls), np.nan)
    chosen = []
    for i, (control, state) in enumerate(zip(controls, states, strict=True)):
        if not is_told(control, state):
            continue
        on = switched_to(control, state)
        if on is not None:
            made[i] = 1 - off_invasive[i] if on else off_invasive[i]
        else:
            chosen.append(i)
    if chosen:
        rows = [of_choice(controls[i], states[i], off_invasive[i]) for i in chosen]
        made[chosen] = chooser.explained(np.array(rows))[0]
    return made
