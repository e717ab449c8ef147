"""The pictures of a model card, as SVG: confusion, calibration, precision and recall, learning curve.

Text that a version control can compare, drawn without a plotting library: one would weigh more than all that is drawn.
"""

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader

from offswitch.pictures.palette import GROUND, INK, LOOKS, MUTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from offswitch_classifier.curves import Confusion, Curve, Drawing, Line

WIDTH_PX, HEIGHT_PX = 560, 400
LEFT_PX, TOP_PX, RIGHT_PX, BOTTOM_PX = 60, 40, 20, 60
CELL_PX, NAMES_PX = 44, 130
COLOURS = [look.colour for look in LOOKS.values()]
DASHES = ["", "8 4", "2 3"]  # told apart without colour, too


@dataclass(frozen=True)
class Text:
    """Words at a place in pixels."""

    x: float
    y: float
    words: str
    anchor: str = "middle"
    fill: str = INK
    turned: bool = False


@dataclass(frozen=True)
class Track:
    """Points in pixels joined by a line."""

    points: "Sequence[tuple[float, float]]"
    colour: str = MUTED
    width: float = 1
    dash: str = ""


@dataclass(frozen=True)
class Rect:
    """A filled box in pixels."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    opacity: float = 1


@dataclass
class Canvas:
    """What is drawn, and how large."""

    title: str
    width: float = WIDTH_PX
    height: float = HEIGHT_PX
    rects: list[Rect] = field(default_factory=list)
    paths: list[Track] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)


def write(drawings: "Sequence[Drawing]", folder: Path) -> list[Path]:
    """One SVG for each drawing, named by its slug."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for drawing in drawings:
        file = folder / f"{drawing.slug}.svg"
        file.write_text(svg(drawing), encoding="utf-8")
        made.append(file)
    return made


def svg(drawing: "Drawing") -> str:
    """A drawing as SVG."""
    canvas = _confusion(drawing) if drawing.kind == "confusion" else _curve(drawing)  # type: ignore[arg-type]
    loader = Environment(loader=PackageLoader("offswitch.pictures"), autoescape=True, keep_trailing_newline=True)
    return loader.get_template("plot.svg").render(asdict(canvas), ground=GROUND, ink=INK)


def _confusion(drawing: "Confusion") -> Canvas:
    n = len(drawing.classes)
    side = n * CELL_PX
    canvas = Canvas(drawing.title, NAMES_PX + side + RIGHT_PX, TOP_PX + side + NAMES_PX)
    for down, (name, row) in enumerate(zip(drawing.classes, drawing.counts, strict=True)):
        y = TOP_PX + down * CELL_PX
        canvas.texts.append(Text(NAMES_PX - 8, y + CELL_PX / 2 + 4, name, "end"))
        canvas.texts.append(Text(NAMES_PX + (down + 0.5) * CELL_PX + 4, TOP_PX + side + 8, name, "end", turned=True))
        for across, count in enumerate(row):
            _cell(canvas, NAMES_PX + across * CELL_PX, y, count, count / max(1, sum(row)))
    canvas.texts.append(
        Text(NAMES_PX + side / 2, canvas.height - 8, "across: given; down: true; shade: share of the true", fill=MUTED)
    )
    return canvas


def _cell(canvas: Canvas, x: float, y: float, count: int, share: float) -> None:
    canvas.rects.append(Rect(x, y, CELL_PX - 1, CELL_PX - 1, COLOURS[2], round(share, 3)))
    if count:
        canvas.texts.append(Text(x + CELL_PX / 2, y + CELL_PX / 2 + 4, str(count), fill=GROUND if share > 0.55 else INK))


def _curve(drawing: "Curve") -> Canvas:
    canvas = Canvas(drawing.title)
    furthest = max(1.0, *(max(line.x) for line in drawing.lines))
    lowest = 0.0 if furthest <= 1 else min(min(line.y) for line in drawing.lines) // 0.1 / 10
    _axes(canvas, drawing, furthest, lowest)
    for number, line in enumerate(drawing.lines):
        colour, dash = COLOURS[number % len(COLOURS)], DASHES[number % len(DASHES)]
        canvas.paths.append(Track(_placed(line, furthest, lowest), colour, 2, dash))
        y = TOP_PX + 14 + number * 18
        canvas.paths.append(Track([(LEFT_PX + 12, y - 4), (LEFT_PX + 42, y - 4)], colour, 2, dash))
        canvas.texts.append(Text(LEFT_PX + 50, y, line.name, "start"))
    return canvas


def _axes(canvas: Canvas, drawing: "Curve", furthest: float, lowest: float) -> None:
    right, bottom = WIDTH_PX - RIGHT_PX, HEIGHT_PX - BOTTOM_PX
    canvas.paths.append(Track([(LEFT_PX, TOP_PX), (LEFT_PX, bottom), (right, bottom)], INK))
    for k in range(6):
        x, y = LEFT_PX + (right - LEFT_PX) * k / 5, bottom - (bottom - TOP_PX) * k / 5
        reached = furthest * k / 5
        canvas.texts.append(Text(round(x, 1), bottom + 18, f"{reached:.1f}" if furthest <= 1 else f"{reached:.0f}"))
        canvas.texts.append(Text(LEFT_PX - 8, round(y, 1) + 4, f"{lowest + (1 - lowest) * k / 5:.2f}", "end"))
    canvas.texts.append(Text((LEFT_PX + right) / 2, HEIGHT_PX - 18, drawing.across))
    canvas.texts.append(Text(18, (TOP_PX + bottom) / 2, drawing.upwards, turned=True))
    if drawing.diagonal:
        canvas.paths.append(Track([(LEFT_PX, bottom), (right, TOP_PX)], MUTED, 1, "4 4"))


def _placed(line: "Line", furthest: float, lowest: float) -> list[tuple[float, float]]:
    wide, high = WIDTH_PX - LEFT_PX - RIGHT_PX, HEIGHT_PX - TOP_PX - BOTTOM_PX
    pairs = zip(line.x, line.y, strict=True)
    return [
        (round(LEFT_PX + wide * x / furthest, 1), round(TOP_PX + high * (1 - (y - lowest) / (1 - lowest)), 1))
        for x, y in pairs
    ]
