"""Rows that take the focus, show no hand and end in a word of state, as a set-top box draws its menus."""

from collections import Counter

from offswitch_crawler.controls.lines import level
from offswitch_crawler.controls.raw import RawElement, RawNode, RawPage
from offswitch_crawler.controls.spans import Spans
from offswitch_crawler.controls.states import state_word
from offswitch_recording.words import Kind

TALLEST = 96
NARROWEST = 160
ROLES = frozenset({"", "button", "menuitem", "option", "listitem"})
FIELDS = frozenset({"a", "button", "input", "select", "textarea", "label", "summary"})
PICTURES = frozenset({"svg", "img", "canvas"})


def find(page: RawPage, taken: Spans) -> list[RawElement]:
    """Such rows outside of everything in `taken`, where two of one parent end so: one alone may tell of something else."""
    rows = [(n, state) for n in page.nodes if not taken.touch(n) and (state := _state(page, n))]
    beside = Counter(n.up for n, _ in rows)
    return [_switch(page, n, state) for n, state in rows if beside[n.up] > 1]


def _state(page: RawPage, node: RawNode) -> str | None:
    """The state in which a row ends; None where it is none, or an arrow or picture says that it leads on."""
    if not (node.seen and node.spoken) or "tabindex" not in node.attributes or node.pointer or node.role not in ROLES:
        return None
    if node.tag in FIELDS or node.height > TALLEST or node.width < NARROWEST or "aria-haspopup" in node.attributes:
        return None
    if any(n.tag in FIELDS or n.tag in PICTURES or n.icon or "tabindex" in n.attributes for n in page.within(node)):
        return None
    lines = page.lines_in(node)
    if len(lines) != 2 or not level(*lines) or state_word(lines[0].text):
        return None
    return state_word(lines[1].text)


def _switch(page: RawPage, row: RawNode, state: str) -> RawElement:
    raw = RawElement(Kind.SWITCH, [row], row.box, page)
    raw.text = state
    return raw
