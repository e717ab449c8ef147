"""Text of a page made harmless for terminals, XML and one-line places: no control characters, no reordering."""

import re
import unicodedata

REORDERING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_NOT_XML = re.compile(r"[\ud800-\udfff\ufffe\uffff]")


def plain(text: str, *, most: int | None = None) -> str:
    """The text on one line: control characters and lone surrogates removed, white space folded, at most `most` long."""
    kept = "".join(" " if c.isspace() else c for c in text if _is_plain(c))
    folded = " ".join(_NOT_XML.sub("", kept).split())
    if most is not None and len(folded) > most:
        return folded[: most - 1].rstrip() + "…"
    return folded


def _is_plain(character: str) -> bool:
    return character.isspace() or (unicodedata.category(character) != "Cc" and character not in REORDERING)
