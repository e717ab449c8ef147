"""Screens, doors and the two orders: which door is taken next, and how deep a screen is. No browser."""

import itertools
from dataclasses import dataclass, field
from typing import Any

import networkx as nx

from offswitch_crawler.seen import SeenDoor
from offswitch_recording.words import Action, WhyNot

LIKELY = 0.5
"""From this likeness on, a door looks as if it led to settings."""
TIGHTEN_EVERY, TIGHTEN = 120, 24
"""Of so many doors, the last few are taken in order of clicks although likelier ones wait; many in a row, for each change of place
costs a way there (an application that is loaded anew each time takes ten seconds)."""
CLICK_COST = 1000
"""A click weighs as much as so many hovers: of two ways with as many clicks the one with fewer hovers is shorter."""
FAR = 10**9
AFAR = 9
MOST_NAMES = 8
AMPLE = 3
"""Behind each door that waits so many screens may stand: the budget holds them all where it has room for that."""
PASSES = frozenset({408, 425, 429})
"""Of the errors that a server calls the visitor's own, those that pass with time (RFC 9110, 8470, 6585)."""


@dataclass
class Door:
    """A door and what became of it; it may stand on many screens."""

    id: str
    seen: dict[str, SeenDoor]
    """How it looked on each screen that shows it, in the order found."""
    likeness: float = 0.0
    likely: bool = False
    """Whether it looks as if it led to settings, or stands on a screen that holds some."""
    near: bool = False
    """Whether it stands on a screen to which a door led that looks so, and which holds none."""
    why_not: WhyNot | None = None
    target: str | None = None
    taken: bool = False
    outcome: str = ""
    busy: bool = False
    clears: bool = False
    """Whether it clears a dialog that covers the page: taken when nothing else is left, for the dialog is walked first."""
    anywhere: bool = False
    """Whether it leads to the same from every screen: a link does, what opens in place opens over its own screen."""

    names: dict[str, tuple[str, SeenDoor]] = field(default_factory=dict)
    """How a link is called, with the first screen that calls it so: one address may be promised as this and as that."""

    action: Action = Action.CLICK
    """How it is taken: by a click, or by letting the pointer rest on it, which is none."""
    right: bool = False
    """Whether the click is one with the right button."""
    sign: str = ""
    """Why it is thought to open a menu under a resting pointer or on a right click."""

    document: tuple[int, int] = (0, 0)
    """On which visitor's document it was clicked last."""
    again: bool = False
    """Whether it is taken once more, on a fresh page and with patience: it was gone or covered, its page failed, a window was late."""

    @property
    def open(self) -> bool:
        """Whether it still waits to be taken."""
        return not (self.taken or self.busy or self.why_not or self.target)

    @property
    def shortens_by(self) -> int:
        """How many clicks nearer to the start it must stand to hide a shorter way: a menu under the pointer costs none."""
        return 1 if self.action is Action.HOVER else 2

    def fails(self, status: int | None) -> None:
        """It has led to an error: the status of a server, None where nothing answers.

        One that lasts (404) hides nothing. Any other is asked for once more, and what it hides then is not known.
        """
        lasts = status is not None and status < 500 and status not in PASSES
        if not lasts and not self.again:
            self.again, self.taken = True, False
            return
        self.outcome = "error:the address cannot be reached" if status is None else f"status:{status}"
        self.why_not = None if lasts else WhyNot.ERROR

    @property
    def opens_menu(self) -> bool:
        """Whether it is no plain click: the pointer rests on it, or it is right-clicked."""
        return self.right or self.action is Action.HOVER

    @property
    def cost(self) -> int:
        """What its step weighs on a way."""
        return 1 if self.action is Action.HOVER else CLICK_COST

    @property
    def label(self) -> str:
        """Its label where it was first seen."""
        return next(iter(self.seen.values())).label


