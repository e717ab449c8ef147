"""Tags never lie on each other, on a control, or on anything that the page shows."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from offswitch.pictures.layout import Item, Rect
from offswitch.pictures.place import Tag, gutter, place

AREA = Rect(0, 0, 800, 600)
WORD = Rect(200, 300, 90, 14)


def _tag(box: Rect) -> Tag:
    return Tag(box, [Item(Rect(0, 0, w, h), "x", 14) for w, h in ((150, 24), (70, 24), (30, 18))])


boxes = st.builds(Rect, st.integers(0, 780), st.integers(0, 580), st.integers(8, 200), st.integers(8, 60)).map(
    lambda r: r._replace(w=min(r.w, AREA.right - r.x), h=min(r.h, AREA.bottom - r.y))
)


@settings(deadline=None)
@given(st.lists(boxes, max_size=25), st.lists(boxes, max_size=10))
def test_nothing_overlaps(marked: list[Rect], others: list[Rect]) -> None:
    tags = [_tag(b) for b in marked]
    placed = place(tags, area=AREA, taken=others, is_blank=lambda r: not r.overlaps(WORD), gap=3)
    beside = [p.rect for p in placed if p]
    aside = [i.rect for i in gutter([t for t, p in zip(tags, placed, strict=True) if p is None], area=AREA, gap=3)]
    assert len(beside) + len(aside) == len(marked)
    assert all(r.inside(AREA) for r in beside)
    assert not [1 for r in beside for b in [*marked, *others, WORD] if r.overlaps(b)]
    assert all(r.x >= AREA.right and r.y >= 0 and r.bottom <= AREA.bottom for r in aside)
    assert not [pair for pair in combinations([*beside, *aside], 2) if pair[0].overlaps(pair[1])]


def _one(box: Rect, taken: list[Rect] | None = None, words: list[Rect] | None = None) -> Item | None:
    free = lambda r: not any(r.overlaps(w) for w in words or [])  # noqa: E731
    return place([_tag(box)], area=AREA, taken=taken or [], is_blank=free, gap=3)[0]


def test_above_the_box_where_there_is_room() -> None:
    made = _one(Rect(100, 100, 60, 20))
    assert made and made.rect == Rect(100, 73, 150, 24)


def test_under_it_at_the_upper_edge_of_the_picture() -> None:
    made = _one(Rect(700, 4, 60, 20))
    assert made and made.rect.right == 760 and made.rect.y == 27


def test_further_along_the_row_where_a_label_stands_beside_it() -> None:
    """A list of checkboxes: rows so tight that nothing fits between, and a label to the right of each box."""
    words = [Rect(0, y, 300, 20) for y in range(0, 600, 22)]
    made = _one(Rect(10, 220, 20, 20), words=words)
    assert made and made.rect.x > 300 and made.rect.w == 150
    assert abs(made.rect.y + made.rect.h / 2 - 230) <= 1


def test_not_behind_another_control_on_the_row() -> None:
    rows = [Rect(0, y, 800, 20) for y in range(0, 600, 22) if y != 220]
    made = _one(Rect(10, 220, 20, 20), taken=[Rect(120, 215, 30, 30)], words=[*rows, Rect(34, 218, 80, 24)])
    assert made is None
