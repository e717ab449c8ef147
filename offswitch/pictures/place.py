"""Where the tags of boxes go: beside their box on blank ground, smaller where it is tight, else further along its
row, else in a gutter.

A tag never lies on another tag, on a control, or on anything that the page shows.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from offswitch.pictures.layout import Item, Rect


@dataclass(frozen=True)
class Tag:
    """A box and the ways to write its tag, the most telling first; the last is for the gutter."""

    box: Rect
    ways: Sequence[Item]


def beside(box: Rect, w: int, h: int, gap: int) -> list[Rect]:
    """Places for something of this size next to a box, best first."""
    above, under = box.y - h - gap, box.bottom + gap
    middle = box.y + (box.h - h) // 2
    return [
        Rect(box.x, above, w, h),
        Rect(box.right - w, above, w, h),
        Rect(box.right + gap, middle, w, h),
        Rect(box.x, under, w, h),
        Rect(box.right - w, under, w, h),
        Rect(box.x - w - gap, middle, w, h),
    ]


def place(
    tags: Sequence[Tag], *, area: Rect, taken: Sequence[Rect], is_blank: Callable[[Rect], bool], gap: int
) -> list[Item | None]:
    """Each tag as an item at its place, or null where only the gutter is left. Earlier tags choose first."""
    busy = [*taken, *(t.box for t in tags)]
    made: list[Item | None] = []
    for tag in tags:
        found = _first_free(tag, area, busy, is_blank, gap)
        made.append(found)
        if found:
            busy.append(found.rect)
    return made


def _first_free(tag: Tag, area: Rect, busy: list[Rect], is_blank: Callable[[Rect], bool], gap: int) -> Item | None:
    def is_free(rect: Rect) -> bool:
        return rect.inside(area) and not any(rect.overlaps(b, 1) for b in busy) and is_blank(rect)

    for way in tag.ways:
        for rect in beside(tag.box, way.rect.w, way.rect.h, gap):
            if is_free(rect):
                return way.at(rect.x, rect.y)
    for way in tag.ways:
        for rect in along(tag.box, way.rect.w, way.rect.h, gap, area, busy):
            if is_free(rect):
                return way.at(rect.x, rect.y)
    return None


def along(box: Rect, w: int, h: int, gap: int, area: Rect, busy: Sequence[Rect]) -> Iterator[Rect]:
    """Places on the row of a box, further and further away, as far as no other control stands between."""
    y = box.y + (box.h - h) // 2
    to_the_right = range(box.right + gap, area.right - w + 1, h)
    to_the_left = range(box.x - w - gap, area.x - 1, -h)
    for side in (to_the_right, to_the_left):
        for x in side:
            rect = Rect(x, y, w, h)
            if any(rect.overlaps(b, 1) for b in busy if b != box):
                break
            yield rect


def gutter(tags: Sequence[Tag], *, area: Rect, gap: int) -> list[Item]:
    """The last way of each tag in columns right of `area`, as near to the height of its box as the others allow.

    The items may reach further right than the area, never further down unless a single one is taller.
    """
    made: list[Item] = []
    column, free = area.right + gap, area.y
    widest = 0
    for tag in sorted(tags, key=lambda t: (t.box.y, t.box.x)):
        one = tag.ways[-1]
        wanted = tag.box.y + (tag.box.h - one.rect.h) // 2
        y = max(free, min(wanted, area.bottom - one.rect.h))
        if y + one.rect.h > area.bottom and free > area.y:
            column, y, widest = column + widest + gap, area.y, 0
        made.append(one.at(column, y))
        free, widest = y + one.rect.h + gap, max(widest, one.rect.w)
    return made
