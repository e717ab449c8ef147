"""Which kinds of words of pressure meet in a sentence: a stock and a number, others and what they chose, a loss and oneself.

Each kind alone is ordinary (`3 days`, `people who can see you`); a pattern of pressure needs two of them together. The words
stand in languages/CODE.yaml.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from offswitch_classifier.lexicon import hits
from offswitch_classifier.sentence_signs import SHAPES
from offswitch_classifier.text import cleaned, code_of
from offswitch_recording.words import Slug

Kinds = frozenset[str]
NEEDED: Mapping[Slug, tuple[tuple[Kinds, ...], ...]] = {
    Slug.EMOTIONAL_STEERING: (
        (
            Kinds({"feeling", "loss"}),
            Kinds({"me", "refusal", "negations", "otherwise", "ticking", "preventing"}),
        ),
    ),
    Slug.LOOK_OVER_THERE: (
        (Kinds({"minor", "anyway"}), Kinds({"negations", "less"})),
        (Kinds({"minor"}), Kinds({"anyway"})),
    ),
    Slug.SCARCITY: ((Kinds({"stock"}), Kinds({"number"})),),
    Slug.SOCIAL_PROOF: (
        (Kinds({"people"}), Kinds({"popular"})),
        (Kinds({"counted"}), Kinds({"people", "popular", "more"})),
        (Kinds({"number"}), Kinds({"popular"})),
        (Kinds({"me"}), Kinds({"speech"})),
    ),
    Slug.URGENCY: (
        (Kinds({"hurry", "moments"}), Kinds({"must", "loss"})),
        (Kinds({"hurry"}), Kinds({"negations", "refusal"})),
    ),
}
"""Of each pattern, the ways in which words press so: of each kind of a way one must stand in the sentence. Counted is how
many of how many (`9 in 10`, `92 %`), speech what somebody is quoted to say."""
_NUMBER = r"\d+(?:[.,\u00a0 ]\d{3})*"
_SHARE = re.compile(r"(?<![\d.,])\d{1,3}\s?[%٪]|[%٪]\s?\d{1,3}(?![\d.,])")
_OF = re.compile(rf"(?<![\d.,:])({_NUMBER}) (?:[^\W\d]+ ){{1,2}}({_NUMBER})(?![\d:%])")
_SPEECH = re.compile(r"[“„«»「\"][^“”„«»「」\"]{16,}[”“»«」\"]")


@lru_cache(maxsize=20_000)
def kinds_in(text: str, language: str) -> Kinds:
    """The kinds of words that stand in a text, and what is written in figures or quoted."""
    code = code_of(language)
    found = {h.role for h in hits(cleaned(text), code, wording=True)}
    shaped = {"number": SHAPES["number"].search(text), "counted": _counted(text), "speech": _SPEECH.search(text)}
    return frozenset(found | {name for name, shape in shaped.items() if shape})


def _counted(text: str) -> bool:
    """Whether it says how many of how many: a share in percent, or a number of one that is no smaller."""
    numbers = [tuple(int(re.sub(r"\D", "", n)) for n in m.groups()) for m in _OF.finditer(text)]
    return _SHARE.search(text) is not None or any(some <= of for some, of in numbers)


def met(slug: Slug, text: str, language: str) -> float:
    """Of the way in which a text most presses like a pattern, the share of kinds of words that it has, 0..1."""
    found = kinds_in(text, language)
    return max(sum(bool(kinds & found) for kinds in way) / len(way) for way in NEEDED[slug])
