"""What a person reads beside a control: its visible name, else what stands in its row, left, above or right."""

from dataclasses import dataclass
from functools import cached_property

from offswitch_crawler.controls.raw import RawElement, RawNode, RawPage, Run, runs
from offswitch_crawler.seen import Box
from offswitch_recording.words import Kind

ROW_TALLEST = 260
FAR_PX = 420
LONGEST = 300
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
    return " ".join(text.casefold().split()).strip(_BLUR)


class Labels:
    """Names the controls of one page: what belongs to one control labels no other."""

    def __init__(self, page: RawPage, controls: list[RawElement], doors: list[RawNode]) -> None:
        self.page = page
        self.controls = controls
        self.doors = doors

    @cached_property
    def _runs(self) -> list[Run]:
        return runs(self.page.texts)

    def name(self, control: RawElement) -> Named:
        """The label and description of one control."""
        given = self._given(control)
        if given and (bound := self._bound(control)):
            return self._with_description(control, bound)
        found = self._near(control)
        aria = next((g for g in given if g), "")
        if not found:
            return Named(aria[:LONGEST], self._told(control))
        agreeing = [r for r in found if aria and _agree(aria, r.text)]
        label = agreeing[0] if agreeing else self._foremost(found)
        if aria and not agreeing and not self._sure(control, label):
            return Named(aria[:LONGEST], self._told(control))
        return self._with_description(control, label, found)

    def _given(self, control: RawElement) -> list[str]:
        """Names for assistive technology; a name that only repeats the value is none."""
        keys = ("byText", "aria", "title")
        names = [str(n.names[k]) for n in self._namers(control) for k in keys if n.names.get(k)]
        labels = [self.page.words(n) for n in self._label_nodes(control)]
        value = plain(control.text)
        return [n for n in [*labels, *names] if plain(n) and plain(n) != value]

    def _namers(self, control: RawElement) -> list[RawNode]:
        if control.options and control.kind in (Kind.RADIO, Kind.SEGMENTED):
            return [n for n in control.nodes if not any(n in o.nodes for o in control.options)]
        return control.nodes

    def _label_nodes(self, control: RawElement) -> list[RawNode]:
        """Elements by which the page names the control."""
        ats = [at for n in self._namers(control) for key in ("labels", "by") for at in n.names.get(key, ())]
        return [self.page.by_at[at] for at in dict.fromkeys(ats) if at in self.page.by_at]

    def _bound(self, control: RawElement) -> Run | None:
        """The first line that a naming element shows."""
        for node in self._label_nodes(control):
            lines = self._usable(control, runs(self.page.texts_in(node)))
            if lines:
                return lines[0]
        return None

    def _usable(self, control: RawElement, lines: list[Run]) -> list[Run]:
        """Lines that are neither the control's own text nor another control's."""
        own = [n for n in control.own if not _labels(n)]
        others = [n for c in self.controls if c is not control for n in c.own if not _labels(n)]
        taken = [*own, *others]
        return [r for r in lines if not any(n.holds(r.at) for n in taken)]

    def _near(self, control: RawElement) -> list[Run]:
        """Lines of the smallest element around the control that shows any; the nearest first where controls share it."""
        anchor = control.own[0] if control.own else control.node
        for up in self.page.above(anchor):
            lines = self._usable(control, runs(self.page.texts_in(up)))
            lines = [r for r in lines if not self._in_door(r, up)]
            if not lines:
                continue
            if self._alone(control, up):
                return lines if up.height <= ROW_TALLEST or len(lines) <= 3 else self._beside(control, lines)
            return self._beside(control, lines)
        return []

    def _in_door(self, line: Run, up: RawNode) -> bool:
        """The text of a button or link of its own that stands in the row, no link inside a sentence."""
        return any(d.holds(line.at) and up.holds(d.at) and all(d.holds(p.at) for p in line.pieces) for d in self.doors)

    def _alone(self, control: RawElement, up: RawNode) -> bool:
        return not any(up.holds(n.at) for c in self.controls if c is not control for n in c.nodes)

    def _beside(self, control: RawElement, lines: list[Run]) -> list[Run]:
        """Lines that are nearer to this control than to any other, by side: same row, above, below."""
        scored = [(s, r) for r in lines if (s := _distance(control.box, r.box)) < FAR_PX and not self._nearer(r, s, control)]
        if not scored:
            return []
        best = min(scored, key=lambda p: p[0])[1]
        return [best, *(r for _, r in scored if r is not best and _under(best, r))]

    def _nearer(self, line: Run, distance: float, control: RawElement) -> bool:
        return any(_distance(c.box, line.box) < distance for c in self.controls if c is not control)

    def _foremost(self, lines: list[Run]) -> Run:
        """The first line, or a later one that is clearly written larger."""
        first = lines[0]
        bigger = [r for r in lines[1:4] if r.px >= first.px + 1.5 and len(r.text) <= 120]
        return bigger[0] if bigger else first

    def _sure(self, control: RawElement, line: Run) -> bool:
        """Whether a line near it is its label though the page names it otherwise: they stand close or share a row."""
        return _distance(control.box, line.box) < FAR_PX

    def _told(self, control: RawElement) -> str:
        return next((str(n.names["describedText"])[:600] for n in control.nodes if n.names.get("describedText")), "")

    def _with_description(self, control: RawElement, label: Run, found: list[Run] | None = None) -> Named:
        lines = found if found is not None else self._near_label(control, label)
        rest = [r for r in lines if r is not label and r.text != label.text and len(r.text) > 2]
        told = self._told(control)
        described = next((r for r in rest if told and _agree(told, r.text)), None) or (rest[0] if rest else None)
        text = " ".join(r.text for r in rest[:3]) if rest and not told else told
        return Named(label.text[:LONGEST], text[:600], label, described)

    def _near_label(self, control: RawElement, label: Run) -> list[Run]:
        """Lines around a bound label, as far as they belong to this control alone."""
        found: list[Run] = []
        for up in self.page.above(control.own[0] if control.own else control.node):
            if not self._alone(control, up) or up.height > ROW_TALLEST:
                break
            found = [r for r in self._usable(control, runs(self.page.texts_in(up))) if not self._in_door(r, up)]
        return [r for r in found if r.at > label.at]


def _labels(node: RawNode) -> bool:
    return node.tag == "label"


def _agree(name: str, text: str) -> bool:
    a, b = plain(name), plain(text)
    return bool(a and b) and (a == b or (len(b) > 2 and b in a) or (len(a) > 2 and a in b))


def _under(label: Run, line: Run) -> bool:
    """Whether a line stands under a label as its description does."""
    gap = line.box[1] - (label.box[1] + label.box[3])
    return -2 <= gap <= 30 and abs(line.box[0] - label.box[0]) < 40


def _distance(control: Box, line: Box) -> float:
    """How far a text stands from a control as reading goes: the same row costs least, above more, below most."""
    x, y, w, h = control
    lx, ly, lw, lh = line
    aside = max(x - (lx + lw), lx - (x + w), 0)
    above = y - (ly + lh)
    below = ly - (y + h)
    if above < 0 and below < 0:
        return aside * 0.5
    if above >= 0:
        return above + aside * 1.5 + 20
    return below * 1.5 + aside * 1.5 + 60
