"""Radio groups: one control with options, by native name, by radiogroup, or by standing together."""

from collections import Counter
from itertools import groupby, pairwise

from offswitch_crawler.controls.grids import name_options
from offswitch_crawler.controls.onoff import grouped
from offswitch_crawler.controls.questions import asking, labels_of, text_after
from offswitch_crawler.controls.ratings import is_rating
from offswitch_crawler.controls.raw import RawElement, RawNode, RawOption, RawPage
from offswitch_crawler.controls.runs import Run, around, runs
from offswitch_crawler.controls.signs import without_signs
from offswitch_crawler.controls.steps import say_so
from offswitch_crawler.seen import Box
from offswitch_recording.words import Kind

ROLES = frozenset({"radio", "menuitemradio"})
FIELDS = frozenset({"input", "select", "textarea"})
FIELD_ROLES = frozenset({"combobox", "switch", "checkbox", "slider", "listbox"})
TOGETHER_TALLEST = 320
"""Radios that have a name each are one question where what holds them is no taller, CSS pixels: a taller part holds several."""
Keyed = tuple[tuple[int, str], list[RawNode]]


def find(page: RawPage) -> list[RawElement]:
    """Radio groups with at least one option that can be seen."""
    single = grouped(page, [n for n in page.nodes if n.type == "radio" or n.role in ROLES])
    keyed = _joined(page, [(_key(page, group), group) for group in single])
    found: list[RawElement] = []
    for _, members in groupby(sorted(keyed, key=lambda k: (k[0], k[1][0].at)), key=lambda k: k[0]):
        control = _control(page, [group for _, group in members])
        if control is not None:
            found.append(control)
    return found


def _key(page: RawPage, group: list[RawNode]) -> tuple[int, str]:
    """What radios of one group have in common: the group around them, or name and form."""
    for up in page.above(group[0]):
        if up.role in ("radiogroup", "menu", "listbox") or _is_named_group(up, group[0]):
            return (up.at, "")
    name = next((n.attributes["name"] for n in group if n.attributes.get("name")), "")
    root = next((up.at for up in page.above(group[0]) if up.tag == "form" or (up.host and _several(page, up, group))), -1)
    if name and (root >= 0 or not _in_own_shadow(page, group)):
        return (root, name)
    return (_parent_of_alike(page, group), "")


def _joined(page: RawPage, keyed: list[Keyed]) -> list[Keyed]:
    """The same with those together that stand together and have a name each: one radio alone answers nothing."""
    alone = Counter(key for key, _ in keyed)
    lone = [(key, group) for key, group in keyed if key[1] and alone[key] == 1]
    beside = {id(group): _parent_of_alike(page, group) for _, group in lone}
    chosen = Counter(beside[id(g)] for _, g in lone if any(n.native.get("checked") for n in g))
    near = {at for at in beside.values() if chosen[at] <= 1 and page.by_at[at].height <= TOGETHER_TALLEST}
    return [((beside[id(g)], "") if beside.get(id(g)) in near else key, g) for key, g in keyed]


def _is_named_group(up: RawNode, node: RawNode) -> bool:
    """A group with a name: in a menu, one of several."""
    return up.role == "group" and node.role == "menuitemradio" and bool(up.names)


def _several(page: RawPage, up: RawNode, group: list[RawNode]) -> bool:
    return sum(1 for n in page.within(up) if n.type == "radio" or n.role in ROLES) > len(group)


def _in_own_shadow(page: RawPage, group: list[RawNode]) -> bool:
    """Inside a component that holds no other radio: its name says nothing of the others."""
    return any(up.host for up in page.above(group[0]))


def _parent_of_alike(page: RawPage, group: list[RawNode]) -> int:
    """The nearest ancestor that holds another radio."""
    for up in page.above(group[0]):
        if _several(page, up, group):
            return up.at
    return group[0].at


def _control(page: RawPage, groups: list[list[RawNode]]) -> RawElement | None:
    asked = asking(page, groups)
    options = [option for option in (_option(page, group, groups, asked) for group in groups) if option is not None]
    if not options or say_so(page, [n for group in groups for n in group]):
        return None
    if is_rating(page, groups, [_region(page, group, groups, asked)[0] for group in groups]):
        return None
    nodes = [n for o in options for n in o.nodes]
    box = around([o.box for o in options])
    holders = (
        up for up in page.above(nodes[0]) if up.role == "radiogroup" or up.tag == "fieldset" or _is_named_group(up, nodes[0])
    )
    around_all = next(holders, None)
    own = [n for group in groups for n in _region(page, group, groups, asked)]
    members = [n for group in groups for n in group]
    first = [around_all] if around_all and _holds_only(page, around_all, members) else []
    parts = [n for group in groups for n in _drawn(page, group, groups, asked)]
    raw = RawElement(kind_of(options), [*nodes, *first], box, page, options=options, own=own, parts=parts, asked=asked)
    raw.own_lines = {r.at for group in groups for r in _loose(page, group, groups, asked)}
    raw.reach = _reach(page, raw, [_region(page, group, groups, asked)[0] for group in groups])
    name_options(page, raw)
    return raw


