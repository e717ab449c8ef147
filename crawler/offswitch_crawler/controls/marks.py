"""Marks in small boxes: which of several are ticked, and whether that can be a choice of one."""

from itertools import pairwise

from offswitch_crawler.controls.classes import of_node
from offswitch_crawler.controls.raw import Colour, RawNode, RawPage

TICKS = frozenset("✓✔√🗸☑✅")
_VARIANTS = "\ufe0e\ufe0f"
PLAIN = 1.5
"""Least contrast with which a tick is drawn to be seen."""
ALIKE = 40
VIVID = 60
"""Least distance between the channels of a colour that is none of the greys."""
STARK = 300
"""Sum over the channels from which a grey is as far from its ground as a colour of choice."""


def is_written(page: RawPage, node: RawNode) -> bool:
    """Whether all that is written in it is a tick."""
    text = "".join(t.text for t in page.texts_in(node)).strip(_VARIANTS)
    return len(text) == 1 and text in TICKS


def shows_tick(page: RawPage, node: RawNode) -> bool:
    """A written tick that can be told from its ground."""
    return is_written(page, node) and all(t.contrast >= PLAIN for t in page.texts_in(node))


def has_empty_peer(page: RawPage, node: RawNode, ticks: list[RawNode]) -> bool:
    """A box of its size without a tick stands in another row of its column: ticks alone are praise or finished steps."""
    row = _to_click(page, node, ticks)
    peers = [n for n in ticks if n is not node and not n.spoken and abs(n.width - node.width) < 1 and _one_column(n, node)]
    return row and any(_to_click(page, n, ticks) for n in peers)


def _to_click(page: RawPage, node: RawNode, ticks: list[RawNode]) -> bool:
    """Whether what shows the hand holds this box alone."""
    hand = next((n for n in (node, *page.above(node)) if n.pointer == 2 or "tabindex" in n.attributes), None)
    return hand is not None and sum(hand.holds(n.at) for n in ticks) == 1


def in_one_column(group: list[RawNode]) -> bool:
    """One over the other, each in a row of its own."""
    return all(_one_column(a, b) and b.box[1] >= a.box[1] + a.height for a, b in pairwise(group))


def in_line(a: RawNode, b: RawNode) -> bool:
    """In one column or in one row."""
    return _one_column(a, b) or abs(a.box[1] + a.height / 2 - b.box[1] - b.height / 2) <= 2


def _one_column(a: RawNode, b: RawNode) -> bool:
    return abs(a.x + a.width / 2 - b.x - b.width / 2) <= 2


def several_marked(page: RawPage, group: list[RawNode]) -> list[bool]:
    """Which of them are ticked, where two or more are: none excludes another. Else empty."""
    written = [shows_tick(page, n) for n in group]
    said = [of_node(n) == "on" for n in group]
    drawn = [sum(n.seen and n.looks is not None for n in page.within(node)) for node in group]
    more = [count > min(drawn) for count in drawn]
    return next((marks for marks in (written, said, more, _filled(page, group)) if marks.count(True) > 1), [])


def _filled(page: RawPage, group: list[RawNode]) -> list[bool]:
    """Which have a ground that stands out, where these have one colour and others have none."""
    grounds = [_ground(page, n) for n in group]
    marks = [ground is not None for ground in grounds]
    shown = [ground for ground in grounds if ground is not None]
    one = all(_away(ground, shown[0]) < ALIKE for ground in shown)
    return marks if one and not all(marks) else [False] * len(group)


def _ground(page: RawPage, node: RawNode) -> Colour | None:
    """Its ground, where that is no grey like what it stands on."""
    looks = node.looks or {}
    if looks["ground"][3] < 0.5:
        return None
    ups = ((n.looks or n.frame or {}).get("ground", (0, 0, 0, 0)) for n in page.above(node))
    under = next((ground for ground in ups if ground[3] > 0.5), (255.0, 255.0, 255.0, 1.0))
    ground: Colour = tuple(looks["ground"][:3])
    vivid = max(ground) - min(ground) >= VIVID
    return ground if (vivid and _away(ground, under) >= ALIKE) or _away(ground, under) >= STARK else None


def _away(a: Colour, b: Colour) -> float:
    return sum(abs(x - y) for x, y in zip(a[:3], b[:3], strict=True))
