"""Recordings of one or two screens written by hand, line by line, for tests of the patterns."""

from types import SimpleNamespace
from typing import Any

import pytest

from offswitch_recording.controls import Control, Effort
from offswitch_recording.doors import Door
from offswitch_recording.schema import Line, Recording, Screen

WIDE = 300.0


def line(text: str, y: float, role: str = "", **looks: Any) -> Line:
    """A line at a height, black on white at 15 px where nothing else is said."""
    given = {"font_px": 15, "weight": 400, "contrast": 16.0, "ground": "#ffffff", "box": (20, y, WIDE, 22), "picture": 0}
    return Line.model_validate({"text": text, "role": role, **given, **looks})


def control(number: int, label: str, state: str = "off", screen: str = "s1", kind: str = "switch", **more: Any) -> Control:
    """A control of a screen, 60 px below the one before."""
    given = {
        "id": f"c{number}", "screen": screen, "kind": kind, "label": label, "state": state, "depth": 0, "depth_is": "exact",
        "box": (400, 60 * number, 40, 22), "picture": 0, "font_px": 15, "contrast": {"label": 16.0}, "effort": Effort(),
        "read_from": "aria", "in_first_viewport": True,
    }  # fmt: skip
    return Control.model_validate({**given, **more})


def screen(number: int, lines: list[Line], kind: str = "page", parent: str | None = None, language: str = "en") -> Screen:
    """A screen with its lines."""
    return Screen.model_validate(
        {"id": f"s{number}", "kind": kind, "parent": parent, "url": "http://127.0.0.1/", "language": language, "lines": lines, "depth": 0,
         "text": "\n".join(w.text for w in lines), "pictures": [{"file": f"screens/s{number}.png"}]}
    )  # fmt: skip


def door(number: int, label: str, screen: str = "s1", to: str | None = None, **more: Any) -> Door:
    """A door that was taken where it leads somewhere; else one that acts."""
    given = {"id": f"d{number}", "screen": screen, "label": label, "role": "link", "to": to, "taken": to is not None}
    outcome = {"outcome": "screen"} if to else {"why_not": "acting"}
    return Door.model_validate({**given, **outcome, **more})


def recording(screens: list[Screen], controls: list[Control] | None = None, doors: list[Door] | None = None) -> Recording:
    """A recording of a fresh account."""
    return Recording.model_validate(
        {"start_url": "http://127.0.0.1/", "started_at": "2025-01-01T00:00:00Z", "account": "fresh", "screens": screens,
         "controls": controls or [], "doors": doors or [], "ended_by": "complete"}
    )  # fmt: skip


@pytest.fixture(scope="session")
def hand() -> SimpleNamespace:
    """The functions above, for tests."""
    return SimpleNamespace(line=line, control=control, screen=screen, recording=recording, door=door)
