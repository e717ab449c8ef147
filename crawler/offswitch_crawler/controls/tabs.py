"""Tabs or options: whether a few things of which one is marked each show a part of the page, or are the values of one setting."""

import re
from collections.abc import Iterator
from enum import StrEnum

from offswitch_crawler import said
from offswitch_crawler.controls.chosen_mark import told
from offswitch_crawler.controls.named import plain
from offswitch_crawler.controls.pixels import odd_one
from offswitch_crawler.controls.raw import RawElement, RawNode, RawOption, RawPage
from offswitch_crawler.controls.runs import Run, around, runs
from offswitch_crawler.controls.signs import ASKS
from offswitch_crawler.controls.states import state_word
from offswitch_crawler.seen import Box
from offswitch_crawler.vocabulary import vocabulary
from offswitch_recording.words import Kind


class Stand(StrEnum):
    """What clicking one of several does."""

    TABS = "tabs"
    OPTIONS = "options"
    UNSURE = "unsure"


TABS = frozenset({
    "tab", "tabs", "tablist", "tabbar", "nav", "navbar", "navigation", "navs", "menu", "submenu", "sidebar", "sidenav", "subnav",
})  # fmt: skip
OPTIONS = frozenset(
    {"segmented", "segment", "segments", "toggle", "switch", "switcher", "radio", "choice", "option", "options"}
)
LANDMARKS = frozenset({"navigation", "banner"})
FIELDS = frozenset({"input", "select", "textarea", "button"})
FIELD_ROLES = frozenset({"switch", "checkbox", "combobox", "slider", "radio", "button"})
LEVEL_PX = 4.0
ROW_TALLEST = 140
LABEL_LONGEST = 48
LABEL_GAP = 26
"""At most so far over its options a label stands."""
NEXT_PX = 64
FURTHEST = 8
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
FAINT_GROUND = 0.05
_SURE = 2
"""So much more must speak for tabs than against them before one is clicked."""
_NAMED = 4
"""So sure is a label that speaks of the group alone."""


def stand(page: RawPage, group: list[RawNode]) -> Stand:
    """Whether a group of which one is marked is tabs; what cannot be told is not clicked."""
    if all("aria-pressed" in n.attributes or "aria-checked" in n.attributes or n.role == "radio" for n in group):
        return Stand.OPTIONS
    if len(group) == 2 and {state_word(page.words(n)) for n in group} == {"on", "off"}:
        return Stand.OPTIONS
    if _shows_panels(page, group):
        return Stand.TABS
    tabs, options = _for_tabs(page, group), _for_options(page, group)
    if tabs - options >= _SURE:
        return Stand.TABS
    if tabs == options > 0 or tabs > options or (_names_areas(page, group) and _governs(page, group)):
        return Stand.UNSURE
    return Stand.OPTIONS


def _for_tabs(page: RawPage, group: list[RawNode]) -> int:
    around_it = list(page.above(group[0]))
    told = any(n.role == "tab" for n in group) or any(up.role == "tablist" for up in around_it[:3])
    current = any(n.attributes.get("aria-current", "false") not in ("false", "") for n in group)
    headed = (chosen := marked(page, group)) != "" and _heads_content(page, group, chosen)
    worded = _has_class(page, group, TABS) or any(up.landmark == "navigation" for up in around_it)
    lined = _underlined(page, group)
    return lined + 3 * told + 3 * current + 6 * headed + 3 * worded + 2 * _names_areas(page, group) + _governs(page, group)


def _underlined(page: RawPage, group: list[RawNode]) -> int:
    """Whether a line under the marked one is all that tells it apart, as tabs are drawn: 1, or 2 where one runs under all of them."""
    edges = [n for n in group if n.looks and n.looks["border"] >= 1 and not n.looks["boxed"]]
    plain_ones = all(n.looks and n.looks["ground"][3] < FAINT_GROUND and not n.looks["shadow"] for n in group)
    if len(group) < 2 or len(edges) != 1 or not plain_ones:
        return 0
    holder = next((up for up in page.above(group[0]) if all(up.holds(n.at) for n in group)), None)
    drawn = (holder.looks or holder.frame or {}) if holder is not None else {}
    return 2 if drawn.get("border") and drawn["ground"][3] < FAINT_GROUND else 1


