"""The second reading at the end: every screen with controls is loaded again and compared."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

from offswitch_crawler.events import Checking
from offswitch_crawler.matching import matched, matched_among
from offswitch_crawler.node import Node
from offswitch_crawler.scroll import survey
from offswitch_crawler.search import Search
from offswitch_crawler.seen import SeenControl
from offswitch_crawler.visitor import PATIENCE, Visitor
from offswitch_recording.errors import SiteFailed
from offswitch_recording.schema import Change, Failure, NotChecked, Untouched

Anew = Callable[[], AbstractAsyncContextManager[Visitor]]
"""Opens a second fresh visit under the same profile."""
EXPIRED = "login-expired"


async def check(search: Search, visitor: Visitor, visit_anew: Anew) -> None:
    """Read every screen with controls again and fill `search.untouched`."""
    search.guard.during = "untouched"
    result = search.untouched = Untouched()
    screens = [n for n in search.nodes.values() if n.controls]
    suspects: dict[str, list[Change]] = {}
    ended = ""
    for done, node in enumerate(screens):
        search.on_event(Checking(done, len(screens)))
        search.guard.screen = node.id
        if ended := ended or _ended(search):
            result.not_checked.append(NotChecked(screen=node.id, reason=ended))
        elif not await search.back.travel(visitor, node, fresh=True):
            ended = EXPIRED if search.session.held and search.session.asks(visitor, node.look.url) else ""
            result.not_checked.append(NotChecked(screen=node.id, reason=ended or "the screen was not reached again"))
        elif changes := await _compare(visitor, node, result):
            suspects[node.id] = changes
    search.on_event(Checking(len(screens), len(screens)))
    if suspects:
        await _divide(search, suspects, result, visit_anew)


def _ended(search: Search) -> str:
    """Why no screen can be read again any more; empty while it can."""
    if search.ended_by in ("interrupted", EXPIRED):
        return search.ended_by
    return "budget:seconds" if search.budget.checking_ended() else ""


async def _compare(visitor: Visitor, node: Node, result: Untouched) -> list[Change]:
    """What differs, once the screen has had time to fill: states are often drawn before they are known."""
    assert visitor.look is not None
    pairs = matched([s.seen for s in node.controls], visitor.look)
    for _ in range(PATIENCE):
        if all(p is not None and not differs(s.seen, p) for s, p in zip(node.controls, pairs, strict=True)):
            break
        pairs = matched([s.seen for s in node.controls], await visitor.see())
    if any(p is None and s.scrolled for s, p in zip(node.controls, pairs, strict=True)):
        pairs = await _with_scrolling(visitor, node)
    result.checked += sum(p is not None for p in pairs)
    missing = sum(p is None for p in pairs)
    if missing:
        result.not_checked.append(NotChecked(screen=node.id, reason=f"{missing} controls were not seen again"))
    return [
        Change(control=shown.id, label=shown.seen.label, before=shown.seen.state, after=seen.state)
        for shown, seen in zip(node.controls, pairs, strict=True)
        if seen is not None and differs(shown.seen, seen)
    ]


async def _with_scrolling(visitor: Visitor, node: Node) -> list[SeenControl | None]:
    """The same where part of them exists only while a list is scrolled."""
    assert visitor.look is not None
    top = list(visitor.look.controls)
    more = await survey(visitor)
    return matched_among([s.seen for s in node.controls], [*top, *(c for c, _ in more.controls)])


async def _divide(search: Search, suspects: dict[str, list[Change]], result: Untouched, visit_anew: Anew) -> None:
    """What also changes between two readings of a second fresh visit, without any step of ours there, is the page's own."""
    own: set[tuple[str, str]] = set()
    try:
        async with visit_anew() as visitor:
            for screen in suspects:
                own |= await _changes_itself(search, visitor, search.nodes[screen])
    except SiteFailed as e:  # what cannot be told apart is charged to the walk
        search.errors.append(Failure(where="untouched", what=f"the second fresh visit failed: {e.what}"))
    for change in (c for changes in suspects.values() for c in changes):
        (result.changed_by_page if (change.control, change.after) in own else result.changed).append(change)


async def _changes_itself(search: Search, visitor: Visitor, node: Node) -> set[tuple[str, str]]:
    """Which controls of a screen change between two readings in a fresh visit, and to what."""
    controls = [s.seen for s in node.controls]
    readings = []
    for _ in range(2):
        if not await search.back.travel(visitor, node, fresh=True) or visitor.look is None:
            return set()
        readings.append(matched(controls, visitor.look))
    return {
        (shown.id, after.state)
        for shown, before, after in zip(node.controls, *readings, strict=True)
        if before is not None and after is not None and differs(before, after)
    }


def differs(before: SeenControl, after: SeenControl) -> bool:
    """Whether both states were read and are not the same."""
    return "unresolved" not in (before.state, after.state) and before.state != after.state
