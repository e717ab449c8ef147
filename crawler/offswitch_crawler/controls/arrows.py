"""Arrows that stand behind a value: written, drawn by an icon or by borders, or in a pseudo-element."""

import re
from collections.abc import Iterator

from offswitch_crawler.controls.chosen_mark import draws_tick
from offswitch_crawler.controls.raw import RawNode, RawPage
from offswitch_crawler.controls.runs import Run

ARROW = re.compile(r"\s*[▾▼⌄˅∨▿🔽]\s*$")
CARET = re.compile(r"caret|chevron|arrow|dropdown|expand|unfold|select|down", re.IGNORECASE)
ASIDE = re.compile(r"right|left|forward|next|external", re.IGNORECASE)
"""Such an arrow leads to another page."""
AT_RIGHT = re.compile(r"\bright\b|100%|\b9\d(?:\.\d+)?%")
POSITION_LONGEST = 36
SMALL_PX = 28


def caret(page: RawPage, node: RawNode) -> RawNode | None:
    """A drawn arrow that points down, right of the value; no tick, whose lines run down and up as well."""
    lines = page.lines_in(node)
    after = [n for n in page.within(node) if n.caret and n.seen and lines and n.x >= lines[0].box[0] + lines[0].box[2] - 4]
    return after[0] if len(after) == 1 and not ASIDE.search(after[0].icon) and not draws_tick(after[0]) else None


def named(page: RawPage, node: RawNode, line: Run) -> bool:
    """An icon behind the value is called as an arrow that points down is."""
    return any(n.icon and CARET.search(n.icon) and n.x > line.box[0] for n in (node, *_inside(page, node)))


def down(page: RawPage, node: RawNode, line: Run) -> bool:
    """An arrow that points down beyond doubt: written, or drawn as one."""
    if ARROW.search(line.text) or caret(page, node) is not None or any(_by_pseudo(n) for n in (node, *_inside(page, node))):
        return True
    return any(_turned(n) or _triangle(n) for n in _behind(page, node, line))


def written_by_style(page: RawPage, node: RawNode) -> bool:
    """A style sheet writes the arrow behind the value."""
    return any(ARROW.fullmatch(text) for n in (node, *page.within(node)) for text in _contents(n))


def drawn_in_box(page: RawPage, node: RawNode, line: Run) -> bool:
    """In a box of its own any small drawing behind the value."""
    if _pictured_at_right(node) or down(page, node, line):
        return True
    inside = _inside(page, node)
    return any(n.tag == "svg" and n.x > line.box[0] and n.width <= SMALL_PX for n in inside)


def _inside(page: RawPage, node: RawNode) -> list[RawNode]:
    return [n for n in page.within(node) if not ASIDE.search(n.icon) and not draws_tick(n)]


def _behind(page: RawPage, node: RawNode, line: Run) -> list[RawNode]:
    after = line.box[0] + line.box[2] - 4
    return [n for n in _inside(page, node) if n.x >= after and n.width <= SMALL_PX and not n.spoken]


def _contents(node: RawNode) -> Iterator[str]:
    pseudo = (node.looks or {}).get("after")
    if node.seen and pseudo and pseudo["opacity"] >= 0.1:
        yield pseudo["content"]


def _pictured_at_right(node: RawNode) -> bool:
    picture = str((node.looks or {}).get("picture", ""))
    return picture.startswith("url(") and AT_RIGHT.search(picture[-POSITION_LONGEST:]) is not None


def _by_pseudo(node: RawNode) -> bool:
    if any(ARROW.fullmatch(text) for text in _contents(node)):
        return True
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
