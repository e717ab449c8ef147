"""Which states of a page are one screen. Pure: identity is the visible structure with volatile text folded."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from offswitch_crawler.seen import Look, SeenControl, SeenDoor
from offswitch_crawler.sites import site_of

ALIKE = 0.75
"""Share of doors and headings that two sights of one screen have in common: adverts, feeds and A/B orders move the rest."""
_NUMBER = re.compile(r"\d+(?:[.,:/\d]*\d)?")
_AGO = re.compile(
    r"\b(?:just now|yesterday|today|# ?(?:s|sec|min|m|h|hours?|minutes?|days?|weeks?|d|w)(?: ago)?)\b", re.IGNORECASE
)


def fold(text: str) -> str:
    """A label with numbers, dates and counters folded, lower case, at most 80 characters."""
    return _folded(text)[:80].strip(" ()#")


def _folded(text: str) -> str:
    return _AGO.sub("#", _NUMBER.sub("#", spelt(text)))


def spelt(text: str) -> str:
    """A label on one line in lower case, digits and all."""
    return " ".join(text.casefold().split())


Part: TypeAlias = tuple[str, str] | str
"""A door by role and label, or a heading."""


@dataclass(frozen=True)
class Fingerprint:
    """The visible structure of one look."""

    url: str
    title: str
    controls: frozenset[tuple[str, str, str]]
    doors: frozenset[tuple[str, str]]
    headings: frozenset[str]
    layers: frozenset[tuple[str, str]] = frozenset()
    """What lies over the page."""
    opened: frozenset[tuple[str, str]] = frozenset()
    """Disclosures that stand open and tabs that are selected: what opens in place is a screen of its own."""
    states: tuple[tuple[tuple[str, str, str], str], ...] = ()
    """What each control says: an attribute of one address, and proof of two screens under two."""
    options: frozenset[tuple[tuple[str, str, str], str]] = frozenset()
    """What can be chosen, by control."""
    things: frozenset[str] = frozenset()
    """Values of its address that name a thing among its like."""
    lines: frozenset[str] = frozenset()
    """All that can be read, with numbers, dates and counters folded."""

    def digest(self) -> str:
        """A short hash for the record; two sights of one screen may differ in it where a feed moved."""
        parts = [sorted(map(str, self.controls)), sorted(map(str, self.doors)), sorted(self.headings), self.url]
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]

    def same(self, other: "Fingerprint") -> bool:
        """Whether both are sights of one screen. Different sets of controls never are.

        Under two addresses, structure is not enough: one template shows many accounts or devices, each with its own states.
        """
        if (self.controls, self.layers, self.opened) != (
            other.controls,
            other.layers,
            other.opened,
        ) or self.things != other.things:
            return False
        if not self._offers_the_same(other):
            return False
        if self.url == other.url:
            return self.share(other) >= ALIKE
        alike = (self.title, self.states, self.lines) == (other.title, other.states, other.lines)
        return self.share(other) == 1 and alike and len(self.parts) + len(self.controls) >= 3

    def _offers_the_same(self, other: "Fingerprint") -> bool:
        """Whether each control gives about the same to choose from."""
        if self.options == other.options:
            return True
        mine, theirs = _by_control(self.options), _by_control(other.options)
        return all(offers_the_same(options, theirs.get(key, set())) for key, options in mine.items())

    @property
    def parts(self) -> frozenset[Part]:
        """Doors and headings."""
        return self.doors | self.headings

    def share(self, other: "Fingerprint") -> float:
        """How many of the doors and headings of both stand on both, 0..1."""
        mine, theirs = self.parts, other.parts
        return len(mine & theirs) / len(mine | theirs) if mine or theirs else 1.0


def _by_control(options: Iterable[tuple[tuple[str, str, str], str]]) -> dict[tuple[str, str, str], set[str]]:
    found = defaultdict[tuple[str, str, str], set[str]](set)
    for key, option in options:
        found[key].add(option)
    return found


def offers_the_same(options: Iterable[str], others: Iterable[str]) -> bool:
    """Whether two lists of options are those of one control; a list that is not there yet is like any."""
    mine, theirs = ({fold(o) for o in some} for some in (options, others))
    return min(len(mine), len(theirs)) < 2 or len(mine & theirs) >= ALIKE * len(mine | theirs)


def control_key(control: SeenControl) -> tuple[str, str, str]:
    """What a person calls this control: kind, label, nearest heading. Never its state."""
    section = control.place.section[-1] if control.place.section else ""
    return (control.kind, fold(control.label), fold(section))


def exact_key(control: SeenControl) -> tuple[str, str, str]:
    """The same to the letter, digits included: what tells `Channel 1` from `Channel 2` in one list."""
    kind, _, section = control_key(control)
    return (kind, spelt(control.label), section)


def door_key(door: SeenDoor) -> tuple[str, str]:
    """What a person calls this door: role and label; of what leads on from a step, also the step."""
    return (door.role, fold(door.label) + door.next_step)


def present(look: Look) -> tuple[list[SeenControl], list[SeenDoor]]:
    """Controls and doors that a person can see and reach: what lies under a modal layer is not there."""
    floor = max((i for i, layer in enumerate(look.layers) if layer.modal), default=0)

    def reachable(layer: int, visible: bool) -> bool:
        return visible and layer >= floor

    controls = [c for c in look.controls if reachable(c.place.layer, c.place.visible)]
    return controls, [d for d in look.doors if reachable(d.place.layer, d.place.visible)]


def _opened(doors: list[SeenDoor]) -> Iterator[tuple[str, str]]:
    """What stands open; of several that are called alike but for a number (`Camera 1`, `Camera 2`), also which."""
    alike = defaultdict[tuple[str, str], set[str]](set)
    for door in doors:
        alike[door_key(door)].add(spelt(door.label))
    for door in doors:
        if door.expanded or (door.role == "tab" and door.selected):
            role, name = door_key(door)
            at = sorted(alike[role, name]).index(spelt(door.label))
            yield (role, f"{name} {at}" if at else name)


NUMBERED = re.compile(r"(?<![(\[\d])\d")
"""A number in a name; one in brackets counts."""


def names_number(label: str) -> bool:
    """Whether a label tells by a number which of several it is: `Camera 2`, not `Inbox (2)`."""
    return NUMBERED.search(label) is not None


def shows_more(label: str, look: Look, before: Look) -> bool:
    """Whether a look says a label that names a number on more lines than an earlier one: what it opened is another than was there."""
    if not names_number(label):
        return False
    now, then = (sum(spelt(label) in spelt(line) for line in x.text.splitlines()) for x in (look, before))
    return now > then


def _leads_out(door: SeenDoor, url: str) -> bool:
    """Whether it leads to another site: adverts do, and change with every visit."""
    return door.href.startswith(("http:", "https:")) and site_of(door.href) != site_of(url)


def fingerprint(look: Look, url: str, things: frozenset[str] = frozenset()) -> Fingerprint:
    """The fingerprint of a look; url: its address as it is compared (`Naming.normalised`), things: `Naming.things`."""
    controls, doors = present(look)
    return Fingerprint(
        url=url,
        things=things,
        title=fold(look.title),
        controls=frozenset(control_key(c) for c in controls),
        doors=frozenset(door_key(d) for d in doors if not _leads_out(d, look.url)),
        headings=frozenset(fold(h) for h in look.headings),
        layers=frozenset((layer.kind, fold(layer.label)) for layer in look.layers if layer.kind != "page"),
        opened=frozenset(_opened(doors)),
        states=tuple(sorted((control_key(c), c.state) for c in controls)),
        options=frozenset((control_key(c), fold(o)) for c in controls for o in c.options),
        lines=frozenset(_folded(line) for line in look.text.splitlines()),
    )
