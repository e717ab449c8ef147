"""Labels that are drawn as a switch themselves, or draw one beside their text by what stands before and after it."""

from offswitch_crawler.controls.bare import is_track
from offswitch_crawler.controls.drawn import TRACK_RATIO
from offswitch_crawler.controls.pixels import pseudo_box
from offswitch_crawler.controls.raw import RawNode, RawPage
from offswitch_crawler.controls.states import state_word
from offswitch_crawler.seen import Box

LONGEST_RATIO = 3.2
LOWEST_PX = 8
KNOB = (0.35, 1.9)
"""So many times as high as its track a knob is."""
OVER_PX = 4
"""So far a knob reaches over the end of its track."""


def is_label_track(page: RawPage, label: RawNode) -> bool:
    """Whether all of a label is the track: it has a ground or an edge, a knob, and no words but of its state."""
    looks = label.looks or {}
    drawn = bool(looks) and (looks["ground"][3] > 0.03 or (looks["border"] > 0 and looks["edge"][3] > 0.05))
    words = page.words(label) if label.spoken else ""
    return drawn and (not words or state_word(words) is not None) and is_track(page, label)


def track_beside(label: RawNode) -> tuple[Box, Box] | None:
    """Track and knob, where one pseudo-element of a label is drawn as the one and the other as the other."""
    pseudo = [(label.looks or {}).get(which) for which in ("before", "after")]
    boxes = [pseudo_box(label, which) for which in ("before", "after")]
    if any(p is None or p["position"] != "absolute" for p in pseudo):
        return None
    for track, knob, drawn in ((boxes[0], boxes[1], pseudo[0]), (boxes[1], boxes[0], pseudo[1])):
        if track is None or knob is None or drawn is None:
            continue
        if _like_track(track, float(drawn["radius"])) and _fits(knob, track):
            return track, knob
    return None


def state_of(track: Box, knob: Box, *, rtl: bool) -> str:
    """on or off by the end at which a knob stands; empty where it stands at none."""
    where = (knob[0] - track[0]) / max(1.0, track[2] - knob[2])
    where = 1 - where if rtl else where
    return "off" if where <= 0.35 else "on" if where >= 0.65 else ""


def _like_track(box: Box, radius: float) -> bool:
    _, _, wide, high = box
    return high >= LOWEST_PX and TRACK_RATIO <= wide / high <= LONGEST_RATIO and radius >= 0.3 * high


def _fits(knob: Box, track: Box) -> bool:
    x, y, wide, high = knob
    inside = track[0] - OVER_PX <= x and x + wide <= track[0] + track[2] + OVER_PX
    level = abs(y + high / 2 - track[1] - track[3] / 2) <= OVER_PX
    sized = KNOB[0] * track[3] <= high <= KNOB[1] * track[3] and wide <= 0.72 * track[2]
    return inside and level and sized and 0.65 <= wide / high <= 1.8
