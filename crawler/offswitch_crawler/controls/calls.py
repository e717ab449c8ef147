"""Pairs of buttons of which one is filled as the page fills what it wants clicked: that is a call to act, and no answer chosen."""

from offswitch_crawler.controls.drawn import under
from offswitch_crawler.controls.raw import RawNode, RawPage
from offswitch_crawler.controls.runs import around

CLOSE = 2.5
"""No further from each other, pixels, stand two that touch."""
ROOM = (40, 24)
"""A frame is at most so much wider and higher than what it holds."""
CLIMBS = 3


def is_call(page: RawPage, pair: list[RawNode], filled: RawNode) -> bool:
    """Whether two, of which one is filled, are two buttons: each has a shape of its own, or a button alone is filled alike.

    Two in one frame are parts of one thing, whatever colour the page uses for buttons as well.
    """
    if in_frame(page, pair):
        return False
    return _own_shapes(pair) or any(_filled_alike(page, n, filled) and _alone(page, n) for n in page.nodes if n not in pair)


def in_frame(page: RawPage, group: list[RawNode]) -> bool:
    """A drawn box holds the group and nothing else."""
    box = around([n.box for n in group])
    for up in list(page.above(group[0]))[:CLIMBS]:
        if up.width > box[2] + ROOM[0] or up.height > box[3] + ROOM[1] or not all(up.holds(n.at) for n in group):
            continue
        if up.framed:
            return True
    return False


def _own_shapes(pair: list[RawNode]) -> bool:
    """Ground shows between them, or the inner edge of the right one is rounded: nothing joins them."""
    left, right = sorted(pair, key=lambda n: n.x)
    return right.x - left.x - left.width >= 1 or bool((right.looks or {}).get("radius"))


def _filled_alike(page: RawPage, node: RawNode, filled: RawNode) -> bool:
    looks, wanted = node.looks, filled.looks
    if not (node.seen and node.spoken and looks and wanted) or not (node.tag == "button" or node.role == "button"):
        return False
    same = all(looks[key] == wanted[key] for key in ("ground", "ink", "radius"))
    return same and looks["ground"][3] > 0.5 and tuple(looks["ground"][:3]) != tuple(under(page, node))


def _alone(page: RawPage, node: RawNode) -> bool:
    """No other touches it: it is no segment of something else."""
    beside = (n for n in page.nodes if n.up == node.up and n is not node and n.seen and abs(n.y - node.y) < node.height)
    return not any(max(n.x - node.x - node.width, node.x - n.x - n.width) <= CLOSE for n in beside)
