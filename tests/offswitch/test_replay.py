"""offswitch replay: recorded steps taken again; which end on their control is said, and the exit code tells."""

import json
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from offswitch.cli import app
from offswitch_crawler.walk import walk

HEAD = "<!doctype html><html lang=en><meta charset=utf-8><title>Rides</title>"
HOME = HEAD + "<h1>Home</h1><nav><a href=privacy.html>Privacy</a></nav>"
PRIVACY = (
    HEAD + "<h1>Privacy</h1><label><input type=checkbox checked> Share my rides</label>"
    "<label><input type=checkbox> Quiet</label>"
)
runner = CliRunner()


class Site:
    """Two pages in a folder, served on loopback."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.write("index.html", HOME)
        self.write("privacy.html", PRIVACY)
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/"

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None: ...


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    served = Site(tmp_path / "site")
    yield served
    served.close()


@pytest.fixture
def walked(site: Site, tmp_path: Path) -> Path:
    return walk(site.url, tmp_path / "out").folder


def replayed(*words: str) -> tuple[int, Any, str]:
    answer = runner.invoke(app, ["replay", *words, "--json"])
    return answer.exit_code, json.loads(answer.stdout or "null"), answer.stderr


def test_steps_that_end_on_their_control_are_an_exit_code_of_0(walked: Path) -> None:
    before = sorted((p.name, p.stat().st_mtime_ns) for p in walked.rglob("*"))
    code, said, _ = replayed(str(walked))
    assert (code, said["replayed"], said["ended_on_control"]) == (0, 2, 2)
    assert sorted((p.name, p.stat().st_mtime_ns) for p in walked.rglob("*")) == before


def test_one_that_does_not_is_named_with_its_path_and_why(walked: Path, site: Site) -> None:
    site.write("privacy.html", PRIVACY.replace("Quiet", "Silent"))
    answer = runner.invoke(app, ["replay", str(walked)])
    assert answer.exit_code == 1
    assert "'Quiet' by Start › Privacy: the control is not on the last screen" in answer.stdout
    assert "1 of 2 controls" in answer.stdout


def test_a_door_that_is_gone_is_named(walked: Path, site: Site) -> None:
    site.write("index.html", HEAD + "<h1>Home</h1>")
    code, said, _ = replayed(str(walked))
    assert code == 1
    assert all("'Privacy'" in c["why"] for c in said["controls"])


def test_one_control_alone(walked: Path) -> None:
    control = json.loads((walked / "recording.json").read_text())["controls"][1]
    code, said, _ = replayed(str(walked), "--control", control["id"])
    assert code == 0
    assert [(c["control"], c["label"], c["ok"]) for c in said["controls"]] == [(control["id"], "Quiet", True)]


def test_a_control_that_the_recording_lacks_is_wrong_use(walked: Path) -> None:
    code, _, said = replayed(str(walked), "--control", "c99")
    assert code == 2
    assert "no control c99" in said


def test_a_site_that_is_gone_says_nothing_about_depths(walked: Path, site: Site) -> None:
    site.close()
    code, _, said = replayed(str(walked))
    assert code == 3
    assert "the start cannot be reached" in said


def test_no_recording(tmp_path: Path) -> None:
    assert replayed(str(tmp_path))[0] == 2
