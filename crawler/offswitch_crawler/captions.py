"""Captions: lines that head a group of rows by their looks and place alone, and bands of tables. Pure: from raw facts.

A line is one only where its row is its own, it is written unlike the names of the controls under it, nothing but what it
heads stands between, and it neither names nor describes a control, nor is anything that can be clicked.
"""

from bisect import bisect_right
from dataclasses import dataclass

from offswitch_crawler.controls.named import Named
from offswitch_crawler.controls.raw import RawElement, RawNode, RawPage
from offswitch_crawler.controls.runs import Run, joined, runs
from offswitch_crawler.controls.signs import ASKS
from offswitch_crawler.controls.spans import Spans
from offswitch_crawler.controls.states import state_word
from offswitch_crawler.doorways import is_row
from offswitch_crawler.headings import Heading
from offswitch_crawler.layers import RawLayer, layer_of
from offswitch_crawler.lettering import LARGER, alike, bolder, capital, differs, ground, level, plainer, stands_out
from offswitch_crawler.seen import Box
from offswitch_recording.words import Kind

LONGEST = 60
MOST_WORDS = 8
SENTENCE = (".", "!", "…", "。", "！", ",", ";")
TAKEN = frozenset(
    {"label", "button", "a", "summary", "option", "select", "textarea", "input", "code", "pre", "nav", "footer"}
)
FIELDS = frozenset({"input", "textarea", "select"})
HEADS = frozenset({"th", "columnheader"})
TICKS = frozenset({Kind.SWITCH, Kind.CHECKBOX})
LEADS = (*ASKS, ":", "：")
ASIDE_PX = 48.0
SAME_EDGE_PX = 4.0
FAR_PX = 90.0
UNDER_PX = 20.0
"""A text under a caption is about it up to this distance."""
PICTURE_PX = 28.0
"""A larger picture beside a line is a person's or a product's, and the line their name."""
OUTER, INNER = 6.0, 7.0
"""Rank of captions outside and inside of a fieldset with a legend; a legend's own is 7."""
STEP = 0.01


@dataclass(frozen=True)
class Caption:
    """A line with what it heads, up to the end of an element."""

    line: Run
    around: RawNode
    label: Run
    """What names the first control under it."""
    band: bool = False
    asks: bool = False
    """A question that heads nothing but the ticks in the part right under it."""


