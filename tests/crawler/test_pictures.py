"""Pictures on which every control can be seen: panels taller than any window, bars that stay. Real Chromium, loopback only."""

from typing import Any

from PIL import Image

LONG = """<h1>Settings</h1><style>body{margin:0}#p{height:500px;overflow-y:auto}.r{height:240px}</style><div id=p></div>
<script>const many = Array.from({length: 45}, (_, i) => 'Topic ' + String.fromCharCode(65 + i % 26) + String.fromCharCode(97 + i / 26));
p.innerHTML = many.map((t) => '<div class=r><label><input type=checkbox style="accent-color:#f00" checked> ' + t + '</label></div>').join('');</script>"""

BAR = """<h1>Settings</h1><div style="height:600px">Read on</div><p style="position:relative"><label><input type=checkbox> Under the bar</label></p>
<div style="height:900px"></div><div style="position:sticky;bottom:0;height:200px;background:#fff"><button disabled>Save</button></div>"""

CHOSEN = "<h1>Settings</h1><label>Area <select><option selected></option><option>Main</option></select></label>"


def test_every_control_of_a_panel_taller_than_any_window_stands_on_a_picture(pages: Any, walk_to: Any) -> None:
    walked = walk_to(pages.add("/settings", LONG))
    controls = walked.recording.controls
    assert len(controls) == 45 and [c.label for c in controls if c.box is None] == []
    screens = {s.id: s for s in walked.recording.screens}
    for control in controls:
        picture = Image.open(walked.folder / screens[control.screen].pictures[control.picture].file).convert("RGB")
        x, y, _, h = control.box
        red, green, blue = picture.getpixel((int(x + 2), int(y + h / 2)))
        assert red > 180 and green < 120 and blue < 120, control.label


def test_a_control_under_a_bar_is_pictured_without_it(pages: Any, walk_to: Any) -> None:
    walked = walk_to(pages.add("/settings", BAR))
    (control,) = walked.recording.controls
    picture = Image.open(walked.folder / walked.recording.screens[0].pictures[control.picture].file).convert("L")
    x, y, w, h = (int(v) for v in control.box)
    assert min(picture.crop((x, y, x + w, y + h)).tobytes()) < 160  # its frame is drawn there


def test_an_option_without_a_text_is_a_state(pages: Any, walk_to: Any) -> None:
    (control,) = walk_to(pages.add("/settings", CHOSEN)).recording.controls
    assert (control.kind, control.label, control.state, control.read_from) == ("select", "Area", "", "native")
