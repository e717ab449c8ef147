"""A row on which a switch, a tick or a pick is drawn that no reader took for a control is not clicked: a click there may set it."""

import pytest
from playwright.sync_api import Page

from offswitch_crawler.doors import judge
from offswitch_crawler.look import look_sync
from offswitch_crawler.sites import Bounds
from offswitch_recording.words import WhyNot

STYLE = """<style>body{font:15px sans-serif}.r{display:flex;gap:8px;align-items:center;width:900px;padding:10px;cursor:pointer;color:inherit;
text-decoration:none}.e{justify-content:space-between}.s{width:40px;height:22px;border-radius:11px;background:#bbb;position:relative}
.s i{position:absolute;left:2px;top:2px;width:18px;height:18px;border-radius:9px;background:#fff}.z{background:#07f}.z i{left:20px}</style><h1>Rows</h1>"""
TRACK, SHOVED = "<span class=s><i></i></span>", "<span class='s z'><i></i></span>"
LINE = "<span style='position:relative;width:36px;height:3px;background:#999'><i style='position:absolute;top:-7px;left:{}px;width:16px;height:16px;border-radius:8px;background:#06c'></i></span>"
RING, DOT = "<circle cx=10 cy=10 r=9 fill=none stroke=#555 />", "<circle cx=10 cy=10 r=5 fill=#15c />"
BOX, CHECKED = "<path d='M3 3h18v18H3z'/>", "<path d='M3 3h18v18H3zM10 17l-5-5 1-1 4 4 8-8 1 1z'/>"
GEAR, BELL, LOCK = "<path d='M12 8l4 4-4 4-4-4z'/>", "<path d='M12 2l8 16H4z'/>", "<path d='M6 10h12v10H6z'/>"


def svg(inside: str) -> str:
    """A small picture."""
    return f"<svg width=20 height=20 viewBox='0 0 24 24'>{inside}</svg>"


SETS = {
    "a link to a place on its page": f"<a class='r e' href='#a'>Show mail{SHOVED}</a><a class='r e' href='#b'>Show phone{TRACK}</a>",
    "a link to an address": f"<a class='r e' href='/mail/toggle'>Show mail{SHOVED}</a><a class='r e' href='/phone/toggle'>Show phone{TRACK}</a>",
    "a link without an address": f"<a class='r e'>Show birthday{TRACK}</a><a class='r e'>Show town{SHOVED}</a>",
    "a line with a knob": f"<a class='r e' href='/mail/show'>Show mail{LINE.format(20)}</a><a class='r e' href='/phone/show'>Show phone{LINE.format(0)}</a>",
    "pictures at the end": f"<div class='r e'>Show online status{svg(CHECKED)}</div><div class='r e'>Link previews{svg(BOX)}</div>",
    "rings": f"<div class=r>{svg(RING + DOT)}Wi-Fi only</div><div class=r>{svg(RING)}Wi-Fi or mobile</div>",
    "one picture of three": "".join(
        f"<div class=r>{svg(p)}{t}</div>" for p, t in ((BOX, "Wi-Fi only"), (CHECKED, "Wi-Fi or mobile"), (BOX, "At home"))
    ),
    "a tick behind one": "<div class='r e'>Wi-Fi <b>✓</b></div><div class='r e'>Mobile data</div>",
}
LEADS_ON = {
    "icons before pages": "".join(
        f"<div class=r>{svg(p)}{t}</div>" for p, t in ((GEAR, "Display"), (BELL, "Sounds"), (LOCK, "Privacy"))
    ),
    "one icon at each end": "".join(f"<div class='r e'>{t}{svg(GEAR)}</div>" for t in ("Display", "Sounds", "Privacy")),
    "a switch before an arrow": f"<a class=r href='/ads'>{SHOVED}Adverts ›</a><a class=r href='/mail'>{TRACK}Mail ›</a>",
    "rows that say they are links": "".join(
        f"<div class='r e' role=link tabindex=0>{t}{svg(p)}</div>"
        for t, p in (("Payments", GEAR), ("Passwords", BELL), ("Addresses", GEAR))
    ),
    "arrows of two kinds": "".join(
        f"<div class='r e'>{t}{svg(p).replace('<svg', f'<svg class={c}')}</div>"
        for t, p, c in (("Display", GEAR, "icon-arrow"), ("Sounds", BELL, "icon-launch"), ("Privacy", GEAR, "icon-arrow"))
    ),
    "a known switch in it": "<a class='r e' href='/ads'>Adverts <input type=checkbox role=switch></a>",
}


def verdicts(page: Page, body: str) -> list[WhyNot | None]:
    """Why the doors of a page are not taken, in order."""
    page.route(
        "**/*",
        lambda route: route.fulfill(
            body=f"<!doctype html><meta charset=utf-8><html lang=en>{STYLE}{body}", content_type="text/html"
        ),
    )
    page.goto("http://rows.example/")
    look = look_sync(page)
    bounds = Bounds("http://rows.example/", (), (), ())
    return [judge(d, look.layers[d.place.layer], look.language, bounds).why_not for d in look.doors]


@pytest.mark.parametrize("body", SETS.values(), ids=SETS)
def test_what_draws_a_state_is_not_clicked(page: Page, body: str) -> None:
    assert set(verdicts(page, body)) <= {WhyNot.UNSURE, WhyNot.ACTING}


@pytest.mark.parametrize("body", LEADS_ON.values(), ids=LEADS_ON)
def test_pages_with_pictures_are_doors(page: Page, body: str) -> None:
    found = verdicts(page, body)
    assert found and set(found) == {None}
