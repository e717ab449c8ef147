"""Whether a button leads to the next of several steps that are counted beside it, and nothing has to be filled in before.

`Next` alone says too little: it pages through tables without end, sends what was written, and buys in the last step.
"""

import re
from itertools import islice

from offswitch_crawler.controls.raw import RawNode, RawPage
from offswitch_crawler.vocabulary import Vocabulary, vocabulary

SPARE = 3
"""Letters and signs beside the word: `Next ›`."""
FURTHEST = 10
LONGEST_COUNT = 48
MOST_STEPS = 12
COUNT = re.compile(r"(\d{1,2})\D{1,24}(\d{1,2})(?!\d)")
FILLED_IN = frozenset({
    "text", "email", "password", "number", "tel", "url", "search", "date", "time", "datetime-local", "month", "file",
})  # fmt: skip
ROWS = frozenset({"table", "grid", "treegrid", "feed", "log"})
PRESSED = frozenset({"button", "link"})


def step_before(page: RawPage, node: RawNode, label: str) -> str:
    """The present step, where a button is called `Next` and what holds it counts steps of which more follow; else empty."""
    words = vocabulary(page.language)
    length = words.length("next", label)
    if not length or length < len(label.strip()) - SPARE or not ({node.tag, node.role} & (PRESSED | {"a"})):
        return ""
    for up in islice(page.above(node), FURTHEST):
        inside = page.within(up)
        cells = {t.cell for t in page.texts_in(up)}  # a table is told by them: its element says nothing
        if len(cells) > 2 or any(n.seen and (_to_fill(n) or n.role in ROWS) for n in inside):
            return ""
        told = _counted(page, up, words)
        told = _marked(page, inside) if told is None else told
        if told is not None:
            return told
    return ""


def _to_fill(node: RawNode) -> bool:
    return node.tag == "textarea" or node.role in ("textbox", "searchbox") or node.type in FILLED_IN


def _counted(page: RawPage, up: RawNode, words: Vocabulary) -> str | None:
    """By a short line such as `Step 1 of 3`: empty for the last, None where there is none."""
    for line in page.lines_in(up):
        count = COUNT.search(line.text) if len(line.text) <= LONGEST_COUNT and words.has("steps", line.text) else None
        if count is not None and 1 <= int(count[1]) <= int(count[2]) <= MOST_STEPS:
            return f"{count[1]}/{count[2]}" if int(count[1]) < int(count[2]) else ""
    return None


def _marked(page: RawPage, inside: list[RawNode]) -> str | None:
    """By `aria-current=step` in a list of steps: empty for the last, None where nothing is marked so."""
    present = next((n for n in inside if n.attributes.get("aria-current") == "step"), None)
    if present is None:
        return None
    for up in page.above(present):
        others = [t for t in page.texts_in(up) if not present.holds(t.at)]
        if others:
            return page.words(present) if any(t.at > present.end for t in others) else ""
    return None
