"""Boxes to search in: which fields are some, what they are called, and which of them search settings. Real Chromium, loopback only."""

from typing import Any

import pytest
from playwright.sync_api import Page

from offswitch_crawler.look import look_sync
from offswitch_crawler.seen import Look, SeenSearchBox
from offswitch_recording.schema import Recording, Screen
from offswitch_recording.words import Kind

SWITCH = "<label><input type=checkbox role=switch checked> Share my steps</label>"
NAV = """<a href=/settings/account>Account</a> <a href=/settings/privacy>Privacy</a> <a href=/settings/alerts>Alerts</a>"""


def looked(page: Page, body: str, language: str = "en") -> Look:
    page.set_content(f"<!doctype html><html lang={language}><style>body{{font:15px sans-serif}}</style>{body}")
    return look_sync(page)


def boxes(page: Page, body: str, language: str = "en") -> tuple[SeenSearchBox, ...]:
    return looked(page, body, language).search_boxes


def box(page: Page, body: str, language: str = "en") -> tuple[str, bool | None]:
    (found,) = boxes(page, body, language)
    return found.label, found.settings


@pytest.mark.parametrize(
    ("field", "label"),
    [
        ("<input type=search placeholder=Tea>", "Tea"),
        ("<input type=search>", ""),
        ("<div role=searchbox contenteditable aria-label=Tea style='width:200px;height:24px'></div>", "Tea"),
        ("<form role=search aria-label=Tea><input></form>", "Tea"),
        ("<search><label>Tea <input type=text></label></search>", "Tea"),
        ("<form role=search><textarea placeholder=Tea></textarea></form>", "Tea"),
        ("<input placeholder='Search tea'>", "Search tea"),
        ("<label>Search tea <input></label>", "Search tea"),
        ("<label for=i style='position:absolute;clip-path:inset(50%)'>Search tea</label><input id=i>", "Search tea"),
        ("<label>Milk <input></label><p>Text.</p><p>More.</p><label>Search tea <input></label>", "Search tea"),
        ("<input role=combobox aria-expanded=false aria-label='Find tea'>", "Find tea"),
        ("<span id=n>Find tea</span><input aria-labelledby=n>", "Find tea"),
        ("<form><input name=q placeholder=Tea><button>Search</button></form>", "Tea"),
        ("<div><svg class=icon-search width=16 height=16><circle r=6 cx=8 cy=8></circle></svg><input></div>", ""),
        ("<input readonly value=tea placeholder=Search>", "Search"),
    ],
)
def test_a_search_box_and_what_it_is_called(page: Page, field: str, label: str) -> None:
    (found,) = boxes(page, f"<main>{field}</main>")
    assert found.label == label
    assert found.place.shows and found.place.box[2] > 20


@pytest.mark.parametrize(
    "body",
    [
        "<input type=text placeholder=Name>",
        "<label>Where did you find us? <input></label>",
        "<input type=email placeholder='Search'>",
        "<label>Search engines may list me <input type=checkbox></label>",
        "<form role=search><select><option>Tea<option>Milk</select><input type=submit value=Search></form>",
        "<label>Name <input></label><p>Text.</p><p>More text.</p><button>Search</button>",
        "<button aria-label=Search><svg class=icon-search width=16 height=16></svg></button>",
    ],
)
def test_other_fields_are_none(page: Page, body: str) -> None:
    assert boxes(page, f"<main>{body}</main>") == ()


@pytest.mark.parametrize(
    "hidden",
    ["display:none", "visibility:hidden", "opacity:0", "position:absolute;left:-3000px", "clip-path:inset(50%)"],
)
def test_a_hidden_box_is_left_out(page: Page, hidden: str) -> None:
    assert boxes(page, f'<div style="{hidden}"><input type=search placeholder=Search></div>') == ()


def test_the_box_of_a_content_site_searches_no_settings(page: Page) -> None:
    header = "<header><a href=/>Kiosk</a><form role=search><input type=search placeholder=Search></form></header>"
    assert box(page, f"{header}<main><h1>Settings</h1>{SWITCH}</main>") == ("Search", False)


@pytest.mark.parametrize(
    ("language", "label"),
    [("en", "Search settings"), ("de", "Einstellungen durchsuchen"), ("ja", "設定を検索"), ("ru", "Поиск в настройках")],
)
def test_what_says_so_searches_settings_wherever_it_stands(page: Page, language: str, label: str) -> None:
    field = f"<input placeholder='{label}'>"
    assert box(page, f"<header>{field}</header><main><p>Text</p></main>", language) == (label, True)
    assert box(page, f"<nav>{NAV}{field}</nav>", language) == (label, True)


def test_of_two_names_the_one_that_says_settings_is_its_label(page: Page) -> None:
    assert box(page, "<input aria-label=Search placeholder='Search settings'>") == ("Search settings", True)
    assert box(page, "<label>Look up <input type=search aria-label=Find></label>") == ("Look up", False)


@pytest.mark.parametrize(
    "body",
    [
        f"<nav><input type=search placeholder=Search>{NAV}</nav>",
        f"<aside><h2>Settings</h2><input type=search placeholder=Search><p>{SWITCH}</aside>",
        "<nav aria-label='Settings menu'><input type=search placeholder=Search><a href=/a>A</a></nav>",
        "<nav><input type=search placeholder=Search><button>Account</button><button>Privacy</button><button>Security</button></nav>",
    ],
)
def test_a_box_in_the_navigation_of_settings_searches_them(page: Page, body: str) -> None:
    assert box(page, f"{body}<main><h1>Alerts</h1>{SWITCH}</main>") == ("Search", True)