def _for_options(page: RawPage, group: list[RawNode]) -> int:
    found = 3 * _has_class(page, group, OPTIONS) + 3 * any(state_word(page.words(n)) is not None for n in group)
    holders = [up for up in list(page.above(group[0]))[:3] if all(up.holds(n.at) for n in group)]
    if any(up.role in ("group", "radiogroup") and (up.names.get("aria") or up.names.get("byText")) for up in holders):
        found += 3
    if _in_one_row(group) and not any(up.landmark in LANDMARKS for up in page.above(group[0])):
        found += max(_row_label(page, group), 2 * (_alone_under_heading(page, group) or asked_by_heading(page, group)))
    return found


def marked(page: RawPage, group: list[RawNode]) -> str:
    """What is written on the one that is marked, or empty."""
    options = [RawOption(page.words(n), [n], n.box) for n in group]
    raw = RawElement(Kind.SEGMENTED, list(group), around([n.box for n in group]), page, options=options, own=list(group))
    return told(raw) or odd_one(raw) or ""


def _shows_panels(page: RawPage, group: list[RawNode]) -> bool:
    panels = {n.attributes.get("id", "") for n in page.nodes if n.role == "tabpanel"} - {""}
    return any(n.role == "tab" and n.attributes.get("aria-controls", "") in panels for n in group)


def _has_class(page: RawPage, group: list[RawNode], words: frozenset[str]) -> bool:
    """Whether a class of one of them, or of what holds nothing but them, has such a word."""
    ids = {id(n) for n in group}
    inside = len({t.at for n in group for t in page.texts_in(n)})
    bars = [up for up in list(page.above(group[0]))[:3] if id(up) not in ids and len(page.texts_in(up)) <= inside]
    tokens = [t for n in (*group, *bars) for t in n.attributes.get("class", "").split() if ":" not in t and "[" not in t]
    return any(w.lower() in words for t in tokens for w in _WORDS.findall(t))


def _names_areas(page: RawPage, group: list[RawNode]) -> bool:
    """Two at least are called as areas of settings are, each otherwise: `Privacy`, `Ads`; not `All cookies`, `No cookies`."""
    words = vocabulary(page.language)
    labels = [page.words(n) for n in group]
    areas = [label for label in labels if words.length("settings", label) >= max(1, 0.4 * len(label))]
    spoken = [w for label in areas for w in set(plain(label).split())]
    return len(areas) >= 2 and len(set(spoken)) == len(spoken) and not any(map(state_word, labels))


def _in_one_row(group: list[RawNode]) -> bool:
    tops = [n.box[1] for n in group]
    return max(tops) - min(tops) <= LEVEL_PX


def _heads_content(page: RawPage, group: list[RawNode], chosen: str) -> bool:
    """What is marked is also the heading, or the first large line, of what stands after it."""
    end, size = group[-1].end, max((t.px for t in page.texts_in(group[0])), default=0.0)
    want = plain(chosen)
    for line in _after(page, group):
        headed = any(n.level and n.at > end for n in page.holders(line.at))
        if headed or line.px > size or line.weight > 500:
            text, words = plain(line.text), vocabulary(page.language)
            rest = text.removeprefix(want).strip()
            return text == want or (text.startswith(want) and words.has("settings", rest))
    return False


def _after(page: RawPage, group: list[RawNode]) -> Iterator[Run]:
    return (r for r in runs(page.texts) if r.at > group[-1].end)


def _governs(page: RawPage, group: list[RawNode]) -> int:
    """Whether it stands over, or in a column beside, what can be set: 1, or 2 for a column."""
    last, bar = group[-1].end, around([n.box for n in group])
    for up in list(page.above(group[0]))[:FURTHEST]:
        after = [n for n in page.within(up) if n.at > last and n.seen and (n.tag in FIELDS or n.role in FIELD_ROLES)]
        if not after:
            continue
        if _in_one_row(group):
            return int(all(n.box[1] >= bar[1] + bar[3] - LEVEL_PX for n in after) and not _alone_under_heading(page, group))
        beside = around([n.box for n in after])
        return 2 * int(_beside(bar, beside) and bar[2] <= 0.4 * page.viewport[0])
    return 0


