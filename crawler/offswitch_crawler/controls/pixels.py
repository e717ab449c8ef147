"""State as it is drawn: where the knob stands in its track, whether a box is ticked, which of several parts is filled."""

from dataclasses import dataclass

from offswitch_crawler.controls.drawn import small, under
from offswitch_crawler.controls.native import NOTHING
from offswitch_crawler.controls.raw import RawElement, RawNode, RawPage, StateReading
from offswitch_crawler.seen import Box
from offswitch_recording.words import Kind, ReadFrom

DIFFERENT = 40
"""Least distance of two colours (sum over red, green, blue) that the eye tells apart at a glance."""


@dataclass(frozen=True)
class Knob:
    """What slides in a track."""

    box: Box


def read(raw: RawElement) -> StateReading | None:
    """What a person would say from the drawing alone."""
    state: str | None = None
    if raw.kind is Kind.CHECKBOX:
        state = _of_tick(raw) or raw.likeness
    elif raw.likeness:
        state = raw.likeness
    elif raw.kind in (Kind.RADIO, Kind.SEGMENTED) and raw.options:
        state = odd_one(raw)
    elif raw.kind is Kind.SWITCH:
        state = _of_track(raw)
    if raw.unanswered and not state:
        return StateReading(NOTHING, ReadFrom.PIXELS)
    return StateReading(state, ReadFrom.PIXELS) if state else None


def _of_track(raw: RawElement) -> str | None:
    track = raw.drawn
    knob = knob_of(raw, track) if track is not None else None
    if track is None or knob is None:
        return None
    room = track.width - knob.box[2]
    if room < 4:
        return None
    where = (knob.box[0] - track.x) / room
    if raw.page.rtl:
        where = 1 - where
    return "off" if where <= 0.35 else "on" if where >= 0.65 else None


def knob_of(raw: RawElement, track: RawNode) -> Knob | None:
    """The round part inside a track, drawn by an element or by a pseudo-element."""
    return find_knob(track, [n for n in raw.page.within(track) if n.seen and n.looks])


def find_knob(track: RawNode, inside: list[RawNode]) -> Knob | None:
    """The first part of a track that has the size of a knob; none where several faces or dots of one size stand in it."""
    parts = [n for n in inside if n.tag not in ("svg", "img", "canvas", "input") and _knob_sized(n.box, track)]
    if parts and any(_as_good(parts[0], n) for n in parts[1:]):
        return None
    if parts:
        return Knob(parts[0].box)
    for node in [track, *inside]:
        for which in ("before", "after"):
            box = pseudo_box(node, which)
            if box is not None and _knob_sized(box, track):
                return Knob(box)
    return None


def _as_good(one: RawNode, other: RawNode) -> bool:
    """Filled and round as the other, of its size, beside it."""
    sized = abs(one.width - other.width) <= 1 and abs(one.height - other.height) <= 1
    drawn = all((looks := n.looks or {})["ground"][3] > 0.5 and looks["radius"] >= 0.4 * n.height for n in (one, other))
    return sized and drawn and abs(one.x - other.x) >= one.width / 2


def _knob_sized(box: Box, track: RawNode) -> bool:
    _, _, w, h = box
    return (
        bool(h)
        and 0.65 <= w / h <= 1.8
        and 0.35 * track.height <= h <= 1.9 * track.height
        and w <= 0.72 * track.width
        and w >= 5
    )


def pseudo_box(node: RawNode, which: str) -> Box | None:
    """Where a pseudo-element stands, as far as style tells: by its offsets, margin and the shift of its transform."""
    pseudo = (node.looks or {}).get(which)
    if not pseudo or pseudo["width"] < 3 or pseudo["height"] < 3 or pseudo["opacity"] < 0.1:
        return None
    if pseudo["ground"][3] < 0.05 and not pseudo["border"] and not pseudo["picture"]:
        return None
    x, y = node.x + pseudo["margin"] + _shift(pseudo["transform"]), node.box[1]
    if pseudo["left"] is not None:
        x += pseudo["left"]
    elif pseudo["right"] is not None and pseudo["position"] == "absolute":
        x = node.x + node.width - pseudo["right"] - pseudo["width"] + _shift(pseudo["transform"])
    return (x, y + (pseudo["top"] or 0), pseudo["width"], pseudo["height"])


