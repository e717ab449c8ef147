"""Ways to a screen, cheapest verified first: close what is open, history, forward from here, address, replay last."""

import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from itertools import takewhile

from playwright.async_api import Error

from offswitch_crawler.clicked import locator
from offswitch_crawler.controls.tabs import Stand
from offswitch_crawler.doors import closes
from offswitch_crawler.find import find
from offswitch_crawler.fingerprint import Fingerprint
from offswitch_crawler.frontier import Door, Frontier
from offswitch_crawler.node import Node
from offswitch_crawler.seen import SeenDoor
from offswitch_crawler.stores import Stores
from offswitch_crawler.visitor import Visitor
from offswitch_crawler.vocabulary import vocabulary
from offswitch_recording.words import Action, ScreenKind

GIVE_UP = 3
"""A way that failed so often on this site and never worked is not tried again."""
MOST_FAILURES = 2
"""A way that failed so much oftener than it led to a screen is not tried to that screen again, wherever the page stands."""
MOST_CLICKS = 2
"""By so many clicks a screen is reached from one on the way to it before its address is loaded."""
MOST_BACK = 4
"""So many entries of the history at most are gone back."""
FEW = 10
"""From so many travels on it is known how long one takes here."""
NEAR = 2
"""Tabs of one list part at most so many elements up."""
Way = Callable[[Visitor, Node, Node | None], Awaitable[bool]]


