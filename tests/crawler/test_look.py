"""One look at a page: frames, shadow roots, doors, layers, points that a click reaches. Real Chromium, loopback only."""

from typing import Any

import pytest
from playwright.sync_api import Page

from offswitch_crawler import closed
from offswitch_crawler.find import find
from offswitch_crawler.fingerprint import present
from offswitch_crawler.look import look_sync
from offswitch_crawler.seen import Look, SeenDoor
from offswitch_crawler.touch import boxes_of, boxes_sync, point_sync
from offswitch_crawler.world import drive_sync
from offswitch_recording.doors import Locator

SWITCH = '<div role=switch aria-checked=true tabindex=0 style="width:44px;height:22px;background:#06c"></div>'
CLOSED = f"""<div id=host></div><script>
document.getElementById("host").attachShadow({{mode: "closed"}}).innerHTML = `<p>Share my steps</p>{SWITCH}`;
document.addEventListener("click", () => document.title = "clicked");</script>"""


def shown(page: Page, body: str) -> Look:
    page.set_content(f"<!doctype html><html lang=en><style>body{{font:15px sans-serif}}</style>{body}")
    return look_sync(page)


def door(look: Look, label: str) -> SeenDoor:
    found = [d for d in look.doors if d.label == label]
    assert len(found) == 1, [d.label for d in look.doors]
    return found[0]


@pytest.mark.parametrize("origin", ["url", "other_origin"])
def test_a_closed_root_in_a_frame_is_seen_and_reached(page: Page, pages: Any, origin: str) -> None:
    pages.add("/inner", CLOSED)
    frame = f'<iframe name=health src="{getattr(pages, origin)}/inner" style="padding:7px;border:3px solid"></iframe>'
    page.goto(pages.add("/outer", f'<h1>Health</h1><div style="height:1500px">Top</div>{frame}'))
    look = look_sync(page)
    (control,) = look.controls
    assert (control.label, control.state, control.place.frame) == ("Share my steps", "on", "health")
    assert control.place.section == ("Health",)
    assert not control.place.in_first_viewport
    x, y, ok, why = point_sync(page, control.place.ref)
    assert ok, why
    page.mouse.click(x, y)
    inner = next(f for f in page.frames if f.name == "health")
    inner.wait_for_function("document.title === 'clicked'")


def test_the_path_of_a_frame_is_the_same_after_a_reload(page: Page, pages: Any) -> None:
    inner = pages.add("/inner", f"<p>Share my steps</p>{SWITCH}")
    frames = f"<iframe src='{inner}'></iframe><iframe src='{inner}' name='ads'></iframe><iframe src='{inner}' name='f8231'></iframe>"
    page.goto(pages.add("/outer", f"<!doctype html><html lang=en>{frames}"))
    paths = []
    for _ in range(2):
        paths.append([c.place.frame for c in look_sync(page).controls])
        page.reload()
    assert paths == [["1", "ads", "3"]] * 2


def test_a_look_leaves_nothing_on_the_page(page: Page) -> None:
    page.set_content("<label><input type=checkbox> One</label>")
    count = "Object.getOwnPropertyNames(window).length + Object.getOwnPropertySymbols(window).length"
    before = page.evaluate(f"[{count}, document.documentElement.outerHTML]")
    look_sync(page)
    assert page.evaluate(f"[{count}, document.documentElement.outerHTML]") == before


def test_numbers_stay_the_same_over_looks_of_one_document(page: Page) -> None:
    first = shown(page, "<label><input type=checkbox> One</label><a href='/x'>Door</a>")
    page.evaluate("document.body.prepend(document.createElement('hr'))")
    second = look_sync(page)
    assert first.controls[0].place.ref == second.controls[0].place.ref
    assert first.doors[0].place.ref == second.doors[0].place.ref


def test_boxes_lie_on_the_real_controls_with_an_inner_scroller(page: Page) -> None:
    rows = "".join(f"<p style='margin:30px'><label><input type=checkbox id=c{i}> Row {i}</label></p>" for i in range(40))
    look = shown(page, f"<div style='height:300px;overflow:auto;width:400px;border:1px solid'>{rows}</div>")
    assert len(look.controls) == 40
    assert len(look.scrollers) == 1
    last = look.controls[-1]
    x, y, ok, _ = point_sync(page, last.place.ref)
    assert ok
    page.mouse.click(x, y)
    assert page.evaluate("document.getElementById('c39').checked")
    box = boxes_sync(page, [last.place.ref])[0]
    real = page.locator("#c39").bounding_box()
    assert box is not None
    assert real is not None
    assert box[:2] == pytest.approx((real["x"], real["y"]), abs=1)


