"""What is clicked, and what a click did."""

from dataclasses import dataclass

from offswitch_crawler.seen import SeenDoor
from offswitch_recording.doors import Locator


def locator(seen: SeenDoor) -> Locator:
    """How to find this door again in a fresh browser."""
    section = seen.place.section[-1] if seen.place.section else ""
    return Locator(label=seen.label, role=seen.role, href=seen.href, css=list(seen.place.css), section=section, nth=seen.nth)


@dataclass
class Clicked:
    """What a click did."""

    ok: bool
    why: str = ""
    status: int | None = None
    """Status of the last document that was loaded."""
    popup: str = ""
    """Address of the window that it opened."""
    doubtful: bool = False
    """Whether an earlier click on the same document may have opened that window."""
    navigated: bool = False
    unanswered: tuple[str, ...] = ()
    """Addresses of what it has asked for and never got."""
