"""One dialog or panel that serves many things, each called by plain text alone. Real Chromium, loopback only."""

from typing import Any

import pytest

APPS = {"Calendar Pro": True, "Mail Plus": False, "Photo Box": True}
ROWS = "".join(
    f"<li class=app><span>{name}</span> <button aria-haspopup=dialog onclick=\"show('{name}', {str(on).lower()})\">Manage</button></li>"
    for name, on in APPS.items()
)
NAMED = "".join(
    f"<li class=app><button aria-haspopup=dialog onclick=\"show('{name}', {str(on).lower()})\">{name}</button></li>"
    for name, on in APPS.items()
)
DIALOG = """<h1>Connected apps</h1><ul>{rows}</ul><dialog id=d aria-label=Access><p id=name></p>
<label><input type=checkbox id=c> May read your contacts</label> <button onclick="d.close()">Close</button></dialog>
<script>const show = (text, on) => {{ document.getElementById('name').textContent = text; c.checked = on; d.showModal(); }}</script>"""


def states(recording: Any, label: str) -> list[str]:
    return sorted(c.state for c in recording.controls if c.label == label)


@pytest.mark.parametrize("rows", [ROWS, NAMED], ids=["called alike", "called by name"])
def test_a_dialog_for_each_row_is_a_screen_for_each(pages: Any, walk_to: Any, rows: str) -> None:
    recording = walk_to(pages.add("/apps", DIALOG.format(rows=rows))).recording
    assert states(recording, "May read your contacts") == ["off", "on", "on"]
    assert recording.ended_by == "complete" and not recording.untouched.changed and not recording.untouched.not_checked


TWO_DOORS = """<h1>Settings</h1><p><button aria-haspopup=dialog onclick="show()">Cookies</button> tell us what you like.</p>
<footer><button aria-haspopup=dialog onclick="show()">Cookie preferences</button></footer><dialog id=d aria-label=Cookies><p>Cookies</p>
<p id=at></p><label><input type=checkbox> Measure visits</label> <button onclick="d.close()">Close</button></dialog>
<script>let n = 0; const show = () => { at.textContent = `Opened ${++n} times`; d.showModal(); }</script>"""


def test_a_dialog_that_two_doors_open_is_one_screen(pages: Any, walk_to: Any) -> None:
    recording = walk_to(pages.add("/", TWO_DOORS)).recording
    assert states(recording, "Measure visits") == ["off"] and len(recording.screens) == 2


PANEL = """<style>li a {{display: block}} ul {{float: left; width: 200px}}</style><h1>Devices</h1>
<nav><ul>{rows}</ul></nav><div style="margin-left: 240px"><p id=name>Kitchen</p><label><input type=checkbox id=c checked> Record what is said</label></div>
<p style="clear: both"><label><input type=checkbox> Show devices of guests</label></p>
<script>const on = {{Kitchen: true, Hall: false, Attic: true}};
for (const a of document.querySelectorAll('li a')) a.onclick = (e) => {{
  e.preventDefault(); document.getElementById('name').textContent = a.textContent; c.checked = on[a.textContent]; }};</script>"""


def test_a_panel_for_each_entry_is_a_screen_for_each(pages: Any, walk_to: Any) -> None:
    """The first entry stands open at the start."""
    rows = "".join(f"<li><a href='#'>{name}</a></li>" for name in ("Kitchen", "Hall", "Attic"))
    recording = walk_to(pages.add("/", PANEL.format(rows=rows))).recording
    assert states(recording, "Record what is said") == ["off", "on", "on"]
    assert states(recording, "Show devices of guests") == ["off"]
    assert recording.ended_by == "complete" and not recording.untouched.changed


BESIDE_A_BANNER = """<h1>Settings</h1><button aria-haspopup=dialog onclick="d.hidden = false">Ad topics…</button>
<div id=d hidden role=dialog aria-modal=true aria-label="Ad topics" style="position: fixed; inset: 60px; background: #fff">
<label><input type=checkbox> Sport</label><button onclick="d.hidden = true">Close</button></div>
<div role=dialog aria-label=Cookies style="position: fixed; bottom: 0; background: #eee">We use cookies.
<button>Only necessary</button> <button>Accept all</button></div>"""


def test_a_dialog_is_called_as_itself_where_another_lies_over_the_page(pages: Any, walk_to: Any) -> None:
    recording = walk_to(pages.add("/", BESIDE_A_BANNER)).recording
    screens = {s.id: s.title for s in recording.screens}
    assert [screens[c.screen] for c in recording.controls if c.label == "Sport"] == ["Ad topics"]
