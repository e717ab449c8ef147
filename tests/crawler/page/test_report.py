"""report.js: what the pass found, as plain JSON: who names whom, and what lies at the middle of each element."""

import json
from typing import Any

import pytest

from offswitch_crawler.look import SCRIPTS, source


def test_names_point_at_the_elements_that_give_them(scripts: Any) -> None:
    scripts.show(
        "<p id=a>Ads</p><p id=d>Of partners</p><label for=it>Personal</label><input id=it type=checkbox aria-labelledby=a aria-describedby=d>"
    )
    page = scripts.scan()
    (box,) = [n for n in page.nodes if n.tag == "input"]
    words = {key: [page.words(page.by_at[at]) for at in box.names[key]] for key in ("by", "described", "labels")}
    assert words == {"by": ["Ads"], "described": ["Of partners"], "labels": ["Personal"]}


def test_a_name_that_is_not_drawn_still_gives_its_words(scripts: Any) -> None:
    scripts.show("<p id=a hidden>Ads</p><div id=it role=switch aria-labelledby=a style='width:40px;height:20px'></div>")
    (switch,) = [n for n in scripts.scan().nodes if n.role == "switch"]
    assert (switch.names["by"], switch.names["byText"]) == ([], "Ads")


SHEET = "<div id=sheet style='position:fixed;inset:0;background:#fff'>Sheet</div>"


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("<button id=it>Ads</button>", "itself"),
        (f"<button id=it>Ads</button>{SHEET}", "sheet"),
        ("<div style='height:3000px'></div><button id=it>Ads</button>", "not asked"),
        ("<button id=it style='visibility:hidden'>Ads</button>", "not asked"),
        ("<button id=it style='pointer-events:none'>Ads</button>", "page"),
    ],
)
def test_it_says_what_a_click_at_the_middle_would_hit_now(scripts: Any, body: str, what: str) -> None:
    scripts.show(body)
    page = scripts.scan()
    node = next(n for n in page.nodes if n.attributes.get("id") == "it")
    hit = page.by_at.get(node.hit)
    said = (
        "not asked"
        if node.hit == -2
        else "itself"
        if node.holds(node.hit)
        else hit.attributes.get("id", "page")
        if hit
        else "nothing"
    )
    assert said == what


def test_the_page_says_its_own_facts(scripts: Any) -> None:
    scripts.show("<title>Settings</title><p style='height:3000px;width:2000px'>Words</p>")
    scripts.page.evaluate("scrollTo(30, 400)")
    page = scripts.scan()
    assert (page.title, page.language, page.viewport, page.scroll) == ("Settings", "en", (1280, 800), (30, 400))
    assert page.size == (2000, 3000)


def test_what_holds_others_says_what_box_it_draws(scripts: Any) -> None:
    scripts.show("<section style='border:1px solid #ccc;background:#eee;opacity:.9'><p><button>Ads</button></p></section>")
    section = next(n for n in scripts.scan().nodes if n.tag == "section")
    assert (section.framed, section.opacity, section.children) == (True, 0.9, 1)


def test_all_of_it_is_plain_json(scripts: Any) -> None:
    scripts.show(
        "<form><input name=id><input name=method><button>Save</button></form><svg width=20 height=20></svg><select><option>A</select>"
    )
    function = source(*SCRIPTS, returns="[JSON.stringify(scan()), JSON.stringify(JSON.parse(JSON.stringify(scan())))]")
    first, again = scripts.call(function)
    assert json.loads(first) == json.loads(again)
