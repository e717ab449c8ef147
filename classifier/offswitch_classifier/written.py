"""What stands written on a screen, and where: lines with their looks, and the sentences that a person reads there."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from offswitch_classifier.facts import ControlFacts, Facts
from offswitch_classifier.phrases import sentences
from offswitch_recording.controls import Option
from offswitch_recording.schema import Line, Screen

SHORTEST_SHARED = 8
LEAST_LETTERS = 3
DOORS = frozenset({"button", "link", "generic", "menuitem", "option", "summary", "tab", "treeitem"})
LONGEST_LABEL = 90
_HEX = re.compile(r"#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})")


@dataclass(frozen=True)
class Page:
    """One screen with its lines."""

    screen: Screen
    lines: Sequence[Line]

    @cached_property
    def doors(self) -> list[Line]:
        """Lines that stand in something to click, in reading order; of one thing the first alone."""
        found = [line for line in self.lines if line.role in DOORS and len(line.text) <= LONGEST_LABEL]
        return [
            w
            for before, w in zip([None, *found], found, strict=False)
            if before is None or w.box is None or w.box != before.box
        ]

    @cached_property
    def running(self) -> list[Line]:
        """Lines that are neither headings nor to click."""
        return [line for line in self.lines if not line.role]

    @cached_property
    def ground(self) -> str:
        """The colour on which most of its text stands."""
        counts = Counter[str]()
        for line in self.running or self.lines:
            if line.ground:
                counts[line.ground] += len(line.text)
        return counts.most_common(1)[0][0] if counts else "#ffffff"

    @cached_property
    def _by_text(self) -> dict[str, Line]:
        return {line.text: line for line in reversed(self.lines)}

    def find(self, text: str) -> Line | None:
        """The line that shows a text: the same, else one that holds it or is a good part of it."""
        if not text or (found := self._by_text.get(text)) is not None:
            return found if text else None
        if len(text) < SHORTEST_SHARED:
            return None
        holding = (w for w in self.lines if text in w.text or (len(w.text) >= SHORTEST_SHARED and w.text in text))
        return next(holding, None)


class OnPage:
    """A text on a page, of a control or of the page alone: where it is, and by what it is known."""

    page: Page
    text: str
    control: ControlFacts | None

    @property
    def screen_id(self) -> str:
        """Id of the screen that shows it."""
        return self.page.screen.id

    @property
    def control_id(self) -> str | None:
        """Id of the control whose text it is; null where it belongs to none."""
        return self.control.control.id if self.control else None

    @property
    def known(self) -> str:
        """By what it is known again in another recording."""
        return self.text

    @property
    def names(self) -> tuple[str, ...]:
        """What a person reads on it, and what its control is called."""
        return (self.text, *((self.control.control.label,) if self.control else ()))


@dataclass(frozen=True)
class Sentence(OnPage):
    """A sentence, label or option as it is read on a screen; of a control, or of the screen alone."""

    facts: Facts
    page: Page
    text: str
    place: str
    """label, description, option, door, heading or text."""
    control: ControlFacts | None
    line: Line | None

    @property
    def language(self) -> str:
        """The language that its screen declares."""
        return self.page.screen.language


def pages(facts: Facts) -> dict[str, Page]:
    """Every screen with its lines, by id; of a recording without lines, the lines of its text, without looks."""
    return {
        s.id: Page(s, s.lines or [Line(text=t) for t in s.text.splitlines() if t.strip()]) for s in facts.recording.screens
    }


def has_lines(facts: Facts) -> bool:
    """Whether the recording says how its texts look and what is to click; older ones do not."""
    return any(s.lines for s in facts.recording.screens)


def all_sentences(facts: Facts) -> list[Sentence]:
    """What is read on each screen, each text once: of its controls first, then the rest in reading order."""
    on = facts.kept(pages)
    return [s for page in on.values() for s in _on(facts, page, facts.on_screen.get(page.screen.id, []))]


def _on(facts: Facts, page: Page, controls: Sequence[ControlFacts]) -> list[Sentence]:
    made: dict[str, Sentence] = {}
    for control in controls:
        for place, text in _of_control(control):
            made.setdefault(text, Sentence(facts, page, text, place, control, page.find(text)))
    shown = {line.text for line in page.lines}
    whole = {t for c in controls for t in (c.control.label, c.control.description) if t in shown}
    for line in page.lines:
        place = "door" if line.role in DOORS else "heading" if line.role else "text"
        for text in [] if line.text in whole else sentences(line.text):
            made.setdefault(text, Sentence(facts, page, text, place, None, line))
    return [s for text, s in made.items() if sum(c.isalpha() for c in text) >= LEAST_LETTERS]


def _of_control(control: ControlFacts) -> list[tuple[str, str]]:
    own = control.control
    found = [("label", t) for t in sentences(own.label)] + [("description", t) for t in sentences(own.description)]
    options = [o.label if isinstance(o, Option) else o for o in own.options]
    return found + [("option", t) for o in options for t in sentences(o)]


def contrast(one: str | None, other: str | None) -> float | None:
    """Contrast ratio 1..21 of two colours `#rrggbb` (WCAG 2.2, relative luminance); null where one is not known."""
    if one is None or other is None:
        return None
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    match = _HEX.fullmatch(colour)
    parts = [int(p, 16) / 255 for p in match.groups()] if match else [1.0, 1.0, 1.0]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
