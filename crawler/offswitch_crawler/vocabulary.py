"""The words of every supported language: one YAML a language in languages/, pooled or for one page."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from offswitch_recording.spelling import MARKS, plain

CODES = (
    "en", "de", "fr", "es", "it", "pt", "nl", "sv", "pl", "ja", "ru", "uk", "el", "ar", "he", "hi",
    "vi", "id", "ko", "zh", "da", "fi", "cs", "hu", "ro", "tr",
)  # fmt: skip
KEYS = (
    "ends_session", "deeds", "settings", "opens", "search", "close", "back",
    "accept", "refuse", "dismiss", "more", "save",
)  # fmt: skip
_SCRIPTS = "぀-ヿ㐀-鿿가-힯"
_UNSPACED = re.compile(f"[{_SCRIPTS}]")
_LETTER = rf"(?:[^\W{_SCRIPTS}]|[{MARKS}])"  # what a spaced word must not touch: `AI` is a word in `AI設定`
VERB_LAST = ("hi", "hu", "tr")


@cache
def load(code: str) -> dict[str, list[str]]:
    """The words of one language, by key."""
    text = files("offswitch_crawler").joinpath("languages", f"{code}.yaml").read_text(encoding="utf-8")
    return {key: [str(word) for word in words] for key, words in yaml.safe_load(text).items()}


@dataclass(frozen=True)
class Vocabulary:
    """The words for one page: its language and English, or all languages where it declares none that we know."""

    codes: tuple[str, ...]

    def has(self, key: str, text: str) -> bool:
        """Whether a word of `key` stands in the text as whole words."""
        return _pattern(self.codes, key).search(plain(text)) is not None

    def starts(self, key: str, text: str) -> bool:
        """Whether the text begins with a word of `key`."""
        return _pattern(self.codes, key).match(plain(text.strip())) is not None

    def ends(self, key: str, text: str) -> bool:
        """Whether the text ends with a word of `key`, in a language that is written with spaces and puts its verb last."""
        spelt = plain(text).rstrip(" .!।")
        codes = tuple(c for c in self.codes if c in VERB_LAST)
        return any(m.end() == len(spelt) for m in _pattern(codes, key).finditer(spelt))

    def length(self, key: str, text: str) -> int:
        """Length of the longest word of `key` in the text, 0 where there is none."""
        return max((len(m.group()) for m in _pattern(self.codes, key).finditer(plain(text))), default=0)


def vocabulary(language: str) -> Vocabulary:
    """The vocabulary for a declared language (BCP 47); unknown ones get all languages."""
    code = language.casefold().split("-")[0].split("_")[0]
    return Vocabulary(tuple(dict.fromkeys((code, "en"))) if code in CODES else CODES)


@cache
def _pattern(codes: tuple[str, ...], key: str) -> re.Pattern[str]:
    words = sorted({plain(w) for code in codes for w in load(code)[key]}, key=len, reverse=True)
    spaced = [re.escape(w) for w in words if not _UNSPACED.search(w)]
    unspaced = [re.escape(w) for w in words if _UNSPACED.search(w)]
    parts = [rf"(?<!{_LETTER})(?:{'|'.join(spaced)})(?!{_LETTER})"] if spaced else []
    parts += ["|".join(unspaced)] if unspaced else []
    return re.compile("|".join(parts) or r"(?!)")
