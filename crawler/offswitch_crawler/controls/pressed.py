"""Buttons that say whether they are pressed: each a switch of its own, or together the values of one setting."""

from itertools import pairwise

from offswitch_crawler import said
from offswitch_crawler.controls.alike import are_answers, is_deed
from offswitch_crawler.controls.calls import CLOSE, in_frame
from offswitch_crawler.controls.governed import question
from offswitch_crawler.controls.raw import RawElement, RawNode, RawPage
from offswitch_crawler.controls.signs import worded
from offswitch_crawler.controls.states import state_word
from offswitch_crawler.controls.tabs import names_value
from offswitch_crawler.vocabulary import vocabulary
from offswitch_recording.words import Kind

GROUPS = frozenset({"group", "radiogroup"})
CLIMBS = 3
MANY = 5
"""Where one alone of so many is pressed, that is no chance: they exclude each other."""


def apart(page: RawPage, group: list[RawNode]) -> bool:
    """Whether one does not exclude the other: two are pressed, or one or none is and nothing says that they are one setting."""
    states = [n.attributes.get("aria-pressed", "") for n in group]
    if len(group) < 2 or not all(states):
        return False
    if (several := states.count("true")) != 1:
        return several > 1 or _unpressed(page, group)
    return len(group) < MANY and not _is_one(page, group)


def switch(page: RawPage, node: RawNode, group: list[RawNode]) -> RawElement:
    """One of several that are apart, under the question of them all; the title of a page asks none."""
    raw = RawElement(Kind.SWITCH, [node], node.box, page)
    asked = question(page, group)
    raw.question = asked.line if asked is not None and asked.level != 1 else None
    return raw


def _unpressed(page: RawPage, group: list[RawNode]) -> bool:
    """None is pressed: settings where something names them all and none is a deed, as those under a post are."""
    labels = _labels(page, group)
    if any(is_deed(page, label) or state_word(label) for label in labels) or _is_one(page, group):
        return False
    return are_answers(page, group, labels) and question(page, group) is not None


def _is_one(page: RawPage, group: list[RawNode]) -> bool:
    """A group with a name, one frame, nothing between them, or a text that names what they are values of."""
    holders = [up for up in list(page.above(group[0]))[:CLIMBS] if all(up.holds(n.at) for n in group)]
    if any(up.role in GROUPS and (up.names.get("aria") or up.names.get("byText")) for up in holders):
        return True
    ordered = sorted(group, key=lambda n: n.x)
    if in_frame(page, group) or all(b.x - a.x - a.width <= CLOSE for a, b in pairwise(ordered)):
        return True
    return said.is_choice(tuple(_labels(page, group)), vocabulary(page.language)) and names_value(page, group)


def _labels(page: RawPage, group: list[RawNode]) -> list[str]:
    return [worded(r.text for r in page.lines_in(n)) for n in group]
