"""report.sarif: findings in SARIF 2.1.0, for code scanning and editors.

GitHub reads part of the format (docs.github.com, "SARIF support for code scanning"): it wants a description and help of
every rule, a region, its own name for the fingerprint, and refuses a whole file in which an address has a scheme.
"""

import json
from pathlib import Path
from urllib.parse import quote, urlsplit

from offswitch import __version__
from offswitch.likely import EVEN
from offswitch.plain import plain
from offswitch.rows import pattern_name
from offswitch_recording.controls import Control
from offswitch_recording.findings import Finding, Findings
from offswitch_recording.schema import Recording, Screen
from offswitch_recording.words import Severity, Slug

FILE = "report.sarif"
LEVELS = {Severity.HIGH: "error", Severity.MEDIUM: "warning", Severity.LOW: "note"}
PROBLEM = {Severity.HIGH: "error", Severity.MEDIUM: "warning", Severity.LOW: "recommendation"}
PATH_CHARACTERS = "%/@!$&'()*+,;=-._~"
"""Those that stay in a path; the colon does not: before the first slash it would make a scheme of a host."""
REGION = {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1}
"""A screen has no lines; code scanning shows no result without."""


def write(recording: Recording, findings: Findings, out: Path) -> Path:
    """Write report.sarif."""
    screens = {s.id: s for s in recording.screens}
    controls = {c.id: c for c in recording.controls}
    found = list(dict.fromkeys(f.pattern for f in findings.findings))
    start = place(recording.start_url)
    run = {
        "tool": {"driver": _driver(findings)},
        "automationDetails": {"id": f"offswitch/{start}/{plain(recording.started_at)}"},
        "results": [
            _result(f, found, _location(screens.get(f.screen), controls.get(f.control or ""), start))
            for f in findings.findings
        ],
        "invocations": [_invocation(recording, findings)],
        "columnKind": "unicodeCodePoints",
        "properties": {"startUrl": plain(recording.start_url), "model": plain(findings.model.version)},
    }
    log = {"version": "2.1.0", "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "runs": [run]}
    file = out / FILE
    file.write_text(json.dumps(log, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return file


def place(url: str) -> str:
    """Where a screen stands, as a relative reference that begins with its host: `host/path`, without query."""
    try:
        parts = urlsplit(plain(url))
    except ValueError:
        return "unreadable-address"
    host = parts.netloc.rpartition("@")[2] or parts.scheme
    segments = [s for s in f"{host}/{parts.path}".split("/") if s.strip(". ")]
    return quote("/".join(segments), safe=PATH_CHARACTERS) or "unreadable-address"


def _driver(findings: Findings) -> dict[str, object]:
    gravest = {f.pattern: f.severity for f in sorted(findings.findings, key=lambda f: list(Severity).index(f.severity))}
    rules = [_rule(slug, gravest[slug]) for slug in dict.fromkeys(f.pattern for f in findings.findings)]
    return {"name": "offswitch", "version": __version__, "rules": rules}


def _rule(slug: Slug, gravest: Severity) -> dict[str, object]:
    from offswitch_classifier.ontology import entry
    from offswitch_classifier.patterns import page

    return {
        "id": slug,
        "name": pattern_name(slug).title().replace(" ", ""),
        "shortDescription": {"text": pattern_name(slug)},
        "fullDescription": {"text": f"{entry(slug).meaning[0].upper()}{entry(slug).meaning[1:]}. ({entry(slug).ontology})"},
        "help": {"text": page(slug), "markdown": page(slug)},
        "defaultConfiguration": {"level": LEVELS[gravest]},
        "properties": {"tags": ["dark-pattern", "privacy"], "problem.severity": PROBLEM[gravest]},
    }


def _result(finding: Finding, found: list[Slug], location: dict[str, object]) -> dict[str, object]:
    fingerprint = plain(finding.fingerprint or finding.id)
    return {
        "ruleId": finding.pattern,
        "ruleIndex": found.index(finding.pattern),
        # SARIF 2.1.0, 3.27.9: what a person is asked to look at is of the kind "review", and then has no level.
        **({"level": LEVELS[finding.severity]} if finding.probability >= EVEN else {"kind": "review", "level": "none"}),
        "rank": round(100 * finding.probability, 2),
        "message": {"text": _told(finding.why) or f"{pattern_name(finding.pattern)} on this screen"},
        "locations": [location],
        "partialFingerprints": {"offswitch/1": fingerprint, "primaryLocationLineHash": f"{fingerprint}:1"},
        "properties": {
            "probability": finding.probability,
            "severity": finding.severity,
            "references": [plain(r) for r in finding.references],
        },
    }


def _told(text: str) -> str:
    """Text for a message, where brackets before a parenthesis would make a link of what a page wrote."""
    return plain(text).replace("](", "] (")


def _location(screen: Screen | None, control: Control | None, start: str) -> dict[str, object]:
    path = [plain(label) for label in (control.path if control else screen.path if screen else [])]
    name = plain(control.label) if control else plain(screen.title) if screen else ""
    artifact = {"uri": place(screen.url) if screen else start}
    return {
        "physicalLocation": {"artifactLocation": artifact, "region": REGION},
        "logicalLocations": [{"name": name, "fullyQualifiedName": " > ".join([*path, name]), "kind": "element"}],
        "properties": {"url": plain(screen.url) if screen else ""},
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
