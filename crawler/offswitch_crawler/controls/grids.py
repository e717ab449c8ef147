"""Grids of settings: a control in a cell is called by what stands at its row's begin and over its column, together.

By geometry, so that tables, grids of ARIA and what is only laid out as one are read alike; selects and sliders in real tables
alone, for forms are laid out in rows of these, too.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from offswitch_crawler.controls.columns import HEADERS, LEVEL_PX, Columns
from offswitch_crawler.controls.raw import RawElement, RawNode, RawPage
from offswitch_crawler.controls.runs import Run
from offswitch_crawler.controls.signs import is_picture
from offswitch_crawler.controls.spans import Spans
from offswitch_crawler.controls.states import state_word
from offswitch_crawler.seen import Box
from offswitch_recording.words import Kind

TICKS = frozenset({Kind.SWITCH, Kind.CHECKBOX})
VALUED = frozenset({Kind.SELECT, Kind.SLIDER})
TABLES = frozenset({"table", "grid", "treegrid"})
CELLS = frozenset({"td", "cell", "gridcell"})
PARTS = frozenset({"tr", "tbody", "row", "rowgroup"})
BETWEEN = " – "
FURTHEST = 6
"""So many elements around a control are looked at for its grid."""
FURTHEST_HEADERS = 3
MOST_LINES = 4
"""A row's begin with more lines is a text."""


@dataclass(frozen=True)
class Heads:
    """What names one cell."""

    row: Run
    column: str
    further: tuple[Run, ...] = ()
    """Lines under the row's first."""
    over: str = ""
    """What heads its column together with others."""

    @property
    def label(self) -> str:
        """Both as one."""
        return f"{self.row.text}{BETWEEN}{self.column}"


class Grids:
    """The controls of one page that may stand in cells, asked where they stand among each other."""

    def __init__(self, page: RawPage, controls: list[RawElement]) -> None:
        self.page = page
        self._at = Columns(page)
        self._read: dict[tuple[int, ...], dict[int, Heads]] = {}
        self._ats = sorted(c.anchor.at for c in controls)
        self._rows: defaultdict[int, list[RawElement]] = defaultdict(list)
        self._columns: defaultdict[int, list[RawElement]] = defaultdict(list)
        self._own = Spans(n for c in controls for n in (*c.own, *(c.nodes if c.kind in VALUED else ())))
        for c in controls:
            if c.kind in TICKS or c.kind in VALUED:
                self._rows[round(_middle(c.box)[1] / LEVEL_PX)].append(c)
                self._columns[round(_middle(c.box)[0] / LEVEL_PX)].append(c)

    def heads(self, control: RawElement) -> Heads | None:
        """The row and the column of a control; None where it stands in no grid of several columns."""
        if control.kind not in TICKS and control.kind not in VALUED:
            return None
        level = [c for c in _near(self._rows, _middle(control.box)[1]) if _level(c.box, control.box)]
        if len(level) < 2:
            return self._alone(control)
        for up in islice(self.page.above(control.anchor), FURTHEST):
            if up.tag in PARTS or up.role in PARTS:
                continue
            table = up.tag in TABLES or up.role in TABLES
            inside = [c for c in level if up.holds(c.anchor.at) and (table or c.kind in TICKS)]
            if len(inside) >= 2 and (table or (control in inside and self._several_rows(up, control))):
                return self._in_row(up, inside, control)
        return None

    def _in_row(self, grid: RawNode, row: list[RawElement], control: RawElement) -> Heads | None:
        key = (grid.at, *sorted(c.anchor.at for c in row))
        if key not in self._read:
            self._read[key] = self._read_row(grid, row)
        return self._read[key].get(id(control))

    def _read_row(self, grid: RawNode, row: list[RawElement]) -> dict[int, Heads]:
        """What names each control of a row, by its identity."""
        cells = {id(c): _cell(self.page, c.anchor, self._ats) for c in row}
        worded = {id(c) for c in row if self._own_words(cells[id(c)])}
        if any(id(c) in worded for c in row if c.kind in TICKS):
            return {}
        members = [c for c in self._without_leading(grid, row) if id(c) not in worded]
        valued = any(c.kind in VALUED for c in members)
        apart = self._own + [t for t in self._tables if valued and not t.holds(row[0].anchor.at)]
        heads = self._heads(grid, members, [cells[id(c)] for c in members], apart)
        return {id(c): h for c, h in zip(members, heads, strict=False) if h is not None}

    def _heads(self, grid: RawNode, row: list[RawElement], cells: list[RawNode], apart: Spans) -> list[Heads | None]:
        """What names each control of a row; None where its row begins with nothing or with a text."""
        if not cells:
            return []
        boxes = [c.box for c in row]
        first = max(c.x + c.width for c in cells) if self.page.rtl else min(c.x for c in cells)
        lines = [[r for r in self._at.lines(grid, cell.box) if _before(self.page, r.box, first)] for cell in cells]
        if not any(1 <= len(found) <= MOST_LINES for found in lines):
            return []
        for up in (grid, *islice(self.page.above(grid), FURTHEST_HEADERS)):  # heads may stand beside the rows
            if columns := self._at.over(up, boxes, cells, apart):
                over = [text if text not in columns else "" for text in self._at.over_several(up, boxes)]
                return [
                    Heads(found[0], column, tuple(found[1:]), text) if 1 <= len(found) <= MOST_LINES else None
                    for found, column, text in zip(lines, columns, over, strict=True)
                ]
        return []

    @cached_property
    def _tables(self) -> list[RawNode]:
        """Tables with rows of their own controls: what stands in one heads no column of another."""
        tables = [n for n in self.page.nodes if n.tag in TABLES or n.role in TABLES]
        return [t for t in tables if bisect_right(self._ats, t.end) > bisect_left(self._ats, t.at)]

    def _without_leading(self, grid: RawNode, row: list[RawElement]) -> list[RawElement]:
        """Without the tick that chooses the row itself: it stands before what the row is about, the others behind it."""
        sign = -1 if self.page.rtl else 1
        ordered = sorted(row, key=lambda c: sign * _middle(c.box)[0])
        first, second = (sign * _middle(c.box)[0] for c in ordered[:2])
        near = self._at.lines(grid, ordered[0].box)
        words = [r for r in near if _level(r.box, ordered[0].box) and not self._own.around(r.at)]
        between = [first < sign * _middle(r.box)[0] < second for r in words]
        before = any(sign * _middle(r.box)[0] < first for r in words)
        leads = ordered[0].kind is Kind.CHECKBOX and not before and any(between)
        return [c for c in row if not (leads and c is ordered[0])]

    def _own_words(self, cell: RawNode) -> bool:
        texts = (t for t in self.page.texts_in(cell) if not self._own.around(t.at))
        return any(not state_word(t.text) and any(ch.isalnum() for ch in t.text) for t in texts)

    def _alone(self, control: RawElement) -> Heads | None:
        """The only switch of its row in a table stands in the column that rows with several show."""
        around = list(islice(self.page.above(control.anchor), FURTHEST))
        cell = next((up for up in around if up.tag in CELLS or up.role in CELLS), None)
        table = next((up for up in around if up.tag in TABLES or up.role in TABLES), None)
        if cell is None or table is None or self._own_words(cell):
            return None
        x = _middle(control.box)[0]
        column = [c for c in _near(self._columns, x) if table.holds(c.anchor.at) and abs(_middle(c.box)[0] - x) <= LEVEL_PX]
        others = [c for c in column if len([o for o in _near(self._rows, _middle(c.box)[1]) if _level(o.box, c.box)]) > 1]
        named = self.heads(others[0]) if others else None
        first = cell.x + cell.width if self.page.rtl else cell.x
        lines = [r for r in self._at.lines(table, cell.box) if _before(self.page, r.box, first)]
        return Heads(lines[0], named.column, tuple(lines[1:])) if named and 1 <= len(lines) <= MOST_LINES else None

    def _several_rows(self, up: RawNode, control: RawElement) -> bool:
        column = _near(self._columns, _middle(control.box)[0])
        return any(c is not control and up.holds(c.anchor.at) and not _level(c.box, control.box) for c in column)


