"""Pictures inside report.html, as data URIs of a reasonable size."""

import base64
import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from markupsafe import Markup
from PIL import Image, ImageDraw

from offswitch.pictures import boxes, scored
from offswitch.pictures.filmstrip import file_name as strip_name
from offswitch.pictures.layout import Rect, around
from offswitch.pictures.opened import Unreadable, opened
from offswitch.pictures.palette import LOOKS
from offswitch_recording.controls import Control
from offswitch_recording.findings import Finding
from offswitch_recording.part import Box
from offswitch_recording.schema import Picture, Recording, Screen

BUDGET_BYTES = 24_000_000
"""Beyond this, pictures go in smaller, so that the file still opens on a phone."""
FULL_W, SMALL_W, THUMBNAIL = 1280, 640, (640, 832)
MOST_H = 12_000
CLOSE_UP = (1280, 260)
"""Part of a screen shown with a finding, CSS pixels: as wide as most screens, for a label may stand far from its switch."""


@dataclass(frozen=True)
class Inlined:
    """A picture as the template needs it: its size in CSS pixels, and where the middle of what it marks lies, 0..1."""

    uri: Markup
    width: int
    height: int
    mark: float | None = None


class Inliner:
    """Reads pictures of one recording and makes data URIs of them; counts the bytes."""

    def __init__(self, recording: Recording, folder: Path) -> None:
        self.recording, self.folder = recording, folder
        self.screens = {s.id: s for s in recording.screens}
        self.used_bytes = 0
        self._opened = lru_cache(maxsize=4)(self._open)

    def scored(self, number: int, screen: Screen) -> list[Inlined]:
        """The scored pictures of a screen, by its number in the recording; none where it has no findings."""
        files = [(self.folder / scored.SCORED / scored.file_name(number, i), p) for i, p in enumerate(screen.pictures)]
        return [self._inlined(Image.open(f).convert("RGB"), FULL_W, unit(p)) for f, p in files if f.is_file()]

    def strip(self, finding_number: int) -> Inlined | None:
        """The route to a finding's control, where one was drawn."""
        file = self.folder / scored.SCORED / strip_name(finding_number)
        return self._inlined(Image.open(file).convert("RGB"), FULL_W) if file.is_file() else None

    def thumbnail(self, screen: Screen) -> Inlined | None:
        """The upper part of a screen, small."""
        image = self._opened(screen.id, 0)
        if image is None:
            return None
        w, h = THUMBNAIL
        part = image.crop((0, 0, image.width, min(image.height, image.width * h // w)))
        return self._inlined(part, w)

    def close_up(self, finding: Finding, control: Control | None) -> Inlined | None:
        """The part of the screen around what a finding is about, with its box."""
        mark = next((m for m in finding.evidence.marks if m.screen in self.screens), None)
        if mark is not None:
            return self._around(finding, mark.screen, mark.picture, mark.box)
        if control is None or control.box is None:
            return None
        return self._around(finding, control.screen, control.picture or 0, control.box)

    def _around(self, finding: Finding, screen_id: str, index: int, box: Box) -> Inlined | None:
        image = self._opened(screen_id, index)
        area = Rect(0, 0, *image.size) if image else Rect(0, 0, 0, 0)
        rect = boxes.rect_of(box, area)
        if image is None or rect is None:
            return None
        px = unit(self.screens[screen_id].pictures[index])
        part = around(rect, area, CLOSE_UP[0] * px, CLOSE_UP[1] / CLOSE_UP[0], px)
        cut = image.crop((part.x, part.y, part.right, part.bottom))
        marked = rect.grown(round(5 * px), part).moved(-part.x, -part.y)
        boxes.outline(ImageDraw.Draw(cut), marked, LOOKS[finding.severity], px)
        return self._inlined(cut, FULL_W, px, mark=(marked.x + marked.w / 2) / part.w)

    def _open(self, screen_id: str, index: int) -> Image.Image | None:
        screen = self.screens.get(screen_id)
        if screen is None or not 0 <= index < len(screen.pictures):
            return None
        try:
            return opened(self.folder, screen.pictures[index])
        except Unreadable:
            return None  # said once, by the drawing of the scored pictures

    def _inlined(self, image: Image.Image, most_w: int, px: float = 1.0, mark: float | None = None) -> Inlined:
        shown_w = min(round(image.width / px), most_w)
        shown_h = max(1, round(shown_w * image.height / image.width))
        if self.used_bytes > BUDGET_BYTES:
            most_w = min(most_w, SMALL_W)
        image.thumbnail((most_w, MOST_H), Image.Resampling.LANCZOS)
        held = io.BytesIO()
        image.save(held, "WEBP", quality=78, method=3)
        self.used_bytes += held.tell()
        text = base64.b64encode(held.getvalue()).decode("ascii")
        return Inlined(Markup("data:image/webp;base64,{}").format(text), shown_w, shown_h, mark)


def unit(picture: Picture) -> float:
    """Picture pixels per CSS pixel, within reason; as the scored pictures are drawn."""
    return max(1.0, min(picture.scale, 4.0))
