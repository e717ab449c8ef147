"""What stands around a control: the lines of its row or card, and which text belongs to whom."""

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import islice

from offswitch_crawler.controls.amounts import without_amount
from offswitch_crawler.controls.grids import TABLES
from offswitch_crawler.controls.line_ends import own_words
from offswitch_crawler.controls.lines import cut, phrases, subordinate, without
from offswitch_crawler.controls.named import told_names
from offswitch_crawler.controls.named_doors import is_bar, naming, says_deed
from offswitch_crawler.controls.nearness import distance, farthest
from offswitch_crawler.controls.raw import RawElement, RawNode, RawPage
from offswitch_crawler.controls.row_ends import (
    are_values,
    begins_row,
    below,
    ends_row,
    in_turn,
    notes,
    on_level,
    one_block,
    shared_row,
    stops_of,
    tails_of,
)
from offswitch_crawler.controls.runs import Run, Text, runs
from offswitch_crawler.controls.spans import Spans
from offswitch_crawler.controls.states import only_turns, state_word
from offswitch_crawler.seen import Box
from offswitch_recording.words import Kind

CARD_TALLEST = 170
TOUCHING = 28
CLICKABLE = 2
FURTHEST_COLUMN = 3
BOUNDS = TABLES | {"body", "main", "section", "form", "fieldset", "html", "tbody"}
"""More than a row: of lines further out none is about a control that has some of its own."""
CELLED = frozenset({"table", "thead", "tbody", "tfoot", "tr", "td", "th"})
PAGES = frozenset({"html", "body", "main"})
FIELDS = frozenset({"input", "textarea", "select"})


