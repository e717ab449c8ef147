"""Menus that come while the pointer rests on something, or on a right click: what looks as if it had one. Pure."""

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from offswitch_crawler.controls.raw import RawNode, RawPage
from offswitch_crawler.fingerprint import fold
from offswitch_crawler.seen import SeenDoor

OPENS_BELOW = re.compile(r"(?:chevron|caret|arrow)[-_ ]?(?:down|drop)|expand[-_ ]?more|drop[-_ ]?down", re.IGNORECASE)
ENDS_BELOW = re.compile(r"[▾▼⌄]\s*$")
BARS = frozenset({"navigation", "banner", "menu"})
VAIN = 3
"""After so many that brought nothing, and none that did, a sign is not believed any more on this site."""
HEARD, MENU = "heard", "context"
"""The signs of a handler that no attribute shows, and of a menu on a right click."""
MOST = 12
"""Elements of one screen on which the pointer is let rest, and as many on which one right-clicks."""
PROVED = frozenset({"css", "list"})
"""Signs that rest on a list that stands in the page."""


def hosts(page: RawPage, doors: list[RawNode]) -> tuple[dict[int, RawNode], list[RawNode]]:
    """The elements that say so, by the position of the door in them that a person points at; and those that are no doors."""
    found: dict[int, RawNode] = {}
    alone: list[RawNode] = []
    for node in (n for n in page.nodes if n.hovers or n.context):
        inner = next((d for d in doors if d.holds(node.at) or node.holds(d.at)), None)
        if inner is not None:
            found.setdefault(inner.at, node)
        elif page.texts_in(node):
            alone.append(node)
    return found, alone


def pointed(page: RawPage, node: RawNode, host: RawNode | None, door: SeenDoor) -> SeenDoor:
    """A door with what it says of menus that no click opens."""
    context = host is not None and host.context
    if not page.rests:
        return replace(door, context=context)
    if host is not None and host.hovers:
        return replace(door, hovers=host.hovers, hides=host.hides, context=context)
    if door.haspopup in ("true", "menu"):
        return replace(door, hovers="aria", context=context)
    carets = any(n.caret for n in (node, *page.within(node)))
    below = carets or OPENS_BELOW.search(door.icon) or ENDS_BELOW.search(page.words(node))
    return replace(door, hovers="arrow" if below and door.place.landmark in BARS else "", context=context)


def key(screen: str, door: SeenDoor, how: str) -> str:
    """What makes two sights of it one: an entry of a site's bar opens the same menu on every page."""
    everywhere = door.place.landmark in BARS or bool(door.hides)
    where = "" if everywhere and how == "hover" else screen
    return f"{how} {where} {door.role} {fold(door.label)} {'>>>'.join(door.place.css)} {fold(door.hides)}"


@dataclass
class Signs:
    """Which signs of such a menu hold on this site, told by what came of them."""

    tried: Counter[str] = field(default_factory=Counter)
    held: Counter[str] = field(default_factory=Counter)

    def vain(self, sign: str) -> bool:
        """Whether a sign has been followed so often that it is not worth another try."""
        return self.tried[sign] >= VAIN and not self.held[sign]

    def tell(self, sign: str, came: bool) -> None:
        """Say whether a menu came."""
        self.tried[sign] += 1
        self.held[sign] += came
