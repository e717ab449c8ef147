"""Selects that are only drawn: a value in a box with an arrow at its right, beside a label that stands apart."""

import re
from collections.abc import Sequence
from dataclasses import replace

from offswitch_crawler import said
from offswitch_crawler.controls import arrows
from offswitch_crawler.controls.arrows import ARROW, SMALL_PX
from offswitch_crawler.controls.raw import RawElement, RawNode, RawPage
from offswitch_crawler.controls.runs import Run
from offswitch_crawler.controls.spans import Spans
from offswitch_crawler.deeds import names_deed
from offswitch_crawler.vocabulary import vocabulary
from offswitch_recording.words import Kind

PERSON = re.compile(r"avatar|account|profile|\buser", re.IGNORECASE)
BARRED = frozenset({"banner", "navigation", "menu", "contentinfo"})
LONGEST = 60
CLOSE_PX = 16
ROW_TALLEST = 140
WIDEST = 420
"""A value and an arrow at the two ends of something wider are more often a part that folds out."""
COLUMN_CLIMBS = 3
LABEL_GAP = 28
"""At most so far over its box a label stands."""


def find(page: RawPage, taken: Spans) -> list[RawElement]:
    """Drawn selects outside of everything in `taken`."""
    nodes: list[RawNode] = []
    for node in page.nodes:
        if _is_drop(page, node) and not taken.touch(node) and not any(n.holds(node.at) for n in nodes):
            nodes.append(node)
    held = Spans(nodes)
    labelled = [
        n for n in nodes if _labelled(page, n, taken, held) and not (_by_tag_alone(page, n) and _is_menu(page, n, nodes))
    ]
    bare = [n for n in nodes if n not in labelled and not _framed(n)]
    return [_select(page, n) for n in labelled if not _in_a_stack(page, n, nodes) and not _heads_a_column(page, n, bare)]


def _select(page: RawPage, node: RawNode) -> RawElement:
    raw = RawElement(Kind.SELECT, [node], node.box, page, node, own=[node])
    raw.text = _value(page, node)
    if _floating(page.lines_in(node)) is not None:
        raw.own, raw.own_lines = [], {page.lines_in(node)[0].at}
    told = node.tag == "button" or any(name in node.attributes for name in ("aria-haspopup", "aria-controls", "aria-owns"))
    points = ARROW.search(page.words(node)) is not None or arrows.caret(page, node) is not None
    raw.popup = told or points or arrows.written_by_style(page, node)
    return raw


def _is_drop(page: RawPage, node: RawNode) -> bool:
    if not node.seen or not node.spoken or node.height > 60 or node.width > 900:
        return False
    if node.tag in ("label", "summary") or node.native.get("href"):
        return False
    if node.attributes.get("aria-haspopup", "false") not in ("false", "listbox", "true", "menu"):
        return False
    if not (_takes_clicks(node) or _faint(node) or _in_one_hand(page, node) or _by_tag_alone(page, node)):
        return False
    lines = _lines(page, node)
    labelled = _floating(lines) is not None
    lines = lines[:1] if labelled else lines
    if len(lines) != 1 or len(lines[0].text) > LONGEST:
        return False
    if not _has_arrow(page, node, lines[0]) and not (labelled and arrows.caret(page, node) is not None):
        return False
    return not _leads_on(page, node, _value(page, node)) and _shows_value(page, node)


def _lines(page: RawPage, node: RawNode) -> list[Run]:
    """What is written in it; an arrow that stands for itself at the right of a box belongs to the value before it."""
    lines = page.lines_in(node)
    if len(lines) != 2 or not ARROW.fullmatch(lines[1].text) or not _framed(node):
        return lines
    (x, _, wide, _), (left, top, _, high) = lines[0].box, lines[1].box
    level = abs(top + high / 2 - (lines[0].box[1] + lines[0].box[3] / 2)) <= high / 2
    if not level or left < x + wide or node.width > WIDEST:
        return lines
    return [replace(lines[0], text=f"{lines[0].text} {lines[1].text}")]


def _floating(lines: list[Run]) -> Run | None:
    """The label in a box that stands, written smaller, over the value where one line is one and the other the other."""
    if len(lines) != 2:
        return None
    value, label = sorted(lines, key=lambda r: -r.box[1])
    over = value.box[1] - (label.box[1] + label.box[3])
    small = label.box[3] < value.box[3] and abs(label.box[0] - value.box[0]) <= 2 * CLOSE_PX
    return label if lines[0] is value and small and -4 <= over <= CLOSE_PX else None


def _takes_clicks(node: RawNode) -> bool:
    """Shows a hand of its own, takes the focus, or is drawn so that it cannot."""
    return node.pointer == 2 or node.untouchable or "tabindex" in node.attributes


def _by_tag_alone(page: RawPage, node: RawNode) -> bool:
    """Nothing but its tag or role says that it takes clicks."""
    hand = _takes_clicks(node) or _faint(node) or _in_one_hand(page, node)
    return not hand and (node.tag == "button" or node.role == "button")


def _is_menu(page: RawPage, node: RawNode, nodes: Sequence[RawNode]) -> bool:
    """Under a heading, without an arrow that surely points down, or with the same word as another and no answer: a menu of deeds."""
    if not arrows.down(page, node, _lines(page, node)[0]):
        return True
    before = next((t for t in reversed(page.texts) if t.at < node.at), None)
    if before is not None and any(n.level for n in page.holders(before.at)):
        return True
    alike = [n for n in nodes if _value(page, n) == _value(page, node)]
    return len(alike) > 1 and not said.is_answer(_value(page, node), vocabulary(page.language))


def _value(page: RawPage, node: RawNode) -> str:
    return ARROW.sub("", page.lines_in(node)[0].text).strip()


