"""A walk through a proxy that asks for a name and a password, and answers for a site that is nowhere else."""

import base64
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from offswitch_crawler.profile import load
from offswitch_recording.errors import BadInput, SiteFailed

pytestmark = pytest.mark.whole_browser

SITE = "http://settings.example/"
PAGE = b"<!doctype html><html lang=en><title>Settings</title><h1>Settings</h1><label><input type=checkbox checked> Share my rides</label>"
KNOWN = "Basic " + base64.b64encode(b"ada:s3cret-of-the-proxy").decode()


class Proxy:
    """Answers what it is asked for itself; `asked` holds the addresses of those whom it knows."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        proxy = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                known = self.headers.get("Proxy-Authorization") == KNOWN
                found = known and self.path == SITE
                if known:
                    proxy.asked.append(self.path)
                self.send_response(200 if found else 404 if known else 407)
                self.send_header("Content-Type", "text/html")
                self.send_header("Content-Length", str(len(PAGE) if found else 0))
                if not known:
                    self.send_header("Proxy-Authenticate", 'Basic realm="p"')
                self.end_headers()
                self.wfile.write(PAGE if found else b"")

            def log_message(self, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def proxy() -> Iterator[Proxy]:
    made = Proxy()
    yield made
    made.server.shutdown()
    made.server.server_close()


def profile(folder: Path, proxy: Proxy) -> Any:
    port = proxy.server.server_address[1]
    text = f"proxy: {{server: 'http://127.0.0.1:{port}', username_env: PROXY_USER, password_env: PROXY_PASSWORD}}"
    (folder / "p.yaml").write_text(text, encoding="utf-8")
    return load(folder / "p.yaml")


def test_a_site_is_walked_through_it_and_its_password_stands_nowhere(
    proxy: Proxy, walk_to: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PROXY_USER", "ada")
    monkeypatch.setenv("PROXY_PASSWORD", "s3cret-of-the-proxy")
    walked = walk_to(SITE, profile=profile(tmp_path, proxy), rate=50)
    assert [(c.label, c.state) for c in walked.recording.controls] == [("Share my rides", "on")]
    assert walked.recording.profile["proxy"].startswith("http://127.0.0.1:")
    assert SITE in proxy.asked
    kept = b"".join(p.read_bytes() for p in walked.folder.rglob("*") if p.is_file())
    assert b"s3cret" not in kept and b"PROXY_" not in kept


def test_what_the_environment_lacks_is_asked_for(
    proxy: Proxy, walk_to: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PROXY_USER", raising=False)
    with pytest.raises(BadInput, match="the proxy needs the environment variable PROXY_USER"):
        walk_to(SITE, profile=profile(tmp_path, proxy))


def test_a_proxy_that_is_not_there_fails_the_walk_in_one_line(
    proxy: Proxy, walk_to: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PROXY_USER", "ada")
    monkeypatch.setenv("PROXY_PASSWORD", "x")
    given = profile(tmp_path, proxy)
    proxy.server.shutdown()
    proxy.server.server_close()
    with pytest.raises(SiteFailed, match="PROXY"):
        walk_to(SITE, profile=given, rate=50)
