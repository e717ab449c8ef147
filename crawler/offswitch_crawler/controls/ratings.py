"""Ratings: a row of like pictures of which the first few are filled. They judge something and set nothing."""

import re
from collections.abc import Sequence

from offswitch_crawler.controls.raw import RawNode, RawPage
from offswitch_crawler.seen import Box

FEWEST_NUMBERED = 3
FEWEST_UNNAMED = 4
"""Pictures without a name may also be the ways to align a text, of which there are fewer."""
SAME_PX = 2.0
PICTURES = frozenset({"svg", "img", "i"})
GAP_SHARE = 0.4
"""The last has no gap behind it that the others have, so much of its height."""
LEAST_SHARE = 0.5
"""So much of its width, at least, the pictures of a rating fill."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def is_rating(page: RawPage, options: Sequence[Sequence[RawNode]], regions: Sequence[RawNode]) -> bool:
    """Whether the picks of one group, each in a region of its own, are the pictures of a rating, counted up or without a name."""
    if len(regions) < FEWEST_NUMBERED or any(page.words(r) for r in regions):
        return False
    if not _in_a_row([_shown(page, r) for r in regions]):
        return False
    if _counted(options):
        return True
    pictured = all(any(_is_picture(n) for n in page.within(r)) for r in regions)
    return pictured and len(regions) >= FEWEST_UNNAMED and not any(_name(n) for nodes in options for n in nodes)


def is_rated(page: RawPage, node: RawNode) -> bool:
    """Whether what calls itself a slider is drawn as such a row, without a line on which something slides."""
    pictures = [n for n in page.within(node) if _is_picture(n) and n.seen]
    outer = [n for n in pictures if not any(up is not n and up.holds(n.at) for up in pictures)]
    places = {(round(n.x), round(n.y)): n for n in outer}
    row = [n.box for n in places.values()]
    wide = sum(box[2] for box in row)
    return len(row) >= FEWEST_NUMBERED and _in_a_row(row) and wide >= LEAST_SHARE * node.width and not node.bar


def _is_picture(node: RawNode) -> bool:
    return node.tag in PICTURES or bool(node.icon)


def _shown(page: RawPage, region: RawNode) -> Box:
    return region.box if region.seen else next((n.box for n in page.within(region) if n.seen), region.box)


def _in_a_row(boxes: Sequence[Box]) -> bool:
    """Of one size, level, one beside the other."""
    _, y, wide, high = boxes[0]
    spread = max(SAME_PX, GAP_SHARE * high)
    alike = all(abs(b[1] - y) <= SAME_PX and abs(b[2] - wide) <= spread and abs(b[3] - high) <= SAME_PX for b in boxes)
    return alike and len({round(b[0]) for b in boxes}) == len(boxes)


def _name(node: RawNode) -> str:
    told = (node.names.get("aria"), node.names.get("byText"), node.names.get("title"))
    return next((str(name) for name in told if name), "")


def _counted(options: Sequence[Sequence[RawNode]]) -> bool:
    """Their names, else their values, hold one number each, and these go up."""
    for texts in (
        [next((name for n in nodes if (name := _name(n))), "") for nodes in options],
        [next((v for n in nodes if (v := n.attributes.get("value", ""))), "") for nodes in options],
    ):
        found = [_NUMBER.findall(text) for text in texts]
        if all(len(numbers) == 1 for numbers in found):
            numbers = [float(one[0].replace(",", ".")) for one in found]
            return numbers == sorted(set(numbers))
        if any(texts):
            return False
    return False