def _beside(column: Box, content: Box) -> bool:
    apart = content[0] >= column[0] + column[2] - LEVEL_PX or content[0] + content[2] <= column[0] + LEVEL_PX
    return apart and content[1] <= column[1] + max(column[3], 120)


def names_value(page: RawPage, group: list[RawNode]) -> bool:
    """Whether a text beside or right over a group names what is chosen by it, and nothing else."""
    return _row_label(page, group) >= _NAMED


def asked_by_heading(page: RawPage, group: list[RawNode]) -> bool:
    """Whether a heading right over a group names what is chosen by it: two of three, it asks, answers follow, nothing else does."""
    bar = around([n.box for n in group])
    line = next((r for r in reversed(runs(page.texts)) if r.at < group[0].at), None)
    levels = [n.level for n in page.holders(line.at) if n.level] if line is not None else []
    if line is None or not levels or levels[0] == 1 or not -LEVEL_PX <= bar[1] - line.box[1] - line.box[3] <= LABEL_GAP:
        return False
    answers = said.is_choice(tuple(page.words(n) for n in group), vocabulary(page.language), least=2)
    alone = _alone_under_heading(page, group) and not _room_under(page, group, bar)
    return sum((line.text.rstrip().endswith(ASKS), answers, alone)) >= 2


def _room_under(page: RawPage, group: list[RawNode], bar: Box) -> bool:
    """What is written next stands so far under it that a picture may lie between, or nothing is: the picture may be what is chosen."""
    following = next(_after(page, group), None)
    return following is None or following.box[1] - bar[1] - bar[3] > NEXT_PX


def _row_label(page: RawPage, group: list[RawNode]) -> int:
    """How surely a text names what is chosen: at the left of the row, or right over it."""
    bar = around([n.box for n in group])
    for up in list(page.above(group[0]))[:FURTHEST]:
        outside = [r for r in page.lines_in(up) if not any(n.holds(r.at) for n in group)]
        before = [r for r in outside if r.at < group[0].at]
        if not outside:
            continue
        if not before:
            return 0
        level = [r for r in before if _level(r.box, bar)]
        if level:
            alone = len(before) == len(outside) and up.height <= ROW_TALLEST
            return 2 if _is_title(page, level[-1]) else 5 if alone else 4
        return _label_over(page, before, bar, group, alone=len(before) == len(outside))
    return 0


def _level(line: Box, bar: Box) -> bool:
    return line[1] < bar[1] + bar[3] and line[1] + line[3] > bar[1]


def _is_title(page: RawPage, line: Run) -> bool:
    return any(0 < n.level <= 2 for n in page.holders(line.at))


def _label_over(page: RawPage, before: list[Run], bar: Box, group: list[RawNode], *, alone: bool) -> int:
    line = before[-1]
    size = max((t.px for t in page.texts_in(group[0])), default=0.0)
    near = 0 <= bar[1] - line.box[1] - line.box[3] + LEVEL_PX <= LABEL_GAP + LEVEL_PX
    named = any(n.tag in ("label", "legend") for n in page.holders(line.at))
    written = len(line.text) <= LABEL_LONGEST and not line.text.rstrip().endswith((".", "。", "!")) and line.px <= size + 3
    titled = any(n.level for n in page.holders(line.at))
    if not near or titled or not (written or named):
        return 0
    return 4 if alone or named or line.text.rstrip().endswith((*ASKS, ":", "：")) else 3


def _alone_under_heading(page: RawPage, group: list[RawNode]) -> bool:
    """A heading right before it, and after it at once another that is no part of it: the group is all that it speaks of."""
    headings = [n for n in page.nodes if n.level and n.spoken]
    over = next((n for n in reversed(headings) if n.at < group[0].at), None)
    if over is None or over.level == 1 or any(over.end < t.at < group[0].at for t in page.texts):
        return False
    following = next(_after(page, group), None)
    return following is None or any(n.level <= over.level and n.holds(following.at) for n in headings)
