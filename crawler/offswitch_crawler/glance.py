"""The last reader of a look: switches and checkboxes whose state is known nowhere else, asked of a small picture of them.

Only where there is such a control is a picture taken: one of the part of the window in which they stand, which no page notices.
What lies outside of the window is pictured only where `far` allows it, for the page is told then that its window changes size;
a walk reads those from the pictures that it takes anyway (pictured.py).
"""

import io
from collections.abc import Iterator
from dataclasses import replace

from PIL import Image
from playwright.async_api import Error

from offswitch_crawler.controls.picture import croppable, cut_out, tell
from offswitch_crawler.pictured import is_unread, mirrored, with_told
from offswitch_crawler.seen import Box, Look, Ref, SeenControl
from offswitch_crawler.touch import boxes_of
from offswitch_crawler.world import Page, Steps, world_of

STRIP_PX = 1200
"""Controls within so many pixels share a picture."""
MOST_STRIPS = 12
PICTURE_MS = 4000
EDGE_PX = 4
WINDOW = "function () { return [scrollX, scrollY, innerWidth, innerHeight]; }"


def glance(page: Page, look: Look, *, far: bool) -> Steps[Look]:
    """The look with those states that a picture tells surely; what it does not tell stays unresolved."""
    unread = [c for c in look.controls if is_unread(c) and croppable(c.place.box)]
    if not unread:
        return look
    told: dict[Ref, SeenControl] = {}
    errors: list[str] = []
    try:
        window: Box = yield from _window(page)
        near = [c for c in unread if _inside(c.place.box, window)]
        told |= yield from _told(page, near, window)
        for strip in list(_strips([c for c in unread if c not in near]))[: MOST_STRIPS if far else 0]:
            told |= yield from _told(page, strip, None)
    except Error as error:
        errors.append(f"picture of a control: {error.message.splitlines()[0]}")
    controls = tuple(told.get(c.place.ref, c) for c in look.controls)
    return replace(look, controls=controls, errors=(*look.errors, *errors))


def _window(page: Page) -> Steps[Box]:
    """What the window shows: left, top, width, height in CSS pixels of the page."""
    world = world_of(page)
    frames = yield from world.frames()
    left, top, wide, high = yield from world.call(frames[0], WINDOW)
    return (float(left), float(top), float(wide), float(high))


def _inside(box: Box, window: Box) -> bool:
    x, y = box[0] - window[0], box[1] - window[1]
    return x >= 0 and y >= 0 and x + box[2] <= window[2] and y + box[3] <= window[3]


def _strips(controls: list[SeenControl]) -> Iterator[list[SeenControl]]:
    """Those that stand near each other, from top to bottom."""
    strip: list[SeenControl] = []
    for control in sorted(controls, key=lambda c: c.place.box[1]):
        if strip and control.place.box[1] - strip[0].place.box[1] > STRIP_PX:
            yield strip
            strip = []
        strip.append(control)
    if strip:
        yield strip


def _told(page: Page, controls: list[SeenControl], window: Box | None) -> Steps[dict[Ref, SeenControl]]:
    """Those whose picture says their state, by their element. Without a window the picture is one of the whole page."""
    # Scrolled out of its panel or under something else, another thing's picture would be taken for it; so if it moves.
    before = yield from _free(page, controls)
    there = [c for c, box in zip(controls, before, strict=True) if box is not None]
    if not there:
        return {}
    left, top, right, bottom = _around([c.place.box for c in there])
    x, y = (window[0], window[1]) if window else (0.0, 0.0)
    clip = {"x": left - x, "y": top - y, "width": right - left, "height": bottom - top}
    shot: bytes = yield lambda: page.screenshot(
        full_page=window is None,
        clip=clip,  # type: ignore[arg-type]
        scale="css",
        caret="initial",  # hiding it would write into the page
        timeout=PICTURE_MS,
    )
    after = yield from _free(page, controls)
    still = [c for c, was, now in zip(controls, before, after, strict=True) if was is not None and was == now]
    picture = Image.open(io.BytesIO(shot))
    crops = [(c, crop) for c in still if (crop := cut_out(picture, _moved(c.place.box, left, top)))]
    answers = tell([(crop, mirrored(c)) for c, crop in crops])
    return {c.place.ref: with_told(c, said) for (c, _), said in zip(crops, answers, strict=True)}


def _free(page: Page, controls: list[SeenControl]) -> Steps[list[Box | None]]:
    """Where each stands now; None where it is gone, cut off by what scrolls around it, or under something."""
    return (yield from boxes_of(page, [c.place.ref for c in controls], True))


def _around(boxes: list[Box]) -> Box:
    """Left, top, right, bottom around boxes, in whole pixels with a little room."""
    left, top = (max(0, int(min(b[i] for b in boxes)) - EDGE_PX) for i in (0, 1))
    right, bottom = (int(max(b[i] + b[i + 2] for b in boxes)) + EDGE_PX for i in (0, 1))
    return (float(left), float(top), float(right), float(bottom))


def _moved(box: Box, left: float, top: float) -> Box:
    return (box[0] - left, box[1] - top, box[2], box[3])
