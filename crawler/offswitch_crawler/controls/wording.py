"""Controls whose state is only written: a pill saying ON, "Off · Turn on", signs before options."""

from offswitch_crawler.controls.alike import is_deed
from offswitch_crawler.controls.raw import RawElement, RawNode, RawOption, RawPage
from offswitch_crawler.controls.runs import Run, around, runs
from offswitch_crawler.controls.spans import Spans
from offswitch_crawler.controls.states import only_turns, state_word, stated, turns
from offswitch_crawler.vocabulary import vocabulary
from offswitch_recording.words import Kind

PICKS = "○●◯◉⚪⚫◎⦿"
CHOSEN = "●◉⚫⦿"
TICKS = "☐☑☒"
LONGEST = 60
SHORT = 24
TRACK_TALLEST = 64
MOST_OF_IT = 0.6
ANSWERS_APART = 24
"""No further from each other, pixels, stand the two answers to a question; columns of a table do."""


def find(page: RawPage, taken: Spans) -> list[RawElement]:
    """Written controls outside of everything in `taken`."""
    found = _signs(page, taken) + _pills(page, taken) + _stated_buttons(page, taken)
    return found + _turn_links(page, taken + (n for c in found for n in c.own))


def _pills(page: RawPage, taken: Spans) -> list[RawElement]:
    """One small thing to click whose only text is a word of state."""
    found: list[RawElement] = []
    for node in page.nodes:
        if not node.seen or not node.spoken or node.height > 60 or taken.touch(node):
            continue
        state = state_word(page.words(node))
        if (
            state
            and (node.pointer or node.tag == "button" or node.role == "button")
            and node.attributes.get("aria-haspopup", "false") == "false"  # a select that shows its value
            and not any(c.node.holds(node.at) for c in found)
            and not _among_others(page, node)
            and not _of_a_track(page, node, taken)
        ):
            box = node.box if node.width <= 140 else page.lines_in(node)[0].box
            raw = RawElement(Kind.SWITCH, [node], box, page, node, own=[node])
            raw.text = state
            found.append(raw)
    return [c for c in found if not any(_answers(c, other) for other in found)]


def _of_a_track(page: RawPage, node: RawNode, taken: Spans) -> bool:
    """Stands beside a switch that is known, in a box that holds it and words of state alone: one of the words at its ends."""
    up = page.by_at.get(node.up)
    if up is None or up.height > TRACK_TALLEST or not taken.inside(up):
        return False
    return all(state_word(t.text) for t in page.texts_in(up))


def _among_others(page: RawPage, node: RawNode) -> bool:
    """One of several of one shape that say no state: beside `Verified` a badge, beside `Low` and `High` a value that is not marked."""
    up = page.by_at.get(node.up)
    if node.tag == "a" and up is not None and up.tag == "li":
        return any(n.seen and n.tag == "a" and not state_word(page.words(n)) for n in _level_links(page, node, up))
    siblings = [n for n in page.within(up) if n.up == node.up and n is not node] if up is not None else []
    beside = [n for n in siblings if n.seen and n.spoken and _of_one_shape(n, node)]
    others = [
        n for n in beside if not state_word(words := page.words(n)) and not is_deed(page, words) and len(words) <= SHORT
    ]
    return len(others) >= (1 if node.bare else 2)


def _level_links(page: RawPage, node: RawNode, item: RawNode) -> list[RawNode]:
    """The links of the other entries of a list, level with this one."""
    entries = [n for n in page.nodes if n.up == item.up and n is not item and n.tag == "li"]
    return [n for e in entries for n in page.within(e) if n.spoken and abs(n.y - node.y) <= 2]


def _of_one_shape(one: RawNode, other: RawNode) -> bool:
    """Of one tag, height and roundness, and level."""
    level = abs(one.y - other.y) <= 2 and abs(one.height - other.height) <= 2 and one.tag == other.tag
    looks = [(n.looks or {}).get("radius") for n in (one, other)]
    return level and one.framed and other.framed and looks[0] == looks[1]


def _answers(one: RawElement, other: RawElement) -> bool:
    """Yes and No beside each other: the two answers to one question, neither of which shows how it stands."""
    a, b = one.node, other.node
    return {one.text, other.text} == {"on", "off"} and abs(a.y - b.y) < a.height and _gap(a, b) <= ANSWERS_APART


def _stated_buttons(page: RawPage, taken: Spans) -> list[RawElement]:
    """A bare button that says what it sets and how that stands: `Data sharing: on`. With any picture beside, it may as well open.

    One of which nothing but a picture is seen may be called so.
    """
    found = []
    for node in page.nodes:
        if not (node.seen and (node.tag == "button" or node.role == "button")) or taken.touch(node):
            continue
        lines = page.lines_in(node) if node.spoken else []
        said = stated(lines[0].text) if len(lines) == 1 and len(lines[0].text) <= LONGEST else None
        called = stated(str(node.names.get("aria") or "")) if not lines else None
        said, opens = (said, _opens(page, node)) if lines else (called, _says_opens(page, node))
        if said is not None and not opens:
            raw = RawElement(Kind.SWITCH, [node], node.box, page)
            raw.text = said[1]
            found.append(raw)
    return found


