"""What a page wrote stays text, in every report."""

import csv
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
from offswitch.pictures.scored import draw
from offswitch.reports import FORMATS, terminal
from offswitch.reports.csv import cell
from offswitch_recording import folder as folders
from offswitch_recording.findings import Findings
from offswitch_recording.schema import Recording

HOSTILE = [
    "<img src=x onerror=alert(1)></script><script>alert(2)</script>",
    "\"><svg onload=alert(3)>' onmouseover='alert(4) {{ 7 * 7 }}{% raw %}",
    "=cmd|' /C calc'!A0 --><!-- </style></title></textarea>",
    "\x1b]0;owned\x07\x1b[2J[bold red]markup[/] \u202egnp.exe ]]>\x00\x08\ufffe &lt;b&gt; \ud800",
    "javascript:alert(5)",
]


def _spoiled(value: Any, text: str) -> Any:
    """A record with this text wherever any text may stand."""
    if isinstance(value, dict):
        return {k: v if k in KEPT else _spoiled(v, text) for k, v in value.items()}
    if isinstance(value, list):
        return [_spoiled(v, text) for v in value]
    return text if isinstance(value, str) else value


KEPT = {
    "schema", "kind", "depth_is", "read_from", "account", "start_is", "why_not", "action", "means", "pattern", "severity",
    "purpose", "polarity", "id", "screen", "parent", "control", "door", "to", "file", "automation_flag", "thresholds",
    "ended_by", "button",
}  # fmt: skip


@pytest.fixture(params=HOSTILE)
def hostile(request: pytest.FixtureRequest, make: Callable[..., Any]) -> tuple[Recording, Findings, Path, str]:
    recording, findings, folder = make()
    text = request.param
    more = {
        "cleared": [{"screen": "s1", "label": "", "means": "refuse", "stored": [""]}],
        "errors": [{"where": "", "what": ""}],
        "templates": [{"screen": "s1", "pattern": "", "members": 9, "taken": 3}],
    }
    spoiled = Recording.model_validate(_spoiled(recording.model_dump(mode="json", by_alias=True) | more, text))
    found = Findings.model_validate(_spoiled(findings.model_dump(mode="json", by_alias=True), text))
    for control in spoiled.controls:
        control.locked, control.conflict = True, {"aria": text}
    return spoiled, found, folder, text


def test_the_report_runs_nothing_and_loads_nothing(hostile: tuple[Recording, Findings, Path, str], page: Page) -> None:
    recording, findings, folder, text = hostile
    happened: list[str] = []
    page.on("dialog", lambda dialog: (happened.append("dialog"), dialog.dismiss()))
    page.on("pageerror", lambda error: happened.append(str(error)))
    page.on("request", lambda request: happened.append(request.url))
    page.on("console", lambda message: happened.append(message.text))
    draw(recording, findings, folder)
    address = FORMATS["html"](recording, findings, folder).as_uri()
    page.goto(address)
    page.mouse.move(300, 300)
    assert [h for h in happened if h != address and not h.startswith("data:image/webp")] == []
    assert page.locator("script").count() == 1
    assert page.locator("svg, iframe, object, embed, link, form, base").count() == 0
    assert page.locator("img:not([src^='data:image/webp'])").count() == 0
    links = page.locator("a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert all(link.startswith("#") for link in links)
    assert page.evaluate("[...document.querySelectorAll('*')].every(e => [...e.attributes].every(a => !/^on/.test(a.name)))")
    shown = page.locator(".finding .label >> nth=0").inner_text()
    assert shown.split() == "".join(c for c in text if c >= " " and c not in "\u202e\ufffe\ud800").split()


LONG = [
    "W" * 2000,
    "\u202e\u2067" + "\u0634\u0627\u0631\u0643 " * 40,
    "a\u0301\u0330" * 300,
    "x\n\t\v " * 200,
    "&nbsp;\u00a0" * 200,
]


@pytest.mark.parametrize("text", LONG, ids=["one word", "right to left", "stacked", "white space", "does not break"])
def test_no_text_breaks_the_layout(make: Callable[..., Any], page: Page, text: str) -> None:
    recording, findings, folder = make()
    spoiled = Recording.model_validate(_spoiled(recording.model_dump(mode="json", by_alias=True), text))
    spoiled.controls[0].locked, spoiled.controls[1].conflict = True, {text: text}
    found = Findings.model_validate(_spoiled(findings.model_dump(mode="json", by_alias=True), text))
    address = FORMATS["html"](spoiled, found, folder).as_uri()
    for width in (1280, 900, 375):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        out = page.locator("main :not(.frame *):not(.away)").evaluate_all(
            f"all => all.filter(e => e.getBoundingClientRect().right > {width} + 1).map(e => e.outerHTML.slice(0, 80))"
        )
        assert out == []


def test_the_other_formats_can_be_read_and_hold_text(hostile: tuple[Recording, Findings, Path, str]) -> None:
    recording, findings, folder, _ = hostile
    ET.parse(FORMATS["junit"](recording, findings, folder))
    sarif = FORMATS["sarif"](recording, findings, folder).read_text(encoding="utf-8")
    assert json.loads(sarif)["runs"][0]["results"]
    for name in ("csv", "findings-csv"):
        with FORMATS[name](recording, findings, folder).open(encoding="utf-8", newline="") as f:
            rows = list(csv.DictReader(f, strict=True))
        assert rows and not [v for row in rows for v in row.values() if v[:1] in tuple("=+-@\t|")]
    for name in ("report.sarif", "report.junit.xml", "controls.csv", "findings.csv"):
        raw = (folder / name).read_text(encoding="utf-8")
        assert not set(raw) & set("\x1b\x07\x00\x08\u202e\ufffe")


def test_the_terminal_is_not_driven(hostile: tuple[Recording, Findings, Path, str]) -> None:
    recording, findings, _, text = hostile
    written = io.StringIO()
    terminal.show(recording, findings, Console(file=written, width=200, force_terminal=True, color_system=None))
    assert not set(written.getvalue()) & set("\x1b\x07\x00\x08\u202e")
    if "markup" in text:
        assert "[bold red]markup[/]" in written.getvalue()


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u200e=1", "＝1", "|calc"])
def test_no_formula_in_a_cell(text: str) -> None:
    assert str(cell(text)).startswith("'")


@pytest.mark.parametrize("text", ["Share;=1+1", "Share; @SUM(A1)", 'x";=cmd|calc', ";;-1"])
def test_no_formula_behind_a_semicolon_either(text: str) -> None:
    assert not [part for part in str(cell(text)).split(";") if part.strip()[:1] in tuple("=+-@|")]


@pytest.mark.parametrize("value", ["Share = care", "a; b", "a;b=c", "a-b", "", 3, 0.5, None, True])
def test_other_cells_stay_as_they_are(value: object) -> None:
    assert cell(value) == value


def test_ids_of_a_hostile_record_name_no_file(make: Callable[..., Any]) -> None:
    recording, findings, folder = make()
    before = {f for f in folder.parent.rglob("*") if folder not in f.parents}
    for screen in recording.screens:
        screen.id = f"../../{screen.id}"
    for control in recording.controls:
        control.screen = "../../s3"
    for finding in findings.findings:
        finding.screen, finding.id = "../../s3", "../../../f"
    folders.replace(folder / folders.RECORDING, folders.dump(recording))
    folders.write_findings(folder, findings)
    made = api.report(folder)
    assert all(f.resolve().is_relative_to(folder.resolve()) for f in made.files)
    assert {f for f in folder.parent.rglob("*") if folder not in f.parents} == before
