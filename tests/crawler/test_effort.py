"""Effort: more of anything never costs less."""

from dataclasses import replace

from offswitch_crawler.effort import Passage, effort

VIEWPORT = (1280, 800)
NEAR = (600.0, 300.0, 40.0, 20.0)


def passage(options: int = 5, words: int = 50, target: tuple[float, float, float, float] = NEAR) -> Passage:
    return Passage(options, words, VIEWPORT, target)


def test_counts_are_sums_over_the_way() -> None:
    found = effort([passage(3, 10), passage(4, 20)], passage(5, 30))
    assert (found.clicks, found.options_seen, found.words, found.scroll_viewports) == (2, 12, 60, 0)


def test_a_control_below_the_fold_is_scrolled_to() -> None:
    low = effort([], passage(target=(600, 2400, 40, 20)))
    assert low.scroll_viewports == 2.02
    assert low.klm_seconds > effort([], passage()).klm_seconds


def test_more_clicks_and_more_options_take_longer() -> None:
    short, long = effort([passage()], passage()), effort([passage(), passage()], passage())
    assert long.klm_seconds > short.klm_seconds
    assert effort([passage(options=60)], passage()).klm_seconds > short.klm_seconds


def test_a_hover_is_no_click_and_is_pointed_at_all_the_same() -> None:
    found = effort([replace(passage(), clicked=False), passage()], passage())
    assert (found.clicks, found.hovers) == (1, 1)
    assert (
        effort([passage()], passage()).klm_seconds
        < found.klm_seconds
        < effort([passage(), passage()], passage()).klm_seconds
    )
