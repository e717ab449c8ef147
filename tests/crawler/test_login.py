"""Logins: by steps, by a saved state, failing, expiring in mid-walk. A small server with a form and sessions by cookie."""

import asyncio
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest

from offswitch_crawler.profile import load
from offswitch_crawler.userdata import as_it_was

SECRET = "correct horse battery"
FORM = (
    "<h1>Sign in</h1><form method=post action=/login><input id=user name=user><input id=password type=password name=password>"
    "<label><input type=checkbox name=keep> Remember me</label><button id=go>Sign in</button></form>"
)
STEPS = """
login:
  - goto: /login
  - fill: {selector: "#user", value: ada}
  - fill: {selector: "#password", env: SITE_PASSWORD}
  - click: {selector: "#go"}
"""


def switch(label: str, state: str = "checked") -> str:
    return f"<p><label><input type=checkbox {state}> {label}</label></p>"


class Members:
    """Pages that only members see; a session lasts for so many pages (None is for ever)."""

    def __init__(self) -> None:
        self.bodies: dict[str, str] = {}
        self.public = {"/login": FORM}
        self.lasts: int | None = None
        self.answer = 302
        self.seen: dict[str, int] = {}
        self.writes: list[str] = []
        self.hold: threading.Event | None = None
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def add(self, path: str, body: str) -> str:
        self.bodies[path] = body
        return self.url + path

    def member(self, cookie: str) -> bool:
        name = cookie.removeprefix("session=")
        if name not in self.seen:
            return False
        self.seen[name] += 1
        return self.lasts is None or self.seen[name] <= self.lasts

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                path = self.path.split("?")[0]
                if path in site.public:
                    self._send(200, site.public[path])
                elif path not in site.bodies:
                    self._send(404, "")
                elif site.member(self.headers.get("Cookie", "")):
                    self._send(200, site.bodies[path])
                elif site.answer == 302:
                    self._send(302, "", Location=f"/login?next={path}")
                else:
                    self._send(site.answer, "<h1>Not for you</h1>")

            def do_POST(self) -> None:
                sent = parse_qs(self.rfile.read(int(self.headers.get("Content-Length", 0))).decode())
                if self.path != "/login":
                    site.writes.append(self.path)
                    self._send(204, "")
                elif sent.get("user") == ["ada"] and sent.get("password") == [SECRET]:
                    name = f"member{len(site.seen)}"
                    site.seen[name] = 0
                    if site.hold:
                        site.hold.wait(1)
                    self._send(303, "", Location="/home", **{"Set-Cookie": f"session={name}; Path=/; Max-Age=9999"})
                else:
                    self._send(200, FORM + "<p>Wrong password</p>")

            def _send(self, status: int, body: str, **headers: str) -> None:
                data = f"<!doctype html><html lang=en><meta charset=utf-8><title>{self.path}</title>{body}".encode()
                self.send_response(status)
                for key, value in {"Content-Type": "text/html", "Content-Length": str(len(data)), **headers}.items():
                    self.send_header(key, value)
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *args: object) -> None:
                pass

        return Handler


@pytest.fixture
def members(monkeypatch: pytest.MonkeyPatch) -> Iterator[Members]:
    """A site with a start, a settings page and a password in the environment."""
    monkeypatch.setenv("SITE_PASSWORD", SECRET)
    site = Members()
    site.add("/home", "<h1>Home</h1><nav id=menu><a href=/settings>Settings</a></nav>")
    site.add("/settings", "<h1>Settings</h1>" + switch("Train our models"))
    yield site
    site.server.shutdown()
    site.server.server_close()


def profile(folder: Path, text: str) -> Any:
    (folder / "p.yaml").write_text(text, encoding="utf-8")
    return load(folder / "p.yaml")


# A state that the page sets on by itself from the second visit of a browser on.
BY_ITSELF = (
    "<h1>Settings</h1><label><input type=checkbox id=c> Suggest things</label>"
    "<script>c.checked = localStorage.getItem('been') === 'yes'; localStorage.setItem('been', 'yes');</script>"
)


def test_what_the_page_changes_by_itself_is_told_behind_a_login_by_steps(
    members: Members, walk_to: Any, tmp_path: Path
) -> None:
    start = members.add("/settings", BY_ITSELF)
    untouched = walk_to(start, profile=profile(tmp_path, STEPS)).recording.untouched
    assert [c.label for c in untouched.changed_by_page] == ["Suggest things"]
    assert untouched.changed == []
    assert len(members.seen) == 2


def test_and_in_a_persistent_profile_which_the_second_visit_leaves_alone(
    members: Members, walk_to: Any, tmp_path: Path
) -> None:
    folder = tmp_path / "kept"
    walk_to(members.url + "/home", out="first", profile=profile(tmp_path, STEPS), user_data_dir=folder)
    start = members.add("/settings", BY_ITSELF.replace("localStorage", "sessionStorage"))
    untouched = walk_to(start, user_data_dir=folder).recording.untouched
    assert [c.label for c in untouched.changed_by_page] == ["Suggest things"]
    assert untouched.changed == []


def test_a_profile_is_copied_as_it_was_without_caches_links_and_locks(tmp_path: Path) -> None:
    kept, outside = tmp_path / "kept", tmp_path / "outside"
    (kept / "Default" / "Cache").mkdir(parents=True)
    (kept / "Default" / "Cache" / "data").write_text("large")
    (kept / "Default" / "Cookies").write_text("before")
    outside.write_text("not in the profile")
    (kept / "SingletonLock").symlink_to("host-123")
    (kept / "Default" / "elsewhere").symlink_to(outside)
    (kept / "Default" / "empty").mkdir()

    async def copy() -> list[str]:
        async with as_it_was(kept) as made:
            assert made is not None
            (kept / "Default" / "Cookies").write_text("after")
            assert (made / "Default" / "Cookies").read_text() == "before"
            (made / "Default" / "Cookies").write_text("the second visit")
            found = sorted(p.relative_to(made).as_posix() for p in made.rglob("*"))
        assert not made.exists()
        return found

    assert asyncio.run(copy()) == ["Default", "Default/Cookies", "Default/empty"]
    assert (kept / "Default" / "Cookies").read_text() == "after"


def test_a_profile_that_does_not_exist_yet_is_an_empty_one(tmp_path: Path) -> None:
    async def copy() -> list[Path]:
        async with as_it_was(tmp_path / "none") as made:
            assert made is not None
            return list(made.iterdir())

    assert asyncio.run(copy()) == []
    assert not (tmp_path / "none").exists()
