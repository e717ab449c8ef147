"""report.sarif: findings in SARIF 2.1.0, for code scanning and editors."""

import json
from pathlib import Path
from urllib.parse import quote

from offswitch import __version__
from offswitch.plain import plain
from offswitch.rows import pattern_name
from offswitch_recording.controls import Control
from offswitch_recording.findings import Finding, Findings
from offswitch_recording.schema import Recording, Screen
from offswitch_recording.words import Severity, Slug

LEVELS = {Severity.HIGH: "error", Severity.MEDIUM: "warning", Severity.LOW: "note"}
URI_CHARACTERS = "%:/?#[]@!$&'()*+,;=-._~"


def write(recording: Recording, findings: Findings, out: Path) -> Path:
    """Write report.sarif."""
    screens = {s.id: s for s in recording.screens}
    controls = {c.id: c for c in recording.controls}
    found = list(dict.fromkeys(f.pattern for f in findings.findings))
    run = {
        "tool": {"driver": _driver(found)},
        "results": [_result(f, found, screens.get(f.screen), controls.get(f.control or "")) for f in findings.findings],
        "invocations": [_invocation(recording, findings)],
        "columnKind": "unicodeCodePoints",
        "properties": {"startUrl": plain(recording.start_url), "model": plain(findings.model.version)},
    }
    log = {"version": "2.1.0", "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "runs": [run]}
    file = out / "report.sarif"
    file.write_text(json.dumps(log, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return file


def _driver(found: list[Slug]) -> dict[str, object]:
    return {"name": "offswitch", "version": __version__, "rules": [_rule(slug) for slug in found]}


def _rule(slug: Slug) -> dict[str, object]:
    return {
        "id": slug,
        "name": pattern_name(slug).title().replace(" ", ""),
        "shortDescription": {"text": pattern_name(slug)},
        "help": {"text": f"offswitch explain {slug}"},
    }


def _result(finding: Finding, found: list[Slug], screen: Screen | None, control: Control | None) -> dict[str, object]:
    why = plain(finding.why) or f"{pattern_name(finding.pattern)} on this screen"
    return {
        "ruleId": finding.pattern,
        "ruleIndex": found.index(finding.pattern),
        "level": LEVELS[finding.severity],
        "rank": round(100 * finding.probability, 2),
        "message": {"text": why},
        "locations": [_location(screen, control)],
        "partialFingerprints": {"offswitch/1": plain(finding.fingerprint or finding.id)},
        "properties": {
            "probability": finding.probability,
            "severity": finding.severity,
            "references": [plain(r) for r in finding.references],
        },
    }


def _location(screen: Screen | None, control: Control | None) -> dict[str, object]:
    path = [plain(label) for label in (control.path if control else screen.path if screen else [])]
    name = plain(control.label) if control else plain(screen.title) if screen else ""
    place = {"uri": quote(plain(screen.url), safe=URI_CHARACTERS)} if screen else {"uri": "about:blank"}
    return {
        "physicalLocation": {"artifactLocation": place},
        "logicalLocations": [{"name": name, "fullyQualifiedName": " > ".join([*path, name]), "kind": "element"}],
    }


def _invocation(recording: Recording, findings: Findings) -> dict[str, object]:
    """What was not judged stands here: a result that is absent is no pass."""
    notes = [f"{i.pattern} not judged on {i.screen or 'this recording'}: {plain(i.reason)}" for i in findings.incomplete]
    ended = plain(recording.ended_by)
    return {
        "executionSuccessful": ended == "complete",
        "exitCodeDescription": f"the walk ended by: {ended}",
        "toolExecutionNotifications": [{"level": "note", "message": {"text": n}} for n in notes],
    }
