"""One line for who scores or draws a recording that is no longer what the walk wrote."""

import json
from pathlib import Path

import typer

from offswitch.plain import plain
from offswitch_recording import manifest


def lines(folder: Path) -> list[str]:
    """What no longer fits the walk's manifest, one line each; empty where all fits."""
    try:
        found = manifest.differences(folder)
    except (OSError, json.JSONDecodeError, KeyError):
        return ["manifest.json cannot be read: it cannot be told whether this is what the walk wrote"]
    said = [("missing", found.missing), ("changed", found.changed)]
    return [f"{word} since the walk: {', '.join(names[:5])}" for word, names in said if names]


def warn(folder: Path) -> None:
    """Say it on standard error; `offswitch verify` is the gate."""
    for line in lines(folder):
        typer.echo(f"offswitch: warning: {plain(line)} (see offswitch verify)", err=True)
