"""State from the picture of a control alone: a small trained network in numpy (how it is made: crawler/drawings)."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
from PIL import Image

from offswitch_crawler.controls.crops import Numbers, canonical, contrast, features
from offswitch_crawler.seen import Box

SURE = 0.9
"""Probability from which a state is taken from a picture."""
LEAST_PX = 9
"""Below this width or height nothing can be told."""
MOST_PX = (150, 80)
ROOM_PX = 2
LEAST_CONTRAST = 0.05
"""Below this greatest distance from the ground, 0..1, nobody sees anything drawn."""
CONTRARY = 0.97
"""Probability from which a picture stands against what the page says."""


@dataclass(frozen=True)
class Told:
    """Probabilities, 0..1, that add up to one. What nobody could tell counts half for on and half for off."""

    on: float
    off: float
    mixed: float

    @property
    def best(self) -> tuple[str, float]:
        """The likeliest state and its probability."""
        return max((("on", self.on), ("off", self.off), ("mixed", self.mixed)), key=lambda p: p[1])


@dataclass(frozen=True)
class Network:
    """Networks of two layers each whose probabilities are averaged; one temperature divides their logits.

    `mean`, `spread`: (FEATURES,). Each network: (FEATURES, hidden), (hidden,), (hidden, 4), (4,); classes on, off, mixed, unclear.
    """

    mean: Numbers
    spread: Numbers
    layers: tuple[tuple[Numbers, Numbers, Numbers, Numbers], ...]
    temperature: float

    def classes(self, rows: Numbers) -> Numbers:
        """Probabilities of on, off, mixed and unclear, (n, 4), of feature rows (n, FEATURES)."""
        scaled = np.clip((rows - self.mean) / self.spread, -6, 6)
        shares = np.zeros((len(rows), 4), dtype=np.float32)
        for into, shift, out, last in self.layers:
            logits = np.maximum(scaled @ into + shift, 0) @ out + last
            powers = np.exp((logits - logits.max(axis=1, keepdims=True)) / self.temperature)
            shares += powers / powers.sum(axis=1, keepdims=True) / len(self.layers)
        return shares

    def tell(self, rows: Numbers) -> list[Told]:
        """The same by state."""
        return [Told(float(on + un / 2), float(off + un / 2), float(mixed)) for on, off, mixed, un in self.classes(rows)]


def load(path: Path) -> Network:
    """Read a network; a file that needs pickles to be read is refused (ValueError)."""
    with np.load(path, allow_pickle=False) as kept:
        facts = {name: kept[name].astype(np.float32) for name in kept.files}
    count = sum(name.startswith("into") for name in facts)
    layers = tuple((facts[f"into{i}"], facts[f"shift{i}"], facts[f"out{i}"], facts[f"last{i}"]) for i in range(count))
    return Network(facts["mean"], facts["spread"], layers, float(facts["temperature"]))


@cache
def shipped() -> Network:
    """The network that travels with the crawler."""
    with as_file(files("offswitch_crawler").joinpath("models", "state_from_picture.npz")) as path:
        return load(path)


def croppable(box: Box) -> bool:
    """Whether a box, CSS pixels, has the size in which switches and checkboxes are drawn."""
    return LEAST_PX <= box[2] <= MOST_PX[0] and LEAST_PX <= box[3] <= MOST_PX[1]


def cut_out(picture: Image.Image, box: Box) -> Image.Image | None:
    """A control and a little room around it, from a picture with one pixel for each CSS pixel; None where it is not on it."""
    x, y, wide, high = box
    left, top, right, bottom = (round(e) for e in (x - ROOM_PX, y - ROOM_PX, x + wide + ROOM_PX, y + high + ROOM_PX))
    if right - ROOM_PX > picture.width or bottom - ROOM_PX > picture.height or x < 0 or y < 0:
        return None
    return picture.crop((max(0, left), max(0, top), min(picture.width, right), min(picture.height, bottom)))


def tell(crops: list[tuple[Image.Image, bool]]) -> list[Told]:
    """What each picture shows, given with whether it is to be mirrored: right to left, switches are on at the left."""
    if not crops:
        return []
    drawn = [canonical(crop, mirrored=mirrored) for crop, mirrored in crops]
    told = shipped().tell(np.stack([features(*d) for d in drawn]))
    return [t if contrast(*d) >= LEAST_CONTRAST else Told(0.5, 0.5, 0.0) for t, d in zip(told, drawn, strict=True)]
