"""Repeated templates: a list of 180 languages or 50 contacts is one template; three members are taken, the rest counted.

Only data is folded. A list of settings has pages alike too, and each of them is looked at.
"""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from offswitch_crawler.families import families
from offswitch_crawler.fingerprint import fold
from offswitch_crawler.frontier import Door
from offswitch_recording.schema import Template
from offswitch_recording.words import WhyNot

TAKEN = 3
TAKEN_ON_SITE = 5
TAKEN_VIEWS = 2
LONG = 40
"""So many members without a word of settings are data: no service has so many pages of settings of one form."""
LONG_OF_DATA = 20
"""The same where every label is plainly data: a number, an address, one name that is counted."""
LONG_ON_SITE = 12
"""The same of addresses of one make all over the site, where a member holds no control: what each page says of itself (`History`)."""
LONG_WITHOUT_CONTROLS = 6
"""The same where a member holds nothing: no control, no door of its own, and the same text but for its name."""
NAMED_MOST = 0.1
NAMED_MOST_ON_SITE = 0.5
"""Share of labels that may hold a word of settings by chance, as headlines do; those doors are taken. Where nothing could be set
behind five others, more may."""
NEAR = 0.8
"""Share of the lines of two pages of one make that both have. Pages of one site that are of different make share a third."""
_ADDRESS = re.compile(r"\S+@\S+\.\w+|\+?[\d ()./-]+")

Key = tuple[str, str]
VIEWS = "views of its list"
"""In place of a structural pattern."""
ANYWHERE = ""
"""In place of a screen: the members of such a group stand on many."""


@dataclass(frozen=True)
class Shape:
    """What a member led to, with its own label taken out."""

    controls: tuple[str, ...]
    """What each control is called, and its state."""
    doors: tuple[str, ...]
    lines: frozenset[str]
    leads_on: bool
    """Whether it has doors of its own."""

    @property
    def bare(self) -> bool:
        """Whether it holds no control and leads to none."""
        return not self.controls and not self.leads_on

    def like(self, other: "Shape") -> bool:
        """Whether both show the same controls in the same states, and the same doors."""
        return (self.controls, self.doors) == (other.controls, other.doors)

    def near(self, other: "Shape") -> bool:
        """Whether both show the same controls in the same states, and the same doors or nearly the same text."""
        common, all_lines = len(self.lines & other.lines), len(self.lines | other.lines)
        return self.like(other) or (self.controls == other.controls and common >= NEAR * max(1, all_lines))


@dataclass(frozen=True)
class Rule:
    """When a group of one kind is a template."""

    alike: Callable[[list[Shape]], bool]
    """Whether what members led to is the same."""
    long: Callable[[list[Door], list[Shape]], bool]
    """Whether so many members are data, of which so many were looked at."""
    named_most: float = NAMED_MOST
    least: int = 0
    """A group with fewer members is not asked."""
    asked_from: int = 1
    """Nor one of which fewer were looked at."""


