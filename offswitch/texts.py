"""CSV of texts in, the same rows with what the model reads out."""

import csv
import io
import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from offswitch_recording.errors import BadInput


class Columns(NamedTuple):
    """What a command needs, reads where present, and adds."""

    needed: tuple[str, ...]
    read: tuple[str, ...]
    added: tuple[str, ...]

    def how(self) -> str:
        """What a person does about a file without them."""
        also = f" and, where known, {','.join(self.read)}" if self.read else ""
        return f"begin it with a line of column names: {','.join(self.needed)}{also}"


CONTROLS = Columns(
    ("id", "label"),
    ("description", "section", "control", "default", "language"),
    ("purpose", "purpose_probability", "polarity", "polarity_probability", "preselected"),
)
SENTENCES = Columns(("id", "text"), (), ("pattern", "probability"))


def read(file: Path, columns: Columns) -> tuple[list[str], list[dict[str, str]]]:
    """The header and the rows of a CSV file, or of standard input for `-`. Raises BadInput naming what is wrong."""
    reader = csv.DictReader(io.StringIO(_text(file), newline=""), strict=True)
    try:
        header = list(reader.fieldnames or [])
        if not header:
            raise BadInput("the file is empty", where=str(file), next_step=columns.how())
        missing = [name for name in columns.needed if name not in header]
        if missing:
            raise BadInput(f"no column {' and no column '.join(missing)}", where=str(file), next_step=columns.how())
        rows = list(reader)
    except csv.Error as e:
        raise BadInput(f"no CSV: {e}", where=f"{file}, line {reader.line_num}") from None
    for number, row in enumerate(rows, start=1):
        if None in row or None in row.values():
            raise BadInput(f"row {number} has another number of cells than the header", where=str(file))
    return header, rows


def _text(file: Path) -> str:
    try:
        raw = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
        return raw.decode("utf-8-sig")
    except FileNotFoundError:
        raise BadInput("no such file", where=str(file), next_step="name a CSV file, or - for standard input") from None
    except UnicodeDecodeError as e:
        what = f"the file is not UTF-8: {e.reason} at byte {e.start}"
        raise BadInput(what, where=str(file), next_step="save it as UTF-8 and try again") from None
    except OSError as e:
        raise BadInput(f"the file cannot be read: {e.strerror}", where=str(file)) from None


def write(header: list[str], rows: Iterable[Mapping[str, object]], columns: Columns, *, json_lines: bool) -> None:
    """Write rows to standard output: the columns that were given, then those that the model adds."""
    names = [*header, *(name for name in columns.added if name not in header)]
    kept = [{name: row.get(name) for name in names} for row in rows]
    if json_lines:
        for row in kept:
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
        return
    writer = csv.DictWriter(sys.stdout, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(kept)
