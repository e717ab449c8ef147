"""Logging in again: a session that ends in mid-walk is renewed by the profile's own steps, and the walk goes on."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from offswitch_crawler.guard import Guard
from offswitch_crawler.login import log_in
from offswitch_crawler.profile import LoginStep
from offswitch_crawler.visitor import Visitor
from offswitch_recording.errors import SiteFailed

MOST = 5
"""Logins in one walk after the first: a site that ends sessions faster than that is not walked to its end."""


@dataclass
class Renewal:
    """The logins of one walk after its first. Where several pages walk, the others stand still on blank pages meanwhile:
    the guard lets writes pass while a login is under way, and they must be the login's own."""

    steps: list[LoginStep] = field(default_factory=list)
    url: str = ""
    guard: Guard = field(default_factory=Guard)
    made: int = 0
    failed: str = ""
    """Why the last one failed; none is made after that."""
    places: set[str] = field(default_factory=set)
    """Where the fields of the login stood."""
    visitors: list[Visitor] = field(default_factory=list)
    _working: set[int] = field(default_factory=set)
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)
    _under_way: asyncio.Lock = field(default_factory=asyncio.Lock)

    @asynccontextmanager
    async def at_work(self, visitor: Visitor) -> AsyncIterator[None]:
        """While a visitor takes a door; not begun while a login is under way."""
        async with self._under_way:
            self._working.add(id(visitor))
        try:
            yield
        finally:
            await self._pause(visitor)

    async def _pause(self, visitor: Visitor) -> None:
        async with self._changed:
            self._working.discard(id(visitor))
            self._changed.notify_all()

    async def log_in(self, visitor: Visitor) -> bool:
        """Log in again, once for all visitors that found the session ended; whether there is a new one."""
        before = self.made
        await self._pause(visitor)
        async with self._under_way:
            if self.made == before and self.steps and self.made < MOST and not self.failed:
                async with self._changed:
                    await self._changed.wait_for(lambda: not self._working)
                await self._alone(visitor)
            self._working.add(id(visitor))
        return self.made > before

    async def _alone(self, visitor: Visitor) -> None:
        for other in self.visitors:
            await other.forget()
        try:
            self.places |= await log_in(visitor, self.steps, self.url, self.guard)
        except SiteFailed as e:
            self.failed = e.what
        else:
            self.made += 1
