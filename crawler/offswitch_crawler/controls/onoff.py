"""Switches and checkboxes that say what they are: native inputs, ARIA roles, pressed buttons."""

from offswitch_crawler.controls.drawn import TRACK_RATIO, drawn_for, small
from offswitch_crawler.controls.label_tracks import is_label_track, state_of, track_beside
from offswitch_crawler.controls.raw import RawElement, RawNode, RawPage
from offswitch_crawler.controls.states import state_word
from offswitch_recording.words import Kind

ROLES = frozenset({"switch", "checkbox", "menuitemcheckbox"})
NEAR = 3


def is_onoff(node: RawNode) -> bool:
    """Says of itself that it is on or off."""
    return (node.type == "checkbox" and not is_menu_button(node)) or node.role in ROLES or is_branch(node)


def is_branch(node: RawNode) -> bool:
    """An item of a tree that can be ticked, beside or instead of being opened; it holds those below it."""
    return node.role == "treeitem" and node.attributes.get("aria-checked") in ("true", "false", "mixed")


def _part_branches(page: RawPage) -> None:
    """Let each item of a tree that can be ticked end where those below it begin: these are controls of their own."""
    for node in page.nodes:
        below = next((n for n in page.within(node) if n.role == "treeitem"), None) if is_branch(node) else None
        if below is None:
            continue
        node.end, node.hit = below.at - 1, -2
        if below.seen and below.y > node.y:
            node.box = (node.x, node.y, node.width, below.y - node.y)


def is_menu_button(node: RawNode) -> bool:
    """A checkbox that says it is a button and opens something: without a script its tick shows a menu, and sets nothing."""
    opens = node.attributes.get("aria-haspopup", "false") != "false" or "aria-expanded" in node.attributes
    return node.type == "checkbox" and node.role in ("button", "menuitem") and opens


def find(page: RawPage) -> list[RawElement]:
    """Switches and checkboxes, in reading order. Those that nobody can see are left out."""
    _part_branches(page)
    groups = grouped(page, [n for n in page.nodes if is_onoff(n)])
    groups += [[n] for n in page.nodes if _is_pressed_setting(page, n)]
    taken = [n for group in groups for n in group]
    found = (_control(page, group, taken) for group in groups)
    return [c for c in found if c is not None]


def grouped(page: RawPage, nodes: list[RawNode]) -> list[list[RawNode]]:
    """Elements that are one control: one around the other, or an unseen input beside what stands for it."""
    groups: list[list[RawNode]] = []
    for node in nodes:
        if groups and (groups[-1][0].holds(node.at) or _beside(page, groups[-1], node, nodes)):
            groups[-1].append(node)
        else:
            groups.append([node])
    return groups


def _beside(page: RawPage, group: list[RawNode], node: RawNode, nodes: list[RawNode]) -> bool:
    last = group[-1]
    if len(group) > 1 or (last.seen and node.seen) or (last.tag == "input") == (node.tag == "input"):
        return False
    for climbs, up in enumerate(page.above(node)):
        if climbs >= NEAR or up.height > 200:
            return False
        if up.holds(last.at):
            return sum(up.holds(n.at) for n in nodes) == 2 and not _apart(page, up, last, node)
    return False


def _apart(page: RawPage, up: RawNode, one: RawNode, other: RawNode) -> bool:
    """Two controls of one card: something is drawn for the unseen input itself, or each of the two has a text of its own."""
    unseen, seen = (one, other) if one.tag == "input" else (other, one)
    if unseen.seen or not seen.seen:
        return False
    if drawn_for(page, [unseen], {seen.at}) is not None:
        return True
    return all(_named_inside(page, _branch(page, up, n)) for n in (one, other))


def _branch(page: RawPage, up: RawNode, node: RawNode) -> RawNode:
    """The child of `up` that holds a node."""
    return next((n for n in (node, *page.above(node)) if n.up == up.at), node)


def _named_inside(page: RawPage, branch: RawNode) -> bool:
    return any(any(ch.isalnum() for ch in t.text) and not state_word(t.text) for t in page.texts_in(branch))


