"""colour.js: colours as drawn, the ground behind a text, and the contrast between the two as WCAG 2.2 measures it."""

from typing import Any

import pytest

FILES = ("memory", "flat", "colour")


@pytest.mark.parametrize(
    ("css", "drawn"),
    [
        ("rgb(1, 2, 3)", [1, 2, 3, 1]),
        ("rgba(10, 20, 30, 0.5)", [10, 20, 30, 0.5]),
        ("transparent", [0, 0, 0, 0]),
        ("color(srgb 1 0 0)", [255, 0, 0, 1]),
        ("oklch(1 0 0)", [255, 255, 255, 1]),
        ("color-mix(in srgb, red, blue)", [128, 0, 128, 1]),
        ("hsl(120 100% 50% / 50%)", [0, 255, 0, 0.5]),
    ],
)
def test_any_css_colour_is_read_as_drawn(scripts: Any, css: str, drawn: list[float]) -> None:
    scripts.show(f"<p id=it style='background:{css}'>It</p>")
    read = scripts.say("rgba(getComputedStyle($('#it')).backgroundColor)", *FILES)
    assert read[:3] == pytest.approx(drawn[:3], abs=1)
    assert read[3] == pytest.approx(drawn[3], abs=0.01)


def test_a_colour_read_by_the_painter_does_not_stain_the_next(scripts: Any) -> None:
    scripts.show("<p>It</p>")
    assert scripts.say("[rgba('red'), rgba('hsl(0 0% 0% / 0)')]", *FILES) == [[255, 0, 0, 1], [0, 0, 0, 0]]


@pytest.mark.parametrize(
    ("around", "own", "ground"),
    [
        ("", "", [255, 255, 255]),
        ("background:#000", "", [0, 0, 0]),
        ("background:#000", "background:#ffffff80", [128, 128, 128]),
        ("background:#00000080", "background:#ffffff80", [191, 191, 191]),
        ("background:#123456", "background:transparent", [18, 52, 86]),
    ],
)
def test_the_ground_is_what_shines_through(scripts: Any, around: str, own: str, ground: list[int]) -> None:
    scripts.show(f"<div style='{around}'><p id=it style='{own}'>It</p></div>")
    assert scripts.say("groundOf($('#it')).slice(0, 3)", *FILES) == pytest.approx(ground, abs=1)


def test_the_ground_of_a_slotted_text_is_that_of_its_slot(scripts: Any) -> None:
    """Not that of the element that it is written in: between them stands the drawn tree of the component."""
    root = "<div style='background:#222'><slot></slot></div>"
    scripts.show(f"<x-card><template shadowrootmode=open>{root}</template><p id=it>It</p></x-card>")
    assert scripts.say("groundOf($('#it')).slice(0, 3)", *FILES) == [34, 34, 34]


@pytest.mark.parametrize(
    ("ink", "ground", "ratio"),
    [
        ([0, 0, 0, 1], [255, 255, 255, 1], 21),
        ([255, 255, 255, 1], [0, 0, 0, 1], 21),
        ([119, 119, 119, 1], [255, 255, 255, 1], 4.48),
        ([255, 0, 0, 1], [255, 255, 255, 1], 4.0),
        ([0, 0, 0, 0], [255, 255, 255, 1], 1),
        ([0, 0, 0, 0.5], [255, 255, 255, 1], 3.98),
    ],
)
def test_contrast_is_that_of_the_ink_laid_on_its_ground(
    scripts: Any, ink: list[float], ground: list[float], ratio: float
) -> None:
    scripts.show("<p>It</p>")
    assert scripts.say("contrastOf(...argument)", *FILES, argument=[ink, ground]) == pytest.approx(ratio, abs=0.04)
