"""Addresses that are not there yet when all is quiet: late starts, and pages that send their visitor on."""

from collections.abc import Callable
from typing import Any

import pytest

from offswitch_crawler import coming
from offswitch_crawler.replay import replay
from offswitch_recording.words import DepthIs, WhyNot

SWITCH = "<label><input type=checkbox checked> {0}</label>"
SENDS = {
    "a script that sends on": "<h1>One moment</h1><script>setTimeout(() => location.replace('/home'), 1500)</script>",
    "a page that says it sends on": "<meta http-equiv=refresh content='2; url=/home'><h1>One moment</h1><p><a href=/home>Go on</a></p>",
    "an application that starts late": f"""<h1>One moment</h1><div id=root></div><script>
        setTimeout(() => {{ root.innerHTML = '{SWITCH.format("Quiet mode")}<p><a href=/privacy>Privacy</a></p>'; }}, 1500)</script>""",
}


@pytest.mark.parametrize("body", SENDS.values(), ids=SENDS)
def test_the_start_is_what_comes_by_itself(pages: Any, walk_to: Any, body: str) -> None:
    pages.add("/privacy", "<h1>Privacy</h1>" + SWITCH.format("Share my rides"))
    pages.add("/home", "<h1>Home</h1>" + SWITCH.format("Quiet mode") + "<p><a href=/privacy>Privacy</a></p>")
    recording = walk_to(pages.add("/", body)).recording
    found = {c.label: (c.depth, c.depth_is) for c in recording.controls}
    assert found == {"Quiet mode": (0, DepthIs.EXACT), "Share my rides": (1, DepthIs.EXACT)}
    assert recording.ended_by == "complete" and not recording.untouched.not_checked
    assert [r for r in replay(recording) if not r.ok] == []


def test_a_page_on_the_way_that_sends_on_costs_no_click(pages: Any, walk_to: Any) -> None:
    pages.add("/privacy", "<h1>Privacy</h1>" + SWITCH.format("Share my rides"))
    pages.add("/go", "<meta http-equiv=refresh content='1;URL=\"/privacy\"'><h1>On your way</h1><a href=/privacy>Go on</a>")
    recording = walk_to(pages.add("/", "<h1>Home</h1><a href=/go>Privacy</a>")).recording
    assert [(c.label, c.depth, c.path) for c in recording.controls] == [("Share my rides", 1, ["Privacy"])]


def test_a_page_without_anything_and_one_that_loads_itself_anew_are_kept_as_they_are(pages: Any, walk_to: Any) -> None:
    pages.add("/notice", "<h1>Notice</h1><p>Nothing to set here.</p>")
    body = "<meta http-equiv=refresh content='5'><h1>Home</h1><a href=/notice>Privacy notice</a>"
    recording = walk_to(pages.add("/", body)).recording
    assert recording.ended_by == "complete" and len(recording.screens) == 2


def test_a_door_that_mounts_late_is_waited_for_when_the_steps_are_taken_again(pages: Any, walk_to: Any) -> None:
    wait = {"ms": 0}

    def leads(name: str, to: str, door: str) -> Callable[[], str]:
        mounts = "<div id=late></div><script>setTimeout(() => {{ late.innerHTML = '<a href={0}>{1}</a>'; }}, {2})</script>"
        return lambda: f"<nav><a href=/>Home</a></nav><h1>{name}</h1>{mounts.format(to, door, wait['ms'])}"

    pages.add("/ai", "<h1>AI</h1>" + SWITCH.format("Train on my rides"))
    pages.bodies |= {"/privacy": leads("Privacy", "/ai", "AI settings"), "/": leads("Home", "/privacy", "Privacy settings")}
    recording = walk_to(pages.url + "/").recording
    assert [(c.label, c.depth) for c in recording.controls] == [("Train on my rides", 2)]
    wait["ms"] = 1200
    assert [r for r in replay(recording) if not r.ok] == []


def late(pages: Any, answer: str, seconds: float = 6) -> Callable[[], str]:
    """A body that a slow server gives; at once when the test is over."""

    def body() -> str:
        pages.closing.wait(seconds)
        return answer

    return body


BROUGHT = """<h1>Settings</h1><nav><button onclick="bring('ads')">Ad settings</button> <button onclick="bring('ai')">AI settings</button>
</nav><div id=main></div><script>
const bring = (name) => fetch(`/part/${name}`).then((r) => r.text()).then((text) => { main.innerHTML = text; });</script>"""


def test_what_a_slow_server_brings_after_a_click_is_waited_for(pages: Any, walk_to: Any) -> None:
    """One part comes after six seconds, one page too: longer than what a page asks by itself is waited for."""
    pages.bodies["/part/ads"] = late(pages, "<h2>Ads</h2>" + SWITCH.format("Personal ads"))
    pages.bodies["/part/ai"] = "<h2>AI</h2>" + SWITCH.format("Train on my rides")
    pages.bodies["/more"] = late(pages, "<html lang=en><h1>More</h1>" + SWITCH.format("Share my rides"))
    recording = walk_to(pages.add("/", BROUGHT + "<a href=/more>More settings</a>")).recording
    found = {c.label: (c.depth, c.depth_is) for c in recording.controls}
    assert found == dict.fromkeys(("Personal ads", "Train on my rides", "Share my rides"), (1, DepthIs.EXACT))
    assert recording.ended_by == "complete" and recording.untouched.checked == 3


def test_no_depth_is_exact_where_what_a_click_asks_for_never_comes(
    pages: Any, walk_to: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(coming, "LATE_SECONDS", 1)
    pages.bodies["/part/ads"] = late(pages, "", 300)
    pages.bodies["/part/ai"] = "<h2>AI</h2><a href=/ai>AI and you</a>"
    pages.add("/ai", "<h1>AI and you</h1>" + SWITCH.format("Train on my rides"))
    recording = walk_to(pages.add("/", BROUGHT)).recording
    assert [(c.label, c.depth, c.depth_is) for c in recording.controls] == [("Train on my rides", 2, DepthIs.AT_MOST)]
    assert {d.label: d.why_not for d in recording.doors if d.why_not} == {"Ad settings": WhyNot.ERROR}
    assert recording.ended_by == "error:doors"
