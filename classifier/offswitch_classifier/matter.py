"""Whether two labels speak of the same thing, and whether a screen asks a question."""

import re

from offswitch_classifier.facts import Facts
from offswitch_classifier.text import cleaned
from offswitch_classifier.written import Page

QUESTION = re.compile(r"[?？؟]|;$")
"""Marks of a question; Greek writes a semicolon."""
SAME_BEGINNING = 4
"""Words of two answers that begin with so many same letters speak of the same thing: `Share my walks`, `without sharing`."""
SHORTEST_UNSPACED = 2
UNSPACED = re.compile(r"[぀-ヿ㐀-鿿]+")


def same_matter(one: str, other: str) -> bool:
    """Whether two labels have a word in common, by its beginning."""
    return bool(_beginnings(one) & _beginnings(other))


def _beginnings(text: str) -> set[str]:
    said = cleaned(text)
    unspaced = {w[i : i + SHORTEST_UNSPACED] for w in UNSPACED.findall(said) for i in range(len(w) - 1)}
    return {w[:SAME_BEGINNING] for w in said.split() if len(w) >= SAME_BEGINNING} | unspaced


def said_on(facts: Facts, page: Page) -> list[str]:
    """What is read on a screen beside its settings."""
    set_here = {t for c in facts.on_screen.get(page.screen.id, []) for t in (c.control.label, c.control.description)}
    return [w.text for w in page.lines if w.role in ("", "heading") and w.text not in set_here]


def is_question(facts: Facts, page: Page) -> bool:
    """Whether a sentence of a screen asks something."""
    return any(QUESTION.search(text.strip()) for text in said_on(facts, page))
