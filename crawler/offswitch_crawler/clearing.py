"""Dialogs that cover a page: walked as they stand, then cleared by the way that protects most."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from playwright.async_api import Error

from offswitch_crawler.clicked import locator
from offswitch_crawler.consent import covers, is_question, uncalled, way_out
from offswitch_crawler.frontier import Door
from offswitch_crawler.node import Node
from offswitch_crawler.stores import names
from offswitch_crawler.visitor import Visitor
from offswitch_recording.schema import Cleared, Failure
from offswitch_recording.words import Means, ScreenKind

if TYPE_CHECKING:
    from offswitch_crawler.search import Search


@dataclass
class Clearing:
    """What was cleared in one walk, and what could not be."""

    cleared: list[Cleared] = field(default_factory=list)
    came: set[str] = field(default_factory=set)
    """Screens that lay under a dialog which nobody has asked for: at the start, or when another was cleared."""
    covered: bool = False
    """Whether one of them was not cleared: what the start leads to is not known."""
    came_no_more: set[str] = field(default_factory=set)
    """Screens that are shown without their dialog since another was cleared: the site keeps that it was read."""


def plan(search: "Search", node: Node, *, wake: bool = False, loaded: bool = False) -> None:
    """Where a dialog covers a new screen, add the door that clears it: it is taken when nothing else is left.

    wake: it came when another was cleared, so nobody has asked for it. loaded: it came with the document.
    """
    came = wake or (node.kind is ScreenKind.PAGE and len(search.nodes) == 1)
    asks = came and is_question(node.look) and not _leads_on(search, node)
    if not (asks or ((came or loaded) and covers(node.look)) or (node.kind is ScreenKind.PAGE and uncalled(node.look))):
        return
    if came:
        search.clearing.came.add(node.id)
    if (way := way_out(node.look)) is not None:
        search.frontier.add_door(node.id, f"clear {node.id}", way[0]).clears = True
    else:
        _say(search, node, "no way to clear it was found")


def _leads_on(search: "Search", node: Node) -> bool:
    """Whether a button of a screen may be taken: then it is more than a question."""
    doors = search.frontier.doors.values()
    return any(d.why_not is None and not d.anywhere for d in doors if node.id in d.seen)


def _say(search: "Search", node: Node, why: str) -> None:
    node.buried = True
    search.clearing.covered |= node.id in search.clearing.came
    what = f"a dialog covers it, and {why}: what lies under it was not looked at"
    if all((e.where, e.what) != (node.id, what) for e in search.errors):
        search.errors.append(Failure(where=node.id, what=what))


def clears(search: "Search", node: Node, door: Door) -> bool:
    """Whether a door is the way out of what covers its screen, however it was taken."""
    way = way_out(node.look) if f"clear {node.id}" in search.frontier.doors else None
    return way is not None and locator(way[0]) == locator(door.seen[node.id])


async def comes_no_more(search: "Search", visitor: Visitor, node: Node) -> bool:
    """Load the page of a screen where another dialog was cleared before: whether that has cleared this one, too."""
    if not search.clearing.cleared or node.kind is not ScreenKind.PAGE:
        return False
    try:
        await visitor.go(node.look.url)
    except Error:  # the ways to the screen will tell
        await visitor.renew()
        return False
    look, before, named = visitor.look, node.look, search.screens.naming.normalised
    search.back.at[id(visitor)] = node.id if visitor.stands_on(node.print) else None
    if (
        look is None
        or covers(look)
        or is_question(look)
        or (named(look.url), look.title) != (named(before.url), before.title)
    ):
        return False
    if not look.headings or not set(look.headings) <= set(before.headings):  # the address alone shows another screen
        return False
    search.clearing.came_no_more.add(node.id)
    return True


async def conclude(search: "Search", visitor: Visitor, node: Node, door: Door) -> None:
    """Record that a click has cleared a dialog, or say that it has not."""
    is_to_be_taken_again = not (door.taken or door.why_not)
    if is_to_be_taken_again or node.id in search.clearing.came_no_more:
        return
    if door.target in (None, node.id):
        _say(search, node, f"a click on {door.label!r} did not clear it")
        return
    means = (way_out(node.look) or (None, Means.OTHER))[1]
    kept = await names(visitor.page)
    search.clearing.cleared.append(Cleared(screen=node.id, label=door.label, means=means, stored=kept))
