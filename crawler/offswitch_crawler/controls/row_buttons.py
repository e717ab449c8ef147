"""Switches drawn at the end of a row that is itself one button, link or item of a menu: the row is what is clicked."""

from offswitch_crawler.addresses import leads_nowhere
from offswitch_crawler.controls.drawn import is_shape
from offswitch_crawler.controls.raw import RawElement, RawNode, RawPage
from offswitch_crawler.controls.rows import row_of
from offswitch_crawler.controls.spans import Spans
from offswitch_crawler.controls.switchlike import drawn_state, shows_switch
from offswitch_crawler.controls.toggles import PICTURES, is_plain_switch
from offswitch_recording.words import Kind

ROLES = frozenset({"button", "link", "menuitem", "option"})
FURTHEST = 5
WIDER = 3.0
"""A row is so many times as wide as the switch at its end, at least."""


def find(page: RawPage, taken: Spans) -> list[RawElement]:
    """Rows of this make outside of everything in `taken`. A switch drawn in one is drawn beyond mistake, beside its words."""
    shapes = [n for n in page.nodes if is_shape(n) and not n.spoken and not taken.touch(n)]
    drawn = [n for n in shapes if (shows_switch(n) if n.tag in PICTURES else is_plain_switch(page, n))]
    found: dict[int, list[RawNode]] = {}
    rows: dict[int, RawNode] = {}
    for node in drawn:
        row = _row(page, node)
        if row is not None and not taken.touch(row):
            rows[row.at] = row
            found.setdefault(row.at, []).append(node)
    return [_switch(page, rows[at], nodes[0]) for at, nodes in found.items() if len(nodes) == 1]


def _row(page: RawPage, node: RawNode) -> RawNode | None:
    """The clicked element that holds words and this drawing; None where it opens or leads to something, or is no row."""
    for climbs, up in enumerate(page.above(node)):
        if climbs >= FURTHEST:
            return None
        if up.tag not in ("a", "button") and up.role not in ROLES:
            continue
        href = str(up.native.get("href", ""))
        leads = bool(href) and not leads_nowhere(href) and "#" not in href
        opens = any(name in up.attributes for name in ("aria-haspopup", "aria-expanded", "aria-controls"))
        row = row_of(page, node)
        apart = row is not None and up.holds(row.around.at)
        return up if up.spoken and up.width >= WIDER * node.width and apart and not leads and not opens else None
    return None


def _switch(page: RawPage, row: RawNode, node: RawNode) -> RawElement:
    state = drawn_state(node, rtl=page.rtl)
    return RawElement(Kind.SWITCH, [node, row], node.box, page, node, own=[node], likeness=state)
