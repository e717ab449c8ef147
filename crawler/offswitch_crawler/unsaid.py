"""Things that may set something though neither element nor ARIA says so: by the words of their classes, or as one of several."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from offswitch_crawler.addresses import leads_nowhere
from offswitch_crawler.controls import listed_pages, segments
from offswitch_crawler.controls.raw import RawNode, RawPage
from offswitch_crawler.controls.tabs import Stand, marked, stand
from offswitch_crawler.vocabulary import vocabulary

_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
CONTROL = frozenset({
    "toggle", "toggler", "switch", "checkbox", "checkmark", "tick", "radio", "swatch", "swatches", "rating", "rate", "star",
    "stars", "stepper", "slider", "knob", "tristate", "segmented", "segment", "chip", "chips", "drag", "draggable", "grip",
    "handle", "resizer", "colorpicker", "like", "reaction", "emoji",
})  # fmt: skip
# Inside of a row these are as often a badge or an ornament.
ORNAMENT = frozenset(
    {
        "chip",
        "chips",
        "star",
        "stars",
        "segment",
        "rating",
        "rate",
        "like",
        "reaction",
        "emoji",
        "tick",
        "checkmark",
        "handle",
    }
)
# `menu-toggle` opens a menu, `tab-active` is where one is.
OPENS = frozenset({
    "dropdown", "menu", "nav", "navbar", "navigation", "sidebar", "sidenav", "drawer", "accordion", "collapse", "disclosure",
    "panel", "popover", "submenu", "tab", "tabs", "tablist", "breadcrumb", "breadcrumbs", "steps", "pagination", "tree",
    "section", "expander", "details",
})  # fmt: skip
# Of these, what a thing says that opens something, and not only what it stands in.
TRIGGERS = frozenset(
    {"dropdown", "navbar", "drawer", "accordion", "collapse", "disclosure", "popover", "submenu", "expander"}
)
MENU = frozenset({"menu", "nav", "sidebar", "sidenav", "panel"})
PARTS = frozenset({"toggle", "toggler", "trigger", "button", "btn", "opener", "handle", "icon"})
NAVIGATION = frozenset({
    "nav", "navbar", "navigation", "menu", "submenu", "sidebar", "sidenav", "tab", "tabs", "tablist", "breadcrumb", "breadcrumbs",
    "steps", "pagination",
})  # fmt: skip
CHOSEN = frozenset(
    {"selected", "checked", "chosen", "picked", "ticked", "unselected", "unchecked", "indeterminate", "mixed"}
)
MARKED = CHOSEN | {"active", "current", "on", "off", "pressed", "enabled"}
NAMES_STATE = frozenset({"data-checked", "data-selected", "data-on", "data-pressed", "data-rating"})
BARRED = frozenset({"navigation", "menu", "banner"})
ALIKE = 4.0
MOST_UP = 3
SEVERAL = 3
MOST = 24
MOST_LIKE = 60


class Unsaid:
    """What the looks of one page's things say; groups of things that are alike are found once."""

    def __init__(self, page: RawPage) -> None:
        self.page = page
        self._group_of = {n.at: group for group in _groups(page) for n in group}
        self._chosen: dict[int, bool] = {}
        self._shared: dict[int, frozenset[str]] = {}
        self._stands: dict[int, Stand | None] = {n.at: s for group, s in segments.told_apart(page) for n in group}
        self._stands |= {n.at: Stand.TABS for box in page.nodes for n in listed_pages.rows(page, box)}
        self._drawn_alike: dict[str, list[RawNode]] = {}
        for node in page.nodes:
            if node.seen and node.wanted and node.spoken and _stays(node):
                self._drawn_alike.setdefault(_pattern(node), []).append(node)
        self._alike_ats = {pattern: [n.at for n in alike] for pattern, alike in self._drawn_alike.items()}

    def stand(self, node: RawNode) -> Stand | None:
        """Whether it is one of several tabs, or of several options; None where it is not one of several of which one is marked."""
        if node.at not in self._stands:
            group = self._group_of.get(node.at, [])
            for n in group or [node]:
                self._stands.setdefault(n.at, None)
            if 2 <= len(group) <= MOST and all(n.spoken for n in group) and _is_marked(self.page, group):
                said = stand(self.page, sorted(group, key=lambda n: n.at))
                self._stands |= {n.at: said for n in group}
        return self._stands[node.at] if _stays(node) else None

    def may_set(self, node: RawNode, *, real: bool) -> bool:
        """Whether a click on it may set something; `real`: a button. With a text, only its own words and its like count."""
        if not _stays(node):
            return False
        if _says_control(node, CONTROL):
            return True
        inside = self.page.within(node) if node.children and not (real and node.spoken) else []
        if any(_says_control(n, CONTROL - ORNAMENT) for n in inside if n.seen):
            return True
        group = self._group_of.get(node.at, [])
        if not 2 <= len(group) <= MOST:
            return False
        first = group[0].at
        if (said := self.stand(node)) in (Stand.TABS, Stand.UNSURE):
            return said is Stand.UNSURE
        if first not in self._chosen:
            self._chosen[first] = not _leads_on(self.page, group) and _one_is_chosen(group)
        return self._chosen[first]

    def like(self, node: RawNode) -> list[RawNode]:
        """All with a text and without an address that stand as it does, itself included, in the smallest element with two of them."""
        alike = self._drawn_alike.get(_pattern(node), []) if node.spoken and _stays(node) else []
        if len(alike) < 2:
            return []
        ats = self._alike_ats[_pattern(node)]
        for up in self.page.above(node):
            first, last = bisect_left(ats, up.at), bisect_right(ats, up.end)
            if last - first > 1:
                group = alike[first:last]
                return group[:MOST_LIKE] if node in group else []
        return []

    def guides(self, node: RawNode) -> bool:
        """Whether its classes say that it opens something (`menu-toggle`), or those close around it navigation."""
        if not _stays(node):
            return False
        if any(t & TRIGGERS or (t & MENU and t & PARTS) for t in _tokens(node)):
            return True
        around = [node, *list(self.page.above(node))[:MOST_UP]]
        return any(n.landmark == "navigation" or n.role in ("tablist", "navigation") or _stands_for(n) for n in around)

    def told_apart(self, node: RawNode, icon: str) -> str:
        """Words of its icon without those that all of its like share: of ten `avatar` to pick from none is the way to the account."""
        group = [] if node.spoken else self._group_of.get(node.at, [])
        if len(group) < SEVERAL:
            return icon
        first = group[0].at
        if first not in self._shared:
            self._shared[first] = frozenset.intersection(*(_icon_words(self.page, n) for n in group))
        return " ".join(w for w in re.split(r"[^A-Za-z]+", icon) if w.lower() not in self._shared[first])


