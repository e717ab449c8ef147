"""What a person reads beside a control: its visible name, else what stands in its row, left, above or right."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from offswitch_crawler.controls.grids import TABLES, Grids
from offswitch_crawler.controls.raw import RawElement, RawNode, RawPage, Run, runs
from offswitch_crawler.controls.signs import is_picture, without_signs
from offswitch_crawler.controls.states import only_turns, state_word, stated
from offswitch_crawler.headings import Heading, find_headings
from offswitch_crawler.seen import Box
from offswitch_recording.words import Kind

CARD_TALLEST = 170
FAR_PX = 420
LONGEST = 300
FURTHEST_COLUMN = 3
BOUNDS = TABLES | {"body", "main", "section", "form", "fieldset", "html", "tbody"}
"""More than a row: of lines further out none is about a control that has some of its own."""
FIELDS = frozenset({"input", "textarea", "select"})
_BLUR = " :;.,!?…*\u200e\u200f"


@dataclass(frozen=True)
class Named:
    """Label and description of a control, with the runs that show them (None where nothing is drawn)."""

    label: str
    description: str = ""
    shown: Run | None = None
    described: Run | None = None


def plain(text: str) -> str:
    """A text for comparing: case, white space and closing punctuation aside."""
    return " ".join(without_signs(text).casefold().split()).strip(_BLUR)


class Labels:
    """Names the controls of one page: what belongs to one control labels no other."""

    def __init__(self, page: RawPage, controls: list[RawElement], doors: list[RawNode]) -> None:
        self.page = page
        self.controls = controls
        self.doors = doors

    @cached_property
    def _marks(self) -> set[int]:
        """Ticks and other signs that are drawn as text in a control, in one line with what stands beside it."""
        owned = (
            t for c in self.controls if c.kind in (Kind.SWITCH, Kind.CHECKBOX) for n in c.own for t in self.page.texts_in(n)
        )
        return {t.at for t in owned if not any(ch.isalnum() for ch in t.text)}

    def _lines(self, node: RawNode) -> list[Run]:
        return runs([t for t in self.page.texts_in(node) if t.at not in self._marks])

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

    @cached_property
    def _grids(self) -> Grids:
        return Grids(self.page, self.controls)

    @cached_property
    def _headings(self) -> list[Heading]:
        return find_headings(self.page)

    def name(self, control: RawElement) -> Named:
        """The label, without signs at its ends, and the description of one control."""
        if control.question is not None and control.kind is Kind.SWITCH:
            own = runs(self.page.texts_in(control.node))[0]
            return Named(without_signs(own.text), "", own)
        if control.question is not None:
            described = control.explained[0] if control.explained else None
            text = " ".join(r.text for r in control.explained)[:600]
            return Named(without_signs(control.question.text), text, control.question, described)
        named = self._name(control)
        if not named.label and (picture := self._picture(control)) is not None:
            return Named(picture.text[:LONGEST], named.description, picture, named.described)
        said = stated(named.label) if control.text else None  # `Data sharing: on` is called without its state
        return replace(named, label=without_signs(said[0] if said and said[1] == control.text else named.label))

    def _picture(self, control: RawElement) -> Run | None:
        """An emoji that is all there is to read in what names it, or in its row."""
        rows = [up for up in islice(self.page.above(control.anchor), FURTHEST_COLUMN) if self._alone(control, up)]
        lines = (r for node in (*control.label_nodes(), *rows) for r in self._lines(node))
        return next((r for r in lines if is_picture(r.text) and not any(n.holds(r.at) for n in control.own)), None)

    def _name(self, control: RawElement) -> Named:
        if (heads := self._grids.heads(control)) is not None:
            described = heads.further[0] if heads.further else None
            text = " ".join(r.text for r in heads.further) or self._told(control)
            return Named(heads.label[:LONGEST], text[:600], heads.row, described)
        bound = self._bound(control)
        if bound is not None:
            return self._with_description(control, bound, self._around(control))
        told = self._told_names(control)
        lines = self._under_heading(control, self._around(control))
        if not lines and not told and control.kind not in (Kind.SWITCH, Kind.CHECKBOX) and (head := self._heading(control)):
            return Named(head.text[:LONGEST], self._told(control), head)
        if not lines:
            return Named(told[0][:LONGEST] if told else "", self._told(control))
        if control.kind not in (Kind.SWITCH, Kind.CHECKBOX) and _sentence(lines[0]) and (head := self._heading(control)):
            return self._with_description(control, head, lines)
        agreeing = [r for r in lines if any(_agree(name, r.text) for name in told)]
        if told and not agreeing and (head := self._heading(control)) and any(_agree(name, head.text) for name in told):
            return self._with_description(control, head, lines)
        return self._with_description(control, agreeing[0] if agreeing else self._foremost(control, lines), lines)

    def _heading(self, control: RawElement) -> Run | None:
        """The nearest heading before it: a group without a question of its own is called by it."""
        before = [h for h in self._headings if h.at < control.anchor.at and h.start <= control.anchor.at <= h.end]
        return runs(self.page.texts_in(self.page.by_at[before[-1].at]))[0] if before else None

    def _under_heading(self, control: RawElement, lines: list[Run]) -> list[Run]:
        """Of lines with a heading among them those from it on: what stands over it is not about what stands under it."""
        head = self._heading(control)
        if head is None:
            return lines
        under = [r for r in lines if r.at >= head.at]
        return under if under and under[0].text == head.text else lines

    def _told_names(self, control: RawElement) -> list[str]:
        """Names for assistive technology; one that only repeats the value or a word of state is none."""
        keys = ("byText", "aria", "title")
        names = [str(n.names[k]) for n in control.namers() for k in keys if n.names.get(k)]
        names += [n.attributes["label"] for n in control.namers() if n.attributes.get("label")]
        value = plain(control.text)
        return [n for n in names if plain(n) and plain(n) != value and not state_word(n)]

    def _bound(self, control: RawElement) -> Run | None:
        """The first line that a naming element shows, or that the control's own element shows beside what is drawn."""
        inside = [n for n in control.namers() if n.spoken] if control.kind in (Kind.SWITCH, Kind.CHECKBOX) else []
        for node in [*control.label_nodes(), *inside]:
            lines = self._free(control, self._lines(node))
            lines = [r for r in lines if not state_word(r.text) and (node not in inside or not only_turns(r.text))]
            if lines:
                return self._foremost(control, lines)
        return None

    def _usable(self, control: RawElement, lines: list[Run]) -> list[Run]:
        """The same without words of state and "Turn off"; "Enable previews" is a label."""
        return [r for r in self._free(control, lines) if not (state_word(r.text) or only_turns(r.text))]

    def _free(self, control: RawElement, lines: list[Run]) -> list[Run]:
        """Lines with something to read that are neither the control's own text nor another control's."""
        mine, none = {self._numbers[id(control)]}, frozenset[int]()
        free = [r for r in lines if r.at not in self._values and not self._claims.get(r.at, none) - mine]
        return [r for r in free if any(ch.isalnum() for ch in r.text) and not any(n.holds(r.at) for n in control.own)]

    def _around(self, control: RawElement) -> list[Run]:
        """Lines of the largest element around the control alone that still is a row or card; else those beside it."""
        found: list[Run] = []
        for up in self.page.above(control.anchor):
            if found and not self._alone(control, up):
                return found
            lines = [r for r in self._usable(control, self._lines(up)) if not self._of_others(control, r, up)]
            if not self._alone(control, up):
                if name := self._in_parallel(control, up):
                    return [name]
                return self._beside(control, lines) if lines or found else self._continue(control, up)
            if found and not self._still_a_row(up, found, lines):
                return found
            found = lines or found
        return found

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
            lines = [r for r in self._usable(control, self._lines(up)) if not column.holds(r.at)]
            names = [[r for r in lines if _level(r.box, peer.box)] for peer in peers]
            if all(len(n) == 1 for n in names) and len({round(n[0].box[0] / 4) for n in names}) == 1:
                return names[peers.index(control)][0]
        return None

    def _continue(self, control: RawElement, shared: RawNode) -> list[Run]:
        """Nothing to read in what is shared with others: look further out, by distance alone."""
        for up in self.page.above(shared):
            lines = [r for r in self._usable(control, self._lines(up)) if not self._of_others(control, r, up)]
            if lines:
                return self._beside(control, lines)
        return []

    def _still_a_row(self, up: RawNode, found: list[Run], lines: list[Run]) -> bool:
        """Whether a larger element is still the row or card of one control: low, and without a further heading."""
        if up.height > CARD_TALLEST or up.tag in BOUNDS or up.role in TABLES:
            return len(lines) == len(found)
        new = [r for r in lines if all(r.at != f.at for f in found)]
        above = [r for r in new if r.at < found[0].at]
        if len(above) > 1 and not any(_stands_out(r, found[0]) for r in above):
            return False
        headings = [n for n in self.page.within(up) if n.level]
        return not any(h.holds(r.at) for h in headings for r in new)

    def _of_others(self, control: RawElement, line: Run, up: RawNode) -> bool:
        """The text of buttons, links or other controls that stand in the row, no link inside a sentence."""
        mine, none = {self._numbers[id(control)]}, set[int]()
        claims = [self._claims.get(p.at, none) for p in line.pieces]
        doors = [any(up.holds(d.at) for d in self._doors_of.get(p.at, ())) for p in line.pieces]
        others = any(door or claim - mine for door, claim in zip(doors, claims, strict=True))
        return others and all(door or claim for door, claim in zip(doors, claims, strict=True))

    def _alone(self, control: RawElement, up: RawNode) -> bool:
        inside = bisect_right(self._places, up.end) - bisect_left(self._places, up.at)
        return inside <= sum(up.holds(at) for at in {n.at for n in control.nodes})

    def _beside(self, control: RawElement, lines: list[Run]) -> list[Run]:
        """Lines nearer to this control than to any other: the nearest with the head of its block, then what stands under."""
        scored = [(_distance(control, r.box), r) for r in lines]
        mine = [(s, r) for s, r in scored if s < FAR_PX and not self._nearer(r, s, control)]
        if not mine:
            return []
        nearest = min(mine, key=lambda p: p[0])[1]
        order = [r for _, r in mine]
        block = [r for r in order if r is nearest or _one_block(r, nearest)]
        return sorted(block, key=lambda r: r.box[1])

    def _nearer(self, line: Run, distance: float, control: RawElement) -> bool:
        return any(_distance(c, line.box) < distance for c in self.controls if c is not control)

    def _foremost(self, control: RawElement, lines: list[Run]) -> Run:
        """The first line, or a later one that is clearly written larger and does not follow the control."""
        first = lines[0]
        end = control.box[1] + control.box[3]
        bigger = [r for r in lines[1:4] if r.px >= first.px + 1.5 and len(r.text) <= 120 and r.box[1] < end]
        return bigger[0] if bigger else first

    def _told(self, control: RawElement) -> str:
        return next((str(n.names["describedText"])[:600] for n in control.nodes if n.names.get("describedText")), "")

    def _with_description(self, control: RawElement, label: Run, lines: list[Run]) -> Named:
        rest = [r for r in lines if r.at != label.at and plain(r.text) != plain(label.text) and len(r.text) > 2]
        told = self._told(control)
        described = next((r for r in rest if told and _agree(told, r.text)), None) or (rest[0] if rest else None)
        text = " ".join(r.text for r in rest[:3]) if rest else told
        return Named(label.text[:LONGEST], text[:600], label, described)


