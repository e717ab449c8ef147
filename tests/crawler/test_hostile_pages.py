"""Pages that mean harm or are broken: the walk goes on or ends cleanly with the reason, and what was seen is kept."""

import contextlib
import json
import os
import signal
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from offswitch_crawler.profile import Profile
from offswitch_recording import folder
from offswitch_recording.schema import Recording
from offswitch_recording.words import WhyNot

pytestmark = pytest.mark.whole_browser

SWITCH = "<p><label><input type=checkbox checked> {0}</label></p>"


def start(pages: Any, body: str) -> str:
    """A start with a hostile door before an honest one; `/bad` is the test's own."""
    pages.add("/good", "<h1>Data</h1>" + SWITCH.format("Behind"))
    return str(
        pages.add(
            "/", f"<h1>Start</h1>{SWITCH.format('Here')}<p><a href='/bad'>Privacy</a></p>{body}<a href='/good'>Data</a>"
        )
    )


def whole(recording: Recording, *more: str) -> bool:
    """Whether both honest screens were read and nothing was changed."""
    labels = {c.label for c in recording.controls}
    return labels == {"Here", "Behind", *more} and recording.untouched.changed == []


def door(recording: Recording, label: str) -> tuple[str, WhyNot | None]:
    (found,) = [d for d in recording.doors if d.label == label]
    return found.outcome, found.why_not


