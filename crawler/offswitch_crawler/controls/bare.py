"""Switches, ticks and picks that say nothing of themselves: found by their size, shape, parts and the hand they show."""

from itertools import groupby, pairwise

from offswitch_crawler.controls import toggles
from offswitch_crawler.controls.box_mark import Mark, is_filled, mark_of
from offswitch_crawler.controls.classes import of_node
from offswitch_crawler.controls.drawn import is_shape
from offswitch_crawler.controls.pixels import find_knob
from offswitch_crawler.controls.raw import RawElement, RawNode, RawOption, RawPage
from offswitch_crawler.controls.runs import around
from offswitch_crawler.controls.spans import Spans
from offswitch_crawler.controls.steps import are_steps
from offswitch_crawler.controls.ticks import Ticks, is_round, signed
from offswitch_recording.words import Kind

FAINT = 0.7
LEAST_KNOB = 0.42
"""So much of the height of its track a knob has at least: less is a dot in a pill that tells how something is."""


def find(page: RawPage, taken: Spans) -> list[RawElement]:
    """Drawn toggles outside of everything in `taken`."""
    shapes = [n for n in page.nodes if is_shape(n) and (not n.spoken or signed(page, n)) and not taken.touch(n)]
    everything = [n for n in shapes if not _of_another(page, n, taken)]
    shapes = [n for n in everything if not _in_words(page, n)]
    drawn = _outermost([n for n in shapes if not n.spoken and is_track(page, n)])
    acting = [n for n in drawn if _acts(page, n)]
    tracks = [n for n in drawn if n in acting or any(_of_one_size(n, a) for a in acting)]  # one that is locked shows no hand
    found = [RawElement(Kind.SWITCH, [n], n.box, page, n, own=[n]) for n in tracks]
    held = Spans(tracks)
    found += toggles.find(page, [n for n in everything if not held.touch(n)], [n for n in drawn if n not in tracks])
    held = Spans(n for c in found for n in c.own)
    return found + _ticks(page, [n for n in shapes if not held.touch(n)])


def _ticks(page: RawPage, shapes: list[RawNode]) -> list[RawElement]:
    """Boxes to tick, and round ones that are picks of one question."""
    boxes = [n for n in shapes if is_tick(page, n) and _acts(page, n)]
    boxes = _outermost([*boxes, *_filled_ones(page, shapes, boxes)])
    ticks = Ticks(page, boxes)
    boxes = [n for n in boxes if is_tied(n) or ticks.could_be(n)]
    groups = list(_groups(page, [n for n in boxes if _roundish(n)]))
    at_end = {id(g): _at_the_end(page, g) for g in groups}
    several = [g for g in groups if ticks.several(g, at_end=at_end[id(g)])]
    single = [n for n in boxes if not _roundish(n)] + [n for g in several for n in g]
    found = [RawElement(Kind.CHECKBOX, [n], n.box, page, n, own=[n], likeness=ticks.proven(n)) for n in single]
    rest = [g for g in groups if g not in several]
    dots = [g for g in rest if at_end[id(g)] and ticks.are_dots(g) and all(toggles.own_hand(page, n) for n in g)]
    states = [(n, "on" if ticks.is_full(n) else "off") for g in dots for n in g]
    found += [RawElement(Kind.CHECKBOX, [n], n.box, page, n, own=[n], likeness=state) for n, state in states]
    picks = [g for g in rest if g not in dots and (at_end[id(g)] or not (ticks.are_steps(g) or are_steps(page, g)))]
    return found + [_radio(page, g, ticks) for g in picks]


def _of_one_size(a: RawNode, b: RawNode) -> bool:
    return abs(a.width - b.width) <= 1 and abs(a.height - b.height) <= 1


def _outermost(nodes: list[RawNode]) -> list[RawNode]:
    nodes = sorted(nodes, key=lambda n: n.at)
    return [n for n in nodes if not any(t is not n and t.holds(n.at) for t in nodes)]


