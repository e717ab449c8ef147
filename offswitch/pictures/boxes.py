"""A box around every control concerned, with a tag that names the finding."""

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image
from PIL.ImageDraw import ImageDraw

from offswitch.pictures.layout import Item, Rect, item
from offswitch.pictures.legend import Numbered, heading
from offswitch.pictures.palette import LOOKS, Look, gravest
from offswitch.pictures.place import Tag
from offswitch.rows import percent
from offswitch_recording.part import Box

BLANK_CONTRAST = 24
"""Greatest difference of lightness (of 255) at which ground counts as blank: gradients pass, text does not."""
FAR_PX = 40
"""Distance of a tag from its box, CSS pixels, beyond which a line is drawn."""


@dataclass(frozen=True)
class Marked:
    """One place on a picture and the findings that speak of it, gravest first."""

    rect: Rect
    numbered: Sequence[Numbered]

    @property
    def look(self) -> Look:
        """That of its gravest finding."""
        return LOOKS[gravest([f.severity for _, f in self.numbered])]


def rect_of(box: Box, area: Rect) -> Rect | None:
    """A box of a record as a rectangle within the picture; null where nothing of it is on the picture."""
    x, y, w, h = box
    if not all(abs(v) < 1e7 for v in box):  # also false for NaN
        return None
    left, top = max(area.x, int(x)), max(area.y, int(y))
    right, bottom = min(area.right, round(x + w)), min(area.bottom, round(y + h))
    return Rect(left, top, right - left, bottom - top) if right > left and bottom > top else None


def tag(marked: Marked, unit: float, room: float) -> Tag:
    """The tag of a marked place, written at full length, shorter, and as numbers alone."""
    numbered = sorted(marked.numbered, key=lambda n: (-list(LOOKS)[::-1].index(n[1].severity), -n[1].probability))
    numbers = [str(n) for n, _ in numbered]
    first, *others = numbers
    also = f" · {_some(others)}" if others else ""
    name, chance = heading(*numbered[0]), percent(numbered[0][1].probability)
    texts = [name + also, f"{first} {chance}{also}", _some(numbers)]
    look = marked.look
    ways = [
        item(text, round(px * unit), most=room, ink=look.ink, ground=look.colour, look=look)
        for text in dict.fromkeys(texts)
        for px in (14, 12)
    ]
    return Tag(marked.rect, ways)


def _some(numbers: list[str]) -> str:
    return ", ".join(numbers[:4]) + (f" +{len(numbers) - 4}" if len(numbers) > 4 else "")


def is_blank(image: Image.Image, rect: Rect) -> bool:
    """Whether nothing is written or drawn there."""
    low, high = image.crop((rect.x, rect.y, rect.right, rect.bottom)).convert("L").getextrema()
    return float(str(high)) - float(str(low)) <= BLANK_CONTRAST


def outline(draw: ImageDraw, rect: Rect, look: Look, unit: float) -> None:
    """Draw the box: a light halo, so that it shows on any ground, and in it the line of its severity."""
    line = max(2, round(look.line_px * unit))
    halo = max(1, round(unit))
    x, y, right, bottom = rect.x, rect.y, rect.right - 1, rect.bottom - 1
    draw.rectangle((x, y, right, bottom), outline="#ffffff", width=line + 2 * halo)
    inner = (x + halo, y + halo, right - halo, bottom - halo)
    if inner[2] <= inner[0] or inner[3] <= inner[1]:
        return
    if look.dash is None:
        draw.rectangle(inner, outline=look.colour, width=line)
    else:
        _dashed(draw, inner, look.colour, line, (round(look.dash[0] * unit), round(look.dash[1] * unit)))


def _dashed(draw: ImageDraw, box: tuple[int, int, int, int], colour: str, line: int, dash: tuple[int, int]) -> None:
    x, y, right, bottom = box
    on, off = dash
    for left in range(x, right, on + off):
        end = min(left + on, right)
        draw.rectangle((left, y, end, min(y + line - 1, bottom)), fill=colour)
        draw.rectangle((left, max(bottom - line + 1, y), end, bottom), fill=colour)
    for top in range(y, bottom, on + off):
        end = min(top + on, bottom)
        draw.rectangle((x, top, min(x + line - 1, right), end), fill=colour)
        draw.rectangle((max(right - line + 1, x), top, right, end), fill=colour)


def leader(draw: ImageDraw, rect: Rect, one: Item, look: Look, unit: float) -> None:
    """Draw the line from a box to a tag far from it: along the lower edge of the box, so that it crosses no label."""
    middle, low = one.rect.y + one.rect.h // 2, rect.bottom - 1
    is_right = one.rect.x >= rect.right
    start, end = (rect.right, one.rect.x) if is_right else (rect.x, one.rect.right)
    corner = end + round(-3 * unit if is_right else 3 * unit)
    draw.line([(start, low), (corner, low), (end, middle)], fill=look.colour, width=max(1, round(unit)))


def is_far(rect: Rect, one: Item, unit: float) -> bool:
    """Whether a tag stands so far along the row of its box that a line has to say whose it is."""
    return max(one.rect.x - rect.right, rect.x - one.rect.right) > FAR_PX * unit
