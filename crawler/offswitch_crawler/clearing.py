"""Dialogs that cover a page: walked as they stand, then cleared by the way that protects most."""

from typing import TYPE_CHECKING

from offswitch_crawler.clicked import locator
from offswitch_crawler.consent import covers, uncalled, way_out
from offswitch_crawler.frontier import Door
from offswitch_crawler.node import Node
from offswitch_crawler.seen import SeenDoor
from offswitch_crawler.stores import names
from offswitch_crawler.visitor import Visitor
from offswitch_recording.schema import Cleared, Failure
from offswitch_recording.words import Means, ScreenKind

if TYPE_CHECKING:
    from offswitch_crawler.search import Search


def plan(search: "Search", node: Node, *, wake: bool = False, loaded: bool = False) -> None:
    """Where a dialog covers a new screen, add the door that clears it: it is taken when nothing else is left.

    wake: it came when another was cleared, so nobody has asked for it. loaded: it came with the document.
    """
    came = wake or (node.kind is ScreenKind.PAGE and len(search.nodes) == 1)
    if not ((came or loaded) and covers(node.look)) and not (node.kind is ScreenKind.PAGE and uncalled(node.look)):
        return
    if (way := way_out(node.look)) is not None:
        search.frontier.add_door(node.id, f"clear {node.id}", way[0]).clears = True
    elif all(e.where != node.id for e in search.errors):
        what = "a dialog covers it, and no way to clear it was found: what lies under it was not looked at"
        search.errors.append(Failure(where=node.id, what=what))
        search.covered = search.covered or came


def clears(search: "Search", node: Node, door: Door) -> bool:
    """Whether a door is the way out of what covers its screen, however it was taken."""
    way = way_out(node.look) if f"clear {node.id}" in search.frontier.doors else None
    return way is not None and locator(way[0]) == locator(door.seen[node.id])


async def cleared(visitor: Visitor, node: Node, opener: SeenDoor) -> Cleared:
    """The record of a click that has cleared a dialog."""
    means = (way_out(node.look) or (opener, Means.OTHER))[1]
    return Cleared(screen=node.id, label=opener.label, means=means, stored=await names(visitor.page))
