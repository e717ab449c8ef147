"""How hard something is to see beside its like: size, contrast, distance, and whether it must be unfolded first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median
from typing import NamedTuple

from offswitch_classifier.clipped import clipped
from offswitch_classifier.facts import LEAST_AT_STAKE, ControlFacts, Facts, at_stake
from offswitch_classifier.phrases import has
from offswitch_classifier.tongues import letters
from offswitch_classifier.written import OnPage, Page, pages
from offswitch_recording.controls import Control
from offswitch_recording.part import Box
from offswitch_recording.schema import Line
from offswitch_recording.words import Purpose, ScreenKind

WINDOW_PX = 800.0
SHORTEST_CHARACTERS = 12
"""Shorter lines say how nothing looks; a character of Chinese, Japanese or Korean counts as three."""
FEWEST_LETTERS = 32
"""What is folded away and shorter names or chooses something, and says nothing of it."""
FEWEST_OPEN, FEWEST_ANSWERS = 2, 2
"""So many controls or lines of the page must stand open for what is folded to be apart."""
SMALLER, PALER = 0.92, 0.7
"""Only lines smaller or paler than so much of the usual are read at all: the rest is in plain sight."""
READABLE_PX, READABLE_CONTRAST = 12.0, 4.5
"""What is smaller or paler can hardly be read (WCAG 2.2, 1.4.3, for the contrast)."""
ORDINARY_PX, ORDINARY_CONTRAST = 15.0, 9.0


class Looks(NamedTuple):
    """Size and contrast of a text, and those that are usual for its like on the same screen."""

    font_px: float | None
    contrast: float | None
    usual_px: float
    usual_contrast: float


@dataclass(frozen=True)
class Hidden(OnPage):
    """A control's label or description, or a line of text: how it looks, how far apart it stands, whether it is folded.

    A control that must be unfolded is not hidden for that: its depth is what tells. What is said of one shown above may be.
    """

    facts: Facts
    page: Page
    control: ControlFacts | None
    text: str
    line: Line | None
    looks: Looks
    apart_windows: float
    behind_words: float
    """Words of running text between it and the control before."""
    folded: bool
    scrolled_away: bool
    """Whether a small box that scrolls shows it only when scrolled."""
    gives_away: float
    purposes: dict[str, float]

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
        sizes, contrasts = [c.font_px for c in beside], [c.contrast.label for c in beside]
        usual = (_middle(sizes, ORDINARY_PX), _middle(contrasts, ORDINARY_CONTRAST))
        looks = Looks(own.font_px, own.contrast.label, *usual)
        apart, behind = _apart(own, beside), _behind_words(page, own, beside)
        purposes = found.reading.purposes
        yield Hidden(
            facts, page, found, own.label, page.find(own.label), looks, apart, behind, False, False, found.gives_away, purposes
        )  # fmt: skip
        yield from _of_description(facts, page, found)


def _of_description(facts: Facts, page: Page, found: ControlFacts) -> Iterator[Hidden]:
    """Each line of a control's description, beside those of the others."""
    described = facts.kept(_descriptions)
    if not described[found.index]:
        return
    others, unseen = [w for c in found.neighbours for w in described[c.index]], facts.kept(clipped)[page.screen.id]
    for line in described[found.index]:
        usual_px = _middle([w.font_px for w in others], line.font_px or ORDINARY_PX)
        looks = Looks(line.font_px, line.contrast, usual_px, _middle([w.contrast for w in others], ORDINARY_CONTRAST))
        purposes, scrolled = found.reading.purposes, any(line is w for w in unseen)
        yield Hidden(facts, page, found, line.text, line, looks, 0.0, 0.0, False, scrolled, found.gives_away, purposes)


def _descriptions(facts: Facts) -> list[list[Line]]:
    """The lines of every control's description, in the order of the controls."""
    shown = {
        page.screen.id: [w for w in page.running if w.font_px is not None and letters(w.text) >= SHORTEST_CHARACTERS]
        for page in facts.kept(pages).values()
    }
    said = ((c.control.description, shown[c.control.screen]) for c in facts.controls)
    return [[w for w in lines if w.text in text] if text else [] for text, lines in said]


