"""A small server on loopback for pages that a test writes itself, a walk over them, and which browser walks."""

import os
import shutil
import threading
from collections.abc import Callable, Generator, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from offswitch_crawler.browser import EXECUTABLE
from offswitch_crawler.options import Options
from offswitch_crawler.profile import Profile
from offswitch_crawler.walk import Walked, walk

LIGHT = shutil.which("chromium-headless-shell")
"""The same engine without windows and what belongs to them; it starts much sooner."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, bool | None, bool | None]:
    """Walks of small pages start the light browser where it is installed, unless a test or --whole-browser wants the one that people have."""
    whole = item.config.getoption("--whole-browser") or item.get_closest_marker("whole_browser")
    with pytest.MonkeyPatch.context() as patch:
        if LIGHT and not whole and EXECUTABLE not in os.environ:
            patch.setenv(EXECUTABLE, LIGHT)
        return (yield)


Body = str | bytes | int | Callable[[], str | int]
HANG = 0
"""A page that never answers."""


class Pages:
    """Pages by path: HTML, a status, HANG, or what gives one of these, and further headers. `writes` and `gets` hold what was asked."""

    def __init__(self) -> None:
        self.bodies: dict[str, Body] = {}
        self.headers: dict[str, dict[str, str]] = {}
        self.posts: dict[str, str] = {}
        """What a POST is answered with, by path; it is a write all the same."""
        self.writes: list[str] = []
        self.bodies_written: list[str] = []
        self.gets: list[str] = []
        self.closing = threading.Event()
        self.asked = threading.Condition()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    @property
    def other_origin(self) -> str:
        return f"http://localhost:{self.server.server_address[1]}"

    def add(self, path: str, body: str) -> str:
        """Serve a body at a path; its address."""
        self.bodies[path] = f"<!doctype html><html lang=en><meta charset=utf-8><title>{path}</title>{body}"
        return self.url + path

    def wait_for(self, path: str) -> None:
        """Return once somebody has asked for a path."""
        with self.asked:
            assert self.asked.wait_for(lambda: path in self.gets, 60), f"nobody asked for {path}"

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        pages = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.path != "/favicon.ico":  # a browser asks for it by itself, or not
                    with pages.asked:
                        pages.gets.append(self.path)
                        pages.asked.notify_all()
                body = pages.bodies.get(self.path, pages.bodies.get(self.path.split("?")[0], 404))
                body = body() if callable(body) else body
                if body == HANG and isinstance(body, int):
                    pages.closing.wait(60)
                    return
                status = body if isinstance(body, int) else 200
                data = body.encode() if isinstance(body, str) else b"" if isinstance(body, int) else body
                self.send_response(status)
                headers = {"Content-Type": "text/html; charset=utf-8"} | pages.headers.get(self.path, {})
                for name, value in (headers | {"Content-Length": str(len(data))}).items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(data)

            def _write(self) -> None:
                pages.writes.append(f"{self.command} {self.path}")
                pages.bodies_written.append(self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode())
                answer = pages.posts.get(self.path, "").encode()
                self.send_response(200 if answer else 204)
                if answer:
                    self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            do_POST = do_PUT = do_DELETE = do_PATCH = _write

            def log_message(self, *args: object) -> None:
                pass

        return Handler


@pytest.fixture
def pages() -> Iterator[Pages]:
    """A server of its own for each test."""
    served = Pages()
    yield served
    served.closing.set()
    served.server.shutdown()
    served.server.server_close()


Walk = Callable[..., Walked]


@pytest.fixture
def walk_to(tmp_path: Path) -> Walk:
    """Walk an address into a new folder."""

    def run(url: str, *, profile: Profile | None = None, out: str = "out", **options: object) -> Walked:
        return walk(url, tmp_path / out, profile=profile, options=Options(**options))  # type: ignore[arg-type]

    return run
