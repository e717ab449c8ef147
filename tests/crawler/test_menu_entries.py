"""Entries of menus and drawers that lie over the page, and buttons that say by an attribute of HTML that they open something."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from offswitch_crawler.doors import judge
from offswitch_crawler.seen import Layer, Place, Ref, SeenDoor
from offswitch_crawler.sites import Bounds
from offswitch_crawler.vocabulary import load

LABELS = sorted((Path(__file__).parent / "labels").glob("*.yaml"))
BOUNDS = Bounds("https://www.example.org/settings", (), (), ())
MENU = Layer("menu", "", False, 0, (0, 0, 200, 300))
DRAWER = Layer("dialog", "", True, 1, (0, 0, 240, 800))
PLACE = Place(Ref(0, 1), "", ("a",), (), (), "menu", 1, (0, 0, 10, 10), True, False, True)
ENTRY = SeenDoor(PLACE, "", False, "menuitem", "div", "", "", None, None, False, False, "", False, "", False, False, "", 0)
LINK = replace(ENTRY, role="link", row=True, place=replace(PLACE, landmark="navigation"))


def taken(entries: tuple[str, ...], language: str = "en", like: SeenDoor = ENTRY, layer: Layer = MENU) -> list[str]:
    doors = [replace(like, label=label, among=entries if len(entries) > 1 else ()) for label in entries]
    return [d.label for d in doors if judge(d, layer, language, BOUNDS).take]


@pytest.mark.parametrize(
    ("entries", "doors"),
    [
        (("Privacy settings for Bob", "Block"), 1),
        (("Notification settings", "Privacy", "Block"), 2),
        (("Privacy", "Connected apps", "Sign out"), 2),
        (("Privacy", "Connected apps", "Members", "Sign out"), 3),
        (("Privacy", "Gizmos", "Widgets", "Connected apps", "Sign out"), 2),
        (("Connected apps", "Frobnicate"), 0),
        (("Settings", "Frobnicate", "Sign out"), 1),
    ],
)
def test_entries_of_a_menu_that_floats_are_weighed_without_its_deeds(entries: tuple[str, ...], doors: int) -> None:
    found = taken(entries)
    assert len(found) == doors and not {"Block", "Sign out", "Frobnicate"} & set(found)


@pytest.mark.parametrize("among", [("Everyone", "My account"), ("Off", "Ads", "Data"), ("Share data", "Don't share")])
def test_answers_in_a_menu_stay_answers(among: tuple[str, ...]) -> None:
    assert taken(among) == []


@pytest.mark.parametrize("path", LABELS, ids=lambda p: p.stem)
def test_neither_deeds_nor_answers_in_a_menu_with_pages_are_taken(path: Path) -> None:
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    pages = tuple(load(path.stem)["settings"][4:8])
    answers = [a for line in told["answers"] for a in line.split(" | ")]
    assert [x for x in (*told["deeds"], *answers) if x in taken((*pages, x), path.stem)] == []


def test_links_of_a_navigation_that_lies_over_the_page_lead_on() -> None:
    rows = ("Home", "Settings", "People")
    assert taken(rows, like=replace(LINK, in_drawer=True), layer=DRAWER) == list(rows)
    assert taken(rows, like=LINK, layer=DRAWER) == ["Settings"]
    assert taken(("Home", "Refresh", "Delete all"), like=replace(LINK, in_drawer=True), layer=DRAWER) == ["Home"]


def test_what_html_says_to_open_is_weighed_like_what_aria_says_to_open() -> None:
    button = replace(ENTRY, role="button", tag="button", place=replace(PLACE, landmark="main", layer=0))
    page = Layer("page", "", False, 0, (0, 0, 1280, 800))
    assert taken(("Fine tuning",), like=button, layer=page) == []
    opens = replace(button, haspopup="dialog")
    assert taken(("Fine tuning",), like=opens, layer=page) == ["Fine tuning"]
    assert taken(("Sign out",), like=opens, layer=page) == []


SWITCH = "<label><input type=checkbox checked> {0}</label>"
OPENERS = f"""<h1>Looks</h1><p><button popovertarget=p1>Glyphs</button></p><div popover id=p1><h3>Glyphs</h3>
<label><input type=radio name=f checked> Small</label><label><input type=radio name=f> Large</label></div>
<p><button commandfor=d1 command=show-modal>Fine tuning</button></p><dialog id=d1 aria-label="Fine tuning">{SWITCH.format("Tune for me")}
<button commandfor=d1 command=close>Close</button></dialog>
<p><button commandfor=p2 command=toggle-popover>Odds and ends</button></p><div popover id=p2>{SWITCH.format("Odd option")}</div>
<p><button commandfor=d1 command=--spin onclick="fetch('/spin', {{method: 'POST'}})">Spin</button></p>
<p><button popovertarget=none onclick="fetch('/none', {{method: 'POST'}})">Whirl</button></p>
<p><button popovertarget=p1 popovertargetaction=hide onclick="fetch('/hide', {{method: 'POST'}})">Twirl</button></p>"""


def test_popovers_and_dialogs_behind_buttons_that_name_them(pages: Any, walk_to: Any) -> None:
    recording = walk_to(pages.add("/", OPENERS)).recording
    assert {c.path[-1] if c.path else "" for c in recording.controls} == {"Glyphs", "Fine tuning", "Odds and ends"}
    assert not {d.label for d in recording.doors if d.taken} & {"Spin", "Whirl", "Twirl"}
    assert pages.writes == [] and recording.ended_by == "complete"


RIGHT = """<h1>People</h1><p>Bob is one of them.</p><div oncontextmenu="event.preventDefault(); m.hidden = false" aria-haspopup=menu tabindex=0
style="padding:20px;border:1px solid">Bob</div><div id=m hidden role=menu style="position:fixed;right:9px;top:30px;background:#fff">
<div role=menuitem tabindex=-1 onclick="show('Notification settings')">Notification settings</div>
<div role=menuitem tabindex=-1 onclick="show('Connected apps')">Connected apps</div>
<div role=menuitem tabindex=-1 onclick="fetch('/block', {method: 'POST'})">Block</div></div><main id=a></main><script>
const show = (t) => { m.hidden = true; a.innerHTML = `<h2>${t}</h2><label><input type=checkbox checked> ${t} here</label>`; };
addEventListener('keydown', (e) => { if (e.key === 'Escape') m.hidden = true; });
</script>"""


def test_entries_of_a_menu_under_a_right_click_are_taken_and_its_deed_is_not(pages: Any, walk_to: Any) -> None:
    recording = walk_to(pages.add("/", RIGHT)).recording
    found = {c.label: c.path for c in recording.controls}
    assert found == {f"{x} here": ["Bob", x] for x in ("Notification settings", "Connected apps")}
    assert pages.writes == [] and recording.blocked == []


DRAWN = """<button aria-label=menu onclick="z.innerHTML = `<div style='position:fixed;inset:0;background:rgba(0,0,0,.4);z-index:8'></div>
<nav aria-label=Main style='position:fixed;left:0;top:0;width:240px;height:100%;background:#fff;z-index:9'>` + ['Home', 'Settings', 'People'].map((x) =>
`<div role=link tabindex=0 style='padding:10px' onclick='go(this)'>${x}</div>`).join('') + '</nav>'">☰</button>
<h1>Start</h1><p>Many words.</p><p>More words.</p><p>And some more.</p><main id=a></main><div id=z></div><script>
const go = (e) => { const t = e.textContent; z.innerHTML = ''; a.innerHTML = `<h2>${t}</h2><label><input type=checkbox checked> ${t} switch</label>`; };
</script>"""


def test_entries_of_a_drawer_over_a_page_that_shows_words(pages: Any, walk_to: Any) -> None:
    recording = walk_to(pages.add("/", DRAWN)).recording
    assert {c.label for c in recording.controls} == {"Home switch", "Settings switch", "People switch"}
    assert pages.writes == []