def _opens(page: RawPage, node: RawNode) -> bool:
    pictured = any(n.icon or n.tag in ("svg", "img") for n in page.within(node) if n.seen)
    drawn = any((n.looks or {}).get(which) for n in (node, *page.within(node)) for which in ("before", "after"))
    return pictured or drawn or _says_opens(page, node)


def _says_opens(page: RawPage, node: RawNode) -> bool:
    told = node.attributes.get("aria-haspopup", "false") != "false" or "aria-expanded" in node.attributes
    return told or _leads_away(page, node)


def _turn_links(page: RawPage, taken: Spans) -> list[RawElement]:
    """A link or button that says "Turn off", with or without the state written beside it."""
    found = []
    for node in page.nodes:
        words = page.words(node) if node.seen and node.spoken and (node.tag in ("a", "button") or node.pointer == 2) else ""
        state = turns(words) if words and len(words) <= LONGEST and not taken.touch(node) else None
        if state is None or _leads_away(page, node):
            continue
        up = next(iter(page.above(node)), None)
        beside = [t for t in page.texts_in(up) if not node.holds(t.at)] if up is not None else []
        written = [s for t in beside if (s := state_word(t.text))]
        if not written and _other_way(page, node, state):
            continue  # "Enable" beside "Disable" or "Not now": neither says how it stands
        if not written and not only_turns(words):
            continue  # "Turn off all" is a deed, and says nothing of a state
        raw = RawElement(Kind.SWITCH, [node], node.box, page, own=[node])
        raw.text = written[0] if len(set(written)) == 1 else state
        found.append(raw)
    return found


def _other_way(page: RawPage, node: RawNode, state: str) -> bool:
    """A button that turns the same the other way, or that leaves all as it is, stands beside it."""
    near = (n for n in page.nodes if n.seen and n.spoken and n.tag == node.tag and not n.holds(node.at))
    level = (n for n in near if abs(n.y - node.y) < node.height and _gap(n, node) <= ANSWERS_APART)
    return any(turns(text) not in (None, state) or _declines(page, text) for text in map(page.words, level))


def _declines(page: RawPage, text: str) -> bool:
    words = vocabulary(page.language)
    return bool(text) and any(words.length(key, text) >= MOST_OF_IT * len(text) for key in ("dismiss", "close", "refuse"))


def _gap(one: RawNode, other: RawNode) -> float:
    return max(one.x, other.x) - min(one.x + one.width, other.x + other.width)


def _leads_away(page: RawPage, node: RawNode) -> bool:
    href = str(node.native.get("href", ""))
    return bool(href) and not href.startswith("javascript:") and href.rstrip("#") != page.url.split("#")[0]


def _signs(page: RawPage, taken: Spans) -> list[RawElement]:
    """Lines that begin with a round or square sign."""
    lines = [r for r in runs(page.texts) if r.text[0] in PICKS + TICKS and len(r.text) > 1]
    nodes = [(n, r) for r in lines if (n := _line_node(page, r)) is not None and not taken.touch(n)]
    found = [_tick_line(page, n, r) for n, r in nodes if r.text[0] in TICKS and _clickable(page, n)]
    picks = [(n, r) for n, r in nodes if r.text[0] in PICKS]
    groups: dict[int, list[tuple[RawNode, Run]]] = {}
    for node, run in picks:
        groups.setdefault(node.up, []).append((node, run))
    return found + [_pick_lines(page, g) for g in groups.values() if len(g) >= 2 and all(_clickable(page, n) for n, _ in g)]


def _line_node(page: RawPage, run: Run) -> RawNode | None:
    inside = [n for n in reversed([*page.holders(run.at)]) if page.words(n) == run.text]
    return inside[0] if inside else None


def _clickable(page: RawPage, node: RawNode) -> bool:
    return bool(node.pointer or node.untouchable or node.tag == "button" or node.role in ("button", "radio"))


def _pick_lines(page: RawPage, group: list[tuple[RawNode, Run]]) -> RawElement:
    options = [RawOption(r.text[1:].strip(), [n], n.box) for n, r in group]
    nodes = [n for n, _ in group]
    raw = RawElement(Kind.RADIO, nodes, around([n.box for n in nodes]), page, options=options, own=list(nodes))
    chosen = [r.text[1:].strip() for _, r in group if r.text[0] in CHOSEN]
    raw.text = chosen[0] if len(chosen) == 1 else ""
    return raw


def _tick_line(page: RawPage, node: RawNode, run: Run) -> RawElement:
    raw = RawElement(Kind.CHECKBOX, [node], node.box, page)
    raw.text = "off" if run.text[0] == "☐" else "on"
    return raw
