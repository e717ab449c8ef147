"""What stands on a page line by line, with its looks and its place on the picture. Real Chromium, loopback only."""

from typing import Any

from playwright.sync_api import Page

from offswitch_crawler.look import look_sync
from offswitch_crawler.seen import SeenLine

BODY = """<style>body{font:16px sans-serif;margin:20px} small{font-size:9px;color:#ccc} a{color:#06c}
.yes{background:#0b57d0;color:#fff;font-size:20px;padding:12px 40px;border:0} .no{border:1px solid #888;background:#fff}</style>
<h1>Your data</h1>
<p>Read <a href="/policy">the policy</a> before you choose.</p>
<nav><a href="/a">Pictures</a> <a href="/b">Settings</a></nav>
<button class="yes">Allow</button> <button class="no">Refuse</button>
<p style="background:linear-gradient(red,blue)">On a gradient</p>
<small>Kept for five years.</small>"""


def lines(page: Page, body: str) -> dict[str, SeenLine]:
    page.set_content(f"<!doctype html><html lang=en>{body}")
    return {line.text: line for line in look_sync(page).lines}


def test_lines_have_a_role_and_looks(page: Page) -> None:
    found = lines(page, BODY)
    assert {t: w.role for t, w in found.items()} == {
        "Your data": "heading", "Read the policy before you choose.": "", "Pictures": "link", "Settings": "link",
        "Allow": "button", "Refuse": "button", "On a gradient": "", "Kept for five years.": "",
    }  # fmt: skip
    assert (found["Allow"].ground, found["Allow"].font_px, found["Allow"].edged) == ("#0b57d0", 20, False)
    assert (found["Refuse"].ground, found["Refuse"].edged) == ("#ffffff", True)
    assert found["On a gradient"].ground is None
    assert found["Kept for five years."].font_px == 9
    assert (found["Kept for five years."].contrast or 0) < 2


def test_a_button_that_is_an_input_has_a_line_like_any_other(page: Page) -> None:
    found = lines(
        page, BODY.replace('<button class="no">Refuse</button>', '<input type="button" class="no" value="Refuse">')
    )
    assert (found["Refuse"].role, found["Refuse"].ground, found["Refuse"].edged) == ("button", "#ffffff", True)
    assert found["Refuse"].box[2] > 30 and found["Allow"].role == "button"


def test_the_box_of_a_button_is_that_of_the_whole_button(page: Page) -> None:
    found = lines(page, BODY)
    box = page.locator(".yes").bounding_box()
    assert box is not None
    assert [round(v) for v in found["Allow"].box] == [round(box[k]) for k in ("x", "y", "width", "height")]


def test_a_walk_records_lines_with_their_place_and_a_part_only_its_own(pages: Any, walk_to: Any) -> None:
    start = pages.add(
        "/",
        "<h1>Settings</h1><p>All about you.</p><details><summary>More</summary><p>Sold on.</p><label><input type=checkbox> Sell</label></details>",
    )
    screens = walk_to(start).recording.screens
    first, part = screens[0], next(s for s in screens if s.kind == "disclosure")
    assert [w.text for w in first.lines] == ["Settings", "All about you.", "More"]
    assert all(w.picture == 0 and w.box and w.box[3] > 0 for w in first.lines)
    assert [w.text for w in part.lines] == ["Sold on.", "Sell"]


def test_text_alone_that_unfolds_in_place_is_a_part_too(pages: Any, walk_to: Any) -> None:
    start = pages.add(
        "/", "<h1>Settings</h1><p>All about you.</p><details><summary>Small print</summary><p>Sold on.</p></details>"
    )
    part = next(s for s in walk_to(start).recording.screens if s.kind == "disclosure")
    assert [w.text for w in part.lines] == ["Sold on."]
