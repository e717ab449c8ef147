"""In which language a control is, and in which the rest of its screen, or of the site where its whole screen is foreign."""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from offswitch_classifier.facts import LEAST_AT_STAKE, ControlFacts, Facts
from offswitch_classifier.text import code_of
from offswitch_classifier.tongues import letters
from offswitch_classifier.written import pages

FEWEST_LETTERS = 20
FEWEST_AROUND, ENOUGH_AROUND, MOST_AROUND = 40, 120, 1500
"""Letters beside a control from which its screen's language is told; with fewer than enough, the parent's are added."""


class Languages:
    """The controls of one recording that say enough to tell a language, each text read once."""

    def __init__(self, facts: Facts) -> None:
        found = [c for c in facts.controls if c.gives_away >= LEAST_AT_STAKE]
        self.controls = [c for c in found if letters(text_of(c)) >= FEWEST_LETTERS]
        self._facts, self._tongues = facts, facts.models.tongues
        self._around = {s: self._text(s) for s in dict.fromkeys(c.control.screen for c in self.controls)}
        self._sites = {s: self._beyond(s) for s in self._around}

    @cached_property
    def _told(self) -> dict[str, NDArray[np.float64]]:
        shown = [name for c in self.controls for name in self._shown(c)]
        told = [text for c in self.controls for text in _alternatives(c)]
        texts = list(dict.fromkeys([*told, *shown, *self._around.values(), *self._sites.values()]))
        return dict(zip(texts, self._tongues.read(texts), strict=True))

    def _shown(self, control: ControlFacts) -> list[str]:
        """Its own texts that stand in what is read of its screen."""
        around = self._around[control.control.screen]
        return [name for name in dict.fromkeys(control.names) if name and name in around]

    def _text(self, screen: str) -> str:
        page = self._facts.kept(pages).get(screen)
        text = " ".join(w.text for w in page.lines) if page else ""
        if letters(text) < ENOUGH_AROUND and page and page.screen.parent:
            text += " " + self._text(page.screen.parent)
        return text[:MOST_AROUND]

    def own(self, control: ControlFacts) -> str:
        """The likeliest language of a control's label and description."""
        return self._likeliest(self._told[text_of(control)])

    def _beyond(self, screen: str) -> str:
        """What is read on the page on which a screen opens in place, or on all others that declare its language."""
        on = self._facts.kept(pages)
        page = on.get(screen)
        if page is None:
            return ""
        others = [p for p in on.values() if p.screen.id != screen and p.screen.language == page.screen.language]
        parent = on.get(page.screen.parent or "")
        return " ".join(w.text for p in ([parent] if parent else others) for w in p.lines)[:MOST_AROUND]

    def rest(self, control: ControlFacts) -> str | None:
        """The language of what is on its screen (or its parent's) beside it; null where there is too little. Where all of its
        screen is in its language, that of the site, if that is what the screen itself declares to be in."""
        found = self.around(control)
        return self.site(control) or found if found is not None and found == self.own(control) else found

    def around(self, control: ControlFacts) -> str | None:
        """The likeliest language of the rest of its screen alone."""
        around, shown = self._around[control.control.screen], self._shown(control)
        if letters(around) - sum(map(letters, shown)) < FEWEST_AROUND:
            return None
        return self._likeliest(self._told[around] - sum(self._told[name] for name in shown))

    def site(self, control: ControlFacts) -> str | None:
        """The language in which the rest of the site is and which the control's screen declares; null where these differ."""
        beyond = self._sites[control.control.screen]
        if letters(beyond) < FEWEST_AROUND:
            return None
        found = self._likeliest(self._told[beyond])
        return found if code_of(control.language) == found else None

    def against(self, control: ControlFacts, language: str) -> float:
        """Log-odds of the likeliest other language over the one given; below 0 where that is the likeliest.

        Where a label is said again in a second language below, whoever reads one of them can choose: the least counts.
        """
        place = self._tongues.classes.index(language)
        told = [self._told[text] for text in _alternatives(control)]
        return min(float(np.delete(one, place).max() - one[place]) for one in told)

    def _likeliest(self, told: NDArray[np.float64]) -> str:
        return self._tongues.classes[int(told.argmax())]


def text_of(control: ControlFacts) -> str:
    """What tells the language of a control."""
    return f"{control.control.label} {control.control.description}".strip()


def _alternatives(control: ControlFacts) -> list[str]:
    """Label and description together, and each that says enough alone."""
    parts = (control.control.label, control.control.description)
    return [text_of(control), *(part for part in parts if letters(part) >= FEWEST_LETTERS)]
