"""What can be computed from one recording, computed once: how deep and costly each control is beside the others."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median
from typing import Any, NamedTuple, TypeVar

from offswitch_classifier.model import Models
from offswitch_classifier.purpose import NEUTRAL
from offswitch_classifier.reading import Asked, Told, read
from offswitch_classifier.text import control as texts_of
from offswitch_recording.controls import Control
from offswitch_recording.findings import Reading
from offswitch_recording.schema import Recording, Screen
from offswitch_recording.words import Account, DepthIs, Purpose

ORDINARY_BELOW = 0.5
FEWEST_ORDINARY = 3
T = TypeVar("T")
LEAST_AT_STAKE = 0.02  # a control that gives away less surely is no matter for a pattern, whatever else is true of it


class Place(NamedTuple):
    """What it takes to reach a control: clicks (None without a walk), whether that is exact, seconds, choices seen."""

    depth: int | None
    exact: bool
    seconds: float
    options_seen: int
    screen: str


class Comparable(NamedTuple):
    """The places of comparable controls, summed up: depths in order, middle seconds, middle number of choices seen."""

    depths: list[int]
    seconds: float
    options_seen: float

    @property
    def depth(self) -> float | None:
        """Middle depth, clicks; None where there is nothing to compare with."""
        return median(self.depths) if self.depths else None


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

    @property
    def screen_id(self) -> str:
        """Id of the screen that shows the control."""
        return self.control.screen

    @property
    def control_id(self) -> str:
        """Id of the control."""
        return self.control.id

    @property
    def known(self) -> str:
        """By what it is known again in another recording."""
        return self.control.fingerprint or "\n".join([self.control.kind, self.control.label, *self.control.section])

    @property
    def names(self) -> tuple[str, ...]:
        """What a person reads on it."""
        options = (o if isinstance(o, str) else o.label for o in self.control.options)
        return (self.control.label, self.control.description, *options)

    @cached_property
    def language(self) -> str:
        """The language that its screen declares."""
        return self.screen.language if self.screen else ""

    @cached_property
    def at_stake(self) -> Purpose:
        """The most probable purpose of those that give something away: what a finding speaks of."""
        return at_stake(self.reading.purposes)

    @cached_property
    def place(self) -> Place:
        """What it takes to reach this control."""
        return place(self.control)

    @cached_property
    def comparable(self) -> "Comparable":
        """What it takes to reach the site's ordinary controls, or all others where there are too few ordinary ones."""
        if self.gives_away >= ORDINARY_BELOW and len(self.facts.ordinary) >= FEWEST_ORDINARY:
            return self.facts.comparable
        others = [c for c in self.facts.controls if c.index != self.index]
        return comparable([c.place for c in others], [c.gives_away < ORDINARY_BELOW for c in others])

    @cached_property
    def neighbours(self) -> list["ControlFacts"]:
        """The other controls of the same screen, in reading order."""
        return [c for c in self.facts.on_screen[self.control.screen] if c.index != self.index]

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
        models: Models,
    ) -> None:
        self.recording = recording
        self.models = models
        self._kept: dict[Callable[..., Any], Any] = {}
        self.screens = {s.id: s for s in recording.screens}
        self.controls = [
            ControlFacts(self, control, readings[i], gives_away[i], state_facts[i], i)
            for i, control in enumerate(recording.controls)
        ]
        self.on_screen: dict[str, list[ControlFacts]] = {}
        for made in self.controls:
            self.on_screen.setdefault(made.control.screen, []).append(made)

    def kept(self, made: Callable[["Facts"], T]) -> T:
        """What `made` makes of these facts, made once: several patterns ask for the same."""
        if made not in self._kept:
            self._kept[made] = made(self)
        found: T = self._kept[made]
        return found

    def told(self, texts: Sequence[Mapping[str, object]]) -> Told:
        """What the models say of other texts than controls (doors, headings, sentences), given as fields of a control."""
        return read([Asked(texts_of(t), "") for t in texts], self.models)

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
    def ordinary(self) -> list[Place]:
        """The places of controls that have nothing to give away, or that the service needs: of one that stands on several
        screens alike (once for each device, each contact) the nearest alone."""
        nearest: dict[tuple[str, str], Place] = {}
        for c in self.controls:
            if c.gives_away < ORDINARY_BELOW and c.place.depth is not None:
                key = (c.control.kind, c.control.label or c.control.id)
                held = nearest.setdefault(key, c.place)
                if held.depth is not None and c.place.depth < held.depth:
                    nearest[key] = c.place
        return list(nearest.values())

    @cached_property
    def comparable(self) -> Comparable:
        """The ordinary controls, summed up."""
        return comparable(self.ordinary, [True] * len(self.ordinary))


def at_stake(purposes: Mapping[str, float]) -> Purpose:
    """The most probable purpose of those that give something away."""
    return Purpose(max((p for p in purposes if p not in NEUTRAL), key=purposes.__getitem__))


def comparable(places: Sequence[Place], ordinary: Sequence[bool]) -> Comparable:
    """Sum up the ordinary ones of some places, or all of them where too few are ordinary; unknown depths are left out."""
    reached = [(p, o) for p, o in zip(places, ordinary, strict=True) if p.depth is not None]
    chosen = [p for p, o in reached if o]
    if len(chosen) < FEWEST_ORDINARY:
        chosen = [p for p, _ in reached]
    if not chosen:
        return Comparable([], 0, 0)
    depths = sorted(p.depth for p in chosen if p.depth is not None)
    return Comparable(depths, median(p.seconds for p in chosen), median(p.options_seen for p in chosen))


def place(control: Control) -> Place:
    """What the recording says about the way to a control."""
    effort = control.effort
    exact = control.depth_is is DepthIs.EXACT
    return Place(control.depth, exact, effort.klm_seconds, effort.options_seen, control.screen)
