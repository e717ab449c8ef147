"""What a walk tells while it goes on; whoever calls it turns these into a bar, JSON lines or silence."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Started:
    """The browser is there; the budgets in force."""

    url: str
    browser: str
    budgets: dict[str, float | None]


@dataclass(frozen=True)
class Walking:
    """Told after every screen or door."""

    screens: int
    controls: int
    doors_open: int
    clicks: int
    seconds: float
    path: tuple[str, ...]


@dataclass(frozen=True)
class Checking:
    """The second reading goes on: screens read again, of how many."""

    done: int
    total: int


@dataclass(frozen=True)
class Replaying:
    """Recorded steps are taken again: screens reached or missed, of how many."""

    done: int
    total: int


@dataclass(frozen=True)
class Notice:
    """One line that the user should see at once."""

    text: str


Event = Started | Walking | Checking | Replaying | Notice
OnEvent = Callable[[Event], None]


def ignore(event: Event) -> None:
    """A callback for callers who want silence."""
