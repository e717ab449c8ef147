"""What a person reads beside a control: its visible name, else what stands in its row, left, above or right."""

from collections import defaultdict
from dataclasses import replace
from functools import cached_property
from itertools import islice

from offswitch_crawler.controls.both_ends import line_over, words_at_ends
from offswitch_crawler.controls.grids import Grids, heads_columns
from offswitch_crawler.controls.lines import PALE, paler
from offswitch_crawler.controls.named import Named, agree, plain, told_names
from offswitch_crawler.controls.notes import named_before
from offswitch_crawler.controls.raw import RawElement, RawNode, RawPage
from offswitch_crawler.controls.repeats import headed
from offswitch_crawler.controls.row_ends import beside, one_block, tells
from offswitch_crawler.controls.runs import Run
from offswitch_crawler.controls.said_names import common_names, said_instead
from offswitch_crawler.controls.signs import ASKS, is_picture, without_signs
from offswitch_crawler.controls.states import only_turns, state_word, stated
from offswitch_crawler.controls.surroundings import BOUNDS, CARD_TALLEST, Surroundings
from offswitch_crawler.controls.terms import term_of
from offswitch_crawler.headings import Heading, find_headings
from offswitch_crawler.lettering import overline
from offswitch_recording.words import Kind

LONGEST = 300
FURTHEST_ROW = 3
TITLE_LONGEST = 60
LED_PX = 80
"""At most so far over a group stands the switch that leads it."""
SET_IN_PX = 8
CAPTION_PX = 32


