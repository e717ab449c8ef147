"""text.js: pieces of text as a person sees them."""

from typing import Any

import pytest

CLEAN = ("memory", "flat", "box", "colour", "text")


def lines(scripts: Any, body: str) -> list[str]:
    """What reads as one line each."""
    scripts.show(body)
    found: dict[int, str] = {}
    for piece in scripts.scan().texts:
        space = " " if found.get(piece.run) and piece.spaced else ""
        found[piece.run] = f"{found.get(piece.run, '')}{space}{piece.text}{' ' if piece.ends else ''}"
    return [" ".join(line.split()) for line in found.values()]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("  Personal\n\t ads ", "Personal ads"),
        ("Ads\u00a0on", "Ads on"),
        ("\u200eAds\u200f", "Ads"),
        ("\ue145 Add", "Add"),
        ("\u2066إعلانات\u2069", "إعلانات"),
        ("\ue5cd", ""),
        ("👩\u200d👧 Family", "👩\u200d👧 Family"),
    ],
)
def test_what_nobody_reads_is_taken_out_of_a_text(scripts: Any, raw: str, text: str) -> None:
    scripts.show("<p>It</p>")
    assert scripts.say("cleaned(argument)", *CLEAN, argument=raw) == text


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ("<p>Share <b>my</b> data</p><p>Off</p>", ["Share my data", "Off"]),
        ("<p>on<i>ly</i></p>", ["only"]),
        ("<p>One<br>Two</p>", ["One", "Two"]),
        ("<div>One<div>Two</div>Three</div>", ["One", "Two", "Three"]),
        ("<p>One <span style='display:inline-block'>badge</span></p>", ["One badge"]),
        ("<x-p><template shadowrootmode=open><p>Say <slot></slot> now</p></template>it</x-p>", ["Say it now"]),
    ],
)
def test_what_reads_as_one_line_is_one_run(scripts: Any, body: str, read: list[str]) -> None:
    assert lines(scripts, body) == read


@pytest.mark.parametrize(
    "style",
    [
        "visibility:hidden",
        "opacity:0",
        "color:transparent",
        "font-size:0",
        "text-indent:-9999px",
        "display:none",
        "font-family:'Material Icons',sans-serif",
    ],
)
def test_text_that_is_not_drawn_or_is_an_icon_is_no_text(scripts: Any, style: str) -> None:
    assert lines(scripts, f'<p style="{style}">settings</p><p>Words</p>') == ["Words"]


def test_a_piece_says_how_it_is_drawn(scripts: Any) -> None:
    scripts.show("<div style='background:#000'><p style='color:#fff;font:700 20px/30px sans-serif'>Ads</p></div>")
    (piece,) = scripts.scan().texts
    assert (piece.px, piece.weight, piece.contrast, piece.ink, piece.ground) == (20, 700, 21, [255, 255, 255], [0, 0, 0])
    assert piece.box[0] == 0
    assert 20 < piece.box[2] < 80


def test_faint_text_has_the_contrast_that_its_opacity_leaves(scripts: Any) -> None:
    scripts.show("<p style='color:#000'>Plain</p><div style='opacity:.3'><p style='color:#000'>Faint</p></div>")
    plain, faint = scripts.scan().texts
    assert (plain.contrast, faint.contrast) == (21, pytest.approx(2.1, abs=0.1))


def test_capitals_of_the_style_are_said_of_a_piece(scripts: Any) -> None:
    scripts.show("<p style='text-transform:uppercase'>Sound</p><p style='font-variant:small-caps'>Post</p><p>Calls</p>")
    assert [(p.text, bool(p.caps)) for p in scripts.scan().texts] == [("Sound", True), ("Post", True), ("Calls", False)]
