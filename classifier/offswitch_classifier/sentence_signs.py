"""What a sentence says beyond its words: who speaks, of what pressure its words are, how it is written, and what meets.

The words of pressure stand in languages/CODE.yaml; as the language of a sentence is seldom told, they are looked up in
all languages. What meets in one sentence (a refusal and a loss, a number and a stock) says more than each alone.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from offswitch_classifier.lexicon import ROLES, WORDING, hits
from offswitch_classifier.text import cleaned

SPOKEN = (*(r for r in ROLES if r != "echoes"), *WORDING)
SHAPES = {
    "number": re.compile(r"\d"),
    "percent": re.compile(r"\d\s?[%٪]|[%٪]\s?\d"),
    "clock": re.compile(r"\d[:٫]\d\d"),
    "question": re.compile(r"[?？؟]"),
    "exclamation": re.compile(r"[!！]"),
    "money": re.compile(r"[$€£¥₺₽₩₹]|\b(?:kr|zł|Kč|lei)\b|[元円원]"),
    "ellipsis": re.compile(r"…|\.\.\."),
    "box": re.compile(r"[\[\]☐☑✓✔]"),
    "colon": re.compile(r"[:：]\s"),
    "quotation": re.compile(r'["“”«»„「」]'),
    "picture": re.compile(r"[\U0001f300-\U0001faff☀-➿]"),
    "capitals": re.compile(r"^[^a-z]*[A-Z]{2}[^a-z]*$"),
    "one digit": re.compile(r"(?<![\d.,:])\d(?![\d.,:])"),
    "two digits": re.compile(r"(?<![\d.,:])\d\d(?![\d.,:])"),
    "many digits": re.compile(r"\d[\d.,\s]?\d\d"),
    "many sentences": re.compile(r"[.!?。！？]\s*\S.*[.!?。！？]", re.S),
}
MEETING = (*SPOKEN, "number", "percent", "clock", "question", "exclamation")
LENGTHS_CHARACTERS = (15, 30, 60, 120)
PAIRS = tuple(combinations(range(len(MEETING)), 2))


def names() -> list[str]:
    """What each sign is called, in order."""
    alone = [*SPOKEN, *SHAPES]
    return [
        *alone,
        *(f"{a}, twice" for a in SPOKEN),
        *(f"{a}, first" for a in SPOKEN),
        *(f"longer than {n}" for n in LENGTHS_CHARACTERS),
        *(f"{MEETING[a]} and {MEETING[b]}" for a, b in PAIRS),
    ]


def signs(texts: Sequence[str], language: str = "") -> NDArray[np.float32]:
    """The signs of each text, (n, n_signs), 0 or 1. language: of all texts, where it is known."""
    alone = np.array([_alone(text, language) for text in texts], dtype=np.float32).reshape(len(texts), _ALONE)
    meeting = alone[:, _MEETING]
    first, second = np.array(PAIRS).T
    return np.hstack([alone, meeting[:, first] * meeting[:, second]])


_ALONE = len(SPOKEN) * 3 + len(SHAPES) + len(LENGTHS_CHARACTERS)
_MEETING = [names().index(name) for name in MEETING]
_PLACES = {role: place for place, role in enumerate(SPOKEN)}
_TWICE, _FIRST = len(SPOKEN) + len(SHAPES), len(SPOKEN) * 2 + len(SHAPES)
_OF_NUMBERS = {"number", "percent", "clock", "one digit", "two digits", "many digits"}


@lru_cache(maxsize=20_000)
def _alone(text: str, language: str) -> NDArray[np.float32]:
    """The signs of one text but for what meets; remembered, so not to be written to."""
    row = np.zeros(_ALONE, dtype=np.float32)
    for hit in hits(cleaned(text), language, wording=True):
        place = _PLACES.get(hit.role)
        if place is None:
            continue
        row[_TWICE + place] = row[place]
        row[place] = 1
        if hit.position == 0:
            row[_FIRST + place] = 1
    has_number = bool(SHAPES["number"].search(text))
    for place, (name, shape) in enumerate(SHAPES.items(), len(SPOKEN)):
        row[place] = (has_number or name not in _OF_NUMBERS) and bool(shape.search(text))
    row[-len(LENGTHS_CHARACTERS) :] = [len(text) > n for n in LENGTHS_CHARACTERS]
    return row
