"""The picture of one control → numbers that do not depend on its size, its theme or the room around it. Pure."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Numbers: TypeAlias = NDArray[np.float32]
WIDE, HIGH = 48, 24
"""A crop is brought to this size, pixels, its proportions kept: a square one stands in the middle."""
CELL = 6
TURNS = 6
FAINT = 14
"""Distance of a colour from the ground, 0..255, below which a pixel counts as ground where nothing stronger is there."""


def canonical(crop: Image.Image, *, mirrored: bool = False) -> tuple[Numbers, Numbers]:
    """A control without the room around it: pixels (HIGH, WIDE, 3) and its ground (3), red green blue 0..1."""
    pixels = np.asarray(crop.convert("RGB"), dtype=np.float32)
    ground = _ground(pixels)
    left, top, right, bottom = _tight(pixels, ground)
    cut = crop.convert("RGB").crop((left, top, right, bottom))
    scale = min(WIDE / cut.width, HIGH / cut.height)
    size = (max(1, round(cut.width * scale)), max(1, round(cut.height * scale)))
    canvas = np.tile(ground / 255, (HIGH, WIDE, 1)).astype(np.float32)
    x, y = (WIDE - size[0]) // 2, (HIGH - size[1]) // 2
    canvas[y : y + size[1], x : x + size[0]] = np.asarray(cut.resize(size, Image.Resampling.BOX), dtype=np.float32) / 255
    return (canvas[:, ::-1] if mirrored else canvas), (ground / 255).astype(np.float32)


def _ground(pixels: Numbers) -> Numbers:
    """The colour around a control: the middle of its corners' colours, for a track that fills its box leaves only those."""
    corners = np.stack([pixels[y, x] for y in (0, -1) for x in (0, -1)])
    ground: Numbers = np.median(corners, axis=0).astype(np.float32)
    return ground


def _tight(pixels: Numbers, ground: Numbers) -> tuple[int, int, int, int]:
    """Left, top, right, bottom of what differs from the ground, pixels; the whole where that is next to nothing."""
    high, wide = pixels.shape[:2]
    away = np.abs(pixels - ground).max(axis=2)
    drawn = away > max(FAINT, 0.12 * float(away.max()))
    columns, rows = np.flatnonzero(drawn.any(axis=0)), np.flatnonzero(drawn.any(axis=1))
    if len(columns) < 4 or len(rows) < 4:
        return (0, 0, wide, high)
    return (int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)


def features(pixels: Numbers, ground: Numbers) -> Numbers:
    """The numbers that the model is given, (FEATURES,): maps of distance from the ground, brightness and colour at half size,
    directions of edges by cell, and seven figures of the whole."""
    grey = pixels @ np.array([0.299, 0.587, 0.114], dtype=np.float32)
    under = float(ground @ np.array([0.299, 0.587, 0.114], dtype=np.float32))
    away = np.sqrt(((pixels - ground) ** 2).sum(axis=2) / 3)
    strongest = max(float(away.max()), 0.04)
    chroma = pixels.max(axis=2) - pixels.min(axis=2)
    drawn = away > 0.12 * strongest
    maps = [_half(away / strongest), _half((grey - under) / strongest), _half(chroma)]
    warm = float((pixels[..., 0] - pixels[..., 1])[drawn].mean()) if drawn.any() else 0.0
    rows, columns = np.flatnonzero(drawn.any(axis=1)), np.flatnonzero(drawn.any(axis=0))
    ratio = len(columns) / max(1, len(rows))
    whole = [under, strongest, float(chroma.max()), float(chroma[drawn].mean()) if drawn.any() else 0.0, warm, ratio / 2]
    whole.append(float(drawn.mean()))
    return np.concatenate([*(m.ravel() for m in maps), _edges(grey), np.array(whole)]).astype(np.float32)


def contrast(pixels: Numbers, ground: Numbers) -> float:
    """How far the farthest pixel is from the ground, 0..1."""
    return float(np.sqrt(((pixels - ground) ** 2).sum(axis=2) / 3).max())


def _half(field: Numbers) -> Numbers:
    """A map at half its size, each value the mean of four."""
    halved: Numbers = field.reshape(HIGH // 2, 2, WIDE // 2, 2).mean(axis=(1, 3))
    return halved


def _edges(grey: Numbers) -> Numbers:
    """How strong edges of each direction are in each cell, (HIGH / CELL, WIDE / CELL, TURNS) flattened, by blocks normalised."""
    dy, dx = np.gradient(grey)
    strength = np.hypot(dx, dy)
    turn = ((np.arctan2(dy, dx) % np.pi) / np.pi * TURNS).astype(int) % TURNS
    cells = np.stack([np.where(turn == t, strength, 0) for t in range(TURNS)], axis=2)
    cells = cells.reshape(HIGH // CELL, CELL, WIDE // CELL, CELL, TURNS).sum(axis=(1, 3))
    scale = np.sqrt((cells**2).sum()) + 0.1
    flat: Numbers = np.sqrt(cells / scale).ravel()
    return flat


FEATURES = 3 * (HIGH // 2) * (WIDE // 2) + (HIGH // CELL) * (WIDE // CELL) * TURNS + 7
