"""A note behind a control, and the line before both: that line names the control, the note explains it."""

from offswitch_crawler.controls.lines import level, subordinate
from offswitch_crawler.controls.raw import RawElement, RawNode, RawPage
from offswitch_crawler.controls.runs import Run
from offswitch_crawler.controls.surroundings import Surroundings
from offswitch_crawler.seen import Box
from offswitch_recording.words import Kind

OVER_PX = 24.0
TICKS = frozenset({Kind.SWITCH, Kind.CHECKBOX})


def named_before(near: Surroundings, control: RawElement, notes: list[Run]) -> Run | None:
    """The line right before the part of a control of which all that is written follows it, smaller or paler than that line.

    A switch or tick is read with what follows, and what stands over it heads it with others; not so where the page says that it
    is the value of a term.
    """
    if not notes or notes[0].at < control.anchor.at:
        return None
    part = control.anchor
    for up in near.page.above(control.anchor):
        if not near.alone(control, up):
            break
        part = up
    else:
        return None
    before = [r for r in near.lines(up) if r.at < part.at][-1:]
    before = [
        r for r in near.usable(control, before) if not near.of_others(control, r, up) and not near.elsewhere(control, r)
    ]
    if not before or near.levels.around(before[0].at) or not subordinate(notes[0], before[0]):
        return None
    fits = _of_one_term(near.page, part) if control.kind in TICKS else _right_before(before[0], part, notes[0])
    return before[0] if fits else None


def _right_before(line: Run, part: RawNode, note: Run) -> bool:
    """Right over a part, or in its line."""
    over = -2 <= part.box[1] - line.box[1] - line.box[3] <= OVER_PX
    return level(line, note) or (over and _overlap(line.box, part.box))


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[0] + b[2] and b[0] < a[0] + a[2] + OVER_PX * 2


def _of_one_term(page: RawPage, part: RawNode) -> bool:
    """The only value of its term in a list of terms."""
    after = next((n for n in page.nodes if n.at > part.end and n.tag == "dd" and n.up == part.up), None)
    return part.tag == "dd" and (after is None or page.text_between(part.end, after.at))
