"""Switches that a page draws as a picture, as a coloured pill, or without a hand: told by the rows that carry them at their end."""

import re

from offswitch_crawler.controls.box_mark import away
from offswitch_crawler.controls.pixels import find_knob, pseudo_box
from offswitch_crawler.controls.raw import RawElement, RawNode, RawPage
from offswitch_crawler.controls.rows import Row, columns, illustrates, in_cards, row_of
from offswitch_crawler.controls.switchlike import drawn_state, mark_in_box, shows_switch
from offswitch_recording.words import Kind

ICON = re.compile(r"(?:toggle|switch)[-_ ]?(on|off)\b", re.IGNORECASE)
"""What the icon of a switch is called, by class, file or ligature."""
PICTURES = frozenset({"svg", "img", "canvas"})
ROOM_PX = 26
"""A button with no more room than this around a picture was made for it."""
PILL = (1.5, 2.5)
GREY = 40
DIMMEST = 0.25
ROUND_PX = 1.5


def find(page: RawPage, shapes: list[RawNode], tracks: list[RawNode]) -> list[RawElement]:
    """Switches of these makes among small shapes; `tracks` are drawn like one, and show no hand."""
    nodes = [n for n in shapes if _wordless(page, n)]
    pictured = _rows(page, [n for n in nodes if n.tag in PICTURES and shows_switch(n) and button_of(page, n) is not None])
    icons = _rows(page, [n for n in nodes if ICON.search(_called(n)) and button_of(page, n) is not None])
    pills = _rows(page, [n for n in nodes if _is_pill(page, n) and button_of(page, n) is n])
    bare = _rows(page, [n for n in tracks if is_plain_switch(page, n) and not illustrates(page, n)])
    found = _rows(page, [n for n in nodes if _is_switch_button(page, n)])
    for column in columns(pictured):
        found += column if len(column) > 1 else [r for r in column if r.at_end and own_hand(page, r.node)]
    for column in columns(icons):
        found += [r for r in column if r.at_end and (len(column) > 1 or own_hand(page, r.node))]
    found += [r for column in columns(pills) if _are_pills(page, column) for r in column]
    for column in (*columns(bare), *in_cards(page, bare)):
        if len(column) > 1 and all(r.at_end for r in column) and _shines(column):
            found += column
    return _controls(page, found) + _boxes(page, nodes)


def _boxes(page: RawPage, nodes: list[RawNode]) -> list[RawElement]:
    """Boxes to tick that a svg draws, in a column of which some are empty and others are not."""
    marked = {n.at: m for n in nodes if (m := mark_in_box(n)) is not None and button_of(page, n) is not None}
    found = []
    for column in columns(_rows(page, [n for n in nodes if n.at in marked])):
        if len({marked[r.node.at] == "" for r in column}) < 2 or any(r.at_end != column[0].at_end for r in column):
            continue
        for row in column:
            state = {"": "off", "bar": "mixed", "tick": "on"}[marked[row.node.at]]
            parts = list(dict.fromkeys([button_of(page, row.node) or row.node, row.node]))
            found.append(RawElement(Kind.CHECKBOX, parts, row.node.box, page, row.node, own=parts, likeness=state))
    return found


def _rows(page: RawPage, nodes: list[RawNode]) -> list[Row]:
    return [row for n in nodes if (row := row_of(page, n)) is not None]


def _controls(page: RawPage, rows: list[Row]) -> list[RawElement]:
    found: list[RawElement] = []
    for row in sorted(rows, key=lambda r: r.node.at):
        node = row.node
        button = button_of(page, node) or node
        if any(c.node.holds(node.at) or c.drawn is node for c in found):
            continue
        said = ICON.search(_called(node))
        parts = [button, node] if button is not node else [node]
        text = said.group(1).lower() if said else ""
        state = drawn_state(node, rtl=page.rtl)
        found.append(RawElement(Kind.SWITCH, parts, node.box, page, node, own=parts, text=text, likeness=state))
    return found


def _called(node: RawNode) -> str:
    """What its icon, or the file of its ground or mask, is called."""
    return f"{node.icon} {(node.looks or {}).get('file', '')}"


def button_of(page: RawPage, node: RawNode) -> RawNode | None:
    """What is clicked for a drawing: a button around it alone, itself, or the row that shows the hand; None where nothing is."""
    for up in page.above(node):
        if up.tag in ("a", "summary") or up.role in ("link", "tab", "menuitem", "img", "option", "treeitem"):
            return None
        if up.tag == "button" or up.role == "button":
            close = up.width <= node.width + ROOM_PX and up.height <= node.height + ROOM_PX
            opens = "aria-haspopup" in up.attributes or "aria-expanded" in up.attributes
            return up if close and _wordless(page, up) and not opens else None
    acts = node.pointer or node.tag == "button" or "tabindex" in node.attributes or "onclick" in node.attributes
    return node if acts and "aria-haspopup" not in node.attributes else None


