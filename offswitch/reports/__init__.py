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


def known(names: Sequence[str]) -> list[Write]:
    """The writers of these formats. Raises BadInput naming those there are."""
    for name in names:
        if name not in FORMATS:
            raise BadInput(f"no report format is called {name!r}", next_step=f"use one of: {', '.join(FORMATS)}")
    return [FORMATS[name] for name in names]
