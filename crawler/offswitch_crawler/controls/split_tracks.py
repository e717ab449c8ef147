"""Switches whose track and knob are drawn side by side and not in each other, and those whose track is a mere line."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from offswitch_crawler.controls.drawn import draws
from offswitch_crawler.controls.raw import RawElement, RawNode, RawPage
from offswitch_crawler.controls.rows import columns, illustrates, row_of
from offswitch_crawler.controls.runs import around
from offswitch_crawler.controls.spans import Spans
from offswitch_crawler.controls.toggles import DIMMEST, button_of, own_hand
from offswitch_recording.words import Kind

KNOB_PX = (8, 32)
LINE_PX = (2, 6)
"""So high is a track that is a line."""
LINE_WIDE_PX = (20, 64)
"""A longer one is that of a slider."""
TRACK_PX = (10, 40)
RATIO = (1.5, 2.9)
CLIMBS = 3
LARGEST = (100, 64)
LEVEL_PX = 2
NEAR_END, FAR_END = 0.2, 0.8


@dataclass(frozen=True, eq=False)
class Split:
    """A track and its knob, and the smallest element that holds both: for a line with its knob in it the line."""

    holder: RawNode
    track: RawNode
    knob: RawNode

    @property
    def where(self) -> float:
        """Where in its track the knob stands, 0 at the left end and 1 at the right one."""
        return (self.knob.x - self.track.x) / max(1.0, self.track.width - self.knob.width)


def find(page: RawPage, taken: Spans) -> list[RawElement]:
    """Such switches at the ends of rows outside of everything in `taken`: with a hand of their own, or several in a column."""
    free = {s.track.at: s for s in splits(page) if not taken.touch(s.holder) and _is_used(page, s)}
    rows = [row for s in free.values() if (row := row_of(page, s.track)) is not None and row.at_end]
    found = [r for c in columns(rows) for r in c if len(c) > 1 or own_hand(page, r.node)]
    return [_switch(page, free[row.node.at]) for row in found]


def note(page: RawPage, controls: list[RawElement]) -> None:
    """Note with each control that says its state the track and knob that are drawn apart for it alone."""
    for split in splits(page) if controls else ():
        inside = [c for c in controls if any(split.holder.holds(n.at) for n in c.nodes)]
        if len(inside) == 1 and inside[0].kind in (Kind.SWITCH, Kind.CHECKBOX) and not inside[0].likeness:
            raw = inside[0]
            raw.kind, raw.drawn, raw.likeness = Kind.SWITCH, split.track, _state(page, split)
            raw.parts = [split.track, split.knob]
            raw.box = around([n.box for n in raw.parts])
            raw.own = [*raw.own, *(n for n in raw.parts if n not in raw.own)]


def splits(page: RawPage) -> Iterator[Split]:
    """All that are drawn so, beyond mistake."""
    for knob in page.nodes:
        if not _is_knob(knob):
            continue
        split = _split(page, knob)
        if split is not None and (_on_pill(split) or _on_line(split)):
            yield split


def _is_knob(node: RawNode) -> bool:
    looks = node.looks
    if looks is None or not node.seen or node.spoken or not KNOB_PX[0] <= node.width <= KNOB_PX[1]:
        return False
    filled = looks["ground"][3] > 0.5 and looks["radius"] >= 0.4 * node.width
    return bool(filled and 0.8 <= node.width / max(1.0, node.height) <= 1.25)


def _split(page: RawPage, knob: RawNode) -> Split | None:
    """The only other thing that is drawn close around or beside a knob; an element that lies under all of both is none."""
    for up in islice(page.above(knob), CLIMBS):
        if up.spoken or up.width > LARGEST[0] or up.height > LARGEST[1]:
            return None
        if up.looks is not None and up.height <= LINE_PX[1] and draws(up.looks):
            return Split(up, up, knob) if sum(_draws(n) for n in page.within(up)) == 1 else None
        others = [n for n in page.within(up) if _draws(n) and not knob.holds(n.at) and not n.holds(knob.at)]
        if others:
            return Split(up, others[0], knob) if len(others) == 1 else None
    return None


def _draws(node: RawNode) -> bool:
    return node.seen and node.looks is not None and (draws(node.looks) or node.tag in ("svg", "img", "canvas"))


def _on_pill(split: Split) -> bool:
    track, knob = split.track, split.knob
    looks = track.looks or {}
    if not TRACK_PX[0] <= track.height <= TRACK_PX[1] or not RATIO[0] <= track.width / track.height <= RATIO[1]:
        return False
    round_ends = looks["radius"] >= 0.4 * track.height and (looks["ground"][3] > 0.1 or looks["border"] >= 1)
    sized = 0.5 * track.height <= knob.height <= 1.6 * track.height and knob.width <= 0.72 * track.width
    return bool(round_ends and sized and _level(split) and -0.25 <= split.where <= 1.25 and _at_end(split))


def _on_line(split: Split) -> bool:
    track, knob = split.track, split.knob
    if not LINE_PX[0] <= track.height <= LINE_PX[1] or not LINE_WIDE_PX[0] <= track.width <= LINE_WIDE_PX[1]:
        return False
    sized = knob.height >= 2.5 * track.height and knob.width <= 0.65 * track.width
    drawn = (track.looks or {})["ground"][3] > 0.1
    return bool(sized and drawn and _level(split) and -0.6 <= split.where <= 1.6 and _at_end(split))


def _level(split: Split) -> bool:
    track, knob = split.track, split.knob
    return abs(knob.y + knob.height / 2 - track.y - track.height / 2) <= LEVEL_PX


def _at_end(split: Split) -> bool:
    return not NEAR_END < split.where < FAR_END


def _is_used(page: RawPage, split: Split) -> bool:
    """Something takes a click for it, and it is no part of a picture of switches."""
    return button_of(page, split.track) is not None and split.track.opacity >= DIMMEST and not illustrates(page, split.track)


def _state(page: RawPage, split: Split) -> str:
    return "on" if (split.where > 0.5) != page.rtl else "off"


def _switch(page: RawPage, split: Split) -> RawElement:
    nodes = list(dict.fromkeys([split.holder, split.track, split.knob]))
    parts = [split.track, split.knob]
    box = around([n.box for n in parts])
    state = _state(page, split)
    return RawElement(Kind.SWITCH, nodes, box, page, split.track, own=nodes, likeness=state, parts=parts)
