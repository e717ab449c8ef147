"""What is asked of several things to pick from: the heading, question or label that stands over them or beside them."""

import re
from dataclasses import dataclass

from offswitch_crawler.controls.raw import RawElement, RawNode, RawPage
from offswitch_crawler.controls.runs import Run, around, runs
from offswitch_crawler.seen import Box

LONGEST = 90
OVER_PX = 80
"""At most so far over them the last line before them stands."""
ASIDE_PX = 40
FURTHEST = 14
MOST_BETWEEN = 3
"""So many lines of explanation stand at most between a heading and what is picked."""
NOTES = 2
PROGRESS = re.compile(r"\d\s*(?:/|of|von|de|sur|di|van|av|af|z|из|з)\s*\d|\d\s*%", re.IGNORECASE)
GROUPS = frozenset({"group", "radiogroup", "list"})
FIELDS = frozenset({"input", "select", "textarea"})
FIELD_ROLES = frozenset({"switch", "checkbox", "combobox", "slider"})
CLICKED = frozenset({"button", "a", "summary"})


@dataclass(frozen=True)
class Question:
    """The line that asks, or the element that is called so; `level` of a heading (7 of a legend or label), 0 for any other line."""

    line: Run | None
    level: int
    beside: bool = False
    """In one row with what is picked."""
    more: tuple[Run, ...] = ()
    """What explains it."""
    holder: RawNode | None = None

    def name(self, raw: RawElement) -> RawElement:
        """A control that is called by the question."""
        raw.question, raw.explained = self.line, self.more
        raw.nodes += [self.holder] if self.holder is not None else []
        return raw


def question(page: RawPage, group: list[RawNode]) -> Question | None:
    """What asks for a pick from a group, or None where no text does."""
    bar = around([n.box for n in group])
    for up in list(page.above(group[0]))[:FURTHEST]:
        if not all(up.holds(n.at) for n in group):
            continue
        told = str(up.names.get("byText") or up.names.get("aria") or "")
        if told and up.role in GROUPS:
            return Question(None, 7, holder=up)
        outside = [r for r in page.lines_in(up) if not any(n.holds(r.at) for n in group) and _words(r)]
        before = [r for r in outside if r.at < group[0].at]
        if before:
            return _asked(page, before, bar, group)
        if len(outside) > NOTES or up.over:
            return None
    return None


def holds_alone(page: RawPage, group: list[RawNode]) -> bool:
    """Nothing else to set, and little to read, stands behind it before the next heading: it is no bar over a part of the page."""
    after = group[-1].end
    end = next((n.at for n in page.nodes if n.at > after and n.level and n.spoken), page.count)
    for up in page.above(group[0]):
        if up.over or up.tag in ("section", "fieldset", "form", "article"):
            end = min(end, up.end)
            break
    if len(runs([t for t in page.texts if after < t.at <= end])) > MOST_BETWEEN:
        return False
    later = (n for n in page.nodes if after < n.at <= end and n.seen)
    return not any(n.tag in FIELDS or n.role in FIELD_ROLES for n in later)


def content_beside(page: RawPage, group: list[RawNode]) -> bool:
    """Whether a column of text stands where reading goes on from a list: the part that is shown of what is marked in it."""
    x, y, w, h = around([n.box for n in group])
    lines = [r for r in runs(page.texts) if r.box[1] < y + h and r.box[1] + r.box[3] > y]
    after = [r for r in lines if (r.box[0] >= x + w - 4 if not page.rtl else r.box[0] + r.box[2] <= x + 4)]
    return len(after) > 1


def _asked(page: RawPage, before: list[Run], bar: Box, group: list[RawNode]) -> Question | None:
    level = [r for r in before if _beside(r.box, bar)]
    if level:
        first = max(level, key=lambda r: (r.px, r.weight, -r.at))
        more = tuple(r for r in level if r.at > first.at)
        return None if _clicked(page, first, group[0].at) or len(first.text) > LONGEST else Question(first, 0, True, more)
    last = before[-1]
    apart = bar[1] - last.box[1] - last.box[3]
    if not -4 <= apart <= OVER_PX or last.box[0] > bar[0] + bar[2] or last.box[0] + last.box[2] < bar[0] - ASIDE_PX:
        return None
    near = before[-1 - MOST_BETWEEN :]
    if any(PROGRESS.search(r.text) or r.box[1] > bar[1] for r in near if r.at >= _first_of(page, near).at):
        return None
    for back, line in enumerate(reversed(near)):
        more = tuple(near[len(near) - back :])
        if rank := _rank(page, line):
            return Question(line, rank, more=more)
        if not _explains(line) and not _clicked(page, line, group[0].at):
            return Question(line, 0, more=more)
    return None


def _first_of(page: RawPage, lines: list[Run]) -> Run:
    """The heading among them, or the first."""
    return next((r for r in reversed(lines) if _rank(page, r)), lines[0])


def _explains(line: Run) -> bool:
    """A sentence: what is asked stands before it."""
    return len(line.text) > LONGEST or line.text.rstrip().endswith((".", "。", "!", "…"))


def _rank(page: RawPage, line: Run) -> int:
    ranks = (n.level or (7 if n.tag in ("legend", "label") else 0) for n in reversed([*page.holders(line.at)]))
    return next((rank for rank in ranks if rank), 0)


def _clicked(page: RawPage, line: Run, at: int) -> bool:
    """It is written on something to click that does not hold the group as well."""
    node = page.innermost(line.at)
    while node is not None and not node.holds(at):
        if (
            node.tag in CLICKED
            or node.role in ("button", "link", "tab")
            or (node.pointer == 2 and len(page.texts_in(node)) <= 3)
        ):
            return True
        node = page.by_at.get(node.up)
    return False


def _beside(line: Box, bar: Box) -> bool:
    level = line[1] < bar[1] + bar[3] and line[1] + line[3] > bar[1]
    return level and (line[0] + line[2] <= bar[0] + 4 or line[0] >= bar[0] + bar[2] - 4)


def _words(line: Run) -> bool:
    return any(c.isalpha() for c in line.text)
