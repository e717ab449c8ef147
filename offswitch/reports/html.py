"""report.html: one file that opens from disk, loads nothing from elsewhere, and runs nothing that a page wrote."""

import base64
import hashlib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from offswitch import incomplete, search_boxes
from offswitch.likely import doubtful, likely
from offswitch.pictures.palette import LOOKS, gravest
from offswitch.plain import plain
from offswitch.reports.inline import Inlined, Inliner
from offswitch.rows import (
    Row,
    counted,
    depth_text,
    gravest_first,
    numbered,
    pattern_name,
    percent,
    rows,
    state_text,
    state_word,
)
from offswitch_recording import manifest
from offswitch_recording.findings import Finding, Findings
from offswitch_recording.schema import Door, Recording, Screen
from offswitch_recording.words import Severity

FILE = "report.html"
TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class Shown:
    """The findings on one control, or one on a screen, with their numbers, as the template needs them: gravest first."""

    numbered: list[tuple[int, Finding]]
    severity: Severity
    row: Row | None
    screen: Screen | None
    screen_number: int | None
    close_up: Inlined | None
    strip: Inlined | None


@dataclass(frozen=True)
class ShownScreen:
    """A screen as the template needs it."""

    number: int
    screen: Screen
    findings: list[tuple[int, Finding]]
    score: float | None
    scored: list[Inlined]
    thumbnail: Inlined | None


def write(recording: Recording, findings: Findings, out: Path) -> Path:
    """Write report.html; `out` is the recording's folder, with its pictures and scored pictures."""
    claimed = likely(findings)
    joined = rows(recording, claimed)
    inliner = Inliner(recording, out)
    by_id = {r.control.id: r for r in joined}
    css, js = source("report.css"), source("report.js")
    text = environment().get_template("report.html").render(
        css=Markup(css),  # our own files, checked in; nothing of a page is in them
        js=Markup(js),
        policy=policy(css, js),
        recording=recording,
        model=findings,
        findings=_findings(recording, claimed, by_id, inliner),
        count=len(claimed.findings),
        doubtful=[(f, by_id.get(f.control or "")) for f in doubtful(findings)],
        rows=gravest_first(joined),
        screens=_screens(recording, claimed, inliner),
        severities=Counter(f.severity for f in claimed.findings),
        order=list(reversed(Severity)),
        searched=search_boxes.nearest(recording),
        not_looked=incomplete.of_walk(recording),
        without_picture=incomplete.without_picture(recording),
        not_taken=_not_taken(recording),
        screen_numbers={s.id: n for n, s in enumerate(recording.screens, 1)},
        manifest_sha256=_digest(out),
    )  # fmt: skip
    file = out / FILE
    file.write_text(text, encoding="utf-8")
    return file


@cache
def source(name: str) -> str:
    """One of our own template files."""
    return (TEMPLATES / name).read_text(encoding="utf-8")


@cache
def environment() -> Environment:
    """Jinja with escaping on; every text is also freed of control characters and put on one line."""
    made = Environment(
        loader=PackageLoader("offswitch", "reports/templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value,
    )
    made.filters |= {
        "depth": depth_text, "state": state_text, "pattern": pattern_name, "percent": percent, "state_word": state_word,
        "alike": incomplete.alike, "counted": counted, "of_settings": search_boxes.of_settings,
        "mark": lambda severity: LOOKS[severity].mark,
    }  # fmt: skip
    return made


def policy(css: str, js: str) -> str:
    """The content security policy: pictures from within, our style and our script by their hash, nothing else."""
    digests = [base64.b64encode(hashlib.sha256(t.encode()).digest()).decode() for t in (css, js)]
    return (
        f"default-src 'none'; img-src data:; style-src 'sha256-{digests[0]}'; script-src 'sha256-{digests[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _findings(recording: Recording, findings: Findings, by_id: dict[str, Row], inliner: Inliner) -> list[Shown]:
    screens = {s.id: (n, s) for n, s in enumerate(recording.screens, 1)}
    grouped: dict[str, list[tuple[int, Finding]]] = {}
    for number, finding in numbered(findings):
        grouped.setdefault(finding.control or f"finding {number}", []).append((number, finding))
    made = []
    for group in grouped.values():
        first = group[0][1]
        row = by_id.get(first.control or "")
        screen_number, screen = screens.get(first.screen, (None, None))
        close_up = inliner.close_up(first, row.control if row else None)
        strip = next((s for n, _ in group if (s := inliner.strip(n))), None)
        severity = gravest([f.severity for _, f in group])
        made.append(Shown(group, severity, row, screen, screen_number, close_up, strip))
    return made


def _screens(recording: Recording, findings: Findings, inliner: Inliner) -> list[ShownScreen]:
    scores = {s.screen: s.score for s in findings.screens}
    made = []
    for number, screen in enumerate(recording.screens, start=1):
        found = [(n, f) for n, f in numbered(findings) if f.screen == screen.id]
        scored = inliner.scored(number, screen)
        thumbnail = None if scored else inliner.thumbnail(screen)
        made.append(ShownScreen(number, screen, found, scores.get(screen.id), scored, thumbnail))
    return made


def _not_taken(recording: Recording) -> dict[str, list[Door]]:
    made: dict[str, list[Door]] = {}
    for door in recording.doors:
        if not door.taken and door.why_not is not None:
            made.setdefault(door.why_not, []).append(door)
    return dict(sorted(made.items(), key=lambda item: (item[0] not in incomplete.NOT_LOOKED, item[0])))


def _digest(folder: Path) -> str:
    file = folder / manifest.NAME
    return manifest.sha256(file) if file.is_file() else ""
