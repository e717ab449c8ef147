"""Doors as they are seen: one for each thing that a person would click and that sets nothing. doors.py judges them."""

import re
from itertools import islice
from urllib.parse import urlsplit

from offswitch_crawler.controls.columns import HEADERS
from offswitch_crawler.controls.named import plain
from offswitch_crawler.controls.onoff import is_menu_button
from offswitch_crawler.controls.raw import RawElement, RawNode, RawPage
from offswitch_crawler.controls.spans import Spans
from offswitch_crawler.controls.states import state_word, stated

LONGEST = 120
REAL_ROLES = frozenset({"button", "link", "tab", "menuitem", "treeitem", "option"})
REAL_TAGS = frozenset({"a", "button", "summary", "area"})
BUTTON_TYPES = frozenset({"submit", "button", "image", "reset"})
FIELDS = frozenset(
    {"input", "textarea", "select", "label", "iframe", "frame", "fieldset", "legend", "option", "html", "body"}
)
CHEVRON = re.compile(r"chevron|caret|arrow|expand|ellipsis|\bmore|dots|kebab|disclosure", re.IGNORECASE)
ENDS_ON = re.compile(r"[›»→▸▾▼▶⌄…❯>]\s*$|\.\.\.\s*$|^\s*[⋮⋯☰]")
BEGINS_ON = re.compile(r"^\s*[▸▹▾▿⌄❯]\s*\w")
"""Before the words of a head that folds; a full triangle there plays."""
MOST_TEXT = 600
INITIALS = 3
"""No longer text are the letters that stand for a person in the bar of a site."""
FACE_PX = (20, 64)
"""Least and greatest side of the picture of who is logged in."""
HEAD_LEVELS = 3
"""So far inside the head of a column stands what sorts it."""
ORDER = re.compile(r"sort|order|\basc\b|\bdesc\b|\b(?:o|by|dir)=", re.IGNORECASE)
"""In a query: how the rows of a table are put in order."""
WHO = re.compile(r"\b(?:avatar|account|profile|user|menu)\b", re.IGNORECASE)


def find_doors(page: RawPage, controls: list[RawElement], labels: set[str]) -> list[RawNode]:
    """Elements that may lead on; `labels` are plain labels of controls: a bare row that only shows one is no door."""
    taken = {id(n) for c in controls for n in c.own} | {id(n) for c in controls for n in c.nodes}
    heads = _heads(page)
    candidates = [
        n
        for n in page.nodes
        if n.seen and not n.inert and id(n) not in taken and (n.at in heads or is_real(n) or is_bare(page, n))
    ]
    own, nodes = Spans(n for c in controls for n in c.own), Spans(n for c in controls for n in c.nodes)
    candidates = [n for n in candidates if not own.around(n.at) and (is_real(n) or not nodes.inside(n))]
    real = Spans(n for n in candidates if is_real(n))
    candidates = [n for n in candidates if is_real(n) or not _repeats(page, n, labels) or _frames_door(page, n, real)]
    return _one_each(page, candidates)


def _heads(page: RawPage) -> dict[int, RawNode]:
    """Checkboxes that are buttons of menus, by the positions of the labels that are drawn for them."""
    return {at: n for n in page.nodes if is_menu_button(n) for at in n.names.get("labels", ())}


def is_real(node: RawNode) -> bool:
    """A door by its element or role."""
    if node.tag == "input":
        return node.type in BUTTON_TYPES or is_menu_button(node)
    if node.tag == "a":
        return bool(node.native.get("href")) or bool(node.role) or "onclick" in node.attributes or node.pointer > 0
    if node.tag in FIELDS:
        return False
    return node.tag in REAL_TAGS or node.role in REAL_ROLES or bool(_haspopup(node)) or "aria-expanded" in node.attributes


def is_bare(page: RawPage, node: RawNode) -> bool:
    """A thing that shows a hand, or takes the focus and clicks, and says nothing of itself."""
    if node.tag in FIELDS or node.role in ("dialog", "alertdialog", "menu", "listbox", "tabpanel", "radiogroup", "grid"):
        return False
    focus = node.attributes.get("tabindex", "-1") not in ("-1",) and node.role == "" and node.pointer > 0
    if node.pointer != 2 and not focus and "onclick" not in node.attributes:
        return False
    wide, tall = page.viewport
    if node.width < 8 or node.height < 8 or (node.width > 0.9 * wide and node.height > 0.6 * tall):
        return False
    return sum(len(t.text) for t in page.texts_in(node)) <= MOST_TEXT


