"""Headings and what stands under them. Pure: from raw facts."""

from collections.abc import Iterator, KeysView
from dataclasses import dataclass

from offswitch_crawler.controls.raw import RawNode, RawPage
from offswitch_crawler.controls.signs import without_signs
from offswitch_crawler.vocabulary import vocabulary

BOUNDS = frozenset({"section", "article", "aside", "nav", "dialog", "fieldset", "li", "details", "td"})
BOUND_ROLES = frozenset({"region", "group", "tabpanel", "dialog", "alertdialog", "radiogroup", "listitem"})
DEEPEST = 6
OPENER = 8
CLICKABLE = 2
"""Where the hand begins."""
ROW_TALLEST = 90
PAGES = frozenset({"html", "body", "main", "header", "nav", "form"})
PAGE_PARTS = frozenset({"main", "navigation", "banner", "contentinfo"})
LONGEST = 140
"""A longer one is a paragraph that is marked up as a heading."""


@dataclass(frozen=True)
class Heading:
    """A heading with the range of positions that it can stand over."""

    at: int
    level: float
    text: str
    start: int
    end: int
    opener: bool = False
    """No heading by its element: a click on it opened what it stands over."""


def find_headings(page: RawPage) -> list[Heading]:
    """Headings that can be seen, in order; a fieldset's legend is one."""
    found: list[Heading] = []
    for node in page.nodes:
        level = node.level or (7 if node.tag == "legend" else 0)
        text = page.words(node)[:160] if level else ""
        if text and len(text) <= LONGEST and not any(h.text == text and h.at <= node.at <= h.at + 2 for h in found[-1:]):
            bound = _bound(page, node)
            found.append(Heading(node.at, level, text, bound.at if bound else 0, bound.end if bound else page.count))
    return found


def find_openers(page: RawPage, headings: list[Heading]) -> Iterator[Heading]:
    """What opened a part that is open now: the summary of its details, a button that names it; not where a heading does so."""
    words, headed = vocabulary(page.language), {h.at for h in headings}
    panels = {n.attributes["id"]: n for n in page.nodes if n.attributes.get("id")}
    for node in page.nodes:
        part = page.by_at.get(node.up) if node.tag == "summary" else panels.get(node.attributes.get("aria-controls", ""))
        shown = node.tag == "summary" or node.attributes.get("aria-expanded") == "true"
        if not (node.seen and shown and node.spoken) or part is None or part.end <= node.end or part.at == node.at:
            continue
        by_heading = any(n.at in headed for n in (*page.within(node), *list(page.above(node))[:2]))
        text = without_signs(page.words(node))
        hides = words.begins("close", text) > 0  # `Hide details` is no name of what it hides
        if not by_heading and not hides and len(text) <= LONGEST and not _pops_up(node):
            yield Heading(node.at, OPENER, text, max(part.at, node.at), part.end, opener=True)
    yield from _rows_that_open(page, panels.keys(), headed)


def _rows_that_open(page: RawPage, panels: KeysView[str], headed: set[int]) -> Iterator[Heading]:
    """Rows that begin a part and hold a button that says that it has opened something, but not what: the rest of that part."""
    for node in page.nodes:
        button = node.seen and (node.tag == "button" or node.role == "button") and not _pops_up(node)
        if not button or node.attributes.get("aria-expanded") != "true" or node.attributes.get("aria-controls") in panels:
            continue
        row = next((up for up in (node, *page.above(node)) if any(ch.isalpha() for ch in page.words(up))), None)
        part = next((up for up in page.above(row) if up.end > row.end), None) if row is not None else None
        if (
            row is None
            or part is None
            or row.height > ROW_TALLEST
            or part.tag in PAGES
            or page.text_between(part.at, row.at)
        ):
            continue
        if any(
            n.landmark in PAGE_PARTS or 0 < n.level <= 2 or (n.at in headed and row.holds(n.at)) for n in page.within(part)
        ):
            continue
        name = next(r for r in page.lines_in(row) if any(ch.isalpha() for ch in r.text))
        if vocabulary(page.language).begins("close", name.text) <= 0 and len(name.text) <= LONGEST:
            yield Heading(name.at, OPENER, without_signs(name.text), row.end + 1, part.end, opener=True)


def _pops_up(node: RawNode) -> bool:
    return node.attributes.get("aria-haspopup", "false") != "false" or node.role == "combobox" or node.tag == "input"


def _bound(page: RawPage, node: RawNode) -> RawNode | None:
    if node.pointer == CLICKABLE or any("aria-expanded" in n.attributes for n in page.within(node)):
        return _opened_by(page, node)
    return next((up for up in page.above(node) if up.tag in BOUNDS or up.role in BOUND_ROLES), None)


def _opened_by(page: RawPage, node: RawNode) -> RawNode | None:
    """What a heading that opens and closes something is about: as much around it as has no heading of its rank but it."""
    others = [n for n in page.nodes if 0 < n.level <= (node.level or 7) and n is not node and not n.holds(node.at)]
    part = page.by_at.get(node.up)
    for up in page.above(node):
        if any(up.holds(n.at) for n in others):
            return part
        part = up
    return None


def section_of(headings: list[Heading], at: int, start: int, end: int) -> tuple[str, ...]:
    """The headings over a position, outermost first, within a layer that spans start..end."""
    stack: list[Heading] = []
    for heading in headings:
        if heading.at >= at:
            break
        if heading.at < start or heading.at > end or not heading.start <= at <= heading.end:
            continue
        while stack and stack[-1].level >= heading.level and not (heading.opener or stack[-1].opener):
            stack.pop()
        stack.append(heading)
    return tuple(without_signs(h.text) for h in stack[-DEEPEST:])
