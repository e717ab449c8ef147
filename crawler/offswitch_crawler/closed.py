"""Closed shadow roots, which no script can see: found in the browser's own tree and handed into our world."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from offswitch_crawler.world import Frame, Steps, World

MOST = 400
"""Closed roots of one document that are looked into; of how many more there are, the document is told (`memory.shut`)."""


@cache
def _keep() -> str:
    memory = files("offswitch_crawler").joinpath("page", "memory.js").read_text(encoding="utf-8")
    return f"""function (argument, ...roots) {{
{memory}
for (const root of roots) memory.closed.set(root.host, root);
for (const host of memory.hints || []) memory.asked.add(host);
memory.shut = argument;
memory.mute = (memory.hints || []).filter((host) => !memory.closed.has(host)).map((host) => new WeakRef(host));
}}"""


def hand_in(world: World, frame: Frame) -> Steps[bool]:
    """Hand the closed roots of one frame's document into its world; whether there are any."""
    document = yield frame.send("DOM.getDocument", depth=-1, pierce=True)
    roots = list(_closed(document["root"], frame.id, _top(document["root"], frame)))
    handles = []
    for root in roots[:MOST]:
        handles.append((yield from world.adopt(frame, root)))
    yield from world.call(frame, _keep(), len(roots) - len(handles), tuple(handles))
    return bool(handles)


def _top(root: dict[str, Any], frame: Frame) -> str:
    """The frame whose document the tree begins with."""
    return str(root.get("frameId", "")) or (frame.id if frame.root else "")


def _closed(node: dict[str, Any], wanted: str, current: str) -> Iterator[int]:
    for root in node.get("shadowRoots", ()):
        if root.get("shadowRootType") == "closed" and current == wanted:
            yield int(root["backendNodeId"])
        if root.get("shadowRootType") != "user-agent":
            yield from _closed(root, wanted, current)
    for child in node.get("children", ()):
        yield from _closed(child, wanted, current)
    if "contentDocument" in node:
        yield from _closed(node["contentDocument"], wanted, str(node.get("frameId", "")))
