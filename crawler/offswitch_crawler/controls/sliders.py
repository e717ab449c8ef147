"""Sliders: native ranges and role slider; two thumbs on one track are one control."""

from offswitch_crawler.controls.drawn import MOST_CLIMBS
from offswitch_crawler.controls.raw import RawElement, RawNode, RawPage
from offswitch_crawler.controls.spans import Spans
from offswitch_recording.words import Kind


def find(page: RawPage) -> list[RawElement]:
    """Sliders that can be seen."""
    nodes = [n for n in page.nodes if n.type == "range" or n.role == "slider"]
    groups: list[list[RawNode]] = []
    for node in nodes:
        if groups and _one_track(page, groups[-1][-1], node, nodes):
            groups[-1].append(node)
        else:
            groups.append([node])
    return [c for c in (_control(page, g) for g in groups) if c is not None]


def bare(page: RawPage, taken: Spans) -> list[RawElement]:
    """Sliders that say nothing of themselves: a long flat track with a handle that takes the focus or shows a hand."""
    found: list[RawElement] = []
    for node in page.nodes:
        if _is_bare_track(page, node) and not taken.touch(node) and not Spans(c.node for c in found).touch(node):
            found.append(RawElement(Kind.SLIDER, [node, *_handles(page, node)], node.box, page, node, own=[node]))
    return found


def _is_bare_track(page: RawPage, node: RawNode) -> bool:
    if node.tag in ("input", "textarea", "select") or any(
        n.tag in ("input", "textarea", "select") for n in page.within(node)
    ):
        return False
    if not node.seen or node.spoken or not 80 <= node.width <= 700 or node.height > 56 or node.width < 4 * node.height:
        return False
    handles = _handles(page, node)
    acts = bool(node.pointer) or any("tabindex" in n.attributes or n.pointer for n in (node, *handles))
    return 1 <= len(handles) <= 2 and acts


def _handles(page: RawPage, node: RawNode) -> list[RawNode]:
    """Small round or square things that stand on the track."""
    inside = [n for n in page.within(node) if n.seen and n.looks and n.tag not in ("svg", "img", "canvas")]
    return [n for n in inside if 8 <= n.width <= 36 and 0.5 <= n.width / n.height <= 2 and n.height >= 8][:3]


def _one_track(page: RawPage, a: RawNode, b: RawNode, nodes: list[RawNode]) -> bool:
    if a.holds(b.at):
        return True
    for climbs, up in enumerate(page.above(b)):
        if up.holds(a.at):
            return up.height <= 60 and not up.spoken and sum(up.holds(n.at) for n in nodes) == 2
        if climbs >= 3:
            break
    return False


def _control(page: RawPage, group: list[RawNode]) -> RawElement | None:
    track = _track(page, group)
    shown = next((n for n in group if n.seen), None)
    if track is None and shown is None:
        return None
    nodes = sorted(group, key=lambda n: not n.seen)
    own = [*group, *([track] if track is not None else [])]
    return RawElement(Kind.SLIDER, nodes, (track or shown or group[0]).box, page, track, own=own)


def _track(page: RawPage, group: list[RawNode]) -> RawNode | None:
    """What the thumb slides on: the nearest wide, flat element around it."""
    if group[0].seen and group[0].width >= 60:
        return group[0]
    for climbs, up in enumerate(page.above(group[0])):
        if climbs > MOST_CLIMBS or up.height > 90:
            return None
        if up.width >= 60 and up.width >= up.height * 2:
            return up
    return None
