"""How one of several alike is marked: by a tick, by a ring around it, by its ground, or by what its classes say."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from offswitch_crawler.controls import aria, classes
from offswitch_crawler.controls.box_mark import TICKS
from offswitch_crawler.controls.drawn import under
from offswitch_crawler.controls.pixels import pseudo_mark
from offswitch_crawler.controls.raw import RawElement, RawNode, RawPage
from offswitch_crawler.controls.runs import Colour

NAMES_TICK = re.compile(r"(?<![a-z])(?:check(?:mark|ed)?|tick(?:ed)?|done|selected)(?![a-z])", re.IGNORECASE)
NAMES_OTHER = re.compile(r"box|blank|all\b|double|list|uncheck|unselect|shield|verified", re.IGNORECASE)
BOXES = "☐☑☒"
END_PX = 48
"""At most so far from the edge of its row a mark stands."""
LEAST_PICTURE = (32, 24)
LEAST_TINT = 8
STRONG = 120
STANDS_OUT = 20
"""Least by which what is chosen is farther from its ground than the others (sum over red, green, blue)."""


@dataclass(frozen=True)
class Mark:
    """Which of several is marked, and by what: `aria`, `class`, `tick`, `ring`, `ground`, `ink`."""

    index: int
    by: frozenset[str]


def mark_of(
    page: RawPage,
    group: list[RawNode],
    pictures: Sequence[RawNode | None] = (),
    *,
    coloured: bool = False,
    lined: bool = False,
) -> Mark | None:
    """The one that is marked, where all that tells them apart points at it.

    `coloured`: their grounds are what is chosen; `lined`: their edges are lines between rows, which the last may lack.
    """
    ticks = [ticked(page, n) for n in group]
    facts: dict[str, list[Any]] = {
        "aria": [aria.of_node(n) == "on" for n in group],
        "class": [classes.of_node(n) == "on" for n in group],
        "tick": ticks,
        "ring": [
            () if lined else (ring(n), *((ring(p),) if p else ()))
            for n, p in zip(group, pictures or [None] * len(group), strict=True)
        ],
        "ground": [() if coloured else ground(n) for n in group],
    }
    found = {name: which for name, values in facts.items() if (which := _odd(values)) is not None}
    if len(group) == 2 and found:
        facts = {name: values for name, values in facts.items() if name in found}  # of two, no look is the odd one
    if any(len(set(values)) > 1 and name not in found for name, values in facts.items()) or len(set(found.values())) != 1:
        return None
    index = next(iter(found.values()))
    inks = [_ink(page, n) for n in group]
    if (told := _odd(inks)) is not None:
        if told != index:
            return None
        found["ink"] = told
    if found.keys() <= {"ground", "ink"} and not _tinted(page, group[index]):
        return None
    sure = found.keys() & {"aria", "class", "tick"}
    drawn = [[n, *([p] if p else [])] for n, p in zip(group, pictures or [None] * len(group), strict=True)]
    if not sure and (group[index].hovered or not _stands_out(page, drawn, index, filled=not coloured)):
        return None
    return Mark(index, frozenset(found))


def told(raw: RawElement) -> str:
    """The option that ARIA or the classes say is chosen, or empty."""
    readings = (aria.read(raw), classes.read(raw))
    return next((r.state for r in readings if r is not None and r.state), "")


def lone_tick(page: RawPage, group: list[RawNode]) -> int | None:
    """The only one with a tick; None too where boxes to tick are written, of which none excludes another."""
    ticks = [i for i, n in enumerate(group) if ticked(page, n)]
    boxes = any(sign in page.words(n) for n in group for sign in BOXES)
    return ticks[0] if len(ticks) == 1 and not boxes else None


def ticked(page: RawPage, node: RawNode) -> bool:
    """A tick stands at one of its ends."""
    pieces = page.texts_in(node)
    if any(p.text.strip("\ufe0e\ufe0f ") in TICKS for p in pieces if _at_end(node, p.box)):
        return True
    whole = page.words(node).strip("\ufe0e\ufe0f ")
    if len(pieces) == 1 and (whole[:1] in TICKS or whole[-1:] in TICKS):
        return True
    if any(_pseudo_tick(n, w) for n in (node, *page.within(node)) for w in ("before", "after") if n.seen):
        return True
    return any(draws_tick(n) and _at_end(node, n.box) for n in page.within(node))


def signs_of(page: RawPage, node: RawNode) -> tuple[int, int]:
    """How many signs and small pictures stand before its first words, and how many after."""
    pieces = page.texts_in(node)
    words = [p for p in pieces if any(c.isalnum() for c in p.text)]
    drawn = [n for n in page.within(node) if _small(n)]
    drawn = [n for n in drawn if not any(o is not n and o.holds(n.at) for o in drawn)]
    ats = [*(p.at for p in pieces if p not in words), *(n.at for n in drawn)]
    first = words[0].at if words else node.at
    return sum(at < first for at in ats), sum(at > first for at in ats)


def lone_mark(page: RawPage, group: list[RawNode]) -> int | None:
    """The only one in which something small is drawn at its end."""
    drawn = [any(_small(n) and _at_end(g, n.box) for n in page.within(g)) for g in group]
    return _odd(drawn) if sum(drawn) == 1 else None


def ring(node: RawNode) -> tuple[object, ...]:
    """Border, shadow and outline of an element."""
    looks = node.looks or node.sheet or {}
    edge = tuple(looks.get("edge", (0, 0, 0, 0)))
    border = looks.get("border", 0) if edge[3] > 0.05 else 0
    drawn = tuple(_pseudo_ring(looks.get(which)) for which in ("before", "after"))
    return (border, edge if border else (), looks.get("cast", ""), looks.get("outline", ""), drawn)


def _pseudo_ring(pseudo: dict[str, Any] | None) -> tuple[object, ...]:
    """What a pseudo-element draws of edge and ground; nothing where it draws none."""
    if not pseudo or pseudo["opacity"] < 0.1 or not (pseudo["border"] or pseudo["ground"][3] > 0.05):
        return ()
    return (pseudo["border"], tuple(pseudo["edge"]) if pseudo["border"] else (), tuple(pseudo["ground"]))


def ground(node: RawNode) -> Colour:
    """The colour that fills it; nothing where it lets its own ground show."""
    found = tuple((node.looks or {}).get("ground", (0, 0, 0, 0)))
    return found if found[3] > 0.03 else ()


def picture_of(page: RawPage, node: RawNode) -> RawNode | None:
    """The outermost picture or drawn box in it that is more than an icon and less than all of it."""
    inside = [n for n in page.within(node) if n.seen and (n.looks or n.sheet)]
    big = [n for n in inside if n.width >= LEAST_PICTURE[0] and n.height >= LEAST_PICTURE[1]]
    return next((n for n in big if n.width * n.height < 0.98 * node.width * node.height or n.tag in ("img", "svg")), None)


def emphasis(page: RawPage, node: RawNode, *, filled: bool = True) -> float:
    """How far it stands out from its ground: by its fill, its edge, and what is drawn around it."""
    below, looks = under(page, node), node.looks or node.sheet or {}
    fill, edge = looks.get("ground", (0, 0, 0, 0)), looks.get("edge", (0, 0, 0, 0))
    found = _far(fill, below) if filled else 0.0
    found += _far(edge, below) * 0.3 * min(4.0, looks.get("border", 0))
    around = any(_pseudo_ring(looks.get(which)) for which in ("before", "after"))
    return float(found) + 60.0 * around + 80.0 * bool(looks.get("outline")) + 60.0 * bool(looks.get("cast"))


def _stands_out(page: RawPage, drawn: list[list[RawNode]], index: int, *, filled: bool) -> bool:
    """Whether the one is drawn farther from its ground than all others, or alone has a shadow or outline of that length."""
    weights = [sum(emphasis(page, n, filled=filled and not k) for k, n in enumerate(nodes)) for nodes in drawn]
    extents = [max(len(f"{ring(n)[2]}{ring(n)[3]}") for n in nodes) for nodes in drawn]
    others = [i for i in range(len(drawn)) if i != index]
    mine, theirs = weights[index], max(weights[i] for i in others)
    return mine >= theirs + STANDS_OUT or (mine >= theirs and extents[index] > max(extents[i] for i in others))


def _tinted(page: RawPage, node: RawNode) -> bool:
    """Filled with a colour, or strongly: a pale grey is what cannot be had now."""
    fill = (node.looks or {}).get("ground", (0, 0, 0, 0))
    return max(fill[:3]) - min(fill[:3]) >= LEAST_TINT or _far(fill, under(page, node)) >= STRONG


def _far(colour: Sequence[float], below: Sequence[float]) -> float:
    if len(colour) < 4:
        return 0.0
    return float(colour[3]) * sum(abs(a - b) for a, b in zip(colour[:3], below[:3], strict=True))


def _ink(page: RawPage, node: RawNode) -> tuple[object, ...]:
    pieces = [p for p in page.texts_in(node) if any(c.isalnum() for c in p.text)]
    return (tuple(pieces[0].ink), pieces[0].weight) if pieces else ()


def _odd(values: Sequence[Any]) -> int | None:
    """Which one is unlike all others, which are equal."""
    counts = Counter(values)
    if len(counts) != 2:
        return None
    if len(values) == 2 and all(isinstance(v, bool) for v in values):
        return list(values).index(True)
    alone = [v for v, n in counts.items() if n == 1]
    if len(values) < 3 or len(alone) != 1 or (isinstance(alone[0], bool) and not alone[0]):
        return None
    return list(values).index(alone[0])


def _at_end(row: RawNode, box: Sequence[float]) -> bool:
    left, right = box[0] - row.x, row.x + row.width - box[0] - box[2]
    return min(left, right) <= END_PX


def _pseudo_tick(node: RawNode, which: str) -> bool:
    pseudo = (node.looks or {}).get(which)
    if not pseudo or pseudo["opacity"] < 0.1:
        return False
    return pseudo["content"].strip("\ufe0e\ufe0f ") in TICKS or (node.width > 30 and pseudo_mark(node, which) == "tick")


def _small(node: RawNode) -> bool:
    drawn = node.looks or {}
    return node.seen and node.opacity >= 0.3 and bool(drawn) and not node.spoken and max(node.width, node.height) <= 32


def draws_tick(node: RawNode) -> bool:
    """Whether a small picture is a tick, by its lines or its name."""
    if not _small(node):
        return False
    looks = node.looks or {}
    picture = str(looks.get("picture", ""))
    if not (node.tag in ("svg", "img", "i") or node.icon or looks.get("mask") or picture):
        return False
    told = [
        node.icon,
        "" if "data:" in picture else picture,
        *(node.attributes.get(a, "") for a in ("alt", "aria-label", "class")),
    ]
    words = " ".join(told)
    return node.tick or bool(NAMES_TICK.search(words) and not NAMES_OTHER.search(words))
