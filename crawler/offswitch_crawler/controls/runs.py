"""Drawn text, and pieces of it joined into what reads as one line."""

from dataclasses import dataclass
from itertools import pairwise

from offswitch_crawler.seen import Box

Colour = tuple[float, ...]


@dataclass(frozen=True, eq=False)
class Text:
    """One piece of drawn text; pieces of one `run` read as one line."""

    at: int
    run: int
    text: str
    box: Box
    px: float
    weight: float
    contrast: float | None
    """Null where a picture lies under it."""
    ink: Colour
    ground: Colour
    spaced: bool = False
    ends: bool = False
    caps: bool = False
    """Drawn in capitals or small capitals by its style."""
    cell: int = 0
    """Texts of one cell of a table, or of none between two, have the same."""


@dataclass(frozen=True, eq=False)
class Run:
    """What reads as one line or paragraph."""

    at: int
    text: str
    box: Box
    px: float
    weight: float
    contrast: float | None
    """Null where a picture lies under it."""
    pieces: tuple[Text, ...]


def runs(pieces: list[Text]) -> list[Run]:
    """Pieces joined into what reads as one line, in order."""
    return [joined(group) for group in grouped(pieces)]


def grouped(pieces: list[Text]) -> list[list[Text]]:
    """The pieces of each line, in order."""
    found: list[list[Text]] = []
    for piece in pieces:
        if found and found[-1][0].run == piece.run:
            found[-1].append(piece)
        else:
            found.append([piece])
    return found


def joined(pieces: list[Text]) -> Run:
    """Pieces as one line."""
    if len(pieces) == 1:  # most lines, and every look joins thousands
        p = pieces[0]
        return Run(p.at, p.text, around([p.box]), p.px, p.weight, p.contrast, (p,))
    text = pieces[0].text
    for before, piece in pairwise(pieces):
        text += (" " if before.ends or piece.spaced else "") + piece.text
    biggest = max(pieces, key=lambda p: len(p.text))
    return Run(
        pieces[0].at, text, around([p.box for p in pieces]), biggest.px, biggest.weight, biggest.contrast, tuple(pieces)
    )


def around(boxes: list[Box]) -> Box:
    """The smallest box around boxes; (0, 0, 0, 0) for none."""
    if not boxes:
        return (0.0, 0.0, 0.0, 0.0)
    left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
    return (left, top, max(b[0] + b[2] for b in boxes) - left, max(b[1] + b[3] for b in boxes) - top)