def test_what_lies_under_something_is_covered(page: Page) -> None:
    sheet = "<div style='position:fixed;inset:0;background:#fff'>Sheet</div>"
    look = shown(page, f"<a href='/a'>Under</a>{sheet}")
    assert point_sync(page, door(look, "Under").place.ref)[2:] == (False, "covered")
    page.evaluate("document.querySelector('a').remove()")
    assert point_sync(page, door(look, "Under").place.ref)[2:] == (False, "gone")


def test_a_transparent_input_over_a_drawn_box_is_reached(page: Page) -> None:
    style = "<style>.t{position:relative;display:block;width:40px;height:20px}.t *{position:absolute;inset:0}</style>"
    look = shown(
        page,
        f"{style}<p>Hints</p><label class=t><b style='background:#999'></b><input type=checkbox style='opacity:0'></label>",
    )
    (control,) = look.controls
    x, y, ok, _ = point_sync(page, control.place.ref)
    assert ok
    page.mouse.click(x, y)
    assert look_sync(page).controls[0].state == "on"


def test_one_door_for_each_thing_to_click(page: Page) -> None:
    row = "display:flex;justify-content:space-between;width:600px;height:50px;cursor:pointer"
    look = shown(
        page,
        f"""<main style="width:640px"><div style="{row}"><div><h3>Ad topics</h3><p>What we think you like</p></div>
        <button aria-label="Ad topics" style="border:0"><svg class="icon-chevron" width=16 height=16><path d="M0 0h9"/></svg></button></div>
        <a href="/s"><span><b><span>Settings</span></b></span></a>
        <button aria-label="Open menu" aria-haspopup="menu"><svg class="icon-gear" width=20 height=20><path d="M0 0h9"/></svg></button>
        <details><summary>Advanced</summary>x</details>
        <div style="{row}"><span>Night mode</span><input type=checkbox></div>""",
    )
    assert [d.label for d in look.doors] == ["Ad topics", "Settings", "Open menu", "Advanced"]
    assert (look.doors[0].row, look.doors[0].chevron) == (True, True)
    assert (look.doors[2].named_only, look.doors[2].haspopup, "gear" in look.doors[2].icon) == (True, "menu", True)
    assert [c.label for c in look.controls] == ["Night mode"]


def test_what_lies_over_a_frame_lies_over_what_it_shows(page: Page) -> None:
    """A picture of a control under a bar would be one of the bar."""
    frame = "<iframe width=400 height=120 srcdoc='<label><input type=checkbox> Sounds</label><p style=margin-top:60px><label><input type=checkbox> Films</label>'></iframe>"
    look = shown(page, f"{frame}<div style='position:fixed;top:60px;left:0;right:0;height:90px;background:#eee'></div>")
    boxes = drive_sync(boxes_of(page, [c.place.ref for c in look.controls], True))
    assert [(c.label, box is not None) for c, box in zip(look.controls, boxes, strict=True)] == [
        ("Sounds", True),
        ("Films", False),
    ]


def test_a_dialog_covers_the_page_and_a_bar_does_not(page: Page) -> None:
    look = shown(
        page,
        "<a href='/a'>Under</a><dialog id=d><h2>Delete?</h2><button>Cancel</button></dialog><script>d.showModal()</script>",
    )
    assert [(layer.kind, layer.modal) for layer in look.layers] == [("page", False), ("dialog", True)]
    assert look.layers[1].label == "Delete?"
    assert (door(look, "Cancel").place.layer, door(look, "Under").place.covered) == (1, True)
    bar = "<header style='position:fixed;top:0;left:0;right:0;height:50px;background:#eee'><a href='/'>Home</a></header>"
    assert [layer.kind for layer in shown(page, f"{bar}<p>Text</p>").layers] == ["page"]


