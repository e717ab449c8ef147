"""Two answers to one question, to give away and to protect: a consent dialog's buttons, or two buttons of a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from offswitch_classifier.doors import DoorFacts, all_doors
from offswitch_classifier.facts import ControlFacts, Facts
from offswitch_classifier.lexicon import hits
from offswitch_classifier.matter import is_question, same_matter
from offswitch_classifier.phrases import has, switched
from offswitch_classifier.polarity import ORDER
from offswitch_classifier.preselection import level
from offswitch_classifier.signs import net_direction
from offswitch_classifier.text import cleaned, code_of
from offswitch_classifier.written import Page, pages
from offswitch_recording.controls import Option
from offswitch_recording.part import Box
from offswitch_recording.schema import Line
from offswitch_recording.words import Kind, Means, Polarity, WhyNot

NEAR_PX = 140
"""Answers to one question stand together: no farther apart, edge to edge, in CSS pixels."""
LINES_BEFORE = 3
"""The question stands at most so many lines before its answers."""
ASKS = 0.3
"""Probability that a question is one of data, from which its answers are a pair."""
CLEAR_WORDS, CLEAR_READING = 0.4, 0.7
"""How clearly a reading must lean to count against words that hardly say it, and where no word says it."""
SAYS_WORDS = 3
"""So many words say what is done; fewer are an answer by themselves (`On`)."""
SURELY_ASKS = 0.6
"""The same for an answer that stands alone."""
ACTS = (WhyNot.ACTING, WhyNot.UNSURE)


@dataclass(frozen=True)
class Pair:
    """The answer that gives away and the one that protects; null where there is none at all."""

    facts: Facts
    page: Page
    control: ControlFacts | None
    accept: str
    refuse: str | None
    accept_line: Line | None
    refuse_line: Line | None
    accept_clicks: int | None
    refuse_clicks: int | None
    how: tuple[str, ...]
    gives_away: float

    @property
    def screen_id(self) -> str:
        """Id of the screen that shows them."""
        return self.page.screen.id

    @property
    def control_id(self) -> str | None:
        """Id of the choice, where they are one."""
        return self.control.control.id if self.control else None

    @property
    def known(self) -> str:
        """By what they are known again in another recording."""
        return f"{self.accept}\n{self.refuse}"

    @property
    def names(self) -> tuple[str, ...]:
        """What a person reads on it."""
        own = self.control.names if self.control else ()
        return (self.accept, *((self.refuse,) if self.refuse else ()), *own)


@dataclass(frozen=True)
class Chain:
    """A door that protects and leads on: through how many screens until it can be done."""

    facts: Facts
    page: Page
    refuse: str
    refuse_line: Line | None
    refuse_clicks: int
    how: tuple[str, ...]
    accept_clicks: int = 2
    """One click, and one on a screen that asks whether one is sure, are ordinary."""

    @property
    def screen_id(self) -> str:
        """Id of the screen that shows the door."""
        return self.page.screen.id

    @property
    def control_id(self) -> None:
        """A door is no control."""
        return None

    @property
    def known(self) -> str:
        """By what it is known again in another recording."""
        return self.refuse

    @property
    def names(self) -> tuple[str, ...]:
        """What a person reads on it."""
        return (self.refuse,)


def all_pairs(facts: Facts) -> list[Pair]:
    """The pairs of every screen: its choices first, then its buttons."""
    chosen = list(_choices(facts))
    taken = {(p.screen_id, label) for p in chosen for label in (p.accept, p.refuse)}
    return [*chosen, *_of_buttons(facts, taken)]


def _choices(facts: Facts) -> Iterator[Pair]:
    for control in facts.controls:
        own = control.control
        options = [o for o in own.options if isinstance(o, Option)]
        accept = next((o for o in options if o.means is Means.ACCEPT), None)
        if own.kind is not Kind.CHOICE or (accept is None and own.accept is None):
            continue
        refuse = next((o for o in options if o.means is Means.REFUSE), None)
        page = facts.kept(pages)[own.screen]
        label = accept.label if accept else own.accept.how[-1] if own.accept and own.accept.how else ""
        further = [o.label for o in options if o.means is not Means.ACCEPT]
        way = tuple(own.refuse.how) if own.refuse else next((w for o in further if (w := _behind(facts, page, o))), ())
        accept_line, refuse_line = _line(page, accept, label), _line(page, refuse, refuse.label if refuse else "")
        clicks = (own.accept.clicks if own.accept else 1, own.refuse.clicks if own.refuse else len(way) or None)
        refusal = refuse.label if refuse else None
        gives_away = max(control.gives_away, ASKS)
        yield Pair(facts, page, control, label, refusal, accept_line, refuse_line, *clicks, way, gives_away)


def _line(page: Page, option: Option | None, label: str) -> Line | None:
    found = next((w for w in page.doors if w.text == label), None) or page.find(label)
    if found is not None and option is not None and option.box is not None and found.box is None:
        return found.model_copy(update={"box": option.box})
    return found


def _of_buttons(facts: Facts, taken: set[tuple[str, str | None]]) -> Iterator[Pair]:
    for page in facts.kept(pages).values():
        near = [
            (one, other)
            for one, other in combinations(page.doors, 2)
            if (page.screen.id, one.text) not in taken and _near(one, other)
        ]
        answered = {
            a.text
            for a, b in near
            for a, b in ((a, b), (b, a))
            if leaning_of(facts, page, a) > 0 > leaning_of(facts, page, b)
        }
        pairs = [p for one, other in near for p in _ordered(facts, page, one, other, answered)]
        if not pairs:
            continue
        texts = [t for accept, _, _ in pairs for t in (_question(page, accept), _saying(accept))]
        told = facts.told([{"label": t, "language": page.screen.language} for t in texts]).gives_away.reshape(-1, 2)
        for (accept, refuse, way), gives_away in zip(pairs, told.max(axis=1).tolist(), strict=True):
            if gives_away >= ASKS:
                here = _way(facts, page, accept.text)
                yield Pair(
                    facts, page, None, accept.text, refuse.text if refuse else None, accept, refuse,
                    len(here), len(way) if way else None, way, gives_away,
                )  # fmt: skip


def _ordered(
    facts: Facts, page: Page, one: Line, other: Line, answered: set[str]
) -> Iterator[tuple[Line, Line | None, tuple[str, ...]]]:
    """Of two lines that stand together, the one that gives away, the one that protects, and the way that this takes."""
    for accept, refuse in ((one, other), (other, one)):
        if leaning_of(facts, page, accept) <= 0 or _leads(facts, page, accept):
            continue
        if leaning_of(facts, page, refuse) < 0:
            if _of_two_matters(facts, page, accept.text, refuse.text):
                continue
            yield accept, refuse, _way(facts, page, refuse.text)
        elif accept.text not in answered and _at_once(facts, page, accept) and (behind := _behind(facts, page, refuse.text)):
            yield accept, None, behind


def _of_two_matters(facts: Facts, page: Page, accept: str, refuse: str) -> bool:
    """Whether both say what they do, of different things, and nothing is asked: rows of a menu, and no two answers."""
    say = all(len(text.split()) >= SAYS_WORDS for text in (accept, refuse))
    return say and not same_matter(accept, refuse) and not is_question(facts, page)


def _leads(facts: Facts, page: Page, line: Line) -> bool:
    """Whether the walk saw that it leads to another screen: a row of a menu is no answer."""
    door = _door(facts, page.screen.id, line.text)
    return door is not None and door.door.to is not None


def _at_once(facts: Facts, page: Page, line: Line) -> bool:
    """Whether a click does it and leads nowhere, as far as the walk could tell."""
    door = _door(facts, page.screen.id, line.text)
    return line.role == "button" and (door is None or not door.door.taken)


def _behind(facts: Facts, page: Page, label: str) -> tuple[str, ...]:
    """The way to refuse on the screen behind a door: its button that protects, or every control and then saving."""
    door = _door(facts, page.screen.id, label)
    target = facts.kept(pages).get(door.door.to or "") if door and door.door.taken else None
    if target is None or (target.screen.depth or 0) <= (page.screen.depth or 0):
        return ()
    refusing = next((w.text for w in target.doors if leaning_of(facts, target, w) < 0), None)
    if refusing:
        return (label, refusing)
    told = [c for c in facts.controls if c.control.screen == target.screen.id and c.gives_away >= ASKS]
    on = [c.control.label for c in told if (c.reading.preselected or 0) > 0.5]
    return (label, *on, "(save)") if told else ()


def all_chains(facts: Facts) -> list[Chain]:
    """Doors whose label protects and that lead on instead of doing it."""
    on = facts.kept(pages)
    made = []
    for door in facts.kept(all_doors):
        page = on[door.screen_id]
        said = door.line is not None and (
            leaning_of(facts, page, door.line) < 0 or has("ends", door.door.label, page.screen.language)
        )
        protects = door.door.taken and said
        way = _way(facts, page, door.door.label) if protects else ()
        if len(way) > 1:
            made.append(Chain(facts, page, door.door.label, door.line, len(way), way))
    return made


def only_answers(facts: Facts) -> set[tuple[str, str]]:
    """Screen and label of answers that give away where the same question of data has no other answer and no way to one."""
    found = {
        (p.screen_id, p.accept)
        for p in facts.kept(all_pairs)
        if p.control is not None and p.refuse_clicks is None and p.refuse is None and not _leads_on(p.control)
    }
    for page in facts.kept(pages).values():
        alone = [w for w in page.doors if leaning_of(facts, page, w) > 0]
        if (
            len(alone) != 1
            or _can_be_set(facts, page)
            or any(leaning_of(facts, page, w) < 0 or (w is not alone[0] and _near(w, alone[0])) for w in page.doors)
        ):
            continue
        asked = facts.told([{"label": _question(page, alone[0]), "language": page.screen.language}])
        if asked.gives_away[0] >= SURELY_ASKS:
            found.add((page.screen.id, alone[0].text))
    return found


def _can_be_set(facts: Facts, page: Page) -> bool:
    """Whether a screen has a control that governs data: then its button is no only answer."""
    return any(c.gives_away >= SURELY_ASKS and not c.control.locked for c in facts.on_screen.get(page.screen.id, []))


def refusable(facts: Facts) -> set[str]:
    """Screens on which a question of data can be refused."""
    return {p.screen_id for p in facts.kept(all_pairs) if p.refuse_clicks is not None}


def _leads_on(control: ControlFacts) -> bool:
    options = (o for o in control.control.options if isinstance(o, Option))
    return any(o.means in (Means.REFUSE, Means.DISMISS, Means.MORE) for o in options)


def _door(facts: Facts, screen: str, label: str) -> DoorFacts | None:
    return next((d for d in facts.kept(all_doors) if d.screen_id == screen and d.door.label == label), None)


def _way(facts: Facts, page: Page, label: str) -> tuple[str, ...]:
    """Labels of the doors from one on, until a screen on which something can be done or set; the last click included."""
    way, seen = [label], {page.screen.id}
    door = _door(facts, page.screen.id, label)
    while door is not None and door.door.taken and door.door.to and door.door.to not in seen:
        at = door.door.to
        seen.add(at)
        if _set_on(facts, at):
            return (*way, _set_on(facts, at))
        here = [d for d in facts.kept(all_doors) if d.screen_id == at]
        acts = next((d for d in here if not d.door.taken and d.door.why_not in ACTS), None)
        onward = next((d for d in here if d.door.taken and d.door.to and d.door.to not in seen), None)
        if acts is None and onward is None:
            break
        way.append((acts or onward).door.label)  # type: ignore[union-attr]
        door = None if acts else onward
    return tuple(way)


def _set_on(facts: Facts, screen: str) -> str:
    """Label of the first switch of a screen, on which a choice can be made; empty where there is none."""
    switches = (c.control for c in facts.on_screen.get(screen, []) if c.control.kind in (Kind.SWITCH, Kind.CHECKBOX))
    return next((c.label or "(switch)" for c in switches), "")


def leaning_of(facts: Facts, page: Page, line: Line) -> float:
    """Above 0 where a label gives away, below 0 where it protects, 0 where it says neither."""
    return facts.kept(_all_leanings)[line.text, page.screen.language]


def _all_leanings(facts: Facts) -> dict[tuple[str, str], float]:
    """How every label to click leans: by its words where they are clear, else as a control of this label is read."""
    return leanings(
        facts, list(dict.fromkeys((w.text, p.screen.language) for p in facts.kept(pages).values() for w in p.doors))
    )


def leanings(facts: Facts, asked: Sequence[tuple[str, str]]) -> dict[tuple[str, str], float]:
    """The same of any labels, each with its language."""
    if not asked:
        return {}
    told = facts.told([{"label": text, "language": language} for text, language in asked])
    on, off = (told.polarities[:, ORDER.index(p)] for p in (Polarity.ON_INVASIVE, Polarity.OFF_INVASIVE))
    return {key: _leaning(*key, read) for key, read in zip(asked, (on - off).tolist(), strict=True)}


def _leaning(text: str, language: str, read: float) -> float:
    if has("saves", text, language):
        return 0.0  # keeps the answers of a form, whatever they are
    code, label = code_of(language), cleaned(text)
    found = hits(label, code) if len(label.split()) >= SAYS_WORDS else ()
    acts = net_direction(found) or int(any(h.role == "local" for h in found))
    by_words = -float(acts) or level(label, code)
    if switched(text, language) is False or (by_words > 0 and has("ends", text, language)):
        by_words = -1.0  # says no before all else, or takes back what was agreed to
    clear = CLEAR_WORDS if by_words else CLEAR_READING
    return by_words if abs(by_words) >= 1 or abs(read) < clear else read


def _near(one: Line, other: Line) -> bool:
    if one.box is None or other.box is None or one.picture != other.picture or "tab" in (one.role, other.role):
        return False
    return _gap(one.box, other.box) <= NEAR_PX


def _gap(one: Box, other: Box) -> float:
    """Distance of two boxes, edge to edge; infinite where they are neither in one row nor in one column."""
    across = max(one[0], other[0]) - min(one[0] + one[2], other[0] + other[2])
    down = max(one[1], other[1]) - min(one[1] + one[3], other[1] + other[3])
    return max(across, down) if min(across, down) < 0 else float("inf") if min(across, down) > 24 else max(across, down)


def _saying(answer: Line) -> str:
    """An answer that says what it allows; nothing for one that only agrees."""
    return answer.text if len(answer.text.split()) >= SAYS_WORDS else ""


def _question(page: Page, answer: Line) -> str:
    """What is asked: the last lines before the answer that are not to click."""
    before = page.lines[: page.lines.index(answer)]
    asked = [w.text for w in before[-LINES_BEFORE * 2 :] if w.role in ("", "heading")]
    return " ".join(asked[-LINES_BEFORE:])
