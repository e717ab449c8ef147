"""Ends that come from outside, on real processes: what was seen is kept and says so, in one line, and nothing stays behind."""

import contextlib
import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from offswitch_recording import folder

pytestmark = pytest.mark.whole_browser

# A test run in the background inherits that Ctrl-C is ignored; a terminal's program does not.
MAIN = "import signal; signal.signal(2, signal.default_int_handler); from offswitch.cli import main; main()"
SWITCH = "<label><input type=checkbox checked> {0}</label>"
GONE = "error:the browser ended in mid-walk"


class Process:
    """A walk as a terminal runs it: the leader of a group of its own, with its own temporary folder."""

    def __init__(self, out: Path, temporary: Path, url: str, *options: str) -> None:
        self.out, self.temporary = out, temporary
        self.running = subprocess.Popen(
            [sys.executable, "-c", MAIN, "walk", url, "--out", str(self.out), "--quiet", *options],
            env={**os.environ, "TMPDIR": str(self.temporary)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    @property
    def driver(self) -> int:
        return next(c for c in children(self.running.pid) if b"run-driver" in Path(f"/proc/{c}/cmdline").read_bytes())

    @property
    def browser(self) -> int:
        return children(self.driver)[0]

    def ends(self) -> tuple[int, list[str]]:
        """The exit code and the lines on standard error."""
        _, errors = self.running.communicate(timeout=60)
        return self.running.returncode, errors.splitlines()

    def leaves_nothing(self) -> None:
        """No process that was started, and no temporary folder."""
        for process in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                mine = str(self.temporary).encode()
                if mine in (process / "environ").read_bytes() or mine in (process / "cmdline").read_bytes():
                    ended = os.pidfd_open(int(process.name))
                    assert select.select([ended], [], [], 10)[0], (process / "cmdline").read_bytes()
        assert list(self.temporary.iterdir()) == []


def children(pid: int) -> list[int]:
    return [int(c) for c in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Process]]:
    """Start a walk; what is left of it at the end of a test is ended."""
    started: list[Process] = []
    # Browsers put a socket there, whose path must be short.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as temporary:

        def run(url: str, *options: str) -> Process:
            started.append(Process(tmp_path / "out", Path(temporary), url, *options))
            return started[-1]

        yield run
        for process in started:
            if process.running.poll() is None:
                process.running.kill()
                process.running.wait()


def two_screens_and_one_that_hangs(pages: Any) -> str:
    pages.bodies["/hang"] = 0
    pages.add("/data", f'<h1>Data</h1>{SWITCH.format("Telemetry")}<a href="/hang">Privacy of data</a>')
    return str(pages.add("/", f'<h1>Settings</h1>{SWITCH.format("Sounds")}<a href="/data">Data settings</a>'))


@pytest.mark.parametrize("how", ["SIGINT to the group", "SIGTERM"])
def test_who_asks_a_walk_to_end_gets_what_was_seen(pages: Any, start: Callable[..., Process], how: str) -> None:
    process = start(two_screens_and_one_that_hangs(pages))
    pages.wait_for("/hang")
    if how == "SIGTERM":
        os.kill(process.running.pid, signal.SIGTERM)
    else:
        os.killpg(process.running.pid, signal.SIGINT)
    assert process.ends() == (130, ["offswitch: the walk was interrupted: what was seen so far is recorded"])
    recording = folder.read(process.out)
    assert recording.ended_by == "interrupted"
    assert [(c.label, c.picture) for c in recording.controls] == [("Sounds", 0), ("Telemetry", 0)]
    assert {n.reason for n in recording.untouched.not_checked} == {"interrupted"}
    assert [(d.label, d.taken, d.outcome) for d in recording.doors][-1] == ("Privacy of data", False, "")
    assert subprocess.run([sys.executable, "-c", MAIN, "verify", process.out], check=False).returncode == 0
    process.leaves_nothing()


def login(tmp_path: Path) -> str:
    profile = tmp_path / "profile.yaml"
    profile.write_text("login:\n  - goto: /hang\n")
    return str(profile)


def test_an_end_before_anything_was_seen_leaves_no_folder(pages: Any, start: Callable[..., Process], tmp_path: Path) -> None:
    process = start(two_screens_and_one_that_hangs(pages), "--profile", login(tmp_path))
    pages.wait_for("/hang")
    os.killpg(process.running.pid, signal.SIGINT)
    assert process.ends() == (130, ["offswitch: interrupted; nothing was recorded"])
    process.leaves_nothing()
    assert not list(tmp_path.glob("out*"))


@pytest.mark.parametrize("which", ["driver", "browser"])
def test_a_browser_that_is_killed_in_mid_walk(pages: Any, start: Callable[..., Process], which: str) -> None:
    process = start(two_screens_and_one_that_hangs(pages))
    pages.wait_for("/hang")
    os.kill(getattr(process, which), signal.SIGKILL)
    assert process.ends() == (3, ["offswitch: the walk failed: the browser ended in mid-walk"])
    recording = folder.read(process.out)
    assert recording.ended_by == GONE
    assert [c.label for c in recording.controls] == ["Sounds", "Telemetry"]
    assert {n.reason for n in recording.untouched.not_checked} == {GONE}


@pytest.mark.parametrize("which", ["driver", "browser"])
def test_a_browser_that_is_killed_while_logging_in(
    pages: Any, start: Callable[..., Process], tmp_path: Path, which: str
) -> None:
    process = start(two_screens_and_one_that_hangs(pages), "--profile", login(tmp_path))
    pages.wait_for("/hang")
    os.kill(getattr(process, which), signal.SIGKILL)
    code, errors = process.ends()
    assert (code, len(errors)) == (3, 1)
    assert errors[0].startswith("offswitch: the browser ended in mid-walk. ")
    assert not list(tmp_path.glob("out*"))


@pytest.mark.parametrize("which", ["driver", "browser"])
def test_a_browser_that_is_killed_in_the_second_reading(pages: Any, start: Callable[..., Process], which: str) -> None:
    url, reading = pages.add("/", f"<h1>Settings</h1>{SWITCH.format('Sounds')}"), threading.Event()
    bodies = iter([pages.bodies["/"]])

    def once() -> str | int:
        body = next(bodies, 0)
        if not body:
            reading.set()
        return body

    pages.bodies["/"] = once
    process = start(url)
    assert reading.wait(60)
    os.kill(getattr(process, which), signal.SIGKILL)
    assert process.ends() == (3, ["offswitch: the walk failed: the browser ended in mid-walk"])
    recording = folder.read(process.out)
    assert recording.ended_by == GONE
    assert [n.reason for n in recording.untouched.not_checked] == [GONE]


def test_a_browser_that_is_killed_while_pictures_are_taken(pages: Any, start: Callable[..., Process]) -> None:
    rows = "".join(f"<p>{SWITCH.format(f'Choice {chr(65 + n)}')}</p>" for n in range(20))
    panel = f'<h1>Settings</h1><div style="height: 300px; overflow: auto">{rows}</div>'
    process = start(pages.add("/", panel + "<script>addEventListener('resize', () => { fetch('/grown') })</script>"))
    pages.wait_for("/grown")  # the window grows for pictures only
    os.kill(process.browser, signal.SIGKILL)
    assert process.ends() == (3, ["offswitch: the walk failed: the browser ended in mid-walk"])
    recording = folder.read(process.out)
    assert (recording.ended_by, len(recording.controls)) == (GONE, 20)


def test_a_second_ctrl_c_ends_at_once_and_loses_nothing(pages: Any, start: Callable[..., Process]) -> None:
    process = start(two_screens_and_one_that_hangs(pages))
    pages.wait_for("/hang")
    driver, partial = process.driver, process.out.with_name("out.partial")
    os.kill(driver, signal.SIGSTOP)  # the browser cannot be closed in order now
    try:
        os.killpg(process.running.pid, signal.SIGINT)
        written = partial / "recording.json"
        until = time.monotonic() + 60
        while len(json.loads(written.read_text())["controls"]) < 2:
            assert process.running.poll() is None and time.monotonic() < until
        os.killpg(process.running.pid, signal.SIGINT)
        process.running.wait(60)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.kill(driver, signal.SIGCONT)
    assert process.ends() == (130, [f"offswitch: interrupted; what was recorded is in {partial}"])
    recording = folder.read(partial)
    assert recording.ended_by == "interrupted"
    assert [c.label for c in recording.controls] == ["Sounds", "Telemetry"]
