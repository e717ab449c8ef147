"""Controls: found among raw facts, named by what a person reads, their state read by the readers in order of trust."""

from collections.abc import Callable

from offswitch_crawler.controls import aria, native, onoff, radios, selects, sliders, text
from offswitch_crawler.controls.raw import RawElement, RawPage, StateReading

READERS: tuple[Callable[[RawElement], StateReading | None], ...] = (native.read, aria.read, text.read)
"""In order of trust."""

FINDERS: tuple[Callable[[RawPage], list[RawElement]], ...] = (onoff.find, radios.find, selects.find, sliders.find)


def find_controls(page: RawPage) -> list[RawElement]:
    """All controls of one document, in reading order."""
    return sorted((c for find in FINDERS for c in find(page)), key=lambda c: c.node.at)


def readings(raw: RawElement) -> list[StateReading]:
    """What each reader says of a control, in order of trust."""
    return [r for r in (read(raw) for read in READERS) if r is not None]
