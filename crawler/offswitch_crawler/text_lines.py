"""What stands written on a page, line by line, with its looks: plain measures, nothing is judged. Pure."""

from bisect import bisect_right
from collections.abc import Callable
from itertools import groupby

from offswitch_crawler.controls.raw import RawNode, RawPage
from offswitch_crawler.controls.runs import Run, joined, runs
from offswitch_crawler.node import Node
from offswitch_crawler.seen import Box, SeenLine
from offswitch_crawler.sites import without_secrets
from offswitch_recording.schema import Line

LONGEST = 1000
MOST_LINES = 400
"""More stand on feeds and lists alone, where no choice is made."""
EDGE = 0.2
NESTED = 6
"""A text is looked for in the doors that begin last before it: so many may begin within the one that holds it."""


Put = Callable[[Box], Box]
Stands = tuple[RawNode, str, str]
Doors = list[Stands]
"""Doors with role and address."""


def lines_of(page: RawPage, doors: Doors, put: Put) -> list[tuple[int, SeenLine]]:
    """Each line with its position; `doors` as they were seen, `put` gives a box in coordinates of the top page.

    Doors that stand beside each other in one line are lines of their own; a link within a sentence is not.
    """
    doors = sorted(doors, key=lambda d: d[0].at)
    starts = [node.at for node, *_ in doors]
    found = []
    for run in runs(page.texts):
        within = [(piece, _door_of(doors, starts, piece.at)) for piece in run.pieces]
        if all(door or not any(c.isalnum() for c in piece.text) for piece, door in within):
            held = groupby([w for w in within if w[1]], key=lambda w: w[1])
            found += [_line(page, joined([piece for piece, _ in group]), door, put) for door, group in held]
        else:
            found.append(_line(page, run, None, put))
    return found


def _door_of(doors: Doors, starts: list[int], at: int) -> Stands | None:
    index = bisect_right(starts, at)
    return next((d for d in reversed(doors[max(0, index - NESTED) : index]) if d[0].holds(at)), None)


def _line(page: RawPage, run: Run, door: Stands | None, put: Put) -> tuple[int, SeenLine]:
    piece = max(run.pieces, key=lambda p: len(p.text))
    node, role, href = door if door else (None, "heading" if _headed(page, run) else "", "")
    return run.at, SeenLine(
        text=run.text,
        role=role,
        box=put(node.box if node else run.box),
        font_px=run.px,
        weight=run.weight,
        contrast=run.contrast,
        ground=None if run.contrast is None else "#{:02x}{:02x}{:02x}".format(*(int(c) for c in piece.ground[:3])),
        edged=node is not None and _edged(node),
        href=href,
    )


def _headed(page: RawPage, run: Run) -> bool:
    node = page.innermost(run.at)
    return node is not None and any(n.level for n in (node, *page.above(node)))


def _edged(node: RawNode) -> bool:
    looks = node.looks
    return looks is not None and bool(looks["boxed"]) and looks["border"] > 0 and looks["edge"][3] > EDGE


def recorded(node: Node, known: set[str]) -> list[Line]:
    """The lines of a screen that its parent does not show, each with its box on the first picture that holds it."""
    own = [line for line in node.look.lines if line.text not in known][:MOST_LINES]
    return [_recorded(node, line) for line in own]


def _recorded(node: Node, line: SeenLine) -> Line:
    picture, box = node.on_picture(line.box)
    return Line(
        text=line.text[:LONGEST], role=line.role, picture=picture, box=box, font_px=round(line.font_px, 2), weight=round(line.weight),
        contrast=line.contrast, ground=line.ground, edged=line.edged, href=without_secrets(line.href) if line.href else "",
    )  # fmt: skip
