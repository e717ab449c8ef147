"""touch.js: one element again, between looks: where it is now, and a point at which a click lands on it."""

from typing import Any

import pytest

FILES = ("memory", "flat", "box", "touch", "scroll")
POINT = "pointOf(uidOf($('#it')))"
SHEET = "<div style='position:fixed;inset:0;background:#fff'>Sheet</div>"


def clicked(scripts: Any, body: str) -> str | None:
    """What a real click at the point tells the page that it hit: ids from the inside out; None where no point is found."""
    scripts.show(
        f"{body}<script>onclick = (event) => {{ document.title += event.composedPath().map((e) => e.id || '').join(' ') + ';' }}</script>"
    )
    point = scripts.say(POINT, *FILES)
    if not point["ok"]:
        return None
    scripts.page.mouse.click(point["x"], point["y"])
    return str(scripts.page.title())


BUTTON = "<button id=it style='width:90px;height:30px'>It</button>"
FAR = "<p style='height:4000px'></p>"
DRAWN = "<b style='display:block;width:40px;height:20px;background:#999'></b>"


@pytest.mark.parametrize(
    "body",
    [
        BUTTON,
        f"{FAR}{BUTTON}{FAR}",
        f"<div style='height:200px;overflow:auto'><p style='height:900px'></p>{BUTTON}<p style='height:900px'></p></div>",
        f"<div style='width:300px;overflow:auto'><div style='width:2000px;padding-left:900px'>{BUTTON}</div></div>",
        f"<style>*{{scroll-behavior:smooth}}</style>{FAR}{BUTTON}",
        f"<header style='position:fixed;top:0;left:0;right:0;height:60px;background:#eee'>Bar</header>{FAR}{BUTTON}{FAR}<script>scrollTo(0, 3990)</script>",
        f"{BUTTON}<div style='position:fixed;left:30px;top:0;width:30px;height:30px;background:#000'></div>",
        "<p style='width:200px'>Words before <a id=it href='#x'>a link that is broken over two lines</a></p>",
        f"<div style='display:inline-block;transform:rotate(20deg);margin:50px'>{BUTTON}</div>",
    ],
)
def test_a_click_lands_on_it_wherever_it_stands(scripts: Any, body: str) -> None:
    found = clicked(scripts, body)
    assert found is not None
    assert "it" in found.split(";")[0].split()


@pytest.mark.parametrize(
    "body",
    [
        f"<label><input id=it type=checkbox style='position:absolute;opacity:0;width:1px;height:1px'>{DRAWN}</label>",
        f"<input id=it type=checkbox style='position:absolute;width:0;height:0;appearance:none'><label for=it>{DRAWN}</label>",
        f"<label>{DRAWN}<input id=it type=checkbox style='display:none'></label>",
        f"<label style='position:relative;display:block;width:40px'>{DRAWN}<input id=it type=checkbox style='position:absolute;inset:0;opacity:0'></label>",
    ],
)
def test_an_input_that_others_draw_is_set_by_a_click_on_the_drawing(scripts: Any, body: str) -> None:
    clicked(scripts, body)
    assert scripts.page.evaluate("document.querySelector('#it').checked") is True


@pytest.mark.parametrize("mode", ["open", "closed"])
def test_a_click_lands_inside_of_a_shadow_root(scripts: Any, mode: str) -> None:
    scripts.show(f"<x-row id=row><template shadowrootmode={mode}><p style='height:900px'></p>{BUTTON}</template></x-row>")
    scripts.hand_in_closed_roots()
    inner = "shadowOf($('#row')).querySelector('#it')"
    point = scripts.say(f"pointOf(uidOf({inner}))", *FILES)
    assert point["ok"]
    assert scripts.say(f"hitAt(argument.x, argument.y) === {inner}", *FILES, argument=point) is True


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (f"{BUTTON}{SHEET}", "covered"),
        (
            f"<div style='position:relative;z-index:0'>{BUTTON}</div><div style='position:absolute;inset:0;z-index:1'>Over</div>",
            "covered",
        ),
        ("<button id=it hidden>It</button>", "invisible"),
        ("<button id=it style='pointer-events:none'>It</button>", "covered"),
    ],
)
def test_what_no_click_reaches_says_why(scripts: Any, body: str, why: str) -> None:
    scripts.show(f"<main style='min-height:100px'>{body}</main>")
    point = scripts.say(POINT, *FILES)
    assert (point["ok"], point["why"]) == (False, why)


