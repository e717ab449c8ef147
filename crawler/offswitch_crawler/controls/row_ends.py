"""Rows that hold several controls, and where a row ends: which text belongs to whom."""

from itertools import pairwise

from offswitch_crawler.controls.lines import level, subordinate
from offswitch_crawler.controls.raw import RawElement, RawNode
from offswitch_crawler.controls.runs import Run, around
from offswitch_crawler.seen import Box

MOST_IN_ROW = 4
LEVEL_PX = 8.0
VALUE_GAP = 24
VALUE_WORDS = 3
SAME_EDGE_PX = 6
RIGHT_UNDER = 24
TOUCHING_TEXT = 6
CLOSE_UNDER = 8
SENTENCE = 40
"""A line this long, or with a full stop, tells something; a shorter one may be a row."""


def on_level(a: Box, b: Box) -> bool:
    """Whether two boxes have their middle at one height."""
    return abs(a[1] + a[3] / 2 - b[1] - b[3] / 2) <= LEVEL_PX


def ends_row(lines: list[Run], label: Run, bottom: float) -> list[Run]:
    """Of lines under a row that ends at `bottom` those until the next row begins."""
    told: list[Run] = []
    for line in lines:
        if beside(line, lines) or line.box[1] - bottom > RIGHT_UNDER or not (subordinate(line, label) or tells(line)):
            break
        told.append(line)
        bottom = line.box[1] + line.box[3]
    return told


def begins_row(name: list[Run], goes_on: Box, *, rtl: bool) -> bool:
    """Whether lines under one another begin a row that goes on with something far from them and on their level."""
    box = around([r.box for r in name])
    apart = box[0] - goes_on[0] - goes_on[2] if rtl else goes_on[0] - box[0] - box[2]
    common = min(box[1] + box[3], goes_on[1] + goes_on[3]) - max(box[1], goes_on[1])
    edges = [r.box[0] + r.box[2] if rtl else r.box[0] for r in name]
    return apart > VALUE_GAP and common >= 0.25 * min(box[3], goes_on[3]) and max(edges) - min(edges) <= SAME_EDGE_PX


def are_values(lines: list[Run]) -> bool:
    """Short words such as `22:00 - 07:00` or `Pro`: how a row stands, not what it is called."""
    return all(len(r.text.split()) <= VALUE_WORDS and not tells(r) for r in lines)


def notes(box: Box, lines: list[Run]) -> bool:
    """Whether lines stand under a control, as what is noted on it."""
    return all(r.box[1] >= box[1] + box[3] - 2 for r in lines)


def one_block(line: Run, nearest: Run) -> bool:
    """Whether two lines stand one under the other at one edge, as a label and its description do."""
    upper, lower = sorted((line, nearest), key=lambda r: r.box[1])
    gap = lower.box[1] - (upper.box[1] + upper.box[3])
    left = abs(line.box[0] - nearest.box[0])
    right = abs(line.box[0] + line.box[2] - nearest.box[0] - nearest.box[2])
    return -4 <= gap <= 12 and min(left, right) < 6


def tails_of(lines: list[Run]) -> dict[int, list[Run]]:
    """The lines in smaller letters that stand close under another, by its position: they tell more of it, whatever is nearer."""
    found: dict[int, list[Run]] = {}
    head = None
    for (over, line), after in zip(pairwise(lines), [*lines[2:], None], strict=False):
        head = head or over
        apart = line.box[1] - over.box[1] - over.box[3]
        nearer = after is None or after.px <= line.px or after.box[1] - line.box[1] - line.box[3] > apart
        if line.px < head.px - 0.4 and -4 <= apart <= CLOSE_UNDER and nearer and one_block(line, over):
            found.setdefault(head.at, []).append(line)
        else:
            head = None
    return found


def beside(line: Run, lines: list[Run]) -> bool:
    """Whether another line stands on its level, away from it: a name with its value is a row of its own."""
    return any(level(r, line) and _apart(r, line) > VALUE_GAP for r in lines if r is not line)


def below(line: Run, part: RawNode) -> bool:
    """Whether a text that tells something stands right under a row; a short one that is no sentence only where it touches."""
    gap = line.box[1] - part.y - part.height
    near = gap <= RIGHT_UNDER if tells(line) else gap <= TOUCHING_TEXT
    return gap >= -2 and near and part.x - RIGHT_UNDER <= line.box[0] < part.x + part.width


def tells(line: Run) -> bool:
    """A sentence rather than the name of something."""
    return len(line.text) > SENTENCE or line.text.rstrip().endswith((".", "。", "!", "?"))


def _apart(a: Run, b: Run) -> float:
    return max(a.box[0] - b.box[0] - b.box[2], b.box[0] - a.box[0] - a.box[2])


def shared_row(controls: list[RawElement], up: RawNode, tallest: float) -> list[RawElement]:
    """The controls of an element that is one row of a few; empty where it is more."""
    if up.height > tallest:
        return []
    inside = [c for c in controls if up.holds(c.anchor.at)]
    one = 2 <= len(inside) <= MOST_IN_ROW and all(on_level(c.box, inside[0].box) for c in inside)
    return inside if one else []


def in_turn(control: RawElement, members: list[RawElement], lines: list[Run], *, rtl: bool) -> Run | None:
    """The line of one of several controls on a level, where lines and controls stand in turn: each before or each after its own."""
    sign = -1 if rtl else 1
    order = sorted(members, key=lambda c: sign * c.box[0])
    texts = sorted((r for r in lines if on_level(r.box, control.box)), key=lambda r: sign * r.box[0])
    if len(texts) != len(order):
        return None
    before = [sign * r.box[0] < sign * c.box[0] for r, c in zip(texts, order, strict=True)]
    between = [sign * c.box[0] < sign * r.box[0] for c, r in zip(order, texts[1:], strict=False)]
    after = [sign * r.box[0] < sign * c.box[0] for r, c in zip(texts, order[1:], strict=False)]
    if (all(before) and all(between)) or (not any(before) and all(after)):
        return texts[order.index(control)]
    return None


def stops_of(control: RawElement, lines: list[Run]) -> list[Run]:
    """The words under a slider's track that name its stops: two or more on one level, over its length."""
    x, y, w, h = control.box
    under = [
        r for r in lines if y + h - 6 <= r.box[1] <= y + h + 40 and x - 30 <= r.box[0] and r.box[0] + r.box[2] <= x + w + 40
    ]
    first = min(under, key=lambda r: r.box[1], default=None)
    band = [r for r in under if first is not None and level(r, first)]
    words = [p for r in band for p in r.pieces]
    wide = max((r.box[0] + r.box[2] for r in band), default=0) - min((r.box[0] for r in band), default=0)
    return band if len(words) >= 2 and wide >= w / 2 and sum(p.box[2] for p in words) <= 0.8 * wide else []
