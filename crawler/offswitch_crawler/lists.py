"""Lists that a click has made appear and that say nothing of themselves: read by what is new, floats, and shows the value."""

from dataclasses import dataclass
from typing import Any

from playwright.async_api import Error, Page

from offswitch_crawler.controls.signs import without_signs
from offswitch_crawler.scripts import source
from offswitch_crawler.seen import Ref
from offswitch_crawler.world import Steps, drive_async, world_of

SCRIPTS = ("native", "memory", "flat", "box", "unfolded")


@dataclass(frozen=True)
class Lists:
    """What appears in the frame of one control."""

    page: Page
    ref: Ref

    async def remember(self) -> None:
        """Keep in mind what stands there now."""
        await drive_async(self._ask("remember()"))

    async def options(self, value: str) -> tuple[str, ...]:
        """The rows of a new list of which one is the value; none where no such list has come."""
        rows = await drive_async(self._ask("unfolded(argument)", value))
        return tuple(without_signs(row) for row in rows or ())

    async def stands_open(self) -> bool:
        """Whether the list that was read is still drawn."""
        return bool(await drive_async(self._ask("standsOpen()")))

    def _ask(self, what: str, argument: Any = None) -> Steps[Any]:
        world = world_of(self.page)
        frame = world.by_index(self.ref.frame)
        if frame is None:
            raise Error("its frame is gone")
        return (yield from world.call(frame, source(*SCRIPTS, returns=what), argument))
