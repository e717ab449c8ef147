"""Pictures on which every control of a screen can be seen, and the box of each on its picture."""

from dataclasses import replace
from itertools import islice
from pathlib import Path

from playwright.async_api import Error, FloatRect, Page

from offswitch_crawler.controls.runs import around
from offswitch_crawler.matching import matched
from offswitch_crawler.node import Box, Node, Shown
from offswitch_crawler.pictured import read_pictures
from offswitch_crawler.scroll import jump
from offswitch_crawler.touch import boxes, point_at_start, scroll_to
from offswitch_crawler.visitor import Visitor
from offswitch_crawler.world import evaluate
from offswitch_recording.schema import Picture
from offswitch_recording.words import ScreenKind

EXTENT = (Path(__file__).parent / "page" / "extent.js").read_text(encoding="utf-8")
TALLEST_PX = 8000
"""A longer picture is cut into several."""
MOST_PARTS = 10
LAST_RESORTS = 40
"""At most so many further pictures for controls that stand on none."""


async def take_pictures(visitor: Visitor, node: Node, folder: Path) -> None:
    """Take the pictures of a screen and fill picture and box of its controls. Measures are taken before."""
    page = visitor.page
    grown = False
    if node.kind in (ScreenKind.PAGE, ScreenKind.TAB, ScreenKind.DISCLOSURE):
        grown = await _grow(visitor, framed=any(s.seen.place.frame for s in node.controls))
    await _picture_page(visitor, node, folder)
    _find_again(visitor, node)
    await _place(page, [s for s in node.controls if s.located], node)
    hidden = await _where(page, [s for s in node.controls if s.picture is None and s.located], free=False)
    first = range(len(node.pictures))
    if grown:  # a panel may be taller than any window
        await _picture_the_rest(visitor, node, folder)
        await _restore(visitor)
    await _picture_the_rest(visitor, node, folder)
    read_pictures(node, folder)
    for shown, box in hidden:
        if shown.picture is None:  # under something that never goes: at least where it lies
            _on_picture(node, shown, box, first)


async def _grow(visitor: Visitor, *, framed: bool) -> bool:
    """Make the window as tall as what scrolls inside the page, so that a panel shows all it holds.

    A frame of another origin that lies below the window stays blank on any picture: with `framed`, as tall as the page.
    """
    page, size = visitor.page, visitor.page.viewport_size
    more = (await evaluate(page, EXTENT))["overflow"]
    if framed and size and visitor.look:
        more = max(more, visitor.look.size[1] - size["height"])
    if size is None or more <= 0:
        return False
    await page.set_viewport_size({"width": size["width"], "height": min(size["height"] + int(more) + 1, TALLEST_PX)})
    before = visitor.print
    await visitor.see()
    if before is None or (visitor.print and visitor.print.same(before)):
        return True
    await _restore(visitor)
    return False


async def _restore(visitor: Visitor) -> None:
    await visitor.page.set_viewport_size({"width": visitor.viewport[0], "height": visitor.viewport[1]})
    await visitor.see()


async def _picture_page(visitor: Visitor, node: Node, folder: Path) -> None:
    look = visitor.look or node.look
    if node.kind in (ScreenKind.DIALOG, ScreenKind.MENU):
        await _shoot_window(visitor, node, folder)
        return
    wide, tall = max(look.size[0], look.viewport[0]), max(look.size[1], look.viewport[1])
    for top in range(0, min(tall, MOST_PARTS * TALLEST_PX), TALLEST_PX):
        clip: FloatRect = {"x": 0.0, "y": float(top), "width": float(wide), "height": float(min(TALLEST_PX, tall - top))}
        path = folder / _next(node)
        await visitor.page.screenshot(path=path, full_page=True, clip=clip, scale="css", animations="disabled", caret="hide")
        _keep(node, path, (0.0, float(top)), (clip["width"], clip["height"]))


async def _shoot_window(visitor: Visitor, node: Node, folder: Path) -> None:
    """Picture what the window shows now."""
    page, size = visitor.page, visitor.page.viewport_size or {"width": 0, "height": 0}
    offset, path = tuple((await evaluate(page, EXTENT))["scroll"]), folder / _next(node)
    await page.screenshot(path=path, scale="css", animations="disabled", caret="hide")
    _keep(node, path, offset, (float(size["width"]), float(size["height"])))


def _next(node: Node) -> str:
    return f"{node.id}.png" if not node.pictures else f"{node.id}-{len(node.pictures) + 1}.png"


