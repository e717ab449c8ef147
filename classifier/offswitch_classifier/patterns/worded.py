"""What the patterns of wording share: every sentence of a recording with the probability that it carries a pattern."""

from dataclasses import dataclass
from functools import cached_property
from math import exp, log2

import numpy as np
from numpy.typing import NDArray

from offswitch_classifier import ontology, pressures, wording
from offswitch_classifier.facts import LEAST_AT_STAKE, Facts, at_stake
from offswitch_classifier.monotone import log_odds
from offswitch_classifier.pairs import all_pairs
from offswitch_classifier.patterns.pattern import Fact, Learnt, by_purpose, half_suffices, least
from offswitch_classifier.patterns.shown import line_marks, marks, quoted
from offswitch_classifier.tongues import letters
from offswitch_classifier.written import Sentence, all_sentences
from offswitch_recording.findings import Evidence
from offswitch_recording.schema import Line
from offswitch_recording.words import Severity, Slug

LEAST_TOLD = 1 / (1 + exp(6))
"""Probabilities nearer to 0 or 1 are counted as this: the models of wording are no surer."""
LEAST = 0.02
"""A sentence that carries a pattern less surely is not judged further, unless words of all its kinds meet in it."""
MEETS = 0.9
"""Words of all kinds meet, and something surely is at stake."""
LINES_BEFORE, LINES_BESIDE = 3, 2
"""A question stands at most so many lines before its answers, and what is said beside a control so many from its name."""
LEAST_SAID = -4.0
"""A model of wording that sees nothing of a pattern speaks against it no further: it has not read everything."""
ANSWERS = ("option", "door")
FEWEST_LETTERS = {True: 10, False: 16}
"""Shorter texts, of answers and of others, name a thing and press nobody."""
USUAL_LETTERS = 32
UNRECOGNISED = 0.3
CLEAR = 0.5
_SMALLEST = 1e-4


@dataclass(frozen=True)
class Worded:
    """A sentence and the probability that its wording carries one pattern."""

    sentence: Sentence
    slug: Slug
    says_so: float
    presses: float
    """Probability that its wording carries any pattern at all: near relatives are told apart less surely than from none."""

    @property
    def screen_id(self) -> str:
        """Id of the screen that shows it."""
        return self.sentence.screen_id

    @property
    def control_id(self) -> str | None:
        """Id of the control whose text it is."""
        return self.sentence.control_id

    @property
    def known(self) -> str:
        """By what it is known again in another recording."""
        return self.sentence.known

    @property
    def names(self) -> tuple[str, ...]:
        """What a person reads."""
        return self.sentence.names

    @property
    def log_odds(self) -> float:
        """Of `says_so`, within -6..6."""
        return log_odds(self.says_so, LEAST_TOLD)

    @property
    def pressing_log_odds(self) -> float:
        """Of `presses`, within -6..6, as far as it is this pattern that presses."""
        return log_odds(self.presses, LEAST_TOLD) * min(1.0, self.says_so / max(self.presses, _SMALLEST))

    @cached_property
    def on_choice(self) -> bool:
        """Whether it belongs to a control, stands on a button or asks what two buttons answer: part of a choice, and no text
        beside it."""
        return self.sentence.control is not None or self.sentence.place == "door" or self._before_answers

    @property
    def may_be_meant(self) -> bool:
        """Whether it is worth judging: the model of wording sees something, or words of all its kinds meet on a choice."""
        said = self.sentence.place != "label" and self._met == 1
        return self.says_so >= LEAST or (said and self.words_meet >= MEETS)

    @cached_property
    def words_meet(self) -> float:
        """Share of the kinds of words that press so and meet in it, as sure as the choice on which they stand gives away."""
        if not self._met or not (self.on_choice or self._beside_choice):
            return 0.0
        return half_suffices(self.at_stake) * self._met

    @property
    def _met(self) -> float:
        if self.slug not in pressures.NEEDED:
            return 0.0
        return pressures.met(self.slug, self.sentence.text, self.sentence.language)

    @property
    def _before_answers(self) -> bool:
        """Whether it is one of the last lines before two answers to a question of data."""
        pairs = (p for p in self.sentence.facts.kept(all_pairs) if p.screen_id == self.screen_id)
        return any(1 <= self._lines_to(w) <= LINES_BEFORE for p in pairs for w in (p.accept_line, p.refuse_line))

    @property
    def _beside_choice(self) -> bool:
        """Whether it stands a line or two from the name of a control that gives something away."""
        sentence = self.sentence
        told = (c for c in sentence.facts.on_screen.get(self.screen_id, []) if c.gives_away >= CLEAR)
        return any(1 <= abs(self._lines_to(sentence.page.find(c.control.label))) <= LINES_BESIDE for c in told)

    def _lines_to(self, other: Line | None) -> int:
        """How many lines after it another stands; 0 where one of them is not known."""
        own, lines = self.sentence.line, self.sentence.page.lines
        return lines.index(other) - lines.index(own) if own in lines and other in lines else 0

    @cached_property
    def at_stake(self) -> float:
        """Probability that the control whose text it is, or any choice on its screen, governs something not needed."""
        own, facts = self.sentence.control, self.sentence.facts
        if own is not None:
            return own.gives_away
        beside = [c.gives_away for c in facts.on_screen.get(self.screen_id, [])]
        asked = [p.gives_away for p in facts.kept(all_pairs) if p.screen_id == self.screen_id]
        return max([*beside, *asked], default=0.0)


