"""What reads as one line: parts set side by side that go on as one phrase, and lines cut by the controls that stand in them."""

from collections.abc import Callable
from itertools import groupby

from offswitch_crawler.controls.raw import RawNode
from offswitch_crawler.controls.runs import Run, Text, around, joined
from offswitch_crawler.controls.states import state_word

WORD_GAP = 0.65
"""As much of a letter's height lies between two parts of one phrase."""
SPACE = 0.12
SPACE_WIDEST = 0.35
ALIKE = 0.15
PALE = 0.75
"""Of another text's contrast: drawn paler to stand back."""
ENDS = (".", "!", "?", ":", "。", "！", "？", "：", "…")


def subordinate(line: Run, to: Run) -> bool:
    """Written smaller, lighter or paler, as what explains a label is."""
    return line.px < to.px - 0.4 or line.weight < to.weight or paler(line, to, PALE)


def paler(line: Run, than: Run, share: float) -> bool:
    """Whether a line has less than such a share of another's contrast; not where one of them is not known."""
    return line.contrast is not None and than.contrast is not None and line.contrast < share * than.contrast


def level(a: Run, b: Run) -> bool:
    """Whether two lines stand beside each other."""
    return min(a.box[1] + a.box[3], b.box[1] + b.box[3]) - max(a.box[1], b.box[1]) >= 0.5 * min(a.box[3], b.box[3])


def without(line: Run, own: list[RawNode]) -> Run | None:
    """A line without what stands in some elements; None where nothing is left."""
    left = [p for p in line.pieces if not any(n.holds(p.at) for n in own)]
    return line if len(left) == len(line.pieces) else joined(left) if left else None


def cut(lines: list[Run], before: Callable[[int], int]) -> list[Run]:
    """Lines cut where controls stand in them; `before` counts the controls before a position."""
    found: list[Run] = []
    for line in lines:
        parts = [list(pieces) for _, pieces in groupby(line.pieces, key=lambda p: before(p.at))]
        found += [joined(pieces) for pieces in parts] if len(parts) > 1 else [line]
    return found


def phrases(lines: list[Run], apart: Callable[[int, int], bool], leads: Callable[[Text], bool], *, rtl: bool) -> list[Run]:
    """Lines that go on beside each other as one.

    `apart`: whether a control stands between two positions; `leads`: whether a text is that of a link or button.
    """

    def touch(a: Run, b: Run) -> bool:
        return _touch(a, b, rtl=rtl) and not apart(a.pieces[-1].at, b.at)

    found: list[Run] = []
    for line, after in zip(lines, [*lines[1:], None][: len(lines)], strict=True):
        last = found[-1] if found else None
        if last is None or not touch(last, line):
            found.append(line)
            continue
        between = after is not None and touch(line, after) and _goes_on(last, after, leads, rtl=rtl)
        if between or _goes_on(last, line, leads, rtl=rtl):
            found[-1] = _as_one(last, line)
        else:
            found.append(line)
    return found


def _touch(a: Run, b: Run, *, rtl: bool) -> bool:
    """Beside each other with no more than a word's space between, in letters of one size, on one ground, in one cell."""
    if a.pieces[-1].cell != b.pieces[0].cell:
        return False
    alike = abs(a.px - b.px) <= ALIKE * max(a.px, b.px) and a.pieces[-1].ground == b.pieces[0].ground
    return alike and level(a, b) and -2 <= _gap(a, b, rtl=rtl) <= WORD_GAP * max(a.px, b.px)


def _gap(a: Run, b: Run, *, rtl: bool) -> float:
    return a.box[0] - b.box[0] - b.box[2] if rtl else b.box[0] - a.box[0] - a.box[2]


def _goes_on(a: Run, b: Run, leads: Callable[[Text], bool], *, rtl: bool) -> bool:
    """Whether the second reads on where the first ends: no new sentence, no state, no button, not set back."""
    first = b.text[0]
    anew = first.isupper() or first.isdigit()
    if a.text.rstrip().endswith(ENDS) or state_word(b.text):
        return False
    if all(map(leads, b.pieces)) or all(map(leads, a.pieces)):
        return not anew and not (all(map(leads, b.pieces)) and all(map(leads, a.pieces)))
    if paler(b, a, PALE):
        return False
    return not anew or b.weight > a.weight or (b.weight == a.weight and _gap(a, b, rtl=rtl) <= SPACE_WIDEST * a.px)


def _as_one(a: Run, b: Run) -> Run:
    spaced = a.pieces[-1].ends or b.pieces[0].spaced or abs(b.box[0] - a.box[0] - a.box[2]) > SPACE * a.px
    biggest = max((a, b), key=lambda r: len(r.text))
    text = f"{a.text}{' ' if spaced else ''}{b.text}"
    box = around([a.box, b.box])
    return Run(a.at, text, box, biggest.px, biggest.weight, biggest.contrast, (*a.pieces, *b.pieces))
