"""What stands in a part that is closed is not on the screen, and nothing beside it is drawn for it."""

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
