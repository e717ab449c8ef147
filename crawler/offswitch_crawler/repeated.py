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
        """Leave out the rest of those of which three were taken and all led to one screen; take it up again when one did not."""
        for key, doors in self.groups.items():
            if len(doors) < MOST:
                continue
            members = _members(doors)
            taken = [d for d in members if d.taken]
            targets = {d.target for d in taken}
            if None in targets or len(targets) > 1:
                self._unfold(key, members)
            elif len(members) >= MOST and len(taken) >= TAKEN:
                self.folded.add(key)
                for door in members:
                    if door.open:
                        door.why_not = WhyNot.TEMPLATE

    def _unfold(self, key: Key, members: list[Door]) -> None:
        if key in self.folded:
            self.folded.remove(key)
            for door in members:
                if door.why_not is WhyNot.TEMPLATE:
                    door.why_not = None

    def record(self) -> list[Template]:
        """What was folded, for the recording."""
        return [self._record(key, self.groups[key]) for key in self.groups if key in self.folded]

    def _record(self, key: Key, doors: list[Door]) -> Template:
        doors = _members(doors)
        taken = sum(d.taken for d in doors)
        return Template(screen=key[0], pattern=f"{key[2]} | {key[2]} | {key[2]} | …", members=len(doors), taken=taken)


def _members(doors: list[Door]) -> list[Door]:
    """Those that are left out for no reason of their own, such as that they act."""
    return [d for d in doors if d.why_not in (None, WhyNot.TEMPLATE)]
