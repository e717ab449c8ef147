"""box.js: what of a page can ever be seen, once all that scrolls is scrolled."""

from typing import Any

import pytest

CLIP = "innerClip($('#outer'), getComputedStyle($('#outer')), pageClip(), boxOf($('#outer')))"


def reached(scripts: Any, outer: str, inner: str) -> bool:
    """Whether a box inside another can be seen."""
    scripts.show(
        f"<div id=outer style='width:200px;height:100px;{outer}'><p id=it style='width:50px;height:20px;{inner}'>It</p></div>"
    )
    return bool(scripts.say(f"within({CLIP}, boxOf($('#it')), 4)", "box"))


def test_a_box_is_measured_in_the_window_as_it_is_scrolled_and_transformed(scripts: Any) -> None:
    scripts.show("<div style='height:3000px'></div><p id=it style='width:80px;height:40px;transform:scale(.5)'></p>")
    scripts.page.evaluate("scrollTo(0, 2500)")
    top = scripts.page.evaluate("document.querySelector('#it').getBoundingClientRect().top")
    assert scripts.say("boxOf($('#it'))", "box") == [20, top, 40, 20]
    assert top < 800


@pytest.mark.parametrize(
    ("outer", "inner", "seen"),
    [
        ("", "position:relative;top:500px", True),
        ("overflow:hidden", "", True),
        ("overflow:hidden", "position:relative;top:500px", False),
        ("overflow:clip", "position:relative;top:500px", False),
        ("overflow:auto", "position:relative;top:500px", True),
        ("overflow:auto", "position:relative;left:-400px", False),
        ("overflow:hidden;height:0", "", False),
    ],
)
def test_hidden_overflow_cuts_and_a_scroller_shows_what_it_scrolls(scripts: Any, outer: str, inner: str, seen: bool) -> None:
    assert reached(scripts, outer, inner) is seen


def test_what_a_scroller_has_scrolled_past_can_still_be_seen(scripts: Any) -> None:
    scripts.show("<div id=outer style='height:100px;overflow:auto'><p id=it>It</p><p style='height:900px'></p></div>")
    scripts.page.evaluate("document.querySelector('#outer').scrollTop = 400")
    assert scripts.say(f"within({CLIP}, boxOf($('#it')), 4)", "box")


@pytest.mark.parametrize(
    ("style", "seen"),
    [
        ("position:absolute;left:-9999px", False),
        ("position:absolute;top:-9999px", False),
        ("position:absolute;top:5000px", True),
        ("position:absolute;left:3000px", True),
    ],
)
def test_left_of_the_page_and_above_it_nobody_scrolls(scripts: Any, style: str, seen: bool) -> None:
    scripts.show(f"<p id=it style='width:50px;{style}'>It</p>")
    assert scripts.say("within(pageClip(), boxOf($('#it')), 4)", "box") is seen


def test_a_page_that_reads_from_the_right_goes_on_at_its_left(scripts: Any) -> None:
    scripts.show(
        "<script>document.documentElement.dir = 'rtl'</script><p id=it style='width:3000px;height:9px'></p><b id=far style='position:absolute;left:2000px;width:9px;height:9px'></b>"
    )
    assert scripts.say("[within(pageClip(), boxOf($('#it')), 4), within(pageClip(), boxOf($('#far')), 4)]", "box") == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("style", "away"),
    [
        ("position:absolute;clip:rect(0 0 0 0)", True),
        ("position:absolute;clip:rect(1px,1px,1px,1px)", True),
        ("position:absolute;clip:rect(auto,auto,auto,auto)", False),
        ("position:absolute;clip:rect(0,auto,auto,0)", False),
        ("position:relative;clip:rect(0 0 0 0)", False),  # has no effect there
        ("clip-path:inset(50%)", True),
        ("clip-path:inset(0 0 100% 0)", True),
        ("clip-path:inset(0 100% 0 0)", True),
        ("clip-path:inset(0)", False),
        ("clip-path:inset(10% 20%)", False),
        ("clip-path:circle(0)", True),
        ("clip-path:circle(0 at 10px 10px)", True),
        ("clip-path:circle(40px)", False),
        ("clip-path:polygon(0 0, 0 0, 0 0)", True),
        ("clip-path:polygon(0 0, 100% 0, 100% 100%, 0 100%)", False),
    ],
)
def test_a_clip_that_leaves_nothing_hides(scripts: Any, style: str, away: bool) -> None:
    scripts.show(f"<p id=it style='width:90px;{style}'>It</p>")
    assert scripts.say("clippedAway(getComputedStyle($('#it')))", "box") is away