def _is_pressed_setting(page: RawPage, node: RawNode) -> bool:
    """A pressed button that is a setting: drawn like a track and without words; a toolbar's or a heart's is rather not."""
    if node.attributes.get("aria-pressed") not in ("true", "false", "mixed") or is_onoff(node) or not node.seen:
        return False
    if any(up.role == "toolbar" for up in page.above(node)) or node.icon:
        return False
    text = page.words(node)
    shaped = node.height and TRACK_RATIO <= node.width / node.height <= 3 and small(node)
    drawn = any(n.tag in ("svg", "img", "canvas") for n in page.within(node))
    return bool(shaped and not text and not drawn) or (bool(state_word(text)) and not _one_of_several(page, node))


def _one_of_several(page: RawPage, node: RawNode) -> bool:
    """Stands among pressed buttons: `Off` is then one value of several, and beside `On` one of two."""
    return any(n.up == node.up and n is not node and "aria-pressed" in n.attributes and n.spoken for n in page.nodes)


def _control(page: RawPage, group: list[RawNode], taken: list[RawNode]) -> RawElement | None:
    if all(_absent(page, n) for n in group):
        return None
    foreign = {n.at for n in taken if n not in group}
    group = sorted(group, key=lambda n: (not n.seen, n.tag == "input"))
    drawn = drawn_for(page, group, foreign)
    box = _box(page, group, drawn)
    if box is None:
        return None
    raw = RawElement(kind_of(page, group, drawn), group, box, page, drawn, own=_own(page, group, drawn))
    if drawn is not None and drawn.tag == "label" and (parts := track_beside(drawn)) is not None:
        raw.likeness = state_of(*parts, rtl=page.rtl)
    return raw


def _absent(page: RawPage, node: RawNode) -> bool:
    """An element with a role that is not displayed: it draws itself where it is, and nothing beside it is drawn for it.

    An input that is not displayed may well have something drawn for it: its label works all the same.
    """
    return node.tag != "input" and node.width * node.height == 0 and not any(n.seen for n in (node, *page.within(node)))


def _own(page: RawPage, group: list[RawNode], drawn: RawNode | None) -> list[RawNode]:
    """What is drawn for the state; an element that also shows the label is left to it."""
    return [n for n in (drawn, *group) if n is not None and n.tag != "label" and (n is drawn or not n.spoken)]


def _box(page: RawPage, group: list[RawNode], drawn: RawNode | None) -> tuple[float, float, float, float] | None:
    if drawn is not None:
        return label_box(page, drawn) if drawn.tag == "label" else drawn.box
    seen = next((n for n in group if n.seen), None)
    if seen is not None:
        return seen.box
    # A transparent input without anything drawn for it is a hidden copy, except where its label is what one sees.
    labels = [page.by_at[at] for n in group for at in n.names.get("labels", ()) if at in page.by_at]
    return next((n.box for n in labels if n.seen and n.looks and _boxed(n)), None)


def _boxed(node: RawNode) -> bool:
    looks = node.looks or {}
    return bool(looks.get("border") or looks["ground"][3] > 0.03 or looks.get("before") or looks.get("after"))


def label_box(page: RawPage, node: RawNode) -> tuple[float, float, float, float]:
    """The part of a label that its pseudo-elements draw, beside its text; all of it where it is a track itself."""
    if is_label_track(page, node):
        return node.box
    if (parts := track_beside(node)) is not None:
        return parts[0]
    texts = page.texts_in(node)
    looks = node.looks or {}
    width = max((p["width"] for p in (looks.get("before"), looks.get("after")) if p), default=0) or node.height
    left, top, wide, tall = node.box
    if not texts or wide <= width * 1.5:
        return (left, top, min(wide, max(width, 8)), tall)
    if texts[0].box[0] - left < width / 2:
        return (left + wide - width, top, width, tall)
    return (left, top, width, tall)


def kind_of(page: RawPage, group: list[RawNode], drawn: RawNode | None) -> Kind:
    """switch where it says so or is drawn like a track, else checkbox."""
    if any(n.role == "switch" or (n.tag == "button" and "aria-pressed" in n.attributes) for n in group):
        return Kind.SWITCH
    if drawn is None:
        return Kind.CHECKBOX
    if drawn.tag == "label":
        track = is_label_track(page, drawn) or track_beside(drawn) is not None
    else:
        track = drawn.height >= 10 and TRACK_RATIO <= drawn.width / drawn.height <= 3.2
    return Kind.SWITCH if track else Kind.CHECKBOX
