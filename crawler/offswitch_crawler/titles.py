"""The title in the bar of an application that marks up no first heading: the outermost heading of its screen. Pure.

Only words that stand alone in the first row of the page, written as a title is, in the middle or behind a button that leads
back, or over the content at its edge; the name of the site is none.
"""

import re

from offswitch_crawler.controls.named import Named
from offswitch_crawler.controls.raw import RawElement, RawNode, RawPage
from offswitch_crawler.controls.runs import Run, runs
from offswitch_crawler.controls.spans import Spans
from offswitch_crawler.controls.states import state_word
from offswitch_crawler.doorways import is_row
from offswitch_crawler.headings import Heading
from offswitch_crawler.lettering import level, stands_out
from offswitch_crawler.seen import Box

LONGEST = 40
MOST_WORDS = 5
BAR_PX = 110.0
"""The bar ends not further down."""
MIDDLE_PX = 24.0
BACK_PX = 130.0
EDGE_PX = 40.0
MOST_BESIDE = 3
SHORT = 12
"""No longer is what is written on a button of the bar."""
PICTURE_PX = 30.0
LEAST_ROWS = 2
FIELDS = frozenset({"input", "textarea", "select"})
_BETWEEN = re.compile(r"\s+[|–—·•:-]\s+|\s*[|·•]\s*")


def find_title(
    page: RawPage, headings: list[Heading], named: list[tuple[RawElement, Named]], doors: list[RawNode]
) -> Heading | None:
    """The title of the page's bar, where it has one and no first heading."""
    shown = [(c, n.shown) for c, n in named if n.shown is not None and c.box[2] > 0]
    rows = [d for d in doors if d.spoken and is_row(page, d)]
    if any(h.level == 1 for h in headings) or not (shown or len(rows) >= LEAST_ROWS):
        return None
    entered = Spans(doors)
    line = next((r for r in runs(page.texts) if not entered.around(r.at)), None)
    if line is None or not _is_name(page, line, {r.at for _, r in shown}):
        return None
    first, text = _first(page, shown, rows)
    under = line.at < first.at and line.box[1] + line.box[3] <= text.box[1] + 2
    if not (under and _in_first_row(page, line) and stands_out(line, text) and _alone(page, line, entered)):
        return None
    boxes = [c.box for c, _ in shown] + [r.box for _, r in shown] + [d.box for d in rows]
    if not _well_placed(page, line, doors, boxes, text, second=any(h.level == 2 for h in headings)):
        return None
    return Heading(line.at, 0, line.text, 0, page.count)


def _first(page: RawPage, shown: list[tuple[RawElement, Run]], rows: list[RawNode]) -> tuple[RawNode, Run]:
    """Where the content begins, and the words that are written there."""
    content = [(c.anchor, r) for c, r in shown] + [(d, page.lines_in(d)[0]) for d in rows]
    return min(content, key=lambda entry: min(entry[0].at, entry[1].at))


def _is_name(page: RawPage, line: Run, told: set[int]) -> bool:
    text = line.text
    if len(text) > LONGEST or len(text.split()) > MOST_WORDS or text.endswith((".", "!", "…", "。", "@")):
        return False
    if not any(ch.isalpha() for ch in text) or state_word(text) is not None or line.at in told:
        return False
    inner = page.innermost(line.at)
    ups = [inner, *page.above(inner)] if inner is not None else []
    if any(up.level or up.tag in ("label", "legend") or up.landmark in ("navigation", "contentinfo") for up in ups):
        return False
    parts = [p.strip().casefold() for p in _BETWEEN.split(page.title) if p.strip()]
    return not (len(parts) > 1 and parts[-1] == text.casefold() != parts[0])


def _in_first_row(page: RawPage, line: Run) -> bool:
    inner = page.innermost(line.at)
    y = line.box[1] + line.box[3] + (0 if inner is not None and inner.fixed else page.scroll[1])
    return y <= BAR_PX


def _alone(page: RawPage, line: Run, entered: Spans) -> bool:
    """In its row stand but a few short buttons beside it: no field, no picture of somebody, no second title."""
    beside = [r for r in runs(page.texts) if r.at != line.at and level(r.box, line.box)]
    if len(beside) > MOST_BESIDE - 1 or any(not entered.around(r.at) or len(r.text) > SHORT for r in beside):
        return False
    others = [
        n for n in page.nodes if n.seen and (n.tag in FIELDS or (n.tag in ("img", "canvas") and n.height > PICTURE_PX))
    ]
    return not any(level(n.box, line.box) for n in others)


def _well_placed(page: RawPage, line: Run, doors: list[RawNode], boxes: list[Box], text: Run, *, second: bool) -> bool:
    """In the middle, behind a button, or at the edge of what follows where no other headings stand."""
    beside = [d for d in doors if level(d.box, line.box)]
    if len(beside) > MOST_BESIDE or any(up.landmark == "navigation" for d in beside for up in page.above(d)):
        return False
    left, right = min(b[0] for b in boxes), max(b[0] + b[2] for b in boxes)
    middle = line.box[0] + line.box[2] / 2
    if any(abs(middle - m) <= MIDDLE_PX for m in (page.viewport[0] / 2, (left + right) / 2)):
        return True
    if any(_before(page, d.box, line.box) <= BACK_PX and len(page.words(d)) <= SHORT for d in beside):
        return True
    return not (beside or second) and abs(_edge(page, line.box) - _edge(page, text.box)) <= EDGE_PX


def _before(page: RawPage, box: Box, line: Box) -> float:
    """From the edge of a button that stands before a line to the line; endless where it does not."""
    gap = box[0] - line[0] - line[2] if page.rtl else line[0] - box[0] - box[2]
    return gap if gap >= -1 else float("inf")


def _edge(page: RawPage, box: Box) -> float:
    return box[0] + box[2] if page.rtl else box[0]