def test_a_sheet_that_lets_clicks_through_covers_nothing(scripts: Any) -> None:
    assert clicked(scripts, f"{BUTTON}<div style='position:fixed;inset:0;pointer-events:none'>Snow</div>") is not None


def test_a_link_in_a_label_is_not_clicked_for_its_box(scripts: Any) -> None:
    """A click on it would leave the page and set nothing."""
    body = "<label style='display:block;width:300px'><a href='#away' style='display:block'>Terms of use</a><input id=it type=checkbox style='display:none'></label>"
    assert clicked(scripts, body) is None


def test_the_rest_of_such_a_label_is_clicked(scripts: Any) -> None:
    body = "<label style='display:block;width:300px'>I accept the <a href='#away' style='padding:0 120px 0 0'>terms</a> <input id=it type=checkbox style='display:none'></label>"
    clicked(scripts, body)
    assert scripts.page.evaluate("[document.querySelector('#it').checked, location.hash]") == [True, ""]


def test_boxes_are_those_of_now_and_none_for_what_is_gone_or_cut_off(scripts: Any) -> None:
    panel = "<div id=panel style='height:100px;overflow:auto'><p style='height:20px' id=a></p><p style='height:20px;margin-top:400px' id=b></p></div>"
    scripts.show(f"{panel}<p style='height:20px' id=c></p>")
    numbers = scripts.say("[...document.querySelectorAll('p')].map(uidOf)", *FILES)
    assert [b and b[1] for b in scripts.say("drawnBoxesOf(argument)", *FILES, argument=numbers)] == [0, None, 100]
    scripts.page.evaluate("document.querySelector('#panel').scrollTop = 400; document.querySelector('#c').remove()")
    assert [b and b[1] for b in scripts.say("drawnBoxesOf(argument)", *FILES, argument=numbers)] == [None, 80, None]


def test_a_free_box_is_one_that_nothing_lies_over(scripts: Any) -> None:
    scripts.show(f"{BUTTON}{SHEET}")
    assert scripts.say("drawnBoxesOf([uidOf($('#it'))])", *FILES) == [[0, 0, 90, 30]]
    assert scripts.say("freeBoxesOf([uidOf($('#it'))])", *FILES) == [None]


@pytest.mark.parametrize(
    ("inner", "cut"),
    [("", True), ("position:absolute", False), ("position:fixed;top:300px", False)],
)
def test_what_is_placed_elsewhere_is_not_cut_by_what_it_is_written_in(scripts: Any, inner: str, cut: bool) -> None:
    scripts.show(
        f"<div style='height:50px;overflow:hidden'><p style='height:200px'></p><p id=it style='width:50px;height:20px;{inner}'>It</p></div>"
    )
    assert scripts.say("cutOff($('#it'))", *FILES) is cut


FRAME = "<p style='height:3000px'></p><iframe id=it src=/inner style='width:300px;height:200px;border:5px solid;padding:7px'></iframe>"


def test_a_point_inside_of_a_frame_is_brought_into_view(scripts: Any, pages: Any) -> None:
    pages.add("/inner", "<p>Inside</p>")
    scripts.page.goto(pages.add("/outer", FRAME))
    point = scripts.say("pointThrough(uidOf($('#it')), 20, 30)", *FILES)
    x, y, *_ = scripts.say("contentOf(uidOf($('#it')))", *FILES)
    assert (point["ok"], point["x"], point["y"]) == (True, x + 20, y + 30)
    box = scripts.page.locator("#it").bounding_box()
    assert (x, y) == (box["x"] + 12, box["y"] + 12)
    scripts.page.evaluate("(html) => document.body.insertAdjacentHTML('beforeend', html)", SHEET)
    assert scripts.say("pointThrough(uidOf($('#it')), 20, 30)", *FILES)["why"] == "covered"


PICTURES = "<script>n = 0; (function next() { document.title = n++; requestAnimationFrame(next); })()</script>"


@pytest.mark.parametrize(("framed", "drawn"), [(False, 0), (True, 2)])
def test_with_frames_on_a_page_its_scrolled_picture_is_waited_for(scripts: Any, framed: bool, drawn: int) -> None:
    scripts.show(f"{FAR}{BUTTON}{FAR}{PICTURES}")
    count = "Number(document.title)"
    wait = f"(async (before) => [(await pointOf(uidOf($('#it')), {str(framed).lower()})).ok, {count} - before])({count})"
    ok, pictures = scripts.say(wait, *FILES)
    assert ok and (pictures >= drawn if drawn else pictures == 0)
