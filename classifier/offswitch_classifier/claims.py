"""What other places of a site claim of what a control sets: another control, or the answer to a question."""

from collections.abc import Iterator
from itertools import pairwise

from offswitch_classifier.facts import ORDINARY_BELOW, ControlFacts, Facts
from offswitch_classifier.lexicon import hits
from offswitch_classifier.phrases import has, sentences, state_named, switched
from offswitch_classifier.polarity import ORDER
from offswitch_classifier.preselection import level
from offswitch_classifier.stems import stems
from offswitch_classifier.text import cleaned, code_of
from offswitch_classifier.written import Page, pages
from offswitch_recording.words import Polarity

QUESTION = ("?", "？", "؟", "?»", "?“", "?”")
OPTION_LETTERS = 4
"""Of an option's longer words so many letters must stand in a sentence that names it: its endings change there."""
NAMED_BY = 2
"""So many words (or pairs of characters) name an option beyond chance."""
FEWEST_SHARED = 2
"""Longer words that a question must share with a control's label to ask about the same thing."""
ALIKE = 0.6
"""Share of the words of two labels that are the same where both speak of one thing."""
SURELY = 1.0
"""By so much one option clearly gives more than another, by its words."""
LIMITS = frozenset({"otherwise", "negations", "ticking"})
ANSWER_LINES = 3
READ_SURELY = 0.9
OPPOSITE = {Polarity.ON_INVASIVE: Polarity.OFF_INVASIVE, Polarity.OFF_INVASIVE: Polarity.ON_INVASIVE}


def claimed_otherwise(subject: ControlFacts) -> str | None:
    """What is claimed elsewhere against the state of a control that gives something away; null where nothing is."""
    if subject.gives_away < ORDINARY_BELOW:
        return None
    return next((said for find in FINDERS for said in find(subject)), None)


def _by_options(subject: ControlFacts) -> Iterator[str]:
    """Switches that are on and say that only those of a closer option are let in, while a wider one is chosen."""
    code, chosen = code_of(subject.language), subject.control.state
    options = [o for o in subject.control.options if isinstance(o, str) and o]
    if chosen not in options:
        return
    wide = level(cleaned(chosen), code)
    closer = [o for o in options if o != chosen and wide - level(cleaned(o), code) >= SURELY]
    for other in _on(subject, Polarity.OFF_INVASIVE, Polarity.NEUTRAL):
        for said in (other.control.label, other.control.description):
            found = stems(said, OPTION_LETTERS)
            if said and any(len(named := stems(o, OPTION_LETTERS)) >= NAMED_BY and named <= found for o in closer):
                yield said


def _by_its_opposite(subject: ControlFacts) -> Iterator[str]:
    """Switches that are on and prevent what this one, on too, allows: their labels are nearly the same words."""
    wanted = stems(subject.control.label)
    if subject.control.state != "on" or subject.reading.polarity is not Polarity.ON_INVASIVE or len(wanted) < FEWEST_SHARED:
        return
    for other in _on(subject, Polarity.OFF_INVASIVE):
        found = stems(other.control.label)
        if len(found & wanted) >= max(FEWEST_SHARED, ALIKE * len(found | wanted)):
            yield other.control.label


def _on(subject: ControlFacts, *polarities: Polarity) -> Iterator[ControlFacts]:
    """The other switches of the site that are on, of some polarities, and have to do with what is at stake here."""
    for other in subject.facts.controls:
        on = other.control.state == "on" and other.reading.polarity in polarities
        if on and other.index != subject.index and other.at_stake is subject.at_stake:
            yield other


def _by_answers(subject: ControlFacts) -> Iterator[str]:
    """Answers that say yes or no without any condition to a question of the same thing, where the control says the opposite."""
    if subject.control.state not in ("on", "off") or subject.reading.polarity is not Polarity.ON_INVASIVE:
        return
    wanted, own = stems(subject.control.label), subject.control.state == "on"
    for question, answer in subject.facts.kept(_asked):
        if len(stems(question) & wanted) < FEWEST_SHARED or _roles(question, subject) & {"negations", "preventing"}:
            continue
        said = switched(next(iter(sentences(answer)), ""), subject.language)
        limited = has("conditions", answer, subject.language) or _roles(_but_first(answer), subject) & LIMITS
        if said is not None and said != own and not limited:
            yield f"{question} {answer}"


def _asked(facts: Facts) -> list[tuple[str, str]]:
    """Questions with their answers: a line and the next, or a door that asks and what it opens; what a control asks and lets
    choose is neither."""
    on, found = facts.kept(pages), []
    asking = {name for c in facts.controls for name in c.names}
    for page in on.values():
        for one, other in pairwise(page.lines):
            if _is_question(one.text) and not other.role and asking.isdisjoint((one.text, other.text)):
                found.append((one.text, other.text))
    for door in facts.recording.doors:
        opened = on.get(door.to or "")
        if _is_question(door.label) and opened is not None and (answer := _answer(opened)):
            found.append((door.label, answer))
    return found


def _answer(page: Page) -> str:
    return " ".join(line.text for line in page.running[:ANSWER_LINES])


def _is_question(text: str) -> bool:
    return text.rstrip().endswith(QUESTION)


def _but_first(text: str) -> str:
    """What follows a first yes or no, which is a negation itself."""
    return cleaned(text).partition(" ")[2]


def _roles(text: str, subject: ControlFacts) -> set[str]:
    """What words of a text do: permit, prevent, deny, set a condition, speak of ticking."""
    said = cleaned(text)
    return {h.role for wording in (False, True) for h in hits(said, code_of(subject.language), wording)}


def _by_effect(subject: ControlFacts) -> Iterator[str]:
    """Sentences that say what happens when it is on, or off, where that is surely the opposite of what its label sets."""
    label = subject.reading.polarity
    if subject.reading.polarity_probability < READ_SURELY or label is Polarity.NEUTRAL:
        return
    for state, sentence, effect in _effects(subject):
        turned = label if state == "on" else OPPOSITE[label]
        if subject.facts.kept(_told_of_effects).get((effect, subject.language)) is OPPOSITE[turned]:
            yield sentence


def _effects(subject: ControlFacts) -> Iterator[tuple[str, str, str]]:
    """on or off, the sentence, and what it says happens then."""
    for sentence in sentences(subject.control.description):
        when, comma, effect = sentence.partition(",")
        if comma and has("conditions", when, subject.language) and (state := state_named(when, subject.language)):
            yield state, sentence, effect.strip()


def _told_of_effects(facts: Facts) -> dict[tuple[str, str], Polarity]:
    """What every effect gives away or protects, as far as that is surely read, all asked at once."""
    asked = list(dict.fromkeys((e, c.language) for c in facts.controls for _, _, e in _effects(c)))
    if not asked:
        return {}
    told = facts.told([{"label": effect, "language": language} for effect, language in asked]).polarities
    best, most = told.argmax(axis=1).tolist(), told.max(axis=1).tolist()
    return {key: ORDER[n] for key, n, p in zip(asked, best, most, strict=True) if p >= READ_SURELY and key[0]}


FINDERS = (_by_options, _by_its_opposite, _by_answers, _by_effect)