def _groups(page: RawPage) -> Iterator[list[RawNode]]:
    """Things alike: children of one element, or each alone in a child of one; of one tag, nearly one height, with or without text."""
    beside: dict[tuple[int, str, bool], list[RawNode]] = {}
    for node in page.nodes:
        if node.seen and node.wanted and _stays(node):
            beside.setdefault((node.up, node.tag, bool(node.spoken)), []).append(node)
    apart: dict[tuple[int, str, bool], list[RawNode]] = {}
    for (at, tag, spoken), nodes in beside.items():
        if len(nodes) > 1:
            yield from _of_one_size(nodes)
        elif (holder := page.by_at.get(at)) is not None and bool(holder.spoken) == spoken:
            apart.setdefault((holder.up, tag, spoken), []).append(nodes[0])
    for nodes in apart.values():
        yield from _of_one_size(nodes)


def _of_one_size(nodes: list[RawNode]) -> Iterator[list[RawNode]]:
    def size(node: RawNode) -> float:
        return node.height if node.spoken else max(node.height, node.width)

    group: list[RawNode] = []
    for node in sorted(nodes, key=size):
        if group and size(node) - size(group[-1]) > ALIKE:
            yield group
            group = []
        group.append(node)
    yield group


def _pattern(node: RawNode) -> str:
    return str((node.place or {}).get("pattern", ""))


