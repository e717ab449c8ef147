"""State by ARIA attributes."""

from offswitch_crawler.controls.native import NOTHING
from offswitch_crawler.controls.raw import RawElement, RawNode, StateReading
from offswitch_recording.words import Kind, ReadFrom

_STATES = {"true": "on", "false": "off", "mixed": "mixed"}


def read(raw: RawElement) -> StateReading | None:
    """What the page tells assistive technology."""
    if raw.options and raw.kind in (Kind.RADIO, Kind.SEGMENTED, Kind.SELECT):
        state = _of_options(raw)
    elif raw.kind is Kind.SLIDER:
        state = _of_slider(raw)
    else:
        state = next((s for s in map(of_node, raw.nodes) if s), None)
    said = bool(state) or (state == NOTHING and raw.kind in (Kind.RADIO, Kind.SEGMENTED))
    return StateReading(state, ReadFrom.ARIA) if state is not None and said else None


def of_node(node: RawNode) -> str | None:
    """on, off or mixed as one element says it."""
    for name in ("aria-checked", "aria-pressed", "aria-selected"):
        value = _STATES.get(node.attributes.get(name, ""))
        if value:
            return value
    return "on" if node.attributes.get("aria-current", "false") not in ("false", "") else None


def _of_options(raw: RawElement) -> str | None:
    all_chosen = [o.label for o in raw.options if any(of_node(n) == "on" for n in o.nodes)]
    several = any(n.attributes.get("aria-multiselectable") == "true" for n in raw.nodes)
    chosen = (", ".join(all_chosen) if several else all_chosen[0]) if all_chosen else None
    unanswered = raw.kind is not Kind.SELECT and all(any(of_node(n) == "off" for n in o.nodes) for o in raw.options)
    return NOTHING if chosen is None and unanswered else chosen


def _of_slider(raw: RawElement) -> str | None:
    values = [n.attributes.get("aria-valuetext") or raw.called(n.attributes.get("aria-valuenow", "")) for n in raw.nodes]
    return " – ".join(v for v in values if v) or None
