"""Chips to choose several from: alike, in rows, of which two or more are marked; each is a switch of its own. Or in rows that wrap."""

from collections.abc import Iterator
from itertools import pairwise

from offswitch_crawler.controls import classes
from offswitch_crawler.controls.alike import are_answers, are_tabs, groups
from offswitch_crawler.controls.chosen_mark import emphasis, ground, ring, ticked
from offswitch_crawler.controls.governed import Question, holds_alone, question
from offswitch_crawler.controls.raw import RawElement, RawNode, RawOption, RawPage
from offswitch_crawler.controls.runs import around
from offswitch_crawler.controls.signs import ASKS, worded
from offswitch_crawler.controls.spans import Spans
from offswitch_crawler.vocabulary import vocabulary
from offswitch_recording.words import Kind

ENOUGH = 3
MOST = 40
LONGEST = 32
LOWEST, TALLEST = 16, 56
LEVEL_PX = 4
GAP = 24
LEAST_GAP = 3
FARTHER = 90
"""Least by which marked chips are farther from their ground than the others (sum over red, green, blue)."""


def find(page: RawPage, taken: Spans) -> list[RawElement]:
    """Chips of which several are marked, and those of which one is and that wrap, outside of everything in `taken`."""
    return [c for group in groups(page, taken) for c in _chips(page, group)]


def _chips(page: RawPage, group: list[RawNode]) -> Iterator[RawElement]:
    if (
        not ENOUGH <= len(group) <= MOST
        or not _in_rows(group)
        or not _apart(group)
        or not all(_is_chip(page, n) for n in group)
    ):
        return
    labels = [worded(r.text for r in page.lines_in(n)) for n in group]
    if not _wraps(group) and all("aria-pressed" in n.attributes for n in group):
        return  # segments.py
    marked = chosen(page, group)
    if not marked or not are_answers(page, group, labels) or are_tabs(page, group):
        return
    asked = question(page, group)
    if asked is None or (asked.level == 1 and not _asks(page, asked, group)):
        return
    if len(marked) > 1:
        for node in group:
            raw = RawElement(Kind.SWITCH, [node], node.box, page)
            raw.likeness = "on" if node in marked else "off"
            raw.question = asked.line
            yield raw
    elif _wraps(group):
        options = [RawOption(label, [n], n.box) for label, n in zip(labels, group, strict=True)]
        raw = RawElement(Kind.SEGMENTED, list(group), around([n.box for n in group]), page, options=options, own=list(group))
        raw.likeness = labels[group.index(marked[0])]
        yield asked.name(raw)


def _asks(page: RawPage, asked: Question, group: list[RawNode]) -> bool:
    """Under the title of a page a sentence asks to choose, and the chips are all that follows it before the next heading."""
    told = asked.more[-1].text if asked.more else ""
    return (told.rstrip().endswith(ASKS) or vocabulary(page.language).begins("sets", told) > 0) and holds_alone(page, group)


def chosen(page: RawPage, group: list[RawNode]) -> list[RawNode]:
    """Those that are marked, by what they say or by how far they stand out from their ground; none where it cannot be told."""
    pressed = [n.attributes.get("aria-pressed", "") for n in group]
    if any(pressed):
        return [n for n, p in zip(group, pressed, strict=True) if p == "true"] if all(pressed) else []
    for said in ([classes.of_node(n) == "on" for n in group], [ticked(page, n) for n in group]):
        if any(said):
            return [n for n, s in zip(group, said, strict=True) if s] if not all(said) else []
    looks: dict[tuple[object, ...], list[RawNode]] = {}
    for node in group:
        looks.setdefault((ring(node), ground(node)), []).append(node)
    if len(looks) != 2 or any(n.hovered for n in group):
        return []
    less, more = sorted(looks.values(), key=lambda nodes: emphasis(page, nodes[0]))
    return more if emphasis(page, more[0]) - emphasis(page, less[0]) >= FARTHER else []


def _is_chip(page: RawPage, node: RawNode) -> bool:
    if not node.framed or not LOWEST <= node.height <= TALLEST:
        return False
    lines = page.lines_in(node)
    return 1 <= len(lines) <= 2 and len(page.words(node)) <= LONGEST and not page.words(node).rstrip().endswith(("×", "✕"))


def _in_rows(group: list[RawNode]) -> bool:
    """One beside the other, of one height, in rows that may wrap."""
    if any(abs(n.height - group[0].height) > LEVEL_PX for n in group):
        return False
    tops = sorted({round(n.box[1]) for n in group})
    near = all(b - a <= group[0].height + GAP for a, b in pairwise(tops))
    return near and len(tops) < len(group)


def _apart(group: list[RawNode]) -> bool:
    """Each stands for itself; what touches is a bar of segments."""
    beside = [(a, b) for a, b in pairwise(group) if abs(a.box[1] - b.box[1]) <= LEVEL_PX]
    return all(min(abs(b.x - a.x - a.width), abs(a.x - b.x - b.width)) >= LEAST_GAP for a, b in beside)


def _wraps(group: list[RawNode]) -> bool:
    return max(n.box[1] for n in group) - min(n.box[1] for n in group) > LEVEL_PX
