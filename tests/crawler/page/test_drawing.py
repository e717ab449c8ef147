"""drawing.js: what a small svg draws, and what a small picture shows."""

from typing import Any

import pytest

FILES = ("memory", "flat", "box", "colour", "drawing")
PARTS = "partsOf($('svg'))"
GRID = "gridOf($('canvas'), boxOf($('canvas')))"


def test_a_drawn_switch_has_a_round_track_and_a_round_knob(scripts: Any) -> None:
    scripts.show(
        "<svg width=44 height=24><rect width=44 height=24 rx=12 fill='#06c'/><circle cx=32 cy=12 r=9 fill='#fff'/></svg>"
    )
    track, knob = scripts.say(PARTS, *FILES)
    assert (track["tag"], track["box"][2:], track["round"], track["colour"]) == ("rect", [44, 24], 1, [0, 102, 204])
    assert (knob["tag"], knob["box"], knob["round"]) == ("circle", [23, 3, 18, 18], 1)


@pytest.mark.parametrize(
    "part",
    [
        "<path d='M0 0h24v24H0z' fill='none'/>",
        "<path d='M4 12h9' stroke='#000' fill='none' stroke-opacity='0'/>",
        "<path d='M4 12h9' stroke='#000' fill='none' stroke-dasharray='9' stroke-dashoffset='9'/>",
        "<path d='M4 12h9v4z' opacity='0'/>",
        "<defs><path d='M4 12h9v4z'/></defs>",
    ],
)
def test_what_nobody_sees_is_no_part(scripts: Any, part: str) -> None:
    scripts.show(f"<svg width=24 height=24>{part}</svg>")
    assert scripts.say(PARTS, *FILES) == []


def test_square_corners_are_not_round(scripts: Any) -> None:
    scripts.show("<svg width=44 height=24><rect width=44 height=24 rx=2 /></svg>")
    assert [p["round"] for p in scripts.say(PARTS, *FILES)] == [0]


def test_a_picture_is_told_by_the_colours_of_a_coarse_grid(scripts: Any) -> None:
    scripts.show("<canvas width=64 height=32></canvas>")
    scripts.page.evaluate(
        "() => { const pen = document.querySelector('canvas').getContext('2d'); pen.fillStyle = '#f00'; pen.fillRect(32, 0, 32, 32) }"
    )
    grid = scripts.say(GRID, *FILES)
    assert (len(grid), grid[:4], grid[31 * 4 : 32 * 4]) == (32 * 16 * 4, [0, 0, 0, 0], [255, 0, 0, 255])


def test_a_picture_that_is_not_loaded_shows_nothing(scripts: Any) -> None:
    scripts.show("<img width=48 height=24>")
    assert scripts.say("gridOf($('img'), boxOf($('img')))", *FILES) is None
