"""Options that exist only while a select is open: it is opened, read, closed with Escape, and its state read again."""

from dataclasses import replace

from playwright.async_api import Error

from offswitch_crawler.matching import matched
from offswitch_crawler.node import Node, Shown
from offswitch_crawler.seen import Look, SeenControl
from offswitch_crawler.touch import point
from offswitch_crawler.visitor import Visitor
from offswitch_recording.schema import Failure
from offswitch_recording.words import Kind

MOST = 12
"""Selects that are opened on one screen."""
VAIN = 2
"""After so many that showed nothing when clicked, the rest of the screen is left alone."""
ITEMS = frozenset({"option", "menuitem", "menuitemradio"})


async def unfold(visitor: Visitor, node: Node) -> list[Failure]:
    """Fill the options of the selects of a screen; what went wrong. A page that does not close again is left (look None)."""
    failures: list[Failure] = []
    vain = 0
    for shown in [s for s in node.controls if _closed(s)][:MOST]:
        options = await _open(visitor, node, shown)
        vain = 0 if options else vain + 1
        if not await _close(visitor, node):
            failures.append(Failure(where=shown.id, what="it did not close with Escape: the page was loaded anew"))
            visitor.look = visitor.print = None
            break
        shown.seen = replace(shown.seen, options=options)
        if (again := _again(visitor, shown)) is not None and again.state != shown.seen.state:
            failures.append(Failure(where=shown.id, what=f"opened and closed, it says {again.state!r}"))
        if vain >= VAIN:
            break
    return failures


def _closed(shown: Shown) -> bool:
    seen = shown.seen
    return seen.kind is Kind.SELECT and seen.popup and not (seen.disabled or seen.locked or seen.place.covered)


async def _open(visitor: Visitor, node: Node, shown: Shown) -> tuple[str, ...]:
    """Click it and read the options that appear."""
    x, y, ok, _ = await point(visitor.page, shown.seen.place.ref)
    if not ok:
        return ()
    before = visitor.look
    try:
        await visitor.page.mouse.click(x, y)
        after = await visitor.see()
    except Error:
        return ()
    (same,) = matched([shown.seen], after)
    if same is not None and same.options:
        return same.options
    return _appeared(before, after)


def _appeared(before: Look | None, after: Look) -> tuple[str, ...]:
    """The items of a list that was not there before and is tied to nothing."""
    old = {d.place.ref for d in before.doors} if before else set()
    items = [d.label for d in after.doors if d.role in ITEMS and d.place.ref not in old and d.place.visible]
    lists = [c for c in after.controls if c.kind is Kind.SELECT and c.options and (before is None or _new(c, before))]
    return tuple(items) or (lists[0].options if lists else ())


def _new(control: SeenControl, before: Look) -> bool:
    return all(control.place.ref != c.place.ref for c in before.controls)


async def _close(visitor: Visitor, node: Node) -> bool:
    try:
        for _ in range(2):
            if visitor.stands_on(node.print):
                return True
            await visitor.escape()
        return visitor.stands_on(node.print)
    except Error:
        return False


def _again(visitor: Visitor, shown: Shown) -> SeenControl | None:
    return matched([shown.seen], visitor.look)[0] if visitor.look else None
