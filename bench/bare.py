"""A bare Playwright script that visits each screen of a recording once by the cheapest route: what a walk is held against.

It knows the site already: no search, no reading, no undoing. A page is loaded by its address (one navigation), what opens in
place is opened where its parent stands (one click). It waits by the walker's own rule (all is quiet, and two looks agree that are
AGREE_MS apart; its look is the text of the page alone) and takes as many pictures.
"""

import asyncio
import time
from dataclasses import dataclass, field
from pathlib import Path

from playwright.async_api import BrowserContext, Error, Locator, Page, async_playwright

from offswitch_crawler.browser import ARGUMENTS, find
from offswitch_crawler.guard import Guard
from offswitch_crawler.login import log_in
from offswitch_crawler.politeness import Rate
from offswitch_crawler.profile import Profile
from offswitch_crawler.scroll import LATE_LOOKS
from offswitch_crawler.settle import QUIET_MS, Network, settle
from offswitch_crawler.visitor import AGREE_MS, Visitor
from offswitch_recording.doors import Step
from offswitch_recording.schema import Recording, Screen
from offswitch_recording.words import Action, Button, ScreenKind

CLICK_MS = 1500
TEXT = "() => document.documentElement.innerText"
OVER = (ScreenKind.DIALOG, ScreenKind.MENU)


@dataclass
class Bare:
    """What the script did."""

    clicks: int = 0
    loads: int = 0
    visited: int = 0
    missed: list[str] = field(default_factory=list)
    seconds: float = 0

    @property
    def moves(self) -> int:
        """Clicks and navigations."""
        return self.clicks + self.loads


def visit(recording: Recording, folder: Path, profile: Profile, user_data_dir: Path | None = None) -> Bare:
    """Visit all screens of a recording; pictures go into a folder. The browser's start is in the seconds."""
    return asyncio.run(_visit(recording, folder, profile, user_data_dir))


async def _visit(recording: Recording, folder: Path, profile: Profile, user_data_dir: Path | None) -> Bare:
    done, began = Bare(), time.monotonic()
    folder.mkdir(parents=True, exist_ok=True)
    async with async_playwright() as playwright:
        chosen = {"executable_path": str(find().path), "args": [*ARGUMENTS, "--no-sandbox"]}
        size = {"width": 1280, "height": 800}
        if user_data_dir is not None:
            context: BrowserContext = await playwright.chromium.launch_persistent_context(
                str(user_data_dir), viewport=size, **chosen
            )
        else:
            browser = await playwright.chromium.launch(**chosen)
            context = await browser.new_context(viewport=size, storage_state=profile.storage_state)
        page = context.pages[0] if context.pages else await context.new_page()
        await log_in(Visitor(page, Rate(0)), profile.login, recording.start_url, Guard())
        await _Script(recording, page, folder, done).run()
        await context.close()
    done.seconds = time.monotonic() - began
    return done


class _Script:
    def __init__(self, recording: Recording, page: Page, folder: Path, done: Bare) -> None:
        self.recording, self.page, self.folder, self.done = recording, page, folder, done
        self.screens = {s.id: s for s in recording.screens}
        self.network, self.never = Network(page), set[str]()
        self.here: Screen | None = None
        pages = [s.url for s in recording.screens if s.kind is ScreenKind.PAGE]
        self.own_address = {url for url in pages if pages.count(url) == 1}
        page.on("dialog", lambda dialog: dialog.dismiss())

    async def run(self) -> None:
        for screen in (s for s in self.recording.screens if s.parent is None):
            await self._with_parts(screen)

    async def _with_parts(self, screen: Screen) -> None:
        try:
            await self._reach(screen)
            await self._picture(screen)
            self.done.visited += 1
        except Error as e:
            self.done.missed.append(f"{screen.id} {screen.title}: {e.message.splitlines()[0][:80]}")
            self.here = None
        for part in (s for s in self.recording.screens if s.parent == screen.id):
            await self._with_parts(part)

    async def _reach(self, screen: Screen) -> None:
        if screen.parent is None:
            await self._open(screen)
        elif not await self._one_step(screen):
            await self._from_its_page(screen)
        self.here = screen

    async def _open(self, page: Screen) -> None:
        if page.url in self.own_address or not page.steps:
            await self._load(page.url)
            return
        await self._load(self.recording.start_url)
        for step in page.steps:
            await self._take(step)

    async def _one_step(self, screen: Screen) -> bool:
        """From its parent, or from a part beside it, which Escape closes where it lies over the page."""
        if self.here is None:
            return False
        if screen.parent != self.here.id and self.here.kind in OVER:
            await self.page.keyboard.press("Escape")
        if screen.parent not in (self.here.id, self.here.parent):
            return False
        try:
            await self._take(screen.steps[-1])
        except Error:
            return False
        return True

    async def _from_its_page(self, screen: Screen) -> None:
        parts = 0
        above: Screen | None = screen
        while above is not None and above.parent is not None:
            above, parts = self.screens.get(above.parent), parts + 1
        if above is None:
            raise Error("its page was not recorded")
        await self._open(above)
        for step in screen.steps[-parts:]:
            await self._take(step)

    async def _load(self, url: str) -> None:
        self.done.loads += 1
        if url == self.page.url:
            await self.page.reload(wait_until="commit")  # one that differs in its fragment alone would not be loaded
        else:
            await self.page.goto(url, wait_until="commit")
        await self._settle()

    async def _take(self, step: Step) -> None:
        element = await self._find(step)
        if step.action is Action.HOVER:
            await element.hover(timeout=CLICK_MS)
        else:
            self.done.clicks += 1
            await element.click(timeout=CLICK_MS, button="right" if step.button is Button.RIGHT else "left")
        await self._settle()

    async def _settle(self) -> None:
        """Return when all is quiet and two looks agree, LATE_LOOKS at most."""
        await settle(self.page, self.network, self.never)
        for _ in range(LATE_LOOKS):
            began, text = time.monotonic(), await self.page.evaluate(TEXT)
            passed = (time.monotonic() - began) * 1000
            await settle(self.page, self.network, self.never, max(QUIET_MS, AGREE_MS - passed))
            if await self.page.evaluate(TEXT) == text:
                return

    async def _find(self, step: Step) -> Locator:
        css = " >> ".join((step.locator.css if step.locator else None) or ["body"])
        for frame in self.page.frames if step.frame else self.page.frames[:1]:
            element = frame.locator(css).first
            if (not step.frame or frame is not self.page.main_frame) and await element.count():
                return element
        raise Error(f"{css} is not there")

    async def _picture(self, screen: Screen) -> None:
        for number in range(max(1, len(screen.pictures))):
            await self.page.screenshot(
                path=self.folder / f"{screen.id}-{number}.png",
                full_page=not number and screen.kind not in OVER,
                scale="css",
                animations="disabled",
                caret="hide",
            )