class Captions:
    """Looks for captions among the lines of one page."""

    def __init__(
        self,
        page: RawPage,
        headings: list[Heading],
        named: list[tuple[RawElement, Named]],
        doors: list[RawNode],
        layers: list[RawLayer],
    ) -> None:
        self.page, self.doors, self.layers = page, doors, layers
        self.lines = runs(page.texts)
        self.headings = [page.by_at[h.at] for h in headings if not h.opener and h.at in page.by_at]
        self._titles = {h.at for h in headings if h.at not in page.by_at}
        self.named = sorted(
            ((c, n, n.shown) for c, n in named if n.shown is not None and c.box[2] > 0), key=lambda t: _start(t[0], t[2])
        )
        self._starts = [_start(c, shown) for c, _, shown in self.named]
        self._told = self._titles | {r.at for _, n in named for r in (n.shown, n.described) if r is not None}
        own = [n for c, _ in named for n in (*c.own, *(o for option in c.options for o in option.nodes[:1]))]
        self._taken = Spans([*own, *doors, *self.headings, *(n for n in page.nodes if n.tag in TAKEN and n.seen)])
        self._headed, self._entered = Spans(self.headings), Spans(doors)
        self._fields = [n.at for n in page.nodes if n.tag in FIELDS and n.seen]
        self._heads = Spans(n for n in page.nodes if n.tag in HEADS or n.role in HEADS)
        self._bands = {n.at: n for n in page.nodes if n.band and n.seen and n.spoken}
        self._pictures = [n for n in page.nodes if n.tag in ("img", "canvas", "svg") and n.seen and n.height > PICTURE_PX]
        self._found: dict[int, Caption] = {}
        self._names = [(c, r) for c, _, r in self.named if c.kind not in TICKS and r.box[1] + r.box[3] <= c.box[1] + 2]

    def find(self) -> list[Heading]:
        """Captions and bands as headings, in order."""
        for index in reversed(range(len(self.lines))):
            line = self.lines[index]
            caption = self._before_ticks(line)
            if caption is None and self._may_head(line):
                caption = self._banded(line) or self._over_rows(index) or self._asking(index)
            if caption is not None:
                self._found[line.at] = caption
        found = [c for c in self._found.values() if self._holds_up(c)]
        return self._ranked([*found, *self._named_likewise(found)])

    def _named_likewise(self, found: list[Caption]) -> list[Caption]:
        """Names that stand over their control and are written as captions are: a caption ends where the next part begins."""
        captions: list[Caption] = []
        for control, line in self._names:
            before = any(c.line.at < line.at and self._likewise(c.line, line) for c in found)
            around = next((up for up in self._around(line) if up.holds(control.node.at)), None)
            if before and around is not None and not self._headed.around(line.at) and line.at not in self._titles:
                captions.append(Caption(line, around, line))
        return captions

    def _likewise(self, a: Run, b: Run) -> bool:
        return alike(a, b) and abs(_edge(self.page, a.box) - _edge(self.page, b.box)) <= SAME_EDGE_PX

    def _may_head(self, line: Run) -> bool:
        """Short words that are no sentence, and that neither a control nor a door has."""
        text = line.text
        if len(text) > LONGEST or len(text.split()) > MOST_WORDS or text.endswith(SENTENCE) or "@" in text:
            return False
        if not any(ch.isalpha() for ch in text) or state_word(text) is not None or line.at in self._told:
            return False
        return not self._taken.around(line.at)

    def _next(self, at: int) -> tuple[RawElement, Named, Run] | None:
        index = bisect_right(self._starts, at)
        return self.named[index] if index < len(self.named) else None

    def _banded(self, line: Run) -> Caption | None:
        """The line of a cell that has its row of a table alone, over rows with controls."""
        band = next((n for n in self._bands.values() if n.holds(line.at)), None)
        following = self._next(line.at)
        if band is None or following is None or self.page.words(band) != line.text:
            return None
        control, _, label = following
        table = next((up for up in self.page.above(band) if up.tag == "table"), None)
        if table is None or not table.holds(control.node.at) or any(band.at < at <= control.node.at for at in self._bands):
            return None
        plain = band.tag == "td" and not (bolder(line, label) or capital(line) or ground(line) != ground(label))
        return None if plain else Caption(line, table, label, band=True)

    def _over_rows(self, index: int) -> Caption | None:
        line = self.lines[index]
        following = self._next(line.at)
        if following is None or self._heads.around(line.at):
            return None
        control, named, label = following
        if not (differs(line, label) and _stands_over(self.page, line, label, control)):
            return None
        around = next((up for up in self._around(line) if up.holds(control.node.at)), None)
        if around is None or layer_of(self.layers, line.at) != layer_of(self.layers, control.node.at):
            return None
        if line.text in named.description or not self._alone(line, label, control):
            return None
        return Caption(line, around, label) if self._leads_to(index, control, named, label) else None

    def _asking(self, index: int) -> Caption | None:
        """A question, however it is written, or a group's name, right over a part that holds several ticks and nothing else to set."""
        line = self.lines[index]
        following = self._next(line.at)
        if following is None or following[0].kind not in TICKS:
            return None
        control, _, label = following
        parts = [up for up in (control.node, *self.page.above(control.node)) if up.at > line.at]
        if not parts or not (line.text.endswith(LEADS) or parts[-1].role == "group"):
            return None
        inside = [c for c, _, _ in self.named if parts and parts[-1].holds(c.node.at)]
        if len(inside) < 2 or any(c.kind not in TICKS for c in inside) or not parts[-1].holds(label.at):
            return None
        apart = parts[-1].box[1] - line.box[1] - line.box[3]
        near = -2 <= apart <= UNDER_PX and not self.page.text_between(line.pieces[-1].at, parts[-1].at)
        over = near and _stands_over(self.page, line, label, control) and self._alone(line, label, control)
        return Caption(line, parts[-1], label, asks=True) if over else None

    def _before_ticks(self, line: Run) -> Caption | None:
        """What begins the line of several ticks that each are read with the words behind them: `Remind me on`, `Mon`, `Tue`."""
        following = self._next(line.at)
        if following is None or following[0].kind is not Kind.CHECKBOX:
            return None
        control, _, label = following
        lead = joined([p for p in line.pieces if p.at < _start(control, label)] or [*line.pieces])
        if not level(lead.box, label.box) or not self._may_head(lead):
            return None
        part = next((up for up in self._around(lead) if up.holds(control.node.at)), None)
        inside = [(c, n, r) for c, n, r in self.named if part is not None and part.holds(c.node.at)]
        behind = all(c.kind is Kind.CHECKBOX and r.at > c.anchor.at and lead.text not in n.label for c, n, r in inside)
        if part is None or len(inside) < 2 or not behind:
            return None
        used = {p.at for _, _, r in inside for p in r.pieces} | {p.at for p in lead.pieces}
        return Caption(lead, part, label, asks=True) if all(t.at in used for t in self.page.texts_in(part)) else None

    def _around(self, line: Run) -> list[RawNode]:
        inner = self.page.innermost(line.at)
        return [] if inner is None else [inner, *self.page.above(inner)]

    def _alone(self, line: Run, label: Run, control: RawElement) -> bool:
        """Nothing stands beside it among what it heads but a button or link, and no picture of somebody."""
        left = min(line.box[0], label.box[0], control.box[0]) - 1
        right = max(b[0] + b[2] for b in (line.box, label.box, control.box)) + 1
        boxes = [r.box for r in self.lines if r.at != line.at and not self._entered.around(r.at)]
        boxes += [c.box for c, _, _ in self.named]
        beside = any(level(line.box, b) and b[0] < right and b[0] + b[2] > left for b in boxes)
        pictured = any(level(line.box, n.box) and n.x + n.width > left - ASIDE_PX and n.x < right for n in self._pictures)
        return not beside and not pictured

    def _leads_to(self, index: int, control: RawElement, named: Named, label: Run) -> bool:
        """Down to the first control stand only captions, rows to click, heads of columns and a short text about it."""
        line, start = self.lines[index], _start(control, label)
        if any(line.at < at < start for at in self._fields):
            return False
        bottom, told, first = line.box[1] + line.box[3], 0, 0.0
        for later in self.lines[index + 1 :]:
            if later.at >= start:
                break
            if level(line.box, later.box) and self._entered.around(later.at):
                continue
            first = first or later.box[1]
            if self._headed.around(later.at):
                if first == later.box[1] and not any(n.tag == "legend" and n.holds(later.at) for n in self.headings):
                    return False
            elif not (later.at in self._found or self._heads.around(later.at) or self._in_row(later)):
                told += 3 if self._entered.around(later.at) else 1
                if told > 2 or later.box[1] - bottom > UNDER_PX or not plainer(later, line):
                    return False
                bottom = later.box[1] + later.box[3]
        below = (first or min(label.box[1], control.box[1])) - line.box[1] - line.box[3]
        return -2 <= below <= FAR_PX and self._above(line, label, control) >= _nearness(line, label) * below

    def _in_row(self, line: Run) -> bool:
        return any(d.holds(line.at) and is_row(self.page, d) for d in self.doors)

    def _above(self, line: Run, label: Run, control: RawElement) -> float:
        """Room to what stands over it in its column."""
        left = min(line.box[0], label.box[0], control.box[0])
        right = max(b[0] + b[2] for b in (line.box, label.box, control.box))
        boxes = [r.box for r in self.lines if r.at < line.at]
        boxes += [
            c.box for c, _, _ in self.named if c.anchor.at < line.at and c.kind is not Kind.RADIO
        ]  # its texts tell where it ends
        bottoms = [b[1] + b[3] for b in boxes if b[0] < right and b[0] + b[2] > left and b[1] + b[3] <= line.box[1] + 2]
        return line.box[1] - max(bottoms, default=-FAR_PX)

    def _holds_up(self, caption: Caption) -> bool:
        """One that is only written fainter, or on a ground of its own, needs others like it, and one after a row."""
        line, label = caption.line, caption.label
        if caption.band or caption.asks or (stands_out(line, label) and ground(line) == ground(label)):
            return True
        same = [c.line for c in self._found.values() if alike(c.line, line)]
        same += [r for _, r in self._names if self._likewise(r, line)]
        return len(same) > 1 and any(map(self._after_a_row, same)) and (self._after_a_row(line) or self._first(line))

    def _before(self, line: Run) -> Run | None:
        before = [r for r in self.lines if r.at < line.at and r.box[1] + r.box[3] <= line.box[1] + 2]
        return before[-1] if before else None

    def _after_a_row(self, line: Run) -> bool:
        before = self._before(line)
        return before is not None and not self._headed.around(before.at) and before.at not in {*self._found, *self._titles}

    def _first(self, line: Run) -> bool:
        """Nothing but the title of the whole page stands before it; what follows another heading is about that."""
        before = self._before(line)
        titles = {*self._found, *self._titles}
        return before is None or before.at in titles or any(n.level == 1 and n.holds(before.at) for n in self.headings)

    def _ranked(self, captions: list[Caption]) -> list[Heading]:
        """Under what is around them; of several in one element the larger are the outer ones."""
        ranks: dict[int, int] = {}
        captions = sorted(captions, key=lambda c: (c.around.at - c.around.end, -c.line.px, -c.line.weight, c.line.at))
        for index, caption in enumerate(captions):
            over = [ranks[c.line.at] + 1 for c in captions[:index] if _outranks(c, caption)]
            ranks[caption.line.at] = max(over, default=0)
        return sorted((self._heading(c, ranks[c.line.at]) for c in captions), key=lambda h: h.at)

    def _heading(self, caption: Caption, rank: int) -> Heading:
        legends = [up for n in self.headings if n.tag == "legend" for up in self.page.above(n) if up.tag == "fieldset"]
        base = INNER if any(f.holds(caption.line.at) for f in legends) else OUTER
        at = caption.line.at
        return Heading(at, base + STEP * (rank + 1), caption.line.text, caption.around.at, caption.around.end)


