"""Playwright's driver: started apart from the terminal, whose Ctrl-C is meant for us alone, and watched for its end."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

from playwright.async_api import Error, Playwright, async_playwright

from offswitch_recording.errors import SiteFailed

STOP_SECONDS = 5
"""How long it may take to stop before it is killed."""


@asynccontextmanager
async def driver(on_end: Callable[[], None]) -> AsyncIterator[Playwright]:
    """A running driver; `on_end` is called where it ends before it is stopped. Raises SiteFailed where it does not start."""
    stopping = False

    def ended() -> None:
        if not stopping:
            on_end()

    try:
        with _apart(ended) as started:
            playwright = await async_playwright().start()
    except (OSError, Error) as e:
        raise SiteFailed(
            f"Playwright's driver does not start: {e}",
            next_step="its node needs libatomic1: `apt-get install libatomic1`",
        ) from None
    try:
        yield playwright
    finally:
        stopping = True
        try:
            await asyncio.wait_for(playwright.stop(), STOP_SECONDS)
        except TimeoutError:
            for process in started:
                process.kill()  # the browser ends when nobody speaks to it any more


@contextmanager
def _apart(on_exit: Callable[[], None]) -> Iterator[list[asyncio.SubprocessTransport]]:
    """What this loop starts meanwhile gets a session of its own.

    A terminal sends Ctrl-C to all that it runs, and node forgets that it was told to ignore it. Playwright has no option.
    """
    loop: Any = asyncio.get_running_loop()
    plain, started = loop.subprocess_exec, []

    async def start(protocol: Callable[[], Any], *args: Any, **settings: Any) -> Any:
        made = await plain(lambda: _watched(protocol(), on_exit), *args, **{**settings, "start_new_session": True})
        started.append(made[0])
        return made

    loop.subprocess_exec = start
    try:
        yield started
    finally:
        vars(loop).pop("subprocess_exec", None)


def _watched(protocol: Any, on_exit: Callable[[], None]) -> Any:
    told = protocol.process_exited

    def exited() -> None:
        told()
        on_exit()

    protocol.process_exited = exited
    return protocol
