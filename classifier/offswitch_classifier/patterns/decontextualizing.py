"""A data choice stands in a section where nobody would look for it.

## What it is
The switch for AI training stands under "Display", between theme and text size; sharing with partners under "Sound".

## Why it matters
People look for a choice where its like stands. One that is put elsewhere is found by accident, and its neighbours make
it look as harmless as they are.

## How it is measured
For a control that gives something away: does a heading above it name another subject (function or security, by words in
each language), and neither privacy nor the control's own subject? What share of the other controls under that heading
give nothing away? Does the site have another section that speaks of privacy, or whose controls mostly give something
away? A logistic regression, which may only count each upwards, is fitted on recordings of twins and ordinary screens;
its result is multiplied by the probability that the control governs something which the service does not need.

## Deceptive
"Use my posts to train AI" under "Display", on a site that has a page "Privacy and data".

## Fair
"Personalised suggestions" under "Home feed"; location under "Map"; offers under "Notifications".

## What it does not catch
A section whose name says nothing ("More", "Labs"); sites without any headings; a fitting heading that is only drawn as a
picture.

## References
EDPB Guidelines 03/2022 v2.0, 4.5.2 (decontextualising); GDPR Art. 12(1) (easily accessible); Gray, Santos, Bielova and
Mildner, CHI 2024: information without context.
"""

from offswitch_classifier import ontology
from offswitch_classifier.facts import LEAST_AT_STAKE, ORDINARY_BELOW, ControlFacts, Facts
from offswitch_classifier.lexicon import hits
from offswitch_classifier.patterns.pattern import Fact, Learnt, Missing, by_purpose, described, least
from offswitch_classifier.patterns.shown import marks, name_of, quoted
from offswitch_classifier.phrases import has
from offswitch_classifier.text import cleaned
from offswitch_recording.findings import Evidence
from offswitch_recording.words import Purpose, Severity, Slug

PATTERN = described(
    Slug.DECONTEXTUALIZING,
    Severity.LOW,
    '"{label}", which decides whether to let {allowed}, stands under "{section}"{elsewhere}.',
    "decontextualising",
    ("GDPR Art. 12(1) (easily accessible form): may implicate",),
)
LEARNT = Learnt(
    directions={"heading_names_another": 1, "neighbours_give_nothing": 1, "fitting_section_elsewhere": 1, "alone_among": 1},
    prior={"heading_names_another": 1.5, "neighbours_give_nothing": 1.0, "fitting_section_elsewhere": 0.7, "alone_among": 3.0},
    intercept=-4.5,
)
ELSEWHERE = frozenset({Purpose.FUNCTIONAL, Purpose.SECURITY})
Headings = tuple[str, ...]


def subjects(facts: Facts) -> list[ControlFacts]:
    """Controls that give something away and stand under a heading."""
    return [c for c in facts.controls if c.gives_away >= LEAST_AT_STAKE and c.control.section]


def features(subject: ControlFacts) -> dict[str, Fact] | Missing | None:
    """Whether heading and neighbours are of another kind than the control, and whether a fitting section exists."""
    another, functional = _names_another(subject), _functional(subject)
    elsewhere = _fitting(subject) is not None
    return LEARNT.facts(
        {
            "heading_names_another": another,
            "neighbours_give_nothing": functional,
            "fitting_section_elsewhere": elsewhere,
            "alone_among": another * functional * elsewhere,
        }
    )


def _names_another(subject: ControlFacts) -> float:
    """1 where the nearest heading names function or security, and neither privacy nor the control's own subject."""
    heading = subject.control.section[-1]
    roles = {h.role for h in hits(cleaned(heading), subject.language.split("-")[0].casefold())}
    own = {p for p, probability in subject.reading.purposes.items() if probability >= 0.2 and p not in ELSEWHERE}
    own.add(subject.at_stake)
    fits = has("privacy", heading, subject.language) or bool(roles & own)
    return float(bool(roles & ELSEWHERE) and not fits)


def _functional(subject: ControlFacts) -> float:
    """Share of the other controls under the same headings that give nothing away; 0 where there are none."""
    beside = [c for c in subject.neighbours if c.control.section == subject.control.section]
    return sum(c.gives_away < ORDINARY_BELOW for c in beside) / len(beside) if beside else 0.0


def _fitting(subject: ControlFacts) -> Headings | None:
    """Another section of the site that speaks of privacy or mostly gives something away; null where there is none."""
    by_section: dict[Headings, list[ControlFacts]] = {}
    for control in subject.facts.controls:
        by_section.setdefault(tuple(control.control.section), []).append(control)
    own = tuple(subject.control.section)
    for section, controls in by_section.items():
        telling = sum(c.gives_away >= ORDINARY_BELOW for c in controls)
        if section and section != own and (has("privacy", section[-1], subject.language) or 2 * telling > len(controls)):
            return section
    return None


def share(subject: ControlFacts) -> tuple[str, float]:
    """Probability that the control governs something that the service does not need."""
    return "governs_something_not_needed", subject.gives_away


def severity(subject: ControlFacts) -> Severity:
    """That of what is at stake, at most medium: it can be found."""
    return least(by_purpose(subject.at_stake), Severity.MEDIUM)


def evidence(subject: ControlFacts) -> Evidence:
    """The headings above it, the section that would fit, and the control's box."""
    return Evidence(
        facts={
            "label": subject.control.label,
            "purpose": subject.at_stake,
            "section": " > ".join(subject.control.section),
            "fitting_section": " > ".join(_fitting(subject) or ()),
            "neighbours_that_give_nothing_away_share": round(_functional(subject), 2),
        },
        marks=marks(subject.control, "stands where nobody looks for it"),
    )


def slots(subject: ControlFacts) -> dict[str, str]:
    """What fills the sentence."""
    fitting = _fitting(subject)
    return {
        "label": quoted(name_of(subject.control)),
        "allowed": ontology.allows(subject.at_stake),
        "section": quoted(subject.control.section[-1]),
        "elsewhere": f'; this site has "{quoted(fitting[-1])}"' if fitting else "",
    }
