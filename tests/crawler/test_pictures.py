"""Pictures on which every control can be seen: panels taller than any window, bars that stay. Real Chromium, loopback only."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.async_api import Error

from offswitch_crawler import browser, loop
from offswitch_crawler.guard import Guard
from offswitch_crawler.node import Node
from offswitch_crawler.options import Options
from offswitch_crawler.politeness import Rate
from offswitch_crawler.profile import Profile
from offswitch_crawler.screenshot import TALLEST_PX, take_pictures
from offswitch_crawler.visitor import Visitor
from offswitch_recording.words import ScreenKind

LONG = """<h1>Settings</h1><style>body{margin:0}#p{height:500px;overflow-y:auto}.r{height:700px}</style><div id=p></div>
<script>const many = Array.from({length: 15}, (_, i) => 'Topic ' + String.fromCharCode(65 + i % 26) + String.fromCharCode(97 + i / 26));
p.innerHTML = many.map((t) => '<div class=r><label><input type=checkbox style="accent-color:#f00" checked> ' + t + '</label></div>').join('');</script>"""

BAR = (
    """<style>body{margin:0} p{margin:0;height:44px} label{background:#fff}</style><h1>Settings</h1><div style="height:480px">Read on</div>"""
    + "".join(f"<p><label><input type=checkbox> {name}</label></p>" for name in ("Ads", "Likes", "Tags", "Mail"))
    + """<div style="height:900px"></div><div style="position:%s;bottom:0;left:0;right:0;height:215px;background:#fff"><button disabled>Save</button></div>"""
)

CHOSEN = "<h1>Settings</h1><label>Shelf <select><option selected></option><option>Upper</option></select></label>"


def test_every_control_of_a_panel_taller_than_any_window_stands_on_a_picture(pages: Any, walk_to: Any) -> None:
    walked = walk_to(pages.add("/settings", LONG))
    controls = walked.recording.controls
    assert len(controls) == 15 and [c.label for c in controls if c.box is None] == []
    screens = {s.id: s for s in walked.recording.screens}
    for control in controls:
        picture = Image.open(walked.folder / screens[control.screen].pictures[control.picture].file).convert("RGB")
        x, y, _, h = control.box
        red, green, blue = picture.getpixel((int(x + 2), int(y + h / 2)))
        assert red > 180 and green < 120 and blue < 120, control.label


@pytest.mark.parametrize("placed", [pytest.param("sticky", marks=pytest.mark.long), "fixed"])
def test_controls_under_a_bar_are_pictured_without_it(placed: str, pages: Any, walk_to: Any) -> None:
    """Those wholly or partly under it on the long picture share one more."""
    walked = walk_to(pages.add("/settings", BAR % placed))
    controls, screen = walked.recording.controls, walked.recording.screens[0]
    assert [c.picture for c in controls] == [0, 1, 1, 1]
    for control in controls:
        picture = Image.open(walked.folder / screen.pictures[control.picture].file).convert("L")
        x, y, w, h = (int(v) for v in control.box)
        assert min(picture.crop((x, y, x + w, y + h)).tobytes()) < 160, control.label  # its frame is drawn there


LIST = """<h1>Settings</h1><style>label{display:block;height:28px;background:#fff}</style><label><input type=checkbox> Dark mode</label>
<div style="height:220px;width:400px;overflow-y:auto;border:1px solid"><div style="%s">Mail about</div>ROWS</div><div style="height:600px"></div>"""


