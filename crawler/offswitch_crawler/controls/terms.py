"""A control that is the value of a term: in a list of terms the `dt` names what stands in its `dd`."""

from offswitch_crawler.controls.lines import ENDS
from offswitch_crawler.controls.raw import RawElement, RawNode, RawPage
from offswitch_crawler.controls.runs import Run
from offswitch_crawler.controls.surroundings import Surroundings
from offswitch_recording.words import Kind

READ_ON = frozenset({Kind.SWITCH, Kind.CHECKBOX})
"""Read with what stands beside them: a term over them may head several."""


def term_of(near: Surroundings, control: RawElement, lines: list[Run]) -> Run | None:
    """The term of which a control is the only value, where all that is written beside it follows it or is a sentence.

    Short words before it may be its own name under a term that heads several: `E-mail`, and its `select`.
    """
    if control.kind in READ_ON or any(r.at < control.anchor.at and not r.text.rstrip().endswith(ENDS) for r in lines):
        return None
    value = next((up for up in near.page.above(control.anchor) if up.tag == "dd"), None)
    if value is None or not near.alone(control, value):
        return None
    term = _before(near.page, value)
    words = near.usable(control, near.lines(term)) if term is not None and _only(near.page, value) else []
    return words[0] if words else None


def _before(page: RawPage, value: RawNode) -> RawNode | None:
    """The term right before a value."""
    term = next((n for n in reversed(page.nodes) if n.at < value.at and n.up == value.up and n.tag == "dt"), None)
    return term if term is not None and not page.text_between(term.end, value.at) else None


def _only(page: RawPage, value: RawNode) -> bool:
    """Whether another term, or nothing, follows it."""
    after = next((n for n in page.nodes if n.at > value.end and n.up == value.up), None)
    return after is None or after.tag != "dd"
