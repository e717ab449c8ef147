"""Things alike that could be picked from: clicked each as a whole, side by side or under one another, without a role that says so."""

import re
from collections.abc import Iterator

from offswitch_crawler import said
from offswitch_crawler.addresses import leads_nowhere
from offswitch_crawler.controls.bare import is_tick, is_track
from offswitch_crawler.controls.drawn import is_shape
from offswitch_crawler.controls.raw import RawNode, RawPage
from offswitch_crawler.controls.signs import without_signs
from offswitch_crawler.controls.spans import Spans
from offswitch_crawler.controls.steps import are_steps
from offswitch_crawler.controls.tabs import Stand, stand
from offswitch_crawler.deeds import names_deed
from offswitch_crawler.said import AMOUNT
from offswitch_crawler.vocabulary import vocabulary

TAGS = frozenset({"button", "a", "div", "li", "span", "figure", "article", "p", "section"})
LEADS = ("aria-haspopup", "aria-expanded", "aria-controls", "target", "download", "popovertarget")
FIELDS = frozenset({"input", "select", "textarea", "button", "a", "label", "summary", "iframe"})
BARRED = frozenset({"navigation", "menu", "banner", "contentinfo"})
BARRED_ROLES = frozenset({
    "tablist", "tab", "menu", "menubar", "navigation", "toolbar", "tree", "grid", "treegrid", "table", "row", "listbox", "feed",
    "progressbar",
})  # fmt: skip
BARRED_TAGS = frozenset({"table", "nav", "menu", "ol"})
# What says of itself that one goes through it, or that it is sold or worked off.
BARRED_WORDS = frozenset({
    "nav", "navbar", "navigation", "menu", "submenu", "sidebar", "sidenav", "tab", "tabs", "tablist", "breadcrumb", "breadcrumbs",
    "steps", "stepper", "step", "wizard", "pagination", "pager", "rating", "stars", "pricing", "plans", "todo", "todos", "tasks",
    "checklist", "timeline", "product", "products", "carousel", "toolbar",
})  # fmt: skip
PRICE = re.compile(r"[$€£¥₹₩₽]\s?\d|\d\s?[$€£¥₹₩₽]|\d+[.,]\d\d\s?(?:usd|eur|gbp|chf|kr|zł|kč)\b", re.IGNORECASE)
SOLD = re.compile(
    r"\bplans?\b|\bpricing\b|subscription|abonn?ement|\babo\b|\btarif|suscripci|assinatura|prenumeration|subskryp|подписк|тариф|プラン|订阅|요금제",
    re.IGNORECASE,
)
FILE = re.compile(r"\w\.[a-z][a-z0-9]{1,3}$", re.IGNORECASE)
COUNTED = re.compile(r"^\W*(\d{1,2})\W*(?:\D|$)")
NUMBERED = re.compile(r"(\D+?)\s*(\d+)")
FIGURE = re.compile(r"[^\w\s]{0,2}\s?\d[\d.,\s:/]*\s?[^\W\d]{0,3}\W{0,2}")
MOST_LINES = 4
MOST = 250
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def groups(page: RawPage, taken: Spans) -> Iterator[list[RawNode]]:
    """Things to click of one parent (or each alone in a wrapper of one parent), with no text between them."""
    nodes = [n for n in page.nodes if _is_item(n) and not taken.touch(n)]
    held = Spans(nodes)
    nodes = [n for n in nodes if not _holds_others(page, n, held)]
    beside: dict[tuple[int, str], list[RawNode]] = {}
    for node in nodes:
        beside.setdefault((node.up, node.tag), []).append(node)
    apart: dict[tuple[int, str], list[RawNode]] = {}
    for (at, tag), group in beside.items():
        if len(group) > 1:
            yield from _unbroken(page, group)
        elif (holder := page.by_at.get(at)) is not None and len(page.texts_in(holder)) == len(page.texts_in(group[0])):
            apart.setdefault((holder.up, tag), []).append(group[0])
    for group in apart.values():
        yield from _unbroken(page, group)


def _is_item(node: RawNode) -> bool:
    if not (node.seen and node.wanted) or node.inert or node.tag not in TAGS or node.role not in ("", "button"):
        return False
    if not (node.pointer == 2 or node.tag == "button" or node.role == "button") or node.native.get("submits"):
        return False
    href = str(node.native.get("href", ""))
    if href and not leads_nowhere(href):
        return False
    current = node.attributes.get("aria-current", "false")
    return current in ("false", "", "true") and not any(node.attributes.get(a, "false") != "false" for a in LEADS)


def _holds_others(page: RawPage, node: RawNode, held: Spans) -> bool:
    """Something else in it takes clicks or the keyboard: it is no answer but a thing with deeds of its own."""
    inside = page.within(node)
    return any(
        n.tag in FIELDS or (n.role and n.role not in ("img", "presentation", "none")) or n.pointer == 2 for n in inside
    )


