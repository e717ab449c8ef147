"""Switches, ticks and picks drawn on rows and links that no reader took for controls: a click there may set something. Pure."""

import re
from collections.abc import Callable
from functools import cached_property

from offswitch_crawler.controls.bare import is_track
from offswitch_crawler.controls.box_mark import TICKS
from offswitch_crawler.controls.drawn import is_shape
from offswitch_crawler.controls.raw import RawNode, RawPage
from offswitch_crawler.controls.spans import Spans
from offswitch_crawler.controls.split_tracks import splits
from offswitch_crawler.controls.switchlike import shows_switch

LEADING = frozenset({"link", "tab", "treeitem"})
"""Roles by which a row, or what carries its action, says that it leads on: no sign on it is that of a pick."""
ARROW = re.compile(r"arrow|chevron|caret|launch|external|open|forward|\bnext\b", re.IGNORECASE)
SMALLEST_PX, LARGEST_PX = 11, 40
THREE = 3
NEAR_PX = 1.0


class DrawnRows:
    """What stands on the rows of one page. `like` tells the rows that stand as one does, itself included."""

    def __init__(self, page: RawPage, controls: Spans, like: Callable[[RawNode], list[RawNode]]) -> None:
        self.page, self.controls, self.like = page, controls, like

    def shows_switch(self, node: RawNode) -> bool:
        """Whether a switch is drawn in it beside words, which is no control that is known already."""
        free = [n for n in self.page.within(node) if n.seen and not self.controls.touch(n)] if node.spoken else []
        if any(n in self._knobs for n in free):
            return True
        return any(is_shape(n) and not n.spoken and (is_track(self.page, n) or shows_switch(n)) for n in free)

    @cached_property
    def _knobs(self) -> frozenset[RawNode]:
        """Knobs of switches whose track lies beside them."""
        return frozenset(s.knob for s in splits(self.page))

    def shows_pick(self, node: RawNode) -> bool:
        """Whether rows like it differ by a sign of what is chosen: a tick behind or before one of them, rings, pictures at their ends.

        An icon before each of several rows says what a page is about and differs from row to row.
        """
        rows = self.like(node)
        if len(rows) < 2 or self.controls.inside(node):
            return False
        if any(line.text.strip() in TICKS for row in rows for line in self.page.texts_in(row)):
            return True
        drawn = [self._picture(row) for row in rows]
        pictures = [p for p in drawn if p is not None]
        if len(pictures) < len(rows):
            return False
        if all(_is_ring(p) for p in pictures):
            return True
        made = [_made(p) for p in pictures]
        if all(self._at_end(row, p) for row, p in zip(rows, pictures, strict=True)):
            return len(set(made)) > 1
        odd = len(rows) >= THREE and len(set(made)) == 2 and min(made.count(m) for m in made) == 1
        return odd and all(_fills_alike(p, pictures[0]) for p in pictures)

    def _picture(self, row: RawNode) -> RawNode | None:
        """The only small picture in a row."""
        small = [n for n in self.page.within(row) if n.tag == "svg" and n.seen and n.parts and not n.spoken]
        if len(small) != 1 or ARROW.search(small[0].icon):
            return None
        return small[0] if SMALLEST_PX <= small[0].height <= LARGEST_PX else None

    def _at_end(self, row: RawNode, picture: RawNode) -> bool:
        lines = self.page.lines_in(row)
        if self.page.rtl:
            return all(picture.x + picture.width <= r.box[0] for r in lines)
        return all(picture.x >= r.box[0] + r.box[2] for r in lines)


def _is_ring(picture: RawNode) -> bool:
    """Circles in one another and nothing else."""
    (x, y, wide, high), *inside = [p["box"] for p in picture.parts]
    return all(p["tag"] == "circle" for p in picture.parts) and all(
        abs(a + w / 2 - x - wide / 2) <= NEAR_PX and abs(b + h / 2 - y - high / 2) <= NEAR_PX for a, b, w, h in inside
    )


def _made(picture: RawNode) -> str:
    """What it is made of, wherever it stands."""
    return repr([(p["tag"], p["filled"], p.get("lines", "")) for p in picture.parts])


def _fills_alike(one: RawNode, other: RawNode) -> bool:
    """Whether the first part of both lies in the same place of its picture."""
    places = [[p[0] - n.x, p[1] - n.y, p[2], p[3]] for n in (one, other) for p in [n.parts[0]["box"]]]
    return all(abs(a - b) <= NEAR_PX for a, b in zip(*places, strict=True))
