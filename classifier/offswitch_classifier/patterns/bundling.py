"""One control sets several unrelated purposes.

## What it is
A single switch, box or button decides about advertising, location, partners and security mails together. Who wants one
must take all, and who refuses one loses all.

## Why it matters
Consent is given for one purpose at a time. A bundle sells the purpose that nobody wants with the one that everybody
needs.

## How it is measured
A label is taken apart at commas and words like "and" in its language, and each part is read as if it were a label of
its own: how many purposes do the parts together have, beyond one? Of a list or of levels to choose from, the option
that joins most is taken as the label. The same is asked of the description, which counts less, and it is noted
whether something that a service needs (security, function) is tied to something that it does not, and how many parts
there are. Where the label names no one purpose ("Extra experience"), the list that explains it counts, and what a
service needs in it too. Buttons that do something are asked like controls ("Save and allow" sets as much as a
switch), and of them and of options what a service needs counts as one purpose more: it cannot be had without the
rest. A logistic regression, which may only count each upwards, is fitted on recordings of twins and of ordinary
screens.

## Deceptive
"Offers, location, partners and safety alerts", one switch.

## Fair
"Offers by mail and text message": two ways, one purpose; a master switch above switches for each purpose.

## What it does not catch
A control whose label names one purpose and whose effect, told elsewhere or nowhere, has several; purposes that the
description tells in whole sentences; "Accept all" of a
consent dialog, which offers the choice behind it.

## References
GDPR Art. 6(1)(a) and recitals 32 and 43 (consent for each purpose); EDPB Guidelines 05/2020 on consent (granularity);
EDPB Guidelines 03/2022 v2.0, 4.6.2; Gray, Santos, Bielova and Mildner, CHI 2024: bundling.
"""

from math import log2

from offswitch_classifier.bundles import Bundle, all_bundles, beyond_one, listed, parts, tied, together
from offswitch_classifier.facts import Facts
from offswitch_classifier.patterns.pattern import Fact, Learnt, Missing, by_purpose, described, half_suffices
from offswitch_classifier.patterns.shown import line_marks, marks, name_of, quoted
from offswitch_recording.findings import Evidence
from offswitch_recording.words import Severity, Slug

PATTERN = described(
    Slug.BUNDLING,
    Severity.MEDIUM,
    '"{label}" sets several things at once: {purposes}.',
    "ambiguous wording or information",
    ("GDPR recitals 32 and 43 (consent for each purpose): may implicate",),
)
LEARNT = Learnt(
    directions={
        "purposes_joined": 1, "purposes_in_description": 1, "ties_needed": 1, "listed_in_description": 1,
        "parts_log2": 1,
    },
    prior={
        "purposes_joined": 2.5, "purposes_in_description": 1.0, "ties_needed": 1.0, "listed_in_description": 2.5,
        "parts_log2": 0.8,
    },
    intercept=-4.0,
)  # fmt: skip


def subjects(facts: Facts) -> list[Bundle]:
    """Every control but consent dialogs, and buttons that act."""
    return facts.kept(all_bundles)


def features(subject: Bundle) -> dict[str, Fact] | Missing | None:
    """Purposes beyond one that the parts of label (or option) and description have."""
    label, description = subject.of(subject.chosen), subject.of(subject.told)
    return LEARNT.facts(
        {
            "purposes_joined": together(subject),
            "purposes_in_description": beyond_one(description),
            "ties_needed": tied(label),
            "listed_in_description": listed(subject),
            "parts_log2": log2(max(1, len(parts(subject.chosen, subject.language)))),
        }
    )


def share(subject: Bundle) -> tuple[str, float]:
    """Probability that it governs something that the service does not need."""
    return "governs_something_not_needed", half_suffices(subject.gives_away)


def severity(subject: Bundle) -> Severity:
    """That of what is at stake."""
    return by_purpose(subject.at_stake)


def evidence(subject: Bundle) -> Evidence:
    """The parts, what each governs, and the box."""
    what = "sets several things"
    return Evidence(
        facts={
            "label": subject.text,
            "parts": " | ".join(parts(subject.chosen, subject.language) or parts(subject.told, subject.language)),
            "purposes": ", ".join(_found(subject)),
        },
        marks=marks(subject.control.control, what) if subject.control else line_marks(subject.screen_id, subject.line, what),
    )


def slots(subject: Bundle) -> dict[str, str]:
    """What fills the sentence."""
    named = [p.replace("_", " ").replace("ai ", "AI ") for p in _found(subject)]
    label = name_of(subject.control.control) if subject.control and subject.chosen == subject.text else subject.chosen
    return {"label": quoted(label), "purposes": ", ".join(named) or "more than one purpose"}


def _found(subject: Bundle) -> dict[str, float]:
    return subject.of(subject.chosen) or subject.of(subject.told)
