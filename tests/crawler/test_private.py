"""Local files, loopback and private addresses are reachable only when the start itself is one."""

from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import BrowserContext, Error

from offswitch_crawler import browser, loop
from offswitch_crawler.guard import Guard
from offswitch_crawler.options import Options
from offswitch_crawler.profile import Profile
from offswitch_crawler.sites import Bounds, private

pytestmark = pytest.mark.whole_browser

PRIVATE = (
    "file:///etc/passwd", "chrome://settings/", "view-source:https://example.org/", "http://localhost/", "http://a.localhost:8080/",
    "https://127.0.0.1/", "http://127.1/", "http://2130706433/", "http://0x7f.0.0.1/", "http://0177.0.0.1/", "http://10.1.2.3/",
    "http://172.16.0.1/", "http://192.168.1.1/", "http://169.254.169.254/latest/", "http://100.64.0.1/", "http://0.0.0.0/",
    "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[fe80::1]/", "http://[fd00::1]/", "http://[64:ff9b::7f00:1]/",
    "http://printer.local/", "http://db.internal/", "http://router.home.arpa/", "http://intranet/", "ws://localhost:9/", "http://localhost./",
)  # fmt: skip
PUBLIC = (
    "https://example.org/", "http://93.184.216.34/", "https://[2606:2800:220:1::1]/", "http://172.32.0.1/", "wss://example.org/socket",
    "https://10.example.org/", "https://localhost.example.org/", "about:blank", "data:text/html,x", "blob:https://example.org/1",
)  # fmt: skip


@pytest.mark.parametrize("url", PRIVATE)
def test_a_public_start_reaches_no_private_address(url: str) -> None:
    assert private(url)
    assert not Bounds("https://www.example.org/", ("*",)).same_site(url)


@pytest.mark.parametrize("url", PUBLIC)
def test_what_is_public_is_not_private(url: str) -> None:
    assert not private(url)


def test_a_private_start_reaches_its_own_and_what_the_profile_names() -> None:
    bounds = Bounds("http://127.0.0.1:8000/", ("localhost",))
    assert bounds.same_site("http://127.0.0.1:8000/settings") and bounds.same_site("http://localhost:9000/")
    assert not bounds.same_site("file:///etc/passwd")
    assert Bounds("file:///srv/site/index.html").same_site("file:///srv/site/settings.html")


def visit(guard: Guard, act: Any) -> Any:
    async def run() -> Any:
        async with browser.context(browser.find(), Options(), Profile(), guard, "test") as context:
            return await act(context)

    return loop.run(run)


def test_the_guard_stops_pages_pictures_and_frames_of_private_addresses(pages: Any) -> None:
    url = pages.add("/", "private")

    async def act(context: BrowserContext) -> None:
        page = context.pages[0] if context.pages else await context.new_page()
        await page.set_content(f'<img src="{url}picture?key=1"><iframe src="{pages.other_origin}/frame"></iframe>')
        with pytest.raises(Error):
            await page.goto(url)

    guard = Guard(public_only=True)
    visit(guard, act)
    assert pages.gets == []
    assert set(guard.unreached) == {url, f"{url}picture", f"{pages.other_origin}/frame"}
    assert "private address" in guard.failures()[0].what


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "[::1]",
        "127.1.2.3",
        "a.localhost",
        "198.18.0.1",
        "250.1.2.3",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
    ],
)
def test_the_browser_itself_resolves_no_private_address_for_redirects_pass_no_guard(pages: Any, host: str) -> None:
    pages.add("/", "private")

    guard = Guard(public_only=True)

    async def act(context: BrowserContext) -> str:
        guard.public_only = False  # what it says itself is tested above
        page = await context.new_page()
        with pytest.raises(Error) as failed:
            await page.goto(f"http://{host}:{pages.server.server_address[1]}/")
        return failed.value.message

    assert "ERR_NAME_NOT_RESOLVED" in visit(guard, act)
    assert pages.gets == []


def test_a_redirect_to_a_private_name_is_stopped(pages: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    # This machine stands for a public one here; what the redirect names is the private address.
    monkeypatch.setattr("offswitch_crawler.guard.private", lambda url: "//router/" in url)
    monkeypatch.setattr(browser, "PRIVATE_HOSTS", ())
    url = pages.add("/", "")
    pages.bodies["/"], pages.headers["/"] = 302, {"Location": "http://router/setup?key=1"}

    async def act(context: BrowserContext) -> str:
        page = await context.new_page()
        with pytest.raises(Error) as failed:
            await page.goto(url)
        return failed.value.message

    guard = Guard(public_only=True)
    assert "ERR_ADDRESS_UNREACHABLE" in visit(guard, act)
    assert set(guard.unreached) == {"http://router/setup"}


def test_a_private_start_is_walked(pages: Any, walk_to: Any, tmp_path: Path) -> None:
    url = pages.add("/", "<h1>Here</h1><label><input type=checkbox> Local</label>")
    recording = walk_to(url).recording
    assert [c.label for c in recording.controls] == ["Local"] and recording.errors == []
