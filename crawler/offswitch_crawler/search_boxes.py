"""Fields in which a person searches: which fields of a page they are, and what they are called. Pure.

A search box is no control and no door, and no part of what tells screens apart. It is only recorded: nothing is typed into it.
"""

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from offswitch_crawler import doorways, searched
from offswitch_crawler.controls.raw import RawElement, RawNode, RawPage
from offswitch_crawler.controls.spans import Spans
from offswitch_crawler.node import Node
from offswitch_crawler.parts import Part, place_of
from offswitch_crawler.searched import Standing
from offswitch_crawler.seen import SeenDoor, SeenSearchBox
from offswitch_crawler.vocabulary import Vocabulary, vocabulary
from offswitch_recording.schema import SearchBox
from offswitch_recording.words import Kind

TYPES = frozenset({"text", "search"})
ROLES = frozenset({"", "searchbox", "textbox", "combobox"})
ICON = re.compile(r"(?<!re)search|magnif|\bl(?:o|ou|u)pe\b", re.IGNORECASE)
LONGEST = 160
TALLEST_PX = 90
"""What stands in one row with a field belongs to it."""
CLIMBS = 3


def seen(part: Part, controls: list[RawElement], doors: list[tuple[RawNode, SeenDoor]]) -> list[tuple[int, SeenSearchBox]]:
    """The search boxes of one frame, each with its position; the field by which a select is filtered belongs to that control."""
    page, words = part.page, vocabulary(part.page.language)
    selects = Spans(n for c in controls if c.kind is Kind.SELECT for n in (*c.own, *c.nodes))
    fields = [n for n in page.nodes if n.seen and is_field(n) and not selects.around(n.at) and _searches(page, n, words)]
    outer = [n for before, n in pairwise([None, *fields]) if n and not (before and before.holds(n.at))]
    return [(n.at, _box(part, n, words, doors)) for n in outer]


def is_field(node: RawNode) -> bool:
    """Whether a person can type words into it, as they would to search."""
    if node.tag == "input":
        return node.type in TYPES and node.role in ROLES
    edited = node.role in ("textbox", "combobox") and node.attributes.get("contenteditable", "false") != "false"
    return node.tag == "textarea" or node.role == "searchbox" or edited


def _searches(page: RawPage, node: RawNode, words: Vocabulary) -> bool:
    """By element, role or landmark; by a name that begins or ends with a word of searching; by an icon or a button in its row."""
    if node.type == "search" or node.role == "searchbox" or any(up.landmark == "search" for up in page.above(node)):
        return True
    return any(words.at_edge("search", name) for name in _names(page, node)) or _told_beside(page, node, words)


def _told_beside(page: RawPage, node: RawNode, words: Vocabulary) -> bool:
    if ICON.search(str((node.looks or {}).get("file", ""))):
        return True
    for up in islice(page.above(node), CLIMBS):
        inside = page.within(up)
        if up.height > TALLEST_PX or sum(n.seen and is_field(n) for n in inside) > 1:
            return False
        if any(n.seen and ICON.search(n.icon) for n in inside if n.icon):
            return True
        buttons = [n for n in inside if n.seen and doorways.is_real(n)]
        if any(words.at_edge("search", doorways.label_of(page, n)[0]) for n in buttons):
            return True
    return False


def _names(page: RawPage, node: RawNode) -> Iterator[str]:
    """What it is called: its label, what names it for assistive technology, its placeholder, last its form and its hint."""
    drawn = " ".join(page.words(page.by_at[at]) for at in node.names.get("labels", ()) if at in page.by_at)
    around = next((up for up in page.above(node) if up.landmark == "search"), None)
    names = [drawn.strip() or node.names.get("labelText"), node.names.get("byText"), node.names.get("aria")]
    names += [node.attributes.get("placeholder"), node.attributes.get("aria-placeholder")]
    names += [around.attributes.get("aria-label") if around else None, node.names.get("title")]
    return (text for name in names if name and (text := " ".join(str(name).split())))


def _box(part: Part, node: RawNode, words: Vocabulary, doors: list[tuple[RawNode, SeenDoor]]) -> SeenSearchBox:
    """Of several names the one that says settings is its label: `Search` for some may be `Search settings` for others."""
    names = list(_names(part.page, node))
    label = next((n for n in names if searched.says_settings(n, words)), names[0] if names else "")
    settings = searched.by_place(part, node, names, doors)
    return SeenSearchBox(place_of(part, node, node.box, True), label[:LONGEST], settings)


def recorded(node: Node, parent: Node | None, of_site: set[Standing]) -> list[SearchBox]:
    """The search boxes of a screen that can be seen and reached and that its parent does not show."""
    known = {searched.standing(b) for b in searched.present(parent.look)} if parent else set()
    own = [b for b in searched.present(node.look) if searched.standing(b) not in known]
    return [_recorded(node, b, of_site) for b in own]


def _recorded(node: Node, box: SeenSearchBox, of_site: set[Standing]) -> SearchBox:
    picture, place = node.on_picture(box.place.box)
    return SearchBox(label=box.label, settings=searched.by_screen(node, box, of_site), picture=picture, box=place)
