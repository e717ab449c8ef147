"""Rows of a list that carry a small thing at their end, and the columns in which such things stand."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import islice

from offswitch_crawler.controls.raw import HIGHEST_CARD, RawNode, RawPage
from offswitch_crawler.controls.runs import Run, runs
from offswitch_crawler.controls.states import state_word

TALLEST = 130
MOST_LINES = 4
FURTHEST = 5
EDGE_PX = 3
BOUNDS = frozenset({"body", "main", "section", "form", "fieldset", "html", "tbody", "table", "ul", "ol", "nav"})
PAGES = frozenset({"html", "body", "main"})
ILLUSTRATED = frozenset({"figure", "pre", "code", "blockquote", "article"})


@dataclass(frozen=True, eq=False)
class Row:
    """What stands beside a thing, in the smallest element that shows any text beside it."""

    node: RawNode
    around: RawNode
    label: Run
    at_end: bool


def row_of(page: RawPage, node: RawNode) -> Row | None:
    """The row of a small thing; None where it stands beside no label of its own."""
    for up in islice(page.above(node), FURTHEST):
        if up.tag in BOUNDS or up.height > TALLEST or up.height > 1.2 * node.height + 100:
            return None
        lines = [r for r in runs([t for t in page.texts_in(up) if not node.holds(t.at)]) if any(c.isalnum() for c in r.text)]
        if not lines:
            continue
        label = lines[0]
        if len(lines) > MOST_LINES or state_word(label.text) or not _level(up, node):
            return None
        return Row(node, up, label, _behind(page, node, lines))
    return None


def _level(row: RawNode, node: RawNode) -> bool:
    return row.box[1] - 2 <= node.box[1] and node.box[1] + node.height <= row.box[1] + row.height + 2


def _behind(page: RawPage, node: RawNode, lines: list[Run]) -> bool:
    """Behind all that stands in the row, as reading goes."""
    if page.rtl:
        return all(r.box[0] >= node.x + node.width - 1 for r in lines)
    return all(r.box[0] + r.box[2] <= node.x + 1 for r in lines)


def illustrates(page: RawPage, node: RawNode) -> bool:
    """Part of a figure, an article or an image as a whole: shown, and not to be used."""
    for up in (node, *page.above(node)):
        if up.tag in ILLUSTRATED or up.role in ("img", "figure") or up.attributes.get("aria-hidden") == "true":
            return True
        if up.inert or up.untouchable:
            return True
    return False


def columns(rows: list[Row]) -> list[list[Row]]:
    """Rows whose things have one size and end at one edge, each in a row of its own."""
    groups: defaultdict[tuple[int, int], list[list[Row]]] = defaultdict(list)
    for row in rows:
        near = groups[round(row.node.width), round(row.node.height)]
        edge = row.node.x + row.node.width
        column = next((c for c in near if abs(c[0].node.x + c[0].node.width - edge) <= EDGE_PX), None)
        if column is None:
            near.append([row])
        elif column[-1].around is not row.around and abs(column[-1].node.box[1] - row.node.box[1]) >= row.node.height:
            column.append(row)
    return [c for near in groups.values() for c in near]


def in_cards(page: RawPage, rows: list[Row]) -> list[list[Row]]:
    """Rows whose things have one size and stand at one place of cards that look alike, wherever these are; each alone in its card."""
    groups: defaultdict[tuple[float, ...], list[Row]] = defaultdict(list)
    for row in rows:
        card = _card(page, row)
        if card is None or sum(card.holds(r.node.at) for r in rows) > 1:
            continue
        drawn = card.looks or card.frame or {}
        place = card.x + card.width - row.node.x - row.node.width if not page.rtl else row.node.x - card.x
        size = (round(row.node.width), round(row.node.height), round(place / EDGE_PX))
        groups[(*size, *drawn["ground"], drawn["border"], bool(drawn["shadow"]))].append(row)
    return list(groups.values())


def _card(page: RawPage, row: Row) -> RawNode | None:
    """The nearest drawn box around a row."""
    around = (row.around, *islice(page.above(row.around), FURTHEST))
    card = next((up for up in around if up.framed), None)
    return card if card is not None and card.height <= HIGHEST_CARD and card.tag not in PAGES else None
