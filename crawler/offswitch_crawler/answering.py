"""How long the browser may take to answer for a page: it waits for a blocked one without an end."""

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

from playwright.async_api import Error

ANSWER_SECONDS = 20
T = TypeVar("T")


async def answered(call: Awaitable[T]) -> T:
    """What a call to the browser answers. Raises playwright's Error where it takes too long."""
    try:
        return await asyncio.wait_for(call, ANSWER_SECONDS)
    except TimeoutError:
        raise Error("the page does not answer") from None
