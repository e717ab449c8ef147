"""What a screen says of a control's state in words: beside the control, or elsewhere on its screen of the same thing."""

import re
from collections.abc import Iterator
from itertools import pairwise

from offswitch_classifier.claims import OPTION_LETTERS, claimed_otherwise
from offswitch_classifier.facts import ControlFacts
from offswitch_classifier.lexicon import hits
from offswitch_classifier.phrases import LONGEST_STATE, MOST_WORDS_OF_STATE, has, said_state, sentences
from offswitch_classifier.preselection import level
from offswitch_classifier.signs import counted_negations
from offswitch_classifier.stems import share, stems
from offswitch_classifier.text import cleaned, code_of
from offswitch_classifier.written import LONGEST_LABEL, pages
from offswitch_recording.schema import Line
from offswitch_recording.words import Polarity

OPPOSITE = {"on": "off", "off": "on"}
LINES_AFTER = 2
FEWEST_SHARED = 2
"""Longer words that a summary elsewhere must share with a control's label to speak of the same thing."""
SURELY = 1.0
"""From this level on an option clearly gives more, or less."""
_PARTED = re.compile(r"\s*[:–—=]\s+|\s+-\s+")


def said_otherwise(subject: ControlFacts) -> str | None:
    """The sentence that says another state than the control has; null where none does, or another says that state."""
    texts = [*_beside(subject), *_elsewhere(subject)]
    told = [(text, found) for text in texts for s in sentences(text) if (found := _told(subject, s)) is not None]
    if any(agrees for _, agrees in told):
        return None  # both words stand at the ends of a switch, or of a list of states
    return next((text for text, _ in told), None) or _denied(subject) or claimed_otherwise(subject)


def line_of(subject: ControlFacts, said: str) -> Line | None:
    """The line that shows a sentence."""
    return subject.facts.kept(pages)[subject.control.screen].find(said)


def options_of(subject: ControlFacts) -> set[str]:
    """The options between which it chooses."""
    return {o for o in subject.control.options if isinstance(o, str) and o}


def _told(subject: ControlFacts, sentence: str) -> bool | None:
    """Whether a sentence says the control's state; null where it says none."""
    said = _state_in(sentence, subject.language)
    if subject.control.state in OPPOSITE:
        return None if said is None else said == subject.control.state
    named = {o for o in options_of(subject) if _names(o, sentence)}
    if named and (has("now", sentence, subject.language) or _PARTED.search(sentence)):
        return subject.control.state in named
    chosen = level(cleaned(subject.control.state), code_of(subject.language))
    return None if said is None or abs(chosen) < SURELY else (said == "on") == (chosen > 0)


def _state_in(sentence: str, language: str) -> str | None:
    """on or off as a whole sentence, or a part of one that a colon or dash sets apart, says it."""
    parts = [sentence, *_PARTED.split(sentence)]
    return next((said for part in parts if (said := said_state(part, language))), None)


def _names(option: str, sentence: str) -> bool:
    wanted = stems(option, OPTION_LETTERS)
    return wanted <= stems(sentence, OPTION_LETTERS) if wanted else cleaned(option) in cleaned(sentence)


def _denied(subject: ControlFacts) -> str | None:
    """A short line under the name of the same thing, on any screen, that denies what its state gives away (`Not shared`)."""
    if subject.control.state != "on" or subject.reading.polarity is not Polarity.ON_INVASIVE:
        return None
    wanted = stems(subject.control.label)
    taken = {t for c in subject.facts.controls for t in (c.control.label, c.control.description) if t}
    for page in subject.facts.kept(pages).values():
        for name, said in pairwise(page.lines):
            named = len(stems(name.text) & wanted) >= FEWEST_SHARED and len(name.text) <= LONGEST_LABEL
            if (
                named
                and said.text not in taken
                and name.text != subject.control.label
                and _denies(said.text, subject.language)
            ):
                return said.text
    return None


def _denies(text: str, language: str) -> bool:
    if len(text.split()) > MOST_WORDS_OF_STATE or len(text) > LONGEST_STATE:
        return False
    return len(counted_negations(hits(cleaned(text), code_of(language)))) == 1


def _beside(subject: ControlFacts) -> Iterator[str]:
    """Its description, and the lines after its label up to what another control says."""
    page = subject.facts.kept(pages)[subject.control.screen]
    if subject.control.description:
        yield subject.control.description
    own = page.find(subject.control.label)
    if own is None:
        return
    taken = {t for c in subject.neighbours for t in (c.control.label, c.control.description) if t}
    made = 0
    for line in page.lines[page.lines.index(own) + 1 :]:
        if line.text in taken or line.role or made == LINES_AFTER:
            return
        if line.text not in subject.names:
            made += 1
            yield line.text


def _elsewhere(subject: ControlFacts) -> Iterator[str]:
    """Lines of its screen that are no control's and speak of the same thing."""
    page = subject.facts.kept(pages)[subject.control.screen]
    controls = subject.facts.on_screen[subject.control.screen]
    taken = [t for c in controls for t in (c.control.label, c.control.description) if t]
    for line in page.running:
        if share(line.text, subject.control.label) and not any(line.text in t for t in taken):
            yield line.text
