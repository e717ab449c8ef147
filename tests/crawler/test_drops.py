"""Selects that are only drawn, with an arrow in a box beside a label, are selects; menus, accounts and parts that fold out are not."""

from typing import Any

import pytest
from playwright.sync_api import Page

from offswitch_crawler.look import look_sync

STYLE = """<style>body{font:15px sans-serif} .box{display:flex;justify-content:space-between;align-items:center;width:220px;border:1px solid #999;
border-radius:6px;padding:8px 12px;cursor:pointer} .row{display:flex;gap:60px;align-items:center;margin:12px} .turned{width:8px;height:8px;
border-right:2px solid #333;border-bottom:2px solid #333;transform:rotate(45deg)} .triangle{border:5px solid transparent;border-top-color:#333}
.pictured{background:url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='12' height='8'%3E%3Cpath d='M1 1l5 5 5-5'/%3E%3C/svg%3E")
no-repeat right 10px center} .fold{width:640px} .written::after{content:"▾"} .avatar{display:inline-block;width:24px;height:24px;background:#999}</style><h1>Settings</h1>"""
DOWN = "<svg width=16 height=16 viewBox='0 0 24 24'><path d='M6 9l6 6 6-6' fill=none stroke=#333></path></svg>"
SIDE = DOWN.replace("M6 9l6 6 6-6", "M9 6l6 6-6 6")
DOTS = "<svg width=16 height=16 viewBox='0 0 24 24'><circle cx=5 cy=12 r=2 /><circle cx=12 cy=12 r=2 /><circle cx=19 cy=12 r=2 /></svg>"


def box(value: str, arrow: str = DOWN, kind: str = "") -> str:
    """A value with an arrow in a box that shows a hand."""
    return f"<div class='box {kind}'><span>{value}</span>{arrow}</div>"


def button(value: str, says: str = "", sign: str = DOWN) -> str:
    """A native button as browsers draw it, without a hand."""
    return f"<button {says}>{value} {sign}</button>"


