"""State as it is written on the control: the value of a select, ON or OFF; or in a word beside it."""

from offswitch_crawler.controls.native import NOTHING
from offswitch_crawler.controls.placeholders import only_asks
from offswitch_crawler.controls.raw import RawElement, StateReading
from offswitch_crawler.controls.states import state_word
from offswitch_crawler.vocabulary import vocabulary
from offswitch_recording.words import Kind, ReadFrom


def read(raw: RawElement) -> StateReading | None:
    """What a person reads on it."""
    if not raw.text:
        return StateReading(raw.beside, ReadFrom.TEXT) if raw.beside else None
    if raw.kind in (Kind.SWITCH, Kind.CHECKBOX):
        state = raw.text if raw.text in ("on", "off", "mixed") else state_word(raw.text)
        return StateReading(state, ReadFrom.TEXT) if state else None
    if raw.kind is Kind.SELECT and only_asks(raw.text, vocabulary(raw.page.language)):
        return StateReading(NOTHING, ReadFrom.TEXT)
    return StateReading(raw.text, ReadFrom.TEXT)
