"""The commands as users call them: what stands where, and the exit codes. No walk in here."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from offswitch import crash
from offswitch.cli import Guarded, app
from offswitch_recording import folder as folders
from offswitch_recording.errors import SiteFailed

COMMANDS = (
    "scan",
    "walk",
    "score",
    "report",
    "classify",
    "judge",
    "verify",
    "replay",
    "login",
    "sites",
    "train",
    "evaluate",
    "explain",
    "doctor",
    "demo",
)
runner = CliRunner()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str) -> None:
    answer = runner.invoke(app, [command, "--help"])
    assert answer.exit_code == 0
    assert len(answer.stdout.splitlines()) > 3


def test_help_and_import_load_no_floor() -> None:
    code = """
import sys, offswitch
from typer.testing import CliRunner
from offswitch.cli import app
assert CliRunner().invoke(app, ["--help"]).exit_code == 0
heavy = {"playwright", "sklearn", "skops", "PIL", "jinja2", "pydantic", "offswitch_crawler", "offswitch_classifier",
         "offswitch_fixtures", "offswitch_recording"}
assert not heavy & set(sys.modules), heavy & set(sys.modules)
assert sorted(offswitch.__all__) == offswitch.__all__
for name in offswitch.__all__:
    getattr(offswitch, name)
"""
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    "arguments",
    [
        ["scan"],
        ["scan", "https://kiosk.example/"],
        ["scan", "kiosk.example", "--out", "{}/new"],
        ["scan", "https://kiosk.example/", "--out", "{}/new", "--fail-on", "often"],
        ["scan", "https://kiosk.example/", "--out", "{}/new", "--require-complete", "--allow-incomplete"],
        ["walk", "https://kiosk.example/", "--out", "{}/new", "--pages", "0"],
        ["walk", "https://kiosk.example/", "--out", "{}/new", "--max-screens", "many"],
        ["walk", "https://kiosk.example/", "--out", "{}/new", "--profile", "{}/none.yaml"],
        ["walk", "https://kiosk.example/", "--out", "{}/new", "--executable", "{}/none"],
        ["walk", "https://kiosk.example/", "--out", "{}"],
        ["score", "{}/none"],
        ["score", "{}"],
        ["report", "{}"],
        ["verify", "{}"],
        ["classify", "{}/none.csv"],
        ["judge", "{}/none.csv"],
        ["judge", "{}/something"],
        ["explain", "rudeness"],
        ["sites", "serve", "nowhere"],
        ["demo", "--site", "nowhere", "--out", "{}/new"],
        ["train", "--corpus", "{}/none"],
        ["juggle"],
    ],
)
def test_wrong_use_is_one_line_and_code_2(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "something").write_text("")
    answer = runner.invoke(app, [a.format(tmp_path) for a in arguments])
    assert answer.exit_code == 2, answer.output
    assert "Traceback" not in answer.output
    assert len(answer.stderr.splitlines()) == 1, answer.stderr
    assert answer.stdout == ""


@pytest.mark.parametrize("text", ["", "{", "[]", '{"schema": "offswitch.recording/9"}', "\x00\xff"])
def test_a_broken_recording_is_bad_input(tmp_path: Path, text: str) -> None:
    (tmp_path / "recording.json").write_text(text, encoding="latin-1")
    for command in ("score", "report"):
        answer = runner.invoke(app, [command, str(tmp_path)])
        assert answer.exit_code == 2, answer.output
        assert len(answer.stderr.splitlines()) == 1


@pytest.mark.parametrize(("further", "code"), [([], 4), (["--allow-incomplete"], 0)])
def test_a_pattern_that_is_not_judged_yet_never_passes(make: Callable[..., Any], further: list[str], code: int) -> None:
    _, _, folder = make()
    answer = runner.invoke(app, ["score", str(folder), "--fail-on", "nagging=0.5", "-q", *further])
    assert answer.exit_code == code, answer.output
    assert ("nagging not judged" in answer.stderr) == (code == 4)


def test_report_writes_every_format_and_says_where(make: Callable[..., Any]) -> None:
    _, _, folder = make()
    answer = runner.invoke(app, ["report", str(folder)])
    assert answer.exit_code == 0, answer.output
    assert "Use my orders to train our models" in answer.stdout
    assert f"report:    {folder / 'report.html'}" in answer.stdout
    written = {f.name for f in folder.iterdir()}
    assert written >= {"report.html", "report.sarif", "report.junit.xml", "controls.csv", "findings.csv", "scored"}


def test_report_in_one_format(make: Callable[..., Any]) -> None:
    _, _, folder = make()
    assert runner.invoke(app, ["report", str(folder), "--format", "csv", "-q"]).stdout == ""
    assert not (folder / "report.html").exists()
    answer = runner.invoke(app, ["report", str(folder), "--format", "docx"])
    assert (answer.exit_code, "html" in answer.stderr) == (2, True)


def test_json_is_one_object_and_nothing_else(make: Callable[..., Any]) -> None:
    recording, _, folder = make()
    recording.ended_by = "budget:screens"
    folders.replace(folder / folders.RECORDING, folders.dump(recording))
    answer = runner.invoke(app, ["report", str(folder), "--json"])
    said = json.loads(answer.stdout)
    assert said["ended_by"] == "budget:screens"
    assert said["incomplete"] == ["the walk ended by budget:screens"]
    assert said["controls"][0]["control"] == "Use my orders to train our models"
    assert said["controls"][0]["probability"] == 0.97
    assert said["findings"]["by_severity"] == {"high": 2, "medium": 2, "low": 1}


def test_verify(make: Callable[..., Any]) -> None:
    _, _, folder = make()
    assert runner.invoke(app, ["verify", str(folder)]).exit_code == 0
    (folder / "screens/s1.png").write_bytes(b"")
    answer = runner.invoke(app, ["verify", str(folder)])
    assert answer.exit_code == 1
    assert "changed: screens/s1.png" in answer.stdout
    assert json.loads(runner.invoke(app, ["verify", str(folder), "--json"]).stdout)["changed"] == ["screens/s1.png"]


def test_sites_list_names_a_site() -> None:
    from offswitch_fixtures.site import sites

    answer = runner.invoke(app, ["sites", "list"])
    assert answer.exit_code == 0
    assert all(s.name in answer.stdout for s in sites())


def _failing(error: BaseException) -> typer.Typer:
    failing = typer.Typer(cls=Guarded, pretty_exceptions_enable=False)

    @failing.command("fail")
    def fail(out: Path) -> None:
        with crash.beside(out):
            raise error

    @failing.command("other")
    def other() -> None: ...

    return failing


def test_a_bug_is_70_and_one_line_that_names_the_log(tmp_path: Path) -> None:
    answer = runner.invoke(_failing(ZeroDivisionError("division by zero")), ["fail", str(tmp_path / "kiosk")])
    assert answer.exit_code == 70
    (log,) = tmp_path.glob("kiosk-bug-*.log")
    assert answer.stderr == f"offswitch: a bug in offswitch (ZeroDivisionError); please report it with {log}\n"
    assert "ZeroDivisionError: division by zero" in log.read_text()
    assert log.stat().st_mode & 0o077 == 0


def test_a_bug_names_what_an_unfinished_walk_left(tmp_path: Path) -> None:
    left = tmp_path / "kiosk.partial"
    left.mkdir()
    (left / "recording.json").write_text("{}")
    answer = runner.invoke(_failing(ZeroDivisionError()), ["fail", str(tmp_path / "kiosk")])
    assert answer.exit_code == 70
    assert answer.stderr.endswith(f"; what was recorded until then is in {left}\n")


def test_a_log_that_cannot_stand_beside_the_recording_stands_elsewhere() -> None:
    answer = runner.invoke(_failing(ZeroDivisionError()), ["fail", "/nowhere/at/all/kiosk"])
    assert answer.exit_code == 70
    log = Path(answer.stderr.split()[-1])
    assert log.is_file()
    log.unlink()


@pytest.mark.parametrize(
    ("error", "code"), [(SiteFailed("no answer", where="\x1b[2Jhttps://kiosk.example/"), 3), (KeyboardInterrupt(), 130)]
)
def test_expected_failures(tmp_path: Path, error: BaseException, code: int) -> None:
    answer = runner.invoke(_failing(error), ["fail", str(tmp_path / "kiosk")])
    assert answer.exit_code == code
    assert "\x1b" not in answer.stderr
    assert len(answer.stderr.splitlines()) == 1
    assert not list(tmp_path.glob("*.log"))


def test_an_interrupt_names_what_was_kept(tmp_path: Path) -> None:
    (tmp_path / "kiosk.partial").mkdir()
    (tmp_path / "kiosk.partial/recording.json").write_text("{}")
    answer = runner.invoke(_failing(KeyboardInterrupt()), ["fail", str(tmp_path / "kiosk")])
    assert (answer.exit_code, answer.stdout) == (130, "")
    assert answer.stderr == f"offswitch: interrupted; what was recorded is in {tmp_path / 'kiosk.partial'}\n"


def test_the_demo_takes_the_next_free_folder(tmp_path: Path) -> None:
    from offswitch.demo import free_folder

    assert free_folder(tmp_path / "demo") == tmp_path / "demo"
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo-2").mkdir()
    assert free_folder(tmp_path / "demo") == tmp_path / "demo-3"


def test_doctor_names_what_is_missing(tmp_path: Path) -> None:
    answer = runner.invoke(app, ["doctor", "--executable", str(tmp_path / "none")])
    assert answer.exit_code == 3
    assert "MISSING browser: no such browser" in answer.stdout
    assert "ok      Python" in answer.stdout