@dataclass
class Back:
    """Travels between known screens, and learns which ways work on this site."""

    start_url: str
    nodes: dict[str, Node]
    frontier: Frontier
    tried: Counter[str] = field(default_factory=Counter)
    worked: Counter[str] = field(default_factory=Counter)
    failed: set[tuple[str, str, str]] = field(default_factory=set)
    """Ways that did not lead from one screen to another, with the ids of both."""
    led: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How much oftener a way led to a screen than not."""
    shows: dict[str, Fingerprint] = field(default_factory=dict)
    """What was seen where an address was loaded alone."""
    stores: Stores = field(default_factory=Stores)
    at: dict[int, str | None] = field(default_factory=dict)
    """On which screen each visitor stands (by id of the visitor), None where it is not known."""
    travels: int = 0
    seconds: float = 0
    """How many travels there were that a visitor did not already stand at the end of, and what they took together."""

    @property
    def pace(self) -> float | None:
        """Seconds that one travel takes, on the average so far; None where there were too few to tell."""
        return self.seconds / self.travels if self.travels >= FEW else None

    async def travel(self, visitor: Visitor, target: Node, *, fresh: bool = False) -> bool:
        """Bring a visitor to a screen; True only when the screen's fingerprint is seen there.

        With `fresh` the page is loaded anew, whatever is open now.
        """
        here = self.nodes.get(self.at.get(id(visitor)) or "")
        visitor.known = self._known
        if not fresh and visitor.stands_on(target.print) and here is target:
            return True
        began = time.monotonic()
        arrived = await self._travel(visitor, target, here, fresh)
        self.travels, self.seconds = self.travels + 1, self.seconds + time.monotonic() - began
        return arrived

    async def _travel(self, visitor: Visitor, target: Node, here: Node | None, fresh: bool) -> bool:
        for name, way in self._ways(visitor, target, here)[-2 if fresh else 0 :]:
            tried = (name, here.id if here is not None else "", target.id)
            if name not in ("address", "replay") and self._in_vain(tried):
                continue
            self.tried[name] += 1
            try:
                arrived = await way(visitor, target, here)
            except Error:
                arrived = False  # a page that is gone or never loads: the next way starts anew
                await visitor.renew()
            if not arrived:
                self.failed.add(tried)
                self.led[name, target.id] -= 1
            else:
                self.led[name, target.id] += 1
                self.worked[name] += 1
                self.at[id(visitor)] = target.id
                return True
        self.at[id(visitor)] = None
        return False

    def _known(self) -> list[Fingerprint]:
        return [node.print for node in self.nodes.values()]

    def beside(self, visitor: Visitor, node: Node, door: Door) -> Node | None:
        """The screen of the open tab beside which another of its list can be clicked: it leads to the same as from `node`."""
        here = self.nodes.get(self.at.get(id(visitor)) or "")
        if here is None or not self._tab_beside(here, node, door) or not visitor.stands_on(here.print):
            return None
        shown = visitor.look is not None and isinstance(find(visitor.look, locator(door.seen[node.id])), SeenDoor)
        return here if shown else None

    def _tab_beside(self, here: Node, node: Node, door: Door) -> bool:
        """Whether one screen is a tab that opened in another, and a door there another tab of the same list."""
        if here.kind is not ScreenKind.TAB or here.parent != node.id or not self.frontier.graph.has_edge(node.id, here.id):
            return False
        opener, other = self.frontier.graph.edges[node.id, here.id]["door"].seen[node.id], door.seen[node.id]
        alike = (bool(other.template) and opener.template == other.template) or _in_one_list(opener, other)
        return _is_tab(other) and opener.role == other.role and alike

    def _in_vain(self, tried: tuple[str, str, str]) -> bool:
        """Whether a way is not worth another try: it never worked on this site, or led there neither from here nor from elsewhere."""
        name, _, target = tried
        never = self.tried[name] >= GIVE_UP and not self.worked[name]
        return never or tried in self.failed or self.led[name, target] <= -MOST_FAILURES

    def _ways(self, visitor: Visitor, target: Node, here: Node | None) -> list[tuple[str, Way]]:
        ways: list[tuple[str, Way]] = []
        if here is not None and self._opened_over(here, target):
            kind = here.kind.value
            if visitor.hovering:
                ways.append(("leave-menu", self._leave))
            if here.kind in (ScreenKind.TAB, ScreenKind.DISCLOSURE):
                ways.append((f"reverse-{kind}", self._reverse))
            else:
                ways += [(f"escape-{kind}", self._escape), (f"close-{kind}", self._close)]
        if here is not None and self._ahead(here, target) is not None:
            ways.append(("forward", self._from_here))
        if self._steps_back(visitor, target) is not None:
            ways.append(("history", self._history))
        return [*ways, ("address", self._address), ("replay", self._replay)]

    def _stops(self, target: Node) -> list[str]:
        """The screens on the way to one, itself included."""
        return [self.frontier.start, *(d.target or "" for _, d in self.frontier.route(target.id))]

    def _last_stops(self, target: Node) -> list[str]:
        return self._stops(target)[-1 - MOST_CLICKS :]

    def _ahead(self, here: Node, target: Node) -> list[tuple[str, Door]] | None:
        """The doors from here on: along the way to the target, or by a door that leads onto it from elsewhere too."""
        if here is target:  # it does not look like itself any more, and no click from here on would show that
            return None
        route, stops = self.frontier.route(target.id), self._stops(target)
        for stop in reversed(self._last_stops(target)):
            on = route[stops.index(stop) :]
            if stop == here.id:
                return on
            if self.frontier.graph.has_edge(here.id, stop):
                return [(here.id, self.frontier.graph.edges[here.id, stop]["door"]), *on]
            if (at := stops.index(stop)) and self._tab_beside(here, self.nodes[stops[at - 1]], route[at - 1][1]):
                return route[at - 1 :]
        return None

    def _steps_back(self, visitor: Visitor, target: Node) -> tuple[int, str] | None:
        """How many entries of the history back the nearest screen on the way stands, and which that is."""
        for stop in reversed(self._last_stops(target)):
            for steps, seen in enumerate(reversed(visitor.trail[-MOST_BACK:]), start=1):
                if seen.same(self.nodes[stop].print):
                    return steps, stop
        return None

    def _opened_over(self, here: Node, target: Node) -> bool:
        parent = here.parent
        while parent and parent != target.id:
            parent = self.nodes[parent].parent
        return parent is not None and parent == target.id

    async def _escape(self, visitor: Visitor, target: Node, here: Node | None) -> bool:
        await visitor.escape()
        return await visitor.arrives_at(target.print)

    async def _leave(self, visitor: Visitor, target: Node, here: Node | None) -> bool:
        """Take the pointer off a menu; back to one that itself hangs on the pointer by what opens that."""
        route = self.frontier.route(target.id)
        if route and route[-1][1].action is Action.HOVER:
            return await self._forward(visitor, route[-1:])
        await visitor.leave()
        return await visitor.arrives_at(target.print)

    async def _close(self, visitor: Visitor, target: Node, here: Node | None) -> bool:
        """By the button that closes; one that could also save or agree is not used."""
        look = visitor.look
        if look is None:
            return False
        words = vocabulary(look.language)
        for door in look.doors:
            layer = look.layers[door.place.layer]
            if layer.kind == "page" or not door.place.visible or not closes(door, layer, words):
                continue
            if words.has("save", door.label) or words.has("accept", door.label):
                continue
            await visitor.click(locator(door))
            return await visitor.arrives_at(target.print)
        return False

    async def _reverse(self, visitor: Visitor, target: Node, here: Node | None) -> bool:
        """Select the tab that was selected before, or click the disclosure again."""
        if here is None:
            return False
        parent = self.nodes[here.parent or target.id]
        door: Door = self.frontier.graph.edges[parent.id, here.id]["door"]
        opener = door.seen[parent.id]
        before = _selected_beside(parent, opener) if here.kind is ScreenKind.TAB else opener
        if before is None or not (await visitor.click(locator(before), scroll=parent.more.grows)).ok:
            return False
        return await visitor.arrives_at(target.print)

    async def _history(self, visitor: Visitor, target: Node, here: Node | None) -> bool:
        """Back to the nearest screen on the way, and on from there."""
        found = self._steps_back(visitor, target)
        if found is None:
            return False
        steps, stop = found
        await visitor.back(steps)
        if not await visitor.arrives_at(self.nodes[stop].print):
            return False
        return await self._forward(visitor, self.frontier.route(target.id)[self._stops(target).index(stop) :])

    async def _from_here(self, visitor: Visitor, target: Node, here: Node | None) -> bool:
        ahead = self._ahead(here, target) if here is not None else None
        return ahead is not None and await self._forward(visitor, ahead)

    async def _address(self, visitor: Visitor, target: Node, here: Node | None) -> bool:
        """Load the address of the nearest page on the way, then click on from there."""
        route = self.frontier.route(target.id)
        stops = self._stops(target)
        for index in range(len(stops) - 1, -1, -1):
            node = self.nodes[stops[index]]
            if node.kind is not ScreenKind.PAGE or node.addressable is False or index == 0:
                continue
            url = node.look.url
            if url in self.shows and not self.shows[url].same(node.print):
                node.addressable = False  # it was loaded before, and shows another screen
                continue
            await visitor.go(url)
            node.addressable = await visitor.arrives_at(node.print)
            if visitor.print is not None:
                self.shows[url] = visitor.print
            if node.addressable:
                return await self._forward(visitor, route[index:])
        return False

    async def _replay(self, visitor: Visitor, target: Node, here: Node | None) -> bool:
        """From the start; where the site opens otherwise than it was found, with its stores as they were found.

        An application may keep in the browser which tab was open last: then its start is another screen from there on.
        """
        if self.stores.helps:
            await self.stores.put_back(visitor.page)
        if await self._from_start(visitor, target):
            return True
        if not await self.stores.put_back(visitor.page) or not await self._from_start(visitor, target):
            return False
        self.stores.helps = True
        return True

    async def _from_start(self, visitor: Visitor, target: Node) -> bool:
        """Where the dialog that covered the start was cleared, from what stands there now."""
        await visitor.go(self.start_url)
        route = self.frontier.route(target.id)
        for index, screen in enumerate(self._stops(target)):
            if await visitor.arrives_at(self.nodes[screen].print):
                return await self._forward(visitor, route[index:])
        return False

    async def _forward(self, visitor: Visitor, route: list[tuple[str, Door]]) -> bool:
        for screen, door in route:
            wanted = locator(door.seen[screen])
            if door.opens_menu:
                taken = await visitor.point_at(wanted, right=door.right)
            else:
                taken = await visitor.click(wanted, scroll=self.nodes[screen].more.grows)
            if not taken.ok:
                return False
            if not await visitor.arrives_at(self.nodes[door.target or ""].print):
                return False
        return True


def _is_tab(door: SeenDoor) -> bool:
    return door.role == "tab" or door.stand == Stand.TABS


def _selected_beside(parent: Node, opener: SeenDoor) -> SeenDoor | None:
    """The tab that was selected in the list of another: none where its list had no open tab, for those of other lists are others."""
    tabs = [d for d in parent.look.doors if d.role == opener.role and d.selected]
    alike = [d for d in tabs if d.template == opener.template]
    return next(iter(alike or [d for d in tabs if _in_one_list(d, opener)]), None)


def _in_one_list(one: SeenDoor, other: SeenDoor) -> bool:
    """Whether two doors stand so near that they may be of one list, drawn each its own way."""
    if (one.place.frame, one.place.css[:-1]) != (other.place.frame, other.place.css[:-1]):
        return False
    paths = [door.place.css[-1].split(">") for door in (one, other)]
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(*paths, strict=False)))
    return common >= max(1, min(map(len, paths)) - NEAR)
