"""looks.js: how a small thing is drawn, with what its pseudo-elements draw."""

from typing import Any

import pytest

FILES = ("memory", "flat", "box", "colour", "looks")
LOOKS = "looksOf($('#it'), getComputedStyle($('#it')))"
KNOB = "#it::after{content:'';position:absolute;left:22px;top:2px;width:16px;height:16px;border-radius:8px;background:#fff}"


def test_a_drawn_switch_shows_its_track_and_its_knob(scripts: Any) -> None:
    scripts.show(
        f"<style>#it{{position:relative;width:40px;height:20px;border-radius:10px;background:#06c}}{KNOB}</style><div id=it></div>"
    )
    looks = scripts.say(LOOKS, *FILES)
    assert (looks["ground"], looks["radius"], looks["before"]) == ([0, 102, 204, 1], 10, None)
    knob = looks["after"]
    assert (knob["left"], knob["width"], knob["ground"], knob["radius"]) == (22, 16, [255, 255, 255, 1], 8)


@pytest.mark.parametrize(("style", "opacity"), [("", 1), ("opacity:0", 0), ("visibility:hidden", 0), ("opacity:.5", 0.5)])
def test_a_tick_that_nobody_sees_has_no_opacity(scripts: Any, style: str, opacity: float) -> None:
    scripts.show(f"<style>#it::before{{content:'✓';{style}}}</style><b id=it></b>")
    tick = scripts.say("pseudoOf($('#it'), '::before')", *FILES)
    assert (tick["content"], tick["opacity"]) == ("✓", opacity)


@pytest.mark.parametrize("style", ["", "content:none", "content:'x';display:none"])
def test_a_pseudo_element_that_is_not_drawn_is_none(scripts: Any, style: str) -> None:
    scripts.show(f"<style>#it::before{{{style}}}</style><b id=it>It</b>")
    assert scripts.say("pseudoOf($('#it'), '::before')", *FILES) is None


@pytest.mark.parametrize(
    ("style", "drawn"),
    [
        ("", False),
        ("background:#06c", True),
        ("background:rgba(0,0,0,.01)", False),
        ("border:1px solid #999", True),
        ("border:1px solid transparent", False),
        ("box-shadow:0 0 2px #000", True),
        ("background-image:linear-gradient(red,blue)", True),
        ("mask-image:linear-gradient(red,blue)", True),
    ],
)
def test_what_draws_something_is_told_from_what_does_not(scripts: Any, style: str, drawn: bool) -> None:
    scripts.show(f"<p id=it style='width:20px;height:20px;{style}'></p>")
    assert scripts.say(f"drawsSomething({LOOKS})", *FILES) is drawn


def test_a_round_corner_in_percent_is_as_round_as_can_be(scripts: Any) -> None:
    scripts.show("<p id=it style='width:20px;height:20px;border-radius:50%'></p>")
    assert scripts.say(LOOKS, *FILES)["radius"] >= 10


def test_a_box_without_width_that_only_pseudo_elements_draw_has_theirs(scripts: Any) -> None:
    """As of a label whose switch is drawn beside it by `::before` and `::after`."""
    track = "#it::before{content:'';position:absolute;left:0;top:0;width:40px;height:20px;background:#999}"
    scripts.show(
        f"<style>#it{{position:relative;display:block;width:0;height:20px;margin:30px}}{track}{KNOB}</style><label id=it></label>"
    )
    assert scripts.say("pseudoBox($('#it'), boxOf($('#it')))", *FILES) == [30, 30, 40, 20]


def test_a_box_of_its_own_stays(scripts: Any) -> None:
    scripts.show(f"<style>{KNOB}</style><p id=it style='position:relative;width:80px;height:20px'></p>")
    assert scripts.say("pseudoBox($('#it'), boxOf($('#it')))", *FILES) == [0, 0, 80, 20]


@pytest.mark.parametrize(
    ("style", "frame"),
    [
        ("border:1px solid #ccc", (1, False, 0)),
        ("border-bottom:1px solid transparent", (0, False, 0)),
        ("box-shadow:0 1px 3px #0003", (0, True, 0)),
        ("background:#eee", (0, False, 1)),
    ],
)
def test_a_card_is_known_by_border_shadow_or_ground(scripts: Any, style: str, frame: tuple[float, bool, float]) -> None:
    scripts.show(f"<div id=it style='{style}'>It</div>")
    said = scripts.say("frameOf($('#it'))", *FILES)
    assert (said["border"], said["shadow"], said["ground"][3]) == frame


@pytest.mark.parametrize(
    ("style", "file"),
    [
        ("background-image:url(/img/toggle_on.png?v=2)", "toggle_on.png"),
        ("mask-image:url(sprite.svg#toggle-off)", "sprite.svg#toggle-off"),
        ("background-image:url(data:image/png;base64,AAAA)", None),
        ("background-image:linear-gradient(red, blue)", None),
    ],
)
def test_the_file_of_a_picture_is_named(scripts: Any, style: str, file: str | None) -> None:
    scripts.show(f"<style>#it{{{style}}}</style><b id=it>It</b>")
    assert scripts.say(LOOKS, *FILES).get("file") == file
