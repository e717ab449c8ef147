"""Addresses that are not there yet when all is quiet: late starts, and pages that send their visitor on."""

from collections.abc import Callable
from typing import Any

import pytest

from offswitch_crawler.replay import replay
from offswitch_recording.words import DepthIs

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
