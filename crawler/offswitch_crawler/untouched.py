"""The second reading at the end: every screen with controls is read again, on pages loaded after the walk, and compared."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

from offswitch_crawler.budget import OUT_OF_TIME
from offswitch_crawler.events import Checking
from offswitch_crawler.matching import matched, matched_among
from offswitch_crawler.node import Node
from offswitch_crawler.scroll import survey
from offswitch_crawler.search import EXPIRED, Search
from offswitch_crawler.seen import SeenControl
from offswitch_crawler.visitor import PATIENCE, Visitor
from offswitch_recording.errors import SiteFailed
from offswitch_recording.schema import Change, Failure, NotChecked, Untouched

READINGS = 8
"""At most so many in a second fresh visit, of screens on which something differs."""

Anew = Callable[[], AbstractAsyncContextManager[Visitor]]
"""Opens a second fresh visit under the same profile."""


class SecondReading:
    """Reads every screen with controls again and fills `search.untouched`. It can be cut; `close` says what was left."""

    def __init__(self, search: Search, visitor: Visitor, visit_anew: Anew) -> None:
        self.search, self.visitor, self.visit_anew = search, visitor, visit_anew
        self.result = search.untouched = Untouched()
        self.suspects: dict[str, list[Change]] = {}
        self.own: set[tuple[str, str]] = set()
        """What the page changes by itself: controls, each with the state that it changes to."""
        self.read: set[str] = set()
        self.loaded = False
        """Whether what the visitor has open was loaded in this reading: what opens on it is as the site keeps it now."""

    @property
    def screens(self) -> list[Node]:
        """Those with controls, as far as they are known now."""
        return [n for n in self.search.nodes.values() if n.controls]

    async def run(self) -> None:
        """Read them one after another, then look into what differs."""
        self.search.guard.during = "untouched"
        if not await self.search.budget.within(self._read()):
            self._leave_the_rest(OUT_OF_TIME)
        if self.suspects:
            await self._divide()

    async def _read(self) -> None:
        search, ended = self.search, ""
        for done, node in enumerate(self.screens):
            search.on_event(Checking(done, len(self.screens)))
            search.guard.screen = node.id
            if ended := ended or self._ended():
                self._not_checked(node, ended)
            elif not await search.reached(self.visitor, node, fresh=not self.loaded):
                ended = EXPIRED if search.expired and search.session.held else ""
                self._not_checked(node, ended or "the screen was not reached again")
            else:
                await self._compare(node)
                self.loaded = True
        search.on_event(Checking(len(self.screens), len(self.screens)))

    def _leave_the_rest(self, reason: str) -> None:
        for node in self.screens:
            if node.id not in self.read:
                self._not_checked(node, reason)

    def close(self) -> None:
        """Say which screens were left, and charge what differs to the page or, where that cannot be told, to the walk."""
        self._leave_the_rest(self.search.ended_by)
        for change in (c for changes in self.suspects.values() for c in changes):
            mine = (change.control, change.after) not in self.own
            (self.result.changed if mine else self.result.changed_by_page).append(change)

    def _ended(self) -> str:
        """Why no screen can be read again any more; empty while it can."""
        if self.search.ended_by == EXPIRED:
            return EXPIRED
        # Asked for each, too: what was waited for may end just as it is broken off, and then nothing is.
        return "" if self.search.budget.left() else OUT_OF_TIME

    def _not_checked(self, node: Node, reason: str) -> None:
        self.read.add(node.id)
        self.result.not_checked.append(NotChecked(screen=node.id, reason=reason))

    async def _compare(self, node: Node) -> None:
        pairs = await _seen_again(self.visitor, node)
        if self.loaded and not _agree(node, pairs) and await self.search.back.travel(self.visitor, node, fresh=True):
            pairs = await _seen_again(self.visitor, node)
        self.read.add(node.id)
        self.result.checked += sum(p is not None for p in pairs)
        if missing := sum(p is None for p in pairs):
            self._not_checked(node, f"{missing} controls were not seen again")
        changes = [
            Change(control=shown.id, label=shown.seen.label, before=shown.seen.state, after=seen.state)
            for shown, seen in zip(node.controls, pairs, strict=True)
            if seen is not None and differs(shown.seen, seen)
        ]
        if changes:
            self.suspects[node.id] = changes

    async def _divide(self) -> None:
        """What also changes between two readings of a second fresh visit, without any step of ours there, is the page's own."""
        try:
            async with self.visit_anew() as visitor:
                visitor.naming = self.visitor.naming
                for screen, changes in self.suspects.items():
                    suspected = {(c.control, c.after) for c in changes}
                    self.own |= await _changes_itself(self.search, visitor, self.search.nodes[screen], suspected)
        except SiteFailed as e:  # what cannot be told apart is charged to the walk
            self.search.errors.append(Failure(where="untouched", what=f"the second fresh visit failed: {e.what}"))


async def _seen_again(visitor: Visitor, node: Node) -> list[SeenControl | None]:
    """Its controls as they are now, once the screen has had time to fill: states are often drawn before they are known."""
    assert visitor.look is not None
    pairs = matched([s.seen for s in node.controls], visitor.look)
    for _ in range(PATIENCE):
        if _agree(node, pairs):
            break
        pairs = matched([s.seen for s in node.controls], await visitor.see())
    if any(p is None and s.scrolled for s, p in zip(node.controls, pairs, strict=True)):
        pairs = await _with_scrolling(visitor, node)
    return pairs


def _agree(node: Node, pairs: list[SeenControl | None]) -> bool:
    """Whether all controls of a screen were seen again, each as it was."""
    return all(p is not None and not differs(s.seen, p) for s, p in zip(node.controls, pairs, strict=True))


async def _with_scrolling(visitor: Visitor, node: Node) -> list[SeenControl | None]:
    """The same where part of them exists only while a list is scrolled."""
    assert visitor.look is not None
    top = list(visitor.look.controls)
    more = await survey(visitor)
    return matched_among([s.seen for s in node.controls], [*top, *(c for c, _ in more.controls)])


async def _changes_itself(
    search: Search, visitor: Visitor, node: Node, suspected: set[tuple[str, str]]
) -> set[tuple[str, str]]:
    """Which controls of a screen change between readings in a fresh visit, and to what: until that explains all that is
    suspected, for what is drawn at random is the same twice as often as not."""
    controls = [s.seen for s in node.controls]
    last: list[SeenControl | None] = [None] * len(controls)
    own: set[tuple[str, str]] = set()
    for _ in range(READINGS):
        if suspected <= own or not await search.back.travel(visitor, node, fresh=True) or visitor.look is None:
            break
        readings = matched(controls, visitor.look)
        for shown, before, after in zip(node.controls, last, readings, strict=True):
            if before is not None and after is not None and differs(before, after):
                own.add((shown.id, after.state))
        last = [after or before for before, after in zip(last, readings, strict=True)]
    return own


def differs(before: SeenControl, after: SeenControl) -> bool:
    """Whether both states were read and are not the same."""
    return "unresolved" not in (before.state, after.state) and before.state != after.state
