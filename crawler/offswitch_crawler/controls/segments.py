"""Segmented buttons: a few buttons that touch, share a frame or stand as chips in a labelled row, of which one is chosen."""

from itertools import pairwise

from offswitch_crawler.controls import calls, chips, pressed
from offswitch_crawler.controls.alike import is_deed
from offswitch_crawler.controls.chosen_mark import lone_tick, told
from offswitch_crawler.controls.pixels import odd_one
from offswitch_crawler.controls.raw import RawElement, RawNode, RawOption, RawPage
from offswitch_crawler.controls.runs import around
from offswitch_crawler.controls.signs import worded
from offswitch_crawler.controls.spans import Spans
from offswitch_crawler.controls.states import state_word
from offswitch_crawler.controls.steps import are_steps
from offswitch_crawler.controls.tabs import Stand, stand
from offswitch_recording.words import Kind

MOST = 7
LONGEST = 32
GAP = 2.5
NAMED = frozenset({"button", "tab", "radio", "option"})
WIDEST = 260
WIDEST_NAMED = 480
"""What says that it can be clicked may fill the width of a form with another."""
ROW_TALLEST = 140
BARRED = frozenset({"navigation", "menu", "banner", "contentinfo"})


def find(page: RawPage, taken: Spans) -> list[RawElement]:
    """Groups of segments outside of everything in `taken`, and switches of which several in a row are pressed."""
    groups = _groups(page, taken)
    several = [g for g in groups if pressed.apart(page, g) and not _leads_on(page, g)]
    found = (c for c in (_control(page, g) for g in groups) if c is not None)
    options = [c for c in found if stand(page, [o.nodes[0] for o in c.options]) is Stand.OPTIONS]
    return options + [pressed.switch(page, n, g) for g in several for n in g]


def told_apart(page: RawPage) -> list[tuple[list[RawNode], Stand]]:
    """Groups that are drawn like segments, and whether they are tabs or options."""
    found = (c for c in (_control(page, g) for g in _groups(page, Spans(()))) if c is not None)
    groups = ([o.nodes[0] for o in c.options] for c in found)
    return [(group, stand(page, group)) for group in groups]


def _groups(page: RawPage, taken: Spans) -> list[list[RawNode]]:
    items = [n for n in page.nodes if _is_item(page, n) and not taken.touch(n)]
    groups: list[list[RawNode]] = []
    for item in items:
        if groups and groups[-1][-1].holds(item.at):
            continue  # what a segment is made of
        if (groups and item.up == groups[-1][-1].up) or (groups and _cousins(page, groups[-1][-1], item)):
            groups[-1].append(item)
        else:
            groups.append([item])
    return [_of_one_make(page, group) for group in groups]


def _of_one_make(page: RawPage, group: list[RawNode]) -> list[RawNode]:
    """Of buttons side by side those that say whether they are pressed, where others do not: `Like` is no value beside `Reply`.

    In a bar, the chosen one alone may say so.
    """
    said = [n for n in group if "aria-pressed" in n.attributes]
    alone = len(said) == 1 and said[0].attributes["aria-pressed"] == "true"
    return group if not said or (alone and (_touch(group) or calls.in_frame(page, group))) else said


def _is_item(page: RawPage, node: RawNode) -> bool:
    if (
        not node.seen
        or not node.spoken
        or not (16 <= node.height <= 64)
        or node.width > (WIDEST_NAMED if node.tag == "button" or node.role in NAMED else WIDEST)
        or node.tag in ("label", "summary")
    ):
        return False
    if node.tag == "a" and node.native.get("href") and not _nowhere(str(node.native["href"]), page.url):
        return False
    if not (node.tag in ("button", "a") or node.pointer or node.role in ("button", "tab", "option", "radio")):
        return _plain_part(page, node)
    return len(page.words(node)) <= LONGEST


def _nowhere(href: str, url: str) -> bool:
    return href.startswith("javascript:") or href.rstrip("#") == url.split("#", maxsplit=1)[0] or not href


def _plain_part(page: RawPage, node: RawNode) -> bool:
    """A part of a box that shows one hand for all its parts."""
    up = page.by_at.get(node.up)
    return (
        up is not None and up.pointer > 0 and up.width < 500 and node.looks is not None and len(page.words(node)) <= LONGEST
    )


def _cousins(page: RawPage, a: RawNode, b: RawNode) -> bool:
    """Each alone in a wrapper of one container."""
    ups = [page.by_at.get(n.up) for n in (a, b)]
    return (
        all(u is not None and u.height <= n.height + 8 and _alone_in(page, n, u) for u, n in zip(ups, (a, b), strict=True))
        and len({u.up for u in ups if u}) == 1
    )


def _alone_in(page: RawPage, node: RawNode, up: RawNode) -> bool:
    return len(page.texts_in(up)) == len(page.texts_in(node))


