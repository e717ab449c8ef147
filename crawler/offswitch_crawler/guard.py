"""The write guard: requests that could change something are stopped and recorded. Knows no doors and no screens."""

import re
from collections import Counter
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from urllib.parse import urlsplit

from playwright.async_api import BrowserContext, Error, Request, Route, WebSocketRoute

from offswitch_crawler.addresses import acts_as_page, acts_when_fetched
from offswitch_crawler.ahead import withhold
from offswitch_crawler.departing import watch
from offswitch_crawler.posted_queries import called, is_query
from offswitch_crawler.profile import AllowedWrite
from offswitch_crawler.signing_out import ends_session
from offswitch_crawler.sites import private, without_secrets
from offswitch_recording.schema import Blocked, Failure

READS = frozenset({"GET", "HEAD", "OPTIONS"})
LOADED = frozenset({"stylesheet", "script", "font", "manifest", "texttrack"})
"""What a page is made of: code that is withheld breaks it, and acts by being run, not by being fetched."""
SENT_ONLY = frozenset({"ping", "beacon", "cspreport", "cspviolationreport"})
"""Kinds of requests to which no page can read an answer, as Playwright and the browser call them."""
# A shared worker's requests pass no route; pages do without one, or say so.
NO_SHARED_WORKER = "delete globalThis.SharedWorker;"
# Sockets of workers, of sandboxed frames and of streams pass no route. Behind a proxy of the profile's nothing else stops them.
NO_OTHER_SOCKET = (
    "delete globalThis.Worker; delete globalThis.WebSocketStream; if (origin === 'null') delete globalThis.WebSocket;"
)
MayEnter = Callable[[str], Awaitable[bool]]


