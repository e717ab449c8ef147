"""tick.js: whether a picture draws a tick, by the course of its lines alone."""

from typing import Any

import pytest

FILES = ("memory", "flat", "box", "tick")
DRAWN = {
    "stroked": ('<path d="M4 10l4 4 8-8"/>', True),
    "stroked as a polyline": ('<polyline points="4 12 9 17 20 6"/>', True),
    "filled": ('<path d="M9 16.17 4.83 12l-1.42 1.41L9 19 21 7l-1.41-1.41z"/>', True),
    "cut out of a circle": (
        '<path d="M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zM10 17l-5-5 1.41-1.41L10 14.17l7.59-7.59L19 8l-9 9z"/>',
        True,
    ),
    "with a circle around": ('<path d="M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0"/><path d="M8 12l3 3 5-6"/>', True),
    "chevron to the right": ('<path d="M9 5l7 7-7 7"/>', False),
    "chevron down": ('<path d="M5 9l7 7 7-7"/>', False),
    "cross": ('<path d="M5 5l14 14M19 5L5 19"/>', False),
    "plus": ('<path d="M12 5v14M5 12h14"/>', False),
    "lock": ('<path d="M6 11V8a6 6 0 0 1 12 0v3h1v10H5V11z"/>', False),
    "star": ('<path d="M12 2l3 7h7l-6 4 3 8-7-5-7 5 3-8-6-4h7z"/>', False),
    "out of a box": ('<path d="M14 4h6v6M20 4l-9 9M18 14v6H4V6h6"/>', False),
    "rising line": ('<path d="M3 17l6-6 4 4 8-8"/>', False),
    "pencil": ('<path d="M4 20l1-5L16 4l4 4L9 19z"/>', False),
    "bolt": ('<path d="M13 2L4 14h6l-1 8 9-12h-6z"/>', False),
    "heart": ('<path d="M12 21C5 15 2 12 2 8a5 5 0 0 1 10-2 5 5 0 0 1 10 2c0 4-3 7-10 13z"/>', False),
    "nothing": ("", False),
}


@pytest.mark.parametrize(("lines", "tick"), DRAWN.values(), ids=DRAWN)
def test_a_tick_is_told_by_its_lines(scripts: Any, lines: str, tick: bool) -> None:
    scripts.show(f"<svg id=it width=20 height=20 viewBox='0 0 24 24' fill=none stroke=blue>{lines}</svg>")
    assert scripts.say("ticksIn($('#it'), [0, 0, 20, 20])", *FILES) is tick


def test_a_large_picture_is_no_mark(scripts: Any) -> None:
    scripts.show("<svg id=it width=200 height=200 viewBox='0 0 24 24'><path d='M4 10l4 4 8-8'/></svg>")
    assert scripts.say("ticksIn($('#it'), [0, 0, 200, 200])", *FILES) is False
