"""A data choice stands in a section where nobody would look for it.

## What it is
The switch for AI training stands under "Display", between theme and text size; sharing with partners under "Sound".

## Why it matters
People look for a choice where its like stands. One that is put elsewhere is found by accident, and its neighbours make
it look as harmless as they are.

## How it is measured
For a control that gives something away: does the heading above it (or the name of a menu, tab or window without any) name
another subject, by words of function or security in each language, as a model reads it, or since settings under it that
give nothing away are called by its words? And neither privacy nor the control's own subject, by no word of it? It counts
as far as the control's purposes are from home there: offers, suggestions and who sees what are at home under the function
that they belong to, and are left out. What share of the other controls under that heading give nothing away? Does the
site have another section that speaks of privacy, or whose controls mostly give something away? A logistic regression,
which may only count each upwards, is fitted on recordings of twins and ordinary screens; its result is multiplied by the
probability that the control governs something which the service does not need.

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
from offswitch_classifier.facts import ORDINARY_BELOW, ControlFacts, Facts
from offswitch_classifier.lexicon import hits
from offswitch_classifier.patterns.pattern import Fact, Learnt, Missing, by_purpose, described, half_suffices, least
from offswitch_classifier.patterns.shown import marks, name_of, quoted
from offswitch_classifier.phrases import has
from offswitch_classifier.polarity import ORDER
from offswitch_classifier.purpose import NEUTRAL
from offswitch_classifier.stems import share as share_stem
from offswitch_classifier.text import cleaned, code_of
from offswitch_recording.findings import Evidence
from offswitch_recording.words import Polarity, Purpose, ScreenKind, Severity, Slug

PATTERN = described(
    Slug.DECONTEXTUALIZING,
    Severity.LOW,
    '"{label}", which decides whether to let {allowed}, stands under "{section}"{elsewhere}.',
    "decontextualising",
    ("GDPR Art. 12(1) (easily accessible form): may implicate",),
)
LEARNT = Learnt(
    directions={"heading_names_another": 1, "neighbours_give_nothing": 1, "fitting_section_elsewhere": 1, "alone_among": 1},
    prior={
        "heading_names_another": 1.5,
        "neighbours_give_nothing": 1.0,
        "fitting_section_elsewhere": 0.7,
        "alone_among": 5.0,
    },
    intercept=-4.5,
)
AWAY_FROM_HOME = {
    Purpose.AI_TRAINING: 1.0, Purpose.ADS: 1.0, Purpose.DATA_SHARING: 1.0, Purpose.BIOMETRIC: 1.0, Purpose.CONTACTS: 0.7,
    Purpose.LOCATION: 0.7, Purpose.TELEMETRY: 0.5,
}  # fmt: skip
"""How far a purpose is from home under a heading of function, each counted as surely as the control has it. Offers stand
under notifications by right, suggestions under what they suggest, and who sees something under that thing."""
UNSURE, SURE = 0.7, 0.9
"""A heading that is read as neutral less surely says nothing of its subject; one that is so read more surely names another."""
MOSTLY = 0.75
"""Among so many that give nothing away a control is alone: one of the others may be misread."""
Headings = tuple[str, ...]


def subjects(facts: Facts) -> list[ControlFacts]:
    """Controls that give something away and stand under a heading, or in a part that opens by a name."""
    return [c for c in facts.controls if c.gives_away >= ORDINARY_BELOW and _headings(c)]


def _headings(subject: ControlFacts) -> Headings:
    """The headings above it; of a menu, tab or window without any its name."""
    screen = subject.screen
    named = screen is not None and screen.kind is not ScreenKind.PAGE and screen.parent is not None and screen.title
    return tuple(subject.control.section) or ((screen.title,) if screen is not None and named else ())


def features(subject: ControlFacts) -> dict[str, Fact] | Missing | None:
    """Whether heading and neighbours are of another kind than the control, and whether a fitting section exists."""
    another, functional = _names_another(subject), _functional(subject)
    elsewhere = _fitting(subject) is not None
    return LEARNT.facts(
        {
            "heading_names_another": another,
            "neighbours_give_nothing": functional,
            "fitting_section_elsewhere": elsewhere,
            "alone_among": another * min(1.0, functional / MOSTLY) * elsewhere,
        }
    )


def _names_another(subject: ControlFacts) -> float:
    """How surely the nearest heading names function or security, 0..1; 0 where it names privacy or the control's own subject."""
    heading = _headings(subject)[-1]
    roles = {h.role for h in hits(cleaned(heading), code_of(subject.language))}
    if any(share_stem(heading, text) for text in (subject.control.label, subject.control.description)):
        return 0.0  # it stands with what it speaks of
    own = {p for p, probability in subject.reading.purposes.items() if probability >= 0.2 and p not in NEUTRAL}
    if has("privacy", heading, subject.language) or roles & {*own, subject.at_stake}:
        return 0.0
    away = sum(p * AWAY_FROM_HOME.get(Purpose(name), 0.0) for name, p in subject.reading.purposes.items())
    if roles & NEUTRAL:
        return away
    neutral = subject.facts.kept(_neutral)[heading, subject.language]
    return away * max(_is_theirs(subject, heading), min(1.0, (neutral - UNSURE) / (SURE - UNSURE)))


