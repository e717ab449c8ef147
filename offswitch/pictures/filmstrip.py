"""The route to a control as one strip of pictures: every screen passed, what was clicked there, and the control."""

from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw

from offswitch.pictures import boxes, fonts
from offswitch.pictures.layout import Item, Rect, around, item, paint
from offswitch.pictures.opened import Unreadable, opened
from offswitch.pictures.palette import CHIP, CLICKED, GROUND, INK, LOOKS, Look
from offswitch.rows import numbered
from offswitch_recording.controls import Control
from offswitch_recording.doors import Step
from offswitch_recording.findings import Finding, Findings
from offswitch_recording.part import Box
from offswitch_recording.schema import Recording, Screen
from offswitch_recording.words import Action, Button, Severity

MOST_STRIPS = 5
PANEL_W, PANEL_H, CAPTION_H, GAP, PER_ROW, PX = 290, 182, 60, 24, 4, 15
CLOSE_W = 520
"""Part of a screen that is shown around what is clicked there, CSS pixels."""
WIDE_W, WIDE_CLOSE_W = 2 * PANEL_W + GAP, 1000
"""The same for the control itself on a wide screen, whose label may stand far from it."""


@dataclass(frozen=True)
class Panel:
    """One screen on the way, and what is done there."""

    screen: Screen
    caption: str
    look: Look
    picture: int = 0
    is_control: bool = False
    box: Box | None = None
    """On that picture: what is clicked, or the control; older recordings do not know what was clicked."""


def draw(recording: Recording, findings: Findings, folder: Path, out: Path, files: list[Path], failures: list[str]) -> None:
    """Draw a strip for each of the gravest findings on a control that is not on the start screen."""
    for number, finding, control in gravest(recording, findings):
        panels = route(recording, control, LOOKS[finding.severity])
        try:
            strip = _strip(panels, folder)
        except Unreadable as e:
            failures.append(str(e))
            continue
        files.append(out / file_name(number))
        strip.save(files[-1], compress_level=6)


def file_name(finding_number: int) -> str:
    """Name of the strip of a finding; nothing in it comes from a page."""
    return f"route-{finding_number:03}.png"


def gravest(recording: Recording, findings: Findings) -> list[tuple[int, Finding, Control]]:
    """The findings that get a strip, one for each control: number in the report, finding, control."""
    controls = {c.id: c for c in recording.controls}
    found = [(n, f, controls[f.control]) for n, f in numbered(findings) if f.control in controls]
    found.sort(key=lambda t: (-list(Severity).index(t[1].severity), t[0]))
    first = {c.id: (n, f, c) for n, f, c in reversed(found) if len(route(recording, c)) > 1}
    return [t for t in found if first.get(t[2].id) == t][:MOST_STRIPS]


def route(recording: Recording, control: Control, look: Look = CLICKED) -> list[Panel]:
    """The screens on the way to a control, as far as they have pictures; `look` is how the control itself is marked."""
    screens = {s.id: s for s in recording.screens if s.pictures}
    doors = {d.id: d for d in recording.doors}
    panels = []
    number = 0
    for step in (s for s in control.steps if s.action in (Action.CLICK, Action.HOVER)):
        number += step.action is Action.CLICK
        door = doors.get(step.door or "")
        at = step.screen or (door.screen if door else "")
        if door and at in screens:
            panels.append(Panel(screens[at], f"{_how(step, number)} “{door.label}”", CLICKED, box=step.box))
    if control.screen in screens:
        panels.append(
            Panel(screens[control.screen], control.label, look, control.picture or 0, is_control=True, box=control.box)
        )
    return panels


def _how(step: Step, number: int) -> str:
    """What a person does there; what costs no click has no number."""
    if step.action is Action.HOVER:
        return "rest the pointer on"
    return f"{number}. right-click" if step.button is Button.RIGHT else f"{number}. click"


def _strip(panels: list[Panel], folder: Path) -> Image.Image:
    drawn = [_thumbnail(panel, folder) for panel in panels]
    places = _places([d.width for d in drawn])
    right = max(x + d.width for (x, _), d in zip(places, drawn, strict=True))
    made = Image.new("RGB", (right + GAP, places[-1][1] + PANEL_H + CAPTION_H + GAP), GROUND)
    pen = ImageDraw.Draw(made)
    for index, (panel, small, (x, y)) in enumerate(zip(panels, drawn, places, strict=True)):
        made.paste(small, (x, y))
        pen.rectangle((x - 1, y - 1, x + small.width, y + PANEL_H), outline="#8a8a94")
        for one in caption(panel.caption, x, y + PANEL_H + 4, small.width):
            paint(pen, one)
        if index + 1 < len(panels):
            _arrow(pen, x + small.width + 5, y + PANEL_H // 2)
    return made


def _places(widths: list[int]) -> list[tuple[int, int]]:
    """Corners of the panels, in rows as wide as PER_ROW of the narrow ones."""
    made: list[tuple[int, int]] = []
    x, y = GAP, GAP
    for width in widths:
        if x > GAP and x + width + GAP > GAP + PER_ROW * (PANEL_W + GAP):
            x, y = GAP, y + PANEL_H + CAPTION_H + GAP
        made.append((x, y))
        x += width + GAP
    return made


def caption(text: str, x: int, y: int, width: int = PANEL_W) -> list[Item]:
    """Up to two lines under a panel."""
    lines = fonts.wrap(text, PX, width - PX, 2)
    height = (CAPTION_H - 4) // 2
    return [item(line, PX, most=width, ink=INK).at(x, y + n * height) for n, line in enumerate(lines)]


def _arrow(pen: ImageDraw.ImageDraw, x: int, y: int) -> None:
    size = GAP - 10
    pen.polygon([(x, y - size), (x + size, y), (x, y + size)], fill=INK)


def _thumbnail(panel: Panel, folder: Path) -> Image.Image:
    picture = panel.screen.pictures[min(panel.picture, len(panel.screen.pictures) - 1)]
    image = opened(folder, picture)
    area = Rect(0, 0, *image.size)
    rect = boxes.rect_of(panel.box, area) if panel.box else None
    unit = max(1.0, min(picture.scale, 4.0))
    wide = panel.is_control and area.w > CLOSE_W * unit
    width, close = (WIDE_W, WIDE_CLOSE_W) if wide else (PANEL_W, CLOSE_W)
    if rect is None:
        return _fitted(image, Rect(0, 0, area.w, area.h), width)
    boxes.outline(ImageDraw.Draw(image), rect.grown(round(5 * unit), area), panel.look, unit)
    return _fitted(image, around(rect, area, close * unit, PANEL_H / width, unit), width)


def _fitted(image: Image.Image, part: Rect, width: int) -> Image.Image:
    h = min(part.w * PANEL_H // width, image.height - part.y)
    small = image.crop((part.x, part.y, part.right, part.y + h))
    small.thumbnail((width, PANEL_H), Image.Resampling.LANCZOS)
    made = Image.new("RGB", (width, PANEL_H), CHIP)
    made.paste(small, ((width - small.width) // 2, 0))
    return made
