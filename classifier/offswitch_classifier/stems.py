"""Whether two short texts speak of the same thing, by the beginnings of their words; no list of words is asked."""

import re
from functools import lru_cache

from offswitch_classifier.prefixes import forms
from offswitch_classifier.text import cleaned, words

LETTERS = 5
"""So many letters tell most stems from one another, and most endings from the stem."""
_UNSPACED = re.compile(r"[぀-ヿ㐀-鿿]+")


@lru_cache(maxsize=20_000)
def stems(text: str, letters: int = LETTERS) -> frozenset[str]:
    """The beginnings of a text's longer words; pairs of characters where a script has no spaces."""
    said = cleaned(text)
    found = {f[:letters] for w in words(said) for f in forms(w.text) if len(f) >= letters and not _UNSPACED.search(f)}
    return frozenset(found | {run[i : i + 2] for run in _UNSPACED.findall(said) for i in range(len(run) - 1)})


def share(one: str, other: str) -> bool:
    """Whether two texts have a longer word in common, whatever its ending."""
    return not stems(one).isdisjoint(stems(other))
