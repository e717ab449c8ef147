"""offswitch: how deep did they bury the off switch?

What stands here is public: `walk`, `replay`, `score`, `report` and `scan`, the records, and the errors. Each is imported when it
is first asked for, so that `import offswitch` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from offswitch.api import Scan, replay, report, scan, score, walk
    from offswitch_crawler.options import Options
    from offswitch_crawler.profile import Profile
    from offswitch_recording.errors import BadInput, OffswitchError, SiteFailed
    from offswitch_recording.findings import Finding, Findings
    from offswitch_recording.schema import Recording

__version__ = "0.1.0"

__all__ = [
    "BadInput",
    "Finding",
    "Findings",
    "OffswitchError",
    "Options",
    "Profile",
    "Recording",
    "Scan",
    "SiteFailed",
    "replay",
    "report",
    "scan",
    "score",
    "walk",
]

_HOMES = {
    "BadInput": "offswitch_recording.errors",
    "Finding": "offswitch_recording.findings",
    "Findings": "offswitch_recording.findings",
    "OffswitchError": "offswitch_recording.errors",
    "Options": "offswitch_crawler.options",
    "Profile": "offswitch_crawler.profile",
    "Recording": "offswitch_recording.schema",
    "Scan": "offswitch.api",
    "SiteFailed": "offswitch_recording.errors",
    "replay": "offswitch.api",
    "report": "offswitch.api",
    "scan": "offswitch.api",
    "score": "offswitch.api",
    "walk": "offswitch.api",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'offswitch' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
