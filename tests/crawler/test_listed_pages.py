"""A list that calls itself a choice is the way to the parts of settings where it names them and stands beside what it shows."""

from typing import Any

import pytest
from playwright.sync_api import Page

from offswitch_crawler.look import look_sync

PARTS = ("User Interface", "Displaying Messages", "Contacts", "Server Settings")
LIST = """<h1>Settings</h1><div style="display:flex;gap:12px"><table id=l role=listbox style="width:200px;cursor:default">{}</table>
<iframe name=f style="width:600px;height:300px" src=/empty></iframe></div><script>
l.onmousedown = (e) => {{
  const row = e.target.closest('tr');
  for (const other of l.rows) other.setAttribute('aria-selected', other === row);
  frames.f.location.href = '/part?n=' + row.rowIndex;
}};</script>"""


def test_a_listbox_of_pages_beside_a_frame_is_walked(pages: Any, walk_to: Any) -> None:
    pages.add("/empty", "")
    for n, name in enumerate(PARTS):
        pages.bodies[f"/part?n={n}"] = (
            f"<!doctype html><html lang=en><title>{name}</title><label><input type=checkbox checked> First of {name}</label>"
        )
    recording = walk_to(pages.add("/", LIST.format("".join(f"<tr role=option><td>{p}" for p in PARTS)))).recording
    assert {(c.label, c.depth, c.depth_is) for c in recording.controls} == {(f"First of {p}", 1, "exact") for p in PARTS}
    assert recording.ended_by == "complete"


CHOICES = {
    "answers": ("Everyone", "Friends", "Only me", "Custom"),
    "one chosen, nothing beside": ("User Interface", "Contacts", "Server Settings"),
    "in a form": ("User Interface", "Contacts", "Server Settings"),
    "names of none": ("Oslo", "Bergen", "Tromsø"),
}


@pytest.mark.parametrize("name", CHOICES)
def test_a_listbox_that_may_choose_stays_a_control(pages: Any, page: Page, name: str) -> None:
    chosen = "aria-selected=true" if name != "in a form" else ""
    rows = "".join(f"<li role=option {chosen if n == 0 else ''}>{o}" for n, o in enumerate(CHOICES[name]))
    box = f"<ul role=listbox aria-label='Start with' style='width:200px'>{rows}</ul>"
    page.goto(pages.add("/", f"<h1>Settings</h1>{f'<form>{box}</form>' if name == 'in a form' else box}"))
    look = look_sync(page)
    assert [c.kind for c in look.controls] == ["select"]
    assert [d.label for d in look.doors] == []
