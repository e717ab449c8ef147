"""The words of every supported language: one YAML a language in languages/, pooled or for one page."""

import re
import unicodedata
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
    "ends_session", "deeds", "settings", "opens", "search", "preferences", "close", "back",
    "accept", "refuse", "dismiss", "more", "save", "options", "sets", "sections",
    "asks", "withdraws", "consents", "next", "steps", "sorts", "begins_session", "session_over",
)  # fmt: skip
"""`options` are answers of a choice (`weekly`), `sets` verbs that give one or show a secret in place, `sections` names of pages,
`preferences` is the word for settings as such, in the forms that follow `search in`; `asks` what a select says before anything is
chosen, `withdraws` words of taking back, objecting and ending, `consents` what is taken back or ended by them: a consent, or a use of
the person's data; `next` is the word that leads to the next of several `steps`, `sorts` verbs that put a list in another order,
`begins_session` what a way to the login is called, `session_over` what is said to somebody whose session has ended."""
OPTIONAL = ("things", "leads", "defaults", "deed_nouns")
"""Phrases that only begin like a deed and name a thing (`new features`), words that only lead to a verb (`yes`, `please`), phrases
by which a button puts all back as it once was (`factory settings`), and nouns of deeds that erase or end something."""
_SCRIPTS = "぀-ヿ㐀-鿿가-힯"
_UNSPACED = re.compile(f"[{_SCRIPTS}]")
_LETTER = rf"(?:[^\W{_SCRIPTS}]|[{MARKS}])"  # what a spaced word must not touch: `AI` is a word in `AI設定`
VERB_LAST = ("de", "nl", "ja", "hi", "hu", "tr")
HEAD_FIRST = ("fr", "es", "it", "pt", "ro", "vi", "id", "ar", "he")
UNSPACED = ("ja", "ko", "zh")
COMPOUNDS = ("de", "nl", "sv", "da", "fi", "hu")
_LEAST_OF_COMPOUND = 4
_DOES = re.compile(
    r"(?:を)?(?:行う|実行)?(?:する|します|しますか|して(?:ください|下さい)?)$"
)  # makes a verb of a Japanese noun
_LETTERS = str.maketrans("łđø", "ldo")
"""Letters that do not come apart into a letter and a mark."""
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "aa", "æ": "ae", "ø": "oe"})
_HYPHENS = "-\u2010\u2011"


@cache
def load(code: str) -> dict[str, list[str]]:
    """The words of one language, by key."""
    text = files("offswitch_crawler").joinpath("languages", f"{code}.yaml").read_text(encoding="utf-8")
    return {key: [str(word) for word in words] for key, words in yaml.safe_load(text).items()}


