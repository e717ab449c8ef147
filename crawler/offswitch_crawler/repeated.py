"""Doors of one screen that are called the same and lead to one and the same screen: a menu of columns that every list brings."""

from collections import defaultdict
from dataclasses import dataclass, field

from offswitch_crawler.frontier import Door
from offswitch_recording.schema import Template
from offswitch_recording.words import WhyNot

TAKEN = 3
MOST = 12
"""From so many on, those that are left are counted and not taken: fewer cost little."""

Key = tuple[str, str, str]


@dataclass
class Repeated:
    """The doors of each screen by role and label."""

    groups: dict[Key, list[Door]] = field(default_factory=lambda: defaultdict(list))
    folded: set[Key] = field(default_factory=set)

    def add(self, screen: str, role: str, door: Door) -> None:
        """Say that a door stands on a screen."""
        if door.label:
            self.groups[screen, role, door.label].append(door)

    def fold(self) -> None:
        """Leave out the rest of those of which three were taken and all led to one screen."""
        for key, doors in self.groups.items():
            if len(doors) < MOST:
                continue
            taken = [d for d in doors if d.taken]
            if len(taken) < TAKEN or len({d.target for d in taken}) > 1 or taken[0].target is None:
                continue
            self.folded.add(key)
            for door in doors:
                if door.open:
                    door.why_not = WhyNot.TEMPLATE

    def record(self) -> list[Template]:
        """What was folded, for the recording."""
        return [self._record(key, self.groups[key]) for key in self.groups if key in self.folded]

    def _record(self, key: Key, doors: list[Door]) -> Template:
        taken = sum(d.taken for d in doors)
        return Template(screen=key[0], pattern=f"{key[2]} | {key[2]} | {key[2]} | …", members=len(doors), taken=taken)
