"""When a page is ready. The only file that waits, and it waits on conditions: quiet network, quiet document, two looks."""

import asyncio
import contextlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

from playwright.async_api import Error, Page, Request, WebSocket

from offswitch_crawler.guard import was_stopped
from offswitch_crawler.scripts import source
from offswitch_crawler.world import evaluate, hasten

QUIET = source("native", "quiet", returns="quiet(argument)")
QUIET_MS = 150
BUSY_MS = 2500
CAP_SECONDS = 10.0
ANIMATION_RATE = 5
"""How much faster animations and transitions run after a click than they are written: sliding is no reason to wait.

While a document loads they keep their pace, for they may be all that tells that an application is starting.
"""
HASTEN_SECONDS = 2
# Answers that never end (event streams, long polls) are no reason to wait.
ENDLESS = frozenset({"eventsource", "websocket", "media", "ping", "beacon"})
BRINGS = frozenset({"document", "fetch", "xhr", "script"})
"""What a click may ask for, and shows only once it is there."""
ASKED_SECONDS = 1.0
"""What is asked for so soon after a click is asked for by it."""


LEAST_HUNG = 2
SHARE_HUNG = 1 / 3
"""Requests of one form that so often had no answer within half the cap, of so many as were answered, are polls that wait for news."""


@dataclass
class Polls:
    """Which requests are left without an answer on every page: they are told by their form, for each has an address of its own."""

    hung: Counter[str] = field(default_factory=Counter)
    answered: Counter[str] = field(default_factory=Counter)
    left: set[Request] = field(default_factory=set)
    idle: Counter[str] = field(default_factory=Counter)
    """How often what a click has asked for came late and changed nothing."""
    lost: Counter[str] = field(default_factory=Counter)
    """How often it was waited for and did not come, and the click had changed nothing."""

    def leave(self, requests: set[Request]) -> None:
        """Say that these were waited for in vain."""
        self.hung.update(_form(r) for r in requests)
        self.left |= requests

    def answer(self, request: Request) -> None:
        """Say that one was answered; late is as good as never."""
        if request in self.left:
            self.left.discard(request)
        else:
            self.answered[_form(request)] += 1

    def brings(self, request: Request) -> bool:
        """Whether what a click asks for may be what it leads to."""
        return request.resource_type in BRINGS and self.idle[_form(request)] < LEAST_HUNG and not self.is_one(request)

    def came_idly(self, requests: Iterable[Request]) -> None:
        """Say that clicks asked for these, and that they changed nothing."""
        self.idle.update(_form(r) for r in requests)

    def lose(self, requests: Iterable[Request]) -> None:
        """Say that clicks asked for these, that none came, and that nothing else did."""
        self.lost.update(_form(r) for r in requests)

    def may_come(self, requests: Iterable[Request]) -> bool:
        """Whether any of these is worth a longer wait."""
        return any(self.lost[_form(r)] < LEAST_HUNG for r in requests)

    def is_one(self, request: Request) -> bool:
        """Whether a request that has just begun is one for which no page need wait."""
        form = _form(request)
        hung = self.hung[form]
        return hung >= LEAST_HUNG and hung >= SHARE_HUNG * self.answered[form]


def _form(request: Request) -> str:
    """Method and address without what differs from one page to the next: values, numbers, names that hold digits."""
    parts = urlsplit(request.url)
    path = "/".join("#" if any(c.isdigit() for c in s) else s for s in parts.path.split("/"))
    keys = sorted({k for k, _ in parse_qsl(parts.query, keep_blank_values=True)})
    return f"{request.method} {parts.netloc}{path}?{'&'.join(keys)}"