def _is_theirs(subject: ControlFacts, heading: str) -> float:
    """Whether the heading is made of words of settings under it that give nothing away: of one half, of two surely."""
    ordinary = [c for c in _beside(subject) if c.gives_away < ORDINARY_BELOW]
    return min(1.0, sum(share_stem(heading, c.control.label) for c in ordinary) / 2)


def _neutral(facts: Facts) -> dict[tuple[str, str], float]:
    """How surely each heading names nothing that gives anything away, all asked at once."""
    asked = list(dict.fromkeys((_headings(c)[-1], c.language) for c in subjects(facts)))
    told = facts.told([{"label": heading, "language": language} for heading, language in asked])
    return dict(zip(asked, told.polarities[:, ORDER.index(Polarity.NEUTRAL)].tolist(), strict=True))


def _functional(subject: ControlFacts) -> float:
    """Share of the other controls under the same headings that give nothing away; 0 where there are none."""
    beside = _beside(subject)
    return sum(c.gives_away < ORDINARY_BELOW for c in beside) / len(beside) if beside else 0.0


def _beside(subject: ControlFacts) -> list[ControlFacts]:
    return [c for c in subject.neighbours if c.control.section == subject.control.section]


def _fitting(subject: ControlFacts) -> Headings | None:
    """Another section of the site that speaks of privacy or mostly gives something away; null where there is none."""
    by_section: dict[Headings, list[ControlFacts]] = {}
    for control in subject.facts.controls:
        by_section.setdefault(_headings(control), []).append(control)
    own = _headings(subject)
    for section, controls in by_section.items():
        telling = sum(c.gives_away >= ORDINARY_BELOW for c in controls)
        if section and section != own and (has("privacy", section[-1], subject.language) or 2 * telling > len(controls)):
            return section
    return None


def share(subject: ControlFacts) -> tuple[str, float]:
    """Probability that the control governs something that the service does not need."""
    return "governs_something_not_needed", half_suffices(subject.gives_away)


def severity(subject: ControlFacts) -> Severity:
    """That of what is at stake, at most medium: it can be found."""
    return least(by_purpose(subject.at_stake), Severity.MEDIUM)


def evidence(subject: ControlFacts) -> Evidence:
    """The headings above it, the section that would fit, and the control's box."""
    return Evidence(
        facts={
            "label": subject.control.label,
            "purpose": subject.at_stake,
            "section": " > ".join(_headings(subject)),
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
        "section": quoted(_headings(subject)[-1]),
        "elsewhere": f'; this site has "{quoted(fitting[-1])}"' if fitting else "",
    }
