"""Takes a menu that comes under a resting pointer or on a right click: the step, and whether anything came."""

from typing import TYPE_CHECKING

from offswitch_crawler.arrive import added
from offswitch_crawler.clicked import Clicked, locator
from offswitch_crawler.frontier import Door
from offswitch_crawler.node import Node
from offswitch_crawler.visitor import Visitor
from offswitch_recording.words import ScreenKind

if TYPE_CHECKING:
    from offswitch_crawler.search import Search


async def take_menu(search: "Search", visitor: Visitor, node: Node, door: Door) -> Clicked | None:
    """Rest the pointer on a door that was reached, or right-click it; what brings no menu is passed over, and is no door.

    The click, where a menu came that is to be recorded. What was seen last then stands in the visitor.
    """
    opener = door.seen[node.id]
    clicked = await visitor.point_at(locator(opener), right=door.right)
    door.taken, door.outcome = True, "same"
    search.clicks += door.right
    came = clicked.ok and await _came(visitor, node, door)
    search.screens.signs.tell(door.sign, came)
    stays = visitor.print is not None and visitor.print.same(node.print)
    search.back.at[id(visitor)] = node.id if stays and not came else None
    if not came or visitor.look is None or not search.bounds.same_site(visitor.look.url):
        return None
    return clicked


async def _came(visitor: Visitor, node: Node, door: Door) -> bool:
    """Whether there is something to click or to set that was not there before, and stays."""
    visitor.news = await visitor.brought() if _shows_more(visitor) else frozenset()
    if visitor.look is None or visitor.print is None:
        return False
    if not visitor.news and visitor.print.same(node.print):
        return False
    new = added(node, visitor.look, door.seen[node.id], ScreenKind.MENU, visitor.stood)
    return bool(new.controls or new.doors)


def _shows_more(visitor: Visitor) -> bool:
    """Words alone are a hint and no menu."""
    if visitor.before is None or visitor.print is None:
        return False
    old, now = visitor.before[2], visitor.print
    return bool(now.parts - old.parts or now.controls - old.controls or now.layers - old.layers)
