"""Lists that call themselves a choice and are the way to the parts of settings: a column of names of pages, beside what it shows."""

from offswitch_crawler import said
from offswitch_crawler.controls.raw import RawNode, RawPage
from offswitch_crawler.controls.tabs import Stand, stand
from offswitch_crawler.vocabulary import vocabulary

LEAST = 3
NAMED = 2
"""Options that name a page, of three or more."""
APART_PX = 4.0


def rows(page: RawPage, node: RawNode) -> list[RawNode]:
    """The options of a listbox that leads on; empty where it is a choice, or cannot be told."""
    if node.role != "listbox" or not node.seen or node.attributes.get("aria-multiselectable") == "true":
        return []
    options = [n for n in page.within(node) if n.role == "option" and n.seen and n.spoken]
    if len(options) < LEAST or len({round(n.y) for n in options}) < len(options):
        return []
    words = vocabulary(page.language)
    labels = tuple(page.words(n) for n in options)
    if not said.is_list_of_pages(labels, words, rows=True, least=NAMED) or said.is_choice(labels, words):
        return []
    if any(up.tag == "form" or up.landmark == "form" for up in page.above(node)):
        return []  # there it picks what is sent
    chosen = any(n.attributes.get("aria-selected") == "true" for n in options)
    return options if not chosen or _beside_frame(page, node) or stand(page, options) is Stand.TABS else []


def _beside_frame(page: RawPage, node: RawNode) -> bool:
    """Whether a frame that is wider stands beside it: what is chosen is loaded there."""
    frames = [n for n in page.nodes if n.tag in ("iframe", "frame") and n.seen and n.width > node.width]
    return any(n.x >= node.x + node.width - APART_PX or n.x + n.width <= node.x + APART_PX for n in frames)
