"""Pages that are shown in one of several ways, and frames that are kept apart: still each screen and each control once."""

from itertools import count
from typing import Any

from offswitch_crawler.replay import replay

SWITCH = "<label><input type=checkbox role=switch{state}> {label}</label>"
PARTS = [
    "<section><h2>Sharing</h2>" + SWITCH.format(state=" checked", label="Share my rides") + "</section>",
    "<section><h2>Sounds</h2>" + SWITCH.format(state="", label="Play sounds") + " <a href=/sounds>All sounds</a></section>",
]


def test_two_orders_of_one_page_are_one_screen(pages: Any, walk_to: Any) -> None:
    visits = count()
    pages.add("/sounds", "<h1>All sounds</h1>" + SWITCH.format(state="", label="Birds") + "<a href=/settings>Settings</a>")
    pages.add("/settings", "")
    head = pages.bodies["/settings"]
    pages.bodies["/settings"] = lambda: head + "<h1>Settings</h1>" + "".join(PARTS[:: 1 if next(visits) % 2 else -1])
    recording = walk_to(
        pages.add("/", "<h1>Home</h1><a href=/settings>Settings</a> <a href='/settings?from=menu'>Menu</a>")
    ).recording
    assert sorted(c.label for c in recording.controls) == ["Birds", "Play sounds", "Share my rides"]
    assert recording.ended_by == "complete" and recording.untouched.changed == []
    assert [r for r in replay(recording) if not r.ok] == []


def test_a_page_of_which_half_of_all_visits_see_more_keeps_all_that_was_seen(pages: Any, walk_to: Any) -> None:
    visits = count()
    pages.add("/sounds", "<h1>All sounds</h1>" + SWITCH.format(state="", label="Birds"))
    pages.add("/settings", "")
    head, extra = pages.bodies["/settings"], SWITCH.format(state=" checked", label="Try new things")
    pages.bodies["/settings"] = lambda: head + "<h1>Settings</h1>" + "".join(PARTS) + (extra if next(visits) % 2 else "")
    recording = walk_to(pages.add("/", "<h1>Home</h1><a href=/settings>Settings</a>")).recording
    assert {c.label for c in recording.controls} >= {"Birds", "Play sounds", "Share my rides"}
    assert recording.untouched.changed == [] and pages.writes == []


def test_a_switch_in_a_sandboxed_frame_within_a_frame_is_found_and_replays(pages: Any, walk_to: Any) -> None:
    inner = SWITCH.format(state=" checked", label="Train our models")
    pages.add(
        "/inner",
        f"<iframe sandbox='allow-scripts' width=500 height=200 srcdoc=\"<button id=b aria-expanded=false onclick='d.hidden=false;"
        f"b.ariaExpanded=true'>More choices</button><div id=d hidden>{inner}</div>\"></iframe>",
    )
    recording = walk_to(pages.add("/", "<h1>Privacy</h1><iframe src=/inner width=600 height=300></iframe>")).recording
    (control,) = recording.controls
    assert (control.label, control.state, control.depth, control.path) == ("Train our models", "on", 1, ["More choices"])
    assert [r for r in replay(recording) if not r.ok] == []
