"""What a control is called."""

from dataclasses import dataclass

from offswitch_crawler.controls.raw import RawElement
from offswitch_crawler.controls.runs import Run
from offswitch_crawler.controls.signs import without_signs
from offswitch_crawler.controls.states import state_word

_BLUR = " :;.,!?…*\u200e\u200f"


@dataclass(frozen=True)
class Named:
    """Label and description of a control, with the runs that show them (None where nothing is drawn)."""

    label: str
    description: str = ""
    shown: Run | None = None
    described: Run | None = None
    over: str = ""
    """What stands over the label and heads it, maybe with others: a section that no heading says."""


def plain(text: str) -> str:
    """A text for comparing: case, white space and closing punctuation aside."""
    return " ".join(without_signs(text).casefold().split()).strip(_BLUR)


def agree(name: str, text: str) -> bool:
    """Whether two texts say the same, or one all that the other says."""
    a, b = plain(name), plain(text)
    return bool(a and b) and (a == b or (len(b) > 2 and b in a) or (len(a) > 2 and a in b))


def told_names(control: RawElement) -> list[str]:
    """Names for assistive technology; one that only repeats the value or a word of state is none."""
    keys = ("byText", "aria", "title")
    names = [str(n.names[k]) for n in control.namers() for k in keys if n.names.get(k)]
    names += [n.attributes["label"] for n in control.namers() if n.attributes.get("label")]
    if not any(control.page.words(label) for label in control.label_nodes()):  # drawn for nobody
        names += [str(n.names["labelText"]) for n in control.namers() if n.names.get("labelText")]
    value = plain(control.text)
    return [n for n in names if plain(n) and plain(n) != value and not state_word(n)]
