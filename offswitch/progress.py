"""What a walk tells while it goes on, as a live line on a terminal and as plain lines elsewhere, on standard error."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.live import Live
from rich.text import Text

from offswitch.plain import plain
from offswitch_crawler.events import Checking, Event, Notice, Replaying, Started, Walking

SPINNER = "◐◓◑◒"


@contextmanager
def shown(*, quiet: bool, console: Console | None = None) -> Iterator[Callable[[Event], None]]:
    """A callback for the events of a walk; silent with `quiet`."""
    if quiet:
        yield _silent
        return
    console = console or Console(stderr=True, highlight=False)
    if not console.is_terminal:
        yield Lines(console)
        return
    with Live(console=console, transient=True, refresh_per_second=8) as live:
        yield Bar(console, live)


def _silent(event: Event) -> None:
    pass


class Lines:
    """Prints what a log should hold: the budgets at the start, notices, and every 25th screen."""

    EVERY_SCREENS = 25

    def __init__(self, console: Console) -> None:
        self.console = console
        self.told_screens = 0

    def __call__(self, event: Event) -> None:
        if isinstance(event, Started):
            _print(self.console, started(event))
        elif isinstance(event, Notice):
            _print(self.console, event.text)
        elif isinstance(event, Walking) and event.screens >= self.told_screens + self.EVERY_SCREENS:
            self.told_screens = event.screens
            _print(self.console, walking(event))


class Bar:
    """Keeps one live line; what should stay is printed above it."""

    def __init__(self, console: Console, live: Live) -> None:
        self.console, self.live = console, live
        self.screens_budget: float | None = None
        self.turn = 0

    def __call__(self, event: Event) -> None:
        if isinstance(event, Started):
            self.screens_budget = event.budgets.get("screens")
            _print(self.console, started(event))
        elif isinstance(event, Notice):
            _print(self.console, event.text)
        elif isinstance(event, Checking):
            self._update(f"reading the controls again: screen {event.done} of {event.total}")
        elif isinstance(event, Replaying):
            self._update(f"taking recorded steps again: screen {event.done} of {event.total}")
        else:
            self._update(walking(event, self.screens_budget))

    def _update(self, line: str) -> None:
        self.turn += 1
        line = f"{SPINNER[self.turn % len(SPINNER)]} {plain(line)}"
        self.live.update(Text(line, no_wrap=True, overflow="ellipsis", style="cyan"))


def started(event: Started) -> str:
    """The line at the start: where, with what, and the budgets in force."""
    budgets = ", ".join(f"{n} {_budget(v)}" for n, v in event.budgets.items())
    return f"walking {event.url} with {event.browser}; budgets: {budgets}"


def walking(event: Walking, screens_budget: float | None = None) -> str:
    """The line while walking."""
    of = f"/{screens_budget:.0f}" if screens_budget is not None else ""
    path = " › ".join(("Start", *event.path))
    return (
        f"{event.screens}{of} screens · {event.controls} controls · {event.doors_open} doors open · "
        f"{event.clicks} clicks · {event.seconds:.0f} s · {path}"
    )


def _budget(value: float | None) -> str:
    return "without limit" if value is None else f"{value:g}"


def _print(console: Console, line: str) -> None:
    console.print(Text(plain(line)), soft_wrap=True)
