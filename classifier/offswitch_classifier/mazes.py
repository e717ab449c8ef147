"""Simulated settings sites on which the burying of a control is known, for training `privacy-maze`.

A site is a tree of screens. Fair sites place all controls by one law; burying ones push some of the controls that give
something away further down, behind longer ways. What varies naturally (flat sites, one-control sites, uneven trees,
lists of many choices, ways that were not proven shortest) varies in both.
"""

from typing import NamedTuple

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from offswitch_classifier.facts import Place, comparable
from offswitch_classifier.patterns.privacy_maze import measure

BURYING_SITES = 0.4
LEVELS_PUSHED = (0.25, 0.4, 0.2, 0.15)  # 1, 2, 3, 4 levels
MENTAL_SECONDS, POINT_SECONDS, HICK_SECONDS = 1.35, 1.1, 0.15


class Placed(NamedTuple):
    """A simulated control."""

    place: Place
    gives_away: bool
    buried: bool


def examples(sites: int, seed: int) -> tuple[NDArray[np.float64], NDArray[np.int_], NDArray[np.int_]]:
    """Facts of the controls that give something away, whether each was buried, and its site: (n, n_facts), (n,), (n,)."""
    random = np.random.default_rng(seed)
    rows, buried, groups = [], [], []
    for number in range(sites):
        placed = site(random)
        told = [i for i, p in enumerate(placed) if p.gives_away]
        places = len({placed[i].place.screen for i in told})
        for i in told:
            others = [p for j, p in enumerate(placed) if j != i]
            beside = comparable([p.place for p in others], [not p.gives_away for p in others])
            rows.append(list(measure(placed[i].place, beside, places).values()))
            buried.append(int(placed[i].buried))
            groups.append(number)
    return np.array(rows), np.array(buried), np.array(groups)


def site(random: Generator) -> list[Placed]:
    """One site: where each of its controls stands, and which were buried."""
    if random.random() < 0.05:
        return [_placed(random, int(random.integers(0, 6)), 1, 8.0, True, 0)]
    start, width = int(random.integers(0, 3)), float(random.lognormal(2.2, 0.5))
    depth_law = float(random.beta(2, 2)) * (0 if random.random() < 0.15 else 1)
    deepest = int(random.integers(1, 5))
    controls, telling = int(random.integers(4, 70)), float(random.beta(3, 3))
    buries = random.random() < BURYING_SITES
    share = float(random.beta(2, 2))
    screens = max(1, controls // int(random.integers(3, 12)))
    made = []
    for _ in range(controls):
        gives_away = bool(random.random() < telling)
        pushed = 0
        if buries and gives_away and random.random() < share:
            pushed = 1 + int(random.choice(len(LEVELS_PUSHED), p=LEVELS_PUSHED))
        depth = start + int(random.binomial(deepest, depth_law))
        made.append(_placed(random, depth, screens, width, gives_away, pushed))
    return made


def _placed(random: Generator, depth: int, screens: int, width: float, gives_away: bool, pushed: int) -> Placed:
    clicks = depth + pushed
    exact = bool(random.random() < 0.85)
    seen = clicks if exact else clicks + int(random.geometric(0.6)) - 1
    options = [max(1.0, float(random.lognormal(np.log(width), 0.4))) for _ in range(seen + 1)]
    way = sum(MENTAL_SECONDS + POINT_SECONDS + HICK_SECONDS * np.log2(o + 1) for o in options[:seen])
    scrolled = float(random.exponential(0.8))
    screen = f"{clicks}-{random.integers(0, screens)}" + ("-pushed" if pushed else "")
    return Placed(Place(seen, exact, way + scrolled, int(sum(options)), screen), gives_away, pushed > 0)
