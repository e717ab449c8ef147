"""Words at both ends of a switch or slider (`Monthly`, `Yearly`; `Quiet`, `Loud`): between these it is set, and not called by them."""

from offswitch_crawler.controls.raw import RawElement
from offswitch_crawler.controls.row_ends import on_level, tells
from offswitch_crawler.controls.runs import Run
from offswitch_crawler.controls.surroundings import Surroundings
from offswitch_recording.words import Kind

GAP = 28
EVEN = 4
LONGEST = 28
OVER_PX = 44
"""At most so far over its row stands what a slider is called."""
SIDE_PX = 8


def words_at_ends(near: Surroundings, control: RawElement, lines: list[Run]) -> tuple[Run, Run] | None:
    """The two, in reading order: short, close, written alike, of a switch as far from it; no link, and nothing else on its level."""
    if control.kind not in (Kind.SWITCH, Kind.SLIDER):
        return None
    level = sorted((r for r in lines if on_level(r.box, control.box)), key=lambda r: r.box[0])
    if len(level) != 2 or any(len(r.text) > LONGEST or tells(r) or any(map(near.leads, r.pieces)) for r in level):
        return None
    left, right = level
    x, _, wide, _ = control.box
    gaps = (x - left.box[0] - left.box[2], right.box[0] - x - wide)
    close = all(-2 <= gap <= GAP for gap in gaps) and abs(left.px - right.px) < 1
    if not close or (control.kind is Kind.SWITCH and abs(gaps[0] - gaps[1]) > EVEN):
        return None
    return (right, left) if near.page.rtl else (left, right)


def line_over(near: Surroundings, control: RawElement, ends: tuple[Run, Run]) -> Run | None:
    """The line right over a row that holds one slider and the words at its ends; the title of a page names none of several."""
    first = min(ends, key=lambda r: r.box[0])
    for up in near.page.above(control.anchor):
        before = [r for r in near.usable(control, near.lines(up)) if r.at < min(e.at for e in ends)]
        if not before:
            continue
        last = before[-1]
        apart = control.box[1] - last.box[1] - last.box[3]
        stands = -2 <= apart <= OVER_PX and abs(last.box[0] - first.box[0]) <= max(SIDE_PX, control.box[2])
        title = len(near.controls) > 1 and any(n.level == 1 for n in near.page.holders(last.at))
        mine = stands and not title and not near.elsewhere(control, last) and not near.of_others(control, last, up)
        return last if mine else None
    return None
