"""Raw facts of all frames → a Look: places in the top page's coordinates, controls and doors in reading order. Pure."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urljoin

from offswitch_crawler import doorways, further, hovers, search_boxes
from offswitch_crawler.captions import Captions
from offswitch_crawler.controls import choices, find_controls, purposes, readings
from offswitch_crawler.controls.fuse import fuse
from offswitch_crawler.controls.label import named as names
from offswitch_crawler.controls.locks import Lock, Locks
from offswitch_crawler.controls.named import Named, plain
from offswitch_crawler.controls.raw import RawElement, RawNode, RawPage
from offswitch_crawler.controls.runs import around, runs
from offswitch_crawler.controls.signs import without_signs
from offswitch_crawler.controls.spans import Spans
from offswitch_crawler.covers import without_copies
from offswitch_crawler.drawn_rows import LEADING, DrawnRows
from offswitch_crawler.headings import Heading, find_headings, find_openers
from offswitch_crawler.layers import RawLayer, find_layers
from offswitch_crawler.parts import Part, in_drawer, place_of
from offswitch_crawler.seen import Layer, Look, Ref, SeenControl, SeenDoor, SeenLine, SeenSearchBox
from offswitch_crawler.text_lines import lines_of
from offswitch_crawler.titles import find_title
from offswitch_crawler.unsaid import Unsaid
from offswitch_crawler.vocabulary import vocabulary
from offswitch_recording.words import Kind

LONG_LINE = 40


def read(parts: list[Part]) -> Look:
    """One look from the frames that are seen, parents before children."""
    top = parts[0].page
    layers = _layers(parts)
    controls: list[tuple[tuple[int, ...], SeenControl]] = []
    doors: list[tuple[tuple[int, ...], SeenDoor]] = []
    text: list[tuple[tuple[int, ...], str]] = []
    lines: list[tuple[tuple[int, ...], SeenLine]] = []
    searched: list[tuple[tuple[int, ...], SeenSearchBox]] = []
    for part in parts:
        found, entries, written, boxes = _of_part(part)
        controls += found
        doors += entries
        text += [((*part.order, r.at), r.text) for r in runs(part.page.texts)]
        lines += [((*part.order, at), line) for at, line in written]
        searched += [((*part.order, at), box) for at, box in boxes]
    return Look(
        url=top.url,
        title=top.title,
        language=top.language,
        text="\n".join(text for _, text in sorted(text)),
        lines=tuple(line for _, line in sorted(lines, key=lambda pair: pair[0])),
        search_boxes=tuple(box for _, box in sorted(searched, key=lambda pair: pair[0])),
        headings=tuple(h.text for part in parts for h in part.headings if not h.opener),
        size=top.size,
        viewport=top.viewport,
        layers=layers,
        controls=tuple(c for _, c in sorted(controls, key=lambda p: p[0])),
        doors=_numbered([d for _, d in sorted(doors, key=lambda p: p[0])]),
        frames=tuple(part.path for part in parts),
        scrollers=_scrollers(parts),
        password=any(part.page.password for part in parts),
        nodes=sum(part.page.count for part in parts),
    )


def _layers(parts: list[Part]) -> tuple[Layer, ...]:
    found: list[Layer] = []
    for part in parts:
        part.layers = find_layers(part.page)
        part.choices = _choices(part)
        part.headings = find_headings(part.page)
        part.headings = sorted([*part.headings, *find_openers(part.page, part.headings)], key=lambda h: h.at)
        part.first_layer = len(found)
        for layer in part.layers if part.holder is None else part.layers[1:]:
            found.append(
                Layer(layer.kind, layer.label, layer.modal and part.holder is None, layer.covers, part.put(layer.box))
            )
    return tuple(found)


def _choices(part: Part) -> list[RawElement]:
    """Consent dialogs and banners of one frame; a banner that says nothing of itself becomes a layer."""
    page = part.page
    buttons = [n for n in page.nodes if n.seen and (doorways.is_real(n) or doorways.is_bare(page, n))]
    nodes = [layer.node for layer in part.layers if layer.node is not None]
    buttons = purposes.of_panels(page, buttons)
    found = choices.find(page, nodes, buttons, vocabulary(page.language))
    for choice in found:
        if choice.node not in nodes:
            part.layers.append(RawLayer("dialog", choice.node, False, 0.0, choice.box))
    part.layers[1:] = sorted(part.layers[1:], key=lambda layer: layer.node.at if layer.node else 0)
    return found


def _choice_name(part: Part, choice: RawElement) -> Named:
    """A consent dialog is called by its heading, else by its first line."""
    node, page = choice.node, part.page
    headings = [n for n in page.within(node) if n.level and n.spoken]
    lines = page.lines_in(headings[0] if headings else node)
    first = next((r for r in lines if len(r.text) > 2), None)
    rest = [r for r in page.lines_in(node) if first is not None and r.at > first.at and len(r.text) > LONG_LINE]
    return Named(first.text[:160] if first else "", rest[0].text[:600] if rest else "", first, rest[0] if rest else None)


Controls = list[tuple[tuple[int, ...], SeenControl]]
Doors = list[tuple[tuple[int, ...], SeenDoor]]


def _of_part(part: Part) -> tuple[Controls, Doors, list[tuple[int, SeenLine]], list[tuple[int, SeenSearchBox]]]:
    page = part.page
    every = find_controls(page)
    choices.without_set(part.choices, every, vocabulary(page.language))
    found = without_copies(page, part.layers, every)
    own = Spans(c.node for c in found)
    real = [n for n in page.nodes if n.seen and doorways.is_real(n) and not own.inside(n)]
    named = list(names(page, found, real))
    called = [*named, *((c, _choice_name(part, c)) for c in part.choices)]
    locks = Locks(page, called)
    doors = doorways.find_doors(page, every, {plain(n.label) for _, n in named} - {""})
    part.headings = _with_drawn(part, named, doors)
    controls = [((*part.order, c.node.at), _control(part, c, n, locks.of(c, n))) for c, n in called]
    seen = _doors(part, doors, own)
    written = lines_of(page, [(n, d.role, d.href) for n, d in seen], part.put)
    boxes = search_boxes.seen(part, every, seen)
    return controls, [((*part.order, n.at), d) for n, d in seen], written, boxes


def _doors(part: Part, nodes: list[RawNode], own: Spans) -> list[tuple[RawNode, SeenDoor]]:
    """The doors, and what is none but opens a menu under a resting pointer or on a right click."""
    page, unsaid = part.page, Unsaid(part.page)
    drawn = DrawnRows(page, own, unsaid.like)
    pointed, alone = hovers.hosts(page, nodes)
    seen = [(n, hovers.pointed(page, n, pointed.get(n.at), _door(part, n, unsaid, drawn))) for n in nodes]
    more = [n for n in alone if not own.inside(n)]
    return seen + [(n, replace(hovers.pointed(page, n, n, _door(part, n, unsaid, drawn)), clicks=False)) for n in more]


def _with_drawn(part: Part, named: list[tuple[RawElement, Named]], doors: list[RawNode]) -> list[Heading]:
    """The headings and those that are told by looks and place alone."""
    title = find_title(part.page, part.headings, named, doors) if part.holder is None else None
    headings = [*part.headings, *([title] if title else [])]
    captions = Captions(part.page, headings, named, doors, part.layers).find()
    return sorted([*headings, *captions], key=lambda h: h.at)


def _control(part: Part, raw: RawElement, named: Named, lock: Lock) -> SeenControl:
    state, read_from, conflict = fuse(readings(raw), raw.kind)
    facts = next((n.native for n in raw.nodes if "min" in n.native), {})
    aria = raw.node.attributes
    seen = any(n.seen for n in raw.nodes) or raw.box[2] > 0
    place = place_of(part, raw.node, around([raw.box, *(n.box for n in raw.outgrown)]), seen)
    if (
        named.shown is not None
        and any(h.at == named.shown.at for h in part.headings)
        and place.section[-1:] == (named.label,)
    ):
        place = replace(place, section=place.section[:-1])  # a caption that is the label
    asked = without_signs(raw.question.text) if raw.question is not None and raw.kind is Kind.SWITCH else named.over
    if asked and asked not in place.section:
        place = replace(place, section=(*place.section, asked))
    return SeenControl(
        place=place,
        kind=raw.kind,
        label=named.label,
        description=lock.description,
        state=state,
        read_from=read_from,
        conflict=conflict,
        options=tuple(o.label for o in raw.options),
        option_boxes=tuple(part.put(o.box) for o in raw.options if o.box[2] > 0),
        minimum=_number(facts.get("min", aria.get("aria-valuemin"))) if raw.kind is Kind.SLIDER else None,
        maximum=_number(facts.get("max", aria.get("aria-valuemax"))) if raw.kind is Kind.SLIDER else None,
        disabled=lock.disabled,
        locked=lock.locked,
        locked_reason=lock.reason,
        font_px=named.shown.px if named.shown else None,
        contrast_label=named.shown.contrast if named.shown else None,
        contrast_description=named.described.contrast if named.described else None,
        parts=tuple(Ref(part.frame.index, n.uid) for n in raw.whole),
        popup=raw.popup,
        rtl=raw.page.rtl,
    )


def _number(value: object) -> float | None:
    try:
        return float(str(value))
    except ValueError:
        return None


def _stands_open(page: RawPage, node: RawNode, facts: RawNode) -> bool | None:
    """Whether the details whose summary it is stand open, or what it names stands open already; null where nothing says so."""
    if facts.native.get("opens") == "open":
        return True
    details = page.by_at.get(node.up) if node.tag == "summary" else None
    return None if details is None or details.tag != "details" else "open" in details.attributes


def _door(part: Part, node: RawNode, unsaid: Unsaid, drawn: DrawnRows) -> SeenDoor:
    page = part.page
    label, named_only = doorways.label_of(page, node)
    facts = doorways.carrier(page, node)
    attributes = {**node.attributes, **facts.attributes}
    said = node.role or facts.role
    expanded, selected = attributes.get("aria-expanded"), attributes.get("aria-selected")
    address = _address(page, str(facts.native.get("href", "")))
    return SeenDoor(
        place=place_of(part, node, node.box, True),
        label=label,
        named_only=named_only,
        role=said or _role(facts),
        tag=node.tag,
        href=address,
        haspopup=attributes.get("aria-haspopup", "").replace("false", "") or ("dialog" if "opens" in facts.native else ""),
        expanded=expanded == "true" if expanded in ("true", "false") else _stands_open(page, node, facts),
        selected=selected == "true" if selected in ("true", "false") else None,
        current=attributes.get("aria-current", "false") not in ("false", ""),
        disabled=bool(facts.native.get("disabled")) or attributes.get("aria-disabled") == "true",
        target=attributes.get("target", ""),
        download="download" in attributes,
        submits=str(facts.native.get("submits", "")),
        chevron=doorways.shows_more(page, node),
        row=doorways.is_row(page, node),
        template=str((node.place or {}).get("pattern", "")),
        nth=0,
        presses="aria-pressed" in attributes or "aria-checked" in attributes,
        may_set=unsaid.may_set(node, real=doorways.is_real(node)) or (said not in LEADING and drawn.shows_pick(node)),
        draws_switch=drawn.shows_switch(node),
        stand=unsaid.stand(node) or "",
        among=tuple(doorways.label_of(page, n)[0] for n in unsaid.like(node)),
        guides=unsaid.guides(node),
        in_drawer=in_drawer(part, node),
        next_step=further.step_before(page, node, label),
        tells_state=doorways.tells_state(page, node),
        orders=doorways.orders(page, node, address),
        icon=unsaid.told_apart(node, doorways.icon_words(page, node)),
    )


def _address(page: RawPage, href: str) -> str:
    """Absolute; joining would drop the empty fragment by which a link says that it is a button.

    What is no address (`http://[your-domain]/`) leads nowhere, as in a browser: a link of it is a button.
    """
    try:
        return href if not href or href.endswith("#") else urljoin(page.url, href)
    except ValueError:
        return f"{page.url.partition('#')[0]}#"


def _role(node: RawNode) -> str:
    if node.tag == "a":
        return "link" if node.native.get("href") else "generic"
    return {"button": "button", "input": "button", "summary": "button"}.get(node.tag, "generic")


def _numbered(doors: list[SeenDoor]) -> tuple[SeenDoor, ...]:
    """Doors with their number among those alike."""
    counts: Counter[tuple[str, str, str]] = Counter()
    return tuple(_with_number(door, counts) for door in doors)


def _with_number(door: SeenDoor, counts: Counter[tuple[str, str, str]]) -> SeenDoor:
    key = (door.role, door.label, door.place.section[-1] if door.place.section else "")
    counts[key] += 1
    return replace(door, nth=counts[key] - 1)


def _scrollers(parts: list[Part]) -> tuple[Ref, ...]:
    found = sorted(_scrolling(parts), key=lambda p: -p[0])
    return tuple(ref for _, ref in found)


def _scrolling(parts: list[Part]) -> Iterator[tuple[float, Ref]]:
    for part in parts:
        for node in part.page.nodes:
            if (
                node.scrolls
                and node.seen
                and node.tag not in ("html", "body")
                and any(n.wanted and n.seen for n in part.page.within(node))
            ):
                yield node.width * node.height, Ref(part.frame.index, node.uid)
