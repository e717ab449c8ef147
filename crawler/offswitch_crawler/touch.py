"""One element again between looks: whether it still lives, where it is, and a point where a click lands on it."""

from dataclasses import dataclass
from typing import Any

from playwright.async_api import Error
from playwright.async_api import Page as AsyncPage
from playwright.sync_api import Page as SyncPage

from offswitch_crawler.scripts import source
from offswitch_crawler.seen import Box, Ref
from offswitch_crawler.world import Frame, Page, Steps, World, drive_async, drive_sync, world_of

Point = tuple[float, float, bool, str]
SCRIPTS = ("native", "memory", "flat", "box", "touch", "scroll")


@dataclass(frozen=True)
class Scrolled:
    """Where a scroller stands, CSS pixels."""

    top: float
    window: float
    height: float


async def scroll_to(page: AsyncPage, scroller: Ref, top: float) -> Scrolled | None:
    """Scroll an element (number 0: the document of the frame) and say where it stands; None where it cannot be scrolled."""
    return await drive_async(_scroll_to(page, scroller, top))


async def point(page: AsyncPage, ref: Ref) -> Point:
    """Scroll an element into view; a point of the top page's viewport where a click lands on it, or ok False and why:
    `covered`, `invisible` or `gone`."""
    return await drive_async(_point(page, ref))


async def point_at_start(page: AsyncPage, ref: Ref) -> Point:
    """`point`, with the element at the start of what scrolls around it, so that what follows it is in view too."""
    return await drive_async(_point(page, ref, "pointAtStart"))


def point_sync(page: SyncPage, ref: Ref) -> Point:
    """`point` for Playwright's sync API."""
    return drive_sync(_point(page, ref))


async def boxes(page: AsyncPage, refs: list[Ref], *, free: bool = False) -> list[Box | None]:
    """Where elements are now, in CSS pixels of the top page (its scroll included); None for those that are gone or cut off
    by what scrolls around them; with `free` also for those that something else is drawn over."""
    return await drive_async(boxes_of(page, refs, free))


def boxes_sync(page: SyncPage, refs: list[Ref]) -> list[Box | None]:
    """`boxes` for Playwright's sync API."""
    return drive_sync(boxes_of(page, refs))


def _ask(world: World, frame: Frame, what: str, argument: Any) -> Steps[Any]:
    return (yield from world.call(frame, source(*SCRIPTS, returns=what), argument))


def _point(page: Page, ref: Ref, how: str = "pointOf") -> Steps[Point]:
    world = world_of(page)
    frame = world.by_index(ref.frame)
    if frame is None:
        return (0.0, 0.0, False, "gone")
    try:
        answer = yield from _ask(world, frame, f"{how}(...argument)", [ref.uid, not frame.parent and len(world.known) > 1])
        while answer["ok"] and frame.parent and (holder := world.known.get(frame.parent)):
            inner = [frame.owner, answer["x"], answer["y"]]
            answer = yield from _ask(world, holder, "pointThrough(...argument)", inner)
            frame = holder
    except Error:
        return (0.0, 0.0, False, "gone")
    return (answer.get("x", 0.0), answer.get("y", 0.0), answer["ok"], answer.get("why", ""))


def _scroll_to(page: Page, scroller: Ref, top: float) -> Steps[Scrolled | None]:
    world = world_of(page)
    frame = world.by_index(scroller.frame)
    try:
        found = (yield from _ask(world, frame, "scrolledTo(...argument)", [scroller.uid, top])) if frame else None
    except Error:
        return None  # its frame is gone
    return Scrolled(found["top"], found["window"], found["height"]) if found else None


def boxes_of(page: Page, refs: list[Ref], free: bool = False) -> Steps[list[Box | None]]:
    """`boxes` as steps, for what asks for more besides."""
    world = world_of(page)
    found: list[Box | None] = []
    for ref in refs:
        frame = world.by_index(ref.frame)
        try:
            found.append((yield from _box(world, frame, ref.uid, free)) if frame else None)
        except Error:
            found.append(None)
    return found


def _box(world: World, frame: Frame, uid: int, free: bool) -> Steps[Box | None]:
    which = "freeBoxesOf" if free else "drawnBoxesOf"
    box = (yield from _ask(world, frame, f"{which}(argument)", [uid]))[0]
    if box is None or (free and (yield from _under(world, frame, box))):
        return None
    x, y, wide, high = yield from _origin(world, frame)
    return (box[0] * wide + x, box[1] * high + y, box[2] * wide, box[3] * high)


def _under(world: World, frame: Frame, box: Box) -> Steps[bool]:
    """Whether a frame around it draws something over the middle of a box of this frame."""
    middle = [box[0] + box[2] / 2, box[1] + box[3] / 2]
    while frame.parent and (holder := world.known.get(frame.parent)):
        x, y, wide, high = yield from _ask(world, holder, "contentOf(argument)", frame.owner)
        middle = [x + middle[0] * wide, y + middle[1] * high]
        if (yield from _ask(world, holder, "overFrame(...argument)", [frame.owner, *middle])):
            return True
        frame = holder
    return False


def _origin(world: World, frame: Frame) -> Steps[Box]:
    """Where a frame's viewport begins, in coordinates of the top page, and how many times as wide and high it is drawn there."""
    holder = world.known.get(frame.parent) if frame.parent else None
    if holder is None:
        scroll = yield from world.call(frame, "function () { return [scrollX, scrollY]; }")
        return (scroll[0], scroll[1], 1.0, 1.0)
    x, y, wide, high = yield from _origin(world, holder)
    inner = yield from _ask(world, holder, "contentOf(argument)", frame.owner)
    return (x + inner[0] * wide, y + inner[1] * high, wide * inner[2], high * inner[3])