def _unbroken(page: RawPage, group: list[RawNode]) -> Iterator[list[RawNode]]:
    """The group in parts between which no text stands."""
    part: list[RawNode] = []
    for node in group:
        if part and page.text_between(part[-1].end, node.at):
            yield from _enough(part)
            part = []
        part.append(node)
    yield from _enough(part)


def _enough(part: list[RawNode]) -> Iterator[list[RawNode]]:
    if 2 <= len(part) <= MOST:
        yield part


def title(page: RawPage, node: RawNode, picture: RawNode | None = None) -> str:
    """The first line of a thing that can be read, not one that stands in its picture."""
    lines = [r for r in page.lines_in(node) if any(c.isalnum() for c in r.text)]
    outside = [r for r in lines if picture is None or not picture.holds(r.at)]
    found = (outside or lines)[:1]
    return without_signs(found[0].text.strip("✅☑ ")) if found else ""


def are_answers(page: RawPage, group: list[RawNode], labels: list[str]) -> bool:
    """Whether the things may be the answers of one question: not pages, steps, files, goods or deeds, nor drawn as fields."""
    if len(set(labels)) < len(labels) or not all(labels) or _leads_on(page, group):
        return False
    words = vocabulary(page.language)
    if said.is_list_of_pages(tuple(labels), words, rows=True, least=2):
        return False
    deeds = [label for label in labels if is_deed(page, label)]
    if len(deeds) >= 2 or 2 * len(deeds) >= len(labels):
        return False
    texts = [page.words(n) for n in group]
    return not (
        sum(bool(PRICE.search(t)) for t in texts) > 1
        or any(SOLD.search(t) for t in texts)
        or sum(bool(FILE.search(label)) for label in labels) > 1
        or _are_steps(labels, texts)
        or sum(_shows_figure(page, n) for n in group) > 1
        or sum(_has_field(page, n) for n in group) > 1
        or any(_is_table(page, n) for n in group)
    )


def is_deed(page: RawPage, label: str) -> bool:
    """Whether one of them does something and is no answer: the last tile of several adds one."""
    words = vocabulary(page.language)
    return names_deed(label, words) and not said.is_answer(label, words)


def are_tabs(page: RawPage, group: list[RawNode]) -> bool:
    """Whether one marked of several surely shows a part of the page."""
    return stand(page, group) is Stand.TABS


def class_words(node: RawNode) -> frozenset[str]:
    """The words of its classes, but of variants such as `hover:`."""
    tokens = [t for t in node.attributes.get("class", "").split() if ":" not in t and "[" not in t]
    return frozenset(w.lower() for t in tokens for w in _WORDS.findall(t))


def _leads_on(page: RawPage, group: list[RawNode]) -> bool:
    above = list(page.above(group[0]))
    if any(up.landmark in BARRED or up.role in BARRED_ROLES or up.tag in BARRED_TAGS for up in above):
        return True
    return any(class_words(n) & BARRED_WORDS for n in (*group, *above[:3])) or are_steps(page, group)


def _are_steps(labels: list[str], texts: list[str]) -> bool:
    """Counted from one, and not by what they are (`1 hour`, `2 hours`); or nothing but numbers."""
    if all(label.isdigit() for label in labels):
        return True
    named = [m.groups() for label in labels if (m := NUMBERED.fullmatch(label))]
    if len(named) == len(labels) and len({name for name, _ in named}) == 1:
        return True  # `Lesson 1`, `Lesson 2`
    counts = [m[1] if (m := COUNTED.match(t)) else "" for t in texts]
    counted = [str(i) for i in range(1, len(texts) + 1)]
    # A step that is done shows a tick for its number.
    told = sum(a == b for a, b in zip(counts, counted, strict=True))
    return told >= 2 and told >= len(texts) - 1 and not all(AMOUNT.fullmatch(n) or n[-1:].isdigit() for n in labels)


def _shows_figure(page: RawPage, node: RawNode) -> bool:
    """A number under its name and written larger: what is counted or measured is shown, and nothing set."""
    lines = [r for r in page.lines_in(node) if any(c.isalnum() for c in r.text)]
    return any(FIGURE.fullmatch(r.text.strip()) and r.px > lines[0].px + 1 for r in lines[1:])


def _has_field(page: RawPage, node: RawNode) -> bool:
    """A switch or a box to tick is drawn in it."""
    return any(is_shape(n) and not n.spoken and (is_track(page, n) or is_tick(page, n)) for n in page.within(node))


def _is_table(page: RawPage, node: RawNode) -> bool:
    """Three texts or more stand side by side in it, or it is as good as an article."""
    lines = [r for r in page.lines_in(node) if any(c.isalnum() for c in r.text)]
    level = [sum(abs(a.box[1] - b.box[1]) < 4 for b in lines) for a in lines]
    return len(lines) > MOST_LINES or max(level, default=0) >= 3
