"""report.junit.xml: a case for each screen and pattern; what is likely fails, what could not be judged is skipped."""

from collections import defaultdict
from pathlib import Path
from xml.etree import ElementTree as ET

from offswitch import incomplete
from offswitch.likely import likely
from offswitch.plain import plain
from offswitch.rows import two_places
from offswitch_recording.findings import Finding, Findings
from offswitch_recording.schema import Recording, Screen

FILE = "report.junit.xml"
Key = tuple[str, str]


def write(recording: Recording, findings: Findings, out: Path) -> Path:
    """Write report.junit.xml."""
    failures: dict[Key, list[Finding]] = defaultdict(list)
    for finding in likely(findings).findings:
        failures[finding.screen, finding.pattern].append(finding)
    skipped = {(i.screen or "", str(i.pattern)): i.reason for i in findings.incomplete}
    judged = {(s.screen, pattern) for s in findings.screens for pattern in s.patterns}
    cases = sorted({*failures, *skipped, *judged})
    gaps = incomplete.of_walk(recording)
    unjudged = len(set(skipped) - set(failures)) + bool(gaps)
    numbers = {"tests": len(cases) + 1, "failures": len(failures), "errors": 0, "skipped": unjudged}
    suite = ET.Element("testsuite", {"name": "offswitch"} | {k: str(v) for k, v in numbers.items()})
    suite.append(_walk(recording, gaps))
    screens = {s.id: s for s in recording.screens}
    for key in cases:
        suite.append(_case(key, screens.get(key[0]), failures.get(key, []), skipped.get(key), recording))
    file = out / FILE
    ET.indent(suite)
    ET.ElementTree(suite).write(file, encoding="utf-8", xml_declaration=True)
    return file


def _walk(recording: Recording, gaps: list[str]) -> ET.Element:
    """A case of its own for the walk: skipped where something was not looked at."""
    case = ET.Element("testcase", classname=plain(recording.start_url), name="complete-walk")
    if gaps:
        ET.SubElement(case, "skipped", message=plain("; ".join(gaps)))
    return case


def _case(key: Key, screen: Screen | None, failures: list[Finding], skipped: str | None, recording: Recording) -> ET.Element:
    place = " > ".join(["Start", *screen.path, screen.title]) if screen else plain(recording.start_url)
    case = ET.Element("testcase", classname=plain(place), name=key[1])
    labels = {c.id: c.label for c in recording.controls}
    for f in failures:
        message = (
            f"{f.severity}, probability {two_places(f.probability)}: {plain(labels.get(f.control or '', 'the screen'))}"
        )
        failure = ET.SubElement(case, "failure", type=f.pattern, message=message)
        failure.text = plain(f.why)
    if skipped is not None and not failures:
        ET.SubElement(case, "skipped", message=plain(skipped))
    return case
