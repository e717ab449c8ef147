"""Scripts of page/ run one by one on pages that a test writes, in the world where a look runs them."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page

from offswitch_crawler.closed import hand_in
from offswitch_crawler.controls.raw import RawNode, RawPage
from offswitch_crawler.look import SCRIPTS, source
from offswitch_crawler.world import Steps, drive_sync, world_of

STYLE = "<style>*{margin:0}body{font:16px/20px sans-serif}</style>"


class Scripts:
    """What a script says of the page that is shown. In expressions, `$` finds one element by a selector."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def show(self, body: str) -> None:
        """Show a page without margins."""
        self.page.set_content(f"<!doctype html><html lang=en>{STYLE}{body}")

    def call(self, function: str, argument: Any = None) -> Any:
        """Call a whole function, as those of settle.py and screenshot.py are called."""
        return drive_sync(self._call(function, argument))

    def say(self, expression: str, *names: str, argument: Any = None) -> Any:
        """The value of an expression over what the named scripts define."""
        returns = f"(($) => {expression})((selector) => document.querySelector(selector))"
        return self.call(source("native", *(n for n in names if n != "native"), returns=returns), argument)

    def scan(self) -> RawPage:
        """The whole pass over the top document."""
        return RawPage(json.loads(self.call(source(*SCRIPTS, returns="JSON.stringify(scan())"))))

    def hand_in_closed_roots(self) -> None:
        """Give closed shadow roots into the world of the scripts."""
        drive_sync(self._hand_in())

    def _call(self, function: str, argument: Any) -> Steps[Any]:
        world = world_of(self.page)
        frames = yield from world.frames()
        return (yield from world.call(frames[0], function, argument))

    def _hand_in(self) -> Steps[None]:
        world = world_of(self.page)
        frames = yield from world.frames()
        yield from hand_in(world, frames[0])


class SharedPage:
    """One page for all tests of this folder: to open one costs ten times what such a test takes.

    Chromium may give it a process together with a page of another folder, and some of those crash on purpose:
    then the page is opened anew.
    """

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.page: Page | None = None

    def blank(self) -> Page:
        """The page, empty."""
        if self.page is None:
            self.page = self.context.new_page()
            self.page.on("crash", self._forget)
        try:
            self.page.goto("about:blank")
        except Error:
            # The word of the crash arrives with the first call after it.
            if self.page is not None:
                raise
            return self.blank()
        return self.page

    def _forget(self, _: Page) -> None:
        self.page = None


@pytest.fixture(scope="package")
def shared_page(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[SharedPage]:
    """Opened once for this folder."""
    context = browser.new_context(**browser_context_args)
    yield SharedPage(context)
    context.close()


@pytest.fixture
def scripts(shared_page: SharedPage) -> Scripts:
    """A new document for each test, and with it a new world for the scripts."""
    return Scripts(shared_page.blank())


@pytest.fixture
def scanned(scripts: Scripts) -> Any:
    """Show a page and find its node with an id (None where the pass kept none)."""

    def run(body: str, id_: str = "it") -> RawNode | None:
        scripts.show(body)
        return next((n for n in scripts.scan().nodes if n.attributes.get("id") == id_), None)

    return run
