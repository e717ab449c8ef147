"""Doors with what they promise and where they end: whether a label speaks of privacy, and what stands behind it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from offswitch_classifier.facts import Facts, at_stake
from offswitch_classifier.lexicon import hits
from offswitch_classifier.phrases import has
from offswitch_classifier.text import cleaned, code_of
from offswitch_classifier.written import Page, has_lines, pages
from offswitch_recording.doors import Door
from offswitch_recording.schema import Line
from offswitch_recording.words import Purpose, ScreenKind

NAMED = 0.9
"""How surely a door whose label names privacy leads to a choice about it; a label's reading says it of the others."""
DEEDS = frozenset({"permitting", "preventing", "protective", "negations"})
LONG_LABEL = 12
"""So many letters of a label are not found in another text by chance."""
STOPPING = frozenset({"preventing", "negations"})
EXPLAINS_WORDS = 40
"""With so many words of its own a screen without controls still tells something."""


_INDEX = re.compile(r"/index\.[a-z]+$")
"""The page of a folder: most servers give it by either address."""


@dataclass(frozen=True)
class DoorFacts:
    """One door. `gives_away`: probability that its label speaks of something to give away or to protect."""

    facts: Facts
    page: Page
    door: Door
    gives_away: float
    purposes: dict[str, float]

    @property
    def screen_id(self) -> str:
        """Id of the shallowest screen that shows it."""
        return self.door.screen

    @property
    def control_id(self) -> None:
        """A door is no control."""
        return None

    @property
    def known(self) -> str:
        """By what it is known again in another recording."""
        return self.door.label

    @property
    def names(self) -> tuple[str, ...]:
        """What a person reads on it."""
        return (self.door.label,)

    @property
    def line(self) -> Line | None:
        """How and where its label is written."""
        return next((w for w in self.page.doors if w.text == self.door.label), None)

    @cached_property
    def promises(self) -> float:
        """Probability that a person expects a choice about data behind it: it names privacy, or says what is done to data."""
        language = self.page.screen.language
        if has("privacy", self.door.label, language):
            return NAMED
        said = {h.role for h in hits(cleaned(self.door.label), code_of(language))}
        return self.gives_away if said & DEEDS else 0.0

    @cached_property
    def at_stake(self) -> Purpose:
        """The most probable purpose of those that give something away."""
        return at_stake(self.purposes)

    @property
    def fails(self) -> bool:
        """Whether it led to an error."""
        return self.door.outcome.startswith(("status:4", "status:5", "error:"))

    @property
    def returns(self) -> bool:
        """Whether it leads back to the screen on which it stands, and is not the entry of that screen in a menu."""
        same = self.door.outcome == "same" or (self.door.taken and self.door.to == self.door.screen)
        back = same and self.door.role == "link"  # a button may open or do something where it stands
        if not back or self._in_menu or self._jumps:
            return False
        return not any(_alike(self.door.label, name) for name in self._called)

    @property
    def _jumps(self) -> bool:
        """Whether it leads to a part of the page on which it stands; what begins with a slash names a page of an application."""
        part = self.line.href.partition("#")[2] if self.line is not None else ""
        return bool(part) and not part.startswith(("/", "!"))

    @property
    def stops(self) -> bool:
        """Whether its label says that something is stopped, refused or ended: `Do not sell`, and not `Privacy`."""
        language = self.page.screen.language
        said = {h.role for h in hits(cleaned(self.door.label), code_of(language))}
        return bool(said & STOPPING) or has("ends", self.door.label, language)

    @property
    def _in_menu(self) -> bool:
        """Whether another screen shows it too: a menu that stands on every page leads to the page on which it stands."""
        others = (page for id_, page in self.facts.kept(pages).items() if id_ != self.door.screen)
        return any(line.text == self.door.label for page in others for line in page.doors)

    @property
    def _called(self) -> list[str]:
        """What its screen is called: title and headings."""
        return [self.page.screen.title, *(w.text for w in self.page.lines if w.role == "heading")]

    @cached_property
    def is_blank(self) -> bool:
        """Whether what it leads to shows nothing whatever that is not here already."""
        target = self._empty_target
        here = {line.text for line in self.page.lines}
        return target is not None and all(w.text in here for w in target.lines)

    @cached_property
    def emptiness(self) -> float:
        """Whether what it leads to holds nothing to set, next to nothing to read, and no way on that is not here already:
        1 for nothing at all, 0 from EXPLAINS_WORDS words on."""
        target = self._empty_target
        if target is None:
            return 0.0
        here = {line.text for line in self.page.lines}
        said = sum(len(w.text.split()) for w in target.lines if w.text not in here and not w.role)
        return max(0.0, 1 - said / EXPLAINS_WORDS)

    @property
    def leaves_nothing_to_set(self) -> bool:
        """Whether what it leads to may be long, but holds nothing to set and no way on to it."""
        return self._empty_target is not None

    @property
    def sends_elsewhere(self) -> bool:
        """Whether what it leads to, where nothing can be set, names a way outside: a letter, a call, a counter, an app."""
        return self._is_told("elsewhere")

    @property
    def is_told_to_fail(self) -> bool:
        """Whether what it leads to, where nothing can be set, says that it is not to be had: gone, expired, try later."""
        return self._is_told("fails")

    def _is_told(self, key: str) -> bool:
        target, here = self._empty_target, {line.text for line in self.page.lines}
        said = (w.text for w in target.lines if w.text not in here) if target is not None else ()
        return any(has(key, text, self.page.screen.language) for text in said)

    @property
    def refers_back(self) -> bool:
        """Whether what it leads to, where nothing can be set, speaks of the door itself again, or sends back in a sentence."""
        target, label = self._empty_target, cleaned(self.door.label)
        if target is None:
            return False
        said = [cleaned(w.text) for w in target.lines if w.role != "heading"]
        back = [
            cleaned(d.label) for d in self.facts.recording.doors if (d.screen, d.to) == (target.screen.id, self.door.screen)
        ]
        running = [cleaned(w.text) for w in target.running]
        again = len(label) >= LONG_LABEL and any(label in text for text in said)
        return again or any(b and b in text and b != text for b in back for text in running)

    @cached_property
    def _empty_target(self) -> Page | None:
        """The screen it leads to, where that has no control, no button of its own and no way on to one."""
        target = self.facts.kept(pages).get(self.door.to or "")
        if (
            target is None
            or not self.facts.kept(has_lines)
            or target.screen.id == self.door.screen
            or target.screen.kind is ScreenKind.MENU
            or (self.door.role == "button" and self._may_have_closed(target))
            or _holds_more(self.facts, target.screen.id, self.door.screen)
        ):
            return None
        here = {line.text for line in self.page.lines}
        return None if any(w.role == "button" and w.text not in here for w in target.lines) else target

    def _may_have_closed(self, target: Page) -> bool:
        """Whether it may have folded what stood open: what unfolds by its name has something to read of its own."""
        here = {line.text for line in self.page.lines}
        opened = _alike(self.door.label, target.screen.title) and any(w.text not in here for w in target.running)
        return target.screen.kind is ScreenKind.DISCLOSURE and not opened


