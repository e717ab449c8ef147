"""Text that plays the choice down or makes it pointless.

## What it is
The words beside a choice lead the eye away from it: it is "a mere formality", "changes hardly anything", "does not
affect what was already learnt", or a joke stands where the facts should.

## Why it matters
A person who reads that the choice does not matter leaves it as it is, and never learns what it governs.

## How it is measured
Every label, description, option, button and sentence of a screen is read by a model of wording that was learnt on
sentences in many languages. A logistic regression takes its log-odds for this pattern and for any, whether kinds of
words that press so stand together on a choice or beside it (what is called small or of no effect meets a denial;
word lists in 26 languages), whether the sentence is part of a choice (of a control, on a button, or the question
before two answers), whether something is at stake there, how long it is, and whether it is only the name of a
setting (which speaks against it); all but length may count in that direction alone. It begins at the model's own
log-odds, lowered because sentences of menus press far less often than those of the corpus, and is fitted on
recordings of twins and of ordinary screens. The result is lowered where the control gives nothing away.

## Deceptive
"Turning this off makes little difference: what models have already learnt stays in them."

## Fair
"Your posts are used to train models. Turning this off stops that from now on."

## What it does not catch
True limits of a choice that are said plainly may be taken for it; what is left unsaid; pictures that draw the eye.

## References
EDPB Guidelines 03/2022 v2.0, 4.2.2 (look over there); GDPR Art. 12(1) (transparent information); Gray, Santos,
Bielova and Mildner, CHI 2024: hiding information.
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
    Slug.LOOK_OVER_THERE,
    Severity.MEDIUM,
    '"{text}"{where} plays {choice} down or makes it look pointless.',
    "look over there",
    ("GDPR Art. 12(1) (transparent information): may implicate",),
)
LEARNT = pressure(words_meet=3.0, on_choice=1.0, at_stake=0.8, intercept=-2.8)
features = pressing
share = share_of
severity = severity_of
slots = slots_of


def subjects(facts: Facts) -> list[Worded]:
    """The sentences that may be worded so."""
    return worded(Slug.LOOK_OVER_THERE, facts)


def evidence(subject: Worded) -> Evidence:
    """The sentence and its box."""
    return evidence_of(subject, "plays the choice down")
