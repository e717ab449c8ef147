"""The route to a control as a strip of pictures."""

from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest
from PIL import Image, ImageColor

from offswitch.pictures import filmstrip, fonts
from offswitch.pictures.layout import Rect, around
from offswitch.pictures.palette import CLICKED
from offswitch_recording.words import Action, Button


def test_the_route_names_what_is_clicked(make: Callable[..., Any]) -> None:
    recording, _, _ = make()
    panels = filmstrip.route(recording, recording.controls[0])
    assert [(p.screen.id, p.caption) for p in panels] == [
        ("s1", "1. click “Settings”"), ("s2", "2. click “Your data”"), ("s3", "Use my orders to train our models"),
    ]  # fmt: skip


def test_a_menu_under_the_pointer_is_shown_and_not_counted(make: Callable[..., Any]) -> None:
    recording, _, _ = make()
    control = recording.controls[0]
    first, second = control.steps
    control.steps = [first.model_copy(update={"action": Action.HOVER}), second.model_copy(update={"button": Button.RIGHT})]
    captions = [p.caption for p in filmstrip.route(recording, control)]
    assert captions[:2] == ["rest the pointer on “Settings”", "1. right-click “Your data”"]


def test_one_strip_for_each_of_the_gravest_controls(make: Callable[..., Any]) -> None:
    recording, findings, _ = make()
    assert [(n, c.id) for n, _, c in filmstrip.gravest(recording, findings)] == [(1, "c1"), (4, "c4"), (3, "c2")]


def test_a_control_on_the_start_screen_needs_no_strip(make: Callable[..., Any]) -> None:
    recording, findings, _ = make()
    for control in recording.controls:
        control.steps, control.screen = [], "s1"
    assert filmstrip.gravest(recording, findings) == []


def test_captions_stay_under_their_panel() -> None:
    for text in ("Data", "A door with a label that nobody can read at a glance " * 4, "x" * 300):
        lines = filmstrip.caption(text, 10, 200)
        assert not [1 for a, b in combinations(lines, 2) if a.rect.overlaps(b.rect)]
        room = Rect(10, 200, filmstrip.PANEL_W, filmstrip.CAPTION_H)
        assert all(one.rect.inside(room) and fonts.width(one.text, one.px) <= one.rect.w for one in lines)


def test_a_long_route_wraps_and_stays_narrow(make: Callable[..., Any]) -> None:
    recording, findings, folder = make()
    recording.controls[0].steps = recording.controls[0].steps * 4
    files: list[Any] = []
    (folder / "scored").mkdir()
    filmstrip.draw(recording, findings, folder, folder / "scored", files, [])
    assert Image.open(files[0]).width <= 1280
    assert Image.open(files[0]).height > 2 * filmstrip.PANEL_H


def test_the_part_around_a_control_shows_it_and_what_stands_beside_it() -> None:
    area = Rect(0, 0, 1280, 900)
    for rect in (Rect(0, 0, 40, 20), Rect(1240, 880, 40, 20), Rect(600, 400, 40, 20), Rect(0, 300, 1280, 60)):
        part = around(rect, area, 520, 0.6, 1)
        assert part.inside(area) and rect.inside(part)
    switch = Rect(1000, 400, 40, 20)
    assert around(switch, area, 520, 0.6, 1).right - switch.right == 60
    tick = Rect(300, 400, 20, 20)
    assert tick.x - around(tick, area, 520, 0.6, 1).x == 60


@pytest.mark.parametrize(("width", "scale"), [(1280, 1), (375, 1), (375, 3)])
def test_what_is_clicked_has_a_box_that_shows(make: Callable[..., Any], width: int, scale: float) -> None:
    recording, findings, folder = make(width, scale)
    clicked = recording.controls[1].box  # far down and at the right edge
    for control in recording.controls:
        control.steps = [s.model_copy(update={"screen": s.door.replace("d", "s"), "box": clicked}) for s in control.steps]
    image = Image.new("RGB", (round(width * scale), round(1500 * scale)), "#ffffff")
    for name in ("s1", "s2"):
        image.save(folder / f"screens/{name}.png")
    panels = filmstrip.route(recording, recording.controls[0])
    assert [(p.screen.id, p.box) for p in panels] == [("s1", clicked), ("s2", clicked), ("s3", recording.controls[0].box)]
    drawn: list[Any] = []
    (folder / "scored").mkdir()
    filmstrip.draw(recording, findings, folder, folder / "scored", drawn, [])
    strip, colour = Image.open(drawn[0]), ImageColor.getrgb(CLICKED.colour)
    for n in range(2):
        left = filmstrip.GAP + n * (filmstrip.PANEL_W + filmstrip.GAP)
        panel = strip.crop((left, filmstrip.GAP, left + filmstrip.PANEL_W, filmstrip.GAP + filmstrip.PANEL_H))
        found = [p for _, p in panel.getcolors(1 << 16) if sum(abs(a - b) for a, b in zip(p, colour, strict=True)) < 120]
        assert found, n


def test_a_route_is_drawn_from_records_that_do_not_know_what_was_clicked(make: Callable[..., Any]) -> None:
    recording, _, _ = make()
    assert [p.box for p in filmstrip.route(recording, recording.controls[0])][:2] == [None, None]
