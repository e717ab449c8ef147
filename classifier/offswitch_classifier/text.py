"""The texts of a control: cleaned, cut, and taken apart into words and clauses, the same for every language."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from offswitch_recording.spelling import MARKS, plain

FIELDS = ("label", "description", "section", "control", "options", "language")
LONGEST_FIELD_CHARACTERS = 600  # a control's text is a sentence or two; what is longer is a page caught by mistake
MOST_WORDS = 90
_SPACES = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
_TAGS = re.compile(r"<[^<>]{0,200}>")
_ASIDE = re.compile(r"\s*[(（\[][^()（）\[\]]*[)）\]]\s*$")
_DIGITS = re.compile(r"\d+")
_STOP = r"[.,;:!?()\[\]|–—…。、！？・「」،؛؟।]+(?=\s|\W|$)|[。、！？・]"
_WORD = re.compile(rf"(?P<word>\w+n't\b|\w+'(?=\w{{2}})|[\w{MARKS}]+)|(?P<stop>{_STOP})")


class Control(NamedTuple):
    """The texts of one control, cleaned; `options` in the order shown."""

    label: str
    description: str
    section: str
    kind: str
    options: tuple[str, ...]
    language: str


Rows = Sequence[Mapping[str, object] | Control]


class Word(NamedTuple):
    """A word and the number of the clause in which it stands."""

    text: str
    clause: int


def code_of(language: str) -> str:
    """The code of a language without its region or script: `de` of `de-AT` and of `de_AT`."""
    return language.casefold().replace("_", "-").split("-", maxsplit=1)[0]


def cleaned(value: object) -> str:
    """Lower case, one script form, no control or direction marks, no tags, digits folded; never longer than the limit."""
    return _cleaned(str(value or "")[: LONGEST_FIELD_CHARACTERS * 2])


@lru_cache(maxsize=20_000)
def _cleaned(text: str) -> str:
    if not text.isascii():
        text = plain(unicodedata.normalize("NFKC", text))
        text = "".join(c for c in text if unicodedata.category(c) not in {"Cf", "Cs", "Co", "Cn"})
    text = _TAGS.sub(" ", text) if "<" in text else text
    return _DIGITS.sub("0", _SPACES.sub(" ", text)).strip().casefold()[:LONGEST_FIELD_CHARACTERS]


def control(row: Mapping[str, object]) -> Control:
    """The texts of one row with (some of) the columns FIELDS; options are joined by ` | `."""
    options = str(row.get("options") or "").split("|")
    return Control(
        cleaned(row.get("label")),
        cleaned(row.get("description")),
        cleaned(row.get("section")),
        cleaned(row.get("control")),
        tuple(c for c in map(cleaned, options[:40]) if c),
        code_of(cleaned(row.get("language"))),
    )


def without_aside(asked: Control) -> Control:
    """The control without what stands in brackets at the end of its label: such a remark (`optional`, `no effect on your contract`)
    negates something else than the label."""
    label = _ASIDE.sub("", asked.label)
    return asked if label in ("", asked.label) else asked._replace(label=label)


def controls(rows: Iterable[Mapping[str, object] | Control]) -> list[Control]:
    """Rows as controls; what is a control already is passed on."""
    return [row if isinstance(row, Control) else control(row) for row in rows]


@lru_cache(maxsize=20_000)
def words(text: str) -> tuple[Word, ...]:
    """The words of a cleaned text, at most MOST_WORDS, each with the number of its clause."""
    found: list[Word] = []
    clause = 0
    for match in _WORD.finditer(text):
        if match.lastgroup == "word":
            found.append(Word(match.group(), clause))
        else:
            clause += 1
    return tuple(found[:MOST_WORDS])
