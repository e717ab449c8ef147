"""Chips: buttons that stand apart, each with a shape of its own, of which one is the value of the setting that a text names."""

from itertools import pairwise

from offswitch_crawler.controls.chosen_mark import told
from offswitch_crawler.controls.pixels import odd_one
from offswitch_crawler.controls.raw import RawElement, RawNode, RawPage
from offswitch_crawler.controls.tabs import asked_by_heading, names_value
from offswitch_crawler.deeds import names_deed
from offswitch_crawler.vocabulary import vocabulary

WIDEST_GAP = 20
UNEVEN = 3
ENOUGH = 3
"""So many alike but one are no pair of buttons of which the more important is filled."""


def stand_as(page: RawPage, group: list[RawNode]) -> bool:
    """Evenly spaced, all of one shape, and a text names what they choose."""
    ordered = sorted(group, key=lambda n: n.x)
    gaps = [b.x - (a.x + a.width) for a, b in pairwise(ordered)]
    even = min(gaps) >= 0 and max(gaps) <= WIDEST_GAP and max(gaps) - min(gaps) <= UNEVEN
    return even and any(n.framed for n in group) and (names_value(page, group) or asked_by_heading(page, group))


def one_is_chosen(raw: RawElement) -> bool:
    """Whether one is chosen: said by its classes, ticked, or told by its looks where no button is a deed.

    A pair differs in looks as `Cancel` and `Save` do: only a greater number is sure to be values.
    """
    if told(raw) or raw.likeness:
        return True
    words = vocabulary(raw.page.language)
    return (
        len(raw.options) >= ENOUGH and odd_one(raw) is not None and not any(names_deed(o.label, words) for o in raw.options)
    )
