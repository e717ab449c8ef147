"""robots.txt for every host of the walk, by RFC 9309, and the rate. On loopback, with its exemption turned off."""

import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from offswitch_crawler import loop, politeness
from offswitch_crawler.events import Notice
from offswitch_crawler.politeness import Rate
from offswitch_crawler.profile import Profile
from offswitch_crawler.robots import MOST_BYTES, Robots, Rules, read
from offswitch_crawler.walk import walk
from offswitch_recording.errors import SiteFailed
from offswitch_recording.words import WhyNot

SWITCH = "<p><label><input type=checkbox checked> {0}</label></p>"


@pytest.mark.parametrize(
    ("url", "is_exempt"),
    [
        ("http://127.0.0.1:8000/", True),
        ("http://[::1]/", True),
        ("http://app.localhost/", True),
        ("chrome://settings/", True),
        ("file:///srv/index.html", True),
        ("https://example.org/", False),
        ("http://192.168.1.1/", False),
    ],
)
def test_what_is_exempt(url: str, is_exempt: bool) -> None:
    assert politeness.exempt(url) is is_exempt


@pytest.mark.parametrize(
    ("status", "redirects", "robots"),
    [(200, 0, "rules"), (200, 5, "rules"), (200, 6, "none"), (404, 0, "none"), (401, 0, "none"), (500, 0, "unreachable")],
)
def test_what_an_answer_means(status: int, redirects: int, robots: str) -> None:
    rules = read(status, b"User-agent: *\nDisallow: /", redirects)
    assert rules.robots == robots
    assert bool(rules.refuses("https://a.example/x")) is (robots != "none")


def test_the_group_of_our_own_name_holds_and_the_marks_of_the_file_are_read() -> None:
    text = (
        "\ufeffUser-agent: *\nDisallow: /\n\nUser-agent: OffSwitch\nAllow: /a\nDisallow: /a/secret*.html$\nCrawl-delay: 3\n"
    )
    rules = read(200, text.encode())
    assert not rules.refuses("https://a.example/") and not rules.refuses("https://a.example/a/b")
    assert rules.refuses("https://a.example/a/secret1.html")
    assert rules.delay == 3
    assert not read(200, b"#" * MOST_BYTES + b"\nUser-agent: *\nDisallow: /").refuses("https://a.example/")


def test_a_delay_that_a_host_asks_for_holds_where_it_is_the_slower(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(politeness, "exempt", lambda url: False)

    async def three(rate: Rate) -> float:
        began = time.monotonic()
        for _ in range(3):
            await rate.wait("http://a.example/x")
        return time.monotonic() - began

    assert loop.run(lambda: three(Rate(1000, {"a.example": 0.3}))) >= 0.6
    assert loop.run(lambda: three(Rate(5, {"a.example": 0.01}))) >= 0.4


class Host:
    """One host: robots.txt as (status, body, headers), and pages by path. `gets` holds what was asked.

    The icon that a browser asks for by itself, early or late or not at all, is no page and is left out.
    """

    def __init__(self) -> None:
        self.robots: tuple[int, str, dict[str, str]] = (404, "", {})
        self.bodies: dict[str, str] = {}
        self.moved: dict[str, str] = {}
        self.gets: list[str] = []
        host = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.path != "/favicon.ico":
                    host.gets.append(self.path)
                status, body, headers = 200, host.bodies.get(self.path, ""), {"Content-Type": "text/html"}
                if self.path == "/robots.txt":
                    status, body, headers = host.robots
                elif self.path in host.moved:
                    status, headers = 302, {"Location": host.moved[self.path]}
                elif self.path not in host.bodies:
                    status = 404
                self.send_response(status)
                for key, value in {"Content-Length": str(len(body.encode())), **headers}.items():
                    self.send_header(key, value)
                self.end_headers()
                self.wfile.write(body.encode())

            def log_message(self, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def says(self, text: str) -> None:
        self.robots = (200, text, {"Content-Type": "text/plain"})

    def add(self, path: str, body: str) -> str:
        self.bodies[path] = f"<!doctype html><html lang=en><meta charset=utf-8><title>{path}</title>{body}"
        return self.url + path

    def asked(self, path: str = "/robots.txt") -> int:
        return self.gets.count(path)


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], Host]]:
    """Makes hosts; robots and rate hold for them although they are on loopback."""
    monkeypatch.setattr(politeness, "exempt", lambda url: not url.startswith("http"))
    made: list[Host] = []

    def make() -> Host:
        made.append(Host())
        return made[-1]

    yield make
    for one in made:
        one.server.shutdown()
        one.server.server_close()


def test_forbidden_doors_are_left_and_say_so(host: Any, walk_to: Any) -> None:
    site = host()
    site.says("User-agent: *\nDisallow: /secret\n")
    for name in ("open", "secret/story", "secret/button", "secret/window", "secret/moved"):
        site.add(f"/{name}", f"<h1>{name}</h1>" + SWITCH.format(name))
    site.moved["/away"] = "/secret/moved"
    start = site.add(
        "/",
        '<h1>Start</h1><a href="/open">Open</a> <a href="/secret/story">Story</a> <a href="/away">Away</a>'
        "<button onclick=\"location.href = '/secret/button'\">Button settings</button>"
        "<button onclick=\"window.open('/secret/window')\">Window settings</button>",
    )
    recording = walk_to(start, rate=1000.0).recording
    left = {d.label: (d.why_not, d.taken) for d in recording.doors}
    closed = (WhyNot.ROBOTS, False)
    assert left == {
        "Open": (None, True), "Story": closed, "Away": closed, "Button settings": closed, "Window settings": closed
    }  # fmt: skip
    assert [c.label for c in recording.controls] == ["open"]
    assert site.asked() == 1
    # A redirect is followed by the browser before anybody can say no; what it leads to is not looked at.
    assert {p for p in site.gets if p.startswith("/secret")} == {"/secret/moved"}
    assert recording.politeness.robots == "allowed"
    assert [(h.host, h.robots) for h in recording.politeness.hosts] == [(site.url, "rules")]