def worded(slug: Slug, facts: Facts, least: float = LEAST, short: bool = False) -> list[Worded]:
    """The sentences that may carry a pattern by their wording."""
    column, none = wording.CLASSES.index(slug), wording.CLASSES.index(wording.NONE)
    sentences, told = facts.kept(all_sentences), facts.kept(_told)
    if slug in pressures.NEEDED:
        told = _as_a_whole(facts, column)
    found = [
        Worded(s, slug, p, 1 - ordinary)
        for s, p, ordinary in zip(sentences, told[:, column].tolist(), told[:, none].tolist(), strict=True)
        if short or is_long_enough(s)
    ]  # fmt: skip
    return [w for w in found if w.says_so >= least or w.may_be_meant]


def is_long_enough(sentence: Sentence) -> bool:
    """Whether a text says enough to press anybody."""
    return letters(sentence.text) >= FEWEST_LETTERS[sentence.place in ANSWERS]


def _told(facts: Facts) -> NDArray[np.float64]:
    return wording.told([s.text for s in facts.kept(all_sentences)], facts.models)


def _as_a_whole(facts: Facts, column: int) -> NDArray[np.float64]:
    """The same, where of each text of several sentences the one that says it most is read as the whole text, if that says it
    more: what presses is often said in two breaths."""
    sentences, told = facts.kept(all_sentences), facts.kept(_told).copy()
    for places, whole in facts.kept(_wholes):
        most = max(places, key=lambda i: float(told[i, column]))
        if is_long_enough(sentences[most]) and whole[column] > told[most, column]:
            told[most] = whole
    return told


def _wholes(facts: Facts) -> list[tuple[list[int], NDArray[np.float64]]]:
    """Of each description and line of several sentences their places in `all_sentences`, and what is told of it as a whole."""
    places: dict[tuple[str, str], list[int]] = {}
    for i, s in enumerate(facts.kept(all_sentences)):
        whole = s.control.control.description if s.control is not None else s.line.text if s.line is not None else ""
        if s.place in ("description", "text"):
            places.setdefault((s.screen_id, whole), []).append(i)
    several = {whole: of for whole, of in places.items() if len(of) > 1}
    told = wording.told([text for _, text in several], facts.models)
    return list(zip(several.values(), told, strict=True))


def share_of(subject: Worded) -> tuple[str, float]:
    """How sure it is that something is at stake. An answer is always part of a choice; another sentence of no control may
    speak of one that was not recognised."""
    if subject.sentence.place == "door":
        return "something_is_at_stake", 1.0
    least = UNRECOGNISED if subject.sentence.control is None else 0.0
    return "something_is_at_stake", least + (1 - least) * half_suffices(subject.at_stake)


PRESSING = {
    "says_so_log_odds": 1, "presses_log_odds": 1, "words_meet": 1, "on_choice": 1, "at_stake": 1, "length_log2": 0,
    "names_a_setting": -1,
}  # fmt: skip
"""What the patterns of pressure are judged by, and in which direction each counts."""


def pressure(*, words_meet: float, on_choice: float, at_stake: float, intercept: float) -> Learnt:
    """How a pattern of pressure is learnt: it begins at the model of wording, and at how much it counts for this pattern that
    its kinds of words meet, that they stand on a choice and that something is at stake."""
    prior = {
        "says_so_log_odds": 0.7, "presses_log_odds": 0.3, "words_meet": words_meet, "on_choice": on_choice, "at_stake": at_stake,
        "length_log2": 0.5, "names_a_setting": -1.0,
    }  # fmt: skip
    return Learnt(PRESSING, prior, intercept)


def pressing(subject: Worded) -> dict[str, Fact]:
    """How surely its wording presses so, and whether it stands on a choice with something at stake."""
    made = {
        "says_so_log_odds": max(subject.log_odds, LEAST_SAID),
        "presses_log_odds": max(subject.pressing_log_odds, LEAST_SAID),
        "words_meet": subject.words_meet,
        "on_choice": float(subject.on_choice),
        "names_a_setting": float(subject.sentence.place == "label"),
        "length_log2": max(-1.0, min(2.0, log2(letters(subject.sentence.text) / USUAL_LETTERS))),
        "at_stake": subject.at_stake,
    }
    return {name: Fact(made[name], direction) for name, direction in PRESSING.items()}


def severity_of(subject: Worded) -> Severity:
    """That of what the control governs, at most medium: words press, and leave the choice."""
    control = subject.sentence.control
    if control is None or control.gives_away < LEAST_AT_STAKE:
        return Severity.LOW
    return least(by_purpose(at_stake(control.reading.purposes)), Severity.MEDIUM)


def evidence_of(subject: Worded, what: str) -> Evidence:
    """The sentence, where it stands, and its box; that of its control where no line of its own is known."""
    sentence, control = subject.sentence, subject.sentence.control
    own = line_marks(subject.screen_id, sentence.line, what)
    return Evidence(
        facts={
            "sentence": sentence.text,
            "stands_in": sentence.place,
            "control": control.control.label if control else None,
            "purpose": at_stake(control.reading.purposes) if control else None,
        },
        marks=own or (marks(control.control, what) if control else []),
    )


def slots_of(subject: Worded) -> dict[str, str]:
    """What fills the sentence for a person."""
    control = subject.sentence.control
    where = {"label": "", "option": " as an answer", "door": " on a button", "heading": " as a heading"}
    beside = f' beside "{quoted(control.control.label)}"' if control and subject.sentence.place == "description" else ""
    told = control is not None and control.gives_away >= CLEAR
    allowed = ontology.allows(at_stake(control.reading.purposes)) if control else ""
    return {
        "text": quoted(subject.sentence.text),
        "where": beside or where.get(subject.sentence.place, ""),
        "choice": f"the choice whether to let {allowed}" if told else "a choice",
    }
