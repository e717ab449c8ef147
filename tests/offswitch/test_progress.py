"""What a walk tells while it goes on."""

import io

from rich.console import Console

from offswitch import progress
from offswitch_crawler.events import Checking, Event, Notice, Started, Walking

EVENTS: list[Event] = [
    Started("https://kiosk.example/", "Chromium 130", {"screens": 200, "seconds": 900.0, "depth": None}),
    Walking(1, 4, 9, 1, 2.0, ("Settings",)),
    Notice("a dialog that covered the page was closed: \x1b]0;owned\x07[red]Accept[/red]"),
    Walking(30, 64, 9, 33, 41.2, ("Settings", "Your data")),
    Checking(2, 7),
]


def _told(*, terminal: bool, quiet: bool = False) -> str:
    written = io.StringIO()
    console = Console(file=written, force_terminal=terminal, width=120, highlight=False, color_system=None)
    with progress.shown(quiet=quiet, console=console) as on_event:
        for event in EVENTS:
            on_event(event)
    return written.getvalue()


def test_in_a_log() -> None:
    assert _told(terminal=False).splitlines() == [
        "walking https://kiosk.example/ with Chromium 130; budgets: screens 200, seconds 900, depth without limit",
        "a dialog that covered the page was closed: ]0;owned[red]Accept[/red]",
        "30 screens · 64 controls · 9 doors open · 33 clicks · 41 s · Start › Settings › Your data",
    ]


def test_on_a_terminal() -> None:
    told = _told(terminal=True)
    assert "budgets: screens 200" in told
    assert "reading the controls again: screen 2 of 7" in told
    assert "\x1b]0;" not in told
    assert "[red]Accept[/red]" in told


def test_silence() -> None:
    assert _told(terminal=True, quiet=True) == ""
