"""place.js: selectors that lead to an element again, and the pattern that the members of one list share."""

from typing import Any

import pytest

FILES = ("memory", "flat", "place")
# Follows the selectors through the shadow roots, as a reader of the record would.
LEADS = """((e) => { let root = document, found = null;
for (const css of placeOf(e).css) { found = root.querySelector(css); root = found && found.shadowRoot; } return found === e; })({0})"""


def leads_back(scripts: Any, body: str, element: str = "$('[data-it]')") -> bool:
    scripts.show(body)
    return bool(scripts.say(LEADS.replace("{0}", element), *FILES))


@pytest.mark.parametrize(
    "body",
    [
        "<p></p><p data-it></p>",
        "<ul><li></li><li><b></b><b data-it></b></li></ul>",
        "<p id=ads data-it></p>",
        "<div id='a:b.c'><p data-it></p></div>",
        "<x-a.b><p data-it></p></x-a.b>",
        "<p id=same></p><p id=same data-it></p>",
        "<div id=same><p></p></div><div id=same><p data-it></p></div>",
        "<form action=/x><input type=hidden name=id value=7><p></p><p data-it></p></form>",
        "<form action=/x><input type=hidden name=parentElement><p></p><p data-it></p></form>",
    ],
)
def test_a_selector_leads_to_its_element(scripts: Any, body: str) -> None:
    assert leads_back(scripts, body)


def test_each_of_a_long_mixed_list_is_led_to(scripts: Any) -> None:
    """In one call, as a look asks for them: in any order."""
    scripts.show(f"<main>{'<p></p><hr><div></div><p></p>' * 30}</main>")
    each = LEADS.replace("{0}", "e")
    asked = f"[5, 0, 119, 60, ...Array(120).keys()].map((k) => $('main').children[k]).map((e) => {each})"
    assert set(scripts.say(asked, *FILES)) == {True}


def test_selectors_lead_through_shadow_roots(scripts: Any) -> None:
    inner = "<x-in><template shadowrootmode=open><section><div><p></p></div></section><div><p></p></div></template></x-in>"
    body = f"<x-out id=panel><template shadowrootmode=open>{inner}</template></x-out>"
    deep = "$('x-out').shadowRoot.querySelector('x-in').shadowRoot.querySelector(':host > div > p')"
    assert leads_back(scripts, body, deep)
    place = scripts.say(f"placeOf({deep})", *FILES)
    assert (len(place["css"]), place["shadow"]) == (3, ["x-out#panel", "x-in"])


@pytest.mark.parametrize("name", ["ember1234", "react-aria-:r3:", "radix-5f3a9b", "mui-17", "headlessui__3"])
def test_names_that_look_generated_are_not_leaned_on(scripts: Any, name: str) -> None:
    scripts.show(f"<main id=settings><p id='{name}' data-it></p></main>")
    css = scripts.say("placeOf($('[data-it]')).css", *FILES)
    assert css == ["#settings>p:nth-of-type(1)"]


def test_members_of_one_list_share_a_pattern_and_others_do_not(scripts: Any) -> None:
    row = "<li><label><input></label></li>"
    scripts.show(f"<ul>{row * 2}</ul><div><input></div>")
    patterns = scripts.say("[...document.querySelectorAll('input')].map((e) => placeOf(e).pattern)", *FILES)
    assert patterns[0] == patterns[1] != patterns[2]


def test_a_pattern_does_not_change_with_the_slots_between(scripts: Any) -> None:
    root = "<template shadowrootmode=open><slot></slot></template>"
    scripts.show(f"<x-list>{root}<p data-it></p></x-list>")
    assert scripts.say("placeOf($('[data-it]')).pattern", *FILES) == "html>body>x-list>p"
