"""How one drawing looks: its size, colours and surroundings, drawn by lot and the same for every family."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import TypeAlias

STATES = ("on", "off", "mixed", "unclear")
"""`unclear` is what nobody could tell from the picture alone."""


def hsl(hue: float, saturation: float, light: float) -> str:
    """A colour of CSS; hue in degrees, the others in percent."""
    return f"hsl({hue:.0f} {saturation:.0f}% {light:.0f}%)"


@dataclass
class Style:
    """What the families draw with. Lengths in CSS pixels."""

    lot: Random
    high: float
    dark: bool
    ground: str
    ink: str
    paper: str
    """What ink is written on: near white in a light theme, near black in a dark one."""
    on: str
    off: str
    knob_on: str
    knob_off: str
    edge: str
    rtl: bool

    def pick(self, *choices: str) -> str:
        """One of several, by lot."""
        return self.lot.choice(choices)

    def some(self, least: float, most: float) -> float:
        """A number between two, by lot."""
        return self.lot.uniform(least, most)

    def chance(self, share: float) -> bool:
        """True in that share of cases, 0..1."""
        return self.lot.random() < share

    def track(self, state: str) -> str:
        """Colour of what is filled while on."""
        if state == "mixed":
            return self.pick(self.on, self.off)
        return self.on if state == "on" else self.off

    def knob(self, state: str) -> str:
        """Colour of what moves."""
        return self.knob_on if state == "on" else self.knob_off


@dataclass(frozen=True)
class Drawing:
    """One control as HTML inside a box of that size, CSS pixels."""

    wide: float
    high: float
    inner: str
    clear: bool = True
    """Whether a person could tell its state."""


Family: TypeAlias = Callable[[Style, str], Drawing]
"""Draws one state in one style; the make is its own."""


def by_lot(lot: Random) -> Style:
    """A style: most like the web, some odd, some ambiguous in colour."""
    dark = lot.random() < 0.27
    tint, light = lot.choice((0, 0, 0, 8, 20)), lot.uniform(6, 26) if dark else lot.choice((100, 100, lot.uniform(90, 100)))
    ground = hsl(lot.uniform(0, 360), tint, light)
    ink = hsl(lot.uniform(200, 260), lot.uniform(0, 15), lot.uniform(75, 96) if dark else lot.uniform(5, 35))
    paper = hsl(0, 0, lot.uniform(8, 24) if dark else lot.uniform(94, 100))
    on, off = _on(lot, dark), _off(lot, dark)
    if lot.random() < 0.08:  # grey while on, coloured while off
        on, off = off, on
    knob = hsl(0, 0, lot.choice((100, 100, 100, lot.uniform(88, 98))))
    knob_on = lot.choice((knob, knob, knob, ink, _on(lot, dark)))
    knob_off = lot.choice((knob, knob, hsl(0, 0, lot.uniform(40, 75)))) if knob_on == knob else lot.choice((knob, knob_on))
    edge = hsl(lot.uniform(200, 260), lot.uniform(0, 12), lot.uniform(35, 65) if dark else lot.uniform(40, 78))
    high = lot.choice((12, 14, 16, 16, 18, 20, 20, 22, 24, 24, 26, 28, 30, 32, 36, 40, 48, 64))
    return Style(lot, high, dark, ground, ink, paper, on, off, knob_on, knob_off, edge, lot.random() < 0.15)


def _on(lot: Random, dark: bool) -> str:
    kind = lot.random()
    if kind < 0.62:
        return hsl(
            lot.choice((lot.uniform(95, 165), lot.uniform(195, 275), lot.uniform(0, 360))),
            lot.uniform(45, 100),
            lot.uniform(28, 62),
        )
    if kind < 0.75:
        return hsl(lot.uniform(0, 360), lot.uniform(20, 60), lot.uniform(60, 82))
    if kind < 0.9:
        return hsl(lot.uniform(200, 260), lot.uniform(0, 20), lot.uniform(80, 95) if dark else lot.uniform(5, 30))
    return hsl(0, 0, lot.uniform(40, 70))


def _off(lot: Random, dark: bool) -> str:
    kind = lot.random()
    if kind < 0.72:
        return hsl(lot.uniform(200, 260), lot.uniform(0, 12), lot.uniform(28, 52) if dark else lot.uniform(55, 88))
    if kind < 0.82:
        return hsl(lot.uniform(340, 375) % 360, lot.uniform(45, 95), lot.uniform(40, 65))
    if kind < 0.9:
        return hsl(lot.uniform(0, 360), lot.uniform(20, 60), lot.uniform(70, 92))
    return hsl(0, 0, lot.uniform(12, 45))


def part(x: float, y: float, wide: float, high: float, style: str, inner: str = "") -> str:
    """An element at a place in its box, CSS pixels."""
    return (
        f'<div style="position:absolute;box-sizing:border-box;left:{x:.2f}px;top:{y:.2f}px;width:{wide:.2f}px;'
        f'height:{high:.2f}px;{style}">{inner}</div>'
    )


def svg(wide: float, high: float, inner: str, view: str = "") -> str:
    """A picture in SVG; `view` is its viewBox, by default in CSS pixels."""
    box = view or f"0 0 {wide:.2f} {high:.2f}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" style="position:absolute;left:0;top:0" width="{wide:.2f}" height="{high:.2f}" '
        f'viewBox="{box}" preserveAspectRatio="xMidYMid meet">{inner}</svg>'
    )


def where(style: Style, state: str) -> float:
    """How far a knob stands along its track, 0..1; right to left it is the other way round."""
    at = {"on": 1.0, "off": 0.0, "mixed": 0.5}[state]
    return 1 - at if style.rtl else at
