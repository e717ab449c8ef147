"""Whether a search box searches settings. Pure.

It does where its words say so (`Search settings`). Where they say something else (`Search messages`), it does not. One that only says
`Search` does where the navigation around it is that of settings; not where it stands in the site's frame (header, footer, another
navigation, or at the same place on a page of something else); and else where its screen is one of settings: its title or heading says
`settings`, or it shows controls and its title, heading or address names something that settings are about.
"""

from collections.abc import Iterable, Iterator

from offswitch_crawler.controls.raw import RawNode, RawPage
from offswitch_crawler.families import spoken
from offswitch_crawler.fingerprint import present as controls_present
from offswitch_crawler.node import Node
from offswitch_crawler.parts import Part, is_of_part
from offswitch_crawler.seen import Look, SeenDoor, SeenSearchBox
from offswitch_crawler.vocabulary import Vocabulary, vocabulary
from offswitch_recording.words import Kind, ScreenKind

LEAST_ENTRIES = 3
DIALOGS = frozenset({"dialog", "alertdialog"})
SITE = frozenset({"banner", "contentinfo", "navigation"})

Standing = tuple[str, str, tuple[str, ...]]
"""What a box is called, in which frame and where it stands: the same box on two screens."""


def says_settings(name: str, words: Vocabulary) -> bool:
    """Whether a name says settings as such, and not only something that settings are about."""
    return words.has("preferences", name) or words.has_compound("preferences", name)


def _says_no_more(name: str, words: Vocabulary) -> bool:
    return not any(c.isalnum() for c in words.rest("search", name))


def by_place(part: Part, node: RawNode, names: list[str], doors: list[tuple[RawNode, SeenDoor]]) -> bool | None:
    """What its words and what stands around it tell; null where that is left to the screen."""
    page, words = part.page, vocabulary(part.page.language)
    if any(says_settings(name, words) for name in names):
        return True
    if not all(_says_no_more(name, words) for name in names):
        return False
    around = next((up for up in _around(page, node) if up.landmark in ("navigation", "complementary")), None)
    if around is not None and _is_of_settings(page, around, [d for n, d in doors if around.holds(n.at)], words):
        return True
    return False if _is_in_frame(part, node) else None


def _around(page: RawPage, node: RawNode) -> Iterator[RawNode]:
    """What it stands in, as far as the dialog that it may stand in."""
    for up in page.above(node):
        if up.landmark in DIALOGS or up.tag == "dialog":
            return
        yield up


def _is_of_settings(page: RawPage, around: RawNode, entries: list[SeenDoor], words: Vocabulary) -> bool:
    """A navigation or column that is called so, or of which half of the entries name settings; that of a site may have some
    of these entries too, but then one of them is `Settings`."""
    named = [around.attributes.get("aria-label", ""), *(page.words(n) for n in page.within(around) if n.level)]
    if any(says_settings(name, words) for name in named):
        return True
    below = sum(words.has("preferences", spoken(d.href)) for d in entries)
    leads_there = any(d.label and not any(c.isalnum() for c in words.rest("preferences", d.label)) for d in entries)
    told = 0 if leads_there else sum(words.has("settings", d.label) for d in entries)
    return 2 * max(below, told) >= len(entries) >= LEAST_ENTRIES


def _is_in_frame(part: Part, node: RawNode) -> bool:
    around = list(_around(part.page, node))
    if any(up.landmark in SITE and not is_of_part(up, around[i + 1 :]) for i, up in enumerate(around)):
        return True
    in_dialog = len(around) < sum(1 for _ in part.page.above(node))
    return not in_dialog and part.holder is not None and part.owner is not None and _is_in_frame(part.holder, part.owner)


def present(look: Look) -> list[SeenSearchBox]:
    """Those that a person can see and reach: what lies under a modal layer is not there."""
    floor = max((i for i, layer in enumerate(look.layers) if layer.modal), default=0)
    return [b for b in look.search_boxes if b.place.shows and b.place.layer >= floor]


def standing(box: SeenSearchBox) -> Standing:
    """The same for the same box on two screens."""
    return (box.label, box.place.frame, box.place.css)


def on_other_pages(nodes: Iterable[Node]) -> set[Standing]:
    """The boxes that stand on a page whose title, heading and address name nothing that settings are about."""
    pages = [n for n in nodes if n.look.search_boxes and n.kind is ScreenKind.PAGE and not _names_any(n)]
    return {standing(b) for n in pages for b in present(n.look)}


def by_screen(node: Node, box: SeenSearchBox, of_site: set[Standing]) -> bool:
    """Whether it searches settings, its screen taken into account."""
    if box.settings is not None:
        return box.settings
    if standing(box) in of_site:
        return False
    words = vocabulary(node.look.language)
    if any(says_settings(name, words) for name in (*_titles(node), *box.place.section[-1:])):
        return True
    set_here = any(c.kind is not Kind.CHOICE for c in controls_present(node.look)[0])
    return set_here and _names_any(node)


def _titles(node: Node) -> tuple[str, ...]:
    return (node.title, *node.look.headings[:1])


def _names_any(node: Node) -> bool:
    words = vocabulary(node.look.language)
    return any(words.has("settings", name) for name in (*_titles(node), spoken(node.look.url)))
