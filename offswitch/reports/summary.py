"""The summary of `--json`: what a script wants to know without opening the records."""

from collections import Counter
from pathlib import Path

from offswitch import incomplete
from offswitch.likely import doubtful, likely
from offswitch.rows import gravest_first, rows
from offswitch.verdict import Verdict
from offswitch_recording.findings import Findings
from offswitch_recording.schema import Recording

SCHEMA = "offswitch.summary/1"


def summary(
    recording: Recording,
    findings: Findings | None,
    verdict: Verdict,
    folder: Path,
    manifest_sha256: str | None,
    files: list[Path],
) -> dict[str, object]:
    """One JSON object; `findings` is null where the recording was not scored."""
    return {
        "schema": SCHEMA,
        "folder": str(folder),
        "manifest_sha256": manifest_sha256,
        "files": [str(f) for f in files],
        "exit_code": verdict.code,
        "reasons": verdict.reasons,
        "start_url": recording.start_url,
        "account": recording.account,
        "start_is": recording.start_is,
        "ended_by": recording.ended_by,
        "incomplete": incomplete.of_walk(recording),
        "without_picture": sum(c.visible and c.box is None for c in recording.controls),
        "changed": [c.model_dump(mode="json") for c in recording.untouched.changed],
        "screens": len(recording.screens),
        "doors": len(recording.doors),
        "blocked": sum(b.count for b in recording.blocked),
        "controls": _controls(recording, findings),
        "findings": _findings(findings),
    }


def _controls(recording: Recording, findings: Findings | None) -> list[dict[str, object]]:
    return [
        {
            "id": r.control.id,
            "control": r.control.label,
            "kind": r.control.kind,
            "state": r.control.state,
            "depth": r.control.depth,
            "depth_is": r.control.depth_is,
            "path": r.control.path,
            "purpose": r.reading.purpose if r.reading else None,
            "polarity": r.reading.polarity if r.reading else None,
            "preselected": r.reading.preselected if r.reading else None,
            "probability": r.probability,
            "patterns": [f.pattern for _, f in r.findings],
        }
        for r in gravest_first(rows(recording, likely(findings) if findings else None))
    ]


def _findings(findings: Findings | None) -> dict[str, object] | None:
    if findings is None:
        return None
    found = likely(findings).findings
    kept = {"id", "pattern", "screen", "control", "probability", "severity", "why"}
    return {
        "model": findings.model.version,
        "count": len(found),
        "doubtful": len(doubtful(findings)),
        "by_severity": Counter(f.severity for f in found),
        "by_pattern": Counter(f.pattern for f in found),
        "list": [f.model_dump(mode="json", include=kept) for f in findings.findings],
        "not_judged": [i.model_dump(mode="json") for i in findings.incomplete],
    }
