"""Sliders: native ranges and role slider; two thumbs on one track are one control."""

import re

from offswitch_crawler.controls import stops
from offswitch_crawler.controls.drawn import MOST_CLIMBS, draws
from offswitch_crawler.controls.ratings import is_rated
from offswitch_crawler.controls.raw import RawElement, RawNode, RawOption, RawPage
from offswitch_crawler.controls.runs import around, runs
from offswitch_crawler.controls.spans import Spans
from offswitch_crawler.seen import Box
from offswitch_recording.words import Kind

FIELDS = frozenset({"input", "textarea", "select", "iframe"})
ROLES = frozenset({"slider", "button", "link", "tab", "switch", "checkbox", "radio", "scrollbar"})
NO_THUMB = frozenset({"svg", "img", "canvas", "button", "a", "link", "tab"})
PROGRESS = frozenset({"progressbar", "meter", "scrollbar", "img"})
TIME = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?")
TIMES = re.compile(rf"[-−]?{TIME.pattern}(?:\s*[/|·–-]\s*{TIME.pattern})?")
"""`0:31`, `-2:39`, `0:31 / 3:10`: where something plays."""
THICKEST = 24
NEAR_CLIMBS = 4
LABEL_GAP = 44
SIDE_PX = 40
LEAST_STOPS = 3
"""A bar with words at its two ends alone may have any number of stops."""
LEAST_PX, LEAST_SHORT_PX = 60, 40
"""So long is what a thumb slides on; the second where nothing is written in it."""
THICKEST_PART = 90
LINE_PX = 12
NOWHERE: Box = (0.0, 0.0, 0.0, 0.0)


def find(page: RawPage) -> list[RawElement]:
    """Sliders that can be seen."""
    nodes = [n for n in page.nodes if n.type == "range" or (n.role == "slider" and not is_rated(page, n))]
    groups: list[list[RawNode]] = []
    for node in nodes:
        if groups and _one_track(page, groups[-1][-1], node, nodes):
            groups[-1].append(node)
        else:
            groups.append([node])
    return [c for c in (_control(page, g) for g in groups) if c is not None]


def bare(page: RawPage, taken: Spans) -> list[RawElement]:
    """Sliders that say nothing of themselves: a long bar with a thumb on it that can be pointed at, beside its label."""
    found: list[RawElement] = []
    for node in page.nodes:
        if taken.touch(node) or Spans(c.node for c in found).touch(node):
            continue
        bar = _bar(page, node)
        thumbs = _thumbs(page, node, bar) if bar is not None else []
        if bar is None or not 1 <= len(thumbs) <= 2 or not _acts(page, (node, bar, *thumbs)):
            continue
        if _labelled(page, node) and not _shows_progress(page, node, len(thumbs)):
            raw = RawElement(Kind.SLIDER, [node, *thumbs], node.box, page, node, own=[node])
            found.append(_with_words(page, raw, bar.box, thumbs))
    return found


def _bar(page: RawPage, node: RawNode) -> RawNode | None:
    """The drawn bar of what has the size and the emptiness of a slider."""
    inside = page.within(node)
    if any(n.tag in FIELDS or n.role in ROLES for n in (node, *inside)):
        return None
    if not node.seen or node.spoken or not 80 <= node.width <= 700 or node.height > 56 or node.width < 4 * node.height:
        return None
    if node.height <= THICKEST and (draws(node.looks) if node.looks is not None else node.framed):
        return node
    bars = [n for n in inside if n.bar and n.seen and n.width >= 0.8 * node.width]
    return max(bars, key=lambda n: n.width, default=None)


def _thumbs(page: RawPage, node: RawNode, bar: RawNode) -> list[RawNode]:
    """Small round or square things that are drawn on the bar; not what is a button, a picture or a person."""
    found: list[RawNode] = []
    for n in page.within(node):
        if not (n.seen and n.looks and 8 <= n.width <= 36 and n.height >= 8 and 0.5 <= n.width / n.height <= 2):
            continue
        if n.tag in NO_THUMB or n.role in NO_THUMB or n.icon or n.spoken or any(up.holds(n.at) for up in found):
            continue
        middle = n.box[1] + n.height / 2
        on_it = bar.box[1] - 2 <= middle <= bar.box[1] + bar.height + 2 and n.height >= bar.height - 6
        if on_it and draws(n.looks) and bar.x - n.width <= n.x <= bar.x + bar.width:
            found.append(n)
    return found


def _acts(page: RawPage, nodes: tuple[RawNode, ...]) -> bool:
    return any(n.pointer or n.drags or "tabindex" in n.attributes for n in nodes)


