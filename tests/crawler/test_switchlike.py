"""Whether a picture is that of a switch, told from a grid of its colours."""

import pytest
from PIL import Image, ImageDraw

from offswitch_crawler.controls.raw import RawNode
from offswitch_crawler.controls.switchlike import GRID_WIDE, shows_switch


def grid(draw: str, *, ground: str | None = None) -> list[int]:
    """A picture of 96 to 48 as page/drawing.js would tell it."""
    picture = Image.new("RGBA", (96, 48), ground or (0, 0, 0, 0))
    pen = ImageDraw.Draw(picture)
    if draw in ("left", "right", "middle"):
        pen.rounded_rectangle((0, 0, 95, 47), 24, fill="#26a" if draw == "right" else "#aaa")
        at = {"left": 24, "right": 71, "middle": 48}[draw]
        pen.ellipse((at - 19, 5, at + 19, 43), fill="#fff")
    elif draw == "flag":
        pen.rectangle((0, 0, 95, 47), fill="#4ad")
        pen.ellipse((12, 8, 44, 40), fill="#fd0")
    elif draw == "card":
        pen.rounded_rectangle((0, 0, 95, 47), 10, fill="#223")
        pen.ellipse((20, 8, 52, 40), fill="#e01")
        pen.ellipse((44, 8, 76, 40), fill="#f90")
    elif draw == "pill":
        pen.rounded_rectangle((0, 0, 95, 47), 24, fill="#26a")
    return list(picture.resize((GRID_WIDE, GRID_WIDE // 2), Image.Resampling.BOX).tobytes())


def picture(colours: list[int]) -> RawNode:
    """An image that shows them."""
    return RawNode(1, 1, 0, 1, "img", (0, 0, 48, 24), {}, grid=colours)


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("ground", [None, "#fff", "#222"])
def test_a_knob_at_an_end_of_a_rounded_track_is_a_switch(side: str, ground: str | None) -> None:
    assert shows_switch(picture(grid(side, ground=ground)))


def test_a_knob_that_reaches_the_middle_is_one() -> None:
    pixels = Image.new("RGBA", (48, 26), (0, 0, 0, 0))
    pen = ImageDraw.Draw(pixels)
    pen.rounded_rectangle((0, 0, 47, 25), 13, fill="#b0b0b0")
    pen.ellipse((3, 3, 23, 23), fill="#fff")
    assert shows_switch(picture(list(pixels.resize((GRID_WIDE, 17), Image.Resampling.BOX).tobytes())))


@pytest.mark.parametrize("other", ["middle", "flag", "card", "pill", "nothing"])
def test_other_pictures_of_its_size_are_none(other: str) -> None:
    assert not shows_switch(picture(grid(other)))


def test_a_picture_that_the_browser_does_not_tell_is_none() -> None:
    assert not shows_switch(RawNode(1, 1, 0, 1, "img", (0, 0, 48, 24), {}))