class Odd:
    """Answers that a plain page cannot give: redirects without an end, files to keep, a page of 100 MB."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                if self.path.startswith("/round"):
                    self._head(302, Location="/round2" if self.path == "/round" else "/round")
                elif self.path.startswith("/on"):
                    self._head(302, Location=f"/on{len(site.asked)}")
                elif self.path == "/file":
                    self._head(
                        200, **{"Content-Type": "application/zip", "Content-Disposition": "attachment; filename=a.zip"}
                    )
                    self.wfile.write(b"PK" + bytes(1000))
                elif self.path == "/huge":
                    self._head(200, **{"Content-Type": "text/html"})
                    self._huge()
                else:
                    self._head(404)

            def _huge(self) -> None:
                self.wfile.write(
                    b"<!doctype html><html lang=en><title>Huge</title><h1>Huge</h1>" + SWITCH.format("In front").encode()
                )
                piece = b"<!-- " + b"x" * 1_000_000 + b" -->"
                try:
                    for _ in range(100):
                        self.wfile.write(piece)
                except ConnectionError:
                    return

            def _head(self, status: int, **headers: str) -> None:
                self.send_response(status)
                for name, value in {"Connection": "close", **headers}.items():
                    self.send_header(name, value)
                self.end_headers()

            def log_message(self, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def odd() -> Iterator[Odd]:
    site = Odd()
    yield site
    site.server.shutdown()
    site.server.server_close()


BOUNDS = {"max_seconds": 120}


@pytest.mark.parametrize("path", ["round", "on"])
def test_redirects_without_an_end(pages: Any, odd: Odd, walk_to: Any, path: str) -> None:
    pages.bodies["/bad"] = f"<!doctype html><script>location.replace('{odd.url}/{path}')</script>"
    url = start(pages, f"<p><a href='{odd.url}/{path}'>Account</a></p>")
    recording = walk_to(url, profile=Profile(sites=["127.0.0.1"]), **BOUNDS).recording
    assert whole(recording)
    assert door(recording, "Account")[0].startswith("error:")
    assert len(odd.asked) < 200


def test_pages_that_send_each_other_on_for_ever(pages: Any, walk_to: Any) -> None:
    for here, there in (("/bad", "/worse"), ("/worse", "/bad")):
        pages.bodies[here] = (
            f"<!doctype html><title>x</title><script>setTimeout(() => location.replace('{there}?' + Math.random()), 30)</script>"
        )
    recording = walk_to(start(pages, ""), **BOUNDS).recording
    assert whole(recording)


LOOPS = {
    "dialogs": "const ask = () => { confirm('Stay?'); setTimeout(ask, 0); }; ask();",
    "leaving": "addEventListener('beforeunload', (e) => { e.preventDefault(); e.returnValue = 'x'; }); setInterval(() => alert('You won'), 50);",
    "print": "setInterval(() => print(), 50);",
    "permissions": """navigator.geolocation.getCurrentPosition(() => 0); Notification.requestPermission();
        navigator.mediaDevices && navigator.mediaDevices.getUserMedia({audio: true, video: true}).catch(() => 0);
        navigator.clipboard && navigator.clipboard.readText().catch(() => 0); navigator.storage.persist();""",
    "history": "for (let n = 0; n < 3000; n++) history.pushState(n, '', '/bad?p=' + n); setInterval(() => history.pushState(0, '', '/bad?q=' + Math.random()), 5);",
    "fragments": "let n = 0; setInterval(() => { location.hash = '#/' + n++; }, 20);",
    "windows": "setInterval(() => open('/bad'), 50);",
    "downloads": """setInterval(() => { const a = document.createElement('a'); a.href = URL.createObjectURL(new Blob(['x'])); a.download = 'x.txt'; a.click(); }, 50);""",
    "rewriting": "setInterval(() => { document.body.innerHTML = '<h1>' + Math.random() + '</h1>'; }, 5);",
}


LIKE_ANOTHER = {"fragments": "history", "print": "dialogs", "downloads": "windows"}
"""What is hard in the same way as another, which is always run."""
ENDLESS = [pytest.param(s, id=n, marks=[pytest.mark.long] * (n in LIKE_ANOTHER)) for n, s in LOOPS.items()]


@pytest.mark.parametrize("script", ENDLESS)
def test_a_page_that_does_something_without_an_end(pages: Any, walk_to: Any, script: str, tmp_path: Path) -> None:
    pages.add("/bad", f"<h1>Bad</h1>{SWITCH.format('Trapped')}<script>{script}</script>")
    walked = walk_to(start(pages, ""), **BOUNDS)
    labels = {c.label for c in walked.recording.controls}
    assert {"Here", "Behind"} <= labels <= {"Here", "Behind", "Trapped"}
    assert walked.recording.untouched.changed == [] and pages.writes == []
    assert folder.read(walked.folder).ended_by in ("complete", "error:doors")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out"]


def test_a_file_to_keep_is_not_kept(pages: Any, odd: Odd, walk_to: Any, tmp_path: Path) -> None:
    pages.bodies["/bad"] = 404
    walked = walk_to(
        start(pages, f"<p><a href='{odd.url}/file'>Account</a></p>"), profile=Profile(sites=["127.0.0.1"]), **BOUNDS
    )
    assert whole(walked.recording)
    assert door(walked.recording, "Account")[0] != "screen"
    assert not [p for p in tmp_path.rglob("*") if p.suffix not in (".json", ".png", "")]


def test_a_page_of_100_megabytes(pages: Any, odd: Odd, walk_to: Any) -> None:
    pages.bodies["/bad"] = f"<!doctype html><script>location.replace('{odd.url}/huge')</script>"
    recording = walk_to(start(pages, ""), profile=Profile(sites=["127.0.0.1"]), **BOUNDS).recording
    assert whole(recording) or whole(recording, "In front")


def renderers() -> list[int]:
    """The processes that draw pages, of all that this process has started."""
    above = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            above[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
    mine = {os.getpid()}
    while more := {number for number, parent in above.items() if parent in mine} - mine:
        mine |= more
    drawn = {n for n in mine - {os.getpid()} if b"--type=renderer" in Path(f"/proc/{n}/cmdline").read_bytes()}
    return sorted(drawn)


def test_a_page_whose_renderer_crashes(pages: Any, walk_to: Any) -> None:
    def crash() -> str:
        for number in renderers():
            os.kill(number, signal.SIGSEGV)
        return ""

    pages.add("/bad", "<h1>Bad</h1><script>fetch('/crash')</script>")
    pages.bodies["/crash"] = crash
    recording = walk_to(start(pages, ""), **BOUNDS).recording
    assert whole(recording)
    assert door(recording, "Privacy")[0].startswith("error:")


def test_what_a_page_says_is_kept_as_text_and_leaves_no_folder(pages: Any, walk_to: Any, tmp_path: Path) -> None:
    evil = "../../evil\u202e<script>parent.x=1</script>\u0000"
    pages.add(
        "/bad",
        f"<title>{evil}</title><h1>&lt;img src=x onerror=alert(1)&gt;</h1>" + SWITCH.format("&lt;b&gt;Bold&lt;/b&gt;"),
    )
    walked = walk_to(start(pages, ""), **BOUNDS)
    assert "<b>Bold</b>" in {c.label for c in walked.recording.controls}
    names = [p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()]
    assert all(n.startswith("out/") and "evil" not in n for n in names)
    json.loads((walked.folder / folder.RECORDING).read_text(encoding="utf-8"))


@pytest.mark.parametrize("href", ["http://[your-domain]/privacy", "//[x", "https://exa℀mple/"])
def test_a_link_that_is_no_address_leads_nowhere(pages: Any, walk_to: Any, href: str) -> None:
    recording = walk_to(start(pages, f"<p><a href='{href}'>Advertising settings</a></p>")).recording
    assert whole(recording)
    assert recording.ended_by == "complete"