def _haspopup(node: RawNode) -> str:
    value = node.attributes.get("aria-haspopup", "")
    return "" if value == "false" else value


def _repeats(page: RawPage, node: RawNode, labels: set[str]) -> bool:
    """Clicks on it would set a control: a row without an address that only shows the label of one."""
    lines = page.lines_in(node)
    return bool(lines) and plain(lines[0].text) in labels and not shows_more(page, node)


def _frames_door(page: RawPage, node: RawNode, real: Spans) -> bool:
    """A box around a door that says all that it says, drawn like the others of its list: that a control is called so too is chance."""
    return any(page.words(door) == page.words(node) for door in real.within(node))


def _one_each(page: RawPage, nodes: list[RawNode]) -> list[RawNode]:
    """Of nested candidates the one that carries the action: the outermost, unless it holds several of their own."""
    found: list[RawNode] = []
    inside: dict[int, list[RawNode]] = {}
    around: list[RawNode] = []  # of those found, what holds the position that is reached; the innermost last
    for node in nodes:
        while around and around[-1].end < node.at:
            around.pop()
        outer = around[-1] if around else None
        if outer is None or not _same(page, outer, node):
            found.append(node)
            around.append(node)
        if outer is not None:
            inside.setdefault(outer.at, []).append(node)
    return [n for n in found if is_real(n) or not _only_holds(page, n, inside.get(n.at, []), found)]


def _same(page: RawPage, outer: RawNode, inner: RawNode) -> bool:
    """Whether clicking either is one thing to a person."""
    if is_real(outer) and not is_real(inner):
        return True
    text, whole = page.words(inner), page.words(outer)
    if is_real(outer) and is_real(inner) and outer.tag not in ("a", "summary") and outer.role not in ("treeitem", "tab"):
        return not text or text == whole or outer.native.get("type") is not None
    if _haspopup(inner) not in ("", "dialog") and not text:
        return False
    told = plain(_told(page, inner))
    if not text and not is_real(outer) and (not told or plain(label_of(page, outer)[0]) in told):
        return True
    if not text:
        return bool(CHEVRON.search(icon_words(page, inner))) or not is_real(inner)
    return text == whole or (is_real(outer) and outer.tag != "summary") or not is_real(inner)


def _only_holds(page: RawPage, node: RawNode, inner: list[RawNode], found: list[RawNode]) -> bool:
    """A box that shows nothing but doors of its own."""
    own = [n for n in inner if n in found]
    return bool(own) and all(any(n.holds(t.at) for n in own) for t in page.texts_in(node))


def carrier(page: RawPage, node: RawNode) -> RawNode:
    """The element that carries what a door says of itself: the door, or for a bare row the button or link in it."""
    if is_real(node):
        return node
    if node.tag == "label":  # it may be drawn for a menu button that is a checkbox without looks
        return _heads(page).get(node.at, node)
    inside = [n for n in page.within(node) if n.seen and is_real(n)]
    return next((n for n in inside if not n.spoken or len(inside) == 1), node)


def label_of(page: RawPage, node: RawNode) -> tuple[str, bool]:
    """What a person reads on a door, short, and whether it is only a name told to assistive technology."""
    lines = page.lines_in(node)
    if lines:
        headed = [n for n in page.within(node) if n.level]
        first = next((r for r in lines for h in headed if h.holds(r.at)), lines[0])
        if len(plain(first.text)) < 2 and len(lines) > 1:
            first = lines[1]
        if not any(c.isalnum() for c in page.words(node)) and (told := _told(page, node)):
            return told[:LONGEST], True  # an arrow or a cross alone is drawn like an icon
        return first.text[:LONGEST], False
    value = str(node.native.get("value", "")) if node.type in BUTTON_TYPES else ""
    if value:
        return value[:LONGEST], False
    return _told(page, node)[:LONGEST], True


