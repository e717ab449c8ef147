"""Confirmshaming, fear, guilt or praise in the wording of a choice.

## What it is
An answer or its explanation speaks to feelings instead of facts: the refusal is shamed ("No, I do not care"), a
danger is painted, the person who agrees is praised.

## Why it matters
The same choice is made differently once refusing it means to call oneself careless or mean; a person decides about
a feeling and not about data.

## How it is measured
Every label, description, option, button and sentence of a screen is read by a model of wording that was learnt on
sentences in many languages. A logistic regression takes its log-odds for this pattern and for any, whether kinds of
words that press so stand together on a choice or beside it (a loss or a feeling meets refusing, or the person who
refuses; word lists in 26 languages), whether it is an answer that refuses a question of data in words that are
neither of data nor of the question, whether the sentence is part of a choice (of a control, on a button, or the
question before two answers), whether something is at stake there, how long it is, and whether it is only the name
of a setting (which speaks against it); all but length may count in that direction alone. It begins at the model's
own log-odds, lowered because sentences of menus press far less often than those of the corpus, and is fitted on
recordings of twins and of ordinary screens. The result is lowered where the control gives nothing away.

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

from offswitch_classifier.answers import refuses_beside_the_question
from offswitch_classifier.facts import Facts
from offswitch_classifier.patterns.pattern import Fact, Learnt, Missing, described
from offswitch_classifier.patterns.worded import (
    LEAST,
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
_OF_ALL = pressure(words_meet=2.0, on_choice=1.0, at_stake=0.5, intercept=-2.5)
LEARNT = Learnt(
    {**_OF_ALL.directions, "beside_the_question": 1}, {**_OF_ALL.prior, "beside_the_question": 8.0}, _OF_ALL.intercept
)
share = share_of
severity = severity_of
slots = slots_of


def subjects(facts: Facts) -> list[Worded]:
    """The sentences that may be worded so, and answers that refuse in words of something else than was asked."""
    found = worded(Slug.EMOTIONAL_STEERING, facts, least=0.0)
    return [w for w in found if w.may_be_meant or refuses_beside_the_question(w.sentence) >= LEAST]


def features(subject: Worded) -> dict[str, Fact] | Missing | None:
    """How surely its wording presses so, and whether it is an answer that refuses in words of something else."""
    return {**pressing(subject), "beside_the_question": Fact(refuses_beside_the_question(subject.sentence), 1)}


def evidence(subject: Worded) -> Evidence:
    """The sentence and its box."""
    return evidence_of(subject, "speaks to feelings")
