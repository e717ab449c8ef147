"""The word of state that a row writes beside its switch: it says what is set, and may say something else than the drawing."""

from bisect import bisect_left, bisect_right
from itertools import islice

from offswitch_crawler.controls.lines import cut
from offswitch_crawler.controls.raw import RawElement, RawPage
from offswitch_crawler.controls.runs import Run
from offswitch_crawler.controls.states import state_word
from offswitch_recording.words import Kind

ROW_TALLEST = 120
LEVEL_PX = 10
FURTHEST = 5
RECORDS = frozenset({"tr", "table", "tbody"})
"""`Active` in a table may be said of what the row is about."""


def note(page: RawPage, controls: list[RawElement]) -> None:
    """Note it with each bare switch that stands alone in its row, beside one such word and a label."""
    ats = sorted(n.at for c in controls for n in c.nodes)
    for control in controls:
        if control.kind is Kind.SWITCH and not control.text and all(n.bare for n in control.nodes):
            control.beside = _word(control, _row(page, control, ats))


def _row(page: RawPage, control: RawElement, ats: list[int]) -> list[Run]:
    """The lines of the largest low element around it alone."""
    found: list[Run] = []
    for up in islice(page.above(control.anchor), FURTHEST):
        inside = bisect_right(ats, up.end) - bisect_left(ats, up.at)
        if up.height > ROW_TALLEST or up.tag in RECORDS or up.role == "row" or inside > len(control.nodes):
            break
        found = cut(page.lines_in(up), lambda at: int(at > control.anchor.at))
    return found


def _word(control: RawElement, lines: list[Run]) -> str:
    top, tall = control.box[1], control.box[3]
    level = [r for r in lines if abs(r.box[1] + r.box[3] / 2 - top - tall / 2) <= LEVEL_PX]
    words = {state for r in level if (state := state_word(r.text))}
    called = any(ch.isalnum() for r in lines if not state_word(r.text) for ch in r.text)
    return words.pop() if len(words) == 1 and called else ""
