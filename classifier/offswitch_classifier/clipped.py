"""Lines that are there and not shown: a small box of its own scroll ends before them, and the page goes on over their place.

No recording says so of a line. Its place does: a line that stands earlier in reading order, yet no higher than what comes
next in the same column, is cut off, since what can be seen is read from above.
"""

from collections.abc import Iterator, Sequence

from offswitch_classifier.facts import Facts
from offswitch_classifier.written import Page, pages
from offswitch_recording.part import Box
from offswitch_recording.schema import Line
from offswitch_recording.words import Kind

LOOKS_AHEAD = 3
"""So soon a heading or the name of a setting must come where the page goes on: what lies over a page, a banner, has neither."""


def clipped(facts: Facts) -> dict[str, list[Line]]:
    """Of each screen, by id, the lines, none of them to click, that a box's own scroll keeps from being seen at first."""
    return {id_: _on(facts, page) for id_, page in facts.kept(pages).items()}


def _on(facts: Facts, page: Page) -> list[Line]:
    named = {
        c.control.label
        for c in facts.on_screen.get(page.screen.id, [])
        if c.control.kind is not Kind.CHOICE and c.control.label
    }
    placed = [line for line in page.lines if line.box is not None]
    return [line for at in range(1, len(placed)) if _goes_on(placed[at:], named) for line in _over(placed, at)]


def _over(placed: Sequence[Line], at: int) -> Iterator[Line]:
    """The lines right before one that lie no higher than it in its column, if something of their box is seen above it and
    the page ends below them."""
    resumes = placed[at]
    begins = at
    while begins and _below(placed[begins - 1], resumes):
        begins -= 1
    block, seen = placed[begins:at], placed[begins - 1] if begins else None
    ends = max((w.box[1] + w.box[3] for w in block if w.box), default=0.0)
    after = max(w.box[1] + w.box[3] for w in placed[at:] if w.box and w.picture == resumes.picture)
    in_a_box = seen is not None and block and seen.box and block[0].box and seen.box[0] == block[0].box[0] and not seen.role
    if in_a_box and after >= ends and not any(w.role for w in block):
        yield from block


def _below(line: Line, other: Line) -> bool:
    if line.box is None or other.box is None or line.picture != other.picture:
        return False
    return line.box[1] >= other.box[1] and _one_column(line.box, other.box)


def _one_column(one: Box, other: Box) -> bool:
    return min(one[0] + one[2], other[0] + other[2]) > max(one[0], other[0])


def _goes_on(lines: Sequence[Line], named: set[str]) -> bool:
    """Whether a page goes on here with a heading or the name of a setting."""
    return any(w.role == "heading" or w.text in named for w in lines[:LOOKS_AHEAD])
