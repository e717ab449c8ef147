"""Runs a coroutine to its end from plain code, also where an event loop runs already (a notebook, an open pytest page)."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")


def run(make: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Run what `make` returns: here, or in a thread of its own where this thread has a running loop."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(make())
    with ThreadPoolExecutor(max_workers=1) as one:
        return one.submit(lambda: asyncio.run(make())).result()
