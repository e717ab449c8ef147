"""States that stand in pictures alone: asked of a small picture, never guessed, never set; and switches that look the opposite."""

from typing import Any
from urllib.parse import quote

from playwright.sync_api import Page

from offswitch_crawler.look import look_sync
from offswitch_crawler.seen import SeenControl

ROW = "<div style='display:flex;justify-content:space-between;width:500px;padding:8px'><span>{label}</span>{control}</div>"


def picture(*, on: bool, colour: str = "#1565a8") -> str:
    """A switch as a picture of 46 x 26 CSS pixels."""
    drawn = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="46" height="26"><rect width="46" height="26" rx="13" fill="{colour}"/>'
        f'<circle cx="{33 if on else 13}" cy="13" r="10" fill="#fff"/></svg>'
    )
    return f'<img role="switch" tabindex="0" alt="" width="46" height="26" src="data:image/svg+xml,{quote(drawn)}">'


def row(label: str, *, on: bool, colour: str = "#1565a8") -> str:
    return ROW.format(label=label, control=picture(on=on, colour=colour))


def states(page: Page) -> dict[str, SeenControl]:
    return {c.label: c for c in look_sync(page).controls}


def test_in_a_frame_of_another_origin(page: Page, pages: Any) -> None:
    pages.add("/inner", row("Share my photos", on=True) + row("Share my notes", on=False, colour="#999"))
    source = f"{pages.other_origin}/inner"
    page.goto(pages.add("/", f"<p>Above</p><iframe src='{source}' width=600 height=200></iframe>"))
    seen = states(page)
    assert {label: (c.state, c.read_from) for label, c in seen.items()} == {
        "Share my photos": ("on", "picture"),
        "Share my notes": ("off", "picture"),
    }
    assert all(c.state_probability is not None and 0.9 <= c.state_probability <= 1 for c in seen.values())


def test_right_to_left_a_switch_is_on_at_the_left(page: Page) -> None:
    page.set_content(f"<html dir=rtl lang=en><body>{row('Share my notes', on=False)}</html>")
    assert states(page)["Share my notes"].state == "on"


def test_a_page_whose_states_are_read_is_not_pictured(page: Page) -> None:
    page.set_content("<label><input type=checkbox checked> Share my notes</label>")
    page.screenshot = None  # type: ignore[method-assign, assignment]
    seen = states(page)["Share my notes"]
    assert (seen.state, seen.read_from, seen.state_probability) == ("on", "native", None)


def test_what_its_panel_has_scrolled_away_is_not_taken_for_what_stands_there(page: Page) -> None:
    filler = f"<div style='height:300px'></div>{row('Share my notes', on=True)}"
    panel = f"<div style='height:120px;overflow:auto'>{filler}</div>{picture(on=False).replace('role', 'data-role') * 40}"
    page.set_content(panel)
    assert states(page)["Share my notes"].state == "unresolved"
    page.evaluate("document.querySelector('div').scrollTop = 999")
    assert states(page)["Share my notes"].state == "on"


def test_looking_neither_moves_nor_sets_nor_writes(page: Page) -> None:
    page.set_content(f"{row('Share my notes', on=True)}<div style='height:2000px'></div>")
    page.evaluate(
        "() => { window.told = []; for (const n of ['scroll', 'resize', 'click', 'focusin', 'pointermove'])"
        " addEventListener(n, () => told.push(n), true);"
        " new MutationObserver(() => told.push('written')).observe(document, {subtree: true, childList: true, attributes: true}); }"
    )
    assert states(page)["Share my notes"].state == "on"
    assert page.evaluate("told") == []


def test_a_walk_records_how_sure_a_picture_was(pages: Any, walk_to: Any) -> None:
    far = "<p style='height:2000px'>Between</p>" + row("Share my lists", on=False, colour="#999")
    body = row("Share my notes", on=True) + "<label><input type=checkbox> Share my photos</label>" + far
    notes, photos, lists = walk_to(pages.add("/", body)).recording.controls
    assert [(c.state, c.read_from) for c in (notes, lists)] == [("on", "picture"), ("off", "picture")]
    assert all(c.state_probability >= 0.9 for c in (notes, lists))
    assert (photos.state, photos.read_from, photos.state_probability) == ("off", "native", None)


def test_a_switch_that_looks_off_and_is_on_is_marked(pages: Any, walk_to: Any) -> None:
    honest = picture(on=True).replace('role="switch"', 'role="switch" aria-checked="true"')
    lying = picture(on=False, colour="#9aa0a6").replace('role="switch"', 'role="switch" aria-checked="true"')
    body = ROW.format(label="Share my notes", control=honest) + ROW.format(label="Share my photos", control=lying)
    notes, photos = walk_to(pages.add("/", body)).recording.controls
    assert (notes.state, notes.conflict) == ("on", None)
    assert (photos.state, photos.read_from, photos.conflict) == ("on", "aria", {"aria": "on", "picture": "off"})
    assert photos.state_probability is not None and photos.state_probability < 0.1
