"""What the guard stopped and a screen needed is named, with the line of a profile that lets it pass; sockets are counted."""

import base64
import hashlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

from offswitch_crawler.profile import Profile, load

READS_BY_POST = """<main id=m></main><script>
fetch('/api/settings?user=1', {method: 'POST', body: '{"get": "all"}'}).then(r => { if (r.ok)
  m.innerHTML = '<h1>Privacy</h1><label><input type=checkbox checked> Share my rides</label>'; }).catch(() => {})</script>"""


def test_what_an_empty_screen_asked_for_is_named_with_the_line_that_allows_it(pages: Any, walk_to: Any) -> None:
    pages.add("/privacy", READS_BY_POST)
    beacon = "<script>navigator.sendBeacon('/api/pulse', 'x')</script>"
    start = pages.add("/", f"<h1>Settings</h1><nav><a href=/privacy>Privacy</a></nav>{beacon}")
    recording = walk_to(start).recording
    privacy = next(s.id for s in recording.screens if s.url.endswith("/privacy"))
    needed = [b for b in recording.blocked if b.needed]
    assert [(b.method, b.screen) for b in needed] == [("POST", privacy)]
    assert [(b.needed, b.answer) for b in recording.blocked if b.url.endswith("/api/pulse")] == [(False, False)]
    assert [b.answer for b in needed] == [True]
    line = yaml.safe_load(needed[0].allow)
    again = walk_to(start, out="again", profile=Profile.model_validate({"allow_writes": [line]})).recording
    assert [(c.label, c.state) for c in again.controls] == [("Share my rides", "on")]
    assert [w for w in pages.writes if not w.endswith("/api/settings?user=1")] == []
    assert not any(b.needed for b in again.blocked)


FILLED_BY_POST = """<h1>Privacy</h1><label><input type=checkbox id=c> Share my rides</label><script>
const call = (method) => fetch('/json', {method: 'POST', body: JSON.stringify({method, params: [], id: 1})});
call('core.get_config').then(async (r) => { c.checked = (await r.json()).share; }).catch(() => {});
call('core.set_seen').catch(() => {});</script>"""


def test_states_that_are_asked_for_by_post_are_read(pages: Any, walk_to: Any) -> None:
    pages.posts["/json"] = '{"share": true}'
    recording = walk_to(pages.add("/", FILLED_BY_POST)).recording
    assert [(c.label, c.state) for c in recording.controls] == [("Share my rides", "on")]
    assert recording.blocked
    assert [b for b in pages.bodies_written if "get_config" not in b] == []


SOCKET = """<h1>Privacy</h1><label><input type=checkbox checked> Share my rides</label><script>
const socket = new WebSocket(location.origin.replace('http', 'ws') + '/live?token=s3cret');
socket.onopen = () => { socket.send('state?'); setInterval(() => socket.send('still here'), 20); };</script>"""


class Socket:
    """A page and the socket that it opens; frames are read and thrown away."""

    def __init__(self) -> None:
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                key = self.headers.get("Sec-WebSocket-Key")
                if key is None:
                    body = f"<!doctype html><html lang=en><title>p</title>{SOCKET}".encode()
                    self.send_response(200)
                    self.send_header("Content-Type", "text/html")
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)
                    return
                accept = base64.b64encode(hashlib.sha1((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").encode()).digest())
                self.send_response(101)
                for name, value in {"Upgrade": "websocket", "Connection": "Upgrade"}.items():
                    self.send_header(name, value)
                self.send_header("Sec-WebSocket-Accept", accept.decode())
                self.end_headers()
                while self.rfile.read(1):
                    pass
                self.close_connection = True

            def log_message(self, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/"


@pytest.fixture
def socket() -> Iterator[Socket]:
    made = Socket()
    yield made
    made.server.shutdown()
    made.server.server_close()


def test_frames_that_are_sent_once_a_screen_has_come_to_rest_pass_and_are_counted(socket: Socket, walk_to: Any) -> None:
    recording = walk_to(socket.url).recording
    (sent,) = recording.sent_frames
    assert sent.url.endswith("/live") or "s3cret" not in sent.url
    assert sent.count >= 1
    assert recording.blocked == []


CONFIRMED = """<main id=m></main><script>fetch('/api/session', {method: 'POST'}).then(
  () => { m.innerHTML = '<h1 id=in>Settings</h1><label><input type=checkbox> Share</label>'; },
  () => { m.innerHTML = '<h1>Sign in</h1><input type=password><button>Sign in</button>'; });</script>"""


def test_a_session_that_a_write_confirms_reads_as_ended_and_names_the_write(
    pages: Any, walk_to: Any, tmp_path: Path
) -> None:
    file = tmp_path / "profile.yaml"
    file.write_text('login:\n  - goto: /\n  - wait_for: {selector: "#in"}\n', encoding="utf-8")
    recording = walk_to(pages.add("/", CONFIRMED), profile=load(file)).recording
    assert recording.ended_by == "login-expired"
    assert [(b.method, b.needed) for b in recording.blocked] == [("POST", True)]
    assert "/api/session" in recording.errors[0].what
