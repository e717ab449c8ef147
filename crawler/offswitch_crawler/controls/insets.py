"""Segments that show no hand, as on phones: a box in which a few words stand at one pitch, one of them on a thumb let into it."""

from dataclasses import dataclass
from itertools import pairwise

from offswitch_crawler.controls.alike import are_answers
from offswitch_crawler.controls.raw import RawElement, RawNode, RawOption, RawPage
from offswitch_crawler.controls.runs import Run, around
from offswitch_crawler.controls.signs import without_signs
from offswitch_crawler.controls.spans import Spans
from offswitch_crawler.controls.tabs import Stand, names_value, stand
from offswitch_recording.words import Kind

MOST = 5
LONGEST = 24
LOWEST, TALLEST = 24, 64
WIDEST = 560
INSET = (1, 8)
"""How far from the upper and lower edge of its box a thumb ends."""
EVEN = 4
ROUNDED = 3
CLICKED = frozenset({"a", "button", "input", "select", "textarea", "label", "summary", "svg", "img"})


@dataclass(frozen=True, eq=False)
class _Bar:
    frame: RawNode
    lines: list[Run]
    thumb: RawNode
    chosen: int


def find(page: RawPage, taken: Spans) -> list[RawElement]:
    """Such boxes beside or under a text that names what they choose, outside of everything in `taken`."""
    thumbs = [n for n in page.nodes if _may_be_thumb(n) and not taken.touch(n)]
    bars = [bar for n in thumbs if (bar := _bar(page, n)) is not None and not taken.touch(bar.frame)]
    return [_control(page, bar) for bar in bars if _chooses(page, bar)]


def _may_be_thumb(node: RawNode) -> bool:
    looks = node.looks
    if not node.seen or looks is None or node.tag in CLICKED or node.role or not 16 <= node.height <= TALLEST:
        return False
    return bool(looks["ground"][3] > 0.05 and (looks["radius"] >= ROUNDED or looks["shadow"]))


def _bar(page: RawPage, thumb: RawNode) -> _Bar | None:
    """The box into which it is let, where nothing else is drawn or clicked in that and its words stand at one pitch."""
    frame = page.by_at.get(thumb.up)
    if frame is None or not _is_frame(frame, thumb) or any(_is_more(n, thumb) for n in page.within(frame)):
        return None
    lines = page.lines_in(frame)
    if not 2 <= len(lines) <= MOST or any(len(r.text) > LONGEST or _off(r, thumb) for r in lines):
        return None
    on = [i for i, r in enumerate(lines) if _in_the_middle(r, thumb)]
    return _Bar(frame, lines, thumb, on[0]) if len(on) == 1 and _pitched(lines, frame, thumb) else None


def _is_frame(frame: RawNode, thumb: RawNode) -> bool:
    drawn = frame.looks or frame.frame
    if drawn is None or drawn["ground"][3] <= 0.03 or frame.pointer or not LOWEST <= frame.height <= TALLEST:
        return False
    over, under = thumb.y - frame.y, frame.y + frame.height - thumb.y - thumb.height
    inset = INSET[0] <= over <= INSET[1] and abs(over - under) <= 2
    unlike = sum(abs(a - b) for a, b in zip(drawn["ground"], (thumb.looks or {})["ground"], strict=True)) > 0
    return inset and unlike and frame.width <= WIDEST


def _is_more(node: RawNode, thumb: RawNode) -> bool:
    """Something else to see or to click than words and their thumb."""
    drawn = node.seen and node.looks is not None and not node.spoken and node is not thumb
    return drawn or node.tag in CLICKED or bool(node.role) or node.pointer == 2 or (node.framed and node is not thumb)


def _off(line: Run, thumb: RawNode) -> bool:
    """Not level with the thumb."""
    return abs(line.box[1] + line.box[3] / 2 - thumb.y - thumb.height / 2) > EVEN


def _in_the_middle(line: Run, thumb: RawNode) -> bool:
    before, after = line.box[0] - thumb.x, thumb.x + thumb.width - line.box[0] - line.box[2]
    return before >= 0 and after >= 0 and abs(before - after) <= EVEN


def _pitched(lines: list[Run], frame: RawNode, thumb: RawNode) -> bool:
    """Parts of one width, or of one room around each word; the thumb is as wide as its part."""
    lines = sorted(lines, key=lambda r: r.box[0])
    centres = [r.box[0] + r.box[2] / 2 for r in lines]
    steps = [b - a for a, b in pairwise(centres)]
    gaps = [b.box[0] - a.box[0] - a.box[2] for a, b in pairwise(lines)]
    word = next(r for r in lines if _in_the_middle(r, thumb))
    if max(steps) - min(steps) <= EVEN and abs(thumb.width - sum(steps) / len(steps)) <= 2 * EVEN:
        return abs(frame.width - thumb.width * len(lines)) <= 6 * EVEN
    return max(gaps) - min(gaps) <= EVEN and abs(thumb.width - word.box[2] - sum(gaps) / len(gaps)) <= 2 * EVEN


def _chooses(page: RawPage, bar: _Bar) -> bool:
    group = _parts(page, bar)
    labels = [without_signs(r.text) for r in bar.lines]
    answers = are_answers(page, group, labels) and not all(label.isdigit() for label in labels)
    return answers and names_value(page, group) and stand(page, group) is Stand.OPTIONS


def _parts(page: RawPage, bar: _Bar) -> list[RawNode]:
    """The words as if each stood in an element: what draws nothing was not kept."""
    high = (bar.thumb.y, bar.thumb.height)
    boxes = [(r.box[0], high[0], r.box[2], high[1]) for r in bar.lines]
    made = zip(bar.lines, boxes, strict=True)
    return [RawNode(r.at, r.at, bar.frame.at, -1, "span", box, {}, seen=True, spoken=True) for r, box in made]


def _control(page: RawPage, bar: _Bar) -> RawElement:
    options = [RawOption(without_signs(r.text), [], r.box) for r in bar.lines]
    raw = RawElement(Kind.SEGMENTED, [bar.frame], around([bar.frame.box]), page, options=options, own=[bar.frame])
    raw.likeness = options[bar.chosen].label
    return raw