def _start(control: RawElement, shown: Run) -> int:
    return min(control.anchor.at, shown.at)


def _nearness(line: Run, label: Run) -> float:
    """How much more room a caption has above than below: a faint one may be about what stands over it."""
    return 0.7 if stands_out(line, label) else 1.2


def _outranks(a: Caption, b: Caption) -> bool:
    """Of two in one element the larger, else the outer one; that one not, where the inner is clearly larger: it begins anew."""
    if a.around is b.around:
        heavier = a.line.px > b.line.px - 0.5 and a.line.weight > b.line.weight
        return not (a.band and b.band) and (a.line.px > b.line.px + 0.5 or heavier)
    return a.around.at <= b.around.at and b.around.end <= a.around.end and b.line.px < a.line.px * LARGER


def _stands_over(page: RawPage, line: Run, label: Run, control: RawElement) -> bool:
    """Above both, and beginning where one of them begins."""
    boxes = (label.box, control.box)
    if any(line.box[1] + line.box[3] > b[1] + 2 for b in boxes):
        return False
    return any(abs(_edge(page, line.box) - _edge(page, b)) <= ASIDE_PX for b in boxes)


def _edge(page: RawPage, box: Box) -> float:
    """Where reading begins."""
    return box[0] + box[2] if page.rtl else box[0]
