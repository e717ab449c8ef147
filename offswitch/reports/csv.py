"""controls.csv and findings.csv, safe to open in a spreadsheet."""

import csv
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from offswitch.plain import plain
from offswitch.rows import Row, rows
from offswitch_recording.findings import Finding, Findings
from offswitch_recording.schema import Recording

CONTROLS_FILE, FINDINGS_FILE = "controls.csv", "findings.csv"
FORMULA = "=+-@＝＋－＠\t\r|"
"""First characters by which a spreadsheet takes a text for a formula or a command."""
_LATER_CELL = re.compile(rf";(\s*)(?=[{re.escape(FORMULA)}])")
"""Where the semicolon separates (as in many European settings), what follows one in a text begins a cell of its own."""

JOIN = " > "


def write(recording: Recording, findings: Findings, out: Path) -> Path:
    """Write controls.csv: one row for each control."""
    return _write(out / CONTROLS_FILE, [_control(r) for r in rows(recording, findings)], CONTROL_COLUMNS)


def write_findings(recording: Recording, findings: Findings, out: Path) -> Path:
    """Write findings.csv: one row for each finding."""
    labels = {c.id: c.label for c in recording.controls}
    urls = {s.id: s.url for s in recording.screens}
    of = [_finding(f, labels.get(f.control or "", ""), urls.get(f.screen, "")) for f in findings.findings]
    return _write(out / FINDINGS_FILE, of, FINDING_COLUMNS)


CONTROL_COLUMNS = (
    "id", "screen", "url", "section", "label", "description", "kind", "state", "depth", "depth_is", "path", "disabled",
    "locked", "font_px", "contrast", "klm_seconds", "purpose", "purpose_probability", "polarity",
    "polarity_probability", "preselected", "patterns", "probability", "fingerprint",
)  # fmt: skip
FINDING_COLUMNS = (
    "id", "pattern", "probability", "severity", "screen", "url", "control", "label", "why", "references", "fingerprint",
)  # fmt: skip


def _control(row: Row) -> dict[str, object]:
    c, reading = row.control, row.reading
    return {
        **{n: getattr(c, n) for n in ("id", "screen", "label", "description", "kind", "state", "depth", "depth_is")},
        **{n: getattr(c, n) for n in ("disabled", "locked", "font_px", "fingerprint")},
        "url": row.screen.url if row.screen else "",
        "section": JOIN.join(c.section),
        "path": JOIN.join(c.path),
        "contrast": c.contrast.label,
        "klm_seconds": c.effort.klm_seconds,
        "purpose": reading.purpose if reading else None,
        "purpose_probability": reading.purpose_probability if reading else None,
        "polarity": reading.polarity if reading else None,
        "polarity_probability": reading.polarity_probability if reading else None,
        "preselected": reading.preselected if reading else None,
        "patterns": row.patterns,
        "probability": row.probability,
    }


def _finding(finding: Finding, label: str, url: str) -> dict[str, object]:
    same = ("id", "pattern", "probability", "severity", "screen", "control", "why", "fingerprint")
    return {
        **{name: getattr(finding, name) for name in same},
        "label": label,
        "url": url,
        "references": "; ".join(finding.references),
    }


def _write(file: Path, of: Iterable[Mapping[str, object]], columns: tuple[str, ...]) -> Path:
    with file.open("w", encoding="utf-8", newline="") as f:
        writer = csv.DictWriter(f, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: cell(value) for name, value in row.items()} for row in of)
    return file


def cell(value: object) -> object:
    """A value as it may stand in a cell: text of a page never starts a formula."""
    if not isinstance(value, str):
        return value
    text = _LATER_CELL.sub(r";\1'", plain(value))
    return f"'{text}" if text.startswith(tuple(FORMULA)) else text
