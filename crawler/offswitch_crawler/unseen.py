"""What of a screen that was recorded nobody has seen: a depth behind it is no proof."""

from offswitch_crawler.certainty import Unseen
from offswitch_crawler.hovers import Signs
from offswitch_crawler.node import Node


def unseen_of(node: Node, emptied: bool, came: bool, signs: Signs) -> Unseen:
    """What was not seen of one screen.

    emptied: whether the guard has stopped what would have filled it. came: whether it lay under its dialog unasked.
    """
    hides: list[str] = list(node.look.unseen)
    beside: list[str] = []
    if emptied:
        hides.append("it stayed empty after a request of it was stopped")
    if node.buried:
        (hides if came else beside).append("what lies under a dialog that nothing clears")
    if node.endless:
        beside.append("what comes further down, where it has no end")
    untried = [sign for sign in node.unrested if not signs.vain(sign)]
    if untried:
        hides.append(f"{len(untried)} menus under the pointer or on a right click, more than are tried on one screen")
    if len(node.unrested) > len(untried):
        beside.append("menus under the pointer or on a right click, of which those like them brought nothing")
    return Unseen(tuple(hides), tuple(beside))
