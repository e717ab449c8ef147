"""Looks at one page, each kept for as long as the page may show the same again: what has not changed is not looked at anew."""

from dataclasses import dataclass, field

from playwright.async_api import Page

from offswitch_crawler.imprint import Imprint, imprint, standing
from offswitch_crawler.look import look_async
from offswitch_crawler.seen import Look

MOST = 12
"""So many looks are kept: the screens between which a walk goes to and fro."""


@dataclass
class Sights:
    """The last looks at one page, by imprint."""

    page: Page
    kept: dict[Imprint, Look] = field(default_factory=dict)

    async def look(self, before: Look | None = None) -> Look:
        """A look at the page as it is now. Raises playwright's Error where it does not answer.

        before: a look that is good enough if the page has only been scrolled, sized or pointed at since.
        """
        now = await imprint(self.page, scrolled=before is not None)
        if now is not None and (known := self._known(now, before)) and await standing(self.page, known):
            return known
        look = await look_async(self.page)
        if now is not None and now == await imprint(self.page):
            self._keep(now, look)
        return look

    def _known(self, now: Imprint, before: Look | None) -> Look | None:
        if now in self.kept:
            return self._keep(now, self.kept[now])
        same = any(seen.content == now.content for seen, look in self.kept.items() if look is before)
        return before if same else None

    def _keep(self, now: Imprint, look: Look) -> Look:
        self.kept.pop(now, None)
        self.kept[now] = look
        while len(self.kept) > MOST:
            del self.kept[next(iter(self.kept))]
        return look
