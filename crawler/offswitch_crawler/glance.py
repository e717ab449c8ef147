"""The last reader of a look: switches and checkboxes whose state is known nowhere else, asked of a small picture of them.

Only where there is such a control is a picture taken: of the strip in which they stand, without moving the page.
"""

import io
from collections.abc import Iterator
from dataclasses import replace

from PIL import Image
from playwright.async_api import Error

from offswitch_crawler.controls.fuse import UNRESOLVED
from offswitch_crawler.controls.picture import SURE, croppable, cut_out, tell
from offswitch_crawler.seen import Box, Look, Ref, SeenControl
from offswitch_crawler.touch import boxes_of
from offswitch_crawler.world import Page, Steps
from offswitch_recording.words import Kind, ReadFrom

STRIP_PX = 1200
"""Controls within so many pixels share a picture."""
MOST_STRIPS = 12
PICTURE_MS = 4000


def glance(page: Page, look: Look) -> Steps[Look]:
    """The look with those states that a picture tells surely; what it does not tell stays unresolved."""
    unread = [c for c in look.controls if _is_unread(c)]
    if not unread:
        return look
    told: dict[Ref, SeenControl] = {}
    errors: list[str] = []
    for strip in list(_strips(unread))[:MOST_STRIPS]:
        try:
            told |= yield from _told(page, strip)
        except Error as error:
            errors.append(f"picture of a control: {error.message.splitlines()[0]}")
    return replace(look, controls=tuple(told.get(c.place.ref, c) for c in look.controls), errors=(*look.errors, *errors))


def _is_unread(control: SeenControl) -> bool:
    place = control.place
    return (
        control.kind in (Kind.SWITCH, Kind.CHECKBOX)
        and control.state == UNRESOLVED
        and place.visible
        and not place.covered
        and croppable(place.box)
    )


def _strips(controls: list[SeenControl]) -> Iterator[list[SeenControl]]:
    """Those that stand near each other, from top to bottom."""
    strip: list[SeenControl] = []
    for control in sorted(controls, key=lambda c: c.place.box[1]):
        if strip and control.place.box[1] - strip[0].place.box[1] > STRIP_PX:
            yield strip
            strip = []
        strip.append(control)
    yield strip


def _told(page: Page, strip: list[SeenControl]) -> Steps[dict[Ref, SeenControl]]:
    """Those of a strip whose picture says their state, by their element."""
    # Scrolled out of its panel or under something else, another thing's picture would be taken for it; so if it moves.
    before = yield from _free(page, strip)
    there = [c for c, box in zip(strip, before, strict=True) if box is not None]
    if not there:
        return {}
    left, top = (min(c.place.box[i] for c in there) - 4 for i in (0, 1))
    left, top = max(0.0, float(int(left))), max(0.0, float(int(top)))
    right, bottom = (max(c.place.box[i] + c.place.box[i + 2] for c in there) + 4 for i in (0, 1))
    clip = {"x": left, "y": top, "width": float(int(right - left) + 1), "height": float(int(bottom - top) + 1)}
    shot: bytes = yield lambda: page.screenshot(
        full_page=True,
        clip=clip,  # type: ignore[arg-type]
        scale="css",
        caret="initial",  # hiding it would write into the page
        timeout=PICTURE_MS,
    )
    after = yield from _free(page, strip)
    still = [c for c, was, now in zip(strip, before, after, strict=True) if was is not None and was == now]
    picture = Image.open(io.BytesIO(shot))
    crops = [(c, crop) for c in still if (crop := cut_out(picture, _moved(c.place.box, left, top)))]
    answers = tell([(crop, c.rtl and c.kind is Kind.SWITCH) for c, crop in crops])
    return {
        c.place.ref: replace(c, state=said.best[0], read_from=ReadFrom.PICTURE, state_probability=round(said.best[1], 4))
        for (c, _), said in zip(crops, answers, strict=True)
        if said.best[1] >= SURE
    }


def _free(page: Page, strip: list[SeenControl]) -> Steps[list[Box | None]]:
    """Where each stands now; None where it is gone, cut off by what scrolls around it, or under something."""
    return (yield from boxes_of(page, [c.place.ref for c in strip], True))


def _moved(box: Box, left: float, top: float) -> Box:
    return (box[0] - left, box[1] - top, box[2], box[3])
