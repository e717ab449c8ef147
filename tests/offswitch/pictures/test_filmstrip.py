"""The route to a control as a strip of pictures."""

from collections.abc import Callable
from itertools import combinations
from typing import Any

from PIL import Image

from offswitch.pictures import filmstrip, fonts
from offswitch.pictures.layout import Rect, around


def test_the_route_names_what_is_clicked(make: Callable[..., Any]) -> None:
    recording, _, _ = make()
    panels = filmstrip.route(recording, recording.controls[0])
    assert [(p.screen.id, p.caption) for p in panels] == [
        ("s1", "1. click “Settings”"), ("s2", "2. click “Your data”"), ("s3", "Use my orders to train our models"),
    ]  # fmt: skip


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
