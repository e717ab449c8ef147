"""How far a text stands from a control, as reading goes."""

from offswitch_crawler.controls.raw import RawElement
from offswitch_crawler.seen import Box
from offswitch_recording.words import Kind

FAR_PX = 420
OVER_PX = 180
"""Of what stands in no common row only so much belongs together over each other."""

TOUCH_PX = 2
"""Lines that reach so little over an edge stand over or under it."""


def farthest(control: RawElement, line: Box) -> float:
    """How far a text may stand from its control: on one level rows are wide."""
    _, y, _, h = control.reach or control.box
    return FAR_PX if line[1] < y + h and y < line[1] + line[3] else OVER_PX


def distance(control: RawElement, line: Box) -> float:
    """How far a text stands from a control as reading goes; a tick is read with what follows, others with what precedes."""
    x, y, w, h = control.reach or control.box
    lx, ly, lw, lh = line
    aside = max(x - (lx + lw), lx - (x + w), 0)
    above, below = y - (ly + lh), ly - (y + h)
    if above < -TOUCH_PX and below < -TOUCH_PX:
        after = lx > x if not control.page.rtl else lx < x
        ticks = control.kind in (Kind.CHECKBOX, Kind.RADIO)
        return aside * (0.5 if after == ticks or aside < 24 else 0.9)
    if above >= -TOUCH_PX:
        return max(above, 0) + aside * 1.5 + 20
    return max(below, 0) * 1.5 + aside * 1.5 + 60
