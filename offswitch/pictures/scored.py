"""Scored screenshots: a copy of each picture with findings, under its breadcrumb and legend, with boxes and tags."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image, ImageDraw

from offswitch.pictures import boxes, breadcrumb, filmstrip, legend
from offswitch.pictures.boxes import Marked
from offswitch.pictures.layout import Item, Rect, below, paint
from offswitch.pictures.legend import Numbered
from offswitch.pictures.opened import Unreadable, opened
from offswitch.pictures.palette import GROUND
from offswitch.pictures.place import gutter, place
from offswitch.rows import numbered
from offswitch_recording.findings import Finding, Findings
from offswitch_recording.part import Box
from offswitch_recording.schema import Recording, Screen

SCORED = "scored"
Key = tuple[str, int]
"""Screen id and index of the picture."""


@dataclass(frozen=True)
class Drawn:
    """The pictures drawn, and why others could not be."""

    files: list[Path] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Sheet:
    """A scored picture before it is drawn: everything written on it, in pixels of the whole sheet."""

    size: tuple[int, int]
    picture_top: int
    header: list[Item]
    tags: list[Item]
    marked: list[Marked]
    leaders: list[tuple[Marked, Item]]


def draw(recording: Recording, findings: Findings, folder: Path) -> Drawn:
    """Draw the scored pictures of a recording into DIR/scored, in place of earlier ones."""
    out = folder / SCORED
    out.mkdir(exist_ok=True)
    for earlier in out.glob("*.png"):
        earlier.unlink()
    marks, unmarked = marks_of(recording, findings), unmarked_of(recording, findings)
    made = Drawn()
    for number, screen in enumerate(recording.screens, start=1):
        for index in range(len(screen.pictures)):
            key = (screen.id, index)
            whole = unmarked.get(screen.id, []) if index == 0 else []
            if key not in marks and not whole:
                continue
            try:
                image = score_one(recording, screen, index, marks.get(key, {}), whole, folder)
            except Unreadable as e:
                made.failures.append(str(e))
                continue
            made.files.append(out / file_name(number, index))
            image.save(made.files[-1], compress_level=6)
    filmstrip.draw(recording, findings, folder, out, made.files, made.failures)
    return made


def file_name(screen_number: int, index: int) -> str:
    """Name of a scored picture; nothing in it comes from a page."""
    return f"screen-{screen_number:03}{f'-{index + 1}' if index else ''}.png"


def unmarked_of(recording: Recording, findings: Findings) -> dict[str, list[Numbered]]:
    """For each screen its findings that are marked on none of its pictures, with their number in the report."""
    marked = {
        (screen, n) for (screen, _), boxes in marks_of(recording, findings).items() for ns in boxes.values() for n, _ in ns
    }
    made: dict[str, list[Numbered]] = defaultdict(list)
    for number, finding in numbered(findings):
        if (finding.screen, number) not in marked:
            made[finding.screen].append((number, finding))
    return made


def marks_of(recording: Recording, findings: Findings) -> dict[Key, dict[Box, list[Numbered]]]:
    """For each picture its marked boxes and the findings that speak of each."""
    controls = {c.id: c for c in recording.controls}
    made: dict[Key, dict[Box, list[Numbered]]] = defaultdict(lambda: defaultdict(list))
    for number, finding in numbered(findings):
        for mark in finding.evidence.marks:
            made[mark.screen, mark.picture][mark.box].append((number, finding))
        control = controls.get(finding.control or "")
        if not finding.evidence.marks and control and control.box is not None:
            made[control.screen, control.picture or 0][control.box].append((number, finding))
    return made


def score_one(
    recording: Recording,
    screen: Screen,
    index: int,
    marks: dict[Box, list[Numbered]],
    whole: Sequence[Numbered],
    folder: Path,
) -> Image.Image:
    """One scored picture. Raises Unreadable."""
    picture = screen.pictures[index]
    image = opened(folder, picture)
    others = [c.box for c in recording.controls if c.screen == screen.id and (c.picture or 0) == index and c.box]
    labels = {c.id: c.label for c in recording.controls}
    sheet = lay(image, screen, marks, others, whole, labels, unit=max(1.0, min(picture.scale, 4.0)))
    return _painted(image, sheet, max(1.0, min(picture.scale, 4.0)))


def lay(
    image: Image.Image,
    screen: Screen,
    marks: dict[Box, list[Numbered]],
    others: Sequence[Box],
    whole: Sequence[Numbered],
    labels: dict[str, str],
    *,
    unit: float,
) -> Sheet:
    """Lay out everything that is written on a picture; `unit` is pixels per CSS pixel, `others` the unmarked controls,
    `whole` the findings of the screen as a whole."""
    area, gap = Rect(0, 0, *image.size), round(3 * unit)
    marked = [
        Marked(rect.grown(round(5 * unit), area), numbered)
        for box, numbered in marks.items()
        if (rect := boxes.rect_of(box, area))
    ]
    tags = [boxes.tag(m, unit, room=max(area.w * 0.6, 150 * unit)) for m in marked]
    taken = [rect for box in others if (rect := boxes.rect_of(box, area))]
    placed = place(
        tags, area=area, taken=taken, is_blank=lambda r: boxes.is_blank(image, r.grown(round(2 * unit), area)), gap=gap
    )
    crowded = [t for t, p in zip(tags, placed, strict=True) if p is None]
    in_gutter = gutter(crowded, area=area, gap=gap)
    width = max([area.w, *(i.rect.right + gap for i in in_gutter)])
    header = _header(screen, _shown(marked, whole), labels, width, unit)
    top = below(header, round(8 * unit))
    by_box = dict(zip((t.box for t in sorted(crowded, key=lambda t: (t.box.y, t.box.x))), in_gutter, strict=True))
    return Sheet(
        size=(width, top + max([area.h, *(i.rect.bottom for i in in_gutter)])),
        picture_top=top,
        header=header,
        tags=[i.moved(0, top) for i in [*(p for p in placed if p), *in_gutter]],
        marked=marked,
        leaders=[(m, by_box[m.rect]) for m in marked if m.rect in by_box]
        + [(m, p) for m, p in zip(marked, placed, strict=True) if p and boxes.is_far(m.rect, p, unit)],
    )


def _shown(marked: Sequence[Marked], whole: Sequence[Numbered]) -> list[Numbered]:
    """The findings of the legend, by number: those marked here and those of the screen as a whole."""
    found: dict[int, Finding] = dict(whole)
    for one in marked:
        found |= dict(one.numbered)
    return sorted(found.items())


def _header(screen: Screen, shown: Sequence[Numbered], labels: dict[str, str], width: int, unit: float) -> list[Item]:
    margin, px = round(8 * unit), round(14 * unit)
    path = breadcrumb.lay(screen, x=margin, y=margin, width=width - 2 * margin, px=px)
    y = below(path, round(6 * unit))
    return [*path, *legend.lay(shown, labels, x=margin, y=y, width=width - 2 * margin, px=px)]


def _painted(image: Image.Image, sheet: Sheet, unit: float) -> Image.Image:
    made = Image.new("RGB", sheet.size, GROUND)
    made.paste(image, (0, sheet.picture_top))
    pen = ImageDraw.Draw(made)
    pen.line([(0, sheet.picture_top - 1), (sheet.size[0], sheet.picture_top - 1)], fill="#8a8a94")
    for marked, one in sheet.leaders:
        boxes.leader(pen, marked.rect.moved(0, sheet.picture_top), one.moved(0, sheet.picture_top), marked.look, unit)
    for marked in sheet.marked:
        boxes.outline(pen, marked.rect.moved(0, sheet.picture_top), marked.look, unit)
    for one in [*sheet.header, *sheet.tags]:
        paint(pen, one)
    return made
