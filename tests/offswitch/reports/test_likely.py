"""What is less likely than not is told apart in every report, and claimed in none."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Page
from rich.console import Console

from offswitch import api
from offswitch.reports import terminal
from offswitch_recording import folder as folders
from offswitch_recording.findings import Findings
from offswitch_recording.schema import Recording


@pytest.fixture
def doubted(make: Callable[..., Any]) -> tuple[Recording, Findings, Path]:
    """A recording whose only finding on `Share diagnostics with the maker` has a probability of 0.3."""
    recording, findings, folder = make()
    for finding in findings.findings:
        if finding.control == "c2":
            finding.probability = 0.3
    folders.write_findings(folder, findings)
    api.report(folder)
    return recording, findings, folder


def test_in_the_page_it_stands_apart(doubted: tuple[Recording, Findings, Path], page: Page) -> None:
    page.goto((doubted[2] / "report.html").as_uri())
    assert page.locator(".counts").inner_text().startswith("4 findings")
    assert "Share diagnostics with the maker" not in " ".join(page.locator(".finding").all_inner_texts())
    page.get_by_text("Less likely than not, and no findings: 1").click()
    assert page.get_by_text("Bad defaults, 30%: Share diagnostics with the maker").is_visible()
    page.get_by_label("with findings").check()
    assert page.locator("#all tbody tr:visible").count() == 2


def test_the_table_counts_it_apart(doubted: tuple[Recording, Findings, Path]) -> None:
    written = io.StringIO()
    terminal.show(doubted[0], doubted[1], Console(file=written, width=120))
    assert "4 findings: " in written.getvalue()
    assert "(and 1 less likely than not, apart in the report)" in written.getvalue()


def test_junit_does_not_fail_for_it_and_sarif_asks_for_a_review(doubted: tuple[Recording, Findings, Path]) -> None:
    folder = doubted[2]
    failures = [f.get("message", "") for f in ET.parse(folder / "report.junit.xml").iter("failure")]
    assert failures and not any("Share diagnostics" in f for f in failures)
    results = json.loads((folder / "report.sarif").read_text())["runs"][0]["results"]
    assert [(r["kind"], r["level"]) for r in results if r["properties"]["probability"] == 0.3] == [("review", "none")]
    assert sum("kind" in r for r in results) == 1