def _alike(label: str, name: str) -> bool:
    one, other = cleaned(label), cleaned(name)
    return bool(one and other) and (one in other or other in one)


def _holds_more(facts: Facts, screen: str, source: str) -> bool:
    """Whether a screen, or one that leads on from it, holds a control that can be set."""
    seen, waiting = {source}, [screen]
    while waiting:
        at = waiting.pop()
        if at in seen:
            continue
        seen.add(at)
        if any(not c.control.locked and not c.control.disabled for c in facts.on_screen.get(at, [])):
            return True
        waiting += [d.to for d in facts.recording.doors if d.screen == at and d.to]
        if any(d.screen == at and not d.taken and d.why_not is not None for d in facts.recording.doors):
            return True  # what was not taken may lead to it, or do it
    return False


def all_doors(facts: Facts) -> list[DoorFacts]:
    """Every door with a label, in the order of the recording; then links to the page on which they stand, which a walk takes
    for one with the page's own entry."""
    on = facts.kept(pages)
    doors = [d for d in facts.recording.doors if d.label and d.screen in on]
    known = {(d.screen, d.label) for d in doors}
    return list(
        _made(facts, [*doors, *(d for page in on.values() for d in _to_itself(page) if (d.screen, d.label) not in known)])
    )


def _to_itself(page: Page) -> Iterator[Door]:
    here = _INDEX.sub("/", page.screen.url.split("#")[0])
    for line in page.doors:
        if line.href and "#" not in line.href and _INDEX.sub("/", line.href) == here:
            yield Door(
                id="", screen=page.screen.id, label=line.text, role="link", to=page.screen.id, taken=True, outcome="same"
            )


def _made(facts: Facts, doors: list[Door]) -> Iterator[DoorFacts]:
    on = facts.kept(pages)
    if not doors:
        return
    told = facts.told([{"label": d.label, "language": on[d.screen].screen.language} for d in doors])
    for door, gives_away, row in zip(doors, told.gives_away.tolist(), told.purposes.tolist(), strict=True):
        yield DoorFacts(facts, on[door.screen], door, gives_away, dict(zip(told.classes, row, strict=True)))
