"""Words that permit, prevent, negate, protect, and the subjects they speak of: one YAML a language in languages/.

A hit says where in a text a word of a role stands. Words of one language are looked up in that language and in
English (menus mix them); where the language is not known, in all.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import yaml

from offswitch_classifier.prefixes import forms
from offswitch_classifier.text import Word, words
from offswitch_recording.spelling import MARKS, plain
from offswitch_recording.words import Purpose

CODES = (
    "en", "de", "fr", "es", "it", "pt", "nl", "sv", "pl", "ja", "zh", "ko", "id", "vi", "ru", "uk", "el", "ar", "he", "hi",
    "da", "fi", "cs", "hu", "ro", "tr",
)  # fmt: skip
ROLES = ("negations", "echoes", "permitting", "preventing", "protective", "otherwise", "local", "more", "less")
SUBJECTS = tuple(Purpose)
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
WORDING = (
    "me", "refusal", "loss", "feeling", "agreement", "going_on", "must", "hurry", "moments", "stock", "people", "popular",
    "minor", "anyway", "ticking",
)  # fmt: skip
_UNSPACED = re.compile(r"[぀-ヿ㐀-鿿]")
_CHARACTERS_A_WORD = {"ja": 1, "zh": 2}
"""Languages without spaces: how many characters count as a word's distance. A negation stands beside its verb in Japanese,
in Chinese what is not done comes between them."""
_CLAUSE_ENDS = re.compile(r"[。、.,!?;]")
_PHRASE = re.compile(rf"\w+n't|\w+'(?=\w{{2}})|\w+'$|[\w{MARKS}]+\*?")


class Hit(NamedTuple):
    """A word or phrase of a role (ROLES or SUBJECTS) at a position (word number, in halves for Chinese) in a clause.
    Positions and lengths are words, in Japanese characters."""

    position: float
    clause: int
    role: str
    length: float


class Phrase(NamedTuple):
    """Words in order, a trailing * standing for any ending, and the role they have."""

    parts: tuple[str, ...]
    role: str


@cache
def load(code: str, wording: bool = False) -> dict[str, list[str]]:
    """The words of one language by role; subjects by purpose, or what the wording of pressure is made of."""
    data = yaml.load(source(code), Loader=Loader)
    further = data["wording"] if wording else data["subjects"]
    return {**{role: data[role] for role in ROLES}, **{name: further[name] for name in (WORDING if wording else SUBJECTS)}}


def source(code: str) -> str:
    """The file of one language."""
    return files("offswitch_classifier").joinpath("languages", f"{code}.yaml").read_text(encoding="utf-8")


def codes_for(language: str) -> tuple[str, ...]:
    """The languages in which the words of a text are looked up."""
    return tuple(dict.fromkeys((language, "en"))) if language in CODES else CODES


@lru_cache(maxsize=20_000)
def hits(text: str, language: str, wording: bool = False) -> tuple[Hit, ...]:
    """Every word of a role in a cleaned text, in reading order; of two that begin together the longer comes first.

    wording: roles are ROLES and WORDING, else ROLES and SUBJECTS.
    """
    codes = codes_for(language)
    found = list(_spaced_hits(words(text), codes, wording))
    if _UNSPACED.search(text):
        unspaced = [c for c in codes if c in _CHARACTERS_A_WORD] or list(_CHARACTERS_A_WORD)
        found += [h for code in unspaced for h in _unspaced_hits(text, code, wording)]
    return tuple(sorted(found, key=lambda h: (h.position, -h.length, h.role)))


def _spaced_hits(tokens: tuple[Word, ...], codes: tuple[str, ...], wording: bool) -> Iterator[Hit]:
    for position, word in enumerate(tokens):
        for parts, role in _starting(codes, word.text, wording):
            if len(parts) == 1 or _follows(parts[1:], tokens[position + 1 : position + len(parts)]):
                yield Hit(position, word.clause, role, len(parts))


def _follows(parts: tuple[str, ...], tokens: tuple[Word, ...]) -> bool:
    return len(parts) == len(tokens) and all(_fits(p, w.text) for p, w in zip(parts, tokens, strict=True))


def _fits(part: str, word: str) -> bool:
    return any(f.startswith(part[:-1]) if part.endswith("*") else f == part for f in forms(word))


@lru_cache(maxsize=50_000)
def _starting(codes: tuple[str, ...], word: str, wording: bool) -> tuple[Phrase, ...]:
    index = _index(codes, wording)
    found = [p for form in forms(word) for p in (*index.get(form, ()), *_beginning(index, form))]
    return tuple(dict.fromkeys(found))


def _beginning(index: dict[str, tuple[Phrase, ...]], word: str) -> Iterator[Phrase]:
    return (p for end in range(1, len(word) + 1) for p in index.get(word[:end] + "*", ()))


@cache
def _index(codes: tuple[str, ...], wording: bool) -> dict[str, tuple[Phrase, ...]]:
    index: dict[str, dict[Phrase, None]] = defaultdict(dict)
    for code in codes:
        for role, entries in load(code, wording).items():
            for entry in entries:
                parts = tuple(_PHRASE.findall(plain(entry)))
                if parts and not _UNSPACED.search(entry):
                    index[parts[0]][Phrase(parts, role)] = None
    return {first: tuple(phrases) for first, phrases in index.items()}


def _unspaced_hits(text: str, code: str, wording: bool) -> Iterator[Hit]:
    for role, pattern in _patterns(code, wording).items():
        for m in pattern.finditer(text):
            clause = len(_CLAUSE_ENDS.findall(text[: m.start()]))
            wide = _CHARACTERS_A_WORD[code]
            yield Hit(m.start() / wide, clause, role, len(m.group()) / wide)


@cache
def _patterns(code: str, wording: bool) -> dict[str, re.Pattern[str]]:
    by_role = {
        role: sorted(map(plain, entries), key=lambda e: (-len(e), e)) for role, entries in load(code, wording).items()
    }
    return {role: re.compile("|".join(map(_in_running_text, entries))) for role, entries in by_role.items() if entries}


def _in_running_text(entry: str) -> str:
    """Latin words stand alone among characters: `ai` is a word in `AI训练`, not in `mail通知`."""
    word = re.escape(entry)
    return word if _UNSPACED.search(entry) else rf"(?<![a-z0-9]){word}(?![a-z0-9])"
