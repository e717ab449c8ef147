"""Pressure by a stock that is said to run out in the wording of a choice.

## What it is
Places, seats, rewards or offers that are "almost gone" are held out for agreeing.

## Why it matters
What is said to be scarce is wanted more, and the choice about data is made on the side.

## How it is measured
Every label, description, option, button and sentence of a screen is read by a model of wording that was learnt on
sentences in many languages. A logistic regression takes its log-odds for this pattern and for any, whether kinds of
words that press so stand together on a choice or beside it (a stock meets a number; word lists in 26 languages),
whether the sentence is part of a choice (of a control, on a button, or the question before two answers), whether
something is at stake there, how long it is, and whether it is only the name of a setting (which speaks against it);
all but length may count in that direction alone. It begins at the model's own log-odds, lowered because sentences
of menus press far less often than those of the corpus, and is fitted on recordings of twins and of ordinary
screens. The result is lowered where the control gives nothing away.

## Deceptive
"Only 3 places left among our testers: switch on before they are gone."

## Fair
"Storage: 3 GB left"; a number that describes the person's own account.

## What it does not catch
Whether the stock is real; scarcity that is drawn and not written.

## References
EDPB Guidelines 03/2022 v2.0, 4.3.1; Directive 2005/29/EC, Annex I No. 7; Mathur et al., CSCW 2019 (scarcity); Gray,
Santos, Bielova and Mildner, CHI 2024: scarcity and popularity claims.
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
    Slug.SCARCITY,
    Severity.LOW,
    '"{text}"{where} presses for {choice} by a stock that is said to run out.',
    "emotional steering",
    ("Directive 2005/29/EC, Annex I No. 7 (limited availability): may implicate",),
)
LEARNT = pressure(words_meet=6.0, on_choice=1.5, at_stake=1.2, intercept=-4.0)
features = pressing
share = share_of
severity = severity_of
slots = slots_of


def subjects(facts: Facts) -> list[Worded]:
    """The sentences that may be worded so."""
    return worded(Slug.SCARCITY, facts)


def evidence(subject: Worded) -> Evidence:
    """The sentence and its box."""
    return evidence_of(subject, "presses by scarcity")
