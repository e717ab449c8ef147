"""Headings and what stands under them. Pure: from raw facts."""

from dataclasses import dataclass

from offswitch_crawler.controls.raw import RawNode, RawPage

BOUNDS = frozenset({"section", "article", "aside", "nav", "dialog", "fieldset", "li", "details", "td"})
BOUND_ROLES = frozenset({"region", "group", "tabpanel", "dialog", "alertdialog", "radiogroup", "listitem"})
DEEPEST = 6
LONGEST = 140
"""A longer one is a paragraph that is marked up as a heading."""


@dataclass(frozen=True)
class Heading:
    """A heading with the range of positions that it can stand over."""

    at: int
    level: int
    text: str
    start: int
    end: int


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


def _bound(page: RawPage, node: RawNode) -> RawNode | None:
    return next((up for up in page.above(node) if up.tag in BOUNDS or up.role in BOUND_ROLES), None)


def section_of(headings: list[Heading], at: int, start: int, end: int) -> tuple[str, ...]:
    """The headings over a position, outermost first, within a layer that spans start..end."""
    stack: list[Heading] = []
    for heading in headings:
        if heading.at >= at:
            break
        if heading.at < start or heading.at > end or not heading.start <= at <= heading.end:
            continue
        while stack and stack[-1].level >= heading.level:
            stack.pop()
        stack.append(heading)
    return tuple(h.text for h in stack[-DEEPEST:])
