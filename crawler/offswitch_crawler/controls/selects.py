"""Selects: native ones, comboboxes, buttons that open a list, lists that stand open; the chosen option as it is drawn."""

from offswitch_crawler.controls import listed_pages
from offswitch_crawler.controls.named_values import shown_for, value_of
from offswitch_crawler.controls.placeholders import answers
from offswitch_crawler.controls.raw import RawElement, RawNode, RawOption, RawPage
from offswitch_crawler.controls.runs import Run
from offswitch_crawler.controls.signs import without_signs, worded
from offswitch_crawler.vocabulary import vocabulary
from offswitch_recording.words import Kind

TALLEST = 90
ARROW_CLIMBS = 4
ARROW_PX = 32
TRIGGER_PX = 60
"""A trigger without words is no wider than this: what it opens has its value beside it."""


def find(page: RawPage) -> list[RawElement]:
    """Selects that can be seen, with their value as text."""
    nodes = [n for n in page.nodes if is_select(page, n)]
    for node in nodes:
        node.native = answers(node.native, vocabulary(page.language)) if node.tag == "select" else node.native
    groups: list[list[RawNode]] = []
    for node in nodes:
        if groups and (groups[-1][0].holds(node.at) or _copy(page, groups[-1], node, nodes)):
            groups[-1].append(node)
        else:
            groups.append([node])
    return [c for c in (_control(page, g, nodes) for g in groups) if c is not None]


def is_select(page: RawPage, node: RawNode) -> bool:
    """Chooses one of several from a list: no search field, no field to type a text in."""
    if node.tag == "select":
        return True
    if node.role == "combobox" or node.attributes.get("aria-haspopup") == "listbox":
        return not _types(page, node)
    if node.role == "listbox":
        return node.seen and not (_floats(page, node) or _is_ticked(page, node) or listed_pages.rows(page, node))
    return _is_picked(page, node) or bool(value_of(page, node))


def _is_ticked(page: RawPage, node: RawNode) -> bool:
    """A list of which several can be chosen, each by a tick box of its own."""
    several = node.attributes.get("aria-multiselectable") == "true"
    return several and any(n.type == "checkbox" or n.role == "checkbox" for n in page.within(node))


def _is_picked(page: RawPage, node: RawNode) -> bool:
    """A field that nobody can type in, which shows a value before an arrow that points down."""
    if node.tag != "input" or node.type != "text" or not node.native.get("readonly") or not node.native.get("value"):
        return False
    if node.opacity < 0.05 or not node.seen:
        return False
    for up in list(page.above(node))[:ARROW_CLIMBS]:
        if up.height > TALLEST or up.spoken:
            return False
        arrows = [n for n in page.within(up) if n.caret and n.seen and n.width <= ARROW_PX]
        if arrows:
            return len(arrows) == 1 and (arrows[0].x > node.x + node.width / 2) is not page.rtl
    return False


def _types(page: RawPage, node: RawNode) -> bool:
    """A field to type in, with nothing chosen shown: search boxes, suggestions."""
    if node.tag not in ("input", "textarea") or node.native.get("readonly"):
        return False
    if node.type == "search" or any(up.landmark == "search" for up in page.above(node)):
        return True
    return not node.native.get("value") and not _value_lines(page, [node], _frame(page, [node], []))


def _floats(page: RawPage, node: RawNode) -> bool:
    over = [
        n
        for n in (node, *page.above(node))
        if n.over and (n.over.get("fixed") or n.over.get("raised") or n.over.get("popover"))
    ]
    return bool(over) and not _is_trigger(node)


def _is_trigger(node: RawNode) -> bool:
    return node.attributes.get("aria-expanded") == "false" or node.height <= 60


def _copy(page: RawPage, group: list[RawNode], node: RawNode, nodes: list[RawNode]) -> bool:
    """An unseen native select beside the drawn one, or the other way round."""
    last = group[-1]
    if last.seen and node.seen:
        return False
    for climbs, up in enumerate(page.above(node)):
        if climbs >= 4 or up.height > TALLEST * 1.5:
            return False
        if up.holds(last.at):
            return sum(up.holds(n.at) for n in nodes) <= len(group) + 1
    return False


def _control(page: RawPage, group: list[RawNode], nodes: list[RawNode]) -> RawElement | None:
    foreign = [n for n in nodes if n not in group]
    group = sorted(group, key=lambda n: (not n.seen, n.tag == "select"))
    frame = _frame(page, group, foreign)
    if not frame.seen or frame.width < 12 or frame.height < 10:
        return None
    lines = _value_lines(page, group, frame)
    value = next((v for n in group if (v := _kept_value(n) or _told_value(page, n))), "")
    element = RawElement(Kind.SELECT, group, frame.box, page, frame, own=[*group, frame])
    listed = group[0].role == "listbox" and not lines
    inside = value and not group[0].spoken and any(n.native.get("value") == value for n in page.within(group[0]))
    shown = _value([] if inside else lines, value)
    if inside:
        element.own = list(group)
    element.text = without_signs(shown.text) if shown is not None else value
    if element.text in {without_signs(str(t)) for n in group for t in n.native.get("asking", ())}:
        element.text = ""
    if shown is not None and len(lines) > 1 and frame.tag != "select":
        element.own, element.own_lines = [n for n in group if not n.spoken], {shown.at}
    element.options = _options(page, group)
    if element.options and any(o.box[3] for o in element.options) and (listed or group[0].role == "listbox"):
        element.text = element.text if len(lines) == 1 else ""
    element.popup = not element.options and not any(n.tag == "select" for n in group)
    return element


