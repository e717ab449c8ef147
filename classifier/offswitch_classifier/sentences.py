"""The corpus of sentences: texts of interfaces and the pressure that each uses, read and checked, in one order."""

import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from offswitch_classifier.corpus import Row
from offswitch_classifier.text import code_of
from offswitch_classifier.wording import CLASSES
from offswitch_recording.errors import BadInput

COLUMNS = ("text", "language", "pattern", "product", "kind", "note")


def read(folder: Path) -> list[Row]:
    """All rows of `folder`/sentences/*.csv, files in order of name. Each knows its `hand`, the letter in the file's name.

    Raises BadInput naming the line that does not fit.
    """
    files = sorted((folder / "sentences").glob("*.csv"))
    if not files:
        raise BadInput(
            "no corpus of sentences", where=str(folder), next_step="name the folder classifier/corpus of the repository"
        )
    return [{**row, "hand": file.stem.split("-")[1]} for file in files for row in _read(file)]


def column(rows: Sequence[Row], name: str) -> NDArray[np.object_]:
    """One column as an array, (n,); of `language` the part before the region."""
    return np.array([code_of(r[name]) if name == "language" else r[name] for r in rows])


def _read(file: Path) -> list[Row]:
    with file.open(encoding="utf-8", newline="") as f:
        reader = csv.DictReader(f)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise BadInput("wrong columns", where=file.name, next_step=f"expected {', '.join(COLUMNS)}")
        rows = list(reader)
    for row in rows:
        if row["pattern"] not in CLASSES:
            raise BadInput(f"unknown pattern {row['pattern']!r}", where=f"{file.name}, text {row['text']!r}")
    return rows