class Surroundings:
    """The controls of one page among its texts: what belongs to one control labels no other."""

    def __init__(self, page: RawPage, controls: list[RawElement], doors: list[RawNode]) -> None:
        self.page = page
        self.controls = controls
        self.doors = doors
        self._read: dict[int, list[Run]] = {}
        self._named: dict[int, list[RawNode]] = {}

    @cached_property
    def _fields(self) -> list[RawNode]:
        """Fields to type in: a text beside them is theirs."""
        mine = {id(n) for c in self.controls for n in (*c.nodes, *c.own)}
        typed = [n for n in self.page.nodes if n.tag in FIELDS and n.seen and id(n) not in mine]
        return [n for n in typed if n.type not in ("checkbox", "radio", "submit", "button", "reset", "image", "range")]

    @cached_property
    def _claims(self) -> dict[int, set[int]]:
        """For each piece of text that belongs to controls, by what names them or what they consist of: which."""
        claims: dict[int, set[int]] = {}
        for index, c in enumerate(self.controls):
            for node in (*c.own, *c.nodes, *c.label_nodes()):
                for text in self.page.texts_in(node):
                    claims.setdefault(text.at, set()).add(index)
        return claims

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {id(c): index for index, c in enumerate(self.controls)}

    @cached_property
    def _values(self) -> set[int]:
        """Lines that are a control's own text."""
        return set().union(*(c.own_lines for c in self.controls))

    @cached_property
    def _places(self) -> list[int]:
        """Positions of all that controls and fields consist of, in order."""
        return sorted({n.at for c in self.controls for n in c.nodes} | {n.at for n in self._fields})

    @cached_property
    def _doors_of(self) -> dict[int, list[RawNode]]:
        """The doors around each piece of text."""
        found: dict[int, list[RawNode]] = {}
        for door in self.doors:
            for text in self.page.texts_in(door):
                found.setdefault(text.at, []).append(door)
        return found

    def lines(self, node: RawNode) -> list[Run]:
        """What is drawn in an element, as lines: phrases whole, and apart what stands about several controls."""
        if node.at not in self._read:
            found = self.page.lines_in(node)
            if self._between(node.at - 1, node.end) > 1:
                found = cut(found, lambda at: bisect_left(self._places, at))
            apart = lambda a, b: self._between(a, b) > 0  # noqa: E731
            self._read[node.at] = phrases(found, apart, self.leads, rtl=self.page.rtl)
        return self._read[node.at]

    def _between(self, first: int, last: int) -> int:
        """How many parts of controls and fields lie after one position, up to another."""
        return bisect_right(self._places, last) - bisect_right(self._places, first)

    def leads(self, text: Text) -> bool:
        """Whether a text is that of a link or button."""
        return text.at in self._doors_of

    def own_words(self, line: Run) -> Run:
        """A line without a link to more or a deed, and without a badge, at its end: `Weekly mail`, not `Weekly mail Edit`."""
        return own_words(self.page, line, self.leads)

    @cached_property
    def _stops(self) -> set[int]:
        """Words under sliders."""
        sliders = [c for c in self.controls if c.kind is Kind.SLIDER]
        lines, none = runs(self.page.texts) if sliders else [], frozenset[int]()
        free = {id(c): [r for r in lines if not self._claims.get(r.at, none) - {self._numbers[id(c)]}] for c in sliders}
        return {p.at for c in sliders for r in stops_of(c, free[id(c)]) for p in r.pieces}

    @cached_property
    def levels(self) -> Spans:
        return Spans(n for n in self.page.nodes if n.level)

    def usable(self, control: RawElement, lines: list[Run]) -> list[Run]:
        """The same without words of state and "Turn off"; "Enable previews" is a label, and so is a heading "Activate"."""
        lines = [r for r in self.free(control, lines) if not state_word(r.text)]
        return [r for r in lines if not only_turns(r.text) or self.levels.around(r.at)]

    def free(self, control: RawElement, lines: list[Run]) -> list[Run]:
        """Lines with something to read that are neither the control's own text nor another control's."""
        mine, none = {self._numbers[id(control)]}, frozenset[int]()
        taken = self._values | self._stops
        free = [r for r in lines if r.at not in taken and not self._claims.get(r.at, none) - mine]
        free = [part for r in free if (part := without(r, control.own)) is not None]
        if control.kind is Kind.SLIDER:
            free = [part for r in free if (part := without_amount(r, control)) is not None]
        return [r for r in free if any(ch.isalnum() for ch in r.text)]

    def around(self, control: RawElement) -> list[Run]:
        """Lines of the largest element around the control alone that still is a row or card; else those beside it."""
        found: list[Run] = []
        part = control.anchor
        for up in self.page.above(control.anchor):
            if found and not self.alone(control, up):
                return found + self._footnote(control, up, part, found)
            lines = [r for r in self.usable(control, self.lines(up)) if not self.of_others(control, r, up)]
            if not self.alone(control, up):
                return self._among(control, up, lines)
            if not found:
                found = lines
            elif len(whole := self._grown(control, up, part, found, lines)) < len(lines):
                return whole + self._footnote(control, up, part, whole)
            else:
                found = whole
            part = up
        return found

    def _among(self, control: RawElement, up: RawNode, lines: list[Run]) -> list[Run]:
        """Its lines in an element that holds other controls, too."""
        if name := self._in_parallel(control, up):
            return [name]
        row = shared_row(self.controls, up, CARD_TALLEST)
        if row and (word := in_turn(control, row, lines, rtl=self.page.rtl)):
            return [word]
        if near := self._beside(control, lines):
            return near
        if row and (head := self._head_of(control, row, up)):
            return head
        if far := self._along(control, up, lines):
            return far
        return [] if lines else self._continue(control, up)

    def _along(self, control: RawElement, up: RawNode, lines: list[Run]) -> list[Run]:
        """Where rows are only laid out as such: what begins the line on which this control stands alone, however far, and under it."""
        others = [c.box for c in self.controls if c is not control and up.holds(c.anchor.at)] if up.tag not in PAGES else []
        if not others or any(on_level(box, control.box) for box in others):
            return []
        mine = [r for r in lines if not any(on_level(box, r.box) for box in others) and not self.elsewhere(control, r)]
        begins = [r for r in mine if on_level(r.box, control.box) and r.at < control.anchor.at]
        return begins[:1] + [r for r in mine if begins and r.at > begins[0].at and one_block(r, begins[0])]

    def _head_of(self, control: RawElement, row: list[RawElement], up: RawNode) -> list[Run]:
        """The one text of a row of several controls, with what stands under it: it is about each of them."""
        if told_names(control):
            return []
        numbers, none = {self._numbers[id(c)] for c in row}, frozenset[int]()
        own = Spans(n for c in row for n in (*c.own, *c.nodes))
        lines = [r for r in self.lines(up) if r.at not in self._values and not self._claims.get(r.at, none) - numbers]
        lines = [r for r in lines if any(ch.isalnum() for ch in r.text) and not state_word(r.text) and not own.around(r.at)]
        lines = [r for r in lines if not self._wraps_another(control, row, r)]
        led = [r for r in lines if all(self.leads(p) for p in r.pieces) and not says_deed(self.page, r.text)]
        first = min(c.anchor.at for c in row)
        lines = [r for r in lines if not any(self.leads(p) for p in r.pieces)] or [r for r in led if r.at < first]
        return lines if len(lines) == 1 or (len(lines) == 2 and one_block(*lines)) else []

    def _wraps_another(self, control: RawElement, row: list[RawElement], line: Run) -> bool:
        """Whether a text stands in a label that holds another control of its row and not this one."""
        labels = [up for up in self.page.holders(line.at) if up.tag == "label" and not up.holds(control.anchor.at)]
        return any(up.holds(c.anchor.at) for up in labels for c in row)

    def _in_parallel(self, control: RawElement, column: RawNode) -> Run | None:
        """The line at its height in a column of names that stands beside a column of switches or ticks."""
        peers = [
            c
            for c in self.controls
            if column.holds(c.anchor.at) and c.kind is control.kind and _above_one_another(c, control)
        ]
        if len(peers) < 2 or control.kind not in (Kind.SWITCH, Kind.CHECKBOX):
            return None
        for up in islice(self.page.above(column), FURTHEST_COLUMN):
            lines = [r for r in self.usable(control, self.lines(up)) if not column.holds(r.at)]
            names = [[r for r in lines if _level(r.box, peer.box)] for peer in peers]
            if all(len(n) == 1 for n in names) and len({round(n[0].box[0] / 4) for n in names}) == 1:
                return names[peers.index(control)][0]
        return None

    def _continue(self, control: RawElement, shared: RawNode) -> list[Run]:
        """Nothing to read in what is shared with others: look further out, by distance alone."""
        for up in self.page.above(shared):
            lines = [r for r in self.usable(control, self.lines(up)) if not self.of_others(control, r, up)]
            if lines:
                row = shared_row(self.controls, up, CARD_TALLEST)
                return (self._head_of(control, row, up) if row else []) or self._beside(control, lines)
        return []

    def _grown(self, control: RawElement, up: RawNode, part: RawNode, found: list[Run], lines: list[Run]) -> list[Run]:
        """Lines of an element around `part` as far as it still is the row or card of one control: low, no further heading."""
        new = [r for r in lines if all(r.at != f.at for f in found)]
        above = [r for r in new if r.at < found[0].at]
        if up.height > CARD_TALLEST or up.tag in BOUNDS or up.role in TABLES:
            return found
        if above and notes(control.box, found) and begins_row(above, control.box, rtl=self.page.rtl):
            return lines  # the name stands before the control, also as a heading, and a note under it
        if self._headed(up, new) or (
            on_level(found[0].box, control.box) and any(self._clickable(r, control) for r in above)
        ):
            return found  # a head over it, or a line that folds the row away
        if (
            above
            and not (
                found[0].at < control.anchor.at and are_values(found) and begins_row(above, found[0].box, rtl=self.page.rtl)
            )
            and not any(_stands_out(r, found[0]) for r in above)
            and (len(above) > 1 or found[0].at < control.anchor.at)
        ):
            return found
        under = [r for r in new if r.at > part.end and r.box[1] >= part.y + part.height - 2]
        kept = ends_row([r for r in under if not self._clickable(r, control)], found[0], part.y + part.height)
        return [r for r in lines if r not in under or r in kept]

    def _headed(self, up: RawNode, lines: list[Run]) -> bool:
        return any(up.holds(r.at) and self.levels.around(r.at) for r in lines)

    def _clickable(self, line: Run, control: RawElement) -> bool:
        """Whether a text is part of a row that acts by itself."""
        up = self.page.innermost(line.at)
        while up is not None and not up.holds(control.anchor.at):
            if up.pointer == CLICKABLE and up.tag != "a":
                return True
            up = self.page.by_at.get(up.up)
        return False

    def _footnote(self, control: RawElement, up: RawNode, part: RawNode, found: list[Run]) -> list[Run]:
        """What is said, smaller or paler, right under the row of one control; not where rows touch each other."""
        lines = self.lines(up)
        first = bisect_right(lines, part.end, key=lambda r: r.at)
        after = lines[first : first + 1]
        after = [r for r in self.usable(control, after) if below(r, part) and subordinate(r, found[0])]
        after = [
            r for r in after if not (self._headed(up, [r]) or self._clickable(r, control) or self.elsewhere(control, r))
        ]
        left, top, wide, _ = part.box
        touching = (c for c in self.controls if after and -2 <= top - c.box[1] - c.box[3] < TOUCHING and c is not control)
        return [] if any(left < c.box[0] < left + wide for c in touching) else after

    def elsewhere(self, control: RawElement, line: Run) -> bool:
        """Whether a text stands in one part of the page with other controls or fields and without this one."""
        up = self.page.innermost(line.at)
        while up is not None and not self._between(up.at - 1, up.end):
            up = self.page.by_at.get(up.up)
        return up is not None and not up.holds(control.anchor.at)

    def of_others(self, control: RawElement, line: Run, up: RawNode) -> bool:
        """The text of buttons, links or other controls that stand in the row, no link inside a sentence nor one that is the name."""
        return self._foreign(control, line, up) and not any(d.holds(line.at) for d in self._name_doors(control))

    def _name_doors(self, control: RawElement) -> list[RawNode]:
        """The link or button that its row is called by, where there is one."""
        number = self._numbers[id(control)]
        if number not in self._named:
            self._named[number] = self._naming(control)
        return self._named[number]

    def _naming(self, control: RawElement) -> list[RawNode]:
        led: list[Run] = []
        free: list[Run] = []
        for up in self.page.above(control.anchor):
            if not self.alone(control, up) or up.height > CARD_TALLEST or up.tag in BOUNDS or up.role in TABLES:
                break
            if is_bar(up):
                return []
            lines = self.usable(control, self.lines(up))
            others = [r for r in lines if not self._foreign(control, r, up)]
            if self._headed(up, others):
                break
            led, free = [r for r in lines if self._foreign(control, r, up)], others
        doors = {id(d): d for r in led for p in r.pieces for d in self._doors_of.get(p.at, ())}
        door = naming(control, led, free, [*doors.values()]) if led else None
        return [door] if door is not None else []

    def _foreign(self, control: RawElement, line: Run, up: RawNode) -> bool:
        mine, none = {self._numbers[id(control)]}, set[int]()
        claims = [self._claims.get(p.at, none) for p in line.pieces]
        doors = [any(up.holds(d.at) for d in self._doors_of.get(p.at, ())) for p in line.pieces]
        others = any(door or claim - mine for door, claim in zip(doors, claims, strict=True))
        return others and all(door or claim - mine for door, claim in zip(doors, claims, strict=True))

    def alone(self, control: RawElement, up: RawNode) -> bool:
        inside = bisect_right(self._places, up.end) - bisect_left(self._places, up.at)
        return inside <= sum(up.holds(at) for at in {n.at for n in control.nodes})

    def _beside(self, control: RawElement, lines: list[Run]) -> list[Run]:
        """Lines nearer to this control than to any other: the nearest with the head of its block, then what stands under."""
        tails = tails_of(lines)
        heads = [r for r in lines if not any(r in tail for tail in tails.values())]
        near = [(far, r) for r in heads if (far := distance(control, r.box)) < farthest(control, r.box)]
        apart = {r.at for _, r in near if self._apart(control, r)}
        behind = max((at for at in apart if at < control.anchor.at), default=0)  # what stands beyond a table is no nearer
        near = [(s, r) for s, r in near if r.at not in apart and (r.at > behind or _level(r.box, control.box))]
        mine = [(s, r) for s, r in near if not self.elsewhere(control, r) and not self._nearer(r, s, control)]
        if control.kind is Kind.RADIO:  # what is asked is read before its answers
            mine = [(s, r) for s, r in mine if r.box[1] < control.box[1] + control.box[3]]
        if not mine:
            return []
        nearest = min(mine, key=lambda p: p[0])[1]
        order = [r for _, r in mine]
        block = [r for r in order if r is nearest or one_block(r, nearest)]
        block += [t for r in block for t in tails.get(r.at, ()) if not self.elsewhere(control, t)]
        return sorted(block, key=lambda r: r.box[1])

    def _apart(self, control: RawElement, line: Run) -> bool:
        """What stands in a table is about what stands there, and the title of a page about all that it holds."""
        title = len(self.controls) > 1
        inner = self.page.innermost(line.at)
        unread = inner is not None and inner.holds(control.anchor.at) and inner.tag not in CELLED
        if unread and line.pieces[0].cell % 2 and not _level(line.box, control.box):
            return True  # a table in which nothing can be set or clicked
        ups = (up for up in self.page.holders(line.at) if not up.holds(control.anchor.at))
        return any(up.tag in TABLES or up.role in TABLES or (title and up.level == 1) for up in ups)

    def _nearer(self, line: Run, far: float, control: RawElement) -> bool:
        return any(distance(c, line.box) < far for c in self.controls if c is not control)


def _stands_out(line: Run, other: Run) -> bool:
    """Written larger or heavier, as a title is over its text."""
    return line.px > other.px or line.weight > other.weight


def _above_one_another(a: RawElement, b: RawElement) -> bool:
    return abs(a.box[0] + a.box[2] / 2 - b.box[0] - b.box[2] / 2) < 3


def _level(line: Box, box: Box) -> bool:
    """Whether two boxes have their middle at one height."""
    return abs(line[1] + line[3] / 2 - box[1] - box[3] / 2) <= 6
