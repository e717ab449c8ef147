"""From a home page of hundreds of links to pages of hundreds of links, the settings are found early, and not called exact."""

import random
from typing import Any

from offswitch_crawler.profile import Profile
from offswitch_recording.words import DepthIs, StartIs

LINKS = 300
NOUNS = [
    "harvest",
    "storm",
    "bridge",
    "museum",
    "orchestra",
    "tunnel",
    "election",
    "lighthouse",
    "marathon",
    "glacier",
    "festival",
    "harbour",
    "railway",
    "orchard",
]
VERBS = [
    "reopens",
    "closes",
    "divides",
    "delights",
    "worries",
    "surprises",
    "returns",
    "vanishes",
    "expands",
    "splits",
    "unites",
    "waits",
    "wins",
    "loses",
]
PLACES = [
    "Oslo",
    "Turin",
    "Leeds",
    "Porto",
    "Ghent",
    "Basel",
    "Graz",
    "Lyon",
    "Bergen",
    "Malmo",
    "Krakow",
    "Split",
    "Tartu",
    "Cork",
    "Bilbao",
    "Aarhus",
]


def titles(seed: int) -> list[str]:
    draw = random.Random(seed)
    return [f"{draw.choice(NOUNS).title()} {draw.choice(VERBS)} in {draw.choice(PLACES)} ({n})" for n in range(LINKS)]


def page(seed: int, name: str) -> str:
    """A page of stories under a bar with a face, whose menu leads to the settings."""
    links = "".join(f"<li><a href=/story/{n}>{title}</a></li>" for n, title in enumerate(titles(seed)))
    bar = """<header style="display:flex;justify-content:space-between"><a href=/>The Daily Ferry</a>
<button aria-label="Sam Doe" onclick="m.hidden = !m.hidden" style="border-radius:50%;width:36px;height:36px">SD</button></header>
<div id=m hidden style="position:absolute;right:0;border:1px solid;background:#fff"><a href=/profile>Profile</a> <a href=/settings>Settings</a></div>"""
    return f"{bar}<h1>{name}</h1><ul>{links}</ul>"


def test_settings_three_clicks_behind_a_face_are_found_within_ten_screens(pages: Any, walk_to: Any) -> None:
    for n in range(LINKS):
        pages.add(f"/story/{n}", page(n + 1, f"Story {n}"))
    pages.add("/profile", "<h1>Sam Doe</h1><p>Reader since spring</p>")
    pages.add(
        "/settings", "<h1>Settings</h1><nav><a href=/settings/privacy>Privacy</a> <a href=/settings/mail>Mail</a></nav>"
    )
    pages.add("/settings/privacy", "<h1>Privacy</h1><label><input type=checkbox checked> Share what I read</label>")
    pages.add("/settings/mail", "<h1>Mail</h1><label><input type=checkbox> Weekly letter</label>")
    start = pages.add("/", page(0, "Today"))
    recording = walk_to(start, profile=Profile(start_is=StartIs.HOME), max_screens=10).recording
    found = {c.label: c for c in recording.controls}
    assert set(found) >= {"Share what I read", "Weekly letter"}
    assert found["Share what I read"].path == ["SD", "Settings", "Privacy"]
    assert {c.depth_is for c in recording.controls} == {DepthIs.AT_MOST}
    assert recording.ended_by == "budget:screens"
