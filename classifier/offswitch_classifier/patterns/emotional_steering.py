"""Confirmshaming, fear, guilt or praise in the wording of a choice.

## What it is
An answer or its explanation speaks to feelings instead of facts: the refusal is shamed ("No, I do not care"), a
danger is painted, the person who agrees is praised.

## Why it matters
The same choice is made differently once refusing it means to call oneself careless or mean; a person decides about
a feeling and not about data.

## How it is measured
Every label, description, option, button and sentence of a screen is read by a model of wording that was learnt on
sentences in many languages. A logistic regression takes its log-odds for this pattern and for any, whether the
sentence stands on a choice (a control or a button) whether something is at stake there, how long it is, and whether
it is only the name of a setting (which speaks against it); all but length may count in that direction alone. It
begins at the model's own log-odds, lowered because sentences of menus press far less often than those of the
corpus, and is fitted on recordings of twins and of ordinary screens. The result is lowered where the control gives
nothing away.

## Deceptive
"No, I do not care about other patients"; "Leave this off and you face thieves alone".

## Fair
"Do not share"; "Alerts warn you of payments that you did not make."

## What it does not catch
Pictures, colours and tone of voice; irony; feelings that only the context awakens. A true warning of a real danger
is told from a painted one only by its wording.

## References
EDPB Guidelines 03/2022 v2.0, 4.3.1 (emotional steering); GDPR Art. 4(11) (freely given) and Art. 7(4); Mathur et
al., CSCW 2019 (confirmshaming); Gray, Santos, Bielova and Mildner, CHI 2024: confirmshaming.
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
    Slug.EMOTIONAL_STEERING,
    Severity.MEDIUM,
    '"{text}"{where} speaks to feelings about {choice} instead of saying what it does.',
    "emotional steering",
    ("GDPR Art. 4(11) (freely given consent): may implicate",),
)
LEARNT = pressure(on_choice=1.0, at_stake=0.5, intercept=-2.5)
features = pressing
share = share_of
severity = severity_of
slots = slots_of


def subjects(facts: Facts) -> list[Worded]:
    """The sentences that may be worded so."""
    return worded(Slug.EMOTIONAL_STEERING, facts)


def evidence(subject: Worded) -> Evidence:
    """The sentence and its box."""
    return evidence_of(subject, "speaks to feelings")