def _stands_out(line: Run, other: Run) -> bool:
    """Written larger or heavier, as a title is over its text."""
    return line.px > other.px or line.weight > other.weight


def _above_one_another(a: RawElement, b: RawElement) -> bool:
    return abs(a.box[0] + a.box[2] / 2 - b.box[0] - b.box[2] / 2) < 3


def _level(line: Box, box: Box) -> bool:
    """Whether two boxes have their middle at one height."""
    return abs(line[1] + line[3] / 2 - box[1] - box[3] / 2) <= 6


def _sentence(line: Run) -> bool:
    return len(line.text) > 60 and line.text.rstrip().endswith((".", "。", "!"))


def _agree(name: str, text: str) -> bool:
    a, b = plain(name), plain(text)
    return bool(a and b) and (a == b or (len(b) > 2 and b in a) or (len(a) > 2 and a in b))


def _one_block(line: Run, nearest: Run) -> bool:
    """Whether two lines stand one under the other at one edge, as a label and its description do."""
    upper, lower = sorted((line, nearest), key=lambda r: r.box[1])
    gap = lower.box[1] - (upper.box[1] + upper.box[3])
    left = abs(line.box[0] - nearest.box[0])
    right = abs(line.box[0] + line.box[2] - nearest.box[0] - nearest.box[2])
    return -4 <= gap <= 12 and min(left, right) < 6


def _distance(control: RawElement, line: Box) -> float:
    """How far a text stands from a control as reading goes; a tick is read with what follows, others with what precedes."""
    x, y, w, h = control.box
    lx, ly, lw, lh = line
    aside = max(x - (lx + lw), lx - (x + w), 0)
    above, below = y - (ly + lh), ly - (y + h)
    if above < 0 and below < 0:
        after = lx > x if not control.page.rtl else lx < x
        ticks = control.kind in (Kind.CHECKBOX, Kind.RADIO)
        return aside * (0.5 if after == ticks or aside < 24 else 0.9)
    if above >= 0:
        return above + aside * 1.5 + 20
    return below * 1.5 + aside * 1.5 + 60


def named(page: RawPage, controls: list[RawElement], doors: list[RawNode]) -> Iterator[tuple[RawElement, Named]]:
    """Each control with its name."""
    labels = Labels(page, controls, doors)
    return ((c, labels.name(c)) for c in controls)