def _stands_for(node: RawNode) -> bool:
    return any(t & NAVIGATION for t in _tokens(node))


def _icon_words(page: RawPage, node: RawNode) -> frozenset[str]:
    said = " ".join(
        f"{n.icon} {n.attributes.get('class', '')} {n.attributes.get('alt', '')}" for n in (node, *page.within(node))
    )
    return frozenset(w.lower() for w in re.split(r"[^A-Za-z]+", said) if w)


@cache
def _split(token: str) -> frozenset[str]:
    # A variant of a utility class (`hover:`, `[&_svg]`) speaks of another moment or another element.
    if ":" in token or "[" in token:
        return frozenset()
    words = [w.lower() for w in _WORDS.findall(token)]
    return frozenset(words) | {a + b for a, b in pairwise(words)}  # `tri-state` and `tristate`


def _tokens(node: RawNode) -> list[frozenset[str]]:
    """Words of its classes and of a tag of its own, one set for each."""
    tag = [node.tag] if "-" in node.tag else []
    return [_split(t) for t in (*node.attributes.get("class", "").split(), *tag)]


def _says_control(node: RawNode, words: frozenset[str]) -> bool:
    if any(t & words and not t & OPENS for t in _tokens(node)):
        return True
    return bool(NAMES_STATE & node.attributes.keys()) or node.attributes.get("data-state", "").lower() in CHOSEN | {
        "on",
        "off",
    }


def _stays(node: RawNode) -> bool:
    return not node.native.get("href") or leads_nowhere(str(node.native["href"]))


def _leads_on(page: RawPage, group: list[RawNode]) -> bool:
    """Navigation by its words: of the elements around, or of what is written on one of them."""
    around = [*group, *list(page.above(group[0]))[:MOST_UP]]
    if any(
        n.landmark in BARRED or n.role in ("tablist", "navigation") or any(t & NAVIGATION for t in _tokens(n))
        for n in around
    ):
        return True
    words = vocabulary(page.language)
    return any(words.has("settings", page.words(n)) for n in group if n.spoken)


def _is_marked(page: RawPage, group: list[RawNode]) -> bool:
    said = any(n.attributes.get(a, "false") not in ("false", "") for n in group for a in ("aria-current", "aria-selected"))
    return said or ((_one_is_chosen(group) or _holder_is_chosen(page, group)) and bool(marked(page, group)))


def _holder_is_chosen(page: RawPage, group: list[RawNode]) -> bool:
    """Whether what holds each of them alone says so by a class: the hand is on the words, the mark on the row."""
    holders = [page.by_at[n.up] for n in group if n.up in page.by_at]
    if len({h.at for h in holders}) < len(group) or any(
        page.words(h) != page.words(n) for h, n in zip(holders, group, strict=True)
    ):
        return False
    return _odd([frozenset().union(*_tokens(h)) & MARKED for h in holders])


def _one_is_chosen(group: list[RawNode]) -> bool:
    if _odd([frozenset().union(*_tokens(n), *_tokens_of_data(n)) & MARKED for n in group]):
        return True
    # Drawn only: three at least, side by side; a list of rows of which one stands out is as often navigation.
    tops = [n.box[1] for n in group]
    if len(group) < SEVERAL or max(tops) - min(tops) > ALIKE:
        return False
    return any(_odd(list(values)) for values in zip(*map(_drawn, group), strict=True))


def _tokens_of_data(node: RawNode) -> list[frozenset[str]]:
    return [_split(v) for k, v in node.attributes.items() if k.startswith("data-") and len(v) < 20]


def _drawn(node: RawNode) -> tuple[object, ...]:
    looks = node.looks or {}
    edge = (looks.get("border"), tuple(looks.get("edge", ())))
    return (edge, bool(looks.get("shadow")), tuple(looks.get("ground", ())), tuple(looks.get("ink", ())))


def _odd(values: list[object] | list[frozenset[str]]) -> bool:
    """Whether all are equal but one."""
    counts = Counter(values)
    return len(counts) == 2 and min(counts.values()) == 1
