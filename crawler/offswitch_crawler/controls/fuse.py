"""Raw facts → state: the readers are asked in order of trust, and where two disagree both are recorded."""

from itertools import islice, takewhile

from offswitch_crawler.controls.raw import RawElement, RawNode, StateReading
from offswitch_recording.words import Kind, ReadFrom

UNRESOLVED = "unresolved"


def fuse(readings: list[StateReading], kind: Kind) -> tuple[str, ReadFrom | None, dict[str, str] | None]:
    """State, by which reader, and what each said where they disagree. Nothing readable is `unresolved`, never `off`."""
    if not readings:
        return UNRESOLVED, None, None
    best = next(
        (r for r in readings if r.state or kind is Kind.SELECT), readings[0]
    )  # what is chosen, if any reader sees it
    if best.initial:
        best = next((r for r in readings if r.read_from is ReadFrom.PIXELS), best)
    if kind in (Kind.SWITCH, Kind.CHECKBOX) and best.state != "mixed":
        # Many libraries draw a mixed tick and tell nobody: what a person sees counts.
        drawn = [r for r in readings if r.state == "mixed" and (best.state == "off" or r.read_from is not ReadFrom.PIXELS)]
        best = drawn[0] if drawn else best
    said = {r.read_from.value: r.state for r in readings}
    differ = len({s.casefold().strip() for s in said.values()}) > 1 and kind is not Kind.SLIDER
    return best.state, best.read_from, said if differ else None


FAINT = 0.7
ROW_TALLEST = 120
FURTHEST = 5


def disabled(raw: RawElement) -> bool:
    """Whether it cannot be changed now: it or what holds it says so, or it is drawn faint and takes no clicks."""
    if raw.options and any(o.nodes for o in raw.options) and raw.kind is not Kind.SELECT:
        return all(any(_off(n) for n in o.nodes) for o in raw.options if o.nodes) or _held_off(raw)
    drawn = [n for n in (raw.drawn, raw.node) if n is not None]
    if any(_off(n) for n in raw.nodes) or any(n.untouchable and n.opacity <= FAINT for n in drawn if n.opacity > 0):
        return True
    return _held_off(raw) or _refuses(raw, drawn)


def _held_off(raw: RawElement) -> bool:
    """Something around it is disabled for assistive technology, and so what it holds."""
    return any(up.attributes.get("aria-disabled") == "true" for up in raw.page.above(raw.anchor))


def _refuses(raw: RawElement, drawn: list[RawNode]) -> bool:
    """The pointer is refused where it is drawn faint; or it says nothing of itself and nothing in its row takes a click."""
    near = [*drawn, *islice(raw.page.above(raw.anchor), 2)]
    faint = any(0 < n.opacity <= FAINT for n in drawn)
    if faint and any(n.refused for n in near):
        return True
    if raw.kind not in (Kind.SWITCH, Kind.CHECKBOX) or not all(n.bare for n in raw.nodes):
        return False
    row = list(takewhile(lambda up: up.height <= ROW_TALLEST, islice(raw.page.above(raw.anchor), FURTHEST)))
    inside = [n for d in drawn for n in raw.page.within(d)]
    return not raw.text and not any(_takes_clicks(n) for n in (*drawn, *inside, *row)) and _others_take(raw, drawn)


def _others_take(raw: RawElement, drawn: list[RawNode]) -> bool:
    """Whether others of its size take clicks; made for fingers, none shows a hand."""
    sizes = [(n.width, n.height) for n in drawn]
    alike = (n for n in raw.page.nodes if any(abs(n.width - w) <= 1 and abs(n.height - h) <= 1 for w, h in sizes))
    rows = (up for n in alike if n.looks is not None for up in (n, *islice(raw.page.above(n), 2)))
    return any(_takes_clicks(up) for up in rows)


def _takes_clicks(node: RawNode) -> bool:
    return bool(node.pointer) or "onclick" in node.attributes or node.attributes.get("tabindex", "-1") != "-1"


def _off(node: RawNode) -> bool:
    attributes = node.attributes
    if node.native.get("disabled") or attributes.get("aria-disabled") == "true" or node.ax.get("disabled") == "true":
        return True
    return attributes.get("disabled", "false") != "false" or "data-disabled" in attributes
