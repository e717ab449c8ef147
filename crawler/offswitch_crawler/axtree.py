"""What components say of themselves in the browser's accessibility tree alone: role and state set by ElementInternals.

The whole tree costs seconds on a large page, so only components are asked that show nothing else that says what they are.
"""

from typing import Any

from playwright.async_api import Error

from offswitch_crawler.scripts import source
from offswitch_crawler.wellformed import well_formed
from offswitch_crawler.world import Frame, Steps, World

MOST = 80
LARGEST_PX = (700, 64)
"""No single control is wider or taller."""
SAID = frozenset(
    {"checkbox", "combobox", "listbox", "menuitemcheckbox", "menuitemradio", "radio", "radiogroup", "slider", "switch"}
)
KEPT = frozenset({"checked", "disabled", "valuetext"})


def ask(world: World, frame: Frame, facts: dict[str, Any]) -> Steps[None]:
    """Write into the facts of a look, as `ax` of a node, what the accessibility tree says of components that say it nowhere else."""
    if frame.session is None:
        return
    every = _mute(facts["nodes"])
    mute, facts["unasked"] = every[:MOST], len(every[MOST:])
    if not mute:
        return
    context = yield from world.context(frame)
    for node in mute:
        try:
            found = yield frame.send(
                "Runtime.callFunctionOn",
                functionDeclaration=source("memory", returns="elementOf(argument)"),
                executionContextId=context,
                arguments=[{"value": node["uid"]}],
            )
            answer = yield frame.send(
                "Accessibility.getPartialAXTree", objectId=found["result"].get("objectId", ""), fetchRelatives=False
            )
        except Error:
            continue  # it is gone, or the tree does not know it
        said = well_formed(_said(answer["nodes"]))
        if said:
            node["ax"] = said


def _mute(nodes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Components of the size of a control that one can point at and that show neither role nor native input, in or around them."""
    found, telling = [], [n["at"] for n in nodes if _tells(n)]
    for node in nodes:
        _, _, wide, tall = node["box"]
        if "-" not in node["tag"] or not node.get("wanted") or not node.get("seen") or _tells(node):
            continue
        if wide <= LARGEST_PX[0] and tall <= LARGEST_PX[1] and not any(node["at"] < at <= node["end"] for at in telling):
            found.append(node)
    return found


def _tells(node: dict[str, Any]) -> bool:
    """Whether it says by itself what it is."""
    return "role" in node["attributes"] or node["tag"] in ("input", "select", "textarea", "button", "a")


def _said(nodes: list[dict[str, Any]]) -> dict[str, str]:
    """Role and state of the first node, empty where it is no control."""
    role = str(nodes[0].get("role", {}).get("value", "")) if nodes and not nodes[0].get("ignored") else ""
    if role not in SAID:
        return {}
    said = {"role": role}
    if "value" in nodes[0]:
        said["value"] = str(nodes[0]["value"].get("value", ""))
    said |= {
        p["name"]: str(p["value"].get("value", "")).lower() for p in nodes[0].get("properties", ()) if p["name"] in KEPT
    }
    return said
