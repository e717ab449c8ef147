"""What a site keeps in the browser of its look: which tab was open, which panel folded. A way is taken again from what was found."""

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import Page

from offswitch_crawler.scripts import source
from offswitch_crawler.world import evaluate

STORES = source("stores", returns="stores(argument)")
Kept = tuple[dict[str, str], dict[str, str]]
"""The local store and that of the window."""
SECRET_NAME = re.compile(
    r"token|auth|session|jwt|csrf|xsrf|login|user|account|credential|secret|expir|refresh|oidc|msal", re.IGNORECASE
)
SECRET_VALUE = re.compile(r"[\w+/=.~-]{32,}|.*\beyJ[\w-]{10,}.*", re.DOTALL)
"""A login is renewed in mid-walk, and the renewed one is the one that holds: what may be one is left as it is."""


@dataclass
class Stores:
    """The stores of one origin as the walk found them, and what clearing a dialog has added to them."""

    origin: str = ""
    kept: Kept = ({}, {})
    found: bool = False
    helps: bool = False
    """Whether a screen was reached only when they were put back: then they are before every way from the start."""

    async def keep(self, page: Page) -> None:
        """Remember them as they are now."""
        self.origin, self.kept, self.found = _origin(page), await read(page), True

    async def learn(self, page: Page, before: Kept) -> None:
        """Remember what an answer that cleared a dialog has put there."""
        if _origin(page) != self.origin:
            return
        for kept, old, new in zip(self.kept, before, await read(page), strict=True):
            kept.update({k: v for k, v in new.items() if old.get(k) != v})

    async def put_back(self, page: Page) -> bool:
        """Make them as they were found; whether that changed anything."""
        if not self.found or _origin(page) != self.origin:
            return False
        plan = [_change(kept, now) for kept, now in zip(self.kept, await read(page), strict=True)]
        if not any(change["set"] or change["remove"] for change in plan):
            return False
        await evaluate(page, STORES, plan)
        return True


async def read(page: Page) -> Kept:
    """What a page keeps now."""
    local, window = await evaluate(page, STORES, None)
    return dict(local), dict(window)


async def names(page: Page) -> list[str]:
    """Names, never values, of the cookies and storage items that a page has left."""
    cookies = [c["name"] for c in await page.context.cookies(page.url)]
    return sorted({*cookies, *(await read(page))[0]})


def _change(kept: dict[str, str], now: dict[str, str]) -> dict[str, Any]:
    """What makes one store as it was, without what may hold a login."""
    put = [[k, v] for k, v in kept.items() if now.get(k) != v and not _secret(k, v)]
    return {"set": put, "remove": [k for k, v in now.items() if k not in kept and not _secret(k, v)]}


def _secret(name: str, value: str) -> bool:
    return bool(SECRET_NAME.search(name) or SECRET_VALUE.fullmatch(value))


def _origin(page: Page) -> str:
    parts = urlsplit(page.url)
    return f"{parts.scheme}://{parts.netloc}"
