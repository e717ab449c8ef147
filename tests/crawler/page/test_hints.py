"""hints.js: which elements may hold a closed shadow root; a second call of the browser is only worth it where one may."""

from typing import Any

import pytest

FILES = ("memory", "flat", "box", "colour", "hints")
HINT = "mayBeClosed($('#it'), boxOf($('#it')), getComputedStyle($('#it')))"
CLOSED = "<template shadowrootmode=closed><p>Share my steps</p></template>"
DEFINED = "<script>customElements.define('x-part', class extends HTMLElement {})</script>"


@pytest.mark.parametrize(
    "element",
    [
        f"<div id=it>{CLOSED}</div>",
        f"<section id=it>{CLOSED}<p>Not drawn, no slot takes it</p></section>",
        f"{DEFINED}<x-part id=it style='display:block'>{CLOSED}</x-part>",
        f"{DEFINED}<x-part id=it style='display:block'>Words that a slot of a closed root may show</x-part>",
    ],
)
def test_what_shows_more_than_its_children_do_may_hold_one(scripts: Any, element: str) -> None:
    scripts.show(element)
    assert scripts.say(HINT, *FILES) is True


@pytest.mark.parametrize(
    "element",
    [
        "<div id=it>Words</div>",
        "<div id=it><p>Words</p></div>",
        "<div id=it style='height:40px;background:#ccc'></div>",
        "<div id=it style='height:40px;border:1px solid'></div>",
        "<div id=it></div>",
        "<input id=it>",
        "<div id=it><template shadowrootmode=open><p>Words</p></template></div>",
        "<x-part id=it style='display:block'>Words</x-part>",
    ],
)
def test_what_shows_what_it_holds_and_no_more_does_not(scripts: Any, element: str) -> None:
    scripts.show(element)
    assert scripts.say(HINT, *FILES) is False


def test_an_element_is_not_asked_again(scripts: Any) -> None:
    scripts.show("<div id=it style='height:40px'></div>")
    assert scripts.scan().hints == 1
    scripts.hand_in_closed_roots()
    assert scripts.scan().hints == 0
