"""Controls: found among raw facts, named by what a person reads, their state read by the readers in order of trust."""

from collections.abc import Callable

from offswitch_crawler.controls import (
    aria,
    axtree,
    bare,
    classes,
    drops,
    icon_boxes,
    insets,
    native,
    onoff,
    picks,
    pixels,
    purposes,
    radios,
    row_buttons,
    segments,
    selects,
    several,
    sign_columns,
    sliders,
    split_tracks,
    stated_rows,
    text,
    tick_proof,
    wording,
    written,
)
from offswitch_crawler.controls.raw import RawElement, RawPage, StateReading
from offswitch_crawler.controls.spans import Spans
from offswitch_recording.words import Kind

READERS: tuple[Callable[[RawElement], StateReading | None], ...] = (
    native.read,
    aria.read,
    axtree.read,
    classes.read,
    pixels.read,
    text.read,
)
"""In order of trust."""

SAID: tuple[Callable[[RawPage], list[RawElement]], ...] = (onoff.find, radios.find, selects.find, sliders.find)
"""Finders of controls that say what they are."""

DRAWN: tuple[Callable[[RawPage, Spans], list[RawElement]], ...] = (
    several.find,
    segments.find,
    purposes.find,
    insets.find,
    picks.find,
    sliders.bare,
    row_buttons.find,
    split_tracks.find,
    icon_boxes.find,
    bare.find,
    sign_columns.find,
    wording.find,
    stated_rows.find,
    drops.find,
)
"""Finders of controls that are only drawn, outside of what was found before them."""


def find_controls(page: RawPage) -> list[RawElement]:
    """All controls of one document, in reading order."""
    found = [c for find in SAID for c in find(page)]
    split_tracks.note(page, found)
    tick_proof.note(page, found)
    for find in DRAWN:
        taken = [n for c in found for n in (*c.own, *c.nodes)]
        taken += [n for n in page.nodes if n.type in ("checkbox", "radio") or n.tag == "select"]
        found += [_settled(c) for c in find(page, Spans(taken))]
    found.sort(key=lambda c: c.node.at)
    written.note(page, found)
    return found


def _settled(raw: RawElement) -> RawElement:
    """Two segments that say on and off are one switch."""
    if raw.kind is Kind.SEGMENTED and segments.is_onoff(raw):
        chosen = next((r.state for r in readings(raw)), "")
        if not chosen:
            return raw  # a switch cannot say that nothing is chosen
        raw.parts = raw.whole
        raw.kind, raw.text, raw.options = Kind.SWITCH, chosen, []
    return raw


def readings(raw: RawElement) -> list[StateReading]:
    """What each reader says of a control, in order of trust."""
    return [r for r in (read(raw) for read in READERS) if r is not None]
