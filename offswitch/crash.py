"""A bug of ours: a traceback in a log file, and where it was written."""

import os
import platform
import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

BESIDE = "offswitch_beside"
"""Attribute of an exception: the recording beside which its log belongs."""


@contextmanager
def beside(recording: Path) -> Iterator[None]:
    """Whatever fails in here has its log beside this recording, and names what was kept of it."""
    try:
        yield
    except BaseException as error:
        setattr(error, BESIDE, recording)
        raise


def kept(error: BaseException) -> Path | None:
    """The folder with what was recorded before the error, where there is one."""
    recording: Path | None = getattr(error, BESIDE, None)
    if recording and (recording / "recording.json").is_file():
        return recording
    return partial(error)


def partial(error: BaseException) -> Path | None:
    """What an unfinished walk left beside the final name of its recording, where there is anything."""
    recording: Path | None = getattr(error, BESIDE, None)
    folder = recording.with_name(f"{recording.name}.partial") if recording else None
    return folder if folder and (folder / "recording.json").is_file() else None


def log(error: BaseException) -> Path:
    """Write the traceback into a new file, readable by its owner only, and return its path."""
    recording: Path | None = getattr(error, BESIDE, None)
    name = f"{recording.name if recording else 'offswitch'}-bug-"
    try:
        return _write(error, name, recording.absolute().parent if recording else None)
    except OSError:
        return _write(error, name, None)


def _write(error: BaseException, name: str, folder: Path | None) -> Path:
    from offswitch import __version__

    handle, path = tempfile.mkstemp(prefix=name, suffix=".log", dir=folder)
    with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as f:
        f.write(f"{datetime.now(UTC).isoformat(timespec='seconds')} offswitch {__version__}\n")
        f.write(f"Python {sys.version.split()[0]} on {platform.platform()}\n\n")
        f.writelines(traceback.format_exception(error))
    return Path(path)
