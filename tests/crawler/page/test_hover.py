"""hover.js: what looks as if a menu came while the pointer rests on it, and what hears a right click."""

from typing import Any

import pytest

LIST = "<ul class=sub><li><a href=/ads>Ads</a></li><li><a href=/data>Your data</a></li></ul>"
HIDDEN = "<style>.sub{display:none}</style>"


@pytest.mark.parametrize(
    ("style", "signs"),
    [
        ("#it:hover .sub{display:block}", "css"),
        ("#it:hover > .sub, .x{opacity:1}", "css"),
        ("@media (min-width:100px){#it:hover .sub{display:block}}", "css"),
        ("@media (min-width:9000px){#it:hover .sub{display:block}}", ""),
        ("#it{&:hover .sub{display:block}}", "css"),
        ("#it:hover{color:red}", ""),
        ("#it:hover .sub{color:red}", ""),
        ("", ""),
    ],
)
def test_a_rule_that_draws_a_hidden_list_under_the_pointer_says_so(scanned: Any, style: str, signs: str) -> None:
    node = scanned(f"{HIDDEN}<style>{style}</style><div id=it tabindex=0>Account{LIST}</div>")
    assert (node.hovers, bool(node.hides)) == (signs, bool(signs))


def test_the_rule_may_show_what_stands_beside_it(scanned: Any) -> None:
    node = scanned(f"{HIDDEN}<style>#it:hover + .sub{{display:block}}</style><a href=/x id=it>Account</a>{LIST}")
    assert (node.hovers, node.hides) == ("css", "AdsYour data")


def test_a_list_that_lies_hidden_in_or_behind_an_entry_of_a_bar_says_so_and_elsewhere_does_not(scanned: Any) -> None:
    entry = f"<div id=it tabindex=0 style='width:120px'>Account{LIST}</div>"
    assert scanned(f"{HIDDEN}<nav>{entry}</nav>").hovers == "list"
    assert scanned(f"{HIDDEN}<nav><a href=/x id=it>Account</a>{LIST}</nav>").hovers == "list"
    assert scanned(f"{HIDDEN}<main>{entry}</main>").hovers == ""
    assert scanned(f"<nav>{entry}</nav>").hovers == ""


def test_actions_that_show_on_each_row_of_a_list_are_no_menus(scripts: Any) -> None:
    row = f"<div class=r tabindex=0>Ada{LIST}</div>"
    scripts.show(f"{HIDDEN}<style>.r:hover .sub{{display:block}}</style>{row * 5}")
    assert {n.hovers for n in scripts.scan().nodes} == {""}


@pytest.mark.parametrize(
    ("handler", "hears"), [("show()", True), ("return false", False), ("event.preventDefault(); return false;", False)]
)
def test_a_handler_of_right_clicks_that_only_refuses_them_opens_nothing(scanned: Any, handler: str, hears: bool) -> None:
    assert bool(scanned(f"<button id=it oncontextmenu='{handler}'>File</button>").context) is hears
