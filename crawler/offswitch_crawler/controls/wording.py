"""Controls whose state is only written: a pill saying ON, "Off · Turn on", signs before options, a value with an arrow."""

import re

from offswitch_crawler.controls.raw import RawElement, RawNode, RawOption, RawPage, Run, around, runs
from offswitch_crawler.controls.spans import Spans
from offswitch_crawler.controls.states import only_turns, state_word, turns
from offswitch_crawler.deeds import names_deed
from offswitch_crawler.vocabulary import vocabulary
from offswitch_recording.words import Kind

PICKS = "○●◯◉⚪⚫◎⦿"
CHOSEN = "●◉⚫⦿"
TICKS = "☐☑☒"
ARROW = re.compile(r"\s*[▾▼⌄˅∨▿🔽]\s*$")
LONGEST = 60
CARET = re.compile(r"caret|chevron|arrow|dropdown|expand|unfold|select|down", re.IGNORECASE)


def find(page: RawPage, taken: Spans) -> list[RawElement]:
    """Written controls outside of everything in `taken`."""
    found = _signs(page, taken) + _pills(page, taken)
    found += _turn_links(page, taken + (n for c in found for n in c.own))
    return found + _drops(page, taken + (n for c in found for n in c.own))


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
            and not any(c.node.holds(node.at) for c in found)
        ):
            box = node.box if node.width <= 140 else runs(page.texts_in(node))[0].box
            raw = RawElement(Kind.SWITCH, [node], box, page, node, own=[node])
            raw.text = state
            found.append(raw)
    return found


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
        if not written and not only_turns(words):
            continue  # "Turn off all" is a deed, and says nothing of a state
        raw = RawElement(Kind.SWITCH, [node], node.box, page, own=[node])
        raw.text = written[0] if len(set(written)) == 1 else state
        found.append(raw)
    return found


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
    inside = [n for n in page.nodes if n.holds(run.at) and page.words(n) == run.text]
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


def _drops(page: RawPage, taken: Spans) -> list[RawElement]:
    """A value to click with a small arrow after it, in a row whose label stands apart."""
    found: list[RawElement] = []
    for node in page.nodes:
        if not (_is_drop(page, node) and not taken.touch(node) and _labelled_row(page, node, taken)) or any(
            c.node.holds(node.at) for c in found
        ):
            continue
        raw = RawElement(Kind.SELECT, [node], node.box, page, node, own=[node])
        raw.text = ARROW.sub("", runs(page.texts_in(node))[0].text).strip()
        raw.popup = True
        found.append(raw)
    return found


def _is_drop(page: RawPage, node: RawNode) -> bool:
    if (
        not node.seen
        or not node.spoken
        or not (node.pointer == 2 or node.untouchable or "tabindex" in node.attributes or _faint(page, node))
    ):
        return False
    if node.height > 60 or node.width > 900 or node.tag in ("label", "summary") or node.native.get("href"):
        return False
    if (
        node.attributes.get("aria-haspopup", "false") not in ("false", "listbox", "true")
        or "aria-expanded" in node.attributes
    ):
        return False
    lines = runs(page.texts_in(node))
    if len(lines) != 1 or len(lines[0].text) > LONGEST:
        return False
    if names_deed(ARROW.sub("", lines[0].text).strip(), vocabulary(page.language)):
        return False  # a menu of what can be added, not a value
    return _has_arrow(page, node, lines[0])


def _faint(page: RawPage, node: RawNode) -> bool:
    return node.opacity <= 0.7 and node.looks is not None and bool(node.looks["boxed"])


def _has_arrow(page: RawPage, node: RawNode, line: Run) -> bool:
    if ARROW.search(line.text):
        return True
    looks = node.looks or {}
    framed = bool(looks.get("boxed")) or looks.get("ground", (0, 0, 0, 0))[3] > 0.03
    for inner in (node, *page.within(node)):
        if inner.icon and CARET.search(inner.icon) and inner.x > line.box[0]:
            return True
        for which in ("before", "after"):
            pseudo = (inner.looks or {}).get(which)
            turned = pseudo and "matrix(0.7" in (pseudo["transform"] or "")
            triangle = pseudo and pseudo["width"] == 0 and pseudo["border"] >= 6
            if framed and (turned or triangle):
                return True
    return framed and any(n.tag == "svg" and n.x > line.box[0] and n.width <= 28 for n in page.within(node))


def _labelled_row(page: RawPage, node: RawNode, taken: Spans) -> bool:
    """A text stands before it in its row or above it, outside of what is clicked, and belongs to nothing else."""
    for up in list(page.above(node))[:4]:
        if taken.inside(up):
            return False
        before = [t for t in page.texts_in(up) if not node.holds(t.at)]
        if before:
            return before[0].at < node.at and up.height <= 200
    return False
