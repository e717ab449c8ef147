"""Single choices that say nothing of themselves: lists of which one is ticked, cards, pictures and swatches of which one is marked."""

from itertools import pairwise

from offswitch_crawler import said
from offswitch_crawler.controls.alike import are_answers, are_tabs, groups, is_deed, title
from offswitch_crawler.controls.chosen_mark import Mark, ground, lone_mark, mark_of, picture_of, signs_of, ticked
from offswitch_crawler.controls.governed import Question, content_beside, holds_alone, question
from offswitch_crawler.controls.raw import RawElement, RawNode, RawOption, RawPage
from offswitch_crawler.controls.runs import around
from offswitch_crawler.controls.spans import Spans
from offswitch_crawler.vocabulary import vocabulary
from offswitch_recording.words import Kind

ENOUGH = 3
LEVEL_PX = 4
ROW_GAP = 24
SWATCH_PX = (10, 72)
CARD_TALLEST = 420
LOW = 64
"""So low, with one line of text, it is no card but a chip or a segment."""


def find(page: RawPage, taken: Spans) -> list[RawElement]:
    """Groups of things alike of which one is picked, outside of everything in `taken`."""
    found = (_pick(page, group) for group in groups(page, taken))
    return [c for c in found if c is not None]


def _pick(page: RawPage, group: list[RawNode]) -> RawElement | None:
    if len(group) < 2 or 0 < sum(n.refused for n in group) < len(group):
        return None
    if all(not _written(page, n) for n in group):
        return _swatches(page, group)
    if not all(n.spoken for n in group):
        return None
    return _list(page, group) if _stacked(group) and not _carded(page, group) else _cards(page, group)


def _list(page: RawPage, group: list[RawNode]) -> RawElement | None:
    """Rows under one another of which one is ticked."""
    if len(group) < ENOUGH:
        return None
    labels = [title(page, n) for n in group]
    mark = mark_of(page, group, lined=True)
    ticks = [i for i, n in enumerate(group) if ticked(page, n)]
    if (
        mark is None
        or (mark.by & {"tick", "aria"} == frozenset() and not _marked_twice(page, group, mark))
        or len(ticks) > 1
    ):
        return None
    if _signed(page, group, mark) or ("ground" in mark.by and content_beside(page, group)):
        return None
    asked = question(page, group) if are_answers(page, group, labels) else None
    return asked.name(_radio(page, group, labels, mark)) if asked is not None else None


def _signed(page: RawPage, group: list[RawNode], mark: Mark) -> bool:
    """Where the marked row has its tick, others have a sign of their own: an arrow, a circle of what is not done."""
    before, after = zip(*(signs_of(page, n) for n in group), strict=True)
    at_end = after[mark.index] > 0 and (before[mark.index] == 0 or before.count(before[mark.index]) == len(group))
    side = after if at_end else before
    return any(n >= max(1, side[mark.index]) for i, n in enumerate(side) if i != mark.index)


def _marked_twice(page: RawPage, group: list[RawNode], mark: Mark) -> bool:
    """Said by its class, and something small is drawn in it alone."""
    return "class" in mark.by and lone_mark(page, group) == mark.index


def _cards(page: RawPage, group: list[RawNode]) -> RawElement | None:
    """Cards, or pictures with captions, of which one has another edge, ring or ground, or a tick."""
    pictures = [picture_of(page, n) for n in group]
    pictured = all(p is not None for p in pictures)
    tall = all(n.height > LOW or len(page.lines_in(n)) > 1 for n in group) or pictured
    if not tall or not _same_size(group) or max(n.height for n in group) > CARD_TALLEST:
        return None
    labels = [title(page, n, p) for n, p in zip(group, pictures, strict=True)]
    mark = mark_of(page, group, pictures if pictured else ())
    if mark is None or mark.by <= {"ink"} or _badged(page, group, mark) or is_deed(page, labels[mark.index]):
        return None
    asked = question(page, group) if are_answers(page, group, labels) else None
    if asked is None or are_tabs(page, group) or not (pictured or _is_setting(page, group, labels, asked, mark)):
        return None
    return asked.name(_radio(page, group, labels, mark))