@dataclass
class Frontier:
    """The graph of a walk. Screen identifiers are given by the caller; the first added is the start."""

    settings_first: bool = False
    """Doors that look as if they led to settings go first (a start that is not itself a settings area)."""
    max_depth: int | None = None
    doors: dict[str, Door] = field(default_factory=dict)
    graph: "nx.DiGraph[str]" = field(default_factory=nx.DiGraph)
    start: str = ""
    _taken: int = 0
    _ways: tuple[dict[str, int], dict[str, list[str]]] | None = None
    """The shortest ways as far as they are known; None where a door has made one shorter since."""
    _likely_screens: set[str] = field(default_factory=set)
    _near_screens: set[str] = field(default_factory=set)
    over: set[str] = field(default_factory=set)
    """Screens that lie over another or opened in it: what is open there may stay open behind a link."""

    def add_screen(self, screen: str) -> None:
        """A new screen; the first is the start."""
        self.start = self.start or screen
        self.graph.add_node(screen)
        if screen == self.start:
            self._ways = None

    def add_door(
        self,
        screen: str,
        key: str,
        seen: SeenDoor,
        *,
        likeness: float = 0,
        why_not: WhyNot | None = None,
        inherited: bool = False,
        anywhere: bool = False,
    ) -> Door:
        """Say that a screen shows a door; equal keys are one door. Inherited doors gain nothing from a likely screen."""
        door = self.doors.get(key)
        if door is None:
            door = self.doors[key] = Door(
                f"d{len(self.doors) + 1}", {screen: seen}, likeness, why_not=why_not, anywhere=anywhere
            )
        door.seen.setdefault(screen, seen)
        if anywhere and seen.label and len(door.names) < MOST_NAMES:
            door.names.setdefault(seen.label, (screen, seen))
        door.likely = door.likely or likeness >= LIKELY or (not inherited and screen in self._likely_screens)
        door.near = door.near or (not inherited and screen in self._near_screens)
        if door.target:
            self._connect(screen, door)
        return door

    def link(self, door: Door, target: str, *, settings: bool = False) -> None:
        """Say where a door leads, from every screen that shows it, and whether controls stand there.

        A likely door may lead to a page of stories (`Privacy policy`): only where controls stand are the further doors likely.
        """
        door.target = target
        if door.likely and settings:
            self._likely_screens.add(target)
        elif door.likely:
            self._near_screens.add(target)
        for screen in door.seen:
            self._connect(screen, door)

    def _connect(self, screen: str, door: Door) -> None:
        if door.target is None or screen == door.target:
            return
        known = self.graph.get_edge_data(screen, door.target)
        if known is None or known["cost"] > door.cost:
            self.graph.add_edge(screen, door.target, door=door, cost=door.cost)
            self._weigh(screen, door.target, door.cost)

    def depths(self) -> dict[str, int]:
        """Clicks from the start to every screen that is known to be reached."""
        return {screen: weight // CLICK_COST for screen, weight in self._shortest()[0].items()}

    def _shortest(self) -> tuple[dict[str, int], dict[str, list[str]]]:
        """The weight of the shortest way to each screen, and the screens on it."""
        if self._ways is None:
            weights: Any = {}
            ways: Any = {}
            if self.start:
                weights, ways = nx.single_source_dijkstra(self.graph, self.start, weight="cost")
            self._ways = (weights, ways)
        return self._ways

    def _weigh(self, screen: str, target: str, cost: int) -> None:
        """Keep the shortest ways in step with a new door: most make none shorter, or lead to a screen that leads nowhere yet."""
        if self._ways is None or screen not in self._ways[0]:
            return
        weights, ways = self._ways
        weight = weights[screen] + cost
        if target in weights and weights[target] <= weight:
            return
        if target in weights or self.graph.out_degree(target):
            self._ways = None
            return
        weights[target], ways[target] = weight, [*ways[screen], target]

    def depth(self, screen: str) -> int:
        """Clicks from the start to one screen."""
        return self._shortest()[0].get(screen, FAR) // CLICK_COST

    def route(self, screen: str) -> list[tuple[str, Door]]:
        """The shortest way to a screen: which door is taken on which screen, from the start."""
        return [(a, self.graph.edges[a, b]["door"]) for a, b in itertools.pairwise(self._shortest()[1][screen])]

    def next(self, at: str | None, room: int = 0) -> tuple[str, Door] | None:
        """The door to take next and the screen to take it from; `at` is where the page stands, which costs no travel.

        `room` is how many more screens the budget has. Where all that waits fits into it amply, all will be taken, and the order
        does not change any depth: then what is near to where the page stands goes first, for travel is what a walk costs.
        """
        waiting = [door for door in self.doors.values() if door.open and self._within(door)]
        if not waiting:
            return None
        amply = AMPLE * len(waiting) <= room
        door = min(waiting, key=lambda door: self._by_travel(door, at) if amply else self._rank(door, at))
        self._taken += 1
        return (self._near_source if amply else self._source)(door, at), door

    def _within(self, door: Door) -> bool:
        return self.max_depth is None or min(self.depth(s) for s in door.seen) <= self.max_depth - door.shortens_by + 1

    def _rank(self, door: Door, at: str | None) -> tuple[int, int, bool, int, int]:
        first = self._likely_first()
        nearest = min(self.depth(s) for s in door.seen)
        away = 0 if self._source(door, at) == at else 1
        order = 3 if door.clears else 0 if first and door.likely else 1 if first and door.near else 2
        return (order, nearest, door.action is Action.CLICK, away, int(door.id[1:]))

    def _likely_first(self) -> bool:
        return self.settings_first and self._taken % TIGHTEN_EVERY < TIGHTEN_EVERY - TIGHTEN

    def _by_travel(self, door: Door, at: str | None) -> tuple[int, int, bool, int, bool, int]:
        """The deepest first of what is equally near, and links last: then a place is left when all of it was seen."""
        first = self._likely_first()
        order = 3 if door.clears else 0 if first and door.likely else 1 if first and door.near else 2
        nearest = min(self.depth(s) for s in door.seen)
        travel = self._travel(at, self._near_source(door, at))
        return (order, travel, door.action is Action.CLICK, -nearest, door.anywhere, int(door.id[1:]))

    def _travel(self, at: str | None, source: str) -> int:
        """About how many steps it is to a screen: back along the way by which the page was reached, else one door, else afar."""
        way = self._way(at)
        if source in way:
            return len(way) - 1 - way.index(source)
        return 1 if at is not None and self.graph.has_edge(at, source) else AFAR

    def _way(self, at: str | None) -> list[str]:
        """The screens on the shortest way to one, itself included; none where it is not known how to reach it."""
        return self._shortest()[1].get(at, []) if at is not None else []

    def _near_source(self, door: Door, at: str | None) -> str:
        """A link is taken from the nearest page back on the way that shows it."""
        if door.anywhere:
            for screen in reversed(self._way(at)):
                if screen in door.seen and screen not in self.over:
                    return screen
        return self._source(door, at)

    def _source(self, door: Door, at: str | None) -> str:
        """Where to take it from: the shallowest screen that shows it; a link from here if it stands on a page here."""
        here = door.anywhere and at in door.seen and at not in self.over
        return at if here and at is not None else min(door.seen, key=self.depth)

    def open_doors(self) -> list[Door]:
        """Doors that still wait."""
        return [d for d in self.doors.values() if d.open]