def test_a_drawn_dialog_with_a_backdrop_is_a_layer(page: Page) -> None:
    shade = "position:fixed;inset:0;background:#0008"
    box = "position:fixed;left:300px;top:200px;width:400px;height:200px;background:#fff;z-index:2"
    look = shown(
        page,
        f"<h1>Page</h1><p>One</p><p>Two</p><a href='/a'>Under</a><div style='{shade}'></div><div style='{box}'><h2>Your choice</h2></div>",
    )
    assert [(layer.label, layer.modal) for layer in look.layers] == [("", False), ("Your choice", True)]


def test_a_dialog_in_a_frame_over_a_backdrop_is_a_layer_and_covers_the_page(page: Page) -> None:
    shade = "position:fixed;inset:0;background:#0008"
    box = "position:fixed;left:300px;top:100px;width:500px;height:300px;border:0;background:#fff;z-index:2"
    inner = "<h2>Your choice</h2><label><input type=checkbox> Share my route</label>"
    under = "<h1>Ferries</h1><p>One</p><p>Two</p><label><input type=checkbox checked> Follow this line</label>"
    look = shown(page, f"{under}<div style='{shade}'></div><iframe style='{box}' srcdoc='{inner}'></iframe>")
    assert [layer.modal for layer in look.layers] == [False, True]
    assert [(c.label, c.place.layer, c.place.covered) for c in look.controls] == [
        ("Follow this line", 0, True),
        ("Share my route", 1, False),
    ]
    assert [c.label for c in present(look)[0]] == ["Share my route"]


@pytest.mark.parametrize("bar", ["position:fixed;bottom:0;left:0;right:0;height:90px", "position:sticky;top:0;height:60px"])
def test_a_bar_or_a_frame_in_a_corner_leaves_the_page_usable(bar: str, page: Page) -> None:
    under = "<h1>Ferries</h1><p>One</p><p>Two</p><label><input type=checkbox checked> Follow this line</label>"
    corner = "position:fixed;right:20px;bottom:20px;width:300px;height:300px;border:0;z-index:2"
    look = shown(
        page, f"<div style='{bar};background:#eee'>News</div>{under}<iframe style='{corner}' srcdoc='<p>Chat</p>'></iframe>"
    )
    assert [(c.label, c.place.layer, c.place.covered) for c in look.controls] == [("Follow this line", 0, False)]


@pytest.mark.parametrize("placed", ["position:fixed;inset:0", "position:absolute;left:0;top:0;width:1280px;height:2000px"])
def test_what_stands_under_a_dialog_that_says_so_is_covered(placed: str, page: Page) -> None:
    shade = f"<div style='{placed};background:#0008'></div>"
    box = "position:fixed;left:300px;top:100px;width:500px;background:#fff"
    inside = "<h2>Your choice</h2><label><input type=checkbox> Share my route</label>"
    under = "<h1>Ferries</h1><label><input type=checkbox checked> Follow this line</label>"
    look = shown(page, f"{under}{shade}<div role=dialog aria-modal=true style='{box}'>{inside}</div>")
    assert [(c.label, c.place.covered) for c in look.controls] == [("Follow this line", True), ("Share my route", False)]


def test_a_consent_banner_is_one_choice(page: Page) -> None:
    bar = "position:fixed;bottom:0;left:0;right:0;background:#eee"
    buttons = "<button>Accept all</button><button>Reject all</button><button>Settings</button>"
    look = shown(page, f"<p>News</p><div style='{bar}'><p>We use cookies and share data with partners.</p>{buttons}</div>")
    (choice,) = look.controls
    assert choice.kind == "choice"
    assert choice.options == ("Accept all", "Reject all", "Settings")
    assert len(choice.option_boxes) == 3
    assert [d.place.layer for d in look.doors] == [1, 1, 1]


def test_a_notice_with_a_single_button_is_no_choice(page: Page) -> None:
    box = "position:fixed;left:300px;top:200px;width:400px;height:200px;background:#fff"
    notice = "<h2>New privacy terms</h2><p>From May on, other words hold. Your consent stays as it was.</p><button>Got it</button>"
    look = shown(page, f"<h1>Recipes</h1><div role=dialog aria-modal=true style='{box}'>{notice}</div>")
    assert [c.label for c in look.controls] == []
    assert [(layer.kind, layer.label) for layer in look.layers[1:]] == [("dialog", "New privacy terms")]
    assert door(look, "Got it").place.layer == 1


