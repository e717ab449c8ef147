"""What the patterns say of places and things in common: boxes on pictures, and names in sentences."""

from offswitch_recording.controls import Control
from offswitch_recording.findings import Mark
from offswitch_recording.schema import Line

LONGEST_QUOTE = 160


def marks(control: Control, what: str) -> list[Mark]:
    """The control's box, where it has one."""
    if control.box is None:
        return []
    return [Mark(screen=control.screen, picture=control.picture or 0, box=control.box, what=what)]


def line_marks(screen: str, line: Line | None, what: str) -> list[Mark]:
    """The box of a line, where a picture shows it."""
    if line is None or line.box is None:
        return []
    return [Mark(screen=screen, picture=line.picture or 0, box=line.box, what=what)]


def name_of(control: Control) -> str:
    """What to call a control in a sentence."""
    return control.label or (control.section[-1] if control.section else "An unlabelled control")


def quoted(text: str) -> str:
    """A text short enough to stand in a sentence."""
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1].rstrip() + "…"


def clicks(depth: float) -> str:
    """A depth in words."""
    return "1 click" if depth == 1 else f"{depth:g} clicks"