def _keep(node: Node, path: Path, offset: tuple[float, float], size: tuple[float, float]) -> None:
    """Only a picture that was written is recorded: the browser may be gone before it is."""
    node.pictures.append(Picture(file=f"screens/{path.name}", offset=offset, scale=1))
    node.sizes.append(size)


async def _place(page: Page, there: list[Shown], node: Node, since: int = 0) -> None:
    """Give every one of these controls whose box lies on a picture (from the one of that number on) picture and box."""
    for shown, box in await _where(page, there):
        _on_picture(node, shown, box, range(since, len(node.pictures)))


async def _where(page: Page, there: list[Shown], *, free: bool = True) -> list[tuple[Shown, Box]]:
    """Which of these controls are drawn now, and where; unless `free`, also those that something lies over, wholly or in part."""
    refs = [s.seen.parts or (s.seen.place.ref,) for s in there]
    found = iter(await boxes(page, [ref for parts in refs for ref in parts], free=free))
    placed = []
    for shown, parts in zip(there, refs, strict=True):
        drawn = [box for box in islice(found, len(parts)) if box is not None]
        if len(drawn) == len(parts) or (drawn and not free):
            placed.append((shown, around(drawn)))
    return placed


def _find_again(visitor: Visitor, node: Node) -> None:
    """Which controls of a scrolled list are drawn now, and by which elements: a list uses them again for other rows."""
    if visitor.look is None or not any(s.scrolled for s in node.controls):
        return
    # Those that have their picture are matched too: the rows drawn for them are not free for others.
    drawn = {c.place.ref for c in visitor.look.controls}
    for shown, seen in zip(node.controls, matched([s.seen for s in node.controls], visitor.look), strict=True):
        if shown.picture is not None:
            continue
        if seen is None:  # used for another row now, or only out of sight in a list that draws all its rows
            shown.located = shown.located and shown.seen.place.ref not in drawn
        else:
            shown.located = seen.place.visible
            shown.seen = replace(shown.seen, place=replace(shown.seen.place, ref=seen.place.ref), parts=seen.parts)


def _on_picture(node: Node, shown: Shown, box: Box, candidates: range) -> None:
    x, y, w, h = box
    for index in candidates:
        left, top = node.pictures[index].offset
        wide, high = node.sizes[index]
        if left <= x + w / 2 <= left + wide and top <= y + h / 2 <= top + high:
            shown.picture, shown.box = index, (x - left, y - top, w, h)
            dx, dy = x - shown.seen.place.box[0] - left, y - shown.seen.place.box[1] - top
            shown.option_boxes = tuple((ox + dx, oy + dy, ow, oh) for ox, oy, ow, oh in shown.seen.option_boxes)
            return


async def _into_view(visitor: Visitor, node: Node, shown: Shown) -> bool:
    """Whether it lies in view now, with nothing over it."""
    there = (await point_at_start(visitor.page, shown.seen.place.ref))[2] if shown.located else False
    if not any(s.scrolled for s in node.controls):
        return there
    if shown.scrolled is not None:
        await scroll_to(visitor.page, shown.scrolled.scroller, shown.scrolled.top)
    await visitor.see()  # its list may have drawn other elements for the same rows
    _find_again(visitor, node)
    if shown.located and not await _where(visitor.page, [shown]):  # lists draw rows beyond their windows, too
        await point_at_start(visitor.page, shown.seen.place.ref)
        await visitor.see()
        _find_again(visitor, node)
    return shown.located and bool(await _where(visitor.page, [shown]))


async def _picture_the_rest(visitor: Visitor, node: Node, folder: Path) -> None:
    """Scroll to controls that stand on no picture, or under something that is drawn over them there, and take more."""
    page, taken = visitor.page, 0
    for shown in node.controls:
        if shown.picture is not None:
            continue
        if taken >= LAST_RESORTS:
            shown.no_box_reason = "too many pictures would be needed"
            continue
        try:
            if not await _into_view(visitor, node, shown):
                shown.no_box_reason = "it cannot be scrolled into view"
                continue
            await _shoot_window(visitor, node, folder)
        except Error as e:
            shown.no_box_reason = e.message.splitlines()[0]
            continue
        taken += 1
        rest = [s for s in node.controls if s.picture is None and s.located]
        await _place(page, rest, node, since=len(node.pictures) - 1)
    if any(s.scrolled for s in node.controls):
        await jump(visitor, node.look, 0)
        await visitor.see()
