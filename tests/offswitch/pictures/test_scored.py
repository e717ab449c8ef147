"""Scored pictures, measured: what is written never overlaps, fits, and can be read at 1280 and at 375 pixels."""

from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest
from PIL import Image, ImageColor

from offswitch.pictures import boxes, fonts, scored
from offswitch.pictures.layout import Rect
from offswitch.pictures.palette import LOOKS
from offswitch.pictures.scored import Sheet, draw, lay, marks_of, unmarked_of
from offswitch_recording.findings import Finding
from offswitch_recording.schema import Picture, Screen

WIDTHS = [(1280, 1), (375, 1), (375, 3)]
LONG = "A label that goes on and on, as labels of consent do, until nobody remembers how it began " * 3
MANY = [f"Setting number {n}" for n in range(60)]


def _sheet(made: Any, scale: float) -> tuple[Image.Image, Sheet]:
    recording, findings, folder = made
    screen = recording.screens[2]
    image = Image.open(folder / "screens/s3.png").convert("RGB")
    others = [c.box for c in recording.controls]
    labels = {c.id: c.label for c in recording.controls}
    marks = marks_of(recording, findings).get(("s3", 0), {})
    return image, lay(image, screen, marks, others, unmarked_of(recording, findings)["s3"], labels, unit=scale)


@pytest.mark.parametrize(("width", "scale"), WIDTHS)
@pytest.mark.parametrize("labels", [None, MANY, [LONG] * 4, ["設定を共有する", "مشاركة البيانات", "Ж" * 200, ""]])
def test_nothing_written_overlaps_or_is_cut(
    make: Callable[..., Any], width: int, scale: float, labels: list[str] | None
) -> None:
    image, sheet = _sheet(make(width, scale, labels), scale)
    items = [*sheet.header, *sheet.tags]
    assert not [(a.text, b.text) for a, b in combinations(items, 2) if a.rect.overlaps(b.rect)]
    for one in items:
        assert one.rect.inside(Rect(0, 0, *sheet.size)), one
        assert fonts.width(one.text, one.px) <= one.rect.w
        assert one.px >= 12 * scale
    assert all(i.rect.bottom <= sheet.picture_top for i in sheet.header)
    for tag in sheet.tags:
        place = tag.rect.moved(0, -sheet.picture_top)
        around = place.grown(round(2 * scale), Rect(0, 0, *image.size))  # not even touching what is written
        assert place.x >= image.width or boxes.is_blank(image, around)


@pytest.mark.parametrize(("width", "scale"), WIDTHS)
def test_every_control_concerned_has_a_box_where_it_stands(make: Callable[..., Any], width: int, scale: float) -> None:
    recording, findings, folder = made = make(width, scale)
    _, sheet = _sheet(made, scale)
    draw(recording, findings, folder)
    drawn = Image.open(folder / "scored/screen-003.png")
    assert drawn.size == sheet.size
    solid = [f for f in findings.findings if f.severity == "high"]
    for finding in solid:
        x, y, _, h = next(c.box for c in recording.controls if c.id == finding.control)
        row = [drawn.getpixel((x - round(dx * scale), round(sheet.picture_top + y + h / 2))) for dx in (2, 3)]
        assert ImageColor.getrgb(LOOKS[finding.severity].colour) in row
    assert len(sheet.marked) == 3


def test_tags_carry_the_numbers_of_the_report(make: Callable[..., Any]) -> None:
    _, sheet = _sheet(make(), 1)
    assert sorted(t.text for t in sheet.tags) == ["1 Bad defaults 97% · 2", "3 Bad defaults 91%", "4 Bad defaults 83%"]


def test_a_crowded_picture_gets_a_gutter(make: Callable[..., Any]) -> None:
    _, findings, _ = made = make(375, 1, MANY)
    image, sheet = _sheet(made, 1)
    noisy = Image.effect_noise(image.size, 90).convert("RGB")
    marks = marks_of(made[0], findings)["s3", 0]
    crowded = lay(noisy, made[0].screens[2], marks, [], [], {}, unit=1)
    assert crowded.size[0] > image.width
    assert all(t.rect.x >= image.width for t in crowded.tags)
    assert not [1 for a, b in combinations(crowded.tags, 2) if a.rect.overlaps(b.rect)]
    assert len(crowded.leaders) == len(crowded.tags) == len(crowded.marked)
    assert sheet.size[0] >= image.width


@pytest.mark.parametrize(
    "box", [(-50, -50, 20, 20), (5000, 5, 10, 10), (0, 0, 0, 0), (float("nan"), 0, 9, 9), (float("inf"), 0, 9, 9)]
)
def test_a_box_that_is_not_on_the_picture_is_not_drawn(box: tuple[float, float, float, float]) -> None:
    assert boxes.rect_of(box, Rect(0, 0, 100, 100)) is None


def test_a_box_is_cut_at_the_edge() -> None:
    assert boxes.rect_of((-5, 90, 20, 50), Rect(0, 0, 100, 100)) == Rect(0, 90, 15, 10)


def test_pictures_that_cannot_be_drawn_are_named(make: Callable[..., Any]) -> None:
    recording, findings, folder = make()
    (folder / "screens/s3.png").write_bytes(b"\x89PNG\r\n\x1a\nbroken")
    made = draw(recording, findings, folder)
    assert made.files == []
    assert made.failures and all("screens/s3.png" in f for f in made.failures)