def test_one_in_the_navigation_of_a_site_does_not(page: Page) -> None:
    entries = "".join(f"<a href=/{e}>{e}</a> " for e in ("Home", "Notifications", "Profile", "Account", "Settings"))
    assert box(page, f"<nav><input type=search placeholder=Search>{entries}</nav><main>{SWITCH}</main>") == ("Search", False)


def test_what_says_that_it_searches_something_else_does_so_also_among_settings(page: Page) -> None:
    body = f"<nav aria-label=Settings>{NAV}<input type=search placeholder='Search messages'></nav>"
    assert box(page, f"{body}<main>{SWITCH}</main>") == ("Search messages", False)


def test_a_box_in_the_content_is_left_to_its_screen(page: Page) -> None:
    body = f"<main><section><header><input type=search placeholder=Search…></header>{SWITCH}</section></main>"
    assert box(page, body) == ("Search…", None)


def test_boxes_in_shadow_roots_and_frames(page: Page, pages: Any) -> None:
    root = "<input type=search placeholder='Search settings'>"
    shadow = """<div id=h></div><script>h.attachShadow({mode: "%s"}).innerHTML = "%s"</script>"""
    pages.add("/inner", shadow % ("closed", root.replace("settings", "these settings")))
    page.goto(
        pages.add("/", shadow % ("open", root) + f"<p>Text</p><iframe name=in src={pages.other_origin}/inner></iframe>")
    )
    found = look_sync(page).search_boxes
    assert [(b.label, b.settings, b.place.frame) for b in found] == [
        ("Search settings", True, ""), ("Search these settings", True, "in"),
    ]  # fmt: skip
    assert [bool(b.place.shadow_path) for b in found] == [True, True]


def test_a_select_that_searches_its_options_stays_a_control(page: Page) -> None:
    drawn = "border:1px solid #999;width:220px;height:36px;display:flex;align-items:center"
    arrow = "<svg width=14 height=8 class=arrow-down><path d='M0 0L7 7L14 0'/></svg>"
    look = looked(
        page,
        f"""<main><p>Search language</p><div style="{drawn}"><div style="flex:1"><div>English</div>
        <input role=combobox aria-haspopup=listbox aria-expanded=false aria-label="Search language" style="width:4px;border:0"></div>
        {arrow}</div>{SWITCH}</main>""",
    )
    assert look.search_boxes == ()
    assert {c.kind for c in look.controls} == {Kind.SELECT, Kind.SWITCH}


def test_a_box_to_search_in_is_no_control_and_no_door(page: Page) -> None:
    look = looked(
        page, f"<main><input type=search role=combobox aria-haspopup=listbox placeholder=Search><p>{SWITCH}</main>"
    )
    assert len(look.search_boxes) == 1 and look.doors == ()
    assert [c.kind for c in look.controls] == [Kind.SWITCH]


def screen(recording: Recording, title: str) -> Screen:
    return next(s for s in recording.screens if s.title == title)


def test_a_walk_records_them_with_their_place_and_judges_by_the_screen(pages: Any, walk_to: Any) -> None:
    bar = "<div class=bar><a href=/>Kiosk</a> <input type=search placeholder=Search></div>"
    own = "<input type=search placeholder='Find…' style='width:300px;height:30px'>"
    pages.add("/settings", f"{bar}<h1>Settings</h1>{own}<p>{SWITCH}</p>")
    pages.add("/list", f"{bar}<h1>Shoes</h1><p>{own}<p><label><input type=checkbox> Red only</label></p>")
    start = pages.add("/", f"{bar}<p>News.</p><a href=/settings>Settings</a> <a href=/list>Shoes</a>")
    recording = walk_to(start).recording
    told = {s.title: [(b.label, b.settings) for b in s.search_boxes] for s in recording.screens}
    assert told == {
        "/": [("Search", False)],
        "/settings": [("Search", False), ("Find…", True)],
        "/list": [("Search", False), ("Find…", False)],
    }
    drawn = screen(recording, "/settings").search_boxes[1]
    assert drawn.picture == 0 and drawn.box is not None and drawn.box[2] >= 300 and drawn.box[1] > 40
    assert "search" not in {d.role for d in recording.doors} and len(recording.controls) == 2


def test_a_button_that_opens_a_search_box_is_a_door_and_the_box_stands_on_its_screen(pages: Any, walk_to: Any) -> None:
    button = """<button aria-label="Search settings" aria-haspopup=dialog onclick="d.showModal()">
    <svg class=icon-search width=16 height=16><circle r=6 cx=8 cy=8></circle></svg></button>"""
    dialog = (
        "<dialog id=d aria-label=Search><input type=search placeholder='Search settings'><button>Close</button></dialog>"
    )
    recording = walk_to(pages.add("/", f"<h1>Settings</h1>{button}{SWITCH}{dialog}")).recording
    assert [d.outcome for d in recording.doors if d.label == "Search settings"] == ["screen"]
    assert [(s.kind, [b.label for b in s.search_boxes]) for s in recording.screens] == [
        ("page", []), ("dialog", ["Search settings"]),
    ]  # fmt: skip
    assert [c.label for c in recording.controls] == ["Share my steps"] and pages.writes == []


def test_a_box_makes_no_other_screen_and_a_part_lists_only_its_own(pages: Any, walk_to: Any) -> None:
    body = f"<h1>Settings</h1>%s<p>{SWITCH}</p><details><summary>More</summary><label><input type=checkbox> Sell</label></details>"
    without = walk_to(pages.add("/", body % ""), out="one").recording
    within = walk_to(pages.add("/", body % "<input type=search placeholder=Search>"), out="two").recording
    assert [s.fingerprint for s in within.screens] == [s.fingerprint for s in without.screens]
    assert [len(s.search_boxes) for s in within.screens] == [1, 0]
    assert within.screens[0].search_boxes[0].settings
