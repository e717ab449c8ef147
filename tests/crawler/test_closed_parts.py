"""What stands in a part that is closed is not on the screen, and nothing beside it is drawn for it."""

from typing import Any

import pytest
from playwright.sync_api import Page

from offswitch_crawler.look import look_sync

HEAD = """<!doctype html><html lang=en><style>.t{width:40px;height:22px;border-radius:11px;background:#0a7d32;position:relative}
.t i{position:absolute;right:2px;top:2px;width:18px;height:18px;border-radius:9px;background:#fff}
.row{display:flex;justify-content:space-between;width:500px}</style><h1>Settings</h1>"""
CLOSED = """<section><h2>More</h2><button {button}>{text}</button>
<div {hidden}><label><input type=checkbox> Real one</label></div></section>"""
TOGGLE = (
    "<div class=row><span>Drawn toggle</span><div class=t tabindex=0 style='cursor:pointer' onclick='1'><i></i></div></div>"
)


@pytest.mark.parametrize("hidden", ["hidden", "style='display:none'", "style='visibility:hidden'"])
@pytest.mark.parametrize("button", ["aria-expanded=false", "aria-haspopup=true", ""])
@pytest.mark.parametrize("text", ["Expand B", "More"])
def test_a_closed_part_is_no_control_and_its_button_is_a_door(page: Page, hidden: str, button: str, text: str) -> None:
    page.set_content(HEAD + CLOSED.format(hidden=hidden, button=button, text=text))
    look = look_sync(page)
    assert [c.label for c in look.controls if c.place.visible] == []
    assert [d.label for d in look.doors] == [text]


def test_a_drawn_toggle_is_not_taken_for_the_input_of_a_closed_part(page: Page) -> None:
    page.set_content(
        HEAD
        + "<button aria-expanded=false>Open</button><div hidden><p><label><input type=checkbox> Inside</label></p></div>"
        + TOGGLE
    )
    look = look_sync(page)
    assert [(c.label, c.state) for c in look.controls] == [("Drawn toggle", "on")]


MENU = """<h1>Notes</h1><button aria-haspopup=menu onclick="m.hidden = false">My account</button>
<div id=m role=menu hidden style="position:absolute;top:90px;background:#fff;z-index:2"><div role=menuitem tabindex=0 aria-haspopup=dialog
  onclick="m.hidden = true; d.showModal()">Settings</div></div>
<dialog id=d aria-label=Settings><h2>Settings</h2><label><input type=checkbox checked> Train with my notes</label>
<button onclick="d.close()">✕</button></dialog>"""


def test_a_dialog_that_a_menu_gives_way_to_is_a_dialog_of_its_menu(pages: Any, walk_to: Any) -> None:
    recording = walk_to(pages.add("/", MENU)).recording
    assert [(s.kind, s.parent) for s in recording.screens] == [("page", None), ("menu", "s1"), ("dialog", "s2")]
    assert [(c.label, c.depth) for c in recording.controls] == [("Train with my notes", 2)]
    assert "✕" not in [d.label for d in recording.doors]


RENAMED = """<h1>Notes</h1><button aria-haspopup=dialog onclick="d.showModal()">Settings</button>
<dialog id=d aria-label=General><div role=tablist><button role=tab id=g aria-selected=true>General</button>
<button role=tab id=p aria-selected=false onclick="d.ariaLabel = 'Privacy'; g.ariaSelected = false; p.ariaSelected = true; m.innerHTML = '<label><input type=checkbox checked> Train with my notes</label>'">Privacy</button></div>
<div id=m><label><input type=checkbox> Large letters</label></div></dialog>"""


def test_a_tab_of_a_dialog_that_is_called_as_its_tab_is_a_tab(pages: Any, walk_to: Any) -> None:
    recording = walk_to(pages.add("/", RENAMED)).recording
    assert [(s.kind, s.parent) for s in recording.screens] == [("page", None), ("dialog", "s1"), ("tab", "s2")]
