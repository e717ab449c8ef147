"""extent.js: how far the window is scrolled, and by how much what scrolls inside of the page is taller than its window."""

from typing import Any

import pytest

from offswitch_crawler.screenshot import EXTENT

TALL = "<div style='height:1000px'>Tall</div>"


def overflow(scripts: Any, body: str) -> float:
    scripts.show(body)
    return float(scripts.call(EXTENT)["overflow"])


def test_a_panel_that_scrolls_is_taller_by_what_it_hides(scripts: Any) -> None:
    assert overflow(scripts, f"<div style='height:300px;overflow-y:auto'>{TALL}</div>") == 700


@pytest.mark.parametrize("style", ["overflow:hidden", "overflow:clip", "overflow:visible"])
def test_what_nobody_can_scroll_hides_nothing_that_a_person_could_see(scripts: Any, style: str) -> None:
    assert overflow(scripts, f"<div style='height:300px;{style}'>{TALL}</div>") == 0


def test_a_small_list_does_not_count(scripts: Any) -> None:
    assert (
        overflow(scripts, f"<div style='height:100px;overflow:auto'>{TALL}</div><textarea rows=2>{'a ' * 3000}</textarea>")
        == 0
    )


def test_the_tallest_of_several_counts_also_inside_a_shadow_root(scripts: Any) -> None:
    root = f"<template shadowrootmode=open><div style='height:200px;overflow:scroll'>{TALL}</div></template>"
    assert overflow(scripts, f"<div style='height:300px;overflow:auto'>{TALL}</div><x-panel>{root}</x-panel>") == 800


@pytest.mark.parametrize("style", ["", "<style>html,body{height:100%}body{overflow:auto}</style>"])
def test_the_window_itself_is_no_panel(scripts: Any, style: str) -> None:
    """What it scrolls is on a picture of the full page anyway, also where the body is styled to scroll."""
    assert overflow(scripts, f"{style}{TALL * 3}") == 0


def test_a_body_that_scrolls_by_itself_is_a_panel(scripts: Any) -> None:
    """As of pages that lock their root: a picture of the full page would show its first part only."""
    style = "<style>html{height:100%;overflow:hidden}body{height:100%;overflow:auto}</style>"
    assert overflow(scripts, f"{style}{TALL * 3}") == 2200


def test_it_says_where_the_window_stands(scripts: Any) -> None:
    scripts.show(f"<div style='width:4000px'>{TALL * 3}</div>")
    scripts.page.evaluate("scrollTo(120, 340)")
    assert scripts.call(EXTENT)["scroll"] == [120, 340]
