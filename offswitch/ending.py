"""How a command ends: the table, or one JSON summary, or silence; the reasons; the exit code."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import typer
from rich.console import Console

from offswitch.api import Reported
from offswitch.plain import plain
from offswitch.reports import terminal
from offswitch.reports.summary import summary
from offswitch.verdict import Verdict
from offswitch_recording.findings import Findings
from offswitch_recording.schema import Recording

PIPED_WIDTH = 120
"""Columns of a table that goes into a file or another program."""


@dataclass(frozen=True)
class Output:
    """What the user wants to read."""

    quiet: bool
    json: bool


def end(
    recording: Recording,
    findings: Findings | None,
    verdict: Verdict,
    *,
    output: Output,
    folder: Path,
    manifest_sha256: str | None = None,
    reported: Reported | None = None,
) -> NoReturn:
    """Print what came out and end with the verdict's exit code."""
    failures = reported.failures if reported else []
    if output.json:
        made = summary(recording, findings, verdict, folder, manifest_sha256, reported.files if reported else [])
        typer.echo(json.dumps(made, ensure_ascii=True))
    elif not output.quiet:
        console = Console(highlight=False)
        if not console.is_terminal:
            console.width = PIPED_WIDTH
        terminal.show(recording, findings, console)
        _say_where(folder, manifest_sha256, reported)
    for line in [*failures, *verdict.reasons]:
        typer.echo(f"offswitch: {plain(line)}", err=True)
    raise typer.Exit(verdict.code)


def _say_where(folder: Path, manifest_sha256: str | None, reported: Reported | None) -> None:
    typer.echo(f"recording: {folder}")
    if reported:
        pages = [f for f in reported.files if f.suffix == ".html"]
        typer.echo(f"report:    {pages[0] if pages else folder}")
    if manifest_sha256:
        typer.echo(f"manifest SHA-256: {manifest_sha256}")
