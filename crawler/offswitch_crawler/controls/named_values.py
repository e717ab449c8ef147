"""Triggers that are named by their label and by what is chosen: `App language, Swedish` says which line is the value."""

from itertools import islice

from offswitch_crawler.controls.raw import RawNode, RawPage
from offswitch_crawler.controls.signs import without_signs

TALLEST = 90
CLIMBS = 4
LAID_OVER_PX = 4
OVER_PX = 60
"""At most so far over a trigger stands the label that its name repeats."""
_BETWEEN = " \u00a0,;:.–—-|/()[]*"


def value_of(page: RawPage, node: RawNode) -> str:
    """What is chosen, where a trigger's name says that beside the label that is drawn at it; else empty."""
    if not (node.tag == "button" or node.role in ("button", "combobox")) or node.native.get("href"):
        return ""
    name = " ".join(str(node.names.get("byText") or node.names.get("aria") or "").split())
    if not name:
        return ""
    box = shown_for(page, node)
    if box is None or not _points_down(page, box, node):
        return ""
    lines = [r.text for r in page.lines_in(box)]
    near = {_plain(r.text) for up in islice(page.above(box), CLIMBS) for r in page.lines_in(up) if _by(r.box, box)}
    values = sorted(lines, key=lambda line: not name.endswith(line))  # a label and after it the value is the common order
    for value in values:
        rest = _rest(name, value)
        if rest and (rest in near or rest in {_plain(t) for t in lines if t != value}):
            return value
    return ""


def shown_for(page: RawPage, node: RawNode) -> RawNode | None:
    """Itself; or what it lies over unseen, with the words and the arrow that are drawn for it."""
    if node.seen and node.spoken:
        return node
    if node.seen or not node.height:
        return None
    for up in islice(page.above(node), CLIMBS):
        if up.height > TALLEST:
            return None
        if up.spoken and abs(up.width - node.width) <= LAID_OVER_PX and abs(up.y - node.y) <= LAID_OVER_PX:
            return up
    return None


def _points_down(page: RawPage, box: RawNode, node: RawNode) -> bool:
    """It says that it opens a list or a dialog, or draws the arrow that says so."""
    return any(n.caret and n.seen for n in page.within(box)) or node.attributes.get("aria-haspopup", "false") == "listbox"


def _by(line: tuple[float, float, float, float], box: RawNode) -> bool:
    over = box.y - (line[1] + line[3])
    level = line[1] < box.y + box.height and line[1] + line[3] > box.y
    return level or -4 <= over <= OVER_PX


def _rest(name: str, value: str) -> str:
    """What a name says beside the value at its begin or end."""
    if name.endswith(value) and name != value:
        return _plain(name[: -len(value)])
    return _plain(name[len(value) :]) if name.startswith(value) and name != value else ""


def _plain(text: str) -> str:
    return " ".join(without_signs(text).split()).strip(_BETWEEN).casefold()
