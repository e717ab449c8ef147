"""Phrases that stand in a text as whole words: what is private, what is joined, what is done outside, what fails, which state
is said, what ends, what is so on a condition only. From languages/."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

import yaml

from offswitch_classifier.lexicon import Loader, codes_for, source
from offswitch_classifier.text import cleaned, code_of
from offswitch_recording.spelling import MARKS, plain

KEYS = (
    "privacy", "joins", "elsewhere", "fails", "now", "is_on", "is_off", "agrees", "declines", "ends", "saves", "conditions",
)  # fmt: skip
MOST_WORDS_OF_STATE = 6
LONGEST_STATE = 60
SHORTEST_DATED = 4
"""A state that a date may follow (`Granted 2 May 2025`) has so many letters: shorter ones are prepositions too."""
_EDGES = " .:;!()[]•●○–—-,"
_DATE = re.compile(r"\s\d[\d./:,-]*(?:\s+[^\s\d]+)?(?:\s+\d[\d./:]*)*$|\s[^\s\d]+\s\d[\d.,]*(?:\s+\d[\d./:]*)*$")
_SCRIPTS = "぀-ヿ㐀-鿿가-힯"
_UNSPACED = re.compile(f"[{_SCRIPTS}]")
_LETTER = rf"(?:[^\W{_SCRIPTS}]|[{MARKS}])"
_ENDS = re.compile(r"(?<=[.!?।؟…])\s+|(?<=[。！？])|\n+")
_CLAUSES = re.compile(r"[,，、،;；()（）]\s*|\s[–—-]\s")
_LISTED = re.compile(r"[,，、،;；/|·•\n]+|\s[–—-]\s")


@lru_cache(maxsize=20_000)
def has(key: str, text: str, language: str) -> bool:
    """Whether a phrase of one of KEYS stands in a text; where the language is not known, of any language."""
    return _pattern(codes_for(code_of(language)), key).search(cleaned(text)) is not None


@lru_cache(maxsize=20_000)
def joined(text: str, language: str) -> tuple[str, ...]:
    """The parts of a text that commas and words like `and` hold together; the text alone where nothing does."""
    joins = _pattern(codes_for(code_of(language)), "joins")
    found = [p.strip() for piece in _LISTED.split(cleaned(text)) for p in joins.split(piece)]
    return tuple(p for p in found if sum(c.isalpha() for c in p) >= 2)


def sentences(text: str) -> list[str]:
    """A text in sentences, as a person would tell them apart."""
    return [s for part in _ENDS.split(text) if (s := part.strip())]


def said_state(text: str, language: str) -> str | None:
    """on or off, where a short clause says that something now is so (`Currently off, …`), or a sentence is nothing else; null
    where none does."""
    for sentence in sentences(text):
        for clause in _CLAUSES.split(sentence):
            if clause and has("now", clause, language) and (said := state_named(clause, language)):
                return said
        if _is_only(("is_on", "is_off"), sentence, language) and (said := state_named(sentence, language)):
            return said
    return None


@lru_cache(maxsize=20_000)
def switched(option: str, language: str) -> bool | None:
    """Whether the first clause of an option is no more than yes (`Enabled`, `Yes, please`) or no (`No, thanks`); null where it says
    more, something else, or both."""
    said = _CLAUSES.split(cleaned(option))[0]
    yes, no = (_is_only(keys, said, language) for keys in (("is_on", "agrees"), ("is_off", "declines")))
    return yes if yes != no else None


def state_named(clause: str, language: str) -> str | None:
    """on or off, where a short clause names one of both."""
    if len(clause.split()) > MOST_WORDS_OF_STATE or len(clause) > LONGEST_STATE:
        return None
    codes, said = codes_for(code_of(language)), cleaned(clause)
    on, off = ([m.span() for m in _pattern(codes, key).finditer(said)] for key in ("is_on", "is_off"))
    told = (_stands_alone(on, off), _stands_alone(off, on))
    return ("on" if told[0] else "off") if told[0] != told[1] else None


def _stands_alone(some: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]]) -> bool:
    """Whether one of some stretches lies in none of the others: `granted` does in `not granted`."""
    return any(not any(o[0] <= s[0] and s[1] <= o[1] and o != s for o in others) for s in some)


def _is_only(keys: tuple[str, ...], sentence: str, language: str) -> bool:
    """Whether a sentence is one phrase of these keys and nothing more: `Off`, and not `When off`."""
    said = cleaned(sentence).strip(_EDGES)
    patterns = [_pattern(codes_for(code_of(language)), key) for key in keys]
    if any(p.fullmatch(said) for p in patterns):
        return True
    date = _DATE.search(said)
    before = said[: date.start()].strip(_EDGES) if date else ""
    return len(before) >= SHORTEST_DATED and any(p.fullmatch(before) for p in patterns)


@cache
def _load(code: str) -> dict[str, list[str]]:
    data = yaml.load(source(code), Loader=Loader)
    return {key: data[key] for key in KEYS}


@cache
def _pattern(codes: tuple[str, ...], key: str) -> re.Pattern[str]:
    words = sorted({cleaned(plain(w)) for code in codes for w in _load(code)[key]}, key=lambda w: (-len(w), w))
    spaced = [_open(w) for w in words if not _UNSPACED.search(w)]
    unspaced = [re.escape(w) for w in words if _UNSPACED.search(w)]
    parts = [rf"(?<!{_LETTER})(?:{'|'.join(spaced)})(?!{_LETTER})"] if spaced else []
    return re.compile("|".join([*parts, *unspaced]) or r"(?!)")


def _open(word: str) -> str:
    return re.escape(word.rstrip("*")) + (rf"{_LETTER}*" if word.endswith("*") else "")
