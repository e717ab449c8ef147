"""Two naive readers of a page's controls, to hold ours against: what a test engineer would write in an afternoon.

`aria` reads Playwright's accessibility snapshot alone; `css` the usual selectors (input, select, role switch or checkbox)
with their label[for], enclosing label or aria-label.
"""

import re
from pathlib import Path
from typing import TypeAlias

from playwright.sync_api import Page

Seen: TypeAlias = dict[str, object]
CSS = (Path(__file__).parent / "naive_css.js").read_text(encoding="utf-8")
LINE = re.compile(
    r'^(?P<indent> *)- (?P<role>[a-z]+)(?: "(?P<name>(?:[^"\\]|\\.)*)")?(?P<marks>(?: \[[^]]*\])*)(?:: *(?P<text>.*))?$'
)
ON_OFF = {"switch": "switch", "checkbox": "checkbox", "menuitemcheckbox": "checkbox"}


def aria(page: Page) -> list[Seen]:
    """Controls of the accessibility snapshot of the top frame, with kind, label, state and options."""
    found: list[Seen] = []
    group: tuple[int, Seen] | None = None
    for line in page.locator("body").aria_snapshot().splitlines():
        match = LINE.match(line.replace("'", "", 2) if line.lstrip().startswith("- '") else line)
        if match is None:
            continue
        depth, role, name = len(match["indent"]), match["role"], match["name"] or ""
        if group is not None and depth <= group[0]:
            group = None
        if role in ON_OFF:
            found.append({"kind": ON_OFF[role], "label": name, "state": _tick(match["marks"]), "options": []})
        elif role in ("radiogroup", "combobox", "listbox"):
            kind = "radio" if role == "radiogroup" else "select"
            one: Seen = {"kind": kind, "label": name, "state": (match["text"] or "").strip('"') or None, "options": []}
            found.append(one)
            group = (depth, one)
        elif role == "slider":
            found.append({"kind": "slider", "label": name, "state": (match["text"] or "").strip('"'), "options": []})
        elif role in ("radio", "option"):
            if group is None and role == "radio":
                one = {"kind": "radio", "label": "", "state": None, "options": []}
                found.append(one)
                group = (depth - 1, one)
            if group is not None:
                _add_option(group[1], name, "[checked]" in match["marks"] or "[selected]" in match["marks"])
    return found


def _tick(marks: str) -> str:
    return "mixed" if "mixed" in marks else "on" if "[checked]" in marks else "off"


def _add_option(control: Seen, name: str, chosen: bool) -> None:
    options = control["options"]
    assert isinstance(options, list)
    options.append(name)
    if chosen:
        control["state"] = name


def css(page: Page) -> list[Seen]:
    """Controls that the usual selectors match in the top frame."""
    found: list[Seen] = page.evaluate(CSS)
    return found
