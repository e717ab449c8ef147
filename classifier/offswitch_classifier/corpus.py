"""The corpus of control texts: read, checked and kept in one order, whatever the order of files on a disk."""

import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from offswitch_recording.errors import BadInput
from offswitch_recording.words import Polarity, Purpose

COLUMNS = (
    "label", "description", "section", "control", "options", "state", "language", "purpose", "polarity",
    "essential", "preselected", "product", "kind", "note",
)  # fmt: skip
Row = dict[str, str]
MENUS = frozenset([*"opqrxyz", *(f"a{c}" for c in "abcdefg"), *(f"b{c}" for c in "abcdefgi")])
"""Hands that wrote whole menus, with as many dull settings as real ones have."""
COUNTED_MORE = MENUS | {"n", "bh"}
"""With them the hands that wrote one subject, or one way of putting it, in many ways, as plainly."""
MENU_WEIGHT = 1.5
"""How much a row of theirs counts: the models are asked of menus, and hard rows alone make them see protection everywhere."""


def read(folder: Path) -> list[Row]:
    """All rows of `folder`/controls/*.csv, files in order of name. Each knows its `hand`, the letters in the file's name.

    Raises BadInput naming the line that does not fit.
    """
    files = sorted((folder / "controls").glob("*.csv"))
    if not files:
        raise BadInput(
            "no corpus of controls", where=str(folder), next_step="name the folder classifier/corpus of the repository"
        )
    return [{**row, "hand": file.stem.split("-")[-1]} for file in files for row in _read(file)]


def is_menu(rows: Sequence[Row]) -> NDArray[np.bool_]:
    """Which rows are of whole menus, (n,); all where none is said to be."""
    found = np.array([r.get("hand", "") in MENUS for r in rows])
    return found if found.any() else np.ones(len(rows), dtype=bool)


def weight(row: Row) -> float:
    """How much a row counts when something is learnt."""
    return MENU_WEIGHT if row.get("hand", "") in COUNTED_MORE else 1.0


def with_labels_alone(rows: Sequence[Row]) -> tuple[list[Row], list[int], list[float]]:
    """The rows, and each that has more than a label once again without description and section.

    Many menus show labels alone, and what surrounds a label must not carry all the weight. Returns rows, the index of
    each in the given ones, and its weight: those of one row add up to 1, of whole menus to MENU_WEIGHT.
    """
    made: list[tuple[Row, int, float]] = []
    for i, row in enumerate(rows):
        has_more = bool(row["label"] and (row["description"] or row["section"]))
        counts = weight(row)
        made.append((row, i, counts / 2 if has_more else counts))
        if has_more:
            made.append(({**row, "description": "", "section": ""}, i, counts / 2))
    return [m[0] for m in made], [m[1] for m in made], [m[2] for m in made]


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
