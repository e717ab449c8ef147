"""Pages of a folded list are said to be left where they hold controls, in the summary and in the page."""

from collections.abc import Callable
from typing import Any

import pytest

from offswitch import incomplete
from offswitch.reports.terminal import closing
from offswitch_recording.doors import Template


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
