"""Selects that are only drawn: a value in a box with an arrow at its right, beside a label that stands apart."""

import re
from collections.abc import Sequence
from dataclasses import replace

from offswitch_crawler.controls.chosen_mark import draws_tick
from offswitch_crawler.controls.raw import RawElement, RawNode, RawPage, Run
from offswitch_crawler.controls.spans import Spans
from offswitch_crawler.deeds import names_deed
from offswitch_crawler.vocabulary import vocabulary
from offswitch_recording.words import Kind

ARROW = re.compile(r"\s*[▾▼⌄˅∨▿🔽]\s*$")
CARET = re.compile(r"caret|chevron|arrow|dropdown|expand|unfold|select|down", re.IGNORECASE)
PERSON = re.compile(r"avatar|account|profile|\buser", re.IGNORECASE)
AT_RIGHT = re.compile(r"\bright\b|100%|\b9\d(?:\.\d+)?%")
POSITION_LONGEST = 36
ASIDE = re.compile(r"right|left|forward|next|external", re.IGNORECASE)
"""Such an arrow leads to another page."""
BARRED = frozenset({"banner", "navigation", "menu", "contentinfo"})
LONGEST = 60
SMALL_PX = 28
CLOSE_PX = 16
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
    labelled = [n for n in nodes if _labelled(page, n, taken, held)]
    bare = [n for n in nodes if n not in labelled and not _framed(n)]
    return [_select(page, n) for n in labelled if not _in_a_stack(page, n, nodes) and not _heads_a_column(page, n, bare)]


def _select(page: RawPage, node: RawNode) -> RawElement:
    raw = RawElement(Kind.SELECT, [node], node.box, page, node, own=[node])
    raw.text = ARROW.sub("", page.lines_in(node)[0].text).strip()
    said = any(name in node.attributes for name in ("aria-haspopup", "aria-controls", "aria-owns"))
    raw.popup = said or node.tag == "button" or ARROW.search(page.words(node)) is not None or _caret(page, node) is not None
    return raw


def _is_drop(page: RawPage, node: RawNode) -> bool:
    if not node.seen or not node.spoken or not (_takes_clicks(node) or _faint(node) or _in_one_hand(page, node)):
        return False
    if node.height > 60 or node.width > 900 or node.tag in ("label", "summary") or node.native.get("href"):
        return False
    if node.attributes.get("aria-haspopup", "false") not in ("false", "listbox", "true"):
        return False
    if any("aria-expanded" in n.attributes for n in (node, *page.within(node))):
        return False  # a part that folds out, though the pointer over it gives it a ground of its own
    lines = _lines(page, node)
    if len(lines) != 1 or len(lines[0].text) > LONGEST or not _has_arrow(page, node, lines[0]):
        return False
    return not _leads_on(page, node, ARROW.sub("", lines[0].text).strip())


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


def _caret(page: RawPage, node: RawNode) -> RawNode | None:
    """A drawn arrow that points down, right of the value."""
    lines = page.lines_in(node)
    after = [n for n in page.within(node) if n.caret and n.seen and lines and n.x >= lines[0].box[0] + lines[0].box[2] - 4]
    return after[0] if len(after) == 1 and not ASIDE.search(after[0].icon) else None


def _takes_clicks(node: RawNode) -> bool:
    """Shows a hand of its own, takes the focus, or is drawn so that it cannot."""
    return node.pointer == 2 or node.untouchable or "tabindex" in node.attributes


def _in_one_hand(page: RawPage, node: RawNode) -> bool:
    """A box with a border in a row that shows one hand for label and value."""
    drawn = node.looks or node.frame or {}
    return bool(drawn.get("border")) and any(up.pointer == 2 and up.height <= 140 for up in list(page.above(node))[:2])


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
    if ARROW.search(line.text):
        return True
    inside = [n for n in page.within(node) if not ASIDE.search(n.icon) and not draws_tick(n)]
    if any(n.icon and CARET.search(n.icon) and n.x > line.box[0] for n in (node, *inside)):
        return True
    if not _framed(node):
        caret = _caret(page, node)
        return caret is not None and caret.x - (line.box[0] + line.box[2]) <= CLOSE_PX and _ends_a_row(page, node, line)
    if _pictured_at_right(node):
        return True
    if any(_drawn_by_pseudo(n) for n in (node, *inside)):
        return True
    behind = [n for n in inside if n.x >= line.box[0] + line.box[2] - 4 and n.width <= SMALL_PX and not n.spoken]
    return any(n.tag == "svg" or _turned(n) or _triangle(n) for n in behind) or any(
        n.tag == "svg" and n.x > line.box[0] and n.width <= SMALL_PX for n in inside
    )


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


def _pictured_at_right(node: RawNode) -> bool:
    picture = str((node.looks or {}).get("picture", ""))
    return picture.startswith("url(") and AT_RIGHT.search(picture[-POSITION_LONGEST:]) is not None


def _drawn_by_pseudo(node: RawNode) -> bool:
    for which in ("before", "after"):
        pseudo = (node.looks or {}).get(which)
        if not pseudo:
            continue
        turned = "matrix(0.7" in (pseudo["transform"] or "")
        triangle = pseudo["width"] == 0 and pseudo["border"] >= 6
        pictured = which == "after" and pseudo["picture"] and 4 <= pseudo["width"] <= SMALL_PX
        if turned or triangle or pictured:
            return True
    return False


def _turned(node: RawNode) -> bool:
    """A small square of which two sides are drawn."""
    looks = node.looks
    return (
        looks is not None and looks["border"] > 0 and not looks["boxed"] and 0.8 <= node.width / max(1, node.height) <= 1.25
    )


def _triangle(node: RawNode) -> bool:
    """Nothing but borders: those of one side are seen."""
    looks = node.looks
    return looks is not None and looks["border"] >= 3 and node.height <= 2 * looks["border"] + 1 and looks["ground"][3] == 0


def _labelled(page: RawPage, node: RawNode, taken: Spans, held: Spans) -> bool:
    """A text stands right before it in its row or over it, outside of what is clicked, and belongs to nothing else."""
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
    """One of several alike under one another with no text between: parts that fold out."""
    for other in nodes:
        if other is node or other.up != node.up or abs(other.width - node.width) > 1 or abs(other.x - node.x) > 1:
            continue
        first, last = sorted((node, other), key=lambda n: n.at)
        if not any(first.end < t.at < last.at for t in page.texts):
            return True
    return False
