"""Sessions that end in mid-walk without asking for a password: a way to the login, another site, a status. Real Chromium."""

import itertools
import json
from typing import Any

import pytest

from offswitch_crawler.profile import Profile

AREAS = ("Ads", "Sharing", "History", "Contacts", "Location")


def switch(label: str) -> str:
    return f"<p><label><input type=checkbox checked> {label}</label></p>"


class Fading:
    """Pages of members; after so many of them a visitor is not known any more."""

    def __init__(self, pages: Any, lasts: int, refused: str | int) -> None:
        self.pages, self.lasts, self.refused, self.asked = pages, lasts, refused, itertools.count(1)

    def add(self, path: str, body: str) -> str:
        self.pages.bodies[path] = lambda: self._answer(f"<html lang=en><title>{path}</title>{body}")
        return str(self.pages.url + path)

    def _answer(self, body: str) -> str | int:
        return body if next(self.asked) <= self.lasts else self.refused


@pytest.fixture
def member(pages: Any, tmp_path: Any) -> Profile:
    """A profile with a saved login."""
    path = tmp_path / "state.json"
    cookie = {"name": "session", "value": "one", "domain": "127.0.0.1", "path": "/", "expires": -1, "httpOnly": True,
              "secure": False, "sameSite": "Lax"}  # fmt: skip
    path.write_text(f'{{"cookies": [{json.dumps(cookie)}], "origins": []}}', encoding="utf-8")
    return Profile(storage_state=path)


WELCOME = "<html lang={0}><title>Peerwick</title><h1>{1}</h1><a href=/start>{2}</a> <label><input type=checkbox> Offers by post</label>"


@pytest.mark.parametrize(
    "refused",
    [
        WELCOME.format("en", "Your session has expired", "Sign in again"),
        WELCOME.format("de", "Willkommen", "Jetzt anmelden"),
        "<html lang=en><h1>Peerwick</h1><p>Your session has ended. Please enter your address.</p><label><input type=checkbox> Stay</label>",
        "<html lang=ja><h1>Peerwick</h1><p>セッションの有効期限が切れました。</p><label><input type=checkbox> 保存</label>",
        "<script>location.replace('/welcome')</script>",
        "<script>location.replace(`http://localhost:${location.port}/who`)</script>",
        419,
    ],
    ids=[
        "the same address",
        "German",
        "words alone",
        "Japanese",
        "sent to a page for guests",
        "sent to another site",
        "a status",
    ],
)
def test_a_session_that_ends_without_asking_for_a_password_ends_the_walk(
    pages: Any, walk_to: Any, member: Profile, refused: str | int
) -> None:
    site = Fading(pages, 4, refused)
    pages.add("/who", "<h1>Peerwick accounts</h1><a href=/help>Help</a>")
    pages.add("/welcome", WELCOME.format("en", "Welcome", "Log in"))
    links = "".join(f'<p><a href="/{area}">{area} settings</a></p>' for area in AREAS)
    for area in AREAS:
        site.add(f"/{area}", f"<h1>{area}</h1>" + switch(f"{area} data"))
    recording = walk_to(site.add("/settings", f"<h1>Settings</h1>{links}"), profile=member).recording
    assert recording.ended_by == "login-expired"
    found = {c.label for c in recording.controls}
    assert found and found < {f"{area} data" for area in AREAS}, (
        "nothing is invented, and what was left is not read as absent"
    )
    assert {d.label for d in recording.doors if not d.taken} == {f"{a} settings" for a in AREAS if f"{a} data" not in found}


def test_pages_that_offer_the_login_to_everybody_end_no_walk(pages: Any, walk_to: Any, member: Profile) -> None:
    help_pages = "".join(f'<a href="/help/{n}">About {n}</a> ' for n in ("adverts", "privacy", "history", "people"))
    for n in ("adverts", "privacy", "history", "people"):
        pages.add(f"/help/{n}", f"<header><a href=/login>Log in</a></header><h1>About {n}</h1><p>{n} and you.</p>")
    pages.add("/privacy", "<h1>Privacy</h1>" + switch("Share my rides"))
    start = pages.add("/settings", f"<h1>Settings</h1><a href=/privacy>Privacy</a> {help_pages}")
    recording = walk_to(start, profile=member).recording
    assert recording.ended_by == "complete" and [c.label for c in recording.controls] == ["Share my rides"]


def test_a_start_with_a_field_for_a_new_password_does_not_hide_that_the_session_ends(
    pages: Any, walk_to: Any, member: Profile
) -> None:
    site = Fading(pages, 3, "<html lang=en><h1>Sign in</h1><input name=user><input type=password><button>Sign in</button>")
    for area in AREAS:
        site.add(f"/{area}", f"<h1>{area}</h1>" + switch(f"{area} data"))
    links = "".join(f'<p><a href="/{area}">{area} settings</a></p>' for area in AREAS)
    own = "<label>New password <input type=password></label>" + switch("Show my mail address")
    recording = walk_to(site.add("/settings", f"<h1>Settings</h1>{links}{own}"), profile=member).recording
    assert recording.ended_by == "login-expired"