@pytest.mark.parametrize("file", ["../outside.png", "/etc/hostname", "screens/../../outside.png", "screens/none.png"])
def test_a_record_cannot_point_out_of_its_folder(make: Callable[..., Any], file: str) -> None:
    recording, findings, folder = make()
    Image.new("RGB", (10, 10)).save(folder.parent / "outside.png")
    recording.screens[2].pictures = [Picture(file=file)]
    made = draw(recording, findings, folder)
    assert not [f for f in made.files if f.name.startswith("screen-")]
    assert any(file in f for f in made.failures)


def test_a_report_made_anew_leaves_no_old_picture(make: Callable[..., Any]) -> None:
    recording, findings, folder = make()
    draw(recording, findings, folder)
    findings.findings = [f for f in findings.findings if f.control is None]
    assert {f.name for f in draw(recording, findings, folder).files} == {f.name for f in (folder / "scored").iterdir()}


def test_only_screens_with_findings_are_drawn(make: Callable[..., Any]) -> None:
    recording, findings, folder = make()
    names = [f.name for f in draw(recording, findings, folder).files]
    assert names == ["screen-003.png", "route-001.png", "route-004.png", "route-003.png"]
    assert scored.file_name(3, 1) == "screen-003-2.png"


def test_a_screen_without_a_path_and_with_a_long_one() -> None:
    from offswitch.pictures import breadcrumb

    start = Screen.model_validate({"id": "s1", "kind": "page", "parent": None, "url": "x", "depth": 0})
    assert [i.text for i in breadcrumb.lay(start, x=0, y=0, width=900, px=14)] == ["Start", "0 clicks from the start"]
    deep = start.model_copy(update={"path": [f"Door {n}" for n in range(12)], "depth": 12})
    texts = [i.text for i in breadcrumb.lay(deep, x=0, y=0, width=900, px=14)]
    assert len(texts) == 9 and "more" in texts[3] and texts[-2] == "› Door 11"
    assert sum(t.startswith("› Door") for t in texts) + int(texts[3].split()[2]) == 12


def test_legend_is_short(make: Callable[..., Any]) -> None:
    from offswitch.pictures import legend

    _, findings, _ = make()
    many: list[tuple[int, Finding]] = [(n, findings.findings[0]) for n in range(1, 40)]
    items = legend.lay(many, {}, x=0, y=0, width=375, px=14)
    assert len([i for i in items if i.look and i.ground]) == legend.MOST_LINES
    assert any("31 more" in i.text for i in items)


def test_the_legend_of_a_narrow_picture_tells_labels_apart(make: Callable[..., Any]) -> None:
    from offswitch.pictures import legend

    _, findings, _ = make()
    begins = "Let us use what you write and read to improve "
    labels = {f"c{n}": begins + what for n, what in enumerate(["search", "adverts", "models", "partners"], 1)}
    many = [(n, findings.findings[0].model_copy(update={"control": f"c{n}"})) for n in range(1, 5)]
    for width in (359, 900, 1264):
        items = legend.lay(many, labels, x=0, y=0, width=width, px=14)
        written = " ".join(i.text for i in items)
        assert all(what in written for what in ("search", "adverts", "models", "partners"))
        assert not [1 for a, b in combinations(items, 2) if a.rect.overlaps(b.rect)]
        assert all(i.rect.right <= width for i in items)


def test_a_legend_lists_what_is_marked_on_its_picture(make: Callable[..., Any]) -> None:
    """What is marked on a further picture stands there, what is marked on none on the first."""
    recording, findings, folder = made = make()
    recording.screens[2].pictures.append(Picture(file="screens/s2.png"))
    for control in recording.controls[3:]:
        control.picture = 1
    assert {n for ns in marks_of(recording, findings)["s3", 1].values() for n, _ in ns} == {4}
    assert [f.control for _, f in unmarked_of(recording, findings)["s3"]] == [None]
    _, sheet = _sheet(made, 1)
    headings = [i.text.split()[0] for i in sheet.header if i.look and i.ground]
    assert headings == ["1", "2", "3", "5"]
    names = [f.name for f in draw(recording, findings, folder).files]
    assert names[:2] == ["screen-003.png", "screen-003-2.png"]


def test_a_line_leads_to_a_tag_that_stands_far_from_its_box(make: Callable[..., Any]) -> None:
    recording, findings, _ = make()
    image = Image.new("RGB", (1280, 600), "#ffffff")
    for y in range(0, 600, 5):  # written all over but for the right end
        image.paste("#222222", (0, y, 900, y + 2))
    marks = {(10.0, 300.0, 20.0, 20.0): marks_of(recording, findings)["s3", 0][recording.controls[0].box]}
    sheet = lay(image, recording.screens[2], marks, [], [], {}, unit=1)
    ((marked, one),) = sheet.leaders
    assert one.rect.x >= 900 and one.rect.x - marked.rect.right > boxes.FAR_PX
    near = lay(Image.new("RGB", (1280, 600), "#ffffff"), recording.screens[2], marks, [], [], {}, unit=1)
    assert near.leaders == []