def heads_columns(page: RawPage, control: RawElement) -> RawNode | None:
    """The cell of a control that stands among the heads of columns: what is written beside the cell names no control of this row."""
    ups = list(page.above(control.node))
    row = next((i for i, up in enumerate(ups) if up.tag == "tr" or up.role == "row"), 0)
    cell = ups[row - 1] if row else None
    if cell is None:
        return None
    heads = [n for n in page.within(ups[row]) if n is not cell and (n.tag in HEADERS or n.role in HEADERS)]
    among = cell.tag in HEADERS or cell.role in HEADERS or any(up.tag == "thead" for up in ups[row:])
    return cell if heads and among else None


def name_options(page: RawPage, control: RawElement) -> None:
    """Give the options of a question that have no text of their own what stands over their columns; else their numbers."""
    nodes = [o.nodes[0] for o in control.options if o.nodes]
    if control.kind is Kind.RADIO and len(nodes) > 1 and all(_level(n.box, nodes[0].box) for n in nodes):
        boxes = [o.box for o in control.options]
        cells = [_cell(page, n, sorted(n.at for n in nodes)) for n in nodes]
        free = not any(_own_words(page, cell) or is_picture(page.words(cell)) for cell in cells)
        for up in islice(page.above(cells[0]), FURTHEST if free else 0):
            if columns := Columns(page).over(up, boxes, cells, Spans(())):
                for option, label in zip(control.options, columns, strict=True):
                    option.label = label
                break
    for number, option in enumerate(control.options, start=1):
        option.label = option.label or f"#{number}"


def _cell(page: RawPage, node: RawNode, ats: list[int]) -> RawNode:
    """The largest element around one control alone."""
    cell = node
    for up in page.above(node):
        if bisect_right(ats, up.end) - bisect_left(ats, up.at) > 1:
            break
        cell = up
    return cell


def _own_words(page: RawPage, cell: RawNode) -> bool:
    return any(not state_word(t.text) and any(ch.isalnum() for ch in t.text) for t in page.texts_in(cell))


def _near(groups: dict[int, list[RawElement]], middle: float) -> list[RawElement]:
    at = round(middle / LEVEL_PX)
    return [c for k in (at - 1, at, at + 1) for c in groups.get(k, ())]


def _middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2] / 2, box[1] + box[3] / 2)


def _level(a: Box, b: Box) -> bool:
    return abs(_middle(a)[1] - _middle(b)[1]) <= LEVEL_PX


def _before(page: RawPage, line: Box, first: float) -> bool:
    return line[0] >= first - LEVEL_PX if page.rtl else line[0] + line[2] <= first + LEVEL_PX
