"""Options that exist only while a select is open: it is opened, read, closed again, and its state read again."""

from dataclasses import replace

from playwright.async_api import Error

from offswitch_crawler import hand
from offswitch_crawler.lists import Lists
from offswitch_crawler.matching import matched
from offswitch_crawler.node import Node, Shown
from offswitch_crawler.seen import Look, Ref, SeenControl
from offswitch_crawler.touch import point
from offswitch_crawler.visitor import Visitor
from offswitch_recording.schema import Failure
from offswitch_recording.words import Kind

MOST = 12
"""Selects that are opened on one screen."""
VAIN = 2
"""After so many that showed nothing when clicked, the rest of the screen is left alone."""
ANEW = "the page was loaded anew"
ITEMS = frozenset({"option", "menuitem", "menuitemradio"})


async def unfold(visitor: Visitor, node: Node) -> list[Failure]:
    """Fill the options of the selects of a screen; what went wrong. A page that does not close again is left (look None)."""
    failures: list[Failure] = []
    vain = 0
    for shown in [s for s in node.controls if _closed(s)][:MOST]:
        lists = Lists(visitor.page, shown.seen.place.ref)
        options = await _open(visitor, lists, shown)
        vain = 0 if options else vain + 1
        shown.seen = replace(shown.seen, options=options)
        if not await _close(visitor, node, lists):
            failures.append(Failure(where=shown.id, what=f"it did not close with Escape or a second click: {ANEW}"))
            visitor.look = visitor.print = None
            break
        if (again := _again(visitor, shown)) is not None and again.state != shown.seen.state:
            failures.append(Failure(where=shown.id, what=f"opened and closed, it says {again.state!r}"))
        if vain >= VAIN:
            break
    return failures


def _closed(shown: Shown) -> bool:
    seen = shown.seen
    return seen.kind is Kind.SELECT and seen.popup and not (seen.disabled or seen.locked or seen.place.covered)


async def _open(visitor: Visitor, lists: Lists, shown: Shown) -> tuple[str, ...]:
    """Click it and read the options that appear."""
    x, y, ok, _ = await point(visitor.page, shown.seen.place.ref)
    if not ok:
        return ()
    before = visitor.look
    try:
        await lists.remember()
        await hand.click(visitor.page, x, y)
        after = await visitor.see()
        unsaid = await lists.options(shown.seen.state)
    except Error:
        return ()
    (same,) = matched([shown.seen], after)
    if same is not None and same.options:
        return same.options
    return _appeared(before, after) or unsaid


def _appeared(before: Look | None, after: Look) -> tuple[str, ...]:
    """The items of a list that was not there before and is tied to nothing."""
    old = {d.place.ref for d in before.doors} if before else set()
    items = [d.label for d in after.doors if d.role in ITEMS and d.place.ref not in old and d.place.visible]
    lists = [c for c in after.controls if c.kind is Kind.SELECT and c.options and (before is None or _new(c, before))]
    return tuple(items) or (lists[0].options if lists else ())


def _new(control: SeenControl, before: Look) -> bool:
    return all(control.place.ref != c.place.ref for c in before.controls)


async def _close(visitor: Visitor, node: Node, lists: Lists) -> bool:
    """Escape, twice where needed, then a second click on what opened it; never one on the list."""
    try:
        for act in (visitor.escape, visitor.escape, lambda: _click_again(visitor, lists.ref)):
            if await _is_shut(visitor, node, lists):
                return True
            await act()
        return await _is_shut(visitor, node, lists)
    except Error:
        return False


async def _is_shut(visitor: Visitor, node: Node, lists: Lists) -> bool:
    return visitor.stands_on(node.print) and not await lists.stands_open()


async def _click_again(visitor: Visitor, ref: Ref) -> None:
    x, y, ok, _ = await point(visitor.page, ref)
    if ok:
        await hand.click(visitor.page, x, y)
        await visitor.see()


def _again(visitor: Visitor, shown: Shown) -> SeenControl | None:
    return matched([shown.seen], visitor.look)[0] if visitor.look else None