def _told(page: RawPage, node: RawNode) -> str:
    for inner in (node, *page.within(node)):
        names = [inner.names.get("aria"), inner.names.get("byText"), inner.names.get("title")]
        names += [inner.attributes.get("aria-label"), inner.attributes.get("alt"), inner.attributes.get("title")]
        name = next((str(n).strip() for n in names if n and str(n).strip()), "")
        if name:
            return name
    return ""


def icon_words(page: RawPage, node: RawNode) -> str:
    """Words of the icons drawn in it, and its own where it shows no text."""
    words = [n.icon for n in (node, *page.within(node)) if n.icon and n.seen]
    if not node.spoken:
        names = ("class", "data-testid", "data-test-id", "title", "id", "icon")
        words += [node.attributes.get(name, "") for name in names]
    if (told := _told(page, node)) and len(page.words(node)) <= INITIALS and WHO.search(told):
        words.append(told)  # a person's initials in a bar stand for what they are called
    if is_face(page, node):
        words.append("avatar")
    return " ".join(w for w in words if w)[:300]


def is_face(page: RawPage, node: RawNode) -> bool:
    """A round thing with a person's picture or initials in the bar of a site: behind it stands what is the person's own."""
    if not any(up.landmark == "banner" for up in page.above(node)):
        return False
    text = page.words(node)
    inside = (node, *page.within(node))
    shown = text.isupper() if text else any(n.tag == "img" for n in inside)
    return shown and len(text) <= INITIALS and any(_is_round(n) for n in inside)


def _is_round(node: RawNode) -> bool:
    side = min(node.width, node.height)
    square = FACE_PX[0] <= side and max(node.width, node.height) <= min(FACE_PX[1], 1.15 * side)
    return square and node.looks is not None and node.looks["radius"] >= 0.45 * side


def shows_more(page: RawPage, node: RawNode) -> bool:
    """An arrow, chevron or ellipsis says that something follows."""
    if any(CHEVRON.search(n.icon) for n in (node, *page.within(node)) if n.icon and n.seen):
        return True
    words = page.words(node)
    return bool(ENDS_ON.search(words) or BEGINS_ON.search(words)) or any(
        _drawn_chevron(n) for n in (node, *page.within(node))
    )


def orders(page: RawPage, node: RawNode, address: str) -> bool:
    """Whether a click on it puts the rows below in another order: the head of a column that says so by `aria-sort`, what stands in
    it, or a link in a head that asks the same page for an order. Nothing new is shown then, and a server may keep the order."""
    around = (node, *islice(page.above(node), HEAD_LEVELS))
    head = next((n for n in around if n.tag in HEADERS or n.role in HEADERS), None)
    if head is None:
        return False
    here, there = urlsplit(page.url), urlsplit(address)
    asks = (there.netloc, there.path) == (here.netloc, here.path) and ORDER.search(there.query)
    return "aria-sort" in head.attributes or bool(asks)


def tells_state(page: RawPage, node: RawNode) -> bool:
    """Whether its text ends in a word of state that stands apart: `Location: on`, or `On` at the end of its row."""
    pieces = page.texts_in(node)
    last = bool(pieces) and state_word(pieces[-1].text) is not None and len(pieces) > 1
    return last or stated(page.words(node)[-LONGEST:]) is not None


def _drawn_chevron(node: RawNode) -> bool:
    """A turned square of which two sides are drawn, at its right or left end."""
    looks = node.looks or {}
    for pseudo in (looks.get("before"), looks.get("after")):
        if not pseudo:
            continue
        turned = "matrix(0.7" in (pseudo["transform"] or "") or "matrix(-0.7" in (pseudo["transform"] or "")
        if (turned and 4 <= pseudo["width"] <= 14 and pseudo["border"] > 0) or ENDS_ON.search(pseudo["content"]):
            return True
    return False


def is_row(page: RawPage, node: RawNode) -> bool:
    """As wide as a row of a list."""
    if node.width < 200 or not 28 <= node.height <= 160 or node.width < node.height * 3:
        return False
    up = next((u for u in page.above(node) if u.width > node.width + 1 or u.height > node.height * 1.5), None)
    return up is None or node.width >= 0.75 * up.width
