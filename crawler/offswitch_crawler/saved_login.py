"""A login made by a person in a visible browser, saved for later walks: Playwright's storage state, for its owner's eyes only."""

import asyncio
import json
import os
import tempfile
import threading
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from pathlib import Path

from playwright.async_api import BrowserContext, Error, Page

from offswitch_crawler import browser, loop
from offswitch_crawler.guard import Guard
from offswitch_crawler.options import Options
from offswitch_crawler.profile import Profile
from offswitch_crawler.sites import checked, without_secrets
from offswitch_recording.errors import BadInput, SiteFailed

OWNER_ONLY = 0o600
CLOSED = SiteFailed(
    "the browser was closed before the login was saved",
    next_step="log in again, and leave the window open until the login is saved",
)
Ready = Callable[[Page], Awaitable[None]]
"""Returns when the person says that the login is made."""


def save_login(
    url: str,
    file: Path,
    ready: Ready,
    *,
    profile: Profile | None = None,
    options: Options | None = None,
    tool: str = "offswitch",
) -> None:
    """Open `url`, wait until the login is made, and save cookies and storage to `file`, readable by its owner alone.

    The write guard is open: a person acts, not the walk. A file that is there already is replaced when the new one is whole.
    Raises BadInput where the address is none or the file cannot be written,
    SiteFailed where the browser or the site fail or the window is closed.
    """
    checked(url)
    if not file.absolute().parent.is_dir():
        raise BadInput(
            "no such folder", where=str(file.absolute().parent), next_step="name a file in a folder that is there"
        )
    state = loop.run(lambda: _state(url, ready, profile or Profile(), options or Options(), tool))
    _write(file, state)


async def _state(url: str, ready: Ready, profile: Profile, options: Options, tool: str) -> str:
    guard = Guard(open=True)
    async with browser.context(browser.find(options.executable), options, profile, guard, tool) as context:
        page = context.pages[0] if context.pages else await context.new_page()
        try:
            await page.goto(url)
        except Error as e:
            raise SiteFailed(
                f"the site cannot be reached: {e.message.splitlines()[0]}",
                where=without_secrets(url),
                next_step="check the URL",
            ) from None
        if not await _while_open(context, ready(page)):
            raise CLOSED
        try:
            return json.dumps(await context.storage_state(indexed_db=True))
        except Error:
            raise CLOSED from None


async def _while_open(context: BrowserContext, waiting: Awaitable[None]) -> bool:
    """Whether the person was ready before the last window was closed."""
    gone = asyncio.Event()

    def look() -> None:
        if not context.pages:
            gone.set()

    context.on("close", lambda _: gone.set())
    for page in context.pages:
        page.on("close", lambda _: look())
    context.on("page", lambda page: page.on("close", lambda _: look()))
    ready, closed = asyncio.ensure_future(waiting), asyncio.create_task(gone.wait())
    await asyncio.wait({ready, closed}, return_when=asyncio.FIRST_COMPLETED)
    closed.cancel()
    if not ready.done():
        ready.cancel()
        return False
    ready.result()
    return True


async def aside(ask: Callable[[], None]) -> None:
    """Run what waits for a person in a thread that nobody waits for: a window that is closed ends the command at once."""
    answered: Future[None] = Future()

    def run() -> None:
        try:
            ask()
            answered.set_result(None)
        except BaseException as e:  # noqa: BLE001 - raised where it is awaited
            answered.set_exception(e)

    threading.Thread(target=run, daemon=True).start()
    await asyncio.wrap_future(answered)


def _write(file: Path, text: str) -> None:
    """Beside its final name and renamed when whole; nobody else may read it at any time."""
    try:
        handle, beside = tempfile.mkstemp(prefix=".login-", dir=file.absolute().parent)
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(text)
        Path(beside).chmod(OWNER_ONLY)
        Path(beside).replace(file)
    except OSError as e:
        raise BadInput(f"the login cannot be saved: {e.strerror}", where=str(file), next_step="name another file") from None
