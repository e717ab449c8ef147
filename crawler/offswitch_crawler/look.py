"""One look at a page: the scripts of page/ run once in every frame, and what they measured becomes controls and doors; what no
reader could tell is asked of a picture."""

import gc
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from playwright.async_api import Error
from playwright.async_api import Page as AsyncPage
from playwright.sync_api import Page as SyncPage

from offswitch_crawler import axtree
from offswitch_crawler.closed import hand_in
from offswitch_crawler.controls.raw import RawPage
from offswitch_crawler.find import find
from offswitch_crawler.glance import glance
from offswitch_crawler.parts import Part
from offswitch_crawler.places import with_places
from offswitch_crawler.reading import read
from offswitch_crawler.scripts import source
from offswitch_crawler.seen import Look
from offswitch_crawler.sites import without_secrets
from offswitch_crawler.wellformed import in_json
from offswitch_crawler.world import Frame, Page, Steps, World, drive_async, drive_sync, world_of

__all__ = ["find", "look_async", "look_sync", "source"]
SCRIPTS = (
    "native", "memory", "flat", "box", "colour", "text", "state", "looks", "drawing", "icon", "tick", "label", "layers", "hints",
    "doors", "place", "cover", "hover", "report", "measure", "scan",
)  # fmt: skip
LEAST_FRAME_PX = 20


def look_sync(page: SyncPage) -> Look:
    """Look at a page of Playwright's sync API. Of what no reader can tell, pictures are taken wherever it stands."""
    return drive_sync(_look(page, far=True))


async def look_async(page: AsyncPage) -> Look:
    """Look at a page of Playwright's async API, in the middle of a walk: no picture is taken of what lies out of view."""
    return await drive_async(_look(page, far=False))


def _look(page: Page, *, far: bool) -> Steps[Look]:
    world = world_of(page)
    frames = yield from world.frames()
    parts: dict[str, Part] = {}
    unseen: list[str] = []
    unasked: list[str] = []
    for frame in frames:
        try:
            part = yield from _part(world, frame, parts)
        except Error as error:
            if not frame.parent:
                raise
            unseen.append(f"{_where(frame)}: {error.message.splitlines()[0]}")
            continue
        if part is not None:
            parts[frame.id] = part
            unseen += _limits(part)
            if part.page.unasked:
                unasked.append(f"{_where(frame)}: of {part.page.unasked} components the accessibility tree was not asked")
    with _uncollected():
        look = read(list(parts.values()))
    look = yield from with_places(page, look)
    look = replace(look, unseen=tuple(unseen), errors=(*unseen, *unasked))
    return (yield from glance(page, look, far=far))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Reading makes ten thousands of objects that all stay: to search them for garbage meanwhile takes a tenth of its time."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _limits(part: Part) -> Iterator[str]:
    """What of a frame was not looked at."""
    where = _where(part.frame)
    if part.page.cut:
        yield f"{where}: the document is too large: after its first {part.page.count} elements and texts nothing was looked at"
    if part.page.shut:
        yield f"{where}: {part.page.shut} closed shadow roots were not looked into"


def _where(frame: Frame) -> str:
    return without_secrets(frame.url)[:200]


def _part(world: World, frame: Frame, parts: dict[str, Part]) -> Steps[Part | None]:
    """What one frame shows; None where nobody sees the frame."""
    holder = parts.get(frame.parent)
    if frame.parent:
        if holder is None:
            return None
        frame.owner = yield from _owner(world, holder.frame, frame)
        owner = next((n for n in holder.page.nodes if n.uid == frame.owner), None)
        if owner is None or not owner.seen or min(owner.width, owner.height) < LEAST_FRAME_PX:
            return None
        return Part(frame, (yield from _scan(world, frame)), holder, owner)
    return Part(frame, (yield from _scan(world, frame)))


def _scan(world: World, frame: Frame) -> Steps[RawPage]:
    # As one string: the driver walks through every value of a plain object, several times.
    script = source(*SCRIPTS, returns="JSON.stringify(scan())")
    facts: dict[str, Any] = json.loads(in_json((yield from world.call(frame, script))))
    if facts["hints"] and frame.session is not None and (yield from hand_in(world, frame)):
        facts = json.loads(in_json((yield from world.call(frame, script))))
    yield from axtree.ask(world, frame, facts)
    return RawPage(facts)


def _owner(world: World, holder: Frame, frame: Frame) -> Steps[int]:
    """Number of the element that holds a frame."""
    script = source("memory", returns="uidOf(objects[0] || argument)")
    if frame.plain is not None:
        element = yield frame.plain.frame_element
        return int((yield lambda: element.evaluate(f"(e) => ({script})(e)")))
    found = yield holder.send("DOM.getFrameOwner", frameId=frame.id)
    handle = yield from world.adopt(holder, found["backendNodeId"])
    return int((yield from world.call(holder, script, None, (handle,))))
