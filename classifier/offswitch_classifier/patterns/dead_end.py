"""The door that should protect leads nowhere: an error, an empty page, back to itself.

## What it is
"Object to the use of my data", "Your privacy choices": the link is there, and behind it is a page that does not exist,
says next to nothing, or is the one on which it stands.

## Why it matters
A right that ends on an error page is not granted, and few try twice.

## How it is measured
Every door that the walk took is read: does its label speak of privacy, by words in each language, or of something
to give away or to protect, by the model that reads labels? And where did it end: an error (status 4xx or 5xx, or
nothing), the same screen, or a screen with no control on it or behind it and few words that are not on the screen
before, or none? An empty one counts more where the label says that something is stopped, and then a long text counts too
that holds nothing to set (a locked switch is nothing to set), more so where it names the door again, sends back in a
sentence, or names a way outside: a letter, a call, a counter, another app. It also counts where few words say that
something is not to be had (not available, expired, try later). A logistic regression, which may only count each end
upwards, is fitted on recordings of twins and of ordinary screens; its result is lowered where the label hardly promises a
choice.

## Deceptive
"Object to the evaluation of my payments", status 404.

## Fair
"Privacy policy" leading to a long text; a link to the same page's top; an error behind "Press".

## What it does not catch
Doors that were not taken (they act, leave the site, or a budget ended the walk); forms that never answer.

## References
EDPB Guidelines 03/2022 v2.0, 4.4.1 (dead end); GDPR Art. 12(2) (facilitating the exercise of rights), Art. 7(3); Gray,
Santos, Bielova and Mildner, CHI 2024: dead end.
"""

from offswitch_classifier.apart import all_apart
from offswitch_classifier.doors import DoorFacts, all_doors
from offswitch_classifier.facts import LEAST_AT_STAKE, Facts
from offswitch_classifier.pairs import all_pairs, leaning_of
from offswitch_classifier.patterns.pattern import NO_WALK, Fact, Learnt, Missing, described, half_suffices
from offswitch_classifier.patterns.shown import line_marks, quoted
from offswitch_recording.findings import Evidence
from offswitch_recording.words import Severity, Slug, WhyNot

PATTERN = described(
    Slug.DEAD_END,
    Severity.HIGH,
    'Behind "{label}" {end}.',
    "dead end",
    ("GDPR Art. 12(2) (facilitating the exercise of rights): may implicate",),
)
LEARNT = Learnt(
    directions={
        "ends_in_error": 1,
        "leads_back": 1,
        "is_blank": 1,
        "is_empty": 1,
        "is_empty_and_was_to_protect": 1,
        "only_explains_and_was_to_protect": 1,
        "refers_back": 1,
        "sends_elsewhere": 1,
        "is_told_to_fail": 1,
    },
    prior={
        "ends_in_error": 7.0,
        "leads_back": 6.0,
        "is_blank": 3.0,
        "is_empty": 2.5,
        "is_empty_and_was_to_protect": 3.5,
        "only_explains_and_was_to_protect": 3.5,
        "refers_back": 3.0,
        "sends_elsewhere": 2.5,
        "is_told_to_fail": 3.0,
    },
    intercept=-3.5,
)


def subjects(facts: Facts) -> list[DoorFacts]:
    """Doors whose label may promise a choice about data, and that are not answers themselves."""
    pairs = [*facts.kept(all_pairs), *facts.kept(all_apart)]
    answers = {(p.screen_id, label) for p in pairs for label in p.names}
    return [d for d in facts.kept(all_doors) if d.promises >= LEAST_AT_STAKE and (d.screen_id, d.door.label) not in answers]


def features(subject: DoorFacts) -> dict[str, Fact] | Missing | None:
    """Where it ended; None for what the walk did not take, Missing where it wanted to."""
    if subject.page.screen.depth is None:
        return Missing(NO_WALK)
    if not subject.door.taken and not subject.fails:
        open_end = subject.door.why_not in (WhyNot.BUDGET, WhyNot.GONE) and subject.promises >= 0.5
        return Missing(f"the door {subject.door.label!r} was not taken: {subject.door.why_not}") if open_end else None
    empty = 0.0 if subject.returns else subject.emptiness
    return LEARNT.facts(
        {
            "ends_in_error": subject.fails,
            "leads_back": subject.returns,
            "is_blank": subject.is_blank and not subject.returns,
            "is_empty": empty,
            "is_empty_and_was_to_protect": empty * _protects(subject),
            "only_explains_and_was_to_protect": (1 - empty) * (_protects(subject) and _only_explains(subject)),
            "refers_back": _only_explains(subject) and subject.refers_back,
            "sends_elsewhere": _protects(subject) and _only_explains(subject) and subject.sends_elsewhere,
            "is_told_to_fail": empty > 0 and subject.is_told_to_fail,
        }
    )


def _protects(subject: DoorFacts) -> bool:
    """Whether its label says that something is stopped, refused or objected to: a list may be empty, a deed may not."""
    return subject.stops and subject.line is not None and leaning_of(subject.facts, subject.page, subject.line) < 0


def _only_explains(subject: DoorFacts) -> bool:
    return subject.leaves_nothing_to_set and not subject.returns


def share(subject: DoorFacts) -> tuple[str, float]:
    """Probability that a person expects a choice behind it."""
    return "promises_a_choice", half_suffices(subject.promises)


def severity(subject: DoorFacts) -> Severity:
    """High: the choice cannot be made at all."""
    return Severity.HIGH


def evidence(subject: DoorFacts) -> Evidence:
    """Where the door ended, and its box."""
    return Evidence(
        facts={"label": subject.door.label, "outcome": subject.door.outcome, "leads_to": subject.door.to},
        marks=line_marks(subject.screen_id, subject.line, "leads nowhere"),
    )


def slots(subject: DoorFacts) -> dict[str, str]:
    """What fills the sentence."""
    end = "is a screen with nothing to set and next to nothing to read"
    if _only_explains(subject) and not subject.emptiness:
        end = "is a text, and nothing to set" + (", which speaks of this link again" if subject.refers_back else "")
        end += ", which sends elsewhere" if subject.sends_elsewhere and not subject.refers_back else ""
    if subject.fails:
        status = subject.door.outcome.removeprefix("status:")
        end = f"is an error page ({status})" if status.isdigit() else "nothing opened"
    elif subject.returns:
        end = "is the screen on which it stands"
    return {"label": quoted(subject.door.label), "end": end}
