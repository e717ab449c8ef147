"""State as it is written on the control: the value of a select, ON or OFF."""

from offswitch_crawler.controls.raw import RawElement, StateReading
from offswitch_recording.words import Kind, ReadFrom


def read(raw: RawElement) -> StateReading | None:
    """What a person reads on it."""
    if not raw.text:
        return None
    if raw.kind in (Kind.SELECT, Kind.SLIDER, Kind.SEGMENTED, Kind.RADIO):
        return StateReading(raw.text, ReadFrom.TEXT)
    return None
