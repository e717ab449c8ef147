"""Repeated templates: a list of 180 languages or 50 contacts is one template; three members are taken, the rest counted."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from offswitch_crawler.frontier import Door
from offswitch_recording.schema import Template
from offswitch_recording.words import WhyNot

MEMBERS = 6
"""From so many doors of one structure on, they may be a template."""
TAKEN = 3


@dataclass
class Templates:
    """The groups of like doors on each screen."""

    shape: Callable[[Door], str]
    """What a taken door led to, with its own label taken out: members of one template have equal shapes."""
    groups: dict[tuple[str, str], list[Door]] = field(default_factory=lambda: defaultdict(list))
    folded: set[tuple[str, str]] = field(default_factory=set)

    def add(self, screen: str, pattern: str, door: Door) -> None:
        """Say that a door of this structural pattern stands on a screen."""
        if pattern:
            self.groups[screen, pattern].append(door)

    def fold(self) -> None:
        """Fold the groups of which three members were taken and led to the same."""
        for key, doors in self.groups.items():
            taken = [d for d in doors if d.taken]
            if len(doors) < MEMBERS or len(taken) < TAKEN or key in self.folded:
                continue
            if len({self.shape(d) for d in taken}) == 1:
                self.folded.add(key)
                for door in doors:
                    if door.open:
                        door.why_not = WhyNot.TEMPLATE

    def record(self) -> list[Template]:
        """The folded templates, for the recording."""
        return [
            Template(
                screen=s,
                pattern=_pattern(self.groups[s, p]),
                members=len(self.groups[s, p]),
                taken=sum(d.taken for d in self.groups[s, p]),
            )
            for s, p in sorted(self.folded)
        ]


def _pattern(doors: list[Door]) -> str:
    return " | ".join(d.label for d in doors[:3]) + " | …"
