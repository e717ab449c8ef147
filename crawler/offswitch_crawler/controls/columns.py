"""What stands over the columns of a grid and at the height of its rows. What was read is kept: a table may have a thousand rows."""

from bisect import bisect_left
from collections import defaultdict

from offswitch_crawler.controls.raw import RawNode, RawPage
from offswitch_crawler.controls.runs import Run
from offswitch_crawler.controls.spans import Spans
from offswitch_crawler.controls.states import state_word
from offswitch_crawler.seen import Box

HEADERS = frozenset({"th", "columnheader"})
LEVEL_PX = 8.0
BAND_PX = 64.0

Line = tuple[float, int, Box, str]
"""Where a text ends, its position, its box and its words."""


class Columns:
    """The columns of one page, asked what heads them."""

    def __init__(self, page: RawPage) -> None:
        self.page = page
        self._heads: dict[int, list[RawNode]] = {}
        self._texts: dict[int, list[Line]] = {}
        self._bands: dict[int, dict[int, list[Run]]] = {}
        self._found: dict[tuple[int, ...], tuple[float, list[str]]] = {}

    def heads(self, around: RawNode) -> list[RawNode]:
        """The head cells in an element."""
        if around.at not in self._heads:
            inside = self.page.within(around)
            self._heads[around.at] = [n for n in inside if n.spoken and (n.tag in HEADERS or n.role in HEADERS)]
        return self._heads[around.at]

    def lines(self, grid: RawNode, box: Box) -> list[Run]:
        """The lines with words of an element that share some height with a box, in order."""
        if grid.at not in self._bands:
            bands = self._bands[grid.at] = defaultdict(list)
            for r in self.page.lines_in(grid):
                for band in _bands(r.box) if any(ch.isalnum() for ch in r.text) else ():
                    bands[band].append(r)
        near = {r.at: r for band in _bands(box) for r in self._bands[grid.at].get(band, ())}
        top, bottom = box[1], box[1] + box[3]
        return [r for _, r in sorted(near.items()) if r.box[1] < bottom and r.box[1] + r.box[3] > top]

    def over(self, around: RawNode, boxes: list[Box], cells: list[RawNode], apart: Spans) -> list[str]:
        """What the nearest line above says over each column; empty where none says something else over each."""
        top = min(box[1] for box in boxes) + LEVEL_PX
        key = (around.at, *(round(v) for box, c in zip(boxes, cells, strict=True) for v in (_middle(box), c.x, c.width)))
        known, last = self._found.get(key, (float("-inf"), []))
        if known > top:
            known, last = float("-inf"), []
        texts = self._texts_in(around)
        for index in range(bisect_left(texts, -top, key=lambda t: -t[0]), len(texts)):
            lowest = texts[index][0]
            if lowest <= known:
                break
            if index and texts[index - 1][0] == lowest:
                continue
            found = [self._text_over(texts, index, box, c, apart) for box, c in zip(boxes, cells, strict=True)]
            if all(found) and len(set(found)) == len(found):
                last = found
                break
        self._found[key] = (top, last)
        return last

    def over_several(self, around: RawNode, boxes: list[Box]) -> list[str]:
        """For each control of a row the head that stands over its column and another, not over all; empty where none does."""
        found = [""] * len(boxes)
        for head in self.heads(around):
            under = [head.x <= _middle(box) <= head.x + head.width and head.y < box[1] for box in boxes]
            if sum(under) > 1 and not all(under):
                found = [text or (self.page.words(head) if mine else "") for text, mine in zip(found, under, strict=True)]
        return found

    def _texts_in(self, around: RawNode) -> list[Line]:
        """Heads and lines, the lowest first."""
        if around.at not in self._texts:
            texts = [(n.box[1] + n.box[3], n.at, n.box, self.page.words(n)) for n in self.heads(around)]
            lines = (r for r in self.page.lines_in(around) if not state_word(r.text))
            texts += [(r.box[1] + r.box[3], r.at, r.box, r.text) for r in lines]
            self._texts[around.at] = sorted(texts, key=lambda t: -t[0])
        return self._texts[around.at]

    def _text_over(self, texts: list[Line], first: int, box: Box, cell: RawNode, apart: Spans) -> str:
        """Of the line that begins with one text the first that stands over a column."""
        lowest = texts[first][0]
        for index in range(first, len(texts)):
            bottom, at, text, words = texts[index]
            if lowest - bottom > 2 * LEVEL_PX:
                break
            if _over(text, box, cell) and not apart.around(at):
                return words
        return ""


def _bands(box: Box) -> range:
    return range(int(box[1] // BAND_PX), int((box[1] + box[3]) // BAND_PX) + 1)


def _middle(box: Box) -> float:
    return box[0] + box[2] / 2


def _over(text: Box, box: Box, cell: RawNode) -> bool:
    """Whether a text stands over a column: its middle over the cell, or the control's under the text."""
    return cell.x <= _middle(text) <= cell.x + cell.width or text[0] <= _middle(box) <= text[0] + text[2]
