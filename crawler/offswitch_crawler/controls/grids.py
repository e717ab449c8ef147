"""Grids of settings: a switch in a cell is called by what stands at its row's begin and over its column, together.

By geometry, so that tables, grids of ARIA and what is only laid out as one are read alike.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from itertools import islice

from offswitch_crawler.controls.raw import RawElement, RawNode, RawPage, Run
from offswitch_crawler.controls.states import state_word
from offswitch_crawler.seen import Box
from offswitch_recording.words import Kind

TABLES = frozenset({"table", "grid", "treegrid"})
HEADERS = frozenset({"th", "columnheader"})
CELLS = frozenset({"td", "cell", "gridcell"})
BETWEEN = " – "
LEVEL_PX = 8.0
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

    @property
    def label(self) -> str:
        """Both as one."""
        return f"{self.row.text}{BETWEEN}{self.column}"


class Grids:
    """The switches and ticks of one page, asked where they stand among each other."""

    def __init__(self, page: RawPage, controls: list[RawElement]) -> None:
        self.page = page
        self._ats = sorted(c.anchor.at for c in controls)
        self._rows: defaultdict[int, list[RawElement]] = defaultdict(list)
        self._columns: defaultdict[int, list[RawElement]] = defaultdict(list)
        for c in controls:
            if c.kind in (Kind.SWITCH, Kind.CHECKBOX):
                self._rows[round(_middle(c.box)[1] / LEVEL_PX)].append(c)
                self._columns[round(_middle(c.box)[0] / LEVEL_PX)].append(c)

    def heads(self, control: RawElement) -> Heads | None:
        """The row and the column of a switch or tick; None where it stands in no grid of several columns."""
        if control.kind not in (Kind.SWITCH, Kind.CHECKBOX):
            return None
        level = [c for c in _near(self._rows, _middle(control.box)[1]) if _level(c.box, control.box)]
        if len(level) < 2:
            return self._alone(control)
        for up in islice(self.page.above(control.anchor), FURTHEST):
            inside = [c for c in level if up.holds(c.anchor.at)]
            if len(inside) >= 2 and (up.tag in TABLES or up.role in TABLES or self._several_rows(up, control)):
                cells = [_cell(self.page, c.anchor, self._ats) for c in inside]
                return _heads(self.page, up, [c.box for c in inside], cells, inside.index(control))
        return None

    def _alone(self, control: RawElement) -> Heads | None:
        """The only switch of its row in a table stands in the column that rows with several show."""
        around = list(islice(self.page.above(control.anchor), FURTHEST))
        cell = next((up for up in around if up.tag in CELLS or up.role in CELLS), None)
        table = next((up for up in around if up.tag in TABLES or up.role in TABLES), None)
        if cell is None or table is None or _own_words(self.page, cell):
            return None
        x = _middle(control.box)[0]
        column = [c for c in _near(self._columns, x) if table.holds(c.anchor.at) and abs(_middle(c.box)[0] - x) <= LEVEL_PX]
        others = [c for c in column if len([o for o in _near(self._rows, _middle(c.box)[1]) if _level(o.box, c.box)]) > 1]
        named = self.heads(others[0]) if others else None
        lines = _begin(self.page, table, cell, cell.x + cell.width if self.page.rtl else cell.x) if named else []
        return Heads(lines[0], named.column, tuple(lines[1:])) if named and lines else None

    def _several_rows(self, up: RawNode, control: RawElement) -> bool:
        column = _near(self._columns, _middle(control.box)[0])
        return any(c is not control and up.holds(c.anchor.at) and not _level(c.box, control.box) for c in column)


def name_options(page: RawPage, control: RawElement) -> None:
    """Give the options of a question that have no text of their own what stands over their columns; else their numbers."""
    nodes = [o.nodes[0] for o in control.options if o.nodes]
    if control.kind is Kind.RADIO and len(nodes) > 1 and all(_level(n.box, nodes[0].box) for n in nodes):
        boxes = [o.box for o in control.options]
        cells = [_cell(page, n, sorted(n.at for n in nodes)) for n in nodes]
        free = not any(_own_words(page, cell) for cell in cells)
        for up in islice(page.above(cells[0]), FURTHEST if free else 0):
            if columns := _columns(page, up, boxes, cells):
                for option, label in zip(control.options, columns, strict=True):
                    option.label = label
                break
    for number, option in enumerate(control.options, start=1):
        option.label = option.label or f"#{number}"


def _heads(page: RawPage, grid: RawNode, boxes: list[Box], cells: list[RawNode], index: int) -> Heads | None:
    if any(_own_words(page, cell) for cell in cells):
        return None
    cell = cells[index]
    first = max(c.x + c.width for c in cells) if page.rtl else min(c.x for c in cells)
    lines = _begin(page, grid, cell, first)
    if not lines:
        return None
    for up in (grid, *islice(page.above(grid), FURTHEST_HEADERS)):  # what heads the columns may stand beside the rows
        if columns := _columns(page, up, boxes, cells):
            return Heads(lines[0], columns[index], tuple(lines[1:]))
    return None


def _begin(page: RawPage, grid: RawNode, cell: RawNode, first: float) -> list[Run]:
    """The lines at the begin of a row; none where they are a text."""
    lines = [r for r in page.lines_in(grid) if _overlaps(r.box, cell) and _before(page, r.box, first)]
    lines = [r for r in lines if any(ch.isalnum() for ch in r.text)]
    return lines if len(lines) <= MOST_LINES else []


def _columns(page: RawPage, around: RawNode, boxes: list[Box], cells: list[RawNode]) -> list[str]:
    """What the nearest line above says over each column; empty where none says something else over each."""
    top = min(box[1] for box in boxes)
    texts = [(n.box, page.words(n)) for n in page.within(around) if n.spoken and (n.tag in HEADERS or n.role in HEADERS)]
    texts += [(r.box, r.text) for r in page.lines_in(around)]
    above = [(b[1] + b[3], b, t) for b, t in texts if b[1] + b[3] <= top + LEVEL_PX and not state_word(t)]
    above.sort(key=lambda entry: -entry[0])
    for lowest in dict.fromkeys(bottom for bottom, _, _ in above):
        line = [(b, t) for bottom, b, t in above if 0 <= lowest - bottom <= 2 * LEVEL_PX]
        found = [next((t for b, t in line if _over(b, box, c)), "") for box, c in zip(boxes, cells, strict=True)]
        if all(found) and len(set(found)) == len(found):
            return found
    return []


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


def _overlaps(line: Box, cell: RawNode) -> bool:
    return line[1] < cell.box[1] + cell.height and line[1] + line[3] > cell.box[1]


def _before(page: RawPage, line: Box, first: float) -> bool:
    return line[0] >= first - LEVEL_PX if page.rtl else line[0] + line[2] <= first + LEVEL_PX


def _over(text: Box, box: Box, cell: RawNode) -> bool:
    """Whether a text stands over a column: its middle over the cell, or the control's under the text."""
    return cell.x <= _middle(text)[0] <= cell.x + cell.width or text[0] <= _middle(box)[0] <= text[0] + text[2]
