"""What offswitch needs, whether it is there, and what to do where it is not."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from offswitch.plain import plain
from offswitch_recording.errors import OffswitchError


@dataclass(frozen=True)
class Check:
    """One thing that was looked at; `do` says what to do where it is not fine."""

    name: str
    fine: bool
    says: str
    do: str = ""
    needed: bool = True


def examine(executable: Path | None = None) -> list[Check]:
    """Look at everything that a scan needs. Never raises: what fails is a check that is not fine."""
    return [
        _try("Python", _python, "use Python 3.11 or newer"),
        _try("offswitch", _package, "install it: `pip install offswitch`"),
        _try("Playwright", _driver, "install it: `pip install playwright`; its node needs libatomic1 on Debian"),
        _try("browser", lambda: _browser(executable), "`apt-get install chromium`, or `playwright install chromium`"),
        _try("model", _model, "install offswitch again: its model files are missing or changed"),
        _fonts(),
    ]


def _try(name: str, look: Callable[[], str], do: str) -> Check:
    try:
        return Check(name, True, look())
    except OffswitchError as e:
        return Check(name, False, plain(e.what), e.next_step or do)
    except Exception as e:  # noqa: BLE001 - a broken installation fails in any way; it is told, not passed over
        return Check(name, False, plain(f"{type(e).__name__}: {e}", most=300), do)


def _python() -> str:
    if sys.version_info < (3, 11):  # noqa: UP036 - the interpreter may be another than the one installed for
        raise OffswitchError(f"{sys.version.split()[0]} is too old")
    return f"{sys.version.split()[0]} at {sys.executable}"


def _package() -> str:
    return f"{metadata.version('offswitch')} at {Path(__file__).parent}"


def _driver() -> str:
    from playwright.sync_api import sync_playwright

    with sync_playwright():
        return f"{metadata.version('playwright')}, its driver starts"


def _browser(executable: Path | None) -> str:
    from offswitch_crawler.browser import find

    found = find(executable)
    return f"{found.version} at {found.path} (found by: {found.source})"


def _model() -> str:
    from offswitch_classifier.score import classify

    classify([{"id": "1", "label": "Share usage data"}])
    return "loads and answers"


def _fonts() -> Check:
    from offswitch.pictures.fonts import covered, found

    names, scripts = found(), covered()
    says = f"{', '.join(names)}; readable on pictures: {', '.join(scripts) or 'plain Latin letters only'}"
    do = "labels in other scripts are shortened on pictures; `apt-get install fonts-noto-core fonts-noto-cjk` helps"
    return Check("fonts", len(scripts) >= 3, says, do, needed=False)
