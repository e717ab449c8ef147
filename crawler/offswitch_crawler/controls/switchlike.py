"""Whether a picture is that of a switch (a rounded track, a round knob at one of its ends) or of a box to tick. Pure."""

from collections.abc import Iterable
from typing import Any

from offswitch_crawler.controls.box_mark import away
from offswitch_crawler.controls.raw import RawNode

GRID_WIDE = 32
"""Pixels of a grid from left to right, as page/drawing.js draws it."""
MOST_PARTS = 3
TRACK = (1.35, 2.8)
"""A track is so many times as wide as high."""
FLAT = 2.2
APART = 45
"""Distance of two colours, summed over red, green and blue, from which they are two."""
NEAR_END, FAR_END = 0.3, 0.7

Colour = tuple[float, float, float]
Spot = tuple[int, int]


def shows_switch(node: RawNode) -> bool:
    """Whether a svg, img or canvas is drawn like a switch, beyond mistake."""
    return knob_end(node) is not None


def knob_end(node: RawNode) -> str | None:
    """The end at which the knob of such a picture stands, `left` or `right`; None where it is not drawn like a switch."""
    if node.tag == "svg" and (end := _in_parts(node.parts)) is not None:
        return end
    return _in_grid(node.grid) if node.grid is not None else None


def drawn_state(node: RawNode, *, rtl: bool) -> str:
    """on or off as a svg draws it; empty from right to left, where some pictures are turned round and others are not."""
    end = knob_end(node) if node.tag == "svg" and not rtl else None
    return {"left": "off", "right": "on"}.get(end or "", "")


def _in_parts(parts: list[dict[str, Any]]) -> str | None:
    if not 2 <= len(parts) <= MOST_PARTS:
        return None
    track = max(parts, key=lambda p: p["box"][2])
    x, y, wide, high = track["box"]
    if wide < 16 or high < 8 or not TRACK[0] <= wide / high <= TRACK[1] or not track["round"]:
        return None
    others = [p for p in parts if p is not track]
    knobs = [p["box"] for p in others if p["round"] and _is_knob(p["box"], high)]
    if len(knobs) != 1:
        return None
    kx, ky, kw, kh = knobs[0]
    inside = x - 3 <= kx and kx + kw <= x + wide + 3 and abs(ky + kh / 2 - y - high / 2) <= 2
    where = (kx - x) / max(1.0, wide - kw)
    if not inside or kw > 0.72 * wide or NEAR_END < where < FAR_END:
        return None
    return "left" if where <= NEAR_END else "right"


def _is_knob(box: list[float], high: float) -> bool:
    _, _, w, h = box
    return bool(h) and 0.8 <= w / h <= 1.25 and 0.35 * high <= h <= 1.6 * high


def mark_in_box(node: RawNode) -> str | None:
    """What a svg draws in a square box that fills it: `tick`, `bar` or nothing; None where it draws no such box."""
    if node.tag != "svg" or not 1 <= len(node.parts) <= MOST_PARTS:
        return None
    box, *inside = node.parts
    x, y, wide, high = box["box"]
    if not 0.9 <= wide / max(1.0, high) <= 1.1 or not 11 <= wide <= 32 or wide < 0.6 * node.width or box["tag"] == "circle":
        return None
    for part in inside:
        px, py, pw, ph = part["box"]
        if px < x - 1 or py < y - 1 or px + pw > x + wide + 1 or py + ph > y + high + 1 or max(pw, ph) > 0.9 * wide:
            return None
    if not inside:
        return None if box["filled"] else ""
    return "bar" if all(p["box"][2] >= FLAT * p["box"][3] for p in inside) else "tick"


def _in_grid(grid: list[int]) -> str | None:
    picture = _Picture(grid)
    if not picture.drawn:
        return None
    left, top = min(x for x, _ in picture.drawn), min(y for _, y in picture.drawn)
    right, bottom = max(x for x, _ in picture.drawn), max(y for _, y in picture.drawn)
    wide, high = right - left + 1, bottom - top + 1
    if high < 8 or wide < GRID_WIDE / 2 or not TRACK[0] <= wide / high <= TRACK[1]:
        return None
    corners = [(x, y) for x in (left, left + 1, right - 1, right) for y in (top, top + 1, bottom - 1, bottom)]
    if picture.drawn.intersection(corners):
        return None
    middle = top + high // 2
    ends = ((left + high // 2, middle), (right - high // 2, middle))
    inks = tuple(picture.colour(*end) for end in ends)
    if away(*inks) < APART or picture.share(inks) < 0.6:
        return None
    round_ones = [_is_round(picture.around(end, ink), high) for end, ink in zip(ends, inks, strict=True)]
    if sum(round_ones) != 1:  # the other is the track, and longer than round
        return None
    return "left" if round_ones[0] else "right"


class _Picture:
    """A grid of colours laid on its ground: what stands at its corners, or white where it is transparent there."""

    def __init__(self, grid: list[int]) -> None:
        self.high = len(grid) // 4 // GRID_WIDE
        corners = [self._raw(grid, x, y) for x in (0, GRID_WIDE - 1) for y in (0, self.high - 1)]
        clear = all(c[3] < 80 for c in corners)
        self.ground: Colour = (255.0, 255.0, 255.0) if clear else corners[0][:3]
        self.drawn: set[Spot] = set()
        self.pixels: dict[Spot, Colour] = {}
        if not clear and any(away(c[:3], self.ground) > APART or c[3] < 200 for c in corners):
            return
        for y in range(self.high):
            for x in range(GRID_WIDE):
                r, g, b, a = self._raw(grid, x, y)
                share = a / 255
                laid = [c * share + u * (1 - share) for c, u in zip((r, g, b), self.ground, strict=True)]
                self.pixels[x, y] = (laid[0], laid[1], laid[2])
                if a >= 128 if clear else away(self.pixels[x, y], self.ground) > APART:
                    self.drawn.add((x, y))

    @staticmethod
    def _raw(grid: list[int], x: int, y: int) -> tuple[float, float, float, float]:
        at = 4 * (y * GRID_WIDE + x)
        return (grid[at], grid[at + 1], grid[at + 2], grid[at + 3])

    def colour(self, x: int, y: int) -> Colour:
        """The mean around a pixel."""
        near = [self.pixels[i, j] for i in (x - 1, x, x + 1) for j in (y - 1, y, y + 1) if (i, j) in self.pixels]
        return tuple(sum(c[k] for c in near) / len(near) for k in range(3))  # type: ignore[return-value]

    def around(self, start: Spot, ink: Colour) -> set[Spot]:
        """All pixels of a colour that hang together with one."""
        found, ahead = {start}, [start]
        while ahead:
            x, y = ahead.pop()
            for spot in ((x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)):
                if spot in self.pixels and spot not in found and away(self.pixels[spot], ink) < APART:
                    found.add(spot)
                    ahead.append(spot)
        return found

    def share(self, inks: Iterable[Colour]) -> float:
        """Of what is drawn, how much is of one of a few colours."""
        inks = list(inks)
        of_them = [s for s in self.drawn if min(away(self.pixels[s], ink) for ink in inks) < APART]
        return len(of_them) / len(self.drawn)


def _is_round(spots: set[Spot], high: int) -> bool:
    wide = max(x for x, _ in spots) - min(x for x, _ in spots) + 1
    tall = max(y for _, y in spots) - min(y for _, y in spots) + 1
    return 0.7 <= wide / tall <= 1.4 and 0.35 * high <= tall <= high and 0.6 <= len(spots) / (wide * tall) <= 0.95
