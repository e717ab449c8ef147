"""Steps of a way (an order, a checkout, a set-up): drawn like a choice of which one is marked, and nothing to choose."""

import re
from itertools import pairwise

from offswitch_crawler.controls.raw import RawNode, RawPage

WORDS = frozenset({
    "step", "steps", "stepper", "steplist", "progress", "progressbar", "wizard", "breadcrumb", "breadcrumbs",
})  # fmt: skip
CLIMBS = 4
LINE_TALLEST = 4
LINE_LEAST = 12
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def say_so(page: RawPage, group: list[RawNode]) -> bool:
    """One says that it is the present step, or they stand in what shows progress: sure, also where they call themselves options."""
    return any(n.attributes.get("aria-current") == "step" for n in group) or any(
        up.role == "progressbar" for up in page.above(group[0])
    )


def are_steps(page: RawPage, group: list[RawNode]) -> bool:
    """The same, or told by an ordered list, by the classes of what holds nothing else, or by the line that is drawn between them."""
    if say_so(page, group):
        return True
    holders = _holders(page, group)
    return any(up.tag == "ol" or _words(up) & WORDS for up in (*holders, *group)) or _lined(page, group)


def _holders(page: RawPage, group: list[RawNode]) -> list[RawNode]:
    """What holds all of them, and no other text than what stands beside each."""
    ups = [up for up in list(page.above(group[0]))[:CLIMBS] if all(up.holds(n.at) for n in group)]
    return [up for up in ups if len(page.lines_in(up)) <= 2 * len(group) and not any(n.level for n in page.within(up))]


def _words(node: RawNode) -> frozenset[str]:
    tokens = [t for t in node.attributes.get("class", "").split() if ":" not in t and "[" not in t]
    return frozenset(w.lower() for t in tokens for w in _WORDS.findall(t))


def _lined(page: RawPage, group: list[RawNode]) -> bool:
    """A thin line runs from each to the next, level with them."""
    row = sorted(group, key=lambda n: n.x)
    holder = next((up for up in page.above(row[0]) if all(up.holds(n.at) for n in row)), row[0])
    thin = [n for n in page.within(holder) if n.seen and not n.spoken and 0 < n.height <= LINE_TALLEST]
    lines = [n for n in thin if n.width >= LINE_LEAST]
    between = [
        any(one.x <= n.x and n.x + n.width <= other.x + other.width and one.y <= n.y <= one.y + one.height for n in lines)
        for one, other in pairwise(row)
    ]
    return len(row) > 2 and all(between)