@pytest.mark.parametrize(
    "heading",
    [
        pytest.param("", id="plain", marks=pytest.mark.long),
        pytest.param("position:sticky;top:0;height:30px;background:#ddd", id="under a heading"),
    ],
)
def test_each_further_picture_of_a_list_shows_a_window_of_it(heading: str, pages: Any, walk_to: Any) -> None:
    names = [chr(65 + i // 10) + chr(97 + i % 10) for i in range(150)]
    rows = "".join(f"<label><input type=checkbox> Topic {name}</label>" for name in names)
    walked = walk_to(pages.add("/settings", (LIST % heading).replace("ROWS", rows)))
    recording = walked.recording
    assert len(recording.controls) == 151 and [c.label for c in recording.controls if c.box is None] == []
    assert len(recording.screens[0].pictures) <= 30
    for control in recording.controls[1:]:
        picture = Image.open(walked.folder / recording.screens[0].pictures[control.picture].file).convert("L")
        x, y, w, h = (int(v) for v in control.box)
        assert min(picture.crop((x, y, x + w, y + h)).tobytes()) < 160, control.label


def test_an_option_without_a_text_is_a_state(pages: Any, walk_to: Any) -> None:
    (control,) = walk_to(pages.add("/settings", CHOSEN)).recording.controls
    assert (control.kind, control.label, control.state, control.read_from) == ("select", "Shelf", "", "native")


def test_only_pictures_that_were_written_are_recorded(pages: Any, tmp_path: Path) -> None:
    """A page that is shorter by the time of its second picture makes the browser refuse that one."""
    url = pages.add("/", "<h1>Settings</h1><label><input type=checkbox> Dark mode</label>")

    async def run() -> Node:
        async with browser.context(browser.find(), Options(), Profile(), Guard(), "test") as context:
            visitor = Visitor(await context.new_page(), Rate(1000))
            await visitor.go(url)
            assert visitor.look is not None and visitor.print is not None
            visitor.look = replace(visitor.look, size=(1280, TALLEST_PX + 500))
            node = Node("s1", ScreenKind.PAGE, None, visitor.look, visitor.print, "")
            with pytest.raises(Error):
                await take_pictures(visitor, node, tmp_path)
            return node

    node = loop.run(run)
    assert [Path(p.file).name for p in node.pictures] == [p.name for p in tmp_path.iterdir()] == ["s1.png"]
    assert len(node.sizes) == 1


GROUPS = """<h1>Settings</h1><style>.bar{display:flex}.bar button{width:90px;height:30px} #late{height:0}</style><div id=late></div>
<fieldset id=r style="width:300px"><legend>Seen by</legend><p><label><input type=radio name=s checked> Everyone</label></p>
<p><label><input type=radio name=s> Friends of mine</label></p></fieldset>
<div>Theme <div class=bar id=s><button aria-pressed=true>Light</button><button aria-pressed=false>Dark</button></div></div>
<div>Sync <div class=bar id=o><button aria-pressed=true>On</button><button aria-pressed=false>Off</button></div></div>
<script>onscroll = onresize = () => { late.style.height = "40px"; };</script><div style="height:900px"></div>"""


def test_a_group_is_boxed_as_a_whole(pages: Any, walk_to: Any) -> None:
    walked = walk_to(pages.add("/settings", GROUPS))
    boxes = {c.label: c.box for c in walked.recording.controls}
    assert list(boxes) == ["Seen by", "Theme", "Sync"]
    assert all(boxes[name][2:] == (180, 30) for name in ("Theme", "Sync"))
    _, y, w, h = boxes["Seen by"]
    assert w > 110 and h > 45
    assert y + h < boxes["Theme"][1] < boxes["Sync"][1]


DOOR = """<h1>Settings</h1><div style="height:%dpx"></div>
<p style="margin:0"><a href="/deep" style="display:inline-block;width:90px;height:30px;background:#f00">Privacy</a></p>"""


def test_a_step_says_where_on_the_picture_it_clicks(pages: Any, walk_to: Any) -> None:
    pages.add("/deep", "<h1>Privacy</h1><p><label><input type=checkbox checked> Use my posts for training</label></p>")
    walked = walk_to(pages.add("/settings", DOOR % 900))
    recording = walked.recording
    (control,) = recording.controls
    (step,) = control.steps
    assert (step.screen, step.box[2:]) == ("s1", (90, 30))
    assert recording.screens[1].steps == control.steps
    picture = Image.open(walked.folder / recording.screens[0].pictures[0].file).convert("RGB")
    x, y, _, _ = step.box
    assert y > 900 and picture.getpixel((round(x + 85), round(y + 25))) == (255, 0, 0)


def test_a_control_in_a_frame_of_another_origin_far_down_is_drawn_on_its_picture(pages: Any, walk_to: Any) -> None:
    pages.add(
        "/part",
        "<body style='margin:0'><label><input type=checkbox style='accent-color:#f00' checked> Partner offers</label>",
    )
    frame = f'<iframe src="{pages.other_origin}/part" width=400 height=80></iframe>'
    walked = walk_to(pages.add("/settings", f"<h1>Settings</h1><div style='height:2400px'></div>{frame}"))
    (control,) = walked.recording.controls
    screen = walked.recording.screens[0]
    picture = Image.open(walked.folder / screen.pictures[control.picture].file).convert("RGB")
    x, y, _, h = control.box
    red, green, blue = picture.getpixel((int(x + 2), int(y + h / 2)))
    assert red > 180 and green < 120 and blue < 120
