"""What stands at the end of a name in its line and is no part of it: a link that acts or tells more, a badge."""

from collections.abc import Callable

from offswitch_crawler.controls.alike import is_deed
from offswitch_crawler.controls.named_doors import leads_to_more
from offswitch_crawler.controls.raw import RawPage
from offswitch_crawler.controls.runs import Run, Text, joined

BADGE_WORDS = 2
SMALLER = 0.9
STOPS = (".", "!", "?", "。", "！", "？")
LITERAL = frozenset({"code", "kbd", "samp", "mark", "var"})


def own_words(page: RawPage, line: Run, leads: Callable[[Text], bool]) -> Run:
    """The line without such ends; as it is where it has none."""
    pieces = [*line.pieces]
    while len(pieces) > 1 and (end := _link(page, pieces, leads) or _badge(page, pieces)):
        pieces = pieces[:-end]
    return joined(pieces) if len(pieces) < len(line.pieces) else line


def _link(page: RawPage, pieces: list[Text], leads: Callable[[Text], bool]) -> int:
    """How many pieces at the end are a link apart from what it follows: a deed, more to read, or behind a whole sentence."""
    first = next((i for i in range(len(pieces), 0, -1) if not leads(pieces[i - 1])), 0)
    if first in (0, len(pieces)):
        return 0
    text = joined(pieces[first:]).text
    acts = leads_to_more(page, text) or (is_deed(page, text) and len(text.split()) == 1)  # no `Return policy` of a sentence
    apart = text[:1].isupper() and (acts or pieces[first - 1].text.rstrip().endswith(STOPS))
    return len(pieces) - first if apart else 0


def _badge(page: RawPage, pieces: list[Text]) -> int:
    """Whether the last is a word or two in smaller letters on a ground of its own."""
    last, before = pieces[-1], pieces[-2]
    words = last.text.split()
    small = last.px < SMALLER * before.px and last.ground != before.ground
    literal = any(n.tag in LITERAL for n in page.holders(last.at))
    return int(small and len(words) <= BADGE_WORDS and all(w.isalpha() for w in words) and not literal)