def two_hosts(host: Any) -> tuple[Host, Host, str]:
    first, second = host(), host()
    second.add("/more", "<h1>More</h1>" + SWITCH.format("There"))
    start = first.add("/", "<h1>Start</h1>" + SWITCH.format("Here") + f'<a href="{second.url}/more">More settings</a>')
    return first, second, start


BOTH = Profile(sites=["127.0.0.1"])


def test_every_host_is_asked_once_before_its_first_page(host: Any, walk_to: Any) -> None:
    first, second, start = two_hosts(host)
    second.says("User-agent: *\nAllow: /\n")
    recording = walk_to(start, profile=BOTH, rate=1000.0).recording
    assert {c.label for c in recording.controls} == {"Here", "There"}
    assert second.gets[0] == "/robots.txt" and second.asked() == first.asked() == 1
    assert [(h.host, h.robots) for h in recording.politeness.hosts] == [(first.url, "none"), (second.url, "rules")]
    assert recording.politeness.robots == "none"


def test_a_host_whose_robots_cannot_be_read_is_left_and_the_rest_is_walked(host: Any, walk_to: Any) -> None:
    _, second, start = two_hosts(host)
    second.robots = (503, "", {})
    recording = walk_to(start, profile=BOTH, rate=1000.0).recording
    assert [c.label for c in recording.controls] == ["Here"]
    assert second.gets == ["/robots.txt"]
    assert [(d.why_not, d.outcome) for d in recording.doors] == [
        (WhyNot.ROBOTS, "error:its robots.txt cannot be read (status 503)")
    ]
    assert [(e.where, "status 503" in e.what) for e in recording.errors] == [(second.url, True)]
    assert recording.politeness.hosts[1].robots == "unreachable"


def test_redirects_are_followed_five_times_also_to_another_host(host: Any, walk_to: Any) -> None:
    first, second, start = two_hosts(host)
    first.robots = (302, "", {"Location": "/hop1"})
    first.moved = {"/hop1": "/hop2", "/hop2": "/hop3", "/hop3": "/hop4", "/hop4": f"{second.url}/rules"}
    second.bodies["/rules"] = "User-agent: *\nDisallow: /"
    with pytest.raises(SiteFailed, match="forbids it"):
        walk_to(start)
    first.moved["/hop4"], first.moved["/hop5"] = "/hop5", f"{second.url}/rules"
    assert walk_to(start, rate=1000.0).recording.politeness.robots == "none"


@pytest.mark.parametrize(
    ("robots", "says"),
    [((200, "User-agent: offswitch\nDisallow: /", {}), "forbids"), ((500, "", {}), "cannot be read (status 500)")],
    ids=["forbidden", "failed"],
)
def test_a_start_that_may_not_be_visited_stops_with_one_line_that_names_the_option(
    host: Any, walk_to: Any, robots: Any, says: str
) -> None:
    site = host()
    site.robots = robots
    start = site.add("/", "<h1>Start</h1>" + SWITCH.format("Here"))
    with pytest.raises(SiteFailed) as failed:
        walk_to(start)
    line = failed.value.line()
    assert says in line and "--ignore-robots" in line and "\n" not in line
    assert site.gets == ["/robots.txt"]
    recording = walk_to(start, rate=1000.0, ignore_robots=True).recording
    assert [c.label for c in recording.controls] == ["Here"]
    assert recording.politeness.robots == "ignored" and site.asked() == 1
    assert [h.robots for h in recording.politeness.hosts] == ["ignored"]


def test_a_very_long_delay_is_capped_and_said(host: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from offswitch_crawler import robots
    from offswitch_crawler.options import Options

    monkeypatch.setattr(robots, "LONGEST_DELAY", 0.2)
    site = host()
    site.says("User-agent: *\nCrawl-delay: 86400\n")
    told: list[object] = []
    start = site.add("/", "<h1>Start</h1>" + SWITCH.format("Here"))
    recording = walk(start, tmp_path / "out", options=Options(rate=1000.0), on_event=told.append).recording
    asked = recording.politeness.hosts[0]
    assert (asked.crawl_delay, asked.delay_kept) == (86400, 0.2)
    assert any(isinstance(e, Notice) and "86400" in e.text for e in told)


def test_loopback_is_exempt_and_never_asked(pages: Any, walk_to: Any) -> None:
    recording = walk_to(pages.add("/", "<h1>Start</h1>" + SWITCH.format("Here"))).recording
    assert recording.politeness.robots == "exempt" and recording.politeness.rate_per_second is None
    assert [h.robots for h in recording.politeness.hosts] == ["exempt"]
    assert "/robots.txt" not in pages.gets


@pytest.mark.parametrize(
    ("reason", "says"),
    [
        ("net::ERR_NAME_NOT_RESOLVED", "the host cannot be found"),
        ("net::ERR_CONNECTION_REFUSED", "the site cannot be reached"),
    ],
)
def test_a_start_that_does_not_answer_is_not_blamed_on_its_robots_txt(
    monkeypatch: pytest.MonkeyPatch, reason: str, says: str
) -> None:
    async def ask(*_: object) -> Rules:
        return Rules("unreachable", reason)

    monkeypatch.setattr(Robots, "_rules", ask)
    with pytest.raises(SiteFailed, match=says) as failed:
        loop.run(lambda: Robots().start("https://no.such.host.example/"))
    assert "robots" not in failed.value.line() and failed.value.next_step == "check the address"