def _shift(transform: str | None) -> float:
    if not transform or not transform.startswith("matrix("):
        return 0.0
    return float(transform[7:-1].split(",")[4])


def _of_tick(raw: RawElement) -> str | None:
    box = raw.drawn
    if box is None or not small(box) or box.tag == "label":
        return None
    inside = [n for n in raw.page.within(box) if n.seen and n.tag != "input" and n.looks is not None]
    bars = [b for n in [box, *inside] for w in ("before", "after") if (b := pseudo_mark(n, w))]
    marks = [n for n in inside if n.tag == "svg" or 0.2 <= n.width / max(1, box.width) <= 0.8]
    if bars:
        return "mixed" if bars[0] == "bar" else "on"
    if len(marks) == 1 and marks[0].tag != "svg":
        return "mixed" if marks[0].width >= 2.2 * marks[0].height else "on"
    return None


def pseudo_mark(node: RawNode, which: str) -> str | None:
    """`tick` or `bar` where a pseudo-element draws one: two sides of a turned box, or a flat filled one."""
    pseudo = (node.looks or {}).get(which)
    if not pseudo or pseudo["opacity"] < 0.1 or pseudo["width"] < 2:
        return None
    turned = "matrix(0." in (pseudo["transform"] or "") or "matrix(-0." in (pseudo["transform"] or "")
    if turned and pseudo["border"] >= 2:
        return "tick"
    if pseudo["ground"][3] > 0.5 and pseudo["width"] >= 2.2 * max(1, pseudo["height"]) and pseudo["height"] <= 5:
        return "bar"
    return None


def odd_one(raw: RawElement) -> str | None:
    """The option that is drawn unlike all others, which are drawn alike."""
    signatures = [signature(raw, [n for n in o.nodes if n.seen]) for o in raw.options]
    if len(signatures) < 2 or not all(signatures):
        return None
    alone = [i for i, s in enumerate(signatures) if sum(_alike(s, t) for t in signatures) == 1]
    if len(signatures) == 2:
        return None if _alike(*signatures) else _filled(raw, signatures)
    return raw.options[alone[0]].label if len(alone) == 1 else None


def signature(raw: RawElement, nodes: list[RawNode]) -> tuple[tuple[float, ...], ...]:
    """How an option is drawn: its own ground, ink, border, and those of the small things inside."""
    if not nodes:
        return ()
    node = nodes[0]
    texts = raw.page.texts_in(node)
    found = [_drawn(n, raw.page) for n in (node, *raw.page.within(node)) if n.looks is not None and n.tag not in ("input",)]
    return (*found, *((*t.ink, t.weight / 10, 0.0, 0.0) for t in texts[:1]))


def _drawn(node: RawNode, page: RawPage) -> tuple[float, ...]:
    looks = node.looks or {}
    *ground, alpha = looks["ground"]
    faded = [below + (c - below) * alpha for c, below in zip(ground, under(page, node), strict=True)]
    marks = sum(40.0 for w in ("before", "after") if looks.get(w) and pseudo_box(node, w))
    return (*faded, looks["border"] * 20, 30.0 * bool(looks["shadow"]), marks)


def _alike(a: tuple[tuple[float, ...], ...], b: tuple[tuple[float, ...], ...]) -> bool:
    if len(a) != len(b):
        return False
    return all(sum(abs(x - y) for x, y in zip(p, q, strict=False)) < DIFFERENT for p, q in zip(a, b, strict=True))


def _filled(raw: RawElement, signatures: list[tuple[tuple[float, ...], ...]]) -> str | None:
    """Of two, the one whose ground differs more from the ground on which both stand."""
    grounds = [s[0][:3] for s in signatures]
    below = under(raw.page, raw.options[0].nodes[0])
    away = [sum(abs(a - b) for a, b in zip(g, below, strict=False)) for g in grounds]
    if abs(away[0] - away[1]) < DIFFERENT:
        return None
    return raw.options[0 if away[0] > away[1] else 1].label
