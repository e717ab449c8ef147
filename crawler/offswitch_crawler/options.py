"""How far and how fast a walk goes; who visits is in profile.py."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Options:
    """The options of `offswitch walk`, as given there."""

    only: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    max_depth: int | None = None
    max_screens: int = 200
    max_seconds: float = 900
    pages: int = 1
    rate: float | None = None
    """Page loads a second and host; null takes the polite default, and loopback is exempt."""
    browser: str = "chromium"
    executable: Path | None = None
    user_data_dir: Path | None = None
    headed: bool = False
    ignore_robots: bool = False
    user_agent: str = ""
    contact: str = ""
