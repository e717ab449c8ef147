"""Whether anything of a page has changed, asked without a look: a look at a long page costs a second, this some milliseconds."""

from dataclasses import dataclass

from playwright.async_api import Error
from playwright.async_api import Page as AsyncPage

from offswitch_crawler.scripts import source
from offswitch_crawler.seen import Look
from offswitch_crawler.world import Page, Steps, drive_async, world_of

IMPRINT = source("native", "memory", "flat", "imprint", returns="argument ? drawn().then(imprint) : imprint()")
STANDING = source("native", "memory", "flat", "imprint", returns="standing(argument)")


@dataclass(frozen=True)
class Imprint:
    """All frames of a page as they are now, to the letter; what only a canvas or a component's inside says is not in it."""

    content: tuple[str, ...]
    """Markup, what fields hold, what is ticked, disabled or on top, and what is drawn of the text."""
    stand: tuple[str, ...]
    """How they are scrolled, sized, pointed at and focused."""


async def imprint(page: AsyncPage, *, scrolled: bool = False) -> Imprint | None:
    """The imprint of a page, once it has drawn what it shows where it was scrolled to; None where a frame does not answer."""
    try:
        return await drive_async(_imprint(page, scrolled))
    except Error:
        return None


def _imprint(page: Page, scrolled: bool) -> Steps[Imprint]:
    world = world_of(page)
    said = []
    for frame in (yield from world.frames()):
        said.append((yield from world.call(frame, IMPRINT, scrolled)))
    return Imprint(tuple(str(part[0]) for part in said), tuple(str(part[1]) for part in said))


async def standing(page: AsyncPage, look: Look) -> bool:
    """Whether the controls and doors of a look are the very elements that stand there now."""
    try:
        return await drive_async(_standing(page, look))
    except Error:
        return False


def _standing(page: Page, look: Look) -> Steps[bool]:
    world = world_of(page)
    refs = {*(c.place.ref for c in look.controls), *(d.place.ref for d in look.doors), *look.scrollers}
    for index in sorted({ref.frame for ref in refs}):
        frame = world.by_index(index)
        uids = [ref.uid for ref in refs if ref.frame == index]
        if frame is None or not (yield from world.call(frame, STANDING, uids)):
            return False
    return True
