"""The invasive state is the default, for a purpose that the service does not need.

## What it is
A control is found in the state that gives the person's data or attention away: AI training already on, a consent
already ticked, a protection still off, an audience already set to everyone.

## Why it matters
Most people never change a default. Whoever sets it decides for them; consent that was never given is none, and data
protection by default asks for the opposite.

## How it is measured
From the control's label, description, section, options and the state found, a trained model reads three
probabilities: that this state is the one which gives away, that there is something to give away (the purpose is
neither functional nor security), and that the service could do without. A calibrated logistic regression weighs them.
Where the readers of the state disagreed, the probability is lowered to the share of readers that saw it so.

## Deceptive
"Use my posts to train AI models", switched on in an account that was just made.

## Fair
The same switch, off until the person turns it on; "Dark mode", on; strictly necessary cookies, ticked and locked.

## What it does not catch
A default that is asked for in a dialog and never stored; a state set by an administrator; on an account that is not
fresh, whether the person chose the state. Wording unlike anything in the corpus is read less surely.

## References
GDPR Art. 25(2), Art. 4(11) and recital 32; CJEU C-673/17 (pre-ticked boxes); EDPB Guidelines 03/2022 v2.0, 4.2.1
(deceptive snugness); Gray, Santos, Bielova and Mildner, CHI 2024: bad defaults; draft of WCAG 3, avoid deception.
"""

from offswitch_classifier import ontology
from offswitch_classifier.facts import LEAST_AT_STAKE, ControlFacts, Facts
from offswitch_classifier.patterns.pattern import Fact, Missing, Pattern, by_purpose
from offswitch_classifier.patterns.shown import clicks, marks, name_of
from offswitch_classifier.preselection import FACTS
from offswitch_recording.controls import Control
from offswitch_recording.findings import Evidence
from offswitch_recording.words import Kind, Polarity, Severity, Slug

_ENTRY = ontology.entry(Slug.BAD_DEFAULTS)
PATTERN = Pattern(
    slug=_ENTRY.slug,
    ontology=_ENTRY.ontology,
    edpb=_ENTRY.edpb,
    severity=Severity.MEDIUM,
    sentence='"{label}" {found}{where}; this {effect}.',
    estimator="preselection",
    references=(
        "EDPB Guidelines 03/2022 v2.0, 4.2.1: may implicate deceptive snugness",
        "Gray et al. (CHI 2024): Interface interference > Bad defaults",
        "GDPR Art. 25(2) (data protection by default), Art. 4(11) with recital 32 (consent): may implicate",
        "WCAG 3 draft, avoid deception: preselections visible",
    ),
)


def subjects(facts: Facts) -> list[ControlFacts]:
    """Every control."""
    return facts.controls


def features(facts: ControlFacts) -> dict[str, Fact] | Missing | None:
    """The facts of preselection; None for what has no state, Missing where one with something at stake was not read."""
    if facts.reading.preselected is None:
        unread = facts.control.state in {"unresolved", "mixed"} or facts.control.kind == "slider"
        # A consent dialog that nobody has answered has no state yet.
        unread = unread and facts.control.kind != "choice" and facts.gives_away >= LEAST_AT_STAKE
        return Missing(f"the state of {facts.control.label!r} is {facts.control.state!r}") if unread else None
    return {name: Fact(value, 1) for name, value in zip(FACTS, facts.state_facts, strict=True)}


def share(facts: ControlFacts) -> tuple[str, float]:
    """How many of the readers saw the state that is recorded."""
    readers = facts.control.conflict or {}
    return "readers_agreeing", sum(v == facts.control.state for v in readers.values()) / len(readers) if readers else 1


def severity(facts: ControlFacts) -> Severity:
    """That of what is at stake."""
    return by_purpose(facts.at_stake)


def evidence(facts: ControlFacts) -> Evidence:
    """What was read, where the control stands, and its box."""
    control, reading = facts.control, facts.reading
    return Evidence(
        facts={
            "label": control.label,
            "state": control.state,
            "purpose": facts.at_stake,
            "polarity": reading.polarity,
            "account": facts.facts.recording.account,
            "depth_clicks": control.depth,
            "depth_is": control.depth_is,
            "read_from": control.read_from,
            "in_first_viewport": control.in_first_viewport,
            "locked": control.locked,
        },
        marks=marks(control, f"found {state(control)}"),
    )


def slots(facts: ControlFacts) -> dict[str, str]:
    """What fills the sentence."""
    control, reading = facts.control, facts.reading
    switched = control.state in {"on", "off"}
    found = f"is {state(control)} by default" if facts.facts.fresh else f"was found {state(control)} in this account"
    allowed = ontology.allows(facts.at_stake)
    protects = switched and reading.polarity is Polarity.OFF_INVASIVE
    return {
        "label": name_of(control),
        "found": found,
        "where": f", {clicks(control.depth)} from the start" if control.depth is not None else "",
        "effect": f"protection against letting {allowed} is not active" if protects else f"lets {allowed}",
    }


def state(control: Control) -> str:
    """The state as a participle, for a sentence."""
    if control.state in {"on", "off"}:
        ticked = {"on": "ticked", "off": "unticked"}
        return ticked[control.state] if control.kind is Kind.CHECKBOX else f"switched {control.state}"
    return f'set to "{control.state}"' if control.state else "left without a choice"