def _is_switch_button(page: RawPage, node: RawNode) -> bool:
    """A button by its tag, or all that is drawn on one: it takes clicks though it shows no hand, and one of them is enough."""
    if node.tag in PICTURES or "aria-expanded" in node.attributes:
        return False
    button = button_of(page, node)
    clicked = button is not None and (button.tag == "button" or "onclick" in button.attributes)
    return clicked and is_plain_switch(page, node) and not illustrates(page, node)


def _wordless(page: RawPage, node: RawNode) -> bool:
    return not node.spoken or not any(ch.isalnum() for t in page.texts_in(node) for ch in t.text)


def own_hand(page: RawPage, node: RawNode) -> bool:
    """The hand begins at the drawing itself, or at a box made for it, and not at its row."""
    if button_of(page, node) is not node or node.pointer == 2 or node.tag == "button":
        return True
    close = [up for up in list(page.above(node))[:2] if up.width <= node.width + ROOM_PX and _wordless(page, up)]
    return any(up.pointer == 2 for up in close)


def _is_pill(page: RawPage, node: RawNode) -> bool:
    """A rounded bar of one colour, of a switch's size, with nothing in it."""
    looks = node.looks or {}
    if node.tag in PICTURES or looks["picture"] or looks["mask"] or looks["before"] or looks["after"] or node.children:
        return False
    sized = 26 <= node.width <= 70 and 14 <= node.height <= 36 and PILL[0] <= node.width / node.height <= PILL[1]
    return bool(sized and looks["ground"][3] > 0.5 and looks["radius"] >= 0.4 * node.height)


def _are_pills(page: RawPage, column: list[Row]) -> bool:
    """Two or more that end their rows, of one or two colours; where only the rows are clicked, of two of which one is grey."""
    if len(column) < 2 or not all(r.at_end for r in column):
        return False
    grounds = [(r.node.looks or {})["ground"][:3] for r in column]
    colours: list[list[float]] = []
    for ground in grounds:
        if all(away(ground, c) > GREY for c in colours):
            colours.append(ground)
    if len(colours) > 2:
        return False
    grey = [max(c) - min(c) <= GREY for c in colours]
    if all(own_hand(page, r.node) for r in column):
        return len(colours) == 1 or any(grey)
    return len(colours) == 2 and sum(grey) == 1


def is_plain_switch(page: RawPage, track: RawNode) -> bool:
    """Beyond mistake: a rounded track, and a round knob of nearly its height at one of its ends."""
    inside = [n for n in page.within(track) if n.seen and n.looks]
    knob = find_knob(track, inside)
    looks = track.looks or {}
    if knob is None or track.opacity < DIMMEST or not 1.5 <= track.width / track.height <= 2.6:
        return False
    if looks["radius"] < 0.4 * track.height or not 12 <= track.height <= 40 or looks["ground"][3] < 0.1:
        return False
    x, y, w, h = knob.box
    room = track.width - w
    level = abs(y + h / 2 - track.box[1] - track.height / 2) <= 2 or not _has_box(inside, knob.box)
    at_end = not 0.2 < (x - track.x) / max(1.0, room) < 0.8 or _in_the_round(track, x + w / 2)
    return 0.8 <= w / h <= 1.25 and h >= 0.5 * track.height and at_end and level and _is_round(track, inside, knob.box)


def _in_the_round(track: RawNode, middle: float) -> bool:
    """In the middle of one of the half circles by which a track ends, however small the knob is there."""
    half = track.height / 2
    return min(abs(middle - track.x - half), abs(track.x + track.width - half - middle)) <= ROUND_PX


def _shines(column: list[Row]) -> bool:
    """Not every one is dim: beside others, a dim one is locked; alone they are a picture of switches."""
    return any(r.node.opacity >= 0.5 for r in column)


def _has_box(inside: list[RawNode], box: tuple[float, float, float, float]) -> bool:
    return any(n.box == box for n in inside)


def _is_round(track: RawNode, inside: list[RawNode], box: tuple[float, float, float, float]) -> bool:
    radii = [(n.looks or {})["radius"] for n in inside if n.box == box]
    drawn = [(n, w) for n in (track, *inside) for w in ("before", "after") if pseudo_box(n, w) == box]
    radii += [(n.looks or {})[w]["radius"] for n, w in drawn]
    return any(r >= 0.4 * box[2] for r in radii)
