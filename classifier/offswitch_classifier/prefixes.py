"""Words without what Arabic and Hebrew write in one with them: the article, `and`, `in`, `to`, `of`, `as`, `that`."""

import re
from functools import lru_cache

_SHORTEST = 3  # letters that must be left, or a prefix is more likely the word's own letter
_ARABIC = re.compile(r"[وف]?(?:لل|[بكل]?ال|[بكلس]|(?<=[وف]))")
_HEBREW = re.compile(r"ו?(?:כש|מה|של|ש?[הבלמכ]|ש|(?<=ו))")


@lru_cache(maxsize=50_000)
def forms(word: str) -> tuple[str, ...]:
    """The word as it stands, and without its prefix where it may have one; words of other scripts have one form."""
    pattern = _ARABIC if "\u0600" <= word[:1] <= "\u06ff" else _HEBREW if "\u05d0" <= word[:1] <= "\u05ea" else None
    match = pattern.match(word) if pattern else None
    if not match or not match.group() or len(word) - match.end() < _SHORTEST:
        return (word,)
    return word, word[match.end() :]
