"""Rows that each carry the same two answers (Reject and Accept, Off and On), chosen or not: purposes of a consent panel, or
questions of which some are answered one way and some the other."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import pairwise

from offswitch_crawler.controls.choices import CONSENT, means
from offswitch_crawler.controls.chosen_mark import told
from offswitch_crawler.controls.pixels import odd_one
from offswitch_crawler.controls.raw import RawElement, RawNode, RawOption, RawPage
from offswitch_crawler.controls.runs import around
from offswitch_crawler.controls.signs import ASKS, without_signs
from offswitch_crawler.controls.spans import Spans
from offswitch_crawler.controls.states import state_word
from offswitch_crawler.vocabulary import Vocabulary, vocabulary
from offswitch_recording.words import Kind, Means

Pair = list[RawNode]
LONGEST = 32
LOWEST, TALLEST = 16, 64
WIDEST = 260
GAP = 24
"""At most so far apart, pixels, the two answers stand."""
LEVEL_PX = 4
CLIMBS = 6
"""So many elements around a pair are looked at for its row."""
YES_OR_NO = {"on": "yes", "off": "no"}
OPENS = ("aria-haspopup", "aria-expanded")


def find(page: RawPage, taken: Spans) -> list[RawElement]:
    """One control for each such row outside of everything in `taken`."""
    return [_control(page, pair, family) for family in _families(page) for pair in family if not any(map(taken.touch, pair))]


def of_panels(page: RawPage, buttons: list[RawNode]) -> list[RawNode]:
    """The buttons without those that answer for one purpose, and without heads that fold out one of several parts."""
    taken = {id(n) for family in _families(page) for pair in family for n in pair}
    folds = [n for n in buttons if _folds(page, n)]
    taken |= {id(n) for n in folds if any(_stacked(n, o) for o in folds)}
    return [n for n in buttons if id(n) not in taken]


def _folds(page: RawPage, node: RawNode) -> bool:
    told_so = node.tag == "summary" or node.attributes.get("aria-expanded") in ("true", "false")
    headed = any(n.level for n in page.within(node)) or any(up.level for up in list(page.above(node))[:1])
    return told_so or headed


def _stacked(one: RawNode, other: RawNode) -> bool:
    return one is not other and one.tag == other.tag and abs(one.x - other.x) <= LEVEL_PX and abs(one.y - other.y) >= LOWEST


def _families(page: RawPage) -> list[list[Pair]]:
    """Pairs of the same two words in two rows at least: of what speaks of consent, or drawn as answered both ways."""
    consent = bool(CONSENT.search(" ".join(t.text for t in page.texts)))
    found = _of_consent(page) if consent else []
    known = {id(n) for family in found for pair in family for n in pair}
    return found + [f for f in _answered(page) if not any(id(n) in known for pair in f for n in pair)]


def _answered(page: RawPage) -> list[list[Pair]]:
    """Of words of state, where one is filled in some rows and the other in others: no call is drawn both ways."""
    found: defaultdict[tuple[object, ...], list[Pair]] = defaultdict(list)
    pairs = list(_pairs(page, lambda n: YES_OR_NO.get(state_word(_label(page, n)) or "", "")))
    for pair in pairs:
        if _row(page, pair, pairs) is not None:
            found[tuple((_label(page, n).casefold(), n.tag, n.height, (n.looks or {}).get("radius")) for n in pair)].append(
                pair
            )
    return [family for family in found.values() if len(family) > 1 and len(_shown(page, family) - {None}) > 1]


def _of_consent(page: RawPage) -> list[list[Pair]]:
    words = vocabulary(page.language)
    found: defaultdict[tuple[int, frozenset[str]], list[Pair]] = defaultdict(list)
    pairs = list(_pairs(page, lambda n: _says(page, n, words)))
    single = [pair for pair in pairs if _row(page, pair, pairs) is not None]
    inside = Spans(n for pair in single for n in pair)
    for pair in single:
        panel = _panel(page, pair)
        if _speaks(page, pair, panel) and _answers_for_all(page, panel, inside, words):
            at = panel.at if panel is not None else -1
            found[at, frozenset(_label(page, n).casefold() for n in pair)].append(pair)
    families = [family for family in found.values() if len(family) > 1]
    return [family for family in families if _panel(page, family[0]) is not None or _show_states(page, family, pairs)]


def _pairs(page: RawPage, says: Callable[[RawNode], str]) -> Iterator[Pair]:
    """Two buttons side by side of which one says yes and the other no, with no third that says either beside them."""
    items = [n for n in page.nodes if _is_button(page, n) and says(n)]
    beside = [i for i, (a, b) in enumerate(pairwise(items)) if _beside(page, a, b)]
    for i in beside:
        pair = items[i : i + 2]
        if i - 1 not in beside and i + 1 not in beside and {says(n) for n in pair} == {"yes", "no"}:
            yield pair


def _is_button(page: RawPage, node: RawNode) -> bool:
    if not (node.seen and node.spoken) or not LOWEST <= node.height <= TALLEST or node.width > WIDEST:
        return False
    clicked = node.tag == "button" or node.role in ("button", "radio") or node.pointer == 2
    return clicked and not any(a in node.attributes for a in OPENS) and 0 < len(page.words(node)) <= LONGEST


def _says(page: RawPage, node: RawNode, words: Vocabulary) -> str:
    label = _label(page, node)
    if state := state_word(label):
        return YES_OR_NO[state]
    meaning = means(label, words)
    yes = meaning is Means.ACCEPT or (meaning is Means.OTHER and words.begins("sets", label) >= len(label))
    return "no" if meaning is Means.REFUSE else "yes" if yes else ""


def _label(page: RawPage, node: RawNode) -> str:
    return without_signs(page.words(node))


def _beside(page: RawPage, one: RawNode, other: RawNode) -> bool:
    level = abs(one.y - other.y) <= LEVEL_PX and abs(one.height - other.height) <= LEVEL_PX
    gap = max(one.x, other.x) - min(one.x + one.width, other.x + other.width)
    return level and -LEVEL_PX <= gap <= GAP and not page.text_between(one.end, other.at)


def _row(page: RawPage, pair: Pair, pairs: list[Pair]) -> RawNode | None:
    """What is nearest around it and says more; None where that is about other pairs as well."""
    for up in list(page.above(pair[0]))[:CLIMBS]:
        if any(up.holds(other[0].at) for other in pairs if other is not pair):
            return None
        if any(not any(n.holds(t.at) for n in pair) for t in page.texts_in(up)):
            return up
    return None


def _panel(page: RawPage, pair: Pair) -> RawNode | None:
    """The dialog, or what lies over the page, in which it stands."""
    boxes = [up for up in page.above(pair[0]) if up.over or up.role in ("dialog", "alertdialog")]
    return boxes[-1] if boxes else None


def _speaks(page: RawPage, pair: Pair, panel: RawNode | None) -> bool:
    """What it stands in, or the heading of the page or the nearest one, speaks of consent."""
    titles = [n for n in page.nodes if n.level in (1, 2) and n.spoken and n.at < pair[0].at]
    speak = [panel] if panel is not None else [*titles[:1], *titles[-1:]]
    return any(CONSENT.search(page.words(n)) for n in speak)


def _answers_for_all(page: RawPage, panel: RawNode | None, pairs: Spans, words: Vocabulary) -> bool:
    """A button accepts or refuses all, or saves what was chosen: what else has two answers in each row asks something else."""
    inside = page.within(panel) if panel is not None else page.nodes
    others = (_label(page, n) for n in inside if _is_button(page, n) and not pairs.touch(n))
    return any(words.length("save", label) or means(label, words) in (Means.ACCEPT, Means.REFUSE) for label in others)


def _show_states(page: RawPage, family: list[Pair], pairs: list[Pair]) -> bool:
    """On a page, whose heading may speak of much: each says how it stands, or not all look alike and no row asks a question."""
    if all("aria-pressed" in n.attributes or "aria-checked" in n.attributes for pair in family for n in pair):
        return True
    rows = [row for pair in family if (row := _row(page, pair, pairs)) is not None]
    asks = any(r.text.rstrip().endswith(ASKS) for row in rows for r in page.lines_in(row))
    return len(_shown(page, family)) > 1 and not asks


def _shown(page: RawPage, family: list[Pair]) -> set[str | None]:
    """The answers that are drawn or said as chosen in its rows; None for a row where none is."""
    return {told(raw) or odd_one(raw) for raw in (_drawn(page, pair) for pair in family)}


def _drawn(page: RawPage, pair: Pair) -> RawElement:
    options = [RawOption(_label(page, n), [n], n.box) for n in pair]
    return RawElement(Kind.SEGMENTED, list(pair), around([n.box for n in pair]), page, options=options, own=list(pair))


def _control(page: RawPage, pair: Pair, family: list[Pair]) -> RawElement:
    """Where the same answer is filled in every row, or none, that is how its buttons are drawn: what is chosen is not seen."""
    raw = _drawn(page, pair)
    if told(raw) or any(a in n.attributes for n in pair for a in ("aria-pressed", "aria-checked")):
        return raw
    if len(_shown(page, family)) > 1:
        raw.unanswered = odd_one(raw) is None
        return raw
    raw.parts = raw.whole
    for option in raw.options:
        option.nodes = []
    return raw
