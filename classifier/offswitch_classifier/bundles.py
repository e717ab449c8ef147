"""What one click sets: a control with its options, or a button that acts, and what its words are taken apart into."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from offswitch_classifier.facts import LEAST_AT_STAKE, ControlFacts, Facts, at_stake
from offswitch_classifier.phrases import joined, sentences
from offswitch_classifier.purpose import NEUTRAL
from offswitch_classifier.tongues import letters
from offswitch_classifier.written import OnPage, Page, pages
from offswitch_recording.schema import Line
from offswitch_recording.words import Kind, Purpose

SURE = 0.3
"""A part of a label counts for the purpose that it has at least so probably."""
MOST_PARTS, MOST_PURPOSES = 12, 3.0
FEWEST_LISTED, LONGEST_LISTED = 3, 50
"""So many parts make a list, none of more letters: longer ones are clauses of a sentence."""
_HALVES = re.compile(r"(\w-) \w+ (?=\w+)")
"""`Travel- and card partners`, in German and its kin: one thing, not two."""
_NAME = re.compile(r"^[^:：,]{1,30}[:：]\s*(?=\S)")
Purposes = dict[str, float]


@dataclass(frozen=True)
class Bundle(OnPage):
    """One control, or a button that does something without leading on. text: its label, told: what is said under it."""

    facts: Facts
    page: Page
    control: ControlFacts | None
    text: str
    told: str
    options: tuple[str, ...]
    line: Line | None
    gives_away: float
    purposes: Mapping[str, float]

    @property
    def known(self) -> str:
        """By what it is known again in another recording."""
        return self.control.known if self.control else self.text

    @property
    def names(self) -> tuple[str, ...]:
        """What a person reads on it."""
        return (self.text, self.told, *self.options)

    @property
    def language(self) -> str:
        """The language that its screen declares."""
        return self.page.screen.language

    @cached_property
    def at_stake(self) -> Purpose:
        """The most probable purpose of those that give something away."""
        return at_stake(self.purposes)

    @cached_property
    def chosen(self) -> str:
        """Its label, or the option that joins more purposes than the label and every other option."""
        return max((self.text, *self.options), key=lambda text: (beyond_one(self.of(text)), text == self.text))

    def of(self, text: str) -> Purposes:
        """The purposes of the parts of a text, each with the greatest probability that a part has it; {} for one part."""
        made: Purposes = {}
        told = self.facts.kept(_told_of_parts)
        for part in parts(text, self.language):
            purpose, probability = told[part, self.language]
            if probability >= SURE:
                made[purpose] = max(made.get(purpose, 0.0), probability)
        return made


def beyond_one(purposes: Purposes) -> float:
    """How many purposes that give something away there are, as far as each is sure, beyond the surest."""
    sure = sorted((p for name, p in purposes.items() if name not in NEUTRAL), reverse=True)
    return min(MOST_PURPOSES, sum(sure[1:]))


def together(bundle: Bundle) -> float:
    """How many purposes beyond one its words join. Of a button, or one option among others, what a service needs is one more:
    it cannot be had without the rest."""
    found = bundle.of(bundle.chosen)
    return _kinds(found) if bundle.control is None or bundle.chosen != bundle.text else beyond_one(found)


def listed(bundle: Bundle) -> float:
    """How many kinds of purpose beyond one the list holds that explains a label: a sentence of several short parts. Counts as
    far as the label itself names no one purpose of those that give something away, or ties two: where it does, what is listed
    is mostly the data that it speaks of."""
    purpose, sure = bundle.facts.kept(_told_of_parts).get((bundle.text, bundle.language), ("", 0.0))
    vague = 1.0 if purpose in NEUTRAL else 1 - sure
    return max(vague, tied(bundle.of(bundle.text))) * max(
        (_kinds(bundle.of(s)) for s in sentences(bundle.told) if _is_list(parts(s, bundle.language))), default=0.0
    )


def _is_list(found: Sequence[str]) -> bool:
    return len(found) >= FEWEST_LISTED and all(letters(part) <= LONGEST_LISTED for part in found)


def _kinds(purposes: Purposes) -> float:
    """As `beyond_one`, with all that a service needs as one kind more; 0 where nothing is given away."""
    telling = [p for name, p in purposes.items() if name not in NEUTRAL]
    needed = max((p for name, p in purposes.items() if name in NEUTRAL), default=0.0)
    return min(MOST_PURPOSES, sum(sorted([*telling, needed], reverse=True)[1:])) if telling else 0.0


def tied(purposes: Purposes) -> float:
    """How surely something that a service needs is joined with something that it does not."""
    telling = max((p for name, p in purposes.items() if name not in NEUTRAL), default=0.0)
    return min(telling, max((p for name, p in purposes.items() if name in NEUTRAL), default=0.0))


@lru_cache(maxsize=20_000)
def parts(text: str, language: str) -> tuple[str, ...]:
    """What a text, without a name set before a colon, is taken apart into; nothing where it is one."""
    found = joined(_HALVES.sub(r"\1", _NAME.sub("", text)), language)[:MOST_PARTS]
    return found if len(found) > 1 else ()


def all_bundles(facts: Facts) -> list[Bundle]:
    """Every control but consent dialogs, and every button that acts and whose words join something."""
    return [*_of_controls(facts), *_of_buttons(facts)]


def _of_controls(facts: Facts) -> Iterator[Bundle]:
    for c in facts.controls:
        if c.control.kind is not Kind.CHOICE and c.gives_away >= LEAST_AT_STAKE:
            page = facts.kept(pages)[c.control.screen]
            options = tuple(o for o in c.control.options if isinstance(o, str))
            yield Bundle(
                facts, page, c, c.control.label, c.control.description, options, None, c.gives_away, c.reading.purposes
            )


def _of_buttons(facts: Facts) -> Iterator[Bundle]:
    found = [
        (page, line, told)
        for page in facts.kept(pages).values()
        for line, told in _acting(facts, page)
        if parts(line.text, page.screen.language) or parts(told, page.screen.language)
    ]
    if not found:
        return
    told_of = facts.told([{"label": w.text, "description": t, "language": p.screen.language} for p, w, t in found])
    rows = zip(found, told_of.gives_away.tolist(), told_of.purposes.tolist(), strict=True)
    for (page, line, told), gives_away, row in rows:
        if gives_away >= LEAST_AT_STAKE:
            purposes = dict(zip(told_of.classes, row, strict=True))
            yield Bundle(facts, page, None, line.text, told, (), line, gives_away, purposes)


def _acting(facts: Facts, page: Page) -> Iterator[tuple[Line, str]]:
    """Buttons that a walk did not take, each with what else is written on it; answers of consent dialogs are none."""
    acts = {d.label for d in facts.recording.doors if d.screen == page.screen.id and not d.taken and d.role == "button"}
    for c in facts.on_screen.get(page.screen.id, []):
        acts -= {c.control.label, *(o if isinstance(o, str) else o.label for o in c.control.options)}
    for line in page.doors:
        if line.role == "button" and line.text in acts:
            further = (w.text for w in page.lines if w.box is not None and w.box == line.box and w.text != line.text)
            yield line, " ".join(further)


def _told_of_parts(facts: Facts) -> dict[tuple[str, str], tuple[str, float]]:
    """The most probable purpose of every part of every text, all asked at once."""
    asked = [
        (part, bundle.language)
        for bundle in facts.kept(all_bundles)
        for text in (bundle.text, bundle.told, *sentences(bundle.told), *bundle.options)
        for part in (*parts(text, bundle.language), *([text] if text and text == bundle.text else []))
    ]
    asked = list(dict.fromkeys(asked))
    if not asked:
        return {}
    told = facts.told([{"label": part, "language": language} for part, language in asked])
    best, most = told.purposes.argmax(axis=1).tolist(), told.purposes.max(axis=1).tolist()
    return {key: (told.classes[place], p) for key, place, p in zip(asked, best, most, strict=True)}
