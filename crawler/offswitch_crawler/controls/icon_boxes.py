"""Boxes to tick and picks that are icons, told by what these are called: `check_box`, `square-check`, `radio_button_unchecked`."""

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from offswitch_crawler.controls.alike import are_answers
from offswitch_crawler.controls.drawn import is_shape
from offswitch_crawler.controls.governed import question
from offswitch_crawler.controls.raw import RawElement, RawNode, RawOption, RawPage
from offswitch_crawler.controls.rows import EDGE_PX, Row, illustrates, row_of
from offswitch_crawler.controls.runs import around
from offswitch_crawler.controls.signs import ASKS
from offswitch_crawler.controls.spans import Spans
from offswitch_crawler.controls.toggles import button_of
from offswitch_recording.words import Kind

BOX = frozenset({"checkbox", "tickbox"})
RADIO = frozenset({"radio", "radiobox", "radiobutton"})
EMPTY = frozenset({"unchecked", "blank", "empty", "unselected"})
MIXED = frozenset({"indeterminate", "minus", "dash", "intermediate"})
TICKED = frozenset({"check", "checked", "marked", "tick", "ticked", "selected"})
DOT = frozenset({"dot", "record"})
LARGEST_PX = 40


@dataclass(frozen=True)
class Called:
    """What the name of an icon says: `box` or `radio`, its state or nothing of it, and whether it can be nothing else."""

    kind: str
    state: str
    sure: bool


def find(page: RawPage, taken: Spans) -> list[RawElement]:
    """Such icons that take clicks, in rows of their own, outside of everything in `taken`."""
    drawn = (n for n in page.nodes if is_shape(n) and n.icon and not taken.touch(n) and max(n.width, n.height) <= LARGEST_PX)
    called = {n.at: name for n in drawn if (name := _name(n.icon)) is not None and not illustrates(page, n)}
    rows = [row for n in page.nodes if n.at in called and button_of(page, n) and (row := row_of(page, n)) is not None]
    found = []
    for column in _columns(page, [r for r in rows if called[r.node.at].kind == "box"]):
        states = _states([called[r.node.at] for r in column])
        found += [_box(page, row.node, state) for row, state in zip(column, states, strict=True) if state]
    for column in _columns(page, [r for r in rows if called[r.node.at].kind == "radio"]):
        states = _states([called[r.node.at] for r in column])
        if len(column) > 1 and all(states) and states.count("on") <= 1 and _asked(page, column, called):
            found.append(_radio(page, column, [r for r, state in zip(column, states, strict=True) if state == "on"]))
    return found


def _name(icon: str) -> Called | None:
    """By the words of an icon; a square or circle may be anything."""
    words = frozenset(w for w in re.split(r"[^a-z]+", icon.lower()) if w)
    state = "off" if words & EMPTY else "mixed" if words & MIXED else "on" if words & TICKED else ""
    if words & RADIO:
        return Called("radio", state, True)
    if words & BOX or {"check", "box"} <= words:
        return Called("box", state, True)
    if "square" in words:
        return Called("box", state, False)
    if "circle" not in words or words & (TICKED | MIXED):
        return None
    return Called("radio", "on" if words & DOT else "", False)


def _states(names: list[Called]) -> list[str]:
    """The states of a column; one that tells none is off where others are on, and those that only might be boxes need two states."""
    found = [c.state or ("off" if any(other.state == "on" for other in names) else "") for c in names]
    return found if all(c.sure for c in names) or len(set(found)) > 1 else [""] * len(found)


def _asked(page: RawPage, column: list[Row], called: dict[int, Called]) -> bool:
    """Sure by their names; circles, which lists of issues show as well, only under a line that asks."""
    if all(called[r.node.at].sure for r in column):
        return True
    group = [r.around for r in column]
    asked = question(page, group) if are_answers(page, group, [r.label.text for r in column]) else None
    return asked is not None and asked.line is not None and asked.line.text.rstrip().endswith(ASKS)


def _columns(page: RawPage, rows: list[Row]) -> list[list[Row]]:
    """The same by what stands between two headings, under one another or at one place of rows."""
    heads = [n.at for n in page.nodes if n.level]
    groups: defaultdict[tuple[int, int, int], list[Row]] = defaultdict(list)
    for row in rows:
        node = row.node
        groups[bisect_left(heads, node.at), round(node.x / EDGE_PX), round(node.width)].append(row)
    apart = (g for g in groups.values() if all(a.around is not b.around for a, b in pairwise(g)))
    return [g for g in apart if all(b.node.y - a.node.y >= a.node.height for a, b in pairwise(g))]


def _box(page: RawPage, node: RawNode, state: str) -> RawElement:
    nodes = list(dict.fromkeys([button_of(page, node) or node, node]))
    return RawElement(Kind.CHECKBOX, nodes, node.box, page, node, own=nodes, text=state)


def _radio(page: RawPage, column: list[Row], chosen: list[Row]) -> RawElement:
    options = [RawOption(r.label.text, [r.around, r.node], r.node.box) for r in column]
    nodes = [n for o in options for n in o.nodes]
    text = chosen[0].label.text if chosen else ""
    return RawElement(
        Kind.RADIO,
        nodes,
        around([o.box for o in options]),
        page,
        options=options,
        own=nodes,
        text=text,
        unanswered=not chosen,
    )
