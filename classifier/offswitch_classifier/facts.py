"""What can be computed from one recording, computed once: how deep and costly each control is beside the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median
from typing import NamedTuple

from offswitch_recording.controls import Control
from offswitch_recording.findings import Reading
from offswitch_recording.schema import Recording, Screen
from offswitch_recording.words import Account, DepthIs

ORDINARY_BELOW = 0.5
FEWEST_ORDINARY = 3


class Place(NamedTuple):
    """What it takes to reach a control: clicks (None without a walk), whether that is exact, seconds, choices seen."""

    depth: int | None
    exact: bool
    seconds: float
    options_seen: int
    screen: str


@dataclass(frozen=True)
class ControlFacts:
    """One control among the others of its recording. `gives_away`: probability that it has something to give away
    for a purpose the service does not need; `state_facts`: what preselection was judged by."""

    facts: "Facts"
    control: Control
    reading: Reading
    gives_away: float
    state_facts: tuple[float, ...]
    index: int

    @property
    def screen(self) -> Screen | None:
        """The screen that shows the control."""
        return self.facts.screens.get(self.control.screen)

    @cached_property
    def place(self) -> Place:
        """What it takes to reach this control."""
        return place(self.control)

    @cached_property
    def comparable(self) -> list[Place]:
        """What it takes to reach the site's ordinary controls, or all others where there are too few ordinary ones."""
        others = [c for c in self.facts.controls if c.index != self.index and c.place.depth is not None]
        ordinary = [c.place for c in others if c.gives_away < ORDINARY_BELOW]
        return ordinary if len(ordinary) >= FEWEST_ORDINARY else [c.place for c in others]

    @property
    def neighbours(self) -> list["ControlFacts"]:
        """The other controls of the same screen, in reading order."""
        return [c for c in self.facts.controls if c.control.screen == self.control.screen and c.index != self.index]

    @cached_property
    def contrast_rank(self) -> float | None:
        """Share of the screen's other labels that stand out more from their ground; null where not measured."""
        own = self.control.contrast.label
        others = [c.control.contrast.label for c in self.neighbours if c.control.contrast.label is not None]
        return None if own is None or not others else sum(o > own for o in others) / len(others)


class Facts:
    """Facts of one recording. readings, gives_away and state_facts: one for each control, in its order."""

    def __init__(
        self,
        recording: Recording,
        readings: Sequence[Reading],
        gives_away: Sequence[float],
        state_facts: Sequence[tuple[float, ...]],
    ) -> None:
        self.recording = recording
        self.screens = {s.id: s for s in recording.screens}
        self.controls = [
            ControlFacts(self, control, readings[i], gives_away[i], state_facts[i], i)
            for i, control in enumerate(recording.controls)
        ]

    @property
    def fresh(self) -> bool:
        """Whether a state may be called a default."""
        return self.recording.account is Account.FRESH

    @cached_property
    def walked(self) -> bool:
        """Whether depth is known of any control."""
        return any(c.control.depth is not None for c in self.controls)

    @cached_property
    def places_of_choices(self) -> int:
        """Number of screens over which controls that give something away are spread."""
        return len({c.control.screen for c in self.controls if c.gives_away >= ORDINARY_BELOW})

    @cached_property
    def median_depth(self) -> float | None:
        """Middle depth of all controls, clicks."""
        depths = [c.place.depth for c in self.controls if c.place.depth is not None]
        return median(depths) if depths else None


def place(control: Control) -> Place:
    """What the recording says about the way to a control."""
    effort = control.effort
    exact = control.depth_is is DepthIs.EXACT
    return Place(control.depth, exact, effort.klm_seconds, effort.options_seen, control.screen)
