"""Use is taken as agreement, or agreeing is the only way on.

## What it is
A wall that has one button, "Agree"; a sentence by which whoever goes on has agreed; a service that is refused to whoever
does not give data that it does not need.

## Why it matters
Consent that cannot be refused is none. Scrolling and going on are no statement of will.

## How it is measured
Every sentence is read by a model of wording learnt in many languages ("by continuing you agree"). Beside its log-odds
stands whether the screen that shows it offers an answer that gives away and none that protects, closes or leads to a
choice; whether a setting that gives something away says that it must be made, and whether every button of its screen is
disabled until it is; how surely a sentence gives something away that begins with what a button of its screen does; whether
the screen offers an answer that refuses; and whether it only names a setting, which can be left. A logistic regression,
which may count the last two only downwards and the others only upwards, begins at the model's own log-odds and is fitted on
recordings of twins and of ordinary screens.

## Deceptive
"By using this site you agree to the use of your data"; a dialog over the page whose only button is "Agree and go on".

## Fair
"Agree" and "Refuse"; terms of a contract that are accepted when it is made, without data that it does not need.

## What it does not catch
What a refusal costs later (content withheld, a fee); agreement in a text that is only linked; whether the service needs
the data.

## References
GDPR Art. 4(11), Art. 7(2) and (4), recitals 32 and 42; CJEU C-673/17; EDPB Guidelines 05/2020 on consent; EDPB
Guidelines 03/2022 v2.0, 4.4.1 (dead end); Gray, Santos, Bielova and Mildner, CHI 2024: forced communication or
disclosure.
"""

from offswitch_classifier.facts import Facts
from offswitch_classifier.lexicon import hits
from offswitch_classifier.matter import same_matter
from offswitch_classifier.pairs import ASKS, leaning_of, only_answers, refusable
from offswitch_classifier.patterns.pattern import Fact, Learnt, Missing, described, whole
from offswitch_classifier.patterns.worded import Worded, evidence_of, is_long_enough, slots_of, worded
from offswitch_classifier.phrases import has
from offswitch_classifier.text import cleaned, code_of
from offswitch_recording.findings import Evidence
from offswitch_recording.words import Kind, Severity, Slug, WhyNot

PATTERN = described(
    Slug.FORCED_CONSENT,
    Severity.HIGH,
    '"{text}"{where} {force}.',
    "dead end",
    ("GDPR Art. 7(4) and Art. 4(11) (freely given consent), recital 32: may implicate",),
)
LEARNT = Learnt(
    directions={
        "says_so_log_odds": 1,
        "only_answer": 1,
        "must": 1,
        "locks_the_way_on": 1,
        "the_button_means_it": 1,
        "can_be_refused": -1,
        "can_be_left": -1,
    },
    prior={
        "says_so_log_odds": 1.0,
        "only_answer": 7.0,
        "must": 2.0,
        "locks_the_way_on": 5.0,
        "the_button_means_it": 3.5,
        "can_be_refused": -3.0,
        "can_be_left": -3.0,
    },
    intercept=-2.8,
)
LEAST_SAID = -2.0
"""Words that say nothing of it speak against it no further: an only answer is forced whatever it says."""
OPENING, OPENING_WORDS = 8, 4
"""With so many letters (of scripts without spaces) or words a sentence begins."""
share = whole


def subjects(facts: Facts) -> list[Worded]:
    """Sentences that may take use for agreement, and answers that are the only ones."""
    only = facts.kept(only_answers)
    return [
        w
        for w in worded(Slug.FORCED_CONSENT, facts, least=0.0, short=True)
        if (w.says_so >= 0.05 and is_long_enough(w.sentence)) or (w.screen_id, w.sentence.text) in only or _locks(w) >= ASKS
    ]


def _only(subject: Worded) -> bool:
    return (subject.screen_id, subject.sentence.text) in subject.sentence.facts.kept(only_answers)


def features(subject: Worded) -> dict[str, Fact] | Missing | None:
    """How surely the wording forces, and whether it is the only answer to a question of data."""
    return LEARNT.facts(
        {
            "says_so_log_odds": max(subject.log_odds, LEAST_SAID),
            "only_answer": _only(subject),
            "must": _must(subject),
            "locks_the_way_on": _locks(subject),
            "the_button_means_it": _by_the_button(subject),
            "can_be_refused": subject.screen_id in subject.sentence.facts.kept(refusable),
            "can_be_left": _can_be_left(subject),
        }
    )


def _must(subject: Worded) -> float:
    """Whether a setting says of itself that it must be made, and how surely it gives something away."""
    own = subject.sentence.control
    if own is None or own.control.kind is Kind.CHOICE:
        return 0.0
    said = hits(cleaned(subject.sentence.text), code_of(subject.sentence.language), wording=True)
    return own.gives_away * any(h.role == "must" for h in said)


def _locks(subject: Worded) -> float:
    """The same where it is not made yet, and every button of its screen is disabled: nothing goes on without it."""
    own = subject.sentence.control
    if own is None or (own.reading.preselected or 0.0) > 0.5:
        return 0.0
    ways = [d for d in subject.sentence.facts.recording.doors if d.screen == subject.screen_id and d.role == "button"]
    locked = [d for d in ways if d.why_not is WhyNot.DISABLED]
    return _must(subject) * (bool(locked) and len(locked) == len(ways))


def _by_the_button(subject: Worded) -> float:
    """How surely a sentence of no control gives something away, where it begins with what a button of its screen does that
    is no answer by itself: `By connecting you let …` above `Connect`."""
    sentence, page, facts = subject.sentence, subject.sentence.page, subject.sentence.facts
    if sentence.place != "text" or sentence.control is not None:
        return 0.0
    first = sentence.text.split()[:OPENING_WORDS]
    opening = " ".join(first) if len(first) == OPENING_WORDS else sentence.text[:OPENING]
    buttons = [w for w in page.doors if w.role == "button" and not leaning_of(facts, page, w)]
    if not any(same_matter(opening, w.text) for w in buttons if not has("saves", w.text, sentence.language)):
        return 0.0
    told = facts.told([{"label": sentence.text, "language": sentence.language}]).gives_away
    return float(told[0])


def _can_be_left(subject: Worded) -> bool:
    """Whether it names a control, or an option of one, that can be set, and goes on either way."""
    own = subject.sentence.control
    is_set = own is not None and own.control.kind is not Kind.CHOICE and not (own.control.locked or own.control.disabled)
    return is_set and subject.sentence.place in ("label", "option") and not _locks(subject)


def severity(subject: Worded) -> Severity:
    """High where there is no other answer, else medium."""
    return Severity.HIGH if _only(subject) else Severity.MEDIUM


def evidence(subject: Worded) -> Evidence:
    """The words and their box."""
    found = evidence_of(subject, "no other way on" if _only(subject) else "takes use for agreement")
    return found.model_copy(update={"facts": {**found.facts, "only_answer": _only(subject)}})


def slots(subject: Worded) -> dict[str, str]:
    """What fills the sentence."""
    force = "is the only answer that this screen offers" if _only(subject) else "takes going on, or use, for agreement"
    return {**slots_of(subject), "force": force}