def _shows_value(page: RawPage, node: RawNode) -> bool:
    """What says that it opens a menu or folds out shows a value where it is an answer in a box that ends the row of its label."""
    folds = [n for n in (node, *page.within(node)) if "aria-expanded" in n.attributes]
    if not folds and node.attributes.get("aria-haspopup") != "menu":
        return True
    if any(n is not node or n.attributes["aria-expanded"] != "false" for n in folds):
        return False
    answers = said.is_answer(_value(page, node), vocabulary(page.language))
    return answers and _framed(node) and node.width <= WIDEST and _ends_its_row(page, node)


def _ends_its_row(page: RawPage, node: RawNode) -> bool:
    """A label that is no heading stands before it at its height, and nothing but it behind that."""
    for up in page.above(node):
        outside = [r for r in page.lines_in(up) if not node.holds(r.at)]
        if outside:
            level = [r for r in outside if r.box[1] < node.y + node.height and r.box[1] + r.box[3] > node.y]
            headed = any(n.level for r in level for n in page.holders(r.at))
            return bool(level) and not headed and up.height <= ROW_TALLEST and all(r.at < node.at for r in level)
    return False


def _in_one_hand(page: RawPage, node: RawNode) -> bool:
    """A box with a border in a row that shows one hand for label and value."""
    drawn = node.looks or node.frame or {}
    return bool(drawn.get("border")) and any(
        up.pointer == 2 and up.height <= ROW_TALLEST for up in list(page.above(node))[:2]
    )


def _leads_on(page: RawPage, node: RawNode, text: str) -> bool:
    """A menu of what can be done, or the way to the account: no value."""
    words = vocabulary(page.language)
    if names_deed(text, words) or words.length("opens", text) >= 0.6 * len(text):
        return True
    if any(up.landmark in BARRED for up in page.above(node)):
        return True
    return any(PERSON.search(f"{n.icon} {n.attributes.get('class', '')}") for n in page.within(node) if n.seen)


def _faint(node: RawNode) -> bool:
    return node.opacity <= 0.7 and node.looks is not None and bool(node.looks["boxed"])


def _framed(node: RawNode) -> bool:
    drawn = node.looks or node.frame or {}
    grounded = not node.hovered and drawn.get("ground", (0, 0, 0, 0))[3] > 0.03
    return bool(drawn.get("boxed", drawn.get("border"))) or grounded


def _has_arrow(page: RawPage, node: RawNode, line: Run) -> bool:
    """An arrow is written behind the value, or an icon of that name stands there; in a box of its own any small drawing."""
    if ARROW.search(line.text) or arrows.named(page, node, line):
        return True
    if _framed(node):
        return arrows.drawn_in_box(page, node, line)
    caret = arrows.caret(page, node)
    return caret is not None and caret.x - (line.box[0] + line.box[2]) <= CLOSE_PX and _ends_a_row(page, node, line)


def _ends_a_row(page: RawPage, node: RawNode, line: Run) -> bool:
    """No wider than what it says, and a text stands before it in its row: the value of that, and no part that folds out."""
    if node.width > line.box[2] + SMALL_PX + 2 * CLOSE_PX:
        return False
    middle = line.box[1] + line.box[3] / 2
    for up in list(page.above(node))[:3]:
        before = [r for r in page.lines_in(up) if r.at < node.at]
        if before:
            x, y, wide, high = before[-1].box
            return y <= middle <= y + high and x + wide <= node.x
    return False


def _heads_a_column(page: RawPage, node: RawNode, bare: Sequence[RawNode]) -> bool:
    """Words with an arrow that nothing labels stand beside it, and neither is framed: by these a table is sorted."""
    if _framed(node):
        return False
    middle = node.y + node.height / 2
    level = [n for n in bare if abs(n.y + n.height / 2 - middle) <= node.height / 2]
    return any(up.holds(n.at) for up in list(page.above(node))[:COLUMN_CLIMBS] for n in level)


def _labelled(page: RawPage, node: RawNode, taken: Spans, held: Spans) -> bool:
    """A text of nothing else stands right before it in its row or over it, outside of what is clicked; or in it, over its value."""
    if _floating(page.lines_in(node)) is not None:
        return True
    for up in page.above(node):
        before = [r for r in page.lines_in(up) if r.at < node.at]
        outside = [t for t in page.texts_in(up) if not node.holds(t.at)]
        if not outside:
            continue
        if not before or _of_another(page, before[-1], taken, held):
            return False
        return _stands_by(before[-1], node) and not any(n.level == 1 for n in page.holders(before[-1].at))
    return False


def _of_another(page: RawPage, line: Run, taken: Spans, held: Spans) -> bool:
    if taken.around(line.at) or held.around(line.at):
        return True
    return any(n.tag in ("label", "button", "a") and taken.inside(n) for n in page.holders(line.at))


def _stands_by(line: Run, node: RawNode) -> bool:
    x, y, w, h = line.box
    level = y < node.box[1] + node.height and y + h > node.box[1]
    if level:
        return True
    over = node.box[1] - (y + h)
    return -4 <= over <= LABEL_GAP and x < node.x + node.width and x + w > node.x


def _in_a_stack(page: RawPage, node: RawNode, nodes: list[RawNode]) -> bool:
    """One of several alike under one another with no text between: parts that fold out. A label in the box speaks against it."""
    if _floating(page.lines_in(node)) is not None:
        return False
    for other in nodes:
        if other is node or other.up != node.up or abs(other.width - node.width) > 1 or abs(other.x - node.x) > 1:
            continue
        first, last = sorted((node, other), key=lambda n: n.at)
        if not any(first.end < t.at < last.at for t in page.texts):
            return True
    return False
