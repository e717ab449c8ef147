"""State by the browser's accessibility tree, of components that tell it nowhere else."""

from offswitch_crawler.controls.raw import RawElement, RawNode, StateReading
from offswitch_recording.words import Kind, ReadFrom

_STATES = {"true": "on", "false": "off", "mixed": "mixed"}


def read(raw: RawElement) -> StateReading | None:
    """What a component says by its internals."""
    if raw.options and raw.kind in (Kind.RADIO, Kind.SEGMENTED):
        state = next((o.label for o in raw.options if any(_checked(n) == "on" for n in o.nodes)), None)
    elif raw.kind in (Kind.SLIDER, Kind.SELECT):
        state = next((s for s in map(_value, raw.nodes) if s), None)
    else:
        state = next((s for s in map(_checked, raw.nodes) if s), None)
    return StateReading(state, ReadFrom.AXTREE) if state else None


def _checked(node: RawNode) -> str | None:
    return _STATES.get(node.ax.get("checked", ""))


def _value(node: RawNode) -> str | None:
    return node.ax.get("valuetext") or node.ax.get("value")
