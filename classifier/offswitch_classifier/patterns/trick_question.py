"""Double negation, inverted or ambiguous wording, or a direction that differs from its neighbours.

## What it is
A choice is worded so that many set the opposite of what they want: "Do not stop us from not sharing", a box that is
ticked to refuse among boxes that are ticked to agree, a question whose yes is a no.

## Why it matters
An answer to a question that was not understood is no choice. Whoever reads quickly follows the form of the others.

## How it is measured
Labels, options, buttons and questions are read by a model of wording learnt on sentences in many languages. Beside
its log-odds stand the number of words that turn a meaning round (negations, and verbs of preventing) beyond the
first, and whether a switch, or a question of yes and no, protects when on while most of those beside it give away
when on. A logistic regression, which may only count each upwards, begins at the model's own log-odds and is fitted
on recordings of twins and ordinary screens.

## Deceptive
"Do not stop Quillfeather from not withholding my address"; "Don't share my address" as the third of four switches that
begin with "Share".

## Fair
"Share my address with partner shops"; one "Block trackers" in a section of protections.

## What it does not catch
Answers that fit no question; contradictions between a label and a long explanation; ambiguity that only a lawyer sees.

## References
EDPB Guidelines 03/2022 v2.0, 4.6.2 (ambiguous wording or information); GDPR Art. 12(1) (clear and plain language);
Mathur et al., CSCW 2019 (trick questions); Gray, Santos, Bielova and Mildner, CHI 2024: trick questions.
"""

from collections import Counter
from collections.abc import Sequence

from offswitch_classifier.facts import ControlFacts, Facts
from offswitch_classifier.lexicon import hits
from offswitch_classifier.patterns.pattern import Fact, Learnt, Missing, described
from offswitch_classifier.patterns.worded import Worded, evidence_of, severity_of, share_of, slots_of, worded
from offswitch_classifier.phrases import switched
from offswitch_classifier.signs import counted_negations
from offswitch_classifier.stems import stems
from offswitch_classifier.text import cleaned, code_of, words
from offswitch_recording.findings import Evidence
from offswitch_recording.words import Kind, Polarity, Severity, Slug

PATTERN = described(
    Slug.TRICK_QUESTION,
    Severity.MEDIUM,
    '"{text}"{where} {trick}.',
    "ambiguous wording or information",
    ("GDPR Art. 12(1) (clear and plain language): may implicate",),
)
LEARNT = Learnt(
    directions={"says_so_log_odds": 1, "words_that_turn": 1, "against_neighbours": 1, "in_their_form": 1},
    prior={"says_so_log_odds": 1.0, "words_that_turn": 0.8, "against_neighbours": 2.0, "in_their_form": 3.0},
    intercept=-3.0,
)
MOST_TURNS = 3
ANSWERS = {True, False}
FEWEST_NEIGHBOURS = 2
STEM_LETTERS = 4
ASKED = ("label", "option", "door", "heading")
share = share_of
severity = severity_of


def subjects(facts: Facts) -> list[Worded]:
    """Labels, options, buttons and questions; other sentences where their wording may trick."""
    return [w for w in worded(Slug.TRICK_QUESTION, facts, least=0.0) if w.sentence.place in ASKED or w.says_so > 0.1]


def features(subject: Worded) -> dict[str, Fact] | Missing | None:
    """How surely the wording tricks, how often it turns round, and whether its neighbours point the other way."""
    against = _against(subject)
    return LEARNT.facts(
        {
            "says_so_log_odds": subject.log_odds,
            "words_that_turn": _turns(subject),
            "against_neighbours": against,
            "in_their_form": against * _alike(subject),
        }
    )


def _turns(subject: Worded) -> int:
    """Words that turn the meaning round beyond the first, in what is asked or answered."""
    if subject.sentence.place not in ASKED:
        return 0
    text = cleaned(subject.sentence.text)
    long = {c for c, n in Counter(w.clause for w in words(text)).items() if n > 1}
    said = hits(text, code_of(subject.sentence.language))
    found = [h for h in said if h.clause in long or not long]  # `No, please do not` answers, and then says so once
    prevents = {h.position for h in found if h.role == "preventing"}
    return max(0, min(MOST_TURNS, len(counted_negations(found) | prevents) - 1))


def _against(subject: Worded) -> float:
    """For a label: how surely it protects when on while the switches beside it give away when on, 0..1."""
    own, beside = subject.sentence.control, _beside(subject)
    if own is None or len(beside) < FEWEST_NEIGHBOURS:
        return 0.0
    return own.gives_away * _turned(own) * _product([1 - _turned(c) for c in beside])


def _alike(subject: Worded) -> float:
    """Share of those beside it that have a longer word in common with it: it turns round what they say."""
    own, beside = stems(subject.sentence.text, STEM_LETTERS), _beside(subject)
    return sum(not own.isdisjoint(stems(c.control.label, STEM_LETTERS)) for c in beside) / max(1, len(beside))


def _beside(subject: Worded) -> list[ControlFacts]:
    """For the label of a switch the other switches of its section, or of its screen where those are few."""
    own = subject.sentence.control
    if own is None or subject.sentence.place != "label" or not _switched(own):
        return []
    beside = [c for c in own.facts.kept(_telling)[own.control.screen] if c is not own]
    near = [c for c in beside if c.control.section == own.control.section]
    return near if len(near) >= FEWEST_NEIGHBOURS else beside


def _telling(facts: Facts) -> dict[str, list[ControlFacts]]:
    """The switches of each screen that surely give something away in one state."""
    return {s: [c for c in of if _switched(c) and c.gives_away >= 0.5] for s, of in facts.on_screen.items()}


def _switched(control: ControlFacts) -> bool:
    """Whether it is on or off, or asks for a yes or a no."""
    own = [o if isinstance(o, str) else o.label for o in control.control.options]
    asks = len(own) == len(ANSWERS) and {switched(o, control.language) for o in own} == ANSWERS
    return control.control.kind in (Kind.SWITCH, Kind.CHECKBOX) or asks


def _turned(control: ControlFacts) -> float:
    """Probability that the state that gives away is off."""
    probability = control.reading.polarity_probability
    return {Polarity.OFF_INVASIVE: probability, Polarity.ON_INVASIVE: 1 - probability}.get(control.reading.polarity, 0.0)


def _product(values: Sequence[float]) -> float:
    """Mean, and none where any of them points the same way."""
    return sum(values) / len(values) if min(values) >= 0.5 else 0.0


def evidence(subject: Worded) -> Evidence:
    """The words and their box."""
    found = evidence_of(subject, "may be read the wrong way round")
    return found.model_copy(
        update={"facts": {**found.facts, "words_that_turn": _turns(subject) + 1 if _turns(subject) else 0}}
    )


def slots(subject: Worded) -> dict[str, str]:
    """What fills the sentence."""
    trick = "is worded so that the opposite may be set"
    if _turns(subject) > 0:
        trick = f"turns its meaning round {('twice', 'three times', 'four times or more')[_turns(subject) - 1]}"
    if _against(subject) > 0.5:
        trick = "protects when it is on, while the settings beside it give away when they are on"
    return {**slots_of(subject), "trick": trick}
