"""One dialog or panel that serves many things, and says which one by a number or in plain text: `Calendar Pro`, `Mail Plus`. Pure."""

import re
from collections import Counter

from offswitch_crawler.fingerprint import shows_more, spelt
from offswitch_crawler.seen import Look, SeenControl, SeenDoor, SeenLine

BESIDE = 24
"""So far to the left of its name, CSS pixels, what a panel holds may begin."""


def is_another(opener: SeenDoor, look: Look, before: Look, other: Look) -> bool:
    """Whether what a door has led to, on the page before, is another screen than a known one that looks alike."""
    return shows_more(opener.label, look, other) or serves_another(opener, look, before, other)


def serves_another(opener: SeenDoor, look: Look, before: Look, other: Look) -> bool:
    """Whether two sights that are alike show different things of a list.

    Each repeats a name of the page before (the list), and not the same one. Where the page before is the other sight (its first
    entry stood open), the name of the opener has taken the place of that of another entry.
    """
    mine, theirs = _repeated(look, before), _repeated(other, before)
    if not mine or mine & theirs:
        return False
    return bool(theirs) or (other is before and takes_place(opener, look, before))


def takes_place(opener: SeenDoor, look: Look, before: Look) -> bool:
    """Whether the name of the opener is said once more than before, and that of another like door no longer so often."""
    like = {spelt(d.label) for d in before.doors if d.template == opener.template} - {spelt(opener.label)}
    gone = _lines(before) - _lines(look)
    return bool(opener.template) and spelt(opener.label) in _repeated(look, before) and bool(like & gone.keys())


def own_line(opener: SeenDoor, look: Look) -> SeenLine | None:
    """The line by which a panel says that it shows what the opener is called: the one that is no door."""
    return next((x for x in look.lines if spelt(x.text) == spelt(opener.label) and x.role in ("", "heading")), None)


def lies_under(control: SeenControl, line: SeenLine) -> bool:
    """Whether a control stands below a line and no further to the left."""
    return control.place.box[0] >= line.box[0] - BESIDE and control.place.box[1] >= line.box[1]


def _repeated(look: Look, before: Look) -> set[str]:
    """What a look says more often than the page before, and that stands there too: as a line, or in one."""
    then = _lines(before)
    return {line for line in _lines(look) - then if any(_holds(old, line) for old in then)}


def _holds(line: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", line) is not None


def _lines(look: Look) -> Counter[str]:
    return Counter(spelt(line) for line in look.text.splitlines() if line.strip())