@dataclass
class Network:
    """The requests of one page that are under way."""

    page: Page
    pending: set[Request] = field(default_factory=set)
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    frames: Counter[str] = field(default_factory=Counter)
    """WebSocket frames sent while the page was at rest, by the socket's address."""
    at_rest: bool = False
    """Whether the page has settled since something was last done on it."""
    stopped: int = 0
    """How many were stopped because they would write."""
    polls: Polls = field(default_factory=Polls)
    asked: set[Request] = field(default_factory=set)
    """What the last click has asked for, and what was asked for when that came; without an answer so far."""
    asked_at: float = -ASKED_SECONDS
    leaves: bool = False
    """Whether the last click has asked for another document: what is asked for then is asked for by that."""

    def __post_init__(self) -> None:
        self.page.on("request", self._begun)
        self.page.on("requestfinished", self._answered)
        self.page.on("requestfailed", self._failed)
        self.page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framesent", lambda _: self._sent(socket.url))

    def _sent(self, url: str) -> None:
        self.frames[url] += self.at_rest

    def acts(self) -> None:
        """Say that the page is clicked now."""
        self.at_rest = False
        self.asked.clear()
        self.leaves = False
        self.asked_at = asyncio.get_running_loop().time()

    def _begun(self, request: Request) -> None:
        leaves = request.resource_type == "document" and request.frame == self.page.main_frame
        by_click = self.asked or asyncio.get_running_loop().time() - self.asked_at < ASKED_SECONDS
        if by_click and self.polls.brings(request) and (leaves or not self.leaves):
            self.asked.add(request)
            self.leaves = self.leaves or leaves
        if request.resource_type not in ENDLESS and not self.polls.is_one(request):
            self.pending.add(request)

    def _answered(self, request: Request) -> None:
        self.polls.answer(request)
        self._ended(request)

    def _ended(self, request: Request) -> None:
        self.pending.discard(request)
        self.asked.discard(request)
        self.changed.set()

    def _failed(self, request: Request) -> None:
        self.stopped += was_stopped(request.method, request.url, request.failure or "")
        self.polls.left.discard(request)
        self._ended(request)

    async def quiet(self, seconds: float) -> bool:
        """Wait until nothing is under way, at most so long; what is still under way then is taken for endless."""
        if await self._ends(self.pending, seconds):
            return True
        self.polls.leave(self.pending - self.asked)
        self.pending.clear()
        return False

    async def answered(self, seconds: float) -> bool:
        """Wait until what the last click has asked for has come, at most so long; whether it has."""
        return await self._ends(self.asked, seconds)

    async def _ends(self, requests: set[Request], seconds: float) -> bool:
        deadline = asyncio.get_running_loop().time() + seconds
        while requests:
            self.changed.clear()
            try:
                await asyncio.wait_for(self.changed.wait(), deadline - asyncio.get_running_loop().time())
            except TimeoutError:
                return False
        return True


async def settle(page: Page, network: Network, never: set[str], still_ms: float = QUIET_MS) -> None:
    """Return when the page is ready, or when the cap has passed: some pages never rest.

    never: parts that say they are filling and never are filled; those found are added.
    still_ms: for how long nothing may have moved.
    """
    network.at_rest = False
    await _at_rest(page, network, never, still_ms)
    network.at_rest = True


async def _at_rest(page: Page, network: Network, never: set[str], still_ms: float) -> None:
    deadline = asyncio.get_running_loop().time() + CAP_SECONDS
    while (left := deadline - asyncio.get_running_loop().time()) > 0:
        if unfilled := await _document_quiet(page, left, never, still_ms):
            never.add(unfilled)
        if not network.pending:
            return
        await network.quiet(min(left, CAP_SECONDS / 2))


async def _document_quiet(page: Page, seconds: float, never: set[str], still_ms: float) -> str:
    arguments = {"still": still_ms, "busy": BUSY_MS, "cap": seconds * 1000, "never": sorted(never)}
    try:
        async with asyncio.timeout(seconds + 1):
            return str(await evaluate(page, QUIET, arguments))
    except TimeoutError:
        return ""  # a page that blocks its own thread


async def hurry(page: Page, rate: float = ANIMATION_RATE) -> None:
    """Let the animations of a page run so many times as fast, until that is changed; a page that does not answer is left."""
    with contextlib.suppress(Error, TimeoutError):
        await asyncio.wait_for(hasten(page, rate), HASTEN_SECONDS)


async def until(moment: float) -> None:
    """Return at a moment of the loop's clock (`time.monotonic`)."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[None] = loop.create_future()
    loop.call_at(moment, _resolve, done)
    await done


def _resolve(future: asyncio.Future[None]) -> None:
    if not future.done():
        future.set_result(None)
