"""What ends a walk: screens, seconds, depth. The recording says which budget it was."""

import asyncio
import time
from collections.abc import Awaitable
from dataclasses import dataclass, field

from offswitch_crawler.options import Options

CHECK_SHARE = 0.2
"""Share of the seconds that is kept for the second reading of what was found."""
GRACE = CHECK_SHARE / 2
"""Share of the seconds that a door on its way may take of those before it is given up: a page that hangs takes minutes."""
OUT_OF_TIME = "budget:seconds"


@dataclass
class Budget:
    """The budgets of one walk; the clock starts when it is made."""

    options: Options
    began: float = field(default_factory=time.monotonic)

    @property
    def seconds(self) -> float:
        """Seconds since the walk began."""
        return time.monotonic() - self.began

    def ended(self, screens: int) -> str | None:
        """The budget that is used up, as written in `ended_by`, or None."""
        if screens >= self.options.max_screens:
            return "budget:screens"
        if not self.left(CHECK_SHARE):
            return OUT_OF_TIME
        return None

    def left(self, kept: float = 0) -> float:
        """Seconds that are left when a share of them is kept for later; none where they are used up."""
        return max(0.0, self.options.max_seconds * (1 - kept) - self.seconds)

    async def within(self, work: Awaitable[object], kept: float = 0) -> bool:
        """Do work in the seconds that are left when a share of them is kept; whether it was done, and not broken off."""
        try:
            async with asyncio.timeout(self.left(kept)) as limit:
                await work
        except TimeoutError:
            if not limit.expired():
                raise
            return False
        return True

    def room(self, screens: int) -> int:
        """How many more screens there is room for, at the pace so far."""
        return min(self.options.max_screens - screens, int(self.left(CHECK_SHARE) * screens / max(self.seconds, 1)))

    def public(self) -> dict[str, float | None]:
        """The budgets in force, for the recording and the first line of output."""
        o = self.options
        return {"screens": o.max_screens, "seconds": o.max_seconds, "depth": o.max_depth, "pages": o.pages}
