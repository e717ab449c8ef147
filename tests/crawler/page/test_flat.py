"""flat.js: the tree as it is drawn, through shadow roots and slots, and what lies at a point of it."""

from typing import Any

import pytest

FILES = ("memory", "flat")
NAMES = "[...flatChildren({0})].filter((n) => n.nodeType === 1).map((n) => n.id)"
ROOT = "<template shadowrootmode={mode}><b id=first></b><slot name=late></slot><i id=mid></i><slot></slot></template>"
PARTS = "<u id=plain>Plain</u><u id=named slot=late>Named</u>"


def test_without_a_shadow_root_it_is_the_document_tree(scripts: Any) -> None:
    scripts.show(f"<div id=host>{PARTS}</div>")
    assert scripts.say(NAMES.format("$('#host')"), *FILES) == ["plain", "named"]
    assert scripts.say("flatParent($('#plain')).id", *FILES) == "host"
    assert scripts.say("flatParent(document.documentElement)", *FILES) is None


def test_slots_decide_the_order_and_not_the_source(scripts: Any) -> None:
    scripts.show(f"<div id=host>{ROOT.format(mode='open')}{PARTS}</div>")
    drawn = "[...flatChildren($('#host'))].filter((n) => n.nodeType === 1).flatMap((n) => n.localName === 'slot' ? [...flatChildren(n)] : [n]).map((n) => n.id)"
    assert scripts.say(drawn, *FILES) == ["first", "named", "mid", "plain"]


def test_an_empty_slot_shows_what_it_holds_itself(scripts: Any) -> None:
    scripts.show("<div id=host><template shadowrootmode=open><slot><b id=own>Own</b></slot></template></div>")
    assert scripts.say(NAMES.format("$('#host').shadowRoot.querySelector('slot')"), *FILES) == ["own"]


def test_what_no_slot_takes_is_not_drawn(scripts: Any) -> None:
    scripts.show(f"<div id=host><template shadowrootmode=open><b id=only></b></template>{PARTS}</div>")
    assert scripts.say(NAMES.format("$('#host')"), *FILES) == ["only"]


def test_a_parent_is_the_slot_and_then_the_host(scripts: Any) -> None:
    scripts.show(f"<div id=host>{ROOT.format(mode='open')}{PARTS}</div>")
    chain = "((names, e) => { for (; e; e = flatParent(e)) names.push(e.localName); return names; })([], $('#named'))"
    assert scripts.say(chain, *FILES) == ["u", "slot", "div", "body", "html"]
    assert scripts.say("[flatHas($('#host'), $('#named')), flatHas($('#named'), $('#host'))]", *FILES) == [True, False]


def test_a_closed_root_is_seen_once_it_is_handed_in(scripts: Any) -> None:
    scripts.show(f"<div id=host>{ROOT.format(mode='closed')}{PARTS}</div>")
    assert scripts.say(NAMES.format("$('#host')"), *FILES) == ["plain", "named"]
    scripts.hand_in_closed_roots()
    assert scripts.say(NAMES.format("$('#host')"), *FILES) == ["first", "", "mid", ""]
    chain = "[...flatChildren($('#host'))].flatMap((n) => [...flatChildren(n)]) && flatParent(flatParent($('#named'))).id"
    assert scripts.say(chain, *FILES) == "host"


BUTTON = "<template shadowrootmode={}><button id=in style='width:90px;height:30px'>In</button></template>"


@pytest.mark.parametrize("mode", ["open", "closed"])
def test_a_point_hits_the_innermost_element_also_inside_of_roots(scripts: Any, mode: str) -> None:
    scripts.show(f"<x-outer><template shadowrootmode=open><x-inner>{BUTTON.format(mode)}</x-inner></template></x-outer>")
    scripts.hand_in_closed_roots()
    assert scripts.say("[hitAt(20, 15).id, hitAt(20, 400).localName, hitAt(-5, -5)]", *FILES) == ["in", "html", None]


def test_a_point_on_slotted_text_hits_the_element_that_holds_it(scripts: Any) -> None:
    root = "<template shadowrootmode=open><div style='padding:10px'><slot></slot></div></template>"
    scripts.show(f"<x-row>{root}<p id=word>Word</p></x-row>")
    assert scripts.say("hitAt(20, 20).id", *FILES) == "word"