def _control(page: RawPage, group: list[RawNode]) -> RawElement | None:
    if not 2 <= len(group) <= MOST or not _one_row(group):
        return None
    joined = _touch(group) or _framed(page, group)
    if not joined and not chips.stand_as(page, group):
        return None
    if pressed.apart(page, group) or _leads_on(page, group) or (not _say_so(group) and are_steps(page, group)):
        return None
    options = [RawOption(_name_of(page, n), [n], n.box) for n in group]
    if all(o.label.strip().isdigit() for o in options) or len({o.label for o in options}) < len(options):
        return None
    raw = RawElement(
        Kind.SEGMENTED,
        [*group, *_frame_of(page, group)],
        around([n.box for n in group]),
        page,
        options=options,
        own=list(group),
    )
    raw.likeness = _ticked(raw, group)
    return raw if _one_is_chosen(raw) and (joined or chips.one_is_chosen(raw)) else None


def _name_of(page: RawPage, node: RawNode) -> str:
    """What is written on it; where that is a sign and no word, what it is called for those who do not see it."""
    written = worded(r.text for r in page.lines_in(node))
    told = next((str(node.names[k]) for k in ("byText", "aria", "title") if node.names.get(k)), "")
    return written if any(map(str.isalnum, written)) or not told else told


def _ticked(raw: RawElement, group: list[RawNode]) -> str:
    """The option with the only tick, where none is a deed and no other is filled."""
    index = lone_tick(raw.page, group)
    if index is None or any(is_deed(raw.page, o.label) or not any(map(str.isalnum, o.label)) for o in raw.options):
        return ""
    label = raw.options[index].label
    return label if odd_one(raw) in (None, label) else ""


def _frame_of(page: RawPage, group: list[RawNode]) -> list[RawNode]:
    """The element that says that these are one group, and so may carry its name."""
    ups = (up for up in list(page.above(group[0]))[:3] if all(up.holds(n.at) for n in group))
    return [up for up in ups if up.role in ("group", "radiogroup")][:1]


def _one_row(group: list[RawNode]) -> bool:
    first = group[0]
    return all(abs(n.box[1] - first.box[1]) < 4 and abs(n.height - first.height) < 4 for n in group)


def _touch(group: list[RawNode]) -> bool:
    ordered = sorted(group, key=lambda n: n.x)
    return all(b.x - (a.x + a.width) <= GAP for a, b in pairwise(ordered))


def _framed(page: RawPage, group: list[RawNode]) -> bool:
    """A drawn box holds the segments and nothing else, or they say that they are such."""
    return calls.in_frame(page, group) or any("aria-pressed" in n.attributes or n.role in ("tab", "radio") for n in group)


def _leads_on(page: RawPage, group: list[RawNode]) -> bool:
    """Navigation, toolbars, and buttons that open something."""
    ups = list(page.above(group[0]))
    if any(
        (up.landmark in BARRED and not _say_so(group))
        or (up.role == "toolbar" and (_more_buttons(page, up, group) or not _in_a_row(page, up)))
        for up in ups
    ):
        return True
    return any(n.attributes.get("aria-haspopup", "false") != "false" or "aria-expanded" in n.attributes for n in group)


def _say_so(group: list[RawNode]) -> bool:
    """Each says that a click presses or checks it: values of a setting, wherever they stand."""
    return all("aria-pressed" in n.attributes or "aria-checked" in n.attributes for n in group)


def _in_a_row(page: RawPage, bar: RawNode) -> bool:
    """A text of its own stands beside it: a value of a setting, no bar of tools."""
    inside = len(page.texts_in(bar))
    row = next((up for up in page.above(bar) if len(page.texts_in(up)) > inside), None)
    return row is not None and row.height <= ROW_TALLEST and row.tag not in ("body", "main", "section", "form")


def _more_buttons(page: RawPage, up: RawNode, group: list[RawNode]) -> bool:
    return sum(n.tag == "button" and n.seen for n in page.within(up)) > len(group)


def _one_is_chosen(raw: RawElement) -> bool:
    """Said, ticked, or told by looks where none is a deed and none a call: `Save` beside `Cancel` differs, too."""
    if told(raw) or raw.likeness:
        return True
    odd = odd_one(raw)
    if odd is None or any(is_deed(raw.page, o.label) for o in raw.options):
        return False
    pair = [o.nodes[0] for o in raw.options]
    filled = next(o.nodes[0] for o in raw.options if o.label == odd)
    return len(pair) > 2 or not calls.is_call(raw.page, pair, filled)


def is_onoff(raw: RawElement) -> bool:
    """Two segments that are words of on and off are a switch."""
    return len(raw.options) == 2 and {state_word(o.label) for o in raw.options} == {"on", "off"}
