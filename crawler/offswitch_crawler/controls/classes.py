"""State by words of classes and data attributes: `is-on`, `toggle--active`, `data-state="checked"`."""

import re

from offswitch_crawler.controls.raw import RawElement, RawNode, StateReading
from offswitch_recording.words import Kind, ReadFrom

ON = frozenset({
    "on", "checked", "active", "selected", "enabled", "ticked", "chosen", "current", "true", "yes", "pressed",
    "sel",
})  # fmt: skip
OFF = frozenset({
    "off", "unchecked", "inactive", "unselected", "false", "no", "unticked",
})  # fmt: skip
MIXED = frozenset({
    "mixed", "indeterminate", "partial", "partially", "intermediate", "tristate",
})  # fmt: skip
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_DATA = (
    "data-state",
    "data-checked",
    "data-selected",
    "data-active",
    "data-on",
    "data-value",
    "data-status",
    "checked",
    "selected",
    "on",
)
_BEGAN = ("checked", "selected", "on")
"""Attributes that many components read once, when they are made."""
# Words that make the next one speak of something else than the state.
_SPEAKS_OF_ELSE = frozenset({
    "not", "when", "if", "focus", "hover", "group", "peer", "has", "data", "aria", "no", "un", "after", "before",
    "supports", "without",
})  # fmt: skip
MOST_CLIMBS = 2


def read(raw: RawElement) -> StateReading | None:
    """What classes and data attributes of the control, of what is drawn for it and of the small boxes around it say."""
    if raw.options and raw.kind in (Kind.RADIO, Kind.SEGMENTED, Kind.SELECT):
        state = _of_options(raw)
    elif raw.kind in (Kind.SWITCH, Kind.CHECKBOX):
        nodes = next((nodes for nodes in _carriers(raw) if _of_nodes(nodes)), [])
        state = _of_nodes(nodes)
        return StateReading(state, ReadFrom.CLASS, initial=any(map(_began_so, nodes))) if state else None
    else:
        state = None
    return StateReading(state, ReadFrom.CLASS) if state else None


def _began_so(node: RawNode) -> bool:
    """A component whose attribute says the state, as a native input's would: what it began with."""
    return "-" in node.tag and any(name in node.attributes for name in _BEGAN)


def _of_options(raw: RawElement) -> str | None:
    said = [(o.label, _of_nodes(o.nodes)) for o in raw.options]
    on = [label for label, state in said if state == "on"]
    return on[0] if len(on) == 1 else None


def _carriers(raw: RawElement) -> list[list[RawNode]]:
    """Its own elements, then what is drawn inside, then the small boxes around."""
    page = raw.page
    nodes = [*raw.nodes, *([raw.drawn] if raw.drawn else [])]
    inner = [n for node in nodes if node.children for n in page.within(node) if not n.spoken]
    inner = inner if len(inner) <= 12 else []
    around: list[RawNode] = []
    for climbs, up in enumerate(page.above(raw.anchor)):
        if climbs >= MOST_CLIMBS or up.height > max(64, raw.box[3] * 2.5) or up.width > raw.box[2] * 2.5 + 320:
            break
        around.append(up)
    return [nodes, inner, *([n] for n in around)]


def _of_nodes(nodes: list[RawNode]) -> str | None:
    said = [s for s in map(of_node, nodes) if s is not None]
    if "mixed" in said:
        return "mixed"
    return said[0] if len(set(said)) == 1 else None  # parts for both states, always there, say nothing


def of_node(node: RawNode) -> str | None:
    """on, off, mixed or nothing, as one element's own words say it."""
    names = () if node.tag in ("input", "option") else _DATA  # a native input's attributes are what it began with
    data = [node.attributes[name].casefold() or "true" for name in names if name in node.attributes]
    for value in data:
        state = _of_words({value})
        if state:
            return state
    if any(node.attributes.get(name, "false") not in ("false", "0") for name in ("indeterminate", "data-indeterminate")):
        return "mixed"
    return _of_words({w for token in node.attributes.get("class", "").split() for w in _last_words(token)})


def _of_words(words: set[str]) -> str | None:
    if words & MIXED:
        return "mixed"
    if words & OFF:
        return "off"
    return "on" if words & ON else None


def _last_words(token: str) -> list[str]:
    """The word on which a class ends, unless it is a variant such as `hover:` or speaks of something else."""
    if ":" in token or "[" in token:
        return []
    words = [w.casefold() for w in _WORDS.findall(token)]
    if not words or (len(words) > 1 and words[-2] in _SPEAKS_OF_ELSE):
        return []
    return words[-1:]
