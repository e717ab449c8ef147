"""What lies over the page: dialogs, menus, popovers and what their backdrops make unreachable. Pure: from raw facts."""

from dataclasses import dataclass

from offswitch_crawler.controls.raw import RawNode, RawPage
from offswitch_crawler.controls.runs import around
from offswitch_crawler.seen import Box

WIDE = 0.8
MODAL_COVERS = 0.9
FRAMES = frozenset({"iframe", "frame"})


@dataclass
class RawLayer:
    """A layer of one document; `node` is None for the page itself."""

    kind: str
    node: RawNode | None
    modal: bool
    covers: float
    box: Box
    label: str = ""


def find_layers(page: RawPage) -> list[RawLayer]:
    """The page, then what lies over it, in reading order."""
    nodes = _roots(page)
    found = [RawLayer("page", None, False, 0.0, (0, 0, *page.size))]
    for node in nodes:
        covers = _covers(page, node, nodes)
        facts = node.over or {}
        modal = bool(facts.get("modal")) or covers >= (0.5 if facts.get("said") else MODAL_COVERS)
        modal = modal and _kind(node) != "menu"
        found.append(RawLayer(_kind(node), node, modal, covers, _box(page, node), _label(page, node)))
    return found


def layer_of(layers: list[RawLayer], at: int) -> int:
    """Index of the innermost layer that holds a position."""
    holding = [i for i, layer in enumerate(layers) if layer.node is not None and layer.node.holds(at)]
    return max(holding, default=0)


def under_modal(layers: list[RawLayer], at: int) -> bool:
    """Whether a modal layer lies over what stands at a position, which nobody can use then."""
    return any(layer.modal for layer in layers[layer_of(layers, at) + 1 :])


def _kind(node: RawNode) -> str:
    facts = node.over or {}
    if facts.get("dialog") or facts.get("modal") or facts.get("said"):
        return "dialog"
    if facts.get("menu"):
        return "menu"
    return "popover" if facts.get("popover") else "dialog"


def _roots(page: RawPage) -> list[RawNode]:
    said = [n for n in page.nodes if n.over and _said(page, n) and _shows(page, n)]
    drawn = [n for n in page.nodes if n.over and n not in said and _over_all(page, n)]
    for node in drawn:
        if any(node.holds(s.at) or s.holds(node.at) for s in said):
            continue
        root = node if _shows(page, node) else _beside(page, node)
        if root is not None and _something_under(page, root, node):
            said.append(root)
    return sorted(dict.fromkeys(said), key=lambda n: n.at)


def _said(page: RawPage, node: RawNode) -> bool:
    """A layer by its own word; menus and lists only where they float."""
    facts = node.over or {}
    if any(facts.get(name) for name in ("dialog", "modal", "said", "popover")):
        return True
    near = [node, *list(page.above(node))[:3]]
    return bool(facts.get("menu")) and any(
        n.over and (n.over.get("fixed") or n.over.get("raised") or n.over.get("popover")) for n in near
    )


def _shows(page: RawPage, node: RawNode) -> bool:
    """Roots often measure nothing while what they hold is seen. What a frame shows is in another document."""
    return (
        (node.tag in FRAMES and node.seen)
        or bool(page.texts_in(node))
        or any(n.seen and n.wanted for n in page.within(node))
    )


def _over_all(page: RawPage, node: RawNode) -> bool:
    wide, tall = page.viewport
    big = node.width >= WIDE * wide and node.height >= WIDE * tall
    hits = sum(node.holds(at) for at in page.grid if at >= 0)
    return big and node.seen and hits >= 0.3 * len(page.grid)


def _beside(page: RawPage, backdrop: RawNode) -> RawNode | None:
    """What a bare backdrop serves: the next thing that floats and shows something."""
    floating = [n for n in page.nodes if n.over and n.seen and not n.holds(backdrop.at) and _shows(page, n)]
    near = [n for n in floating if n.at > backdrop.at and not backdrop.holds(n.at)] + [
        n for n in floating if n.at < backdrop.at
    ]
    return next((n for n in near if any(n.holds(at) for at in page.grid)), None)


def _something_under(page: RawPage, root: RawNode, backdrop: RawNode) -> bool:
    """Whether the page beneath shows anything: a page that is one fixed box is no layer."""
    wide, tall = page.viewport
    if any(_sets(n) and n.hit >= 0 and root.holds(n.hit) and not root.holds(n.at) for n in page.nodes):
        return True
    under = [t for t in page.texts if not root.holds(t.at) and not backdrop.holds(t.at)]
    return sum(0 <= t.box[0] < wide and 0 <= t.box[1] < tall for t in under) >= 3


def _sets(node: RawNode) -> bool:
    return node.seen and (node.type in ("checkbox", "radio") or node.tag == "select" or node.role in ("switch", "checkbox"))


def _covers(page: RawPage, node: RawNode, roots: list[RawNode]) -> float:
    """Share of a grid of points that hit the layer or a backdrop that shows nothing of its own."""
    backdrops = [
        n for n in page.nodes if n.over and _over_all(page, n) and not any(r is not node and r.holds(n.at) for r in roots)
    ]
    bare = [n for n in backdrops if not page.texts_in(n) or n.holds(node.at)]
    hits = [at for at in page.grid if at >= 0]
    return round(sum(node.holds(at) or any(b.holds(at) for b in bare) for at in hits) / max(1, len(page.grid)), 3)


def _box(page: RawPage, node: RawNode) -> Box:
    if node.width > 4 and node.height > 4:
        return node.box
    return around([n.box for n in page.within(node) if n.seen] + [t.box for t in page.texts_in(node)])


def _label(page: RawPage, node: RawNode) -> str:
    named = node.attributes.get("aria-label", "") or str(node.names.get("byText", ""))
    if named:
        return named
    ids = node.attributes.get("aria-labelledby", "").split()
    by = [n for n in page.within(node) if n.attributes.get("id") in ids] if ids else []
    headings = [n for n in page.within(node) if n.level]
    return next((words for n in [*by, *headings] if (words := page.words(n))), "")[:120]
