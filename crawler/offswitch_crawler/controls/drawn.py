"""What is drawn for a control: the track or tick beside a transparent, clipped or absent input."""

from typing import Any

from offswitch_crawler.controls.raw import RawNode, RawPage
from offswitch_crawler.controls.runs import Colour

MOST_CLIMBS = 4
CELLS = frozenset({"td", "th"})
"""What holds a control, with lines around it, and draws none."""
TRACK_RATIO = 1.35


def small(node: RawNode) -> bool:
    """Of a size in which switches, ticks and picks are drawn."""
    return 8 <= node.width <= 110 and 8 <= node.height <= 60


def is_shape(node: RawNode) -> bool:
    """A small thing that draws something and is seen."""
    if not node.seen or node.looks is None or not small(node) or _field_of_its_own(node) or node.tag in CELLS:
        return False
    return node.tag in ("svg", "img", "canvas") or bool(node.icon) or draws(node.looks)


def _field_of_its_own(node: RawNode) -> bool:
    """What a person types into or sends a form with draws no other control."""
    return node.tag in ("select", "textarea") or (node.tag == "input" and node.type not in ("checkbox", "radio"))


def draws(looks: dict[str, Any]) -> bool:
    """Whether anything is to be seen of an element itself."""
    ground, edge = looks["ground"][3] > 0.03, looks["border"] > 0 and looks["edge"][3] > 0.05
    return bool(ground or edge or any(looks[k] for k in ("shadow", "picture", "mask", "before", "after")))


def under(page: RawPage, node: RawNode) -> Colour:
    """The colour on which an element stands; white where nothing around it has one."""
    for up in page.above(node):
        drawn = up.looks or up.frame
        if drawn is not None and drawn["ground"][3] > 0.5:
            return tuple(drawn["ground"][:3])
    return (255.0, 255.0, 255.0)


def drawn_for(page: RawPage, nodes: list[RawNode], foreign: set[int]) -> RawNode | None:
    """The outermost small shape around or beside an element; `foreign` are positions of other controls."""
    for node in nodes:
        if is_shape(node) and node.opacity >= 0.05:
            return _outermost(page, node, foreign)
    start = nodes[0]
    itself = _shows_itself(page, start)
    for climbs, up in enumerate(page.above(start)):
        if climbs >= MOST_CLIMBS or any(up.holds(at) for at in foreign) or up.height > 400:
            return None
        if is_shape(up) and not _wordy(page, up) and not itself:
            return _outermost(page, up, foreign)
        shapes = [n for n in page.within(up) if (is_shape(n) and not _wordy(page, n) and n.tag != "label") or _label_tick(n)]
        if start.seen:
            shapes = [n for n in shapes if _overlap(n, start)]  # laid over what is drawn, or drawn itself
        if itself:
            shapes = [n for n in shapes if not n.holds(start.at)]
        if shapes:
            return _best(shapes, start)
    return None


def _shows_itself(page: RawPage, node: RawNode) -> bool:
    """A native input that the browser draws and that nothing around it hides: what is drawn around it is a frame and no track."""
    widget = node.seen and node.tag == "input" and bool((node.looks or {}).get("widget"))
    return widget and not any(up.at == node.hit for up in page.above(node))


def _label_tick(node: RawNode) -> bool:
    """A label that draws the track by its pseudo-elements."""
    looks = node.looks or {}
    return node.seen and node.tag == "label" and bool(looks.get("before") or looks.get("after"))


def _wordy(page: RawPage, node: RawNode) -> bool:
    """Says what it is: more than ON or OFF fit into a track, and a button with any words is one of its own."""
    if "aria-expanded" in node.attributes or "aria-haspopup" in node.attributes:
        return True
    most = 0 if node.tag == "button" or node.role == "button" else 8
    return node.spoken and sum(len(t.text) for t in page.texts_in(node)) > most


def _best(shapes: list[RawNode], start: RawNode) -> RawNode:
    """The largest of the shapes that lie around the first one after the element."""
    after = [n for n in shapes if n.at > start.at] or shapes
    first = after[0]
    around = [n for n in shapes if n.at <= first.at <= n.end or first.at <= n.at <= first.end or _overlap(n, first)]
    return max(around or [first], key=lambda n: n.width * n.height)


def _overlap(a: RawNode, b: RawNode) -> bool:
    return (
        min(a.x + a.width, b.x + b.width) - max(a.x, b.x) > 0
        and min(a.box[1] + a.height, b.box[1] + b.height) - max(a.box[1], b.box[1]) > 0
    )


def _outermost(page: RawPage, node: RawNode, foreign: set[int]) -> RawNode:
    """A bare tick inside a small drawn box is drawn by that box."""
    for up in page.above(node):
        if not is_shape(up) or any(up.holds(at) for at in foreign) or up.width > node.width * 3 or _wordy(page, up):
            break
        node = up
    return node
