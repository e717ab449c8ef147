"""State by the properties of native inputs."""

from offswitch_crawler.controls.raw import RawElement, RawNode, StateReading
from offswitch_recording.words import Kind, ReadFrom

NOTHING = ""
"""Of a question that nobody has answered: read, and no option is chosen."""


def read(raw: RawElement) -> StateReading | None:
    """The state that the browser itself keeps, where a native input belongs to the control."""
    state = _of_options(raw) if raw.options else _of_nodes(raw)
    if state is not None and raw.stops:
        state = raw.called(state)
    return StateReading(state, ReadFrom.NATIVE) if state is not None else None


def _of_nodes(raw: RawElement) -> str | None:
    operated = any(n.seen and ("aria-checked" in n.attributes or "aria-pressed" in n.attributes) for n in raw.nodes)
    # An unseen input beside an element that a person operates only carries a form's value, and often a stale one.
    nodes = [n for n in raw.nodes if n.seen or not operated]
    return next((s for s in (of_node(n, raw.kind) for n in nodes) if s is not None), None)


def of_node(node: RawNode, kind: Kind) -> str | None:
    """State of one native input, None where it is none."""
    facts = node.native
    if "checked" in facts:
        return "mixed" if facts.get("mixed") else "on" if facts["checked"] else "off"
    if "chosen" in facts and not facts.get("multiple"):
        if not facts["chosen"]:
            return NOTHING if facts.get("asking") else None
        return str(facts["chosen"][0])  # an option without a text can be chosen, too
    if facts.get("multiple") and "chosen" in facts:
        return ", ".join(facts["chosen"])
    if kind is Kind.SLIDER and node.type == "range":
        return str(facts.get("value", ""))
    return None


def _of_options(raw: RawElement) -> str | None:
    known = [(o.label, of_node(n, raw.kind)) for o in raw.options for n in o.nodes if "checked" in n.native]
    if not known:
        return _of_nodes(raw)
    return next((label for label, state in known if state == "on"), NOTHING)
