"""What the boxes drawn for checkboxes that say their state prove by each other; what is drawn may be stale, or what they say."""

from offswitch_crawler.controls.bare import is_tick_sized
from offswitch_crawler.controls.raw import RawElement, RawNode, RawPage
from offswitch_crawler.controls.ticks import Ticks
from offswitch_recording.words import Kind


def note(page: RawPage, controls: list[RawElement]) -> None:
    """Note with each such checkbox how its box is drawn, where of one size some show a tick or bar and others nothing."""
    drawn = [(c, box) for c in controls if (box := _box(c)) is not None]
    ticks = Ticks(page, [box for _, box in drawn])
    for control, box in drawn:
        control.likeness = ticks.proven(box)


def _box(control: RawElement) -> RawNode | None:
    box = control.drawn
    if control.kind is not Kind.CHECKBOX or control.likeness or box is None or not box.seen or box.tag == "label":
        return None
    return box if is_tick_sized(box) else None
