"""`offswitch classify`: texts of controls in, purpose and polarity out."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """How the rows are written."""

    CSV = "csv"
    JSONL = "jsonl"


File = Annotated[
    Path,
    typer.Argument(
        metavar="FILE.csv",
        help="Columns id, label and, where present, description, section, control, default, language; - reads "
        "standard input.",
    ),
]


def classify(file: File, format: Annotated[Format, typer.Option("--format", help="Of the output.")] = Format.CSV) -> None:
    """Read texts of controls; write the same rows with purpose, polarity and preselection to standard output."""
    from offswitch import texts

    header, rows = texts.read(file, texts.CONTROLS)
    from offswitch_classifier.score import classify as judge

    texts.write(header, judge(rows), texts.CONTROLS, json_lines=format is Format.JSONL)
