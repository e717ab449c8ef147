"""Rows that end in a sign to click: ✔ or ✖, ● or ○, a picture or the same crossed out. What is told is told by the column."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import groupby

from offswitch_crawler.controls.box_mark import TICKS
from offswitch_crawler.controls.drawn import is_shape
from offswitch_crawler.controls.raw import RawElement, RawNode, RawPage
from offswitch_crawler.controls.rows import Row, columns, illustrates, row_of
from offswitch_crawler.controls.spans import Spans
from offswitch_crawler.controls.toggles import button_of, own_hand
from offswitch_recording.words import Kind

CROSSES = frozenset("✕✖✗✘×❌☒")
FULL, EMPTY = frozenset("●⬤⚫"), frozenset("○◯⚪")
VARIANTS = "\ufe0e\ufe0f"
LARGEST_PX = 48
LINED_PX = 3
ACROSS = 0.7
"""So much of its picture's width and height a line goes over that crosses it out."""
TWO_POINTS = re.compile(r"\s*m\s*-?[\d.]+[ ,]*-?[\d.]+\s*l?\s*-?[\d.]+[ ,]*-?[\d.]+\s*z?\s*", re.IGNORECASE)
OFF_WORDS = frozenset({"off", "slash", "slashed", "crossed"})
ON_WORDS = frozenset({"on", "open"})
FIELDS = frozenset({"input", "textarea", "select"})


def find(page: RawPage, taken: Spans) -> list[RawElement]:
    """Such rows outside of everything in `taken`, where a column shows both of two signs; one alone may be a deed."""
    return _signs(page, taken) + _pictures(page, taken)


def _signs(page: RawPage, taken: Spans) -> list[RawElement]:
    rows = [row for n in page.nodes if _is_sign(page, n) and not taken.touch(n) and (row := _row(page, n)) is not None]
    found = []
    for column in _by_section(page, _lined_up(rows)):
        states = [_state_of(_sign(page, row.node)) for row in column]
        if {"tick", "cross"} == set(states):
            on = "tick"
        elif {"full", "empty"} == set(states) and states.count("full") > 1:  # one of several may be the one that is chosen
            on = "full"
        else:
            continue
        for row, state in zip(column, states, strict=True):
            text = "on" if state == on else "off"
            found.append(RawElement(Kind.CHECKBOX, [row.node], row.node.box, page, row.node, own=[row.node], text=text))
    return found


def _sign(page: RawPage, node: RawNode) -> str:
    return page.words(node).strip().strip(VARIANTS)


def _state_of(sign: str) -> str:
    kinds = {"tick": TICKS, "cross": CROSSES, "full": FULL, "empty": EMPTY}
    return next((name for name, signs in kinds.items() if sign in signs), "")


def _is_sign(page: RawPage, node: RawNode) -> bool:
    """One sign and nothing else, on a button or with a hand of its own."""
    if not node.seen or not node.spoken or max(node.width, node.height) > LARGEST_PX or node.native.get("href"):
        return False
    clicked = node.tag == "button" or node.role == "button" or node.pointer == 2
    return clicked and bool(_state_of(_sign(page, node)))


def _row(page: RawPage, node: RawNode) -> Row | None:
    """The row that a thing ends, in which nothing else is set."""
    row = row_of(page, node) if not illustrates(page, node) else None
    if row is None or not row.at_end:
        return None
    return None if any(n.tag in FIELDS for n in page.within(row.around)) else row


def _lined_up(rows: list[Row]) -> list[list[Row]]:
    """Rows whose signs, which may be of several widths, end at one edge or have one middle, each alone in its row."""
    alone = [r for r in rows if sum(r.around.holds(other.node.at) for other in rows) == 1]
    found: list[list[Row]] = []
    for row in alone:
        column = next((c for c in found if c[0].node.tag == row.node.tag and _in_line(c[0].node, row.node)), None)
        if column is None:
            found.append([row])
        else:
            column.append(row)
    return found


def _by_section(page: RawPage, found: list[list[Row]]) -> Iterator[list[Row]]:
    """The same cut where a heading stands: under another one the same sign may be a deed."""
    heads = [n.at for n in page.nodes if n.level]
    for column in found:
        for _, rows in groupby(column, key=lambda r: bisect_left(heads, r.node.at)):
            yield list(rows)


def _in_line(a: RawNode, b: RawNode) -> bool:
    ends, middles = a.x + a.width - b.x - b.width, a.x + a.width / 2 - b.x - b.width / 2
    return min(abs(ends), abs(middles)) <= LINED_PX


def _pictures(page: RawPage, taken: Spans) -> list[RawElement]:
    shapes = [n for n in page.nodes if is_shape(n) and not taken.touch(n)]
    shapes = [n for n in shapes if (n.tag == "svg" or n.icon) and max(n.width, n.height) <= LARGEST_PX]
    used = [n for n in shapes if button_of(page, n) is not None and own_hand(page, n)]
    rows = [row for n in used if (row := _row(page, n)) is not None]
    found = []
    for column in _by_section(page, columns(rows)):
        crossed = _told(column, _crossed) or _told(column, lambda n: bool(OFF_WORDS & _words(n)))
        for row, off in zip(column, crossed or [], strict=False):
            button = button_of(page, row.node) or row.node
            nodes = list(dict.fromkeys([button, row.node]))
            state = "off" if off else "on"
            found.append(RawElement(Kind.SWITCH, nodes, row.node.box, page, row.node, own=nodes, likeness=state))
    return found


def _told(column: list[Row], crossed: Callable[[RawNode], bool]) -> list[bool] | None:
    """Which are crossed out, where some are and others not, and each of both is drawn, or called, as one picture."""
    nodes = [r.node for r in column]
    which = [crossed(n) for n in nodes]
    if len(set(which)) < 2:
        return None
    made = {off: {_made(n) for n, o in zip(nodes, which, strict=True) if o is off} for off in (True, False)}
    if any(len(kinds) > 1 for kinds in made.values()):
        return None
    off, on = (next(n for n, o in zip(nodes, which, strict=True) if o is w) for w in (True, False))
    same = _words(off) - OFF_WORDS == _words(on) - ON_WORDS
    return which if same else None


def _made(node: RawNode) -> str:
    return repr((sorted(_words(node)), [(p["tag"], p["filled"], p.get("lines", "")) for p in node.parts]))


def _crossed(node: RawNode) -> bool:
    """One line goes over all of a drawing of several parts."""
    across = (p for p in node.parts if p["tag"] == "line" or TWO_POINTS.fullmatch(p.get("lines", "")))
    return len(node.parts) > 1 and any(min(p["box"][2] / node.width, p["box"][3] / node.height) >= ACROSS for p in across)


def _words(node: RawNode) -> frozenset[str]:
    return frozenset(w for w in re.split(r"[^a-z]+", node.icon.lower()) if w)
