"""Pages of a folded list are said to be left where they hold controls, in the summary and in the page."""

from collections.abc import Callable
from typing import Any

import pytest

from offswitch import incomplete
from offswitch.reports.terminal import closing
from offswitch_recording.doors import Door, Template
from offswitch_recording.schema import Blocked
from offswitch_recording.words import WhyNot


@pytest.mark.parametrize(
    ("controls", "line"),
    [
        ([2, 2, 2], "60 pages alike, 3 looked at, each with 2 controls"),
        ([1, 1, 1], "60 pages alike, 3 looked at, each with 1 control"),
        ([1, 4, 1], "60 pages alike, 3 looked at, each with 1 to 4 controls"),
    ],
)
def test_pages_alike_with_controls_are_said(make: Callable[..., Any], controls: list[int], line: str) -> None:
    recording, findings, _ = make()
    recording.templates = [Template(screen="s1", pattern="a | b | …", members=60, taken=3, controls=controls)]
    assert incomplete.of_walk(recording) == [line]
    assert any(line in said for said in closing(recording, findings))


@pytest.mark.parametrize("controls", [[], [0, 0, 0]], ids=["an older recording", "nothing on them"])
def test_pages_alike_without_controls_leave_nothing(make: Callable[..., Any], controls: list[int]) -> None:
    recording, _, _ = make()
    recording.templates = [Template(screen="s1", pattern="a | b | …", members=60, taken=3, controls=controls)]
    assert incomplete.of_walk(recording) == []
    assert incomplete.alike(recording.templates[0]) == "60 pages alike, 3 looked at"


@pytest.mark.parametrize(("number", "line"), [(1, "1 control stands on no picture"), (2, "2 controls stand on no picture")])
def test_controls_on_no_picture_are_said_and_leave_nothing_open(make: Callable[..., Any], number: int, line: str) -> None:
    recording, findings, _ = make()
    assert not any("on no picture" in said for said in closing(recording, findings))
    for control in recording.controls[:number]:
        control.picture, control.box, control.no_box_reason = None, None, "it cannot be scrolled into view"
    assert line in closing(recording, findings)
    assert incomplete.of_walk(recording) == []


@pytest.mark.parametrize(
    ("method", "url", "during", "said"),
    [
        ("POST", "https://www.example.org/json", "look", True),
        ("POST", "https://www.example.org/json", "door", True),
        ("POST", "https://www.example.org/json", "untouched", False),
        ("GET", "https://www.example.org/logout", "look", False),
        ("POST", "https://count.example.net/pulse", "look", False),
    ],
)
def test_what_may_have_filled_a_form_and_was_stopped_is_said(
    make: Callable[..., Any], method: str, url: str, during: str, said: bool
) -> None:
    recording, findings, _ = make()
    recording.start_url = "https://www.example.org/"
    recording.blocked = [Blocked(method=method, url=url, screen="s1", during=during, count=4)]
    line = "4 requests to the site that may write were stopped (POST /json): if they only read,"
    assert any(one.startswith(line) for one in closing(recording, findings)) is said
    assert incomplete.of_walk(recording) == []
    recording.blocked[0].answer = False  # a beacon brings nothing
    assert incomplete.stopped(recording) == ""


def test_a_blocked_socket_is_let_pass_by_a_line_of_its_own(make: Callable[..., Any]) -> None:
    recording, _, _ = make()
    recording.start_url = "https://www.example.org/"
    recording.blocked = [Blocked(method="WEBSOCKET", url="wss://www.example.org/live", screen="s1", during="look")]
    assert incomplete.stopped(recording).endswith("; websockets: allow in a profile lets them pass")


@pytest.mark.parametrize(
    ("why", "number", "line"),
    [
        (WhyNot.UNSURE, 1, "1 door left alone because it could not be told whether it acts"),
        (WhyNot.UNSURE, 2, "they act: one without a name on s1, one without a name on s1"),
        (WhyNot.UNSURE, 5, ", and 2 more"),
        (WhyNot.PASSWORD, 1, "1 door asks for a password: what lies behind was not seen"),
        (WhyNot.EXCLUDED, 3, "3 doors left out by --only or --exclude"),
        (WhyNot.PASSWORD, 2, "2 doors ask for a password: what lies behind was not seen"),
    ],
)
def test_doors_left_alone_are_counted_in_good_english(make: Callable[..., Any], why: WhyNot, number: int, line: str) -> None:
    recording, findings, _ = make()
    recording.doors = [Door(id=f"d{n}", screen="s1", why_not=why) for n in range(number)]
    assert any(line in said for said in closing(recording, findings))


def test_a_door_left_alone_is_named(make: Callable[..., Any]) -> None:
    recording, findings, _ = make()
    recording.doors = [Door(id="d1", screen="s1", label="Show my age", why_not=WhyNot.UNSURE)]
    assert any(said.endswith('it acts: "Show my age" on s1') for said in closing(recording, findings))


def test_doors_that_led_to_an_error_page_leave_a_walk_incomplete(make: Callable[..., Any]) -> None:
    recording, _, _ = make()
    recording.doors = [Door(id="d1", screen="s1", taken=True, outcome="status:404")]
    assert incomplete.of_walk(recording) == ["1 door led to an error page (404)"]