def _filled_ones(page: RawPage, shapes: list[RawNode], boxes: list[RawNode]) -> list[RawNode]:
    """Ticked ones that are drawn without an edge, over or under the box of one that is not ticked, or level with it."""
    known = {id(n) for n in boxes}
    free = [n for n in shapes if id(n) not in known and is_tick_sized(n) and _acts(page, n)]
    return [n for n in free if mark_of(page, n) is Mark.TICK and is_filled(page, n) and any(_lined_up(n, b) for b in boxes)]


def _in_line(a: RawNode, b: RawNode) -> bool:
    """In one column or in one row."""
    return any(
        abs(p + s / 2 - q - t / 2) <= 2 for p, s, q, t in zip(a.box[:2], a.box[2:], b.box[:2], b.box[2:], strict=True)
    )


def _lined_up(a: RawNode, b: RawNode) -> bool:
    same = abs(a.width - b.width) <= 2 and abs(a.height - b.height) <= 2
    return same and (abs(a.x - b.x) <= 2 or abs(a.box[1] - b.box[1]) <= 2)


def _of_another(page: RawPage, node: RawNode, taken: Spans) -> bool:
    """Drawn for a control that is known already: they share a label, or a box of little more than their size.

    A switch beyond mistake, beside a control of which all is seen, is one of its own.
    """
    for up in list(page.above(node))[:4]:
        if up.tag == "label" or (up.height <= 72 and up.width <= node.width * 3 + 40):
            known = taken.within(up)
            if known and (up.tag == "label" or not _stands_beside(page, node, known)):
                return True
        elif up.tag != "span":
            return False
    return False


def _stands_beside(page: RawPage, node: RawNode, known: list[RawNode]) -> bool:
    if not is_track(page, node) or not toggles.is_plain_switch(page, node):
        return False
    return all(n.seen and (n.x >= node.x + node.width or n.x + n.width <= node.x) for n in known)


def _in_words(page: RawPage, node: RawNode) -> bool:
    """Part of a button or link that shows a text: an icon of it."""
    for up in page.above(node):
        if up.tag in ("a", "button") or up.role in ("button", "link", "tab", "menuitem", "img"):
            return up.spoken or up.tag == "a" or up.role != "button"
    return False


def is_track(page: RawPage, node: RawNode) -> bool:
    """Longer than high, rounded or with a picture, with a knob in it."""
    if (
        not node.height
        or not (20 <= node.width <= 100 and 6 <= node.height <= 48)
        or not 1.25 <= node.width / node.height <= 3.6
    ):
        return False
    if node.tag in ("svg", "img", "canvas", "input"):
        return False
    inside = [n for n in page.within(node) if n.seen and n.looks]
    knob = find_knob(node, inside) if len(inside) <= 8 else None
    return knob is not None and knob.box[3] >= LEAST_KNOB * node.height


def is_tick(page: RawPage, node: RawNode) -> bool:
    """A small square or round box with an edge, a tick or a picture."""
    if is_tied(node):
        return True
    if not is_tick_sized(node):
        return False
    looks = node.looks or {}
    # Of a turned square of which two sides are drawn, an arrow is made.
    edged = looks["border"] >= 1 and looks["edge"][3] > 0.2 and (looks["boxed"] or looks["ground"][3] > 0.03)
    pictured = bool(looks["picture"]) or looks["mask"]
    ringed = any((p := looks.get(w)) and p["border"] >= 3 and p["width"] >= 10 for w in ("before", "after"))
    return bool(edged or ringed or (pictured and _repeated(page, node))) and not _is_icon_button(page, node)


def is_tick_sized(node: RawNode) -> bool:
    """A small square, drawn by no picture of its own."""
    square = 11 <= node.width <= 32 and 0.85 <= node.width / max(1, node.height) <= 1.18
    return square and node.tag not in ("svg", "img", "canvas", "input")


def is_tied(node: RawNode) -> bool:
    """A small component that a label is bound to: it takes part in a form."""
    return "-" in node.tag and bool(node.names.get("labels")) and "tabindex" in node.attributes


