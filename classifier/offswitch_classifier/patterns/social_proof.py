"""Pressure by what other people are said to do in the wording of a choice.

## What it is
"94 % of members share theirs", "join your neighbours": the many are called as witnesses for agreeing.

## Why it matters
People follow others where they are unsure, and privacy is a matter in which most are unsure.

## How it is measured
Every label, description, option, button and sentence of a screen is read by a model of wording that was learnt on
sentences in many languages. A logistic regression takes its log-odds for this pattern and for any, whether kinds of
words that press so stand together on a choice or beside it (others meet what they chose, or how many of how many
did, or somebody is quoted on it; word lists in 26 languages), whether the sentence is part of a choice (of a
control, on a button, or the question before two answers), whether something is at stake there, how long it is, and
whether it is only the name of a setting (which speaks against it); all but length may count in that direction
alone. It begins at the model's own log-odds, lowered because sentences of menus press far less often than those of
the corpus, and is fitted on recordings of twins and of ordinary screens. The result is lowered where the control
gives nothing away.

## Deceptive
"Join 94 % of runners in your town who already share their routes."

## Fair
"Visible to people who follow you"; numbers about the person's own things.

## What it does not catch
Whether the number is true; faces and avatars that are drawn beside a choice.

## References
EDPB Guidelines 03/2022 v2.0, 4.3.1; Directive 2005/29/EC, Art. 6; Mathur et al., CSCW 2019 (social proof); Gray,
Santos, Bielova and Mildner, CHI 2024: social proof.
"""

from offswitch_classifier.facts import Facts
from offswitch_classifier.patterns.pattern import described
from offswitch_classifier.patterns.worded import (
    Worded,
    evidence_of,
    pressing,
    pressure,
    severity_of,
    share_of,
    slots_of,
    worded,
)
from offswitch_recording.findings import Evidence
from offswitch_recording.words import Severity, Slug

PATTERN = described(
    Slug.SOCIAL_PROOF,
    Severity.LOW,
    '"{text}"{where} presses for {choice} by what others are said to do.',
    "emotional steering",
    ("Directive 2005/29/EC, Art. 6 (misleading actions): may implicate",),
)
LEARNT = pressure(words_meet=3.0, on_choice=1.5, at_stake=1.2, intercept=-4.0)
features = pressing
share = share_of
severity = severity_of
slots = slots_of


def subjects(facts: Facts) -> list[Worded]:
    """The sentences that may be worded so."""
    return worded(Slug.SOCIAL_PROOF, facts)


def evidence(subject: Worded) -> Evidence:
    """The sentence and its box."""
    return evidence_of(subject, "presses by others")
