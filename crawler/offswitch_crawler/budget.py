"""What ends a walk: screens, seconds, depth. The recording says which budget it was."""

import asyncio
import time
from collections.abc import Awaitable
from dataclasses import dataclass, field

from offswitch_crawler.options import Options

CHECK_SHARE = 0.2
"""At most this share of the seconds is kept for the second reading of what was found."""
LEAST_CHECK_SHARE = 0.1
"""At least this share: a page that was quick may be slow when it is read again."""
CHECK_MARGIN = 1.5
"""So many times the seconds that the second reading is expected to take are kept: its screens are not those most travelled to."""
GRACE = 0.08
"""Share of the seconds that a door on its way leaves to the second reading, or is given up: one that hangs takes minutes."""
OUT_OF_TIME = "budget:seconds"


@dataclass
class Budget:
    """The budgets of one walk; the clock starts when it is made."""

    options: Options
    began: float = field(default_factory=time.monotonic)
    checking: float | None = None
    """Seconds that the second reading is expected to take, as far as is known."""

    @property
    def seconds(self) -> float:
        """Seconds since the walk began."""
        return time.monotonic() - self.began

    def ended(self, screens: int) -> str | None:
        """The budget that is used up, as written in `ended_by`, or None."""
        if screens >= self.options.max_screens:
            return "budget:screens"
        if not self.left(self.kept):
            return OUT_OF_TIME
        return None

    def expect(self, pace: float | None, screens: int) -> None:
        """Say how many screens there are to read again, and in how many seconds one is reached."""
        self.checking = None if pace is None else pace * screens

    @property
    def kept(self) -> float:
        """The share of the seconds that is kept for the second reading: as much as it needs, where that is known."""
        if self.checking is None:
            return CHECK_SHARE
        return min(CHECK_SHARE, max(LEAST_CHECK_SHARE, CHECK_MARGIN * self.checking / max(self.options.max_seconds, 1)))

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
        return min(self.options.max_screens - screens, int(self.left(self.kept) * screens / max(self.seconds, 1)))

    def public(self) -> dict[str, float | None]:
        """The budgets in force, for the recording and the first line of output."""
        o = self.options
        return {"screens": o.max_screens, "seconds": o.max_seconds, "depth": o.max_depth, "pages": o.pages}
