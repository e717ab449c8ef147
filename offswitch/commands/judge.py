"""`offswitch judge`: sentences in, wording patterns out."""

from pathlib import Path
from typing import Annotated

import typer

from offswitch.commands.classify import Format

File = Annotated[Path, typer.Argument(metavar="FILE.csv", help="Columns id, text; - reads standard input.")]


def judge(file: File, format: Annotated[Format, typer.Option("--format", help="Of the output.")] = Format.CSV) -> None:
    """Read sentences; write the same rows with the pattern of each wording, or none, and its probability to standard output."""
    from offswitch import texts

    header, rows = texts.read(file, texts.SENTENCES)
    from offswitch_classifier.score import judge as told

    texts.write(header, told(rows), texts.SENTENCES, json_lines=format is Format.JSONL)
