"""cover.js: what opaque thing is painted over an element where no point of the window tells it."""

from typing import Any

import pytest

from offswitch_crawler.controls.raw import RawPage

DOWN = "<p style='height:2000px'></p>"
TICK = "<input id=it type=checkbox style='display:block;width:20px;height:20px'>"
OVER = "position:absolute;left:0;top:0;width:300px;height:60px;background:#fff"


def covers(scripts: Any, body: str, over: str = "over") -> bool:
    """Whether the element `over` is what lies over the element `it`."""
    scripts.show(body)
    page: RawPage = scripts.scan()
    node = next(n for n in page.nodes if n.attributes.get("id") == "it")
    cover = next((n for n in page.nodes if n.attributes.get("id") == over), None)
    return cover is not None and node.hit >= 0 and cover.holds(node.hit)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (OVER, True),
        (f"{OVER};z-index:-1", False),
        (f"{OVER};opacity:.5", False),
        (f"{OVER};background:#fff9", False),
        (f"{OVER};border-radius:50%", False),
        (f"{OVER};clip-path:inset(50%)", False),
        (f"{OVER};width:10px", False),
        (f"{OVER};visibility:hidden", False),
    ],
)
def test_below_the_window_what_is_opaque_and_painted_later_covers(scripts: Any, style: str, expected: bool) -> None:
    assert (
        covers(scripts, f"{DOWN}<div style='position:relative'>{TICK}<div id=over style='{style}'></div></div>") is expected
    )


def test_what_is_numbered_higher_covers_what_comes_later_and_not_the_reverse(scripts: Any) -> None:
    low = f"<div style='position:relative;z-index:1'>{TICK}</div>"
    body = "{0}<div style='position:relative'><div id=over style='{1};z-index:{2}'></div>{3}</div>"
    assert covers(scripts, body.format(DOWN, OVER, 2, low))
    assert not covers(scripts, body.format(DOWN, OVER, 0, low))


def test_a_box_that_scrolls_otherwise_covers_nothing_for_good(scripts: Any) -> None:
    rows = f"<div style='height:200px;overflow:auto'>{DOWN}{TICK}</div>"
    assert not covers(
        scripts, f"{DOWN}<div style='position:relative'>{rows}<div id=over style='{OVER};top:2000px'></div></div>"
    )


CURTAIN = "position:fixed;inset:0;background:#fff"


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (f"{CURTAIN}", True),
        (f"{CURTAIN};pointer-events:none", True),
        (f"{CURTAIN};opacity:.9", True),
        (f"{CURTAIN};opacity:.5;pointer-events:none", False),
        (f"{CURTAIN};z-index:-1", False),
        (f"{CURTAIN};top:50%", False),
        ("position:sticky;top:0;height:100vh;background:#fff", False),
    ],
)
def test_what_is_fixed_over_the_whole_window_covers_all_of_the_page(scripts: Any, style: str, expected: bool) -> None:
    assert covers(scripts, f"<p>Page</p><div id=over style='{style}'></div>{DOWN}{TICK}") is expected


def test_the_top_layer_lies_over_any_curtain(scripts: Any) -> None:
    body = (
        f"<div popover id=pop>{TICK}</div><div id=over style='{CURTAIN};z-index:99'></div><script>pop.showPopover()</script>"
    )
    assert not covers(scripts, body)


def test_a_frame_says_which_parts_of_it_are_painted_over(scanned: Any) -> None:
    frame = "<iframe id=it style='display:block;border:0;width:300px;height:200px' srcdoc='<p>In it</p>'></iframe>"
    half = scanned(f"<div style='position:relative'>{frame}<div style='{OVER}'></div></div>")
    assert half.under == [[0, 0, 300, 60]]
    whole = scanned(f"<div style='position:relative'>{frame}<div style='{OVER};height:200px'></div></div>")
    (box,) = whole.under
    assert box[1] < -1000 and box[3] > 1000
    assert scanned(f"<div style='{OVER};top:300px'></div>{frame}").under == []