@dataclass
class Templates:
    """The groups of like doors on each screen."""

    shape: Callable[[Door], Shape]
    continues: Callable[[str, str], bool]
    """Whether a later screen shows more of the list of an earlier one."""
    within: Callable[[str], int]
    """Number of controls on a screen and behind it."""
    groups: dict[Key, list[Door]] = field(default_factory=lambda: defaultdict(list))
    named: dict[Key, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Ids of the doors whose label holds a word of settings."""
    folded: dict[Key, Key] = field(default_factory=dict)
    """Each folded group, with the group that it continues, or itself."""
    diverse: set[Key] = field(default_factory=set)
    """Groups of one screen of which two members led to something else, if only after the first three."""
    compared: dict[Key, tuple[int, bool]] = field(default_factory=dict)
    """Number of members of each group that were held against each other, and whether the group was a long one then."""

    def add(self, screen: str, pattern: str, door: Door, *, named: bool) -> None:
        """Say that a door of this structural pattern stands on a screen, and whether its label names settings."""
        if pattern:
            self._join((screen, pattern), door, named=named)

    def add_address(self, door: Door, href: str, *, named: bool) -> None:
        """Say where a link leads: links whose addresses differ in one part only are a group, on whatever screens they stand."""
        for family in families(href):
            self._join((ANYWHERE, family), door, named=named)

    def add_view(self, screen: str, door: Door) -> None:
        """Say that a link on a screen shows its list otherwise: in another order, more rows, further ones."""
        self._join((screen, VIEWS), door, named=False)

    def _join(self, key: Key, door: Door, *, named: bool) -> None:
        self.groups[key].append(door)
        if named:
            self.named[key].add(door.id)

    def fold(self) -> None:
        """Fold the groups of data of which three members were taken and led to the same; later members join them."""
        for key, doors in self.groups.items():
            if key in self.diverse or len(doors) < _rule(key).least:
                continue
            members = self._members(key)
            if self._is_folded(key, members):
                for door in members:
                    if door.open:
                        door.why_not = WhyNot.TEMPLATE

    def _is_folded(self, key: Key, members: list[Door]) -> bool:
        taken = [d for d in members if _looked_at(d)]
        if key[0] == ANYWHERE:  # a page that many screens link was looked at once
            taken = list({d.target: d for d in taken}.values())
        now = (len(taken), len(members) >= LONG)
        if self.compared.get(key) == now and (key in self.folded or key[0] == ANYWHERE):
            return key in self.folded
        if len(taken) < _rule(key).asked_from or not (
            key in self.folded or (any(d.open for d in members) and self._only_data(key))
        ):
            return False
        shapes = [self.shape(d) for d in taken]
        self.compared[key] = now
        rule = _rule(key)
        if not (rule.alike(shapes) or self._is_long_on_site(key, members, shapes)):
            self._unfold(key)
        elif key not in self.folded:
            home = key if rule.long(members, shapes) else self._continued(key, shapes[0])
            if home is not None:
                self.folded[key] = home
        return key in self.folded

    def _members(self, key: Key) -> list[Door]:
        """What waits, was taken or is folded. A label that names settings makes no member, unless all differ in digits only."""
        doors = [d for d in self.groups[key] if d.why_not in (None, WhyNot.TEMPLATE)]
        named = self.named[key] if not _counted(self.groups[key]) else set()
        return [d for d in doors if d.id not in named]

    def _only_data(self, key: Key, named_most: float | None = None) -> bool:
        doors, most = self.groups[key], _rule(key).named_most if named_most is None else named_most
        return len(self.named[key]) <= most * len(doors) or _counted(doors)

    def _is_long_on_site(self, key: Key, members: list[Door], shapes: list[Shape]) -> bool:
        """Whether so many addresses of one make are data though their pages differ, as articles do: nothing is set on any."""
        return (
            key[0] == ANYWHERE
            and len(members) >= LONG
            and not any(s.controls for s in shapes)
            and self._only_data(key, NAMED_MOST)
        )

    def _continued(self, key: Key, shape: Shape) -> Key | None:
        """The folded group of which it shows more: of the same structure, and its members lead to the same."""
        for other, home in self.folded.items():
            if other == home and other[1] == key[1] and self.continues(key[0], other[0]):
                first = next(d for d in self._members(other) if _looked_at(d))
                if self.shape(first).like(shape):
                    return home
        return None

    def _unfold(self, key: Key) -> None:
        if key[0] != ANYWHERE:  # of those all over a site one may stand alone until another of its sort is looked at
            self.diverse.add(key)
        for other in [k for k, home in self.folded.items() if key in (k, home)]:
            del self.folded[other]
            for door in self.groups[other]:
                if door.why_not is WhyNot.TEMPLATE:
                    door.why_not = None

    def record(self) -> list[Template]:
        """The folded templates, for the recording."""
        return [self._record(key) for key, home in self.folded.items() if key == home]

    def _record(self, home: Key) -> Template:
        doors = {d.id: d for k, h in self.folded.items() if h == home for d in self._members(k)}
        taken = [d for d in doors.values() if d.taken]
        return Template(
            screen=home[0] or next(iter(self.groups[home][0].seen)),
            pattern=" | ".join(d.label for d in self._members(home)[:3]) + " | …",
            members=len(doors),
            taken=len(taken),
            controls=[self.within(d.target) for d in taken if d.target],
        )


def _looked_at(door: Door) -> bool:
    """A door that failed, or that led nowhere, says nothing of the others."""
    return door.taken and door.outcome == "screen" and door.target is not None


def _long(members: list[Door], shapes: list[Shape]) -> bool:
    count = len(members)
    if len(shapes) < TAKEN:
        return False
    if count >= LONG:
        return True
    if count >= LONG_OF_DATA and (_counted(members) or all(_ADDRESS.fullmatch(d.label.strip()) for d in members)):
        return True
    return count >= LONG_WITHOUT_CONTROLS and all(s.bare and s.lines == shapes[0].lines for s in shapes)


def _long_on_site(members: list[Door], shapes: list[Shape]) -> bool:
    return len(shapes) >= TAKEN_ON_SITE and len(members) >= LONG_ON_SITE and not any(s.controls for s in shapes)


def _counted(doors: list[Door]) -> bool:
    """Whether the labels are one name with a number each: Device 1, Device 2."""
    return len({d.label for d in doors}) > 1 and len({fold(d.label) for d in doors}) == 1


def _each_near_another(shapes: list[Shape]) -> bool:
    """Pages of one make may be of a few sorts: two at least of each were looked at."""
    return all(any(i != j and one.near(other) for j, other in enumerate(shapes)) for i, one in enumerate(shapes))


LISTED = Rule(lambda shapes: all(s.like(shapes[0]) for s in shapes), _long)
ON_SITE = Rule(_each_near_another, _long_on_site, NAMED_MOST_ON_SITE, LONG_ON_SITE, TAKEN_ON_SITE)
SHOWN_OTHERWISE = Rule(
    lambda shapes: len({s.controls for s in shapes}) == 1, lambda members, shapes: len(shapes) >= TAKEN_VIEWS
)


def _rule(key: Key) -> Rule:
    return ON_SITE if key[0] == ANYWHERE else SHOWN_OTHERWISE if key[1] == VIEWS else LISTED