@dataclass(frozen=True)
class Vocabulary:
    """The words for one page: its language and English, or all languages where it declares none that we know."""

    codes: tuple[str, ...]

    @property
    def head_first(self) -> bool:
        """Whether a noun stands before what says which one: `compte privé`."""
        return self.codes[0] in HEAD_FIRST

    @property
    def unspaced(self) -> bool:
        """Whether words stand without spaces, so that an edge is where a word may end."""
        return self.codes[0] in UNSPACED

    def has(self, key: str, text: str) -> bool:
        """Whether a word of `key` stands in the text as whole words."""
        return _pattern(self.codes, key).search(plain(text)) is not None

    def begins(self, key: str, text: str) -> int:
        """Length of the word of `key` with which the text begins, 0 for none; `Add` does not begin `Add-ons`."""
        spelt = plain(text.strip())
        match = _pattern(self.codes, key).match(spelt)
        if match is None or (spelt[match.end() : match.end() + 1] or " ") in _HYPHENS:
            return 0
        return match.end()

    def ends(self, key: str, text: str) -> bool:
        """Whether the text ends with a word of `key`, in a language that puts its verb last."""
        spelt = plain(text).rstrip(" .!?。！？।")
        pattern = _pattern(tuple(c for c in self.codes if c in VERB_LAST), key)
        ends = {len(spelt), len(_DOES.sub("", spelt))}
        return any(
            m.end() in ends and spelt[m.start() - 1 : m.start()] not in tuple(_HYPHENS) for m in pattern.finditer(spelt)
        )

    def at_edge(self, key: str, text: str) -> bool:
        """Whether the text begins or ends with a word of `key`: verbs stand first in most languages and last in some."""
        spelt = plain(text).strip(" .!?。！？।")
        return any(m.start() == 0 or m.end() == len(spelt) for m in _pattern(self.codes, key).finditer(spelt))

    def is_spelt(self, key: str, segment: str) -> bool:
        """Whether a part of an address begins or ends with a word of `key`, as addresses spell it: `desactiver-la-publicite`."""
        spelt = bare(segment)
        first, last = (bare(w) for w in (re.split(r"[-_. ]", segment)[at] for at in (0, -1)))
        return bool({spelt, first, last} & spellings(self.codes, key))

    def is_only(self, key: str, text: str) -> bool:
        """Whether a text holds words of `key` and no other."""
        return self.has(key, text) and not re.search(r"\w", self.rest(key, text))

    def rest(self, key: str, text: str) -> str:
        """What is left of the text without the words of `key`."""
        return _pattern(self.codes, key).sub(" ", plain(text))

    def has_compound(self, key: str, text: str) -> bool:
        """Whether a word of the text begins or ends with one of `key`, in a language that writes compounds as one: `Chatverlauf`."""
        return _compound(tuple(c for c in self.codes if c in COMPOUNDS), key).search(plain(text)) is not None

    def of_label(self, text: str) -> "Vocabulary":
        """The same, or all languages where the text holds no word that is known in these: many pages declare a language that is not
        that of their words."""
        return self if any(self.has(key, text) for key in KEYS) else Vocabulary(CODES)

    def unknown(self, text: str) -> str:
        """What is left of the text without any word that is known in these."""
        for key in KEYS:
            text = self.rest(key, text)
        return text.strip()

    @property
    def others(self) -> "Vocabulary":
        """All languages but these."""
        return Vocabulary(tuple(c for c in CODES if c not in self.codes))

    def without(self, code: str) -> "Vocabulary":
        """The same without one language."""
        return Vocabulary(tuple(c for c in self.codes if c != code))

    def length(self, key: str, text: str) -> int:
        """Length of the longest word of `key` in the text, 0 where there is none."""
        return max((len(m.group()) for m in _pattern(self.codes, key).finditer(plain(text))), default=0)


def bare(text: str) -> str:
    """Letters alone, in one spelling and without marks: as addresses spell words."""
    return re.sub(r"[\W\d_]+", "", unicodedata.normalize("NFD", plain(text)).translate(_LETTERS))


@cache
def spellings(codes: tuple[str, ...], key: str) -> frozenset[str]:
    """The words of `key` in some languages, `bare`, and as addresses without umlauts write them: `loeschen`."""
    words = [plain(word) for code in codes for word in load(code).get(key, ())]
    return frozenset(bare(spelt) for word in words for spelt in (word, word.translate(_UMLAUTS)))


def vocabulary(language: str) -> Vocabulary:
    """The vocabulary for a declared language (BCP 47); unknown ones get all languages."""
    code = language.casefold().split("-")[0].split("_")[0]
    return Vocabulary(tuple(dict.fromkeys((code, "en"))) if code in CODES else CODES)


@cache
def _pattern(codes: tuple[str, ...], key: str) -> re.Pattern[str]:
    words = sorted({plain(w) for code in codes for w in load(code).get(key, ())}, key=len, reverse=True)
    spaced = [re.escape(w) for w in words if not _UNSPACED.search(w)]
    unspaced = [re.escape(w) for w in words if _UNSPACED.search(w)]
    parts = [rf"(?<!{_LETTER})(?:{'|'.join(spaced)})(?!{_LETTER})"] if spaced else []
    parts += ["|".join(unspaced)] if unspaced else []
    return re.compile("|".join(parts) or r"(?!)")


@cache
def _compound(codes: tuple[str, ...], key: str) -> re.Pattern[str]:
    words = {plain(w) for code in codes for w in load(code).get(key, ())}
    either = "|".join(sorted(re.escape(w) for w in words if w.isalpha() and len(w) >= _LEAST_OF_COMPOUND))
    return re.compile(rf"(?<!{_LETTER})(?:{either})|(?:{either})(?!{_LETTER})" if either else r"(?!)")