def _is_setting(page: RawPage, group: list[RawNode], labels: list[str], asked: Question, mark: Mark) -> bool:
    """Not what is shown in a column beside a list, and no bar over a part of the page."""
    if "tick" in mark.by:
        return True
    if _stacked(group):
        return asked.level != 1 and not content_beside(page, group)
    answers = said.is_choice(tuple(labels), vocabulary(page.language))
    return answers or asked.beside or holds_alone(page, group)


def _badged(page: RawPage, group: list[RawNode], mark: Mark) -> bool:
    """More is written on the marked one than on any other: what is advertised or owned."""
    lines = [len([r for r in page.lines_in(n) if any(c.isalnum() for c in r.text)]) for n in group]
    return "tick" not in mark.by and lines[mark.index] > max(n for i, n in enumerate(lines) if i != mark.index)


def _swatches(page: RawPage, group: list[RawNode]) -> RawElement | None:
    """Colours that are called by a name that is only told, of which one has a ring or a tick."""
    least, most = SWATCH_PX
    if len(group) < ENOUGH or not all(least <= n.width <= most and 0.8 <= n.width / max(1, n.height) <= 1.25 for n in group):
        return None
    labels = [_told(n) for n in group]
    colours = [_colour(page, n) for n in group]
    if not all(colours) or len(set(colours)) < len(colours):
        return None
    mark = mark_of(page, group, [_inner(page, n) for n in group], coloured=True)
    asked = question(page, group) if mark is not None and are_answers(page, group, labels) else None
    return asked.name(_radio(page, group, labels, mark)) if asked is not None and mark is not None else None


def _told(node: RawNode) -> str:
    return next((str(node.names[k]) for k in ("byText", "aria", "title") if node.names.get(k)), "")


def _inner(page: RawPage, node: RawNode) -> RawNode | None:
    inside = [n for n in page.within(node) if n.seen and n.looks and n.tag != "svg" and n.width >= 0.4 * node.width]
    return inside[0] if inside else None


def _colour(page: RawPage, node: RawNode) -> tuple[object, ...]:
    inner = _inner(page, node)
    drawn = [n for n in (inner, node) if n is not None and n.looks]
    own = next((ground(n) for n in drawn if ground(n)), ())
    picture = next((str((n.looks or {}).get("picture")) for n in drawn if (n.looks or {}).get("picture")), "")
    return (own, picture) if own or picture else ()


def _written(page: RawPage, node: RawNode) -> bool:
    return any(c.isalnum() for c in page.words(node))


def _stacked(group: list[RawNode]) -> bool:
    """One under the other, of one width, evenly."""
    if any(abs(n.x - group[0].x) > 2 or abs(n.width - group[0].width) > 2 for n in group):
        return False
    gaps = [b.box[1] - a.box[1] - a.height for a, b in pairwise(group)]
    return min(gaps) >= -2 and max(gaps) <= ROW_GAP and max(gaps) - min(gaps) <= LEVEL_PX


def _carded(page: RawPage, group: list[RawNode]) -> bool:
    """Apart from each other, each with an edge of its own around it."""
    apart = all(b.box[1] - a.box[1] - a.height >= LEVEL_PX for a, b in pairwise(group))
    return apart and all(
        n.looks and n.looks.get("boxed") and (n.looks["radius"] > 0 or n.looks["border"] > 0) for n in group
    )


def _same_size(group: list[RawNode]) -> bool:
    """Of one width and, in each row, of one height; or of nearly one width where they stand in a single row."""
    rows: dict[int, list[RawNode]] = {}
    for node in group:
        top = next((t for t in rows if abs(t - node.box[1]) <= LEVEL_PX), round(node.box[1]))
        rows.setdefault(top, []).append(node)
    level = all(max(n.height for n in row) - min(n.height for n in row) <= LEVEL_PX for row in rows.values())
    widths = [n.width for n in group]
    ratio = max(widths) / max(1.0, min(widths))
    stands = len(rows) < len(group) or _stacked(group)
    return level and stands and (ratio <= 1.1 or (len(rows) == 1 and ratio <= 1.8))


def _radio(page: RawPage, group: list[RawNode], labels: list[str], mark: Mark) -> RawElement:
    options = [RawOption(label, [n], n.box) for label, n in zip(labels, group, strict=True)]
    raw = RawElement(Kind.RADIO, list(group), around([n.box for n in group]), page, options=options, own=list(group))
    raw.likeness = labels[mark.index]
    return raw
