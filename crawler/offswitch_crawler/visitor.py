"""One page of the browser: where it stands, how it looks, and one click. Every arrival is settled and looked at."""

import asyncio
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.async_api import Dialog, Error, Page, Response

from offswitch_crawler import hand
from offswitch_crawler.answering import close
from offswitch_crawler.clicked import Clicked
from offswitch_crawler.coming import answers, comes_up, sent_on
from offswitch_crawler.fingerprint import Fingerprint, Part, fingerprint
from offswitch_crawler.look import find
from offswitch_crawler.naming import Naming
from offswitch_crawler.politeness import Rate
from offswitch_crawler.scroll import stepped, survey
from offswitch_crawler.seen import Look, Ref, SeenDoor
from offswitch_crawler.settle import QUIET_MS, Network, Polls, hurry, settle
from offswitch_crawler.sights import Sights
from offswitch_crawler.sites import normalised
from offswitch_crawler.touch import point
from offswitch_crawler.windows import ACTIVATION_SECONDS, Windows, is_blank
from offswitch_recording.doors import Locator

LOAD_MS = 30_000
LOOK_SECONDS = 20
PATIENCE = 4
"""Further looks at a screen of the right address that is not yet what it was."""
FILL_SECONDS = 6
"""How long a screen that shows nothing but parts of what it was is looked at again: an application starts. And how long a notice
may lie over a door."""
AGREE_MS = 600
"""Between two looks that must agree before a screen counts as read, or a click as one that did nothing."""
NEWS_LOOKS = 3
"""How often it is looked whether what a click seems to have brought stays."""
GOES_ON = re.compile("navigated or closed|context was destroyed|context with specified id", re.IGNORECASE)
"""What the browser says where a page went on to another by itself while it was looked at: that one is looked at."""