SELECTS = {
    "in a row": f"<div class=row><span>Seen by</span>{box('Friends')}</div>",
    "under a label": f"<div><div>Seen by</div>{box('Friends')}</div>",
    "described": f"<div class=row><div><div>Seen by</div><small>Choose whom to show it.</small></div>{box('Friends')}</div>",
    "among other controls": f"<section><label>Rest <input type=checkbox></label><div>Seen by</div>{box('Friends')}</section>",
    "in a grid": f"<div style='display:grid;grid-template-columns:200px 300px'><div>Seen by</div>{box('Friends')}"
    "<div>Rest</div><div><input type=checkbox></div></div>",
    "a turned square": f"<div class=row><span>Seen by</span>{box('Friends', '<i class=turned></i>')}</div>",
    "a triangle": f"<div class=row><span>Seen by</span>{box('Friends', '<i class=triangle></i>')}</div>",
    "a picture of its ground": f"<div class=row><span>Seen by</span>{box('Friends', '', 'pictured')}</div>",
    "an arrow apart": f"<div class=row><span>Seen by</span>{box('Friends', '<span>▾</span>')}</div>",
    "without a box": f"<div class=row><span>Seen by</span><span style='cursor:pointer'>Friends {DOWN}</span></div>",
    "an arrow of the style sheet": f"<div class=row><span>Seen by</span>{box('Friends', '', 'written')}</div>",
    "a button without a hand": f"<div class=row><span>Seen by</span>{button('Friends')}</div>",
    "a button under its label": f"<div><div>Seen by</div>{button('Friends')}</div>",
    "a button that says it opens a menu": f"<div class=row><span>Seen by</span>{button('Friends', 'aria-haspopup=menu')}</div>",
    "a button that says it folds out": f"<div class=row><span>Seen by</span>{button('Friends', 'aria-expanded=false')}</div>",
    "in one hand": f"<div style='cursor:pointer'><div>Seen by</div>{box('Friends')}</div>",
}
NONE = {
    "add": f"<div class=row><span>Team</span>{box('Add')}</div>",
    "more": f"<div class=row><span>Team</span>{box('More')}</div>",
    "account": f"<header class=row><b>Acme</b>{box('Sam Doe')}</header>",
    "account with a picture": f"<div class=row><b>Acme</b>{box('<i class=avatar></i>Sam Doe')}</div>",
    "fold out": f"<div>Your data</div>{box('What it is', kind='fold')}{box('Who gets it', kind='fold')}",
    "a part that says so and is pointed at": f"<div>Your data</div><div class='box fold' style='background:#eee'><span>What it is</span>"
    f"<button aria-expanded=true aria-label='What it is'>{DOWN}</button></div>",
    "a question": f"<p>All of it</p><div style='width:600px;display:flex;justify-content:space-between;cursor:pointer'><span>What we keep</span>{DOWN}</div>",
    "a side arrow without a box": f"<div class=row><span>Team</span><span style='cursor:pointer'>Design {SIDE}</span></div>",
    "details that fold out": f"<div class=row><span>Order of May</span>{button('Details', 'aria-expanded=false')}</div>",
    "a list that folds out": f"<div class=row><span>Lentil soup</span>{button('Ingredients', 'aria-expanded=false')}</div>",
    "a part that is folded out": f"<div class=row><span>Seen by</span>{button('Friends', 'aria-expanded=true')}</div>",
    "an answer that folds out beside no label": f"<p>What we do</p>{button('Never', 'aria-expanded=false style=width:640px')}"
    f"{button('Weekly', 'aria-expanded=false style=width:640px')}",
    "a menu of deeds": f"<div class=row><span>Plan of the garden</span>{button('Actions', 'aria-haspopup=menu')}</div>",
    "menus of deeds": f"<div class=row><span>Plan of the garden</span>{button('Actions')}</div>"
    f"<div class=row><span>Plan of the pond</span>{button('Actions')}</div>",
    "a menu behind an answer": f"<div class=row><span>Seen by</span>{button('Friends', 'aria-haspopup=menu')}<a href=/log>Log</a></div>",
    "a button that sorts what a heading names": f"<div class=row><h2>Members</h2>{button('Newest')}</div>",
    "the same with a menu": f"<div class=row><h2>Members</h2>{button('All', 'aria-haspopup=menu')}</div>",
    "a button with a sign": f"<div class=row><span>Ada</span>{button('Message', sign=DOTS)}</div>",
    "three dots": f"<div class=row><span>Team</span><span style='cursor:pointer'>Design {DOTS}</span></div>",
    "leads on": f"<div class=row><span>Seen by</span>{box('Friends', DOWN.replace('<svg', '<svg class=chevron-right'))}</div>",
}


@pytest.mark.parametrize("name", SELECTS)
def test_a_drawn_select_is_a_control_and_no_door(pages: Any, page: Page, name: str) -> None:
    page.goto(pages.add("/", STYLE + SELECTS[name]))
    look = look_sync(page)
    assert [(c.kind, c.label, c.state) for c in look.controls if c.label != "Rest"] == [("select", "Seen by", "Friends")]
    # Only where the arrow points down it is opened to be read: what a mark of another shape does, nobody knows.
    assert all(
        c.popup == (DOWN in SELECTS[name] or "▾" in SELECTS[name] or "written" in SELECTS[name])
        for c in look.controls
        if c.label != "Rest"
    )
    assert look.doors == ()


@pytest.mark.parametrize("name", NONE)
def test_a_menu_is_no_select(pages: Any, page: Page, name: str) -> None:
    page.goto(pages.add("/", STYLE + NONE[name]))
    assert look_sync(page).controls == ()


def test_a_row_that_leads_on_is_no_select_while_the_pointer_rests_on_it(pages: Any, page: Page) -> None:
    style = "<style>.line{display:flex;justify-content:space-between;width:600px;padding:12px;cursor:pointer}.line:hover{background:#eee}</style>"
    page.goto(
        pages.add(
            "/", f"{style}<h1>Sites</h1><p>Nothing was changed lately</p><div class=line><span>All sites</span>{DOWN}</div>"
        )
    )
    page.locator(".line").hover()
    assert look_sync(page).controls == ()
