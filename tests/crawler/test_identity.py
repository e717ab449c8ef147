"""Which addresses are one screen and which are two, and what a walk may not enter. Real Chromium, loopback only."""

from typing import Any

import pytest

from offswitch_recording.words import WhyNot

SWITCH = "<p><label><input type=checkbox {state}> {label}</label></p>"


def switch(label: str, state: str = "") -> str:
    return SWITCH.format(label=label, state=state)


def test_pages_told_apart_by_their_query_are_each_visited(pages: Any, walk_to: Any) -> None:
    names = {"?key=ads": "Ads", "?key=privacy": "Privacy", "?t=security": "Security", "?t=location": "Location"}
    nav = "".join(f'<p><a href="/settings{query}">{name}</a></p>' for query, name in names.items())
    for query, name in names.items():
        pages.add("/settings" + query, nav + f"<h1>{name}</h1>" + switch(f"{name} setting"))
    recording = walk_to(pages.add("/settings", nav + "<h1>Overview</h1>" + switch("Sounds"))).recording
    assert {c.label for c in recording.controls} == {"Sounds", *(f"{name} setting" for name in names.values())}
    assert recording.ended_by == "complete"


DEVICE = "<h1>Device settings</h1><p>This is the {name}</p>{controls}<a href=/devices>Back</a>"


def device(pages: Any, path: str, name: str, state: str) -> None:
    controls = switch("Location history", state) + switch("Send crash reports", state)
    pages.add(path, DEVICE.format(name=name, controls=controls))
    pages.bodies[path] = pages.bodies[path].replace(f"<title>{path}", "<title>Device")


@pytest.mark.parametrize(("name", "state"), [("laptop", "checked"), ("phone", "checked"), ("laptop", "")])
def test_a_twin_with_other_states_or_text_is_a_screen_of_its_own(pages: Any, walk_to: Any, name: str, state: str) -> None:
    device(pages, "/twin/a", "phone", "")
    device(pages, "/twin/b", name, state)
    start = pages.add("/devices", "<h1>Devices</h1><a href=/twin/a>Phone</a> <a href=/twin/b>Laptop</a>")
    recording = walk_to(start).recording
    states = [c.state for c in recording.controls if c.label == "Location history"]
    assert sorted(states) == sorted(["off", "on" if state else "off"])


def test_another_address_of_the_same_is_the_same_screen(pages: Any, walk_to: Any) -> None:
    for path in ("/settings/device", "/en/settings/device", "/settings/device?from=menu"):
        device(pages, path, "phone", "checked")
        pages.bodies[path] = pages.bodies[path].replace("This is", f"{len(path)} minutes ago this was")
    links = '<a href=/settings/device>A</a> <a href=/en/settings/device>B</a> <a href="/settings/device?from=menu">C</a>'
    recording = walk_to(pages.add("/devices", "<h1>Devices</h1>" + links)).recording
    assert len(recording.screens) == 2 and len(recording.controls) == 2


BUTTONS = """<h1>Settings</h1><button onclick="location='/private/one'">Data options</button>
<button onclick="window.open('/private/two')">Advert options</button>
<button onclick="location='/open'">Sound options</button>"""


@pytest.mark.parametrize("bound", [{"exclude": ("*/private/*",)}, {"only": ("*/open",)}])
def test_what_is_excluded_is_not_entered_by_a_button_either(pages: Any, walk_to: Any, bound: Any) -> None:
    for path in ("/private/one", "/private/two"):
        pages.add(path, "<h1>Private</h1>" + switch(path, "checked"))
    pages.add("/open", "<h1>Open</h1>" + switch("Sounds"))
    recording = walk_to(pages.add("/settings", BUTTONS), **bound).recording
    assert [c.label for c in recording.controls] == ["Sounds"]
    why = {d.label: d.why_not for d in recording.doors if "options" in d.label}
    assert why == {"Data options": WhyNot.EXCLUDED, "Advert options": WhyNot.EXCLUDED, "Sound options": None}
