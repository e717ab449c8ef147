"""The report formats: each writes one file from the same two records."""

from collections.abc import Callable, Sequence
from pathlib import Path

from offswitch.reports import csv, html, junit, sarif
from offswitch_recording.errors import BadInput
from offswitch_recording.findings import Findings
from offswitch_recording.schema import Recording

Write = Callable[[Recording, Findings, Path], Path]

FORMATS: dict[str, Write] = {
    "html": html.write,
    "sarif": sarif.write,
    "junit": junit.write,
    "csv": csv.write,
    "findings-csv": csv.write_findings,
}

FILES = {
    "html": html.FILE,
    "sarif": sarif.FILE,
    "junit": junit.FILE,
    "csv": csv.CONTROLS_FILE,
    "findings-csv": csv.FINDINGS_FILE,
}
"""What each format writes. Those that stand in a folder are written anew with any other, so that none speaks of older findings."""


def there(folder: Path) -> list[str]:
    """The formats that a folder holds already."""
    return [name for name in FORMATS if (folder / FILES[name]).is_file()]


def known(names: Sequence[str]) -> list[Write]:
    """The writers of these formats. Raises BadInput naming those there are."""
    for name in names:
        if name not in FORMATS:
            raise BadInput(f"no report format is called {name!r}", next_step=f"use one of: {', '.join(FORMATS)}")
    return [FORMATS[name] for name in names]
