"""Answers that refuse a question of data in words that are not of it: of the people who would be let down, or of oneself."""

from offswitch_classifier.facts import Facts
from offswitch_classifier.lexicon import SUBJECTS, hits
from offswitch_classifier.stems import stems
from offswitch_classifier.text import cleaned, code_of, words
from offswitch_classifier.tongues import letters
from offswitch_classifier.written import Page, Sentence

FEWEST_LETTERS = 16
"""Shorter refusals (`No, thank you`, `Not now`) say no more than that."""
LINES_BEFORE = 3
"""The question stands at most so many lines before its answers."""
STEM_LETTERS = 4
OF_DATA = frozenset({"permitting", "preventing", "protective", "local", *map(str, SUBJECTS)})
GOES_ON = frozenset({"agreement", "going_on"})
SAYS_WORDS = 3
REFUSES = frozenset({"refusal", "negations"})


def refuses_beside_the_question(sentence: Sentence) -> float:
    """For an answer that refuses and names neither data nor any word of what is asked: how surely the question is one of
    data, 0..1; 0 for every other sentence."""
    if sentence.place not in ("option", "door") or letters(sentence.text) < FEWEST_LETTERS:
        return 0.0
    code = code_of(sentence.language)
    text, asked = cleaned(sentence.text), _question(sentence)
    pressing, said = ({str(h.role) for h in hits(text, code, wording=w)} for w in (True, False))
    plain = GOES_ON & pressing or OF_DATA & said or len(words(text)) < SAYS_WORDS
    if plain or not (REFUSES & pressing and asked) or stems(text, STEM_LETTERS) & stems(asked, STEM_LETTERS):
        return 0.0
    return sentence.control.gives_away if sentence.control is not None else _of_data(sentence.facts, sentence.page, asked)


def _question(sentence: Sentence) -> str:
    """What is asked: label, section and description of its control, else the last lines before that are not to click."""
    if sentence.control is not None:
        own = sentence.control.control
        return " ".join([own.label, own.description, *own.section[-1:]])
    lines = list(sentence.page.lines)
    at = lines.index(sentence.line) if sentence.line in lines else 0
    before = [w.text for w in lines[:at] if w.role in ("", "heading")]
    return " ".join(before[-LINES_BEFORE:])


def _of_data(facts: Facts, page: Page, asked: str) -> float:
    told = facts.told([{"label": asked, "language": page.screen.language}])
    return float(told.gives_away[0])