def _reach(page: RawPage, raw: RawElement, regions: list[RawNode]) -> Box | None:
    """The group with the words of its options, where all picks stand behind these at the ends of their rows."""
    texts = [[t.box for t in page.texts_in(region)][:1] for region in regions]
    if len(regions) < 2 or not all(texts) or len(raw.options) != len(regions):
        return None
    behind = all(
        t[0][0] > o.box[0] if page.rtl else t[0][0] + t[0][2] < o.box[0] for t, o in zip(texts, raw.options, strict=True)
    )
    return around([raw.box, *(box for boxes in texts for box in boxes)]) if behind else None


def _drawn(page: RawPage, group: list[RawNode], groups: list[list[RawNode]], asked: list[RawNode]) -> list[RawNode]:
    """What a person sees of one option: the pick, and its label where an element is one."""
    region, *labels = _region(page, group, groups, asked)
    pick = next((n for n in group if n.seen), None)
    named = [n for n in labels if n.seen and n.spoken and n is not pick]
    return [n for n in (pick, *named) if n is not None] or ([region] if region.seen else [])


def _holds_only(page: RawPage, around_all: RawNode, members: list[RawNode]) -> bool:
    """Whether an element stands for the group: it holds all of its options, and neither another field nor another group."""
    mine = {id(n) for n in members}
    fields = [n for n in page.within(around_all) if n.tag in FIELDS or n.role in FIELD_ROLES | ROLES]
    return all(around_all.holds(n.at) for n in members) and all(id(n) in mine for n in fields)


def kind_of(options: list[RawOption]) -> Kind:
    """segmented where the options touch in one row like buttons, else radio."""
    boxes = [o.box for o in options]
    one_row = len(boxes) > 1 and all(abs(b[1] - boxes[0][1]) < 3 and abs(b[3] - boxes[0][3]) < 3 for b in boxes)
    if not one_row or any(b[2] < 24 or b[3] < 18 for b in boxes):
        return Kind.RADIO
    gaps = [abs(b[0] - (a[0] + a[2])) for a, b in pairwise(boxes)]
    return Kind.SEGMENTED if all(g <= 6 for g in gaps) and not any(_round(o) for o in options) else Kind.RADIO


def _round(option: RawOption) -> bool:
    return any(n.seen and n.type == "radio" for n in option.nodes)


def _region(page: RawPage, group: list[RawNode], groups: list[list[RawNode]], asked: list[RawNode]) -> list[RawNode]:
    """The largest element around one option that holds no other option, and its labels."""
    others = [n.at for g in groups if g is not group for n in g]
    region = group[0]
    for up in page.above(group[0]):
        if any(up.holds(at) for at in others) or (not others and up.spoken) or up.tag in ("fieldset", "form", "body"):
            break
        region = up
    return [region, *(label for label in labels_of(page, group) if label not in asked)]


def _option(page: RawPage, group: list[RawNode], groups: list[list[RawNode]], asked: list[RawNode]) -> RawOption | None:
    region, *labels = _region(page, group, groups, asked)
    shown = next((n for n in [*group, *labels, region] if n.seen), None)
    if shown is None:
        return None
    name = _name(page, group, labels, region, groups)
    return RawOption(name, group, shown.box)


def _name(page: RawPage, group: list[RawNode], labels: list[RawNode], region: RawNode, groups: list[list[RawNode]]) -> str:
    picture = ""
    for node in [*labels, *group, region]:
        lines = page.lines_in(node)
        if lines and (worded := [r for r in lines if any(map(str.isalnum, r.text))]):
            return without_signs(_with_brackets(worded))
        picture = picture or (lines[0].text if lines else "")
    names = [n.names.get(k) for n in group for k in ("aria", "byText", "title")]
    loose = _beside(page, group, region, groups)
    beside = loose[0].text if loose else ""
    return beside or next((str(n) for n in names if n), "") or picture or group[0].attributes.get("value", "")


def _with_brackets(lines: list[Run]) -> str:
    """The first line, and the next where it stands in brackets and is written alike: a part of what is chosen."""
    first, second = lines[0], lines[1] if len(lines) > 1 else None
    if second is None or second.text[0] not in "(（" or second.text.rstrip()[-1] not in ")）":
        return first.text
    alike = second.px == first.px and second.weight == first.weight and second.contrast == first.contrast
    return f"{first.text} {second.text}" if alike else first.text


def _beside(page: RawPage, group: list[RawNode], region: RawNode, groups: list[list[RawNode]]) -> list[Run]:
    """The lines right after an option whose text is its sibling."""
    return runs(text_after(page, [region, *group], groups))


def _loose(page: RawPage, group: list[RawNode], groups: list[list[RawNode]], asked: list[RawNode]) -> list[Run]:
    """The line from which an option has its name, where no element of its own holds it."""
    region, *labels = _region(page, group, groups, asked)
    held = any(page.lines_in(node) for node in (*labels, *group, region))
    return [] if held else _beside(page, group, region, groups)[:1]
