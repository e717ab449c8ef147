"""scan and walk as users call them, against a small site on loopback, in a real browser."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import pytest

HEAD = "<!doctype html><html lang=en><meta charset=utf-8><title>{0}</title><h1>{0}</h1>"
PAGES = {
    "index.html": HEAD.format("Kiosk") + "<a href=settings.html>Settings</a> <a href=help.html>Help</a>",
    "settings.html": HEAD.format("Settings") + "<a href=data.html>Your data</a> <a href=index.html>Home</a>"
    "<p><label><input type=checkbox> Play sounds</label>",
    "data.html": HEAD.format("Your data") + "<a href=settings.html>Settings</a>"
    "<p><label><input type=checkbox checked> Use my orders and messages to train our AI models</label>"
    "<p><label><input type=checkbox checked> Two-factor login</label>"
    "<script>fetch('/seen', {method: 'POST', body: 'x'}).catch(() => {})</script>",
    "help.html": HEAD.format("Help") + "<p>No help is to be had. <a href=index.html>Home</a>",
}  # fmt: skip


class Quiet(SimpleHTTPRequestHandler):
    """Serves files, and says when the first door was taken."""

    taken = Event()

    def do_GET(self) -> None:
        if self.path == "/settings.html":
            self.taken.set()
        super().do_GET()

    def log_message(self, format: str, *args: object) -> None: ...


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[str]:
    """Address of a site of four pages."""
    (tmp_path / "site").mkdir()
    for name, text in PAGES.items():
        (tmp_path / "site" / name).write_text(text)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path / "site")))
    thread = Thread(target=partial(server.serve_forever, poll_interval=0.02), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/index.html"
    server.shutdown()
    server.server_close()
    thread.join()


def _run(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from offswitch.cli import main; main()", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=240)


def test_scan_is_the_main_job_in_one_command(kiosk: str, tmp_path: Path) -> None:
    out = tmp_path / "kiosk"
    answer = _run("scan", kiosk, "--out", out)
    assert answer.returncode == 0, answer.stderr
    assert "Use my orders and messages to train our AI models" in answer.stdout
    assert "budgets: screens 200, seconds 900" in answer.stderr
    assert f"report:    {out / 'report.html'}" in answer.stdout
    assert "manifest SHA-256: " in answer.stdout
    assert _run("verify", out, "-q").returncode == 0
    again = _run("score", out, "--json")
    training = next(c for c in json.loads(again.stdout)["controls"] if "train" in c["control"])
    assert (training["purpose"], training["state"], training["depth"]) == ("ai_training", "on", 2)
    assert _run("score", out, "--fail-on", "bad-defaults=0.5", "--allow-incomplete", "-q").returncode == 1
    assert _run("score", out, "--fail-on", "bad-defaults=1", "--allow-incomplete", "-q").returncode == 0


def test_json_is_alone_on_standard_output_and_a_budget_is_incomplete(kiosk: str, tmp_path: Path) -> None:
    answer = _run("walk", kiosk, "--out", tmp_path / "kiosk", "--max-screens", 1, "--require-complete", "--json", "--quiet")
    said = json.loads(answer.stdout)
    assert (answer.returncode, said["exit_code"], said["ended_by"]) == (4, 4, "budget:screens")
    assert said["findings"] is None
    assert all(line.startswith("offswitch: incomplete: ") for line in answer.stderr.splitlines())


def test_a_site_that_does_not_answer(tmp_path: Path) -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), Quiet) as server:
        port = server.server_port
    answer = _run("scan", f"http://127.0.0.1:{port}/", "--out", tmp_path / "kiosk", "--quiet")
    assert answer.returncode == 3
    assert (answer.stdout, len(answer.stderr.splitlines())) == ("", 1)
    assert not (tmp_path / "kiosk").exists()


def test_interrupted(kiosk: str, tmp_path: Path) -> None:
    """Ctrl-C once: what was seen is recorded, and says that it was interrupted."""
    out = tmp_path / "kiosk"
    Quiet.taken.clear()
    # What runs in the background inherits that Ctrl-C is ignored; a terminal's program does not.
    program = "import signal; signal.signal(2, signal.default_int_handler); from offswitch.cli import main; main()"
    command = [sys.executable, "-c", program, "walk", kiosk, "--out", str(out), "--json"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
    assert Quiet.taken.wait(timeout=60)
    os.kill(running.pid, signal.SIGINT)
    said, errors = running.communicate(timeout=120)
    assert running.returncode == 130, errors
    assert json.loads(said)["ended_by"] == "interrupted"
    assert json.loads((out / "recording.json").read_text())["ended_by"] == "interrupted"
    assert "Traceback" not in errors