def test_a_door_is_found_again_though_ids_and_places_change(page: Page) -> None:
    before = shown(page, "<h2>Data</h2><a href='/ads' id=r7f3a9>Ads</a><h2>Other</h2><a href='/x'>Ads</a>")
    seen = before.doors[0]
    wanted = Locator(
        label=seen.label, role=seen.role, href=seen.href, css=list(seen.place.css), section="Data", nth=seen.nth
    )
    after = shown(
        page, "<p>New</p><h2>Other</h2><a href='/x'>Ads</a><h2>Data</h2><div><a href='/ads' id=q1b2c3>Ads</a></div>"
    )
    again = find(after, wanted)
    assert isinstance(again, SeenDoor)
    assert again.place.section == ("Data",)
    assert find(after, Locator(label="Billing", role="link", css=["#gone"])) is None


def test_a_page_of_thirty_thousand_nodes_is_read_whole(page: Page) -> None:
    page.set_content("<label><input type=checkbox> One</label><main></main>")
    page.evaluate("document.querySelector('main').innerHTML = '<div><p><span>word</span></p></div>'.repeat(10000)")
    look = look_sync(page)
    assert look.nodes > 30_000
    assert len(look.controls) == 1


def test_rows_scrolled_out_of_their_list_are_seen_though_other_things_lie_where_they_would(page: Page) -> None:
    rows = "".join(f"<p style='margin:0;height:30px'><label><input type=checkbox> Topic {n}</label></p>" for n in range(20))
    below = "".join(f"<p style='margin:0;height:30px;background:#eee'><button>Thing {n}</button></p>" for n in range(12))
    page.set_content(f"<h1>Topics</h1><div style='height:180px;width:400px;overflow-y:auto'>{rows}</div>{below}")
    assert [c.label for c in look_sync(page).controls] == [f"Topic {n}" for n in range(20)]


def test_what_lies_beyond_a_limit_is_said(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(closed, "MOST", 2)
    host = "<h1>Rows</h1><script>for (const name of ['Ads', 'Mail', 'Calls']) { const host = document.createElement('div'); document.body.append(host);"
    page.set_content(
        host + "host.attachShadow({mode: 'closed'}).innerHTML = `<label><input type=checkbox> ${name}</label>`; }</script>"
    )
    for _ in range(2):
        look = look_sync(page)
        assert [c.label for c in look.controls] == ["Ads", "Mail"]
        assert [e.split(": ")[-1] for e in look.errors] == ["1 closed shadow roots were not looked into"]
    page.set_content("<label><input type=checkbox> One</label><main></main><label><input type=checkbox> Last</label>")
    assert look_sync(page).errors == ()
    page.evaluate("document.querySelector('main').innerHTML = '<i></i>'.repeat(60100)")
    look = look_sync(page)
    assert [c.label for c in look.controls] == ["One"]
    assert len(look.errors) == 1 and "too large" in look.errors[0]


def test_what_a_frame_shows_is_placed_where_it_is_drawn(page: Page) -> None:
    inner = "<body style='margin:0'><input type=checkbox style='position:absolute;margin:0;left:40px;top:60px;width:20px;height:20px'>"
    style = "position:absolute;left:100px;top:50px;width:400px;height:200px;border:10px solid;padding:6px;transform:scale(.5);transform-origin:0 0"
    look = shown(page, f'<iframe style="{style}" srcdoc="{inner}"></iframe>')
    (tick,) = look.controls
    assert tick.place.box == (128, 88, 10, 10)
    assert boxes_sync(page, [tick.place.ref]) == [(128, 88, 10, 10)]
    assert point_sync(page, tick.place.ref)[:3] == (133, 93, True)


def test_cards_that_outgrow_their_labels_are_the_box_of_their_question(page: Page) -> None:
    card = "<label><input type=radio name=plan style='position:absolute;opacity:0'><span style='display:inline-block;{s}'>{name}</span></label>"
    style = "box-sizing:border-box;width:150px;height:80px;border:1px solid #999;vertical-align:top"
    cards = "".join(card.format(s=style, name=name) for name in ("Free", "Plus"))
    (plan,) = shown(page, f"<p>Which plan?</p><div style='display:flex'>{cards}</div>").controls
    assert plan.place.box[2:] == pytest.approx((300, 80), abs=8)
