"""The shipped models on settings of real products, where a folder with them is given; nothing is learnt from them.

Every figure stands with its interval: products (or families of products) drawn again by chance, since settings of one
product stand or fall together.
"""

import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from offswitch_classifier import polarity
from offswitch_classifier.measures import Figure, Words, accepting, by_class, decision, with_intervals
from offswitch_classifier.model import Models
from offswitch_classifier.reading import Asked, Told, read
from offswitch_classifier.text import control
from offswitch_recording.words import Polarity

SETTINGS = "settings-dev.csv"
MENUS = Path("stellarsand-privacy-settings", "settings.tsv")
Row = dict[str, str]


def figures(data: Path, models: Models) -> list[Figure]:
    """Figures on each file that `data` holds."""
    made: list[Figure] = []
    if (data / SETTINGS).is_file():
        made += _on_settings(_rows(data / SETTINGS, csv.excel), models)
    if (data / MENUS).is_file():
        made += _on_menus(_rows(data / MENUS, _Tabs), models)
    return made


class _Tabs(csv.excel_tab):
    quoting = csv.QUOTE_NONE


def _rows(file: Path, dialect: type[csv.Dialect]) -> list[Row]:
    with file.open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f, dialect=dialect))


def _on_settings(rows: list[Row], models: Models) -> list[Figure]:
    name = "settings of real products"
    told = read([Asked(control(r), r["default"]) for r in rows], models)
    english = np.array([r["language"] == "en" for r in rows])
    made = _of_settings(name, rows, told, np.ones(len(rows), dtype=bool), by_each_class=True)
    for part, of in (("in English", english), ("in other languages", ~english)):
        made += _of_settings(f"{name}, {part}", rows, told, of)
    return made + _preselected(name, rows, told.preselected)


def _of_settings(
    name: str, rows: Sequence[Row], told: Told, of: NDArray[np.bool_], *, by_each_class: bool = False
) -> list[Figure]:
    truth, guess = _column(rows, "purpose"), np.array(told.classes)[told.chosen]
    accepted = accepting(truth, guess, [_also(r["note"]) for r in rows])
    turned, told_turned = _column(rows, "polarity"), polarity.named(told.turned)

    def measured(i: NDArray[np.int_]) -> list[Figure]:
        alike = by_class(name, "purpose, other careful answers accepted", accepted[i], guess[i])[:2]
        strict = by_class(name, "purpose, strict", truth[i], guess[i])
        direction = by_class(name, "polarity", turned[i], told_turned[i])
        off = [f for f in direction if f.what == f"polarity: {Polarity.OFF_INVASIVE} recall"]
        return [*alike, *strict, *direction] if by_each_class else [*alike, *strict[:2], *direction[:2], *off]

    return with_intervals(measured, np.flatnonzero(of), _column(rows, "product"))


def _preselected(name: str, rows: Sequence[Row], probability: NDArray[np.float64]) -> list[Figure]:
    said, products = _column(rows, "deceptive_preselection"), _column(rows, "product")
    soft, known = np.array(["soft" in r["note"] for r in rows]), said != "unknown"
    filled = np.nan_to_num(probability, nan=0.0)
    made: list[Figure] = []
    for part, of in ((", without those marked soft", known & ~soft), ("", known)):
        made += with_intervals(
            lambda i, part=part: decision(f"{name}{part}", "preselected", (said == "yes")[i], filled[i], 0.5),  # type: ignore[misc]
            np.flatnonzero(of),
            products,
        )
    return made


def _on_menus(rows: Sequence[Row], models: Models) -> list[Figure]:
    """Polarity as its reader gave it; rows of no or an unclear polarity are left out, as the file's description says."""
    kept = [r for r in rows if r["walk_polarity"] in set(Polarity)]
    asked = [Asked(control({"label": r["label"], "section": r["path"], "language": "en"}), "") for r in kept]
    truth, guess = _column(kept, "walk_polarity"), polarity.named(read(asked, models).turned)
    families = np.array([r["product"].split()[0].casefold() for r in kept])
    labels = zip(families, (r["label"].casefold() for r in kept), strict=True)
    first = np.unique([f"{f}\n{label}" for f, label in labels], return_index=True)[1]
    made: list[Figure] = []
    for part, of in (("every row", np.arange(len(kept))), ("a label once in each family of products", np.sort(first))):
        name = f"menus of real products, {part}"
        made += with_intervals(lambda i, name=name: by_class(name, "polarity", truth[i], guess[i]), of, families)  # type: ignore[misc]
    return made


def _column(rows: Sequence[Row], name: str) -> Words:
    return np.array([r[name] for r in rows])


def _also(note: str) -> set[str]:
    """Other purposes that a note accepts: `alt:X|Y`."""
    return {p for part in note.replace(",", ";").split(";") if part.strip().startswith("alt:")
            for p in part.strip()[4:].split()[0].split("|")}  # fmt: skip
