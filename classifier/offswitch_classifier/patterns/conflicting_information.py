"""What the control shows contradicts its text, its neighbour, or its own state in the page.

## What it is
A switch is drawn off and told to be on to assistive technology; "Currently off" stands beside a switch that is on; the
picture says one thing and the page another.

## Why it matters
Who cannot tell what is set cannot decide. Whoever trusts the wrong sign gives away what is thought to be kept.

## How it is measured
The readers of a state (native property, ARIA, class, drawn pixels, picture, text) are held against each other: what
share of them says the opposite of the state recorded? Not so where several others of the screen contradict themselves
by the same readers: then it is their drawing that was misread. And short sentences that say how it stands now, beside
the control or elsewhere on its screen of the same thing, are held against its state, by words for on and off in each
language, for consents given and withdrawn, and by the names of its options. So is what is claimed elsewhere of a
control that gives something away: another switch that is on and says that only those of a closer option are let in,
or prevents by nearly the same words what this one allows; a question of the same thing that is answered yes or no
without any condition; its own description, where that says what happens when it is on or off and this is surely the
opposite of what its label sets. A logistic regression, which may only count each upwards, is fitted on recordings of
twins and of ordinary screens.

## Deceptive
`aria-checked="true"` on a switch whose thumb stands left on grey; "Currently on. Clips are used …" under one that is off.

"Granted 2 May" beside one that is off; "Only people you approved can see you" beside a choice that is set to anyone.

## Fair
"When this is off, no clips are kept" under a switch that is on; a library that tells a mixed tick to assistive
technology as off.

## What it does not catch
Contradictions between a label and a policy; text that says so in more than a short sentence.

## References
EDPB Guidelines 03/2022 v2.0, 4.6.1 (conflicting information); GDPR Art. 12(1); WCAG 2.2, 4.1.2 (name, role, value);
Gray, Santos, Bielova and Mildner, CHI 2024: conflicting information.
"""

from offswitch_classifier.contrary import OPPOSITE, line_of, options_of, said_otherwise
from offswitch_classifier.facts import ControlFacts, Facts
from offswitch_classifier.patterns.pattern import Fact, Learnt, Missing, by_purpose, described
from offswitch_classifier.patterns.shown import line_marks, marks, name_of, quoted
from offswitch_recording.findings import Evidence
from offswitch_recording.words import Severity, Slug

PATTERN = described(
    Slug.CONFLICTING_INFORMATION,
    Severity.MEDIUM,
    '"{label}" is {state}, and {contrary}.',
    "conflicting information",
    ("GDPR Art. 12(1) (transparent information): may implicate", "WCAG 2.2, 4.1.2 (name, role, value)"),
)
LEARNT = Learnt(
    directions={"text_says_opposite": 1, "readers_against": 1, "picture_against": 1},
    prior={"text_says_opposite": 7.5, "readers_against": 7.5, "picture_against": 2.0},
    intercept=-3.5,
)
STAKED = 0.5
STYLE = 3
"""With so many others of one screen a contradiction between readers is how the site draws its controls."""


def subjects(facts: Facts) -> list[ControlFacts]:
    """Controls that are on or off, or of whose options one is chosen."""
    return [c for c in facts.controls if c.control.state in (OPPOSITE.keys() | options_of(c))]


def features(subject: ControlFacts) -> dict[str, Fact] | Missing | None:
    """How much of what is shown and told says the opposite of the state."""
    conflict = {} if _is_style(subject) else subject.control.conflict or {}
    opposite = OPPOSITE.get(subject.control.state)
    others = {reader: said for reader, said in conflict.items() if reader != subject.control.read_from}
    against = [reader for reader, said in others.items() if said == opposite]
    told = [reader for reader in against if reader != "picture"]
    return LEARNT.facts(
        {
            "text_says_opposite": said_otherwise(subject) is not None,
            "readers_against": len(told) / max(1, len([r for r in others if r != "picture"])),
            "picture_against": 1 - (subject.control.state_probability or 0.0) if "picture" in against else 0.0,
        }
    )


def _is_style(subject: ControlFacts) -> bool:
    """Whether several others of its screen contradict themselves by the same readers: so they are drawn, and are misread."""
    own = set(subject.control.conflict or {})
    return sum(set(c.control.conflict or {}) == own for c in subject.neighbours) >= STYLE if own else False


def share(subject: ControlFacts) -> tuple[str, float]:
    """All of it where something may be at stake; half where a control gives nothing away: it confuses all the same."""
    return "matters", STAKED + (1 - STAKED) * subject.gives_away


def severity(subject: ControlFacts) -> Severity:
    """That of what is at stake; low where nothing is."""
    return by_purpose(subject.at_stake) if subject.gives_away >= STAKED else Severity.LOW


def evidence(subject: ControlFacts) -> Evidence:
    """What each reader said, the sentence that contradicts, and the boxes."""
    said = said_otherwise(subject)
    line = line_of(subject, said) if said else None
    return Evidence(
        facts={
            "label": subject.control.label,
            "state": subject.control.state,
            "read_from": subject.control.read_from,
            "said_beside_it": said,
            **{f"by_{reader}": state for reader, state in (subject.control.conflict or {}).items()},
        },
        marks=[
            *marks(subject.control, f"is {subject.control.state}"),
            *line_marks(subject.screen_id, line, "says otherwise"),
        ],
    )


def slots(subject: ControlFacts) -> dict[str, str]:
    """What fills the sentence."""
    said, state = said_otherwise(subject), subject.control.state
    against = [r for r, told in (subject.control.conflict or {}).items() if told != state]
    readers = f"{' and '.join(against) or 'what is drawn'} {'say' if len(against) > 1 else 'says'} otherwise"
    return {
        "label": quoted(name_of(subject.control)),
        "state": state if state in OPPOSITE else f'set to "{quoted(state)}"',
        "contrary": f'"{quoted(said)}" stands beside it' if said else readers,
    }
