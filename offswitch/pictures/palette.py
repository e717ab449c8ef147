"""How severity looks: a colour, and beside it a shape and a line style, for people who do not see the colour.

The colours are told apart by lightness too. Each ink has a contrast of at least 4.5 on its colour.
"""

from dataclasses import dataclass
from typing import Literal

from offswitch_recording.words import Severity

GROUND, INK, MUTED, CHIP, LAST_CHIP = "#ffffff", "#1b1b1f", "#55555f", "#e9e9ef", "#d2d2de"


@dataclass(frozen=True)
class Look:
    """The looks of one severity; `dash` is the length of dash and gap in CSS pixels, null for a solid line."""

    colour: str
    ink: str
    shape: Literal["triangle", "diamond", "circle"]
    mark: str
    dash: tuple[int, int] | None
    line_px: int


LOOKS = {
    Severity.HIGH: Look("#a3001f", "#ffffff", "triangle", "▲", None, 3),
    Severity.MEDIUM: Look("#f0a202", "#1b1b1f", "diamond", "◆", (9, 5), 3),
    Severity.LOW: Look("#1565a7", "#ffffff", "circle", "●", (3, 4), 3),
}
CLICKED = Look("#6a1b9a", "#ffffff", "circle", "●", None, 3)
"""What is clicked on the way; no severity looks so."""


def gravest(severities: list[Severity]) -> Severity:
    """The gravest of them."""
    return max(severities, key=list(Severity).index)
