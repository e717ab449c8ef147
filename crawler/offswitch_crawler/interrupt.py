"""What ends a walk from outside: Ctrl-C, a request to terminate, a browser that is gone. What was seen is kept."""

import asyncio
import contextlib
import signal
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from playwright.async_api import Error

from offswitch_recording.errors import SiteFailed

INTERRUPTED = "interrupted"
BROWSER_ENDED = "error:the browser ended in mid-walk"
SIGNALS = (signal.SIGINT, signal.SIGTERM)
TOLD_SECONDS = 5
"""How long after a call to the browser failed its end may still be told."""
STOP_SECONDS = 1
"""How long work that is cut may take before it is cut again: a timeout may swallow the first cut."""
T = TypeVar("T")


class Cut(Exception):
    """Work was ended from outside."""


class Interrupt:
    """Ends the work of one walk in order. `reason` is empty until then, and is what the recording's `ended_by` says."""

    def __init__(self) -> None:
        self.reason = ""
        self._ended = asyncio.Event()
        self._walk: asyncio.Task[Any] | None = None

    def asked(self) -> None:
        """Somebody wants the walk to end: in order the first time, without closing all in order the second, at any price then."""
        if self.reason != INTERRUPTED:
            self._end(INTERRUPTED)
        elif self._walk is None or self._walk.cancelling():
            raise KeyboardInterrupt
        else:
            self._walk.cancel()

    def browser_ended(self) -> None:
        """The browser, or the driver that speaks to it, is gone without having been closed."""
        self._end(self.reason or BROWSER_ENDED)

    def _end(self, reason: str) -> None:
        self.reason = reason
        self._ended.set()

    def late(self, ended_by: str) -> bool:
        """Whether somebody wanted it to end when the walk was over: what follows on it, such as scoring, is not wanted."""
        return self.reason == INTERRUPTED != ended_by

    def failure(self) -> BaseException:
        """What to raise where there is no recording that could say it."""
        if self.reason == INTERRUPTED:
            return KeyboardInterrupt()
        return SiteFailed(BROWSER_ENDED.removeprefix("error:"), next_step="see that it has memory enough, and walk again")

    async def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Do a piece of the work. Raises Cut where it was ended from outside; whatever it was doing has stopped then."""
        task, ended = asyncio.ensure_future(work), asyncio.ensure_future(self._ended.wait())
        try:
            await asyncio.wait({task, ended}, return_when=asyncio.FIRST_COMPLETED)
            if task.done() and not task.cancelled() and _gone(task.exception()):
                await asyncio.wait({ended}, timeout=TOLD_SECONDS)
        finally:
            ended.cancel()
            while not task.done():
                task.cancel()
                await asyncio.wait({task}, timeout=STOP_SECONDS)
        if self.reason and task.cancelled():
            raise Cut
        if self.reason and task.exception():
            raise Cut from task.exception()
        return task.result()

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Signals that ask the program to end ask the walk instead, where this is the main thread."""
        loop, before = asyncio.get_running_loop(), {}
        self._walk = asyncio.current_task()
        with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):  # no main thread, or no signals here
            for number in SIGNALS:
                handler = signal.getsignal(number)
                if handler is not signal.SIG_IGN:  # whoever started us wants it to be ignored
                    loop.add_signal_handler(number, self.asked)
                    before[number] = handler
        told = loop.get_exception_handler()
        loop.set_exception_handler(self._unheard)
        try:
            yield
        finally:
            for number, handler in before.items():
                loop.remove_signal_handler(number)
                signal.signal(number, handler)
            if not self.reason:  # else what is found later on still comes from it
                loop.set_exception_handler(told)

    def _unheard(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Calls that nobody waits for any more fail because the browser is gone, which is told already."""
        if not self.reason:
            loop.default_exception_handler(context)


def _gone(error: BaseException | None) -> bool:
    """Whether something failed as calls to a browser do that is gone; its end is told by an event of its own."""
    return any(isinstance(e, Error) and "closed" in e.message for e in (error, error and error.__context__))
