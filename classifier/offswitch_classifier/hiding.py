"""How hard something is to see beside its like: size, contrast, distance, and whether it must be unfolded first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from offswitch_classifier.facts import LEAST_AT_STAKE, ControlFacts, Facts, at_stake
from offswitch_classifier.written import Page, pages
from offswitch_recording.controls import Control
from offswitch_recording.part import Box
from offswitch_recording.schema import Line
from offswitch_recording.words import Purpose, ScreenKind

WINDOW_PX = 800.0
LEAST_WORDS = 3
FEWEST_OPEN = 2
"""So many controls or lines of the page must stand open for what is folded to be apart."""
SMALLER, PALER = 0.92, 0.7
"""Only lines smaller or paler than so much of the usual are read at all: the rest is in plain sight."""
ORDINARY_PX, ORDINARY_CONTRAST = 15.0, 9.0


@dataclass(frozen=True)
class Hidden:
    """A control's label or description, or a line of text, with its looks and those that are usual on its screen."""

    facts: Facts
    page: Page
    control: ControlFacts | None
    text: str
    line: Line | None
    font_px: float | None
    contrast: float | None
    usual_px: float
    usual_contrast: float
    apart_windows: float
    folded: bool
    gives_away: float
    purposes: dict[str, float]

    @property
    def screen_id(self) -> str:
        """Id of the screen that shows it."""
        return self.page.screen.id

    @property
    def control_id(self) -> str | None:
        """Id of the control, where it is one's."""
        return self.control.control.id if self.control else None

    @property
    def known(self) -> str:
        """By what it is known again in another recording."""
        return self.text

    @property
    def names(self) -> tuple[str, ...]:
        """What a person reads on it."""
        return (self.text,)

    @cached_property
    def at_stake(self) -> Purpose:
        """The most probable purpose of those that give something away."""
        return at_stake(self.purposes)


def all_hidden(facts: Facts) -> list[Hidden]:
    """Labels and descriptions of controls that give something away, and lines that are smaller, paler or folded."""
    return [*_of_controls(facts), *_of_lines(facts)]


def _of_controls(facts: Facts) -> Iterator[Hidden]:
    for found in facts.controls:
        if found.gives_away < LEAST_AT_STAKE:
            continue
        own, page = found.control, facts.kept(pages)[found.control.screen]
        beside = [c.control for c in found.neighbours]
        usual = (
            _middle([c.font_px for c in beside], ORDINARY_PX), _middle([c.contrast.label for c in beside], ORDINARY_CONTRAST)
        )  # fmt: skip
        folded = _folded(facts, page, bool(_open_controls(facts, page)))
        apart = _apart(own, beside)
        rest = (apart, folded, found.gives_away, found.reading.purposes)
        yield Hidden(facts, page, found, own.label, page.find(own.label), own.font_px, own.contrast.label, *usual, *rest)
        line = page.find(own.description)
        if line is not None and line.font_px is not None:
            others = [w for c in beside if (w := page.find(c.description)) is not None]
            usual = (_middle([w.font_px for w in others], line.font_px), _middle([w.contrast for w in others], ORDINARY_CONTRAST))
            yield Hidden(
                facts, page, found, own.description, line, line.font_px, line.contrast or own.contrast.description, *usual,
                0.0, False, found.gives_away, found.reading.purposes,
            )  # fmt: skip


def _of_lines(facts: Facts) -> Iterator[Hidden]:
    taken = {t for c in facts.controls for t in (c.control.label, c.control.description) if t}
    made: list[tuple[Page, Line, tuple[float, float], bool]] = []
    for page in facts.kept(pages).values():
        lines = [w for w in page.running if w.font_px is not None and len(w.text.split()) >= LEAST_WORDS or len(w.text) > 12]
        usual = (_weighted([(w.font_px, w.text) for w in lines], ORDINARY_PX), _weighted([(w.contrast, w.text) for w in lines], ORDINARY_CONTRAST))  # fmt: skip
        parent = facts.kept(pages).get(page.screen.parent or "")
        folded = _folded(facts, page, parent is not None and len(parent.running) >= FEWEST_OPEN)
        for line in lines:
            small = (line.font_px or usual[0]) < SMALLER * usual[0] or (line.contrast or usual[1]) < PALER * usual[1]
            if line.text not in taken and not any(line.text in t for t in taken) and (small or folded):
                made.append((page, line, usual, folded))
    if not made:
        return
    told = facts.told([{"label": w.text, "language": page.screen.language} for page, w, _, _ in made])
    for (page, line, usual, folded), gives, row in zip(made, told.gives_away.tolist(), told.purposes.tolist(), strict=True):
        if gives >= LEAST_AT_STAKE:
            yield Hidden(
                facts, page, None, line.text, line, line.font_px, line.contrast, *usual, 0.0, folded, gives,
                dict(zip(told.classes, row, strict=True)),
            )  # fmt: skip


def _folded(facts: Facts, page: Page, others_open: bool) -> bool:
    return page.screen.kind is ScreenKind.DISCLOSURE and others_open


def _open_controls(facts: Facts, page: Page) -> bool:
    return sum(c.control.screen == page.screen.parent for c in facts.controls) >= FEWEST_OPEN


def _apart(own: Control, beside: Sequence[Control]) -> float:
    """Heights of a window from the nearest other control of its picture; 0 where that is not known."""
    boxes = [c.box for c in beside if c.box is not None and c.picture == own.picture]
    if own.box is None or len(boxes) < FEWEST_OPEN:
        return 0.0
    return min(_between(own.box, box) for box in boxes) / WINDOW_PX


def _between(one: Box, other: Box) -> float:
    return max(0.0, max(one[1], other[1]) - min(one[1] + one[3], other[1] + other[3]))


def _middle(values: Sequence[float | None], otherwise: float) -> float:
    known = [v for v in values if v is not None]
    return median(known) if known else otherwise


def _weighted(values: Sequence[tuple[float | None, str]], otherwise: float) -> float:
    """Middle value, each counted as often as its text has words."""
    return _middle([v for v, text in values for _ in range(1 + len(text) // 20)], otherwise)
