"""Pages that ask before they show anything, and buttons on a page that elsewhere would close a dialog."""

from typing import Any

import pytest

from offswitch_recording.words import DepthIs, Means, WhyNot

HOME = "<h1>Home</h1><a href=/settings>Settings</a>"
ASKS = """<div id=all><h1>Turn on notifications?</h1><p>Never miss a post of your friends.</p>
<button onclick="fetch('/on', {{method: 'POST'}})">Turn on</button> <button onclick="go()">{decline}</button>
<a href=/terms>Terms</a></div><script>function go() {{
  fetch('/seen', {{method: 'POST'}}); document.getElementById('all').innerHTML = `{home}` }}</script>"""
SWITCH = "<h1>Settings</h1><label><input type=checkbox role=switch checked> Sounds</label>"


@pytest.mark.parametrize(("decline", "language"), [("Maybe later", "en"), ("Nicht jetzt", "de")])
def test_a_page_that_only_asks_is_declined(pages: Any, walk_to: Any, decline: str, language: str) -> None:
    pages.add("/terms", "<h1>Terms</h1><p>Be kind.</p>")
    pages.add("/settings", SWITCH)
    body = f"<script>document.documentElement.lang = '{language}'</script>" + ASKS.format(decline=decline, home=HOME)
    recording = walk_to(pages.add("/", body)).recording
    (cleared,) = recording.cleared
    assert (cleared.label, cleared.means) == (decline, Means.DISMISS)
    (control,) = recording.controls
    assert (control.path, control.depth, control.depth_is) == ([decline, "Settings"], 2, DepthIs.EXACT)
    assert recording.ended_by == "complete" and pages.writes == []


def test_a_button_of_a_page_that_would_close_a_dialog_is_listed(pages: Any, walk_to: Any) -> None:
    body = SWITCH + "<p>You have changed nothing.</p><button>Done</button> <button>Hide</button> <button>Back</button>"
    recording = walk_to(pages.add("/", body)).recording
    assert {d.label: d.why_not for d in recording.doors} == {"Done": WhyNot.UNSURE, "Hide": WhyNot.UNSURE}


def test_a_page_whose_buttons_lead_on_is_more_than_a_question(pages: Any, walk_to: Any) -> None:
    pages.add("/privacy", SWITCH)
    body = "<h1>You</h1><button onclick=\"location='/privacy'\">Privacy settings</button> <button onclick=\"location='/'\">Skip</button>"
    recording = walk_to(pages.add("/", body)).recording
    assert recording.cleared == [] and [c.path for c in recording.controls] == [["Privacy settings"]]
