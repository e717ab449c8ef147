"""The corpus of control texts: read, checked and kept in one order, whatever the order of files on a disk."""

import csv
from pathlib import Path

from offswitch_recording.errors import BadInput
from offswitch_recording.words import Polarity, Purpose

COLUMNS = (
    "label", "description", "section", "control", "options", "state", "language", "purpose", "polarity",
    "essential", "preselected", "product", "kind", "note",
)  # fmt: skip
Row = dict[str, str]


def read(folder: Path) -> list[Row]:
    """All rows of `folder`/controls/*.csv, files in order of name. Raises BadInput naming the line that does not fit."""
    files = sorted((folder / "controls").glob("*.csv"))
    if not files:
        raise BadInput(
            "no corpus of controls", where=str(folder), next_step="name the folder classifier/corpus of the repository"
        )
    return [row for file in files for row in _read(file)]


def _read(file: Path) -> list[Row]:
    with file.open(encoding="utf-8", newline="") as f:
        reader = csv.DictReader(f)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise BadInput("wrong columns", where=file.name, next_step=f"expected {', '.join(COLUMNS)}")
        rows = list(reader)
    for row in rows:
        wrong = _wrong(row)
        if wrong:
            raise BadInput(wrong, where=f"{file.name}, label {row['label']!r}")
    return rows


def _wrong(row: Row) -> str:
    if row["purpose"] not in set(Purpose) or row["polarity"] not in set(Polarity):
        return f"unknown purpose {row['purpose']!r} or polarity {row['polarity']!r}"
    if (row["purpose"] in {"functional", "security"}) != (row["polarity"] == "neutral"):
        return "functional and security are neutral, and nothing else is"
    if {row["essential"], row["preselected"]} - {"yes", "no"}:
        return "essential and preselected are yes or no"
    return ""
