"""Answers to the one question of a screen that do not stand together: one at the foot, the other in a corner or a sentence."""

from collections.abc import Iterator

from offswitch_classifier.facts import Facts
from offswitch_classifier.matter import UNSPACED, is_question, said_on, same_matter
from offswitch_classifier.pairs import SAYS_WORDS, SURELY_ASKS, Pair, all_pairs, leanings
from offswitch_classifier.written import Page, pages
from offswitch_recording.schema import Line

LETTER_WIDTH, LINE_HEIGHT = 0.5, 1.2
"""Of a letter and of a line, in font sizes: what words in a running sentence take up."""


def all_apart(facts: Facts) -> list[Pair]:
    """For each screen that asks for data and has one answer that gives away and one that protects: those two, wherever they
    stand, unless they are a pair already. Both may lead to another screen, as answers of a step do. What says neither is the
    answer that gives away where the screen asks a question and the other refuses the very thing it names."""
    known = {(p.screen_id, label) for p in facts.kept(all_pairs) for label in (p.accept, p.refuse)}
    found = []
    for page in facts.kept(pages).values():
        answers = [w for w in _answers(facts, page) if (page.screen.id, w.text) not in known]
        told = _leaning(facts, page, answers)
        accepts, refuses = ([w for w, lean in told if lean * sign > 0] for sign in (1, -1))
        if len(refuses) == 1 and not accepts and is_question(facts, page):
            accepts = [w for w, lean in told if not lean and same_matter(w.text, refuses[0].text)]
        if len(accepts) == len(refuses) == 1 and _asks(facts, page, accepts[0], refuses[0]):
            found.append(_made(facts, page, accepts[0], refuses[0]))
    return found


def in_sentences(facts: Facts, page: Page) -> list[Line]:
    """Doors that are some words of a running sentence, as lines of their own: they look as the sentence does."""
    own = {w.text for w in page.doors}
    labels = dict.fromkeys(d.label for d in facts.recording.doors if d.screen == page.screen.id and d.label not in own)
    made = []
    for label in labels:
        line = next((w for w in page.running if label and label in w.text and label != w.text), None)
        if line is not None and line.font_px is not None and line.box is not None:
            size = len(label) * LETTER_WIDTH * line.font_px, LINE_HEIGHT * line.font_px
            box = (line.box[0], line.box[1], min(line.box[2], size[0]), min(line.box[3], size[1]))
            made.append(line.model_copy(update={"text": label, "role": "link", "box": box}))
    return made


def _answers(facts: Facts, page: Page) -> Iterator[Line]:
    """What can be clicked and stands on no other screen: a menu answers nothing. Each text once."""
    on, own = facts.kept(_screens_with), {page.screen.id}
    seen = set()
    for line in [*page.doors, *in_sentences(facts, page)]:
        if line.role != "tab" and on.get(line.text, own) <= own and line.text not in seen:
            seen.add(line.text)
            yield line


def _screens_with(facts: Facts) -> dict[str, set[str]]:
    """The ids of the screens that show each text to click."""
    found: dict[str, set[str]] = {}
    for page in facts.kept(pages).values():
        for line in page.doors:
            found.setdefault(line.text, set()).add(page.screen.id)
    return found


def _leaning(facts: Facts, page: Page, lines: list[Line]) -> list[tuple[Line, float]]:
    told = leanings(facts, [(w.text, page.screen.language) for w in lines])
    return [(w, told[w.text, page.screen.language]) for w in lines]


def _asks(facts: Facts, page: Page, accept: Line, refuse: Line) -> bool:
    """Whether the screen asks for data, and these two answer the same question."""
    if not same_matter(accept.text, refuse.text) and not is_question(facts, page):
        return False
    said = said_on(facts, page)
    asked = [t for t in [*said, accept.text] if len(t.split()) >= SAYS_WORDS or UNSPACED.search(t)]
    if not asked:
        return False
    told = facts.told([{"label": t, "language": page.screen.language} for t in asked])
    return float(told.gives_away.max()) >= SURELY_ASKS


def _made(facts: Facts, page: Page, accept: Line, refuse: Line) -> Pair:
    """A pair of which the clicks are not compared: what stands behind either was not followed."""
    return Pair(facts, page, None, accept.text, refuse.text, accept, refuse, None, None, (), 1.0)
