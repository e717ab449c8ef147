"""Who hears the pointer: handlers of a page's own that no attribute shows, asked of the browser once for a new screen."""

from collections.abc import Sequence
from typing import Any

from playwright.async_api import Error
from playwright.async_api import Page as AsyncPage

from offswitch_crawler.hovers import BARS, HEARD, MENU, Signs
from offswitch_crawler.scripts import source
from offswitch_crawler.seen import SeenDoor
from offswitch_crawler.world import Frame, Steps, World, drive_async, world_of

RESTS = frozenset({"mouseenter", "mouseover", "pointerenter", "pointerover"})
CONTEXT = "contextmenu"
MOST = 40
"""Elements with such a handler that are looked at: a page on which more have one says nothing by it."""
SCRIPTS = ("native", "memory", "flat", "listeners")


async def heard(page: AsyncPage, doors: Sequence[SeenDoor], signs: Signs) -> dict[int, set[str]]:
    """Numbers of doors of the top document with what they hear: `hover` in a bar, `context` where they say that they have a menu.

    Empty where the browser does not tell, and for what was followed in vain on this site: to ask takes long where much is heard.
    React and others hear everything at the root of a page: that says nothing.
    """
    top = [d for d in doors if not d.place.frame]
    bars = [d.place.ref.uid for d in top if d.place.landmark in BARS and not d.hovers and not signs.vain(HEARD)]
    menus = [d.place.ref.uid for d in top if d.haspopup not in ("", "listbox", "grid") and not signs.vain(MENU)]
    frame = world_of(page).by_index(top[0].place.ref.frame) if bars or menus else None
    if frame is None or frame.session is None:
        return {}
    try:
        return await drive_async(_heard(world_of(page), frame, bars, menus))
    except Error:
        return {}


def _heard(world: World, frame: Frame, bars: list[int], menus: list[int]) -> Steps[dict[int, set[str]]]:
    whole = yield frame.send("Runtime.evaluate", expression="document", objectGroup="offswitch")
    told = yield frame.send("DOMDebugger.getEventListeners", objectId=whole["result"]["objectId"], depth=-1, pierce=False)
    found: dict[int, set[str]] = {}
    for name, types, doors in (("hover", RESTS, bars), ("context", {CONTEXT}, menus)):
        nodes = _nodes(told["listeners"], types)
        for uid in (yield from _doors(world, frame, nodes, doors)) if doors and len(nodes) <= MOST else []:
            found.setdefault(uid, set()).add(name)
    return found


def _nodes(listeners: list[dict[str, Any]], types: set[str] | frozenset[str]) -> list[int]:
    return list(dict.fromkeys(int(x["backendNodeId"]) for x in listeners if x["type"] in types and "backendNodeId" in x))


def _doors(world: World, frame: Frame, nodes: list[int], doors: list[int]) -> Steps[list[int]]:
    """Which of these doors are, hold, or alone stand in one of these nodes."""
    handles = []
    for node in nodes:
        handles.append((yield from world.adopt(frame, node)))
    if not handles:
        return []
    script = source(*SCRIPTS, returns="heardBy(argument, objects)")
    return list((yield from world.call(frame, script, doors, tuple(handles))))