def _frame(page: RawPage, group: list[RawNode], foreign: list[RawNode]) -> RawNode:
    """The outermost box drawn around the trigger that is still one line high."""
    best = group[0]
    if best.tag == "select" and best.seen and best.opacity >= 0.5 and not best.native.get("options"):
        return best  # it is drawn itself and says nothing: what stands beside it is no value
    if not best.seen and (box := shown_for(page, best)) is not None:
        return box
    best = _arrow_of(page, best) or best
    labels = {at for n in group for at in (*n.names.get("labels", ()), *n.names.get("by", ()))}
    for climbs, up in enumerate(page.above(best)):
        if climbs >= 5 or up.height > TALLEST or any(up.holds(n.at) for n in foreign) or any(up.holds(at) for at in labels):
            break
        if _shows_itself(group[0]) and any(not group[0].holds(t.at) for t in page.texts_in(up)):
            break  # what is written beside a native select that is seen is its label
        drawn = best.tag == "select" and best.seen and best.opacity > 0.05  # without options it is a small box of its own
        if up.framed or not best.seen or (best.width < 30 and not drawn) or not (best.spoken or best.tag == "select"):
            if best.seen and (best.width >= 30 or drawn) and up.width > best.width * 1.6 + 60:
                break
            best = up
    return best


def _shows_itself(node: RawNode) -> bool:
    return node.tag == "select" and node.seen and node.opacity >= 0.5 and node.width >= 30


def _arrow_of(page: RawPage, node: RawNode) -> RawNode | None:
    """The drawn box with the value, at whose end a trigger stands that shows nothing but the arrow."""
    bare = node.tag not in ("select", "input") and node.seen and not node.spoken and node.width <= TRIGGER_PX
    if not bare or not any(n.seen and (n.tag == "svg" or n.icon) for n in page.within(node)):
        return None
    box = next((up for up in list(page.above(node))[:ARROW_CLIMBS] if up.spoken or up.framed), None)
    if box is None or not (box.spoken and box.framed) or box.height > TALLEST or len(page.lines_in(box)) != 1:
        return None
    at_end = abs(box.x - node.x) if page.rtl else abs(box.x + box.width - node.x - node.width)
    return box if at_end <= ARROW_PX / 2 else None


def _value_lines(page: RawPage, group: list[RawNode], frame: RawNode) -> list[Run]:
    labels = [
        page.by_at[at] for n in group for at in (*n.names.get("labels", ()), *n.names.get("by", ())) if at in page.by_at
    ]
    labels = [n for n in labels if not n.holds(frame.at) and not group[0].holds(n.at)]
    lines = [r for r in page.lines_in(frame) if any(ch.isalnum() for ch in r.text)]
    own = [r for r in lines if not any(n.holds(r.at) for n in labels)]
    return [r for r in own if not any(n.role == "option" and n.holds(r.at) for n in page.within(frame))]


def _kept_value(node: RawNode) -> str:
    """What a native input or select keeps as its value."""
    if node.tag == "select" and len(node.native.get("chosen", ())) == 1:
        return str(node.native["chosen"][0])
    return str(node.native.get("value", "")) if node.tag == "input" else ""


def _told_value(page: RawPage, node: RawNode) -> str:
    """The value that a field in it keeps, which nobody can type in; else what its name says beside its label."""
    fields = [n for n in page.within(node) if n.tag == "input" and n.type == "text" and n.native.get("readonly") and n.seen]
    kept = [str(n.native["value"]) for n in fields if n.native.get("value")]
    return kept[0] if len(kept) == 1 and not node.spoken else value_of(page, node)


def _value(lines: list[Run], value: str) -> Run | None:
    """The line that shows the value: what the input says, else the largest; a small one above it is a label."""
    same = next((r for r in lines if value and r.text == value), None)
    return same or max(reversed(lines), key=lambda r: r.px, default=None)


def _options(page: RawPage, group: list[RawNode]) -> list[RawOption]:
    native = next((n for n in group if "options" in n.native), None)
    if native is not None:
        return [RawOption(str(text), [], (0, 0, 0, 0)) for text in native.native["options"]]
    inside = [o for n in group for o in page.within(n) if o.role == "option"]
    lists = [n for n in page.nodes if n.role == "listbox" and n.attributes.get("id") in _controlled(group)]
    inside += [o for n in lists for o in page.within(n) if o.role == "option"]
    unique = list(dict.fromkeys(inside))
    return [RawOption(worded(r.text for r in page.lines_in(o)) or str(o.names.get("aria", "")), [o], o.box) for o in unique]


def _controlled(group: list[RawNode]) -> set[str]:
    names = ("aria-controls", "aria-owns")
    return {i for n in group for name in names for i in n.attributes.get(name, "").split()} - {""}
