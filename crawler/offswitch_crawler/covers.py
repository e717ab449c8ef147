"""What lies over what: controls that something opaque of the page itself covers are copies that nobody sees, words and all."""

from offswitch_crawler.controls.raw import RawElement, RawNode, RawPage
from offswitch_crawler.layers import RawLayer, layer_of
from offswitch_crawler.seen import Box
from offswitch_recording.words import Kind

ONOFF = frozenset({Kind.SWITCH, Kind.CHECKBOX})
OPAQUE = 0.98
LEAST_VEIL = 0.03
VEIL = 8.0
"""A sheet is at least so many times as large as what it lies over."""


def without_copies(page: RawPage, layers: list[RawLayer], every: list[RawElement]) -> list[RawElement]:
    """The controls that a person sees; the words of those that are covered are taken out of the page, too."""
    covers = [(control, _cover(page, layers, control, every)) for control in every]
    for control, over in covers:
        if over is not None:
            page.forget(_words_under(page, control.anchor, over))
    return [control for control, over in covers if over is None]


def over(page: RawPage, node: RawNode) -> RawNode | None:
    """What lies over the middle of a node and is neither part of it nor around it."""
    if node.hit < 0 or node.holds(node.hit):
        return None
    found = page.innermost(node.hit)
    if found is None or found.holds(node.at) or found.tag in ("label", "input"):
        return None
    near = list(page.above(node))[:2]
    small = found.width <= 2 * node.width + 24 and found.height <= 2 * node.height + 24
    return None if small and any(up.holds(found.at) for up in near) else found


def _cover(page: RawPage, layers: list[RawLayer], control: RawElement, every: list[RawElement]) -> RawNode | None:
    node = control.anchor
    found = over(page, node) or _another(page, control, every)
    if found is None or found.fixed or _veils(page, node, found) or layer_of(layers, found.at) != layer_of(layers, node.at):
        return None
    return found


def _veils(page: RawPage, node: RawNode, found: RawNode) -> bool:
    """Whether it is a sheet that shows nothing itself, through which what lies under it is seen: that is covered, and no copy."""
    drawn = found.looks or found.frame
    if drawn is None or page.texts_in(found) or found.width * found.height < VEIL * node.width * node.height:
        return False
    return LEAST_VEIL < drawn["ground"][3] * found.opacity < OPAQUE and not any(
        _opaque(up) for up in page.above(found) if not up.holds(node.at)
    )


def _another(page: RawPage, control: RawElement, every: list[RawElement]) -> RawNode | None:
    """What is drawn for another switch or tick and lies over this one, where it is no part of this one's own drawing."""
    node = control.anchor
    found = page.innermost(node.hit) if node.hit >= 0 and not node.holds(node.hit) else None
    if found is None or any(n.holds(found.at) or found.holds(n.at) for n in (*control.nodes, *control.whole)):
        return None
    # A native input under something that says less of itself is drawn by it.
    others = [c for c in every if c is not control and c.kind in ONOFF and (c.node.type or not control.node.type)]
    drawn = [n for c in others for n in c.whole if n.holds(found.at) and not n.holds(node.at)]
    return next((n for n in drawn if _same_place(n.box, node.box)), None)


def _words_under(page: RawPage, node: RawNode, cover: RawNode) -> set[int]:
    """Positions of the texts beside a covered element that lie under the same opaque box."""
    branch = node
    for up in page.above(node):
        if up.holds(cover.at):
            break
        branch = up
    boxes = [n.box for n in (cover, *page.above(cover)) if not n.holds(node.at) and _opaque(n)]
    return {t.at for t in page.texts_in(branch) if any(around_middle(box, t.box) for box in boxes)}


def _opaque(node: RawNode) -> bool:
    drawn = node.looks or node.frame
    return drawn is not None and drawn["ground"][3] >= OPAQUE and node.opacity >= OPAQUE


def _same_place(outer: Box, inner: Box) -> bool:
    ends = [(outer[i] <= inner[i] + 2, outer[i] + outer[i + 2] >= inner[i] + inner[i + 2] - 2) for i in (0, 1)]
    return all(first and last for first, last in ends)


def around_middle(outer: Box, inner: Box) -> bool:
    """Whether the middle of a box lies in another."""
    x, y = inner[0] + inner[2] / 2, inner[1] + inner[3] / 2
    return outer[0] <= x <= outer[0] + outer[2] and outer[1] <= y <= outer[1] + outer[3]