def _repeated(page: RawPage, node: RawNode) -> bool:
    """Others like it, of which at least one says a state by its class: a sprite, no icon."""
    drawn = [n for n in page.nodes if n.tag == node.tag and n.looks]
    same = [n for n in drawn if abs(n.width - node.width) < 1 and abs(n.height - node.height) < 1]
    return len(same) >= 2 and any(of_node(n) for n in same)


def _is_icon_button(page: RawPage, node: RawNode) -> bool:
    """Named or opening something: a button with an icon, however it is drawn."""
    buttons = [n for n in (node, *list(page.above(node))[:3]) if n.tag == "button" or n.role in ("button", "link")]
    told = ("aria-label", "title", "aria-haspopup", "aria-expanded", "aria-labelledby")
    return any(name in n.attributes for n in buttons for name in told)


def _acts(page: RawPage, node: RawNode) -> bool:
    """Shows a hand or takes the focus, itself or as part of a row; or is drawn faint and takes no clicks."""
    if node.pointer or node.refused or (node.opacity <= FAINT and node.untouchable) or "tabindex" in node.attributes:
        return True
    faint = any(up.untouchable or up.refused for up in list(page.above(node))[:4])
    return node.opacity <= FAINT and (faint or _faint_box(page, node))


def _faint_box(page: RawPage, node: RawNode) -> bool:
    return any(up.opacity <= FAINT and up.width < 400 and not up.spoken for up in page.above(node))


def _roundish(node: RawNode) -> bool:
    if is_tied(node):
        return "name" in node.attributes
    return is_round(node)


def _groups(page: RawPage, nodes: list[RawNode]) -> list[list[RawNode]]:
    """Round boxes in one container, each with a text of its own: picks of one question."""
    found: list[list[RawNode]] = []
    keyed = sorted(((_container(page, n, nodes), n) for n in nodes), key=lambda p: (p[0], p[1].at))
    for at, members in groupby(keyed, key=lambda p: p[0]):
        for group in _parted(page, [n for _, n in members]):
            if at >= 0 and len(group) >= 2 and all(_text_of(page, n, group) for n in group):
                found.append(group)
    return found


def _parted(page: RawPage, group: list[RawNode]) -> list[list[RawNode]]:
    """The same in parts: what is written between two rows, and a place beside the others, begins another question."""
    parts = [[group[0]]]
    for before, node in pairwise(group):
        end, start = _region(page, before, group).end, _region(page, node, group).at
        if any(end < t.at < start for t in page.texts) or not _in_line(before, node):
            parts.append([])
        parts[-1].append(node)
    return parts


def _container(page: RawPage, node: RawNode, nodes: list[RawNode]) -> int:
    return next((up.at for up in page.above(node) if sum(up.holds(n.at) for n in nodes) > 1), -1)


def _text_of(page: RawPage, node: RawNode, group: list[RawNode]) -> str:
    region = _region(page, node, group)
    lines = [r for r in page.lines_in(region) if not node.holds(r.at)]
    return lines[0].text if lines and len(lines) <= 3 else ""


def _at_the_end(page: RawPage, group: list[RawNode]) -> bool:
    """Behind their texts, where no step of a way stands."""
    first = [(n, t.box) for n in group for t in page.texts_in(_region(page, n, group)) if not n.holds(t.at)]
    return all(box[0] > n.x if page.rtl else box[0] + box[2] <= n.x + n.width for n, box in first)


def _region(page: RawPage, node: RawNode, group: list[RawNode]) -> RawNode:
    region = node
    for up in page.above(node):
        if any(up.holds(n.at) for n in group if n is not node):
            break
        region = up
    return region


def _radio(page: RawPage, group: list[RawNode], ticks: Ticks) -> RawElement:
    options = [RawOption(_text_of(page, n, group), [_region(page, n, group), n], n.box) for n in group]
    nodes = [n for o in options for n in o.nodes]
    chosen = [o.label for o, n in zip(options, group, strict=True) if ticks.mark(n) is Mark.TICK or ticks.is_dotted(n)]
    raw = RawElement(Kind.RADIO, nodes, around([o.box for o in options]), page, options=options, own=nodes)
    raw.likeness = chosen[0] if len(chosen) == 1 else ""
    return raw
