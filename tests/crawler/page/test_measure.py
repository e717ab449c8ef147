"""measure.js: whether one element can be seen, and the facts of it that are worth keeping."""

from typing import Any

import pytest

BUTTON = "<button id=it style='width:90px;height:30px'>It</button>"


@pytest.mark.parametrize(
    "body",
    [
        BUTTON,
        f"<div style='height:2000px'></div>{BUTTON}",
        f"<div style='opacity:.4'>{BUTTON}</div>",
        f"<div style='visibility:hidden'><p style='visibility:visible'>{BUTTON}</p></div>",
        f"<details open><summary>More</summary>{BUTTON}</details>",
        f"<div style='position:fixed;right:0'>{BUTTON}</div>",
        f"<div style='height:60px;overflow:auto'><p style='height:300px'></p>{BUTTON}</div>",
        f"<div style='display:contents'>{BUTTON}</div>",
        f"<div style='height:0'>{BUTTON}</div>",
        f"<div style='transform:scale(1)'><p style='height:900px'></p><div style='position:fixed;top:900px'>{BUTTON}</div></div>",
        f"<div style='position:fixed;inset:0;overflow:auto'><p style='height:900px'></p>{BUTTON}</div>",
        f"<div style='width:0;height:0;overflow:hidden'><p style='position:fixed'>{BUTTON}</p></div>",
    ],
)
def test_what_a_person_can_get_to_see_is_seen(scanned: Any, body: str) -> None:
    assert scanned(body).seen


HIDDEN = {
    "opacity of nothing": f"<div style='opacity:0'>{BUTTON}</div>",
    "opacities that leave nothing": f"<div style='opacity:.2'><div style='opacity:.2'>{BUTTON}</div></div>",
    "visibility": f"<div style='visibility:hidden'>{BUTTON}</div>",
    "display": f"<div style='display:none'>{BUTTON}</div>",
    "closed details": f"<details><summary>More</summary>{BUTTON}</details>",
    "closed dialog": f"<dialog>{BUTTON}</dialog>",
    "until found": f"<div hidden=until-found>{BUTTON}</div>",
    "content": f"<div style='content-visibility:hidden'>{BUTTON}</div>",
    "folded": f"<div style='height:0;overflow:hidden'>{BUTTON}</div>",
    "far left": f"<div style='position:absolute;left:-9999px'>{BUTTON}</div>",
    "a fixed drawer at the left": f"<div style='position:fixed;left:-300px;width:300px'>{BUTTON}</div>",
    "a fixed drawer moved out": f"<div style='position:fixed;right:0;width:300px;transform:translateX(100%)'>{BUTTON}</div>",
    "a fixed sheet below": f"<div style='position:fixed;top:100%'>{BUTTON}</div>",
    "clip": f"<div style='position:absolute;clip:rect(0 0 0 0)'>{BUTTON}</div>",
    "clip-path": f"<div style='clip-path:inset(0 0 100% 0)'>{BUTTON}</div>",
    "scaled to nothing": f"<div style='transform:scale(0)'>{BUTTON}</div>",
    "filter": f"<div style='filter:opacity(0)'>{BUTTON}</div>",
    "a slide that is cut off": f"<div style='width:200px;overflow:hidden'><div style='margin-left:300px'>{BUTTON}</div></div>",
}


@pytest.mark.parametrize("body", HIDDEN.values(), ids=HIDDEN.keys())
def test_what_nobody_can_get_to_see_is_not(scanned: Any, body: str) -> None:
    node = scanned(body)
    assert node is None or not node.seen


def test_inert_and_what_stands_in_it_is_seen_and_cannot_be_used(scanned: Any) -> None:
    node = scanned(f"<div inert><p>{BUTTON}</p></div>")
    assert (node.seen, node.inert) == (True, True)
    assert not scanned(BUTTON).inert


@pytest.mark.parametrize(("style", "fact"), [("pointer-events:none", "untouchable"), ("cursor:not-allowed", "refused")])
def test_what_refuses_the_pointer_says_so(scanned: Any, style: str, fact: str) -> None:
    switch = "<div id=it role=switch style='width:40px;height:20px;{}'></div>"
    assert getattr(scanned(switch.format(style)), fact)
    assert not getattr(scanned(switch.format("")), fact)


@pytest.mark.parametrize("style", ["position:fixed;top:0", "position:sticky;top:0"])
def test_what_stays_in_the_window_is_fixed(scanned: Any, style: str) -> None:
    assert scanned(f"<div style='{style}'>{BUTTON}</div>").fixed


def test_a_list_that_scrolls_is_a_scroller_and_a_cut_one_is_not(scanned: Any) -> None:
    rows = "<p style='height:900px'>Rows</p>"
    assert scanned(f"<div id=it style='height:200px;overflow-y:auto'>{rows}</div>").scrolls
    assert scanned(f"<div id=it style='height:200px;overflow:hidden'>{rows}</div>") is None


@pytest.mark.parametrize(
    ("body", "asked"), [("<input type=password>", True), ("<div hidden><input type=password></div>", False)]
)
def test_a_password_is_asked_for_where_its_field_is_seen(scripts: Any, body: str, asked: bool) -> None:
    scripts.show(f"<form>{body}</form>")
    assert scripts.scan().password is asked


def test_a_small_thing_that_draws_nothing_is_not_kept(scanned: Any) -> None:
    assert scanned("<b id=it style='display:block;width:40px;height:20px'></b>") is None
    assert scanned("<b id=it style='display:block;width:40px;height:20px;background:#999;border-radius:9px'></b>").looks