@dataclass
class Guard:
    """Stops writes in one browser context. `screen` and `during` are set by whoever walks, for the record."""

    allowed: list[AllowedWrite] = field(default_factory=list)
    websockets: str = "allow"
    start: str = ""
    """Where the walk begins: whoever names an address wants it loaded, unless it signs out."""
    proxied: bool = False
    """Whether the profile names a proxy."""
    screen: str | None = None
    during: str = "look"
    open: bool = False
    """True only during a login by steps."""
    may_enter: MayEnter | None = None
    """Whether a page may be loaded into a window: what robots.txt forbids may not. Addresses that were refused stand in `refused`."""
    refused: list[str] = field(default_factory=list)
    public_only: bool = False
    """Whether private addresses are out of reach: they are where the walk began at a public one."""
    unwatched: str = ""
    """Why the browser does not tell what a page sends while it goes away; empty where it does."""
    unreached: Counter[str] = field(default_factory=Counter)
    """Private addresses that were asked for all the same, without their queries."""
    blocked: Counter[tuple[str, str, str | None, str]] = field(default_factory=Counter)
    calls: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    """By method and address of what was stopped: what the bodies said that they call (JSON-RPC)."""
    sent_only: set[tuple[str, str]] = field(default_factory=set)
    """Method and address of what asks for no answer: beacons, pings and reports."""

    async def attach(self, context: BrowserContext) -> None:
        """Put the guard on a context, before its first page is opened."""
        await context.add_init_script(NO_SHARED_WORKER)
        await withhold(context)
        await context.route("**/*", self._handle)
        self.unwatched = await watch(context, self.reaches, self.may_pass, self._sent)
        if self.websockets == "block":
            await context.route_web_socket(re.compile(".*"), self._refuse_socket)
            if self.proxied:
                await context.add_init_script(NO_OTHER_SOCKET)

    async def _handle(self, route: Route, request: Request) -> None:
        try:
            if not self.reaches(request.url):
                await route.abort("addressunreachable")
                return
            if self.may_enter and _is_page(request) and not await self.may_enter(request.url):
                self.refused.append(request.url)
                await route.abort("aborted")  # the page stays where it is
                return
            whole = _is_page(request)
            self._sent(request.resource_type, request.method, request.url)
            if _is_code(request) or self.may_pass(request.method, request.url, request.post_data, whole):
                await route.continue_()
                return
            await route.abort("aborted" if whole else "blockedbyclient")  # a window stays where it is
        except Error:
            return  # the page or its context is gone: nothing was sent

    def reaches(self, url: str) -> bool:
        """Whether an address may be asked at all; one that may not is put down."""
        if not (self.public_only and private(url)):
            return True
        self.unreached[without_secrets(url).partition("?")[0]] += 1
        return False

    def _sent(self, kind: str, method: str, url: str) -> None:
        if kind.casefold() in SENT_ONLY:
            self.sent_only.add((method, without_secrets(url)))

    def may_pass(self, method: str, url: str, body: str | None, document: bool) -> bool:
        """Whether a request only reads, or a login is under way; what may not pass is recorded.

        `document`: whether a window as a whole is asked for. It goes where a door leads, and doors are weighed before.
        """
        if self.open or self.only_reads(method, url, body):
            return True
        if method in READS and not (self._acts_as_window(url) if document else acts_when_fetched(url)):
            return True
        self._record(method, url, body)
        return False

    def _acts_as_window(self, url: str) -> bool:
        return ends_session(url) or (url != self.start and acts_as_page(url))

    async def _refuse_socket(self, socket: WebSocketRoute) -> None:
        self._record("WEBSOCKET", socket.url)
        await socket.close()

    def _record(self, method: str, url: str, body: str | None = None) -> None:
        self.blocked[method, without_secrets(url), self.screen, self.during] += 1
        if name := called(body):
            self.calls.setdefault((method, without_secrets(url)), set()).add(name)

    def only_reads(self, method: str, url: str, body: str | None) -> bool:
        """Whether a request reads, though its method or address says otherwise: a query that is posted, or what the profile allows."""
        if method == "POST" and is_query(body):
            return True
        return any(_allows(a, method, url, body or "") for a in self.allowed)

    def failures(self) -> list[Failure]:
        """Private addresses that a public site led to, none of which was asked; and what could not be watched."""
        unseen = f"what pages send while they go away was not watched in this browser: {self.unwatched}"
        return [
            *([Failure(where="guard", what=unseen)] if self.unwatched else []),
            *(
                Failure(
                    where="guard",
                    what=f"{n} requests to the private address {url} were stopped: the walk began at a public one",
                )
                for url, n in self.unreached.items()
            ),
        ]

    def belongs(self, before: Counter[tuple[str, str, str | None, str]], screen: str) -> None:
        """Say that what was stopped since `before` was tried by this screen: a click's next screen tries while it loads."""
        for key, n in (self.blocked - before).items():
            method, url, _, during = key
            self.blocked[key] -= n
            self.blocked[method, url, screen, during] += n
        self.blocked += Counter()  # without those of which none is left

    def emptied(self, bare: Collection[str]) -> set[str]:
        """Those of the screens that stayed empty for which a stopped request may be the reason: it asks for an answer, and no screen
        that shows something sends the same. What is sent from everywhere counts visits and fills nothing."""
        elsewhere = {(method, url) for method, url, screen, _ in self.blocked if screen not in bare}
        fills = [key for key in self.blocked if key[:2] not in self.sent_only and key[:2] not in elsewhere]
        named = [key for key in self.blocked if key[:2] in self.calls]
        return {key[2] for key in (*fills, *named) if key[2] in bare and key[2] is not None}

    def record(self, bare: Collection[str] = ()) -> list[Blocked]:
        """What was stopped, for the recording; what a bare screen asked for is named as needed."""
        return [self._blocked(*key, n, needed=key[2] in bare) for key, n in self.blocked.items()]

    def _blocked(self, method: str, url: str, screen: str | None, during: str, count: int, *, needed: bool) -> Blocked:
        calls = self.calls.get((method, url), set())
        allow = _line(method, url, calls) if needed or calls else ""
        answer = (method, url) not in self.sent_only
        return Blocked(
            method=method, url=url, screen=screen, during=during, count=count, answer=answer, needed=needed, allow=allow
        )


def _line(method: str, url: str, calls: Collection[str]) -> str:
    """What a profile says under `allow_writes` to let such requests pass; of calls by name only those that were stopped."""
    if method == "WEBSOCKET":
        return "websockets: allow"
    names = "|".join(re.escape(name) for name in sorted(calls))
    body = f""", body: '"method"\\s*:\\s*"(?:{names})"'""" if names else ""
    return f'{{method: {method}, url: "**{urlsplit(url).path}*"{body}}}'


def was_stopped(method: str, url: str, failure: str) -> bool:
    """Whether a request that failed is one that a guard stops; a window's is broken off, as a person may break off any."""
    return "BLOCKED_BY_CLIENT" in failure or ("ABORTED" in failure and (method not in READS or acts_as_page(url)))


def _is_code(request: Request) -> bool:
    """Whether it is what a page is made of, by its kind and by an address that is no deed: a file may be called as it likes."""
    kept_as_file = "." in urlsplit(request.url).path.rpartition("/")[2]
    return request.resource_type in LOADED and (kept_as_file or not acts_when_fetched(request.url))


def _is_page(request: Request) -> bool:
    """Whether a whole window asks; one that has only just opened has no frame yet."""
    if not request.is_navigation_request() or request.url.endswith("/robots.txt"):
        return False
    try:
        return request.frame.parent_frame is None
    except Error:
        return True


def _allows(entry: AllowedWrite, method: str, url: str, body: str) -> bool:
    same = entry.method.upper() == method and fnmatchcase(url, entry.url)
    return same and (entry.body is None or re.search(entry.body, body) is not None)