def _shows_progress(page: RawPage, node: RawNode, thumbs: int) -> bool:
    """Tells how far something is, or where it plays: no setting."""
    near = list(page.above(node))[:NEAR_CLIMBS]
    if any(n.role in PROGRESS or n.tag in ("progress", "meter") for n in (node, *near, *page.within(node))):
        return True
    if any(n.plays for n in (node, *near)):
        return True
    row = [up for up in near if up.height <= 90]
    texts = {t.text for up in row for t in page.texts_in(up)}
    times = sum(len(TIME.findall(text)) for text in texts if TIMES.fullmatch(text))
    return thumbs == 1 and times >= 2


def _labelled(page: RawPage, node: RawNode) -> bool:
    """A text stands at its side or right over it."""
    x, y, wide, high = node.box
    for line in runs(page.texts):
        left, top, across, down = line.box
        middle = top + down / 2
        if y - 12 <= middle <= y + high + 12 and (left + across <= x + 4 or left >= x + wide - 4):
            return True
        if 0 <= y - (top + down) + 4 <= LABEL_GAP and left < x + wide and left + across > x - SIDE_PX:
            return True
    return False


def _with_words(page: RawPage, raw: RawElement, track: Box, thumbs: list[RawNode]) -> RawElement:
    """With what its stops are called, where that is listed or drawn along it."""
    listed: list[tuple[float, str]] = next((n.native["stops"] for n in raw.nodes if n.native.get("stops")), [])
    count = stops.count_of(raw)
    if listed and len(listed) == count and all(text and not _is_number(text) for _, text in listed):
        raw.stops = [(float(at), str(text)) for at, text in sorted(listed)]
        raw.options = [RawOption(text, [], NOWHERE) for _, text in raw.stops]
        return raw
    if len(thumbs) > 1 or (count is None and not thumbs):
        return raw
    words = stops.find(page, track, count)
    if not words or (count is None and len(words) < LEAST_STOPS):
        return raw
    raw.own_lines |= {t.at for w in words for t in w}
    raw.options = [RawOption(stops.text_of(w), [], NOWHERE) for w in words]
    if count is None:
        raw.text = stops.beside(words, track, thumbs[0])
    else:
        in_order = words[::-1] if page.rtl else words
        raw.options = [RawOption(stops.text_of(w), [], NOWHERE) for w in in_order]
        raw.stops = [(stops.number_at(raw, i), stops.text_of(w)) for i, w in enumerate(in_order)]
    return raw


def _is_number(text: str) -> bool:
    return not any(ch.isalpha() for ch in text)


def _one_track(page: RawPage, a: RawNode, b: RawNode, nodes: list[RawNode]) -> bool:
    if a.holds(b.at):
        return True
    for climbs, up in enumerate(page.above(b)):
        if up.holds(a.at):
            return up.height <= 60 and not up.spoken and sum(up.holds(n.at) for n in nodes) == 2
        if climbs >= 3:
            break
    return False


def _control(page: RawPage, group: list[RawNode]) -> RawElement | None:
    track = _track(page, group)
    shown = next((n for n in group if n.seen), None)
    if track is None and shown is None:
        return None
    nodes = sorted(group, key=lambda n: not n.seen)
    own = [*group, *([track] if track is not None else [])]
    parts = [n for n in dict.fromkeys([*([track] if track is not None else []), *nodes]) if n.seen]
    box = around([n.box for n in parts] or [group[0].box])
    raw = RawElement(Kind.SLIDER, nodes, box, page, track, own=own, parts=parts if len(parts) > 1 else [])
    return _with_words(page, raw, (track or shown or group[0]).box, []) if len(group) == 1 else raw


def _track(page: RawPage, group: list[RawNode]) -> RawNode | None:
    """What the thumb slides on: the nearest drawn line under it, else the nearest long, flat element around it."""
    thumb = group[0]
    if thumb.seen and max(thumb.width, thumb.height) >= LEAST_PX:
        return thumb
    for climbs, up in enumerate(page.above(thumb)):
        long, thick = max(up.width, up.height), min(up.width, up.height)
        if climbs > MOST_CLIMBS or thick > THICKEST_PART or (up.height > THICKEST_PART and up.spoken):
            return None
        drawn_line = up.looks is not None and draws(up.looks) and thick <= LINE_PX and long >= 1.5 * thumb.width
        if drawn_line or (long >= (LEAST_PX if up.spoken else LEAST_SHORT_PX) and long >= thick * 2):
            return up
    return None
