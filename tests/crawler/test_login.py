"""Logins: by steps, by a saved state, failing, expiring in mid-walk. A small server with a form and sessions by cookie."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pyotp
import pytest

from offswitch_crawler import login
from offswitch_crawler.profile import load
from offswitch_recording.errors import BadInput, SiteFailed
from offswitch_recording.words import WhyNot

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
        self.most: int | None = None
        """So many logins are let in."""
        self.answer = 302
        self.seen: dict[str, int] = {}
        self.writes: list[str] = []
        self.codes: list[str] = []
        self.hold: threading.Event | None = None
        self.waits: dict[str, float] = {"/hangs": 60}
        """Seconds until a path is answered."""
        self.closing = threading.Event()
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
                if path in site.waits:
                    site.closing.wait(site.waits[path])
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
                site.codes += sent.get("code", [])
                if self.path != "/login":
                    site.writes.append(self.path)
                    self._send(204, "")
                elif (sent.get("user"), sent.get("password")) == (["ada"], [SECRET]) and len(site.seen) != site.most:
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
    site.closing.set()
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


def everything_in(folder: Path) -> bytes:
    return b"".join(p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file())


@pytest.mark.parametrize("waits", ["  - wait_for: {selector: '#menu'}\n", ""], ids=["waits", "only clicks"])
def test_a_login_by_steps_leads_in_and_its_secret_stands_nowhere(
    members: Members, walk_to: Any, tmp_path: Path, waits: str
) -> None:
    members.hold = threading.Event()  # a second passes before the form is answered
    walked = walk_to(members.url + "/home", profile=profile(tmp_path, STEPS + waits))
    assert [c.label for c in walked.recording.controls] == ["Train our models"]
    assert walked.recording.profile["logged_in_by"] == "steps"
    assert walked.recording.ended_by == "complete"
    kept = everything_in(walked.folder)
    assert SECRET.encode() not in kept and b"member0" not in kept
    assert members.writes == []


DRAWN_ANEW = """<script>const form = document.forms[0].outerHTML; document.forms[0].onsubmit = () => false;
    fetch('/welcome').then((r) => r.text()).then(() => { document.forms[0].outerHTML = form; });</script>"""


@pytest.mark.parametrize("late", ["<img src=/hangs>", DRAWN_ANEW], ids=["a picture never comes", "a form is drawn anew"])
def test_a_login_page_is_left_alone_until_it_is_at_rest_and_no_longer(
    members: Members, walk_to: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, late: str
) -> None:
    monkeypatch.setattr(login, "STEP_SECONDS", 8.0)
    members.public |= {"/login": FORM + late, "/welcome": "<p>Hello</p>"}
    members.waits["/welcome"] = 1
    recording = walk_to(members.url + "/home", profile=profile(tmp_path, STEPS)).recording
    assert [c.label for c in recording.controls] == ["Train our models"] and recording.ended_by == "complete"


def state(folder: Path, value: str) -> Any:
    cookie = {"name": "session", "value": value, "domain": "127.0.0.1", "path": "/", "expires": -1}
    cookie |= {"httpOnly": True, "secure": False, "sameSite": "Lax"}
    (folder / "state.json").write_text(json.dumps({"cookies": [cookie], "origins": []}), encoding="utf-8")
    return profile(folder, "storage_state: state.json")


def test_a_saved_state_leads_in_and_stands_nowhere(members: Members, walk_to: Any, tmp_path: Path) -> None:
    members.seen["s3cr3t-session"] = 0
    walked = walk_to(members.url + "/home", profile=state(tmp_path, "s3cr3t-session"))
    assert [c.label for c in walked.recording.controls] == ["Train our models"]
    assert walked.recording.profile["logged_in_by"] == "storage_state"
    assert b"s3cr3t-session" not in everything_in(walked.folder)


WRONG = STEPS.replace("env: SITE_PASSWORD", "value: wrong")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (STEPS.replace('"#user"', '"#nobody"'), "step 2, fill #nobody"),
        (WRONG + "  - wait_for: {selector: '#menu'}\n", "step 5, wait_for #menu"),
        (WRONG, "still shows"),
        (STEPS.replace("goto: /login", "goto: /nowhere"), "step 1, goto /nowhere: the site answered with status 404"),
        (STEPS.replace("goto: /login", "goto: /hangs"), "step 1, goto /hangs: no answer within 3 s"),
        (STEPS.replace("#go", "[["), "step 4, click [["),
    ],
    ids=["no such field", "wrong password", "wrong password, no wait", "no such page", "no answer", "broken selector"],
)
def test_a_login_that_fails_says_where_in_one_line(
    members: Members, walk_to: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, says: str
) -> None:
    monkeypatch.setattr(login, "STEP_SECONDS", 3.0)
    with pytest.raises(SiteFailed) as failed:
        walk_to(members.url + "/home", profile=profile(tmp_path, text))
    line = failed.value.line()
    assert says in line and "\n" not in line and "wrong" not in line
    assert failed.value.exit_code == 3
    assert not (tmp_path / "out").exists()


RFC_6238 = "GEZDGNBVGY3TQOJQ GEZDGNBVGY3TQOJQ"  # the secret of its test vectors


def test_a_second_factor_is_the_code_of_the_moment(
    members: Members, walk_to: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_TOTP_SECRET", RFC_6238)
    members.public["/login"] = FORM.replace("<button", "<input id=code name=code><button")
    steps = STEPS.replace("  - click", '  - fill: {selector: "#code", totp_env: SITE_TOTP_SECRET}\n  - click')
    walked = walk_to(members.url + "/home", profile=profile(tmp_path, steps))
    assert [c.label for c in walked.recording.controls] == ["Train our models"]
    (code,) = members.codes
    now = time.time()
    assert code in {pyotp.TOTP(RFC_6238.replace(" ", "")).at(now - ago) for ago in (0, 30, 60)}


def test_a_secret_that_is_none_is_refused_before_anything_is_sent(
    members: Members, walk_to: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_TOTP_SECRET", "1189!")
    steps = STEPS.replace("env: SITE_PASSWORD", "totp_env: SITE_TOTP_SECRET")
    with pytest.raises(BadInput, match="SITE_TOTP_SECRET is no secret") as refused:
        walk_to(members.url + "/home", profile=profile(tmp_path, steps))
    assert "1189" not in refused.value.line()


def test_a_value_that_the_environment_lacks_is_asked_for_before_anything_is_sent(
    members: Members, walk_to: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SITE_PASSWORD")
    with pytest.raises(BadInput, match="SITE_PASSWORD"):
        walk_to(members.url + "/home", profile=profile(tmp_path, STEPS))


def test_a_saved_state_that_no_longer_holds_is_a_failure_of_the_login(
    members: Members, walk_to: Any, tmp_path: Path
) -> None:
    with pytest.raises(SiteFailed, match="login does not hold"):
        walk_to(members.url + "/home", profile=state(tmp_path, "forgotten"))


# Some sites ask for the name first, and the password is on the next page.
NAME_FIRST = FORM.replace("<input id=password type=password name=password>", "")


@pytest.mark.parametrize(
    ("answer", "form"), [(302, FORM), (302, NAME_FIRST), (401, FORM)], ids=["redirect", "name first", "status 401"]
)
@pytest.mark.parametrize("lasts", [pytest.param(3, marks=pytest.mark.long), 5])
def test_a_session_that_ends_in_mid_walk_ends_the_walk_and_keeps_what_was_seen(
    members: Members, walk_to: Any, tmp_path: Path, answer: int, form: str, lasts: int
) -> None:
    labels = ["Alpha", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot"]
    links = "".join(f'<a href="/{x}">{x} options</a> ' for x in labels)
    for label in labels:
        members.add(f"/{label}", f"<h1>{label}</h1>" + switch(f"{label} data"))
    start = members.add("/settings", f"<h1>Settings</h1><nav>{links}</nav>" + switch("Train our models"))
    members.seen["member"], members.lasts = 0, lasts
    members.answer, members.public["/login"] = answer, form
    recording = walk_to(start, profile=state(tmp_path, "member")).recording
    assert recording.ended_by == "login-expired"
    found = [c.label for c in recording.controls]
    assert found[0] == "Train our models" and 2 <= len(found) < 7
    assert set(found) <= {"Train our models", *(f"{x} data" for x in labels)}
    assert all(s.url.split("/")[-1] in ("settings", *labels) for s in recording.screens)
    assert {d.label for d in recording.doors if not d.taken} == {f"{x} options" for x in labels if f"{x} data" not in found}
    assert {d.why_not for d in recording.doors} == {None}
    assert recording.untouched.changed == []
    assert {n.reason for n in recording.untouched.not_checked} == {"login-expired"}


def with_pages(members: Members, labels: list[str]) -> str:
    links = "".join(f'<a href="/{x}">{x} options</a> ' for x in labels)
    for label in labels:
        members.add(f"/{label}", f"<h1>{label}</h1>" + switch(f"{label} data") + BEACON)
    return members.add("/settings", f"<h1>Settings</h1><nav>{links}</nav>" + switch("Train our models") + BEACON)


# Tries to write all the time: nothing of it may slip through while a login is under way.
BEACON = "<script>setInterval(() => fetch('/api/pulse', {method: 'POST', body: '1'}).catch(() => 0), 40)</script>"


@pytest.mark.parametrize(
    "count", [pytest.param(1, id="one page", marks=pytest.mark.long), pytest.param(3, id="three pages")]
)
def test_a_session_that_ends_in_mid_walk_is_renewed_by_the_steps_of_the_profile(
    members: Members, walk_to: Any, tmp_path: Path, count: int
) -> None:
    labels = ["Alpha", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot"]
    start = with_pages(members, labels)
    members.lasts = 9
    recording = walk_to(start, profile=profile(tmp_path, STEPS), pages=count).recording
    assert recording.ended_by == "complete" and recording.errors == []
    assert sorted(c.label for c in recording.controls) == sorted(["Train our models", *(f"{x} data" for x in labels)])
    assert recording.logins_again == len(members.seen) - 1 >= 1
    assert recording.untouched.not_checked == [] and recording.untouched.changed == []
    assert members.writes == []


def test_a_session_that_never_lasts_is_renewed_a_few_times_and_then_ends_the_walk(
    members: Members, walk_to: Any, tmp_path: Path
) -> None:
    labels = [f"Part {x}" for x in "ABCDEFGHIJKL"]
    start = with_pages(members, [x.replace(" ", "") for x in labels])
    members.lasts = 3
    recording = walk_to(start, profile=profile(tmp_path, STEPS)).recording
    assert recording.ended_by == "login-expired"
    assert 1 <= recording.logins_again <= 5 and len(members.seen) == recording.logins_again + 1
    assert {d.why_not for d in recording.doors} == {None} and members.writes == []


def test_a_second_login_that_fails_ends_the_walk_and_says_why(
    members: Members, walk_to: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(login, "STEP_SECONDS", 3.0)
    start = with_pages(members, ["Alpha", "Bravo", "Charlie", "Delta"])
    members.lasts, members.most = 3, 1
    recording = walk_to(start, profile=profile(tmp_path, STEPS)).recording
    assert recording.ended_by == "login-expired" and recording.logins_again == 0
    assert (
        [e.where for e in recording.errors] == ["login"] and "step" in recording.errors[0].what
    ) or "shows" in recording.errors[0].what
    assert members.writes == []


def test_a_page_that_asks_for_the_password_once_more_does_not_end_the_walk(
    members: Members, walk_to: Any, tmp_path: Path
) -> None:
    members.public["/again"] = "<h1>Confirm it is you</h1><input type=password aria-label=Password>"
    members.add("/settings", "<h1>Settings</h1>" + switch("Train our models"))
    start = members.add("/home", "<h1>Home</h1><a href=/again>Security</a> <a href=/settings>Settings</a>")
    members.seen["member"] = 0
    recording = walk_to(start, profile=state(tmp_path, "member")).recording
    assert recording.ended_by == "complete"
    assert {d.label: d.why_not for d in recording.doors} == {"Security": WhyNot.PASSWORD, "Settings": None}
    assert [c.label for c in recording.controls] == ["Train our models"]


def test_a_session_that_ends_during_the_second_reading_is_said_there(members: Members, walk_to: Any, tmp_path: Path) -> None:
    start = members.add("/settings", "<h1>Settings</h1>" + switch("Train our models"))
    members.seen["member"], members.lasts = 0, 1
    recording = walk_to(start, profile=state(tmp_path, "member")).recording
    assert recording.ended_by == "complete"
    assert [n.reason for n in recording.untouched.not_checked] == ["login-expired"]
    assert [c.label for c in recording.controls] == ["Train our models"]