def _of_lines(facts: Facts) -> Iterator[Hidden]:
    taken = [t for c in facts.controls for t in (c.control.label, c.control.description) if t]
    made = [
        (page, line, looks, how)
        for page in facts.kept(pages).values()
        for line, looks, how in _hard_to_see(facts, page)
        if not any(line.text in t for t in taken)
    ]
    if not made:
        return
    told = facts.told([{"description": line.text, "language": page.screen.language} for page, line, _, _ in made])
    rows = zip(made, told.gives_away.tolist(), told.purposes.tolist(), strict=True)
    for (page, line, looks, (folded, scrolled)), gives_away, row in rows:
        if gives_away >= LEAST_AT_STAKE:
            purposes = dict(zip(told.classes, row, strict=True))
            yield Hidden(facts, page, None, line.text, line, looks, 0.0, 0.0, folded, scrolled, gives_away, purposes)


def _hard_to_see(facts: Facts, page: Page) -> Iterator[tuple[Line, Looks, tuple[bool, bool]]]:
    """Lines of a screen that are smaller or paler than most of its text, folded, or scrolled away in a box."""
    lines = [w for w in page.running if w.font_px is not None and letters(w.text) >= SHORTEST_CHARACTERS]
    usual_px = _weighted([(w.font_px, w.text) for w in lines], ORDINARY_PX)
    usual_contrast = _weighted([(w.contrast, w.text) for w in lines], ORDINARY_CONTRAST)
    own = [c.control for c in facts.on_screen.get(page.screen.id, [])]
    if usual_px < READABLE_PX:  # small print is most of what is written here, and what is usual is told by the settings
        usual_px = _middle([c.font_px for c in own], usual_px)
    if usual_contrast < READABLE_CONTRAST:
        usual_contrast = _middle([c.contrast.label for c in own], usual_contrast)
    parent = facts.kept(pages).get(page.screen.parent or "")
    folded = _folded(page, parent is not None and len(parent.running) >= FEWEST_OPEN)
    unseen = facts.kept(clipped)[page.screen.id]
    for line in lines:
        looks = Looks(line.font_px, line.contrast, usual_px, usual_contrast)
        small = (line.font_px or usual_px) < SMALLER * usual_px or (line.contrast or usual_contrast) < PALER * usual_contrast
        tells = folded and letters(line.text) >= FEWEST_LETTERS
        scrolled = any(line is w for w in unseen)
        if small or tells or scrolled:
            yield line, looks, (tells, scrolled)


def _folded(page: Page, others_open: bool) -> bool:
    """Whether it shows only when something is opened whose name does not speak of privacy: unfolded in place, or a window."""
    asks = any(mark in line.text for line in page.lines for mark in "?？؟")  # a window that wants an answer hides nothing
    window = (
        page.screen.kind is ScreenKind.DIALOG and not asks and sum(w.role == "button" for w in page.doors) < FEWEST_ANSWERS
    )
    opened = (page.screen.kind is ScreenKind.DISCLOSURE or window) and page.screen.parent is not None
    return opened and others_open and not has("privacy", page.screen.title, page.screen.language)


def _apart(own: Control, beside: Sequence[Control]) -> float:
    """Heights of a window from the nearest other control of its picture; 0 where that is not known."""
    boxes = [c.box for c in beside if c.box is not None and c.picture == own.picture]
    if own.box is None or len(boxes) < FEWEST_OPEN:
        return 0.0
    return min(_between(own.box, box) for box in boxes) / WINDOW_PX


def _behind_words(page: Page, own: Control, beside: Sequence[Control]) -> float:
    """Words of running text that stand between a control's label and what is said of the control before; 0 for the first."""
    line = page.find(own.label)
    if line is None:
        return 0.0
    said = [t for c in beside for t in (c.label, c.description) if t]
    words = 0
    for before in reversed(page.lines[: page.lines.index(line)]):
        if any(before.text in t for t in said):
            return float(words)
        words += len(before.text.split()) if not before.role else 0
    return 0.0


def _between(one: Box, other: Box) -> float:
    return max(0.0, max(one[1], other[1]) - min(one[1] + one[3], other[1] + other[3]))


def _middle(values: Sequence[float | None], otherwise: float) -> float:
    known = [v for v in values if v is not None]
    return median(known) if known else otherwise


def _weighted(values: Sequence[tuple[float | None, str]], otherwise: float) -> float:
    """Middle value, each counted as often as its text has words."""
    return _middle([v for v, text in values for _ in range(1 + letters(text) // 20)], otherwise)