@dataclass
class Visitor:
    """One page and what it sees now."""

    page: Page
    rate: Rate
    viewport: tuple[int, int] = (1280, 800)
    look: Look | None = None
    print: Fingerprint | None = None
    clicks: int = 0
    loads: int = 0
    never_filled: set[str] = field(default_factory=set)
    """Parts of pages that say they are filling, and were waited for in vain."""
    barren: set[str] = field(default_factory=set)
    """Addresses that showed nothing to act on, and were waited for in vain."""
    curtained: set[str] = field(default_factory=set)
    """Addresses at which something stays over a door."""
    scrolled_full: set[str] = field(default_factory=set)
    """Screens, by digest, that filled only when they were scrolled: waiting at their top is in vain."""
    dialogs: int = 0
    trail: list[Fingerprint] = field(default_factory=list)
    """What was seen before each entry of the history since the last address was loaded."""
    frames: Counter[str] = field(default_factory=Counter)
    """WebSocket frames sent at rest, by address; one count for all pages of a walk."""
    polls: Polls = field(default_factory=Polls)
    naming: Naming = field(default_factory=Naming)
    """What tells one address from another; one for all pages of a walk."""
    network: Network = field(init=False)
    windows: Windows = field(init=False)
    sights: Sights = field(init=False)
    status: int | None = None
    """Status of the last document that was loaded."""
    documents: int = 0
    """How many documents were loaded so far."""
    seen_at: float = 0
    """When the last look began, by the loop's clock."""
    before: tuple[int, Look, Fingerprint] | None = None
    """What was seen right before the last click, and on which document."""
    restless: set[Part] = field(default_factory=set)
    """Doors and headings that came and went without a click: adverts and pictures that turn."""
    news: frozenset[Part] = frozenset()
    """What the last click has brought onto a screen that is otherwise the one before."""
    hovering: bool = False
    """Whether the pointer rests where it may hold a menu open."""
    known: Callable[[], Iterable[Fingerprint]] = tuple
    """The screens that are known: where several look alike, it is the likest."""

    def __post_init__(self) -> None:
        if self.page.viewport_size:
            self.viewport = (self.page.viewport_size["width"], self.page.viewport_size["height"])
        self._listen()

    def _listen(self) -> None:
        self.network = Network(self.page, frames=self.frames, polls=self.polls)
        self.windows = Windows(self.page, self.documents)
        self.sights = Sights(self.page)
        self.page.set_default_timeout(LOAD_MS)
        self.page.on("dialog", self._answer)
        self.page.on("response", self._remember)
        self.page.on("response", self._calm)

    async def _answer(self, dialog: Dialog) -> None:
        self.dialogs += 1
        try:
            await (dialog.accept() if dialog.type == "beforeunload" else dialog.dismiss())
        except Error:
            return  # it closed itself

    def _is_document(self, response: Response) -> bool:
        request = response.request
        return request.is_navigation_request() and request.frame == self.page.main_frame

    async def _calm(self, response: Response) -> None:
        """A document that a click loads runs at its own pace."""
        if self._is_document(response):
            await hurry(self.page, 1)

    def _remember(self, response: Response) -> None:
        if self._is_document(response):
            self.status = response.status
            self.documents += 1
            self.windows.document = self.documents

    async def renew(self) -> None:
        """Replace a page that crashed, hangs or misbehaves by a new one that stands nowhere."""
        old, self.page = self.page, await self.page.context.new_page()
        self.look = self.print = None
        self.hovering = False
        self.trail.clear()
        self.documents += 1
        self._listen()
        await close(old)

    async def forget(self) -> None:
        """Stand on a blank page, which sends nothing."""
        self.look = self.print = None
        self.hovering = False
        self.trail.clear()
        try:
            await self.page.goto("about:blank", timeout=LOAD_MS)
        except Error:
            await self.renew()

    async def see(self, still_ms: float = QUIET_MS, *, scrolled: bool = False) -> Look:
        """Settle, look, and remember what is seen. Raises playwright's Error where the page does not answer.

        scrolled: the page was scrolled since the last look, and is looked at only if that has changed it.
        """
        for last in (False, False, True):
            try:
                self.look = await self._settled(still_ms, self.look if scrolled else None)
                break
            except Error as e:
                if last or not GOES_ON.search(e.message):
                    raise
        assert self.look is not None
        self.naming.learn(self.look)
        self.print = fingerprint(self.look, self.naming.normalised(self.look.url), self.naming.things(self.look))
        return self.look

    async def _settled(self, still_ms: float, before: Look | None) -> Look:
        await settle(self.page, self.network, self.never_filled, still_ms)
        self.seen_at = asyncio.get_running_loop().time()
        try:
            return await asyncio.wait_for(self.sights.look(before), LOOK_SECONDS)
        except TimeoutError:
            self.look = self.print = None
            raise Error("the page does not answer") from None

    async def see_again(self, since: float) -> Look:
        """A second look, AGREE_MS or more after `since` (loop's clock): what fills from a timer or a cache shows no sign of it."""
        passed = (asyncio.get_running_loop().time() - since) * 1000
        return await self.see(max(QUIET_MS, AGREE_MS - passed))

    async def go(self, url: str) -> int | None:
        """Load an address, settle and look; the HTTP status, None where there is none. Raises playwright's Error."""
        await self.rate.wait(url)
        self.loads += 1
        self.network.at_rest = False
        self.trail.clear()
        if self.hovering:
            await self.withdraw()
        await self.windows.listen()
        response = await self.page.goto(url, wait_until="commit", timeout=LOAD_MS)
        await self.see()
        await comes_up(self, url)
        return response.status if response else None

    async def back(self, steps: int = 1) -> None:
        """Back in the history of the page, settled and looked at."""
        if self.hovering:
            await self.withdraw()
        for _ in range(steps):
            self.loads += 1
            self.trail.pop()
            await self.page.go_back(wait_until="commit", timeout=5000)
        await self.see()

    async def escape(self) -> None:
        """Press Escape, settle and look."""
        await hand.press(self.page, "Escape")
        await self.see()

    async def click(self, wanted: Locator, *, patient: bool = False, scroll: bool = True) -> Clicked:
        """Click a door with a real mouse click; settled and looked at afterwards.

        With `patient`, a click that does nothing is given the time in which it may still open a window; with `scroll`, a door
        that is gone is looked for further down.
        """
        seen, x, y, why = await self._aim(wanted)
        if why:  # what is still unfolding can be clicked a moment later
            await self.see()
            seen, x, y, why = await self._aim(wanted)
        if (
            why == "gone"
            and scroll
            and not self.hovering
            and await self.scroll_until(lambda look: isinstance(find(look, wanted), SeenDoor))
        ):
            seen, x, y, why = await self._aim(wanted)
        if why == "covered" and patient:
            seen, x, y, why = await self._uncovered(wanted)
        if seen is None or why:
            return Clicked(False, why)
        before, self.status = self.documents, None
        url, seen_before = self.page.url, self.print
        self.before = (before, self.look, self.print) if self.look and self.print else None
        self.clicks += 1
        if seen.href and urlsplit(seen.href).scheme.startswith("http"):
            await self.rate.wait(seen.href)
        await hurry(self.page)
        first = self.windows.began(self.clicks)
        self.network.acts()
        try:
            await hand.click(self.page, x, y)
            handled = asyncio.get_running_loop().time()
            if seen.href and (self.hovering or seen.hovers):
                await self.withdraw()  # else the same menu opens over the page to which it leads
            await self.see()
            unanswered = await answers(self, seen_before)
            if self.documents > before:
                await sent_on(self)
            await hurry(self.page, 1)  # what is loaded next keeps its pace
            still = self.documents == before and seen_before is not None and self.stands_on(seen_before)
            windows = await self.windows.of(self.clicks, ACTIVATION_SECONDS if patient and still else 0)
        finally:
            self.windows.click = 0
        if self.page.url != url and seen_before is not None:
            self.trail.append(seen_before)
        windows = [w for w in windows if not is_blank(w.address)]  # an empty window leads nowhere
        if still and not windows:
            self.windows.idle_document = before
        if not windows:
            return Clicked(True, "", self.status, navigated=self.documents > before, unanswered=unanswered)
        window = windows[-1]
        named = normalised(window.address) == normalised(seen.href)
        doubtful = not (patient or named) and self.windows.is_doubtful(window, first, handled)
        return Clicked(True, "", self.status, window.address, doubtful, self.documents > before)

    async def point_at(self, wanted: Locator, *, right: bool = False) -> Clicked:
        """Let the pointer rest on a door, or right-click it; settled and looked at afterwards, twice where nothing came.

        A pointer that holds a menu open goes straight on to what stands in it.
        """
        if not self.hovering:
            await self.withdraw()
        seen, x, y, why = await self._aim(wanted)
        if seen is None or why:
            return Clicked(False, why)
        self.before = (self.documents, self.look, self.print) if self.look and self.print else None
        self.network.at_rest = False
        self.clicks += right
        await hurry(self.page)
        await hand.move(self.page, x, y)
        await hand.move(self.page, x + 1, y)  # some open only under a pointer that has come to rest
        self.hovering = not right
        if right:
            await hand.click(self.page, x, y, right=True)
        before = self.print
        await self.see()
        if before is not None and self.print == before:
            await self.see_again(self.seen_at)
        await hurry(self.page, 1)
        return Clicked(True)

    async def withdraw(self) -> None:
        """Take the pointer to the far corner of the window, where it holds no menu open."""
        self.hovering = False
        await hand.move(self.page, self.viewport[0] - 1, self.viewport[1] - 1)

    async def leave(self) -> None:
        """Take the pointer off the menu that it holds open, settle and look."""
        await self.withdraw()
        await self.see()

    async def scroll_until(self, shows: Callable[[Look], bool]) -> bool:
        """Scroll all that scrolls by steps until a look shows what is wanted; stays there, or ends at the top."""
        if self.look is None:
            return False
        async for _ in stepped(self):
            if self.look and shows(self.look):
                return True
        await self.see()
        return False

    async def _aim(self, wanted: Locator) -> tuple[SeenDoor | None, float, float, str]:
        """The door and where to click it, or why it cannot be clicked."""
        seen = find(self.look, wanted) if self.look else None
        if not isinstance(seen, SeenDoor):
            return None, 0, 0, "gone"
        x, y, ok, why = await point(self.page, seen.place.ref)
        return seen, x, y, "" if ok else why or "covered"

    async def _uncovered(self, wanted: Locator) -> tuple[SeenDoor | None, float, float, str]:
        """`_aim`, once what lies over a door has gone by itself: notices do. Where one stays, its page is not waited for again."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + FILL_SECONDS
        aimed = await self._aim(wanted)
        while aimed[3] == "covered" and self.page.url not in self.curtained and loop.time() < deadline:
            await self.see_again(self.seen_at)
            aimed = await self._aim(wanted)
        if aimed[3] == "covered":
            self.curtained.add(self.page.url)
        return aimed

    async def brought(self) -> frozenset[Part]:
        """Looks again, and says which doors and headings the last click has brought that stay, on one document and address.

        What is gone by the next look came by itself: it is remembered as restless.
        """
        new = self._new()
        for _ in range(NEWS_LOOKS):
            await self.see_again(self.seen_at)
            again = self._new()
            if again == new:
                return again
            self.restless |= new - again
            new = again
        return frozenset()

    def _new(self) -> frozenset[Part]:
        if self.before is None or self.before[0] != self.documents or self.print is None:
            return frozenset()
        old = self.before[2]
        return self.print.parts - old.parts - self.restless if self.print.url == old.url else frozenset()

    @property
    def unmoved(self) -> bool:
        """Whether the last click has changed nothing of what is seen."""
        return self.before is not None and self.before[0] == self.documents and self.before[2] == self.print

    @property
    def stood(self) -> frozenset[Ref]:
        """What could be seen right before the last click and may stand there still; nothing where another document came."""
        if self.before is None or self.before[0] != self.documents:
            return frozenset()
        look = self.before[1]
        return frozenset(p.ref for p in (*(c.place for c in look.controls), *(d.place for d in look.doors)) if p.visible)

    def stands_on(self, wanted: Fingerprint) -> bool:
        """Whether what is seen now is that screen, and no other known one more than that."""
        now = self.print
        if now is None or not now.same(wanted):
            return False
        share = now.share(wanted)
        return not any(now.share(other) > share for other in self.known() if now.same(other))

    async def arrives_at(self, wanted: Fingerprint) -> bool:
        """Whether this is that screen, now or as soon as it has filled: some fill long after all is quiet."""
        deadline, looks = asyncio.get_running_loop().time() + FILL_SECONDS, 0
        while not self.stands_on(wanted):
            now = self.print
            if now is None or now.url != wanted.url or now.controls > wanted.controls:
                return False
            filling = now.parts < wanted.parts and now.controls <= wanted.controls
            in_vain = wanted.digest() in self.scrolled_full
            if in_vain or (looks >= PATIENCE and not (filling and asyncio.get_running_loop().time() < deadline)):
                break
            await self.see()
            looks += 1
        else:
            return True
        if self.hovering:
            return False
        await survey(self)  # some fill only when they are scrolled
        if self.stands_on(wanted):
            self.scrolled_full.add(wanted.digest())
            return True
        self.scrolled_full.discard(wanted.digest())
        return False
