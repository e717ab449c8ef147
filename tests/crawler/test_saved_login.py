"""offswitch login: what a person's login leaves on disk, and that a later walk is let in by it."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page

from offswitch import api
from offswitch_crawler.options import Options
from offswitch_crawler.profile import load
from offswitch_crawler.saved_login import aside, save_login
from offswitch_recording.errors import BadInput, SiteFailed

pytestmark = pytest.mark.whole_browser

FORM = """<h1>Sign in</h1><button id=go>Sign in</button>
<script>go.onclick = async () => { await fetch('/session', {method: 'POST'}); document.cookie = 'member=ada; path=/'; localStorage.member = 'ada';
  const open = indexedDB.open('keys'); open.onupgradeneeded = () => open.result.createObjectStore('all');
  open.onsuccess = () => { const t = open.result.transaction('all', 'readwrite'); t.objectStore('all').put('ada', 'member');
    t.oncomplete = () => document.title = 'in'; }; }</script>"""
MEMBERS = """<h1>Settings</h1><p id=p></p><script>
  const open = indexedDB.open('keys'); open.onupgradeneeded = () => open.result.createObjectStore('all');
  open.onsuccess = () => { const get = open.result.transaction('all').objectStore('all').get('member');
    get.onsuccess = () => { if (get.result === 'ada' && localStorage.member === 'ada' && document.cookie === 'member=ada')
      p.innerHTML = '<label><input type=checkbox checked> Share my rides</label>'; }; }</script>"""


async def sign_in(page: Page) -> None:
    await page.click("#go")
    await page.wait_for_function("document.title === 'in'")


def test_cookies_and_stores_are_kept_for_the_owner_alone_and_lead_in(pages: Any, walk_to: Any, tmp_path: Path) -> None:
    file = tmp_path / "state.json"
    file.write_text("an older login")
    save_login(pages.add("/login", FORM), file, sign_in)
    assert file.stat().st_mode & 0o777 == 0o600
    assert pages.writes == ["POST /session"]
    assert [p.name for p in tmp_path.iterdir()] == ["state.json"]
    (tmp_path / "p.yaml").write_text("storage_state: state.json")
    walked = walk_to(pages.add("/settings", MEMBERS), profile=load(tmp_path / "p.yaml"))
    assert [(c.label, c.state) for c in walked.recording.controls] == [("Share my rides", "on")]


def test_a_window_that_is_closed_saves_nothing_and_keeps_the_older_login(pages: Any, tmp_path: Path) -> None:
    file = tmp_path / "state.json"
    file.write_text("an older login")

    async def close(page: Page) -> None:
        await page.close()
        await aside(lambda: None)

    with pytest.raises(SiteFailed, match="closed before the login was saved"):
        save_login(pages.add("/login", FORM), file, close)
    assert file.read_text() == "an older login"


def test_what_goes_wrong_while_waiting_is_raised(pages: Any, tmp_path: Path) -> None:
    def fails() -> None:
        raise ValueError("no terminal")

    with pytest.raises(ValueError, match="no terminal"):
        save_login(pages.add("/login", FORM), tmp_path / "s.json", lambda _: aside(fails))


def test_a_folder_that_is_not_there_is_told_before_a_browser_opens(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no such folder"):
        save_login("http://127.0.0.1:1/", tmp_path / "none" / "s.json", sign_in)


def test_an_address_without_a_scheme_is_told_before_a_browser_opens(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no scheme"):
        save_login("example.org", tmp_path / "login.json", sign_in)


def test_a_site_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SiteFailed, match="cannot be reached"):
        save_login("http://127.0.0.1:1/", tmp_path / "s.json", sign_in)
    assert not list(tmp_path.iterdir())


def test_without_a_display_it_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(SiteFailed, match=r"no display.*steps in the profile"):
        api.login("http://127.0.0.1:1/", tmp_path / "s.json", lambda: None, options=Options(headed=True))


def test_the_saved_file_is_what_playwright_reads(pages: Any, tmp_path: Path) -> None:
    save_login(pages.add("/login", FORM), tmp_path / "s.json", sign_in)
    kept = json.loads((tmp_path / "s.json").read_text())
    assert [c["name"] for c in kept["cookies"]] == ["member"]
    assert [e["name"] for o in kept["origins"] for e in o["localStorage"]] == ["member"]
