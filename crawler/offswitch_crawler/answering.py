"""How long the browser may take to answer for a page: it waits for a blocked one without an end."""

import asyncio
import contextlib
from collections.abc import Awaitable
from typing import TypeVar

from playwright.async_api import Error, Page

ANSWER_SECONDS = 20
CLOSE_SECONDS = 3
T = TypeVar("T")


async def answered(call: Awaitable[T]) -> T:
    """What a call to the browser answers. Raises playwright's Error where it takes too long."""
    try:
        return await asyncio.wait_for(call, ANSWER_SECONDS)
    except TimeoutError:
        raise Error("the page does not answer") from None


async def close(page: Page) -> None:
    """Close a page. One that hangs, or has just failed to load, may never be said to be closed: it is left to its context's end."""
    with contextlib.suppress(Error, TimeoutError):
        await asyncio.wait_for(page.close(), CLOSE_SECONDS)
