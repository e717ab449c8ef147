"""What depth hides: seconds by the keystroke-level model, scrolling, options and words on the way. Pure."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from offswitch_recording.controls import Effort

# Card, Moran and Newell, The Psychology of Human-Computer Interaction (1983), ch. 8: seconds an operator.
MENTAL = 1.35
HOME = 0.40
KEY = 0.28
BUTTON = 0.20  # press and release of a mouse button, 2 x 0.1
# Hick's law as fitted for menus by Landauer and Nachbar (CHI 1985): seconds a bit of choice.
HICK_SECONDS_PER_BIT = 0.155
# Fitts's law in MacKenzie's form for a mouse (Human-Computer Interaction 7, 1992): seconds, seconds a bit.
FITTS_START = 0.23
FITTS_SECONDS_PER_BIT = 0.166
# One turn of a wheel moves about a third of a window: each turn is taken as one keystroke.
TURNS_PER_VIEWPORT = 3


@dataclass(frozen=True)
class Passage:
    """One screen on the way: what stands on it, and the target that is clicked there (None on the last)."""

    options: int
    words: int
    viewport: tuple[int, int]
    target: tuple[float, float, float, float] | None
    """x, y, width, height of what is clicked or, on the last screen, of the control; CSS pixels of the page."""
    clicked: bool = True
    """False where the pointer only rests on the target."""


def scroll_viewports(passage: Passage) -> float:
    """How far one scrolls until the target's lower edge is seen, viewport heights."""
    if passage.target is None:
        return 0.0
    height = max(passage.viewport[1], 1)
    return max(0.0, passage.target[1] + passage.target[3] - height) / height


def fitts_seconds(passage: Passage) -> float:
    """Seconds to point at the target from the middle of the window."""
    if passage.target is None:
        return FITTS_START
    x, y, w, h = passage.target
    wide, high = passage.viewport
    distance = math.hypot(x + w / 2 - wide / 2, min(y + h / 2, high) - high / 2)
    return FITTS_START + FITTS_SECONDS_PER_BIT * math.log2(distance / max(1.0, min(w, h)) + 1)


def effort(way: Sequence[Passage], last: Passage) -> Effort:
    """The effort of a path: `way` holds the screens on which a door is taken, `last` the one that shows the control."""
    scrolled = sum(scroll_viewports(p) for p in (*way, last))
    seconds = HOME + scrolled * TURNS_PER_VIEWPORT * KEY
    for passage in (*way, last):
        seconds += MENTAL + HICK_SECONDS_PER_BIT * math.log2(passage.options + 1)
    seconds += sum(fitts_seconds(p) + (BUTTON if p.clicked else 0) for p in way)
    return Effort(
        clicks=sum(p.clicked for p in way),
        hovers=sum(not p.clicked for p in way),
        scroll_viewports=round(scrolled, 2),
        options_seen=sum(p.options for p in (*way, last)),
        words=sum(p.words for p in (*way, last)),
        klm_seconds=round(seconds, 1),
    )
