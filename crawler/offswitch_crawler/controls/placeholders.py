"""Options of a select that are no answers: `Please choose…`, what HTML calls a placeholder label option, what nobody can choose."""

import re
from typing import Any

from offswitch_crawler.said import is_answer
from offswitch_crawler.vocabulary import Vocabulary

_SIGNS = " \t-–—−…․.·:：*•_~=<>()（）[]{}«»‹›|/→▾▼?？"
_FRAMED = re.compile(r"\W*(?:[-–—]+\s?|[<\[(]).*\w.*(?:\s?[-–—]+|[>\])])\W*|.*\w\W*(?:…|\.\.\.)\W*")


def answers(native: dict[str, Any], words: Vocabulary) -> dict[str, Any]:
    """The facts of a native select without its placeholders, which then are `asking`; unchanged where there are none."""
    options = list(native.get("options", ()))
    asking = {i for i, text in enumerate(options) if _no_answer(native, i, str(text), words)}
    if not asking:
        return native
    texts = [options[i] for i in sorted(asking)]
    at = [i for i in native["at"] if i not in asking]
    chosen = [t for i, t in zip(native["at"], native["chosen"], strict=True) if i not in asking]
    kept = [t for i, t in enumerate(options) if i not in asking]
    return {**native, "options": kept, "chosen": chosen, "at": at, "empty": [], "barred": [], "unset": 0, "asking": texts}


def only_asks(text: str, words: Vocabulary) -> bool:
    """Whether a text asks for a choice and says nothing else: `Please select`, `— choose —`."""
    rest = words.rest("asks", text)
    return rest.strip() != text.strip().casefold() and not any(c.isalnum() for c in rest)


def _no_answer(native: dict[str, Any], index: int, text: str, words: Vocabulary) -> bool:
    """Nothing but its words tell `Everyone` from `Please choose` where both are what an empty form sends."""
    empty, barred = index in native.get("empty", ()), index in native.get("barred", ())
    if index == 0 and native.get("unset"):
        return True
    if barred and (empty or only_asks(text, words)):
        return True
    if index or native.get("multiple"):
        return False
    return only_asks(text, words) or (empty and _asks(text, words))


def _asks(text: str, words: Vocabulary) -> bool:
    """Whether it begins, in some languages ends, with a word that asks, or stands between dashes and is no answer."""
    said = text.strip(_SIGNS)
    if words.begins("asks", said) or words.ends("asks", said) or (words.unspaced and words.at_edge("asks", said)):
        return True
    return _FRAMED.fullmatch(text) is not None and not is_answer(said, words)
