"""Signs that stand at the ends of a text and are no words: bullets, arrows, crosses, stars of what is required, icons of a font."""

import re
from collections.abc import Iterable

_ARROWS = "\u2190-\u21ff\u2303\u2304\u2335\u22ee\u22ef\u23f4-\u23f7\u276e\u276f\u2794\u2798-\u27be\u2b00-\u2bff\u2039\u203a"
_SHAPES = "\u2500-\u25ff\u2605\u2606\u2610-\u2612\u2630\u26aa\u26ab\u2713-\u2718\u2731-\u274b\u24d8\u2699"
_BULLETS = "\u2022\u2023\u2043\u2219\u00b7\u30fb\u2024\u25e6*\u2020\u2021|"
_ICONS = "\ue000-\uf8ff\U000f0000-\U0010fffd"
_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_SIGN = f"[{_ARROWS}{_SHAPES}{_BULLETS}{_ICONS}][\ufe0e\ufe0f]?"
ASKS = ("?", "？", "؟", "\u037e")
"""Signs that end a question; the last is the Greek one."""
_FIRST = re.compile(rf"^(?:{_SIGN}|[\s{_UNSEEN}]|[-+\u2013\u2014](?=\s))+")
_LAST = re.compile(rf"(?:{_SIGN}|\(\*\)|[\s{_UNSEEN}:\uff1a]|(?<=\s)[-\u2013\u2014])+$")
_PICTURES = re.compile("[\u2600-\u27bf\U0001f000-\U0001faff]")


def without_signs(text: str) -> str:
    """A text without the signs at its ends; as it is where it has nothing else. What belongs to a word (`C++`, `#1`) stays."""
    bare = _LAST.sub("", _FIRST.sub("", text))
    return bare or text.strip()


def worded(lines: Iterable[str]) -> str:
    """Lines as one text, without signs at its ends and without those that are only a picture; these where there is nothing else."""
    lines = list(lines)
    return without_signs(" ".join(text for text in lines if not is_picture(text)) or " ".join(lines))


def is_picture(text: str) -> bool:
    """Whether a text is an emoji and no word."""
    return bool(_PICTURES.search(text)) and without_signs(text) != "" and not any(c.isalnum() for c in text)
