"""Windows that a page opens: each is closed, and its address belongs to the click that opened it and to no other."""

import asyncio
import contextlib
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import Error, Page

from offswitch_crawler.answering import close

ACTIVATION_SECONDS = 5.0
"""How long after a click Chromium lets its page open windows; what comes later is stopped in a person's browser."""
AT_ONCE_SECONDS = 0.05
"""What a click itself opens is announced by the time its events are handled, or so soon after."""


@dataclass
class Window:
    """One window that opened."""

    address: str
    document: int
    """Number of the document whose page opened it."""
    click: int
    """Number of the click during which it opened; 0 where that click was over."""
    asked: bool = True
    """Whether the browser itself ties it to a click."""
    at: float = 0
    """When it opened, by the loop's clock."""
    known: asyncio.Event = field(default_factory=asyncio.Event)
    """Whether its address will not change any more."""


@dataclass
class Windows:
    """The windows of one page. The browser says at once that one opens; the window itself comes when its site answers."""

    page: Page
    document: int = 0
    click: int = 0
    """The click under way, 0 where none is."""
    clicked: float = 0
    """When the last click began, by the loop's clock, and on which document."""
    clicked_document: int = -1
    idle_document: int = -1
    """On which document a click last seemed to do nothing: its window may still come."""
    opened: list[Window] = field(default_factory=list)
    _expected: deque[Window] = field(default_factory=deque)
    """What was announced and has not come."""
    _listening: bool = False
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.page.on("popup", self._came)

    async def listen(self) -> None:
        """Be told of windows as soon as they are asked for, where the browser can say so."""
        if self._listening:
            return
        self._listening = True
        with contextlib.suppress(Error):
            session = await self.page.context.new_cdp_session(self.page)
            session.on("Page.windowOpen", self._announced)
            await session.send("Page.enable")

    def _announced(self, event: dict[str, Any]) -> None:
        """A window that no click asked for is stopped by the browser: it is announced and never comes."""
        if event["userGesture"]:
            self._expected.append(self._open(str(event["url"]), self.click))

    def began(self, click: int) -> bool:
        """A click begins; whether it is the first on this document."""
        first = self.clicked_document != self.document
        self.click, self.clicked, self.clicked_document = click, asyncio.get_running_loop().time(), self.document
        return first

    def _open(self, address: str, click: int) -> Window:
        window = Window(address, self.document, click, at=asyncio.get_running_loop().time())
        if not is_blank(address):
            window.known.set()
        self.opened.append(window)
        self._changed.set()
        return window

    async def _came(self, page: Page) -> None:
        window = self._expected.popleft() if self._expected else self._open(page.url, self.click)
        if window is not None and not window.known.is_set():
            with contextlib.suppress(Error):  # a window that never gets an address is recorded as opened
                await page.wait_for_url(
                    lambda url: not is_blank(url), wait_until="commit", timeout=ACTIVATION_SECONDS * 1000
                )
            window.address = page.url
            window.known.set()
        await close(page)

    async def of(self, click: int, patience: float) -> list[Window]:
        """The windows that a click has opened, with their addresses; waited for at most so many seconds."""
        deadline = asyncio.get_running_loop().time() + patience
        while not (found := [w for w in self.opened if w.click == click]):
            self._changed.clear()
            try:
                await asyncio.wait_for(self._changed.wait(), deadline - asyncio.get_running_loop().time())
            except TimeoutError:
                break
        for window in found:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(window.known.wait(), ACTIVATION_SECONDS)
        return found

    def is_doubtful(self, window: Window, first: bool, handled: float) -> bool:
        """Whether an earlier click on the same document may have opened a window that came with a later one.

        first: whether that was the first click on the document. handled: when its events were, by the loop's clock.
        """
        prompt = window.at <= handled + AT_ONCE_SECONDS
        return not first and (not prompt or self.idle_document == window.document)

    async def late(self, *, wait: bool = False) -> list[Window]:
        """Windows that opened when their click was over, each given out once; with `wait`, one may still come."""
        if wait and self.clicked_document == self.document:
            await self.of(0, self.clicked + ACTIVATION_SECONDS - asyncio.get_running_loop().time())
        found = [w for w in self.opened if not w.click]
        self.opened = [w for w in self.opened if w.click]
        return found


def is_blank(address: str) -> bool:
    """Whether a window has no address, or none yet."""
    return address in ("", "about:blank")
