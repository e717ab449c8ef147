"""One control sets several unrelated purposes.

## What it is
A single switch, box or button decides about advertising, location, partners and security mails together. Who wants one
must take all, and who refuses one loses all.

## Why it matters
Consent is given for one purpose at a time. A bundle sells the purpose that nobody wants with the one that everybody
needs.

## How it is measured
A label is taken apart at commas and words like "and" in its language, and each part is read as if it were a label of
its own: how many purposes do the parts together have, beyond one? The same is asked of the description, which counts
less, and it is noted whether something that a service needs (security, function) is tied to something that it does not,
and how many parts there are.
A logistic regression, which may only count each upwards, is fitted on recordings of twins and of ordinary screens.

## Deceptive
"Offers, location, partners and safety alerts", one switch.

## Fair
"Offers by mail and text message": two ways, one purpose; a master switch above switches for each purpose.

## What it does not catch
A control whose label names one purpose and whose effect, told elsewhere or nowhere, has several; "Accept all" of a
consent dialog, which offers the choice behind it.

## References
GDPR Art. 6(1)(a) and recitals 32 and 43 (consent for each purpose); EDPB Guidelines 05/2020 on consent (granularity);
EDPB Guidelines 03/2022 v2.0, 4.6.2; Gray, Santos, Bielova and Mildner, CHI 2024: bundling.
"""

from math import log2

from offswitch_classifier.facts import LEAST_AT_STAKE, ControlFacts, Facts
from offswitch_classifier.patterns.pattern import Fact, Learnt, Missing, by_purpose, described, half_suffices
from offswitch_classifier.patterns.shown import marks, name_of, quoted
from offswitch_classifier.phrases import joined
from offswitch_classifier.purpose import NEUTRAL
from offswitch_recording.findings import Evidence
from offswitch_recording.words import Kind, Severity, Slug

PATTERN = described(
    Slug.BUNDLING,
    Severity.MEDIUM,
    '"{label}" sets several things at once: {purposes}.',
    "ambiguous wording or information",
    ("GDPR recitals 32 and 43 (consent for each purpose): may implicate",),
)
LEARNT = Learnt(
    directions={"purposes_joined": 1, "purposes_in_description": 1, "ties_needed": 1, "parts_log2": 1},
    prior={"purposes_joined": 2.5, "purposes_in_description": 1.0, "ties_needed": 1.0, "parts_log2": 0.8},
    intercept=-4.0,
)
SURE = 0.3
"""A part of a label counts for the purpose that it has at least so probably."""
MOST_PARTS, MOST_PURPOSES = 12, 3.0


def subjects(facts: Facts) -> list[ControlFacts]:
    """Every control but consent dialogs."""
    return [c for c in facts.controls if c.control.kind is not Kind.CHOICE and c.gives_away >= LEAST_AT_STAKE]


def features(subject: ControlFacts) -> dict[str, Fact] | Missing | None:
    """Purposes beyond one that the parts of label and description have."""
    label, description = _purposes(subject, subject.control.label), _purposes(subject, subject.control.description)
    telling = [p for p in label if p not in NEUTRAL]
    return LEARNT.facts(
        {
            "purposes_joined": _beyond_one(label),
            "purposes_in_description": _beyond_one(description),
            "ties_needed": max((label[p] for p in label if p in NEUTRAL), default=0.0) if telling else 0.0,
            "parts_log2": log2(max(1, len(_parts(subject, subject.control.label)))),
        }
    )


def _beyond_one(purposes: dict[str, float]) -> float:
    """How many purposes that give something away there are, as far as each is sure, beyond the surest."""
    sure = sorted((p for name, p in purposes.items() if name not in NEUTRAL), reverse=True)
    return min(MOST_PURPOSES, sum(sure[1:]))


def _purposes(subject: ControlFacts, text: str) -> dict[str, float]:
    """The purposes of the parts of a text, each with the greatest probability that a part has it; {} for one part."""
    made: dict[str, float] = {}
    told = subject.facts.kept(_told_of_parts)
    for part in _parts(subject, text):
        purpose, probability = told[part, subject.language]
        if probability >= SURE:
            made[purpose] = max(made.get(purpose, 0.0), probability)
    return made


def _parts(subject: ControlFacts, text: str) -> tuple[str, ...]:
    """What a text is taken apart into; nothing where it is one."""
    parts = joined(text, subject.language)[:MOST_PARTS]
    return parts if len(parts) > 1 else ()


def _told_of_parts(facts: Facts) -> dict[tuple[str, str], tuple[str, float]]:
    """The most probable purpose of every part of every label and description, all asked at once."""
    asked = [
        (part, c.language)
        for c in subjects(facts)
        for t in (c.control.label, c.control.description)
        for part in _parts(c, t)
    ]
    asked = list(dict.fromkeys(asked))
    if not asked:
        return {}
    told = facts.told([{"label": part, "language": language} for part, language in asked])
    best, most = told.purposes.argmax(axis=1).tolist(), told.purposes.max(axis=1).tolist()
    return {key: (told.classes[place], p) for key, place, p in zip(asked, best, most, strict=True)}


def share(subject: ControlFacts) -> tuple[str, float]:
    """Probability that the control governs something that the service does not need."""
    return "governs_something_not_needed", half_suffices(subject.gives_away)


def severity(subject: ControlFacts) -> Severity:
    """That of what is at stake."""
    return by_purpose(subject.at_stake)


def evidence(subject: ControlFacts) -> Evidence:
    """The parts, what each governs, and the control's box."""
    found = _purposes(subject, subject.control.label) or _purposes(subject, subject.control.description)
    return Evidence(
        facts={
            "label": subject.control.label,
            "parts": " | ".join(joined(subject.control.label, subject.language)),
            "purposes": ", ".join(found),
        },
        marks=marks(subject.control, "sets several things"),
    )


def slots(subject: ControlFacts) -> dict[str, str]:
    """What fills the sentence."""
    found = _purposes(subject, subject.control.label) or _purposes(subject, subject.control.description)
    named = [p.replace("_", " ").replace("ai ", "AI ") for p in found]
    return {"label": quoted(name_of(subject.control)), "purposes": ", ".join(named) or "more than one purpose"}
