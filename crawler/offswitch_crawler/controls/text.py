"""State as it is written on the control: the value of a select, ON or OFF; or in a word beside it."""

from offswitch_crawler.controls.raw import RawElement, StateReading
from offswitch_crawler.controls.states import state_word
from offswitch_recording.words import Kind, ReadFrom


def read(raw: RawElement) -> StateReading | None:
    """What a person reads on it."""
    if not raw.text:
        return StateReading(raw.beside, ReadFrom.TEXT) if raw.beside else None
    if raw.kind in (Kind.SWITCH, Kind.CHECKBOX):
        state = raw.text if raw.text in ("on", "off", "mixed") else state_word(raw.text)
        return StateReading(state, ReadFrom.TEXT) if state else None
    return StateReading(raw.text, ReadFrom.TEXT)
