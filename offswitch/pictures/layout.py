"""Rectangles, and pieces of text that know how much room they take: what is written is laid out before it is drawn."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from PIL.ImageDraw import ImageDraw

from offswitch.pictures import fonts
from offswitch.pictures.palette import INK, Look


class Rect(NamedTuple):
    """A rectangle in pixels; right and bottom edges are outside."""

    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        """First column to the right."""
        return self.x + self.w

    @property
    def bottom(self) -> int:
        """First row below."""
        return self.y + self.h

    def overlaps(self, other: "Rect", gap: int = 0) -> bool:
        """Whether they share a pixel, or come nearer than `gap`."""
        return (
            self.x < other.right + gap
            and other.x < self.right + gap
            and self.y < other.bottom + gap
            and other.y < self.bottom + gap
        )

    def inside(self, other: "Rect") -> bool:
        """Whether it lies within the other."""
        return self.x >= other.x and self.y >= other.y and self.right <= other.right and self.bottom <= other.bottom

    def grown(self, by: int, within: "Rect") -> "Rect":
        """Larger by `by` on each side, cut at `within`."""
        x, y = max(within.x, self.x - by), max(within.y, self.y - by)
        return Rect(x, y, min(within.right, self.right + by) - x, min(within.bottom, self.bottom + by) - y)

    def moved(self, x: int, y: int) -> "Rect":
        """Elsewhere by that much."""
        return self._replace(x=self.x + x, y=self.y + y)


def around(rect: Rect, area: Rect, w: float, ratio: float, unit: float) -> Rect:
    """The part of a picture to show around a control, `w` wide or wider, its height `ratio` of that.

    A control in the right half stands at the right of it and the other way round: its label is on the other side.
    """
    w, margin = min(area.w, max(round(w), round(rect.w * 1.15))), round(60 * unit)
    h = min(area.h, round(w * ratio))
    is_right = rect.x + rect.w / 2 > area.x + area.w / 2
    x = rect.right + margin - w if is_right else rect.x - margin
    y = rect.y + rect.h // 2 - h // 2
    return Rect(min(max(area.x, x), area.right - w), min(max(area.y, y), area.bottom - h), w, h)


@dataclass(frozen=True)
class Item:
    """One line of text in its rectangle, on a coloured ground and with a severity's shape before it where given."""

    rect: Rect
    text: str
    px: int
    ink: str = INK
    ground: str = ""
    look: Look | None = None

    def moved(self, x: int, y: int) -> "Item":
        """Elsewhere by that much."""
        return replace(self, rect=self.rect.moved(x, y))

    def at(self, x: int, y: int) -> "Item":
        """At that corner."""
        return replace(self, rect=self.rect._replace(x=x, y=y))


def item(text: str, px: int, *, most: float, ink: str = INK, ground: str = "", look: Look | None = None) -> Item:
    """An item at the origin, its text cut so that it is at most `most` pixels wide."""
    room = most - 2 * _pad(px) - _shape_room(px, look)
    text = fonts.shorten(text, px, room)
    w = round(fonts.width(text, px) + 0.5) + 2 * _pad(px) + _shape_room(px, look)
    return Item(Rect(0, 0, w, fonts.line_height(px) + _pad(px)), text, px, ink, ground, look)


def _pad(px: int) -> int:
    return round(px * 0.4)


def _shape_room(px: int, look: Look | None) -> int:
    return round(px * 1.3) if look else 0


def flow(items: Iterable[Item], *, x: int, y: int, width: int, gap: int) -> list[Item]:
    """Set items one after another from (x, y), on a new row where `width` ends."""
    made: list[Item] = []
    left, top, row = x, y, 0
    for one in items:
        if left > x and left + one.rect.w > x + width:
            left, top, row = x, top + row + gap, 0
        made.append(one.at(left, top))
        left += one.rect.w + gap
        row = max(row, one.rect.h)
    return made


def below(items: list[Item], gap: int, start: int = 0) -> int:
    """The first row under all items."""
    return max((i.rect.bottom + gap for i in items), default=start)


def paint(draw: ImageDraw, one: Item) -> None:
    """Draw an item."""
    x, y, w, h = one.rect
    if one.ground:
        draw.rounded_rectangle((x, y, x + w - 1, y + h - 1), radius=_pad(one.px), fill=one.ground)
    left = x + _pad(one.px)
    if one.look:
        size = round(one.px * 0.9)
        shape(draw, one.look, left, y + (h - size) // 2, size, one.ink if one.ground else one.look.colour)
        left += _shape_room(one.px, one.look)
    fonts.write(draw, left, y + _pad(one.px) // 2, one.text, one.px, one.ink)


def shape(draw: ImageDraw, look: Look, x: int, y: int, size: int, colour: str) -> None:
    """Draw the shape of a severity into a square."""
    middle = size / 2
    if look.shape == "triangle":
        draw.polygon([(x + middle, y), (x + size, y + size), (x, y + size)], fill=colour)
    elif look.shape == "diamond":
        corners = [(x + middle, y), (x + size, y + middle), (x + middle, y + size), (x, y + middle)]
        draw.polygon(corners, fill=colour)
    else:
        draw.ellipse((x, y, x + size, y + size), fill=colour)