class Labels:
    """Names the controls of one page: what belongs to one control labels no other."""

    def __init__(self, page: RawPage, controls: list[RawElement], doors: list[RawNode]) -> None:
        self.page = page
        self.controls = controls
        self.near = Surroundings(page, controls, doors)

    @cached_property
    def _grids(self) -> Grids:
        return Grids(self.page, self.controls)

    @cached_property
    def _headings(self) -> list[Heading]:
        return find_headings(self.page)

    def name(self, control: RawElement) -> Named:
        """The label, without signs at its ends, and the description of one control."""
        if control.question is not None and control.kind is Kind.SWITCH:
            lines = self.page.lines_in(control.node)
            own = next((r for r in lines if not is_picture(r.text)), lines[0])
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
        rows = [up for up in islice(self.page.above(control.anchor), FURTHEST_ROW) if self.near.alone(control, up)]
        lines = (r for node in (*control.label_nodes(), *rows) for r in self.page.lines_in(node))
        return next((r for r in lines if is_picture(r.text) and not any(n.holds(r.at) for n in control.own)), None)

    def _name(self, control: RawElement) -> Named:
        if (heads := self._grids.heads(control)) is not None:
            described = heads.further[0] if heads.further else None
            text = " ".join(r.text for r in heads.further) or self._told(control)
            return Named(heads.label[:LONGEST], text[:600], heads.row, described, heads.over)
        bound = self._bound(control)
        if bound is not None:
            around = self.near.around(control)
            return self._with_description(control, self._whole(bound, around), around)
        named = self._by_place(control)
        return said_instead(self.near, control, named, self._common) or named

    @cached_property
    def _common(self) -> frozenset[str]:
        return common_names(self.controls)

    def _by_place(self, control: RawElement) -> Named:
        """The name of what no element that shows a text names: by what stands around it, and what the page says it is called."""
        told = told_names(control)
        lines = self._under_heading(control, self.near.around(control))
        if (cell := heads_columns(self.page, control)) is not None:
            lines = [r for r in lines if cell.holds(r.at)]
        if not lines and not told and (switch := self._led_by(control)) is not None:
            return replace(self.name(switch), description=self._told(control), described=None)
        if (placed := self._placed(control, lines, told)) is not None:
            return placed
        asks = control.kind not in (Kind.SWITCH, Kind.CHECKBOX)
        if not lines and not told and asks and (head := self._called_by(control)) is not None:
            return Named(head.text[:LONGEST], self._told(control), head)
        if not lines:
            return Named(told[0][:LONGEST] if told else "", self._told(control))
        agreeing = [r for r in lines if any(agree(name, r.text) for name in told)]
        term = None if agreeing else named_before(self.near, control, lines) or term_of(self.near, control, lines)
        if term is not None:
            return self._with_description(control, term, lines)
        if asks and _sentence(lines[0]) and (head := self._called_by(control)):
            return self._with_description(control, head, lines)
        told_of = not (asks or agreeing or lines[0].text.rstrip().endswith(ASKS))
        if told_of and (head := self._told_under(control, lines[0])) is not None:
            return self._with_description(control, head, lines)
        if told and not agreeing and (head := self._heading(control)) and any(agree(name, head.text) for name in told):
            return self._with_description(control, head, lines)
        if told and not agreeing and asks and self._over(control, lines[0]):
            return Named(told[0][:LONGEST], self._told(control))
        return self._with_description(control, agreeing[0] if agreeing else self._foremost(control, lines), lines)

    def _captioned(self, control: RawElement, lines: list[Run]) -> bool:
        """The title of the page, and right over the control a caption of its own, which is no sentence."""
        if len(lines) < 2 or not any(n.level == 1 for n in self.page.holders(lines[0].at)):
            return False
        apart = control.box[1] - lines[1].box[1] - lines[1].box[3]
        return -2 <= apart <= CAPTION_PX and not tells(lines[1]) and not self.near.levels.around(lines[1].at)

    def _placed(self, control: RawElement, lines: list[Run], told: list[str]) -> Named | None:
        """Where the places of its lines alone say which is the name: none of two at its ends, a caption under a title."""
        if (ends := words_at_ends(self.near, control, lines)) is not None:
            return self._between(control, ends, told)
        if control.kind in (Kind.SWITCH, Kind.CHECKBOX) or told or not self._captioned(control, lines):
            return None
        return self._with_description(control, lines[1], lines[1:])

    def _between(self, control: RawElement, ends: tuple[Run, Run], told: list[str]) -> Named | None:
        """What is set between two words is called as the page says, or as the line over it; a switch else by both of them."""
        if told and (control.kind is Kind.SWITCH or all(plain(told[0]) != plain(r.text) for r in ends)):
            return Named(told[0][:LONGEST], self._told(control))
        if control.kind is Kind.SLIDER:
            over = line_over(self.near, control, ends)
            return Named(over.text[:LONGEST], self._told(control), over) if over is not None else None
        return Named(" / ".join(without_signs(r.text) for r in ends), self._told(control), ends[0])

    def _whole(self, bound: Run, lines: list[Run]) -> Run:
        """A naming element's line with the link on which it goes on outside of it: `I accept the` and `terms`."""
        for line in lines:
            more = line.pieces[len(bound.pieces) :]
            goes_on = line.at == bound.at and more and line.text.startswith(bound.text) and more[0].text[0].islower()
            if goes_on and any(self.near.leads(p) for p in more):
                return line
        return bound

    def _over(self, control: RawElement, line: Run) -> bool:
        """Whether a line is the heading of more than the row or card of a control."""
        head = next((n for n in reversed([*self.page.holders(line.at)]) if n.level), None)
        if head is None:
            return False
        common = next((up for up in self.page.above(head) if up.holds(control.anchor.at)), None)
        return common is None or common.height > CARD_TALLEST or common.tag in BOUNDS

    def _heading(self, control: RawElement) -> Run | None:
        """The nearest heading before it: a group without a question of its own is called by it."""
        before = [h for h in self._headings if h.at < control.anchor.at and h.start <= control.anchor.at <= h.end]
        return self.page.lines_in(self.page.by_at[before[-1].at])[0] if before else None

    @cached_property
    def _under(self) -> dict[int, list[RawElement]]:
        """The controls under each heading, by its position, in order."""
        found: defaultdict[int, list[RawElement]] = defaultdict(list)
        for control in sorted(self.controls, key=lambda c: c.anchor.at):
            if (head := self._heading(control)) is not None:
                found[head.at].append(control)
        return found

    def _called_by(self, control: RawElement) -> Run | None:
        """The same; the title of a page only where it asks what this control answers, or heads no other."""
        head = self._heading(control)
        if head is None or not any(n.level == 1 for n in self.page.holders(head.at)):
            return head
        under = self._under[head.at]
        return head if len(under) == 1 or (head.text.rstrip().endswith(ASKS) and under[0] is control) else None

    def _told_under(self, control: RawElement, line: Run) -> Run | None:
        """The heading of a single control, where only a sentence stands between both."""
        if line.box[1] + line.box[3] > control.box[1] + 2 or not tells(self.near.own_words(line)):
            return None
        head = self._heading(control)
        if head is None or self.near.levels.around(line.at) or len(self._under[head.at]) > 1:
            return None
        return None if self.page.text_between(head.pieces[-1].at, line.at) else head

    def _led_by(self, control: RawElement) -> RawElement | None:
        """The switch right over a group without a question of its own: its options are ways of what is switched.

        Under a tick, which begins its row, they are set in.
        """
        before = [c for c in self.controls if c.anchor.at < control.anchor.at and c is not control]
        last = max(before, key=lambda c: c.anchor.at, default=None)
        if control.kind is not Kind.RADIO or last is None or last.kind not in (Kind.SWITCH, Kind.CHECKBOX):
            return None
        if last.kind is Kind.CHECKBOX and not self._set_in(control, last):
            return None
        apart = control.box[1] - last.box[1] - last.box[3]
        head = self._heading(control)
        return last if 0 <= apart <= LED_PX and (head is None or head.at < last.anchor.at) else None

    def _set_in(self, control: RawElement, under: RawElement) -> bool:
        if self.page.rtl:
            return control.box[0] + control.box[2] <= under.box[0] + under.box[2] - SET_IN_PX
        return control.box[0] >= under.box[0] + SET_IN_PX

    def _under_heading(self, control: RawElement, lines: list[Run]) -> list[Run]:
        """Of lines with a heading among them those from it on: what stands over it is not about what stands under it."""
        head = self._heading(control)
        if head is None:
            return lines
        under = [r for r in lines if r.at >= head.at]
        return under if under and under[0].text == head.text else lines

    def _bound(self, control: RawElement) -> Run | None:
        """The first line that a naming element shows, or that the control's own element shows beside what is drawn."""
        inside = [n for n in control.namers() if n.spoken] if control.kind in (Kind.SWITCH, Kind.CHECKBOX) else []
        for node in [*control.label_nodes(), *inside]:
            lines = self.near.free(control, self.near.lines(node))
            lines = [r for r in lines if not state_word(r.text) and (node not in inside or not only_turns(r.text))]
            if lines:
                return self._foremost(control, lines)
        return None

    def _foremost(self, control: RawElement, lines: list[Run]) -> Run:
        """The first line, a small one in capitals over a name aside; or a later one that does not follow the control and is clearly
        written larger, or short and darker than the paragraph over it."""
        if len(lines) > 1 and overline(lines[0], lines[1]):
            lines = lines[1:]
        first = lines[0]
        end = control.box[1] + control.box[3]
        bigger = [r for r in lines[1:4] if r.px >= first.px + 1.5 and len(r.text) <= 120 and r.box[1] < end]
        if bigger or len(first.text) <= TITLE_LONGEST:
            return bigger[0] if bigger else first
        darker = [
            r for r in lines[1:3] if len(r.text) <= TITLE_LONGEST and r.box[1] < control.box[1] and paler(first, r, PALE)
        ]
        return darker[0] if darker else first

    def _describes(self, control: RawElement, line: Run, label: Run, lines: list[Run]) -> bool:
        """Whether a text can be about what a label names: no heading, not over it, no row with a value of its own."""
        number = control.kind is Kind.SLIDER and not any(ch.isalpha() for ch in line.text)  # its value, written again
        if number or self.near.levels.around(line.at):
            return False
        if line.box[1] + line.box[3] <= label.box[1] + 2:
            return one_block(line, label)
        return line.box[1] < label.box[1] + label.box[3] or not beside(line, lines)

    def _told(self, control: RawElement) -> str:
        return next((str(n.names["describedText"])[:600] for n in control.nodes if n.names.get("describedText")), "")

    def _with_description(self, control: RawElement, label: Run, lines: list[Run]) -> Named:
        mine = {p.at for p in label.pieces}
        rest = [r for r in lines if not mine & {p.at for p in r.pieces} and plain(r.text) != plain(label.text)]
        rest = [r for r in rest if len(r.text) > 2 and self._describes(control, r, label, lines)]
        told = self._told(control)
        described = next((r for r in rest if told and agree(told, r.text)), None) or (rest[0] if rest else None)
        text = " ".join(r.text for r in rest[:3]) if rest else told
        return Named(self.near.own_words(label).text[:LONGEST], text[:600], label, described)


def _sentence(line: Run) -> bool:
    return len(line.text) > TITLE_LONGEST and line.text.rstrip().endswith((".", "。", "!"))


def named(page: RawPage, controls: list[RawElement], doors: list[RawNode]) -> list[tuple[RawElement, Named]]:
    """Each control with its name."""
    labels = Labels(page, controls, doors)
    return headed(page, [(c, labels.name(c)) for c in controls], labels.near.lines, labels.near.leads)
