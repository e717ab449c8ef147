"""scroll.js: one scroller scrolled to a height, where a person could scroll it."""

from typing import Any

import pytest

FILES = ("memory", "flat", "scroll")
ROWS = "<p style='height:900px'>Rows</p>"
TO = "scrolledTo(uidOf($('#it')), argument)"


def test_a_panel_goes_where_it_is_sent_and_says_where_it_stands(scripts: Any) -> None:
    scripts.show(f"<div id=it style='height:300px;overflow:auto'>{ROWS}</div>")
    assert scripts.say(TO, *FILES, argument=200) == {"top": 200, "window": 300, "height": 900}
    assert scripts.say(TO, *FILES, argument=5000)["top"] == 600
    assert scripts.say(TO, *FILES, argument=0)["top"] == 0


def test_it_is_there_at_once_though_the_page_wishes_to_glide(scripts: Any) -> None:
    scripts.show(f"<style>*{{scroll-behavior:smooth}}</style><div id=it style='height:300px;overflow:auto'>{ROWS}</div>")
    assert scripts.say(TO, *FILES, argument=450)["top"] == 450


@pytest.mark.parametrize("style", ["overflow:hidden", "overflow:clip", "overflow:visible", "overflow:auto;height:auto"])
def test_what_a_person_cannot_scroll_stays(scripts: Any, style: str) -> None:
    scripts.show(f"<div id=it style='height:300px;{style}'>{ROWS}</div>")
    assert scripts.say(TO, *FILES, argument=200) is None
    assert scripts.page.evaluate("document.querySelector('#it').scrollTop") == 0


@pytest.mark.parametrize(
    ("style", "top"),
    [
        ("", 500),
        ("html{overflow:auto}", 500),
        ("body{overflow:hidden}", None),
        ("html{overflow:hidden}", None),
        ("html{overflow:clip}", None),
        ("html{overflow:auto}body{overflow:hidden}", 500),
    ],
)
def test_the_document_scrolls_unless_the_page_has_locked_it(scripts: Any, style: str, top: float | None) -> None:
    scripts.show(f"<style>{style}</style>{ROWS * 3}")
    at = scripts.say("scrolledTo(0, 500)", *FILES)
    assert (at and at["top"]) == top


def test_a_short_document_does_not_scroll(scripts: Any) -> None:
    scripts.show("<p>Words</p>")
    assert scripts.say("scrolledTo(0, 500)", *FILES) is None


def test_a_scroller_that_is_gone_does_not_scroll(scripts: Any) -> None:
    scripts.show(f"<div id=it style='height:300px;overflow:auto'>{ROWS}</div>")
    number = scripts.say("uidOf($('#it'))", *FILES)
    scripts.page.evaluate("document.querySelector('#it').remove()")
    assert scripts.say("scrolledTo(argument, 100)", *FILES, argument=number) is None
