"""Raw facts of all frames → a Look: places in the top page's coordinates, controls and doors in reading order. Pure."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from urllib.parse import urljoin

from offswitch_crawler import doorways, hovers
from offswitch_crawler.captions import Captions
from offswitch_crawler.controls import choices, find_controls, readings
from offswitch_crawler.controls.fuse import fuse
from offswitch_crawler.controls.label import named as names
from offswitch_crawler.controls.locks import Lock, Locks
from offswitch_crawler.controls.named import Named, plain
from offswitch_crawler.controls.raw import RawElement, RawNode, RawPage, around, runs
from offswitch_crawler.controls.signs import without_signs
from offswitch_crawler.controls.spans import Spans
from offswitch_crawler.covers import over, without_copies
from offswitch_crawler.headings import Heading, find_headings, find_openers, section_of
from offswitch_crawler.layers import FRAMES, RawLayer, find_layers, layer_of, under_modal
from offswitch_crawler.seen import Box, Layer, Look, Place, Ref, SeenControl, SeenDoor, SeenLine
from offswitch_crawler.text_lines import lines_of
from offswitch_crawler.titles import find_title
from offswitch_crawler.unsaid import Unsaid
from offswitch_crawler.vocabulary import vocabulary
from offswitch_crawler.world import Frame
from offswitch_recording.words import Kind

LONG_LINE = 40
MANY_DIGITS = re.compile(r"\d{3}|[0-9a-f]{8}", re.IGNORECASE)
LANDMARKS = {"alertdialog": "dialog"}


@dataclass
class Part:
    """What one frame shows, and the element of its parent that holds it."""

    frame: Frame
    page: RawPage
    holder: "Part | None" = None
    owner: RawNode | None = None
    layers: list[RawLayer] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    choices: list[RawElement] = field(default_factory=list)
    first_layer: int = 0
    """Index in the look of this frame's first layer of its own (after the page)."""

    @cached_property
    def path(self) -> str:
        """Names of the frames down to this one; which of its parent's it is where one has no name, or one made anew each time."""
        if self.holder is None or self.owner is None:
            return ""
        at = self.owner.at
        before = sum(n.tag in FRAMES and n.seen and n.at < at for n in self.holder.page.nodes)
        name = self.frame.name
        own = name if name and not MANY_DIGITS.search(name) else str(before + 1)
        return f"{self.holder.path}/{own}" if self.holder.path else own

    @property
    def order(self) -> tuple[int, ...]:
        """Position of its frame in reading order."""
        return () if self.holder is None or self.owner is None else (*self.holder.order, self.owner.at)

    def origin(self) -> tuple[float, float]:
        """Where its viewport begins, in coordinates of the top page."""
        if self.holder is None or self.owner is None:
            return self.page.scroll
        x, y, *_ = self.holder.put(self.owner.box)
        inner, (wide, high) = self.owner.inner or (0.0, 0.0), self.scale()
        return (x + inner[0] * wide, y + inner[1] * high)

    def scale(self) -> tuple[float, float]:
        """How many times as wide and as high it is drawn on the top page as it is laid out."""
        if self.holder is None or self.owner is None:
            return (1.0, 1.0)
        wide, high = self.holder.scale()
        return (wide * self.owner.scale[0], high * self.owner.scale[1])

    def put(self, box: Box) -> Box:
        """A box of this frame in coordinates of the top page."""
        (x, y), (wide, high) = self.origin(), self.scale()
        return (
            round(box[0] * wide + x, 2),
            round(box[1] * high + y, 2),
            round(box[2] * wide, 2),
            round(box[3] * high, 2),
        )


def read(parts: list[Part]) -> Look:
    """One look from the frames that are seen, parents before children."""
    top = parts[0].page
    layers = _layers(parts)
    controls: list[tuple[tuple[int, ...], SeenControl]] = []
    doors: list[tuple[tuple[int, ...], SeenDoor]] = []
    text: list[tuple[tuple[int, ...], str]] = []
    lines: list[tuple[tuple[int, ...], SeenLine]] = []
    for part in parts:
        found, entries, written = _of_part(part)
        controls += found
        doors += entries
        text += [((*part.order, r.at), r.text) for r in runs(part.page.texts)]
        lines += [((*part.order, at), line) for at, line in written]
    return Look(
        url=top.url,
        title=top.title,
        language=top.language,
        text="\n".join(text for _, text in sorted(text)),
        lines=tuple(line for _, line in sorted(lines, key=lambda pair: pair[0])),
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


def _layer(part: Part, at: int) -> int:
    own = layer_of(part.layers, at)
    if part.holder is None or part.owner is None:
        return own
    return part.first_layer + own - 1 if own else _layer(part.holder, part.owner.at)


Controls = list[tuple[tuple[int, ...], SeenControl]]
Doors = list[tuple[tuple[int, ...], SeenDoor]]


def _of_part(part: Part) -> tuple[Controls, Doors, list[tuple[int, SeenLine]]]:
    page = part.page
    every = find_controls(page)
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
    return controls, [((*part.order, n.at), d) for n, d in seen], written


def _doors(part: Part, nodes: list[RawNode], own: Spans) -> list[tuple[RawNode, SeenDoor]]:
    """The doors, and what is none but opens a menu under a resting pointer or on a right click."""
    page, unsaid = part.page, Unsaid(part.page)
    pointed, alone = hovers.hosts(page, nodes)
    seen = [(n, hovers.pointed(page, n, pointed.get(n.at), _door(part, n, unsaid))) for n in nodes]
    more = [n for n in alone if not own.inside(n)]
    return seen + [(n, replace(hovers.pointed(page, n, n, _door(part, n, unsaid)), clicks=False)) for n in more]


def _with_drawn(part: Part, named: list[tuple[RawElement, Named]], doors: list[RawNode]) -> list[Heading]:
    """The headings and those that are told by looks and place alone."""
    title = find_title(part.page, part.headings, named, doors) if part.holder is None else None
    headings = [*part.headings, *([title] if title else [])]
    captions = Captions(part.page, headings, named, doors, part.layers).find()
    return sorted([*headings, *captions], key=lambda h: h.at)


def _covered(part: Part, node: RawNode) -> bool:
    if _under_modal(part, node.at):
        return True
    found = over(part.page, node)
    if found is None:
        return False
    layer = part.layers[layer_of(part.layers, found.at)]
    return not found.fixed or node.fixed or layer.covers > 0.5


def _under_modal(part: Part, at: int) -> bool:
    """Under a dialog of its own document, or of one around it."""
    if part.holder is None or part.owner is None:
        return under_modal(part.layers, at)
    return _under_modal(part.holder, part.owner.at) or under_modal(part.layers, at)


def _place(part: Part, node: RawNode, box: Box, visible: bool) -> Place:
    page = part.page
    facts = node.place or {"css": [], "shadow": [], "pattern": ""}
    own = part.layers[layer_of(part.layers, node.at)].node
    spans = (own.at, own.end) if own else (0, page.count)
    section = section_of(part.headings, node.at, *spans)
    if part.holder is not None and part.owner is not None and own is None:
        section = (*_place(part.holder, part.owner, part.owner.box, True).section, *section)
    return Place(
        ref=Ref(part.frame.index, node.uid),
        frame=part.path,
        css=tuple(facts["css"]),
        shadow_path=tuple(facts["shadow"]),
        section=section,
        landmark=_landmark(part, node),
        layer=_layer(part, node.at),
        box=part.put(box),
        visible=visible and not node.inert,
        covered=_covered(part, node),
        in_first_viewport=_in_first_viewport(part, box, node.fixed),
        scroller=next((up.uid for up in page.above(node) if up.scrolls and up.tag not in ("html", "body")), 0),
    )


def _landmark(part: Part, node: RawNode) -> str:
    for up in (node, *part.page.above(node)):
        if up.landmark:
            return LANDMARKS.get(up.landmark, up.landmark)
    return _landmark(part.holder, part.owner) if part.holder and part.owner else ""


def _in_first_viewport(part: Part, box: Box, fixed: bool) -> bool:
    x, y, w, h = part.put(box)
    top = part
    while top.holder is not None:
        top = top.holder
    if fixed and part is top:
        x, y = box[0], box[1]
    wide, tall = top.page.viewport
    return x + w / 2 >= 0 and y + h / 2 >= 0 and x + w / 2 < wide and y + h / 2 < tall


def _control(part: Part, raw: RawElement, named: Named, lock: Lock) -> SeenControl:
    state, read_from, conflict = fuse(readings(raw), raw.kind)
    facts = next((n.native for n in raw.nodes if "min" in n.native), {})
    aria = raw.node.attributes
    seen = any(n.seen for n in raw.nodes) or raw.box[2] > 0
    place = _place(part, raw.node, around([raw.box, *(n.box for n in raw.outgrown)]), seen)
    asked = without_signs(raw.question.text) if raw.question is not None and raw.kind is Kind.SWITCH else ""
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


def _stands_open(page: RawPage, node: RawNode) -> bool | None:
    """Whether the details whose summary it is stand open; null for what is no summary."""
    details = page.by_at.get(node.up) if node.tag == "summary" else None
    return None if details is None or details.tag != "details" else "open" in details.attributes


def _door(part: Part, node: RawNode, unsaid: Unsaid) -> SeenDoor:
    page = part.page
    label, named_only = doorways.label_of(page, node)
    facts = doorways.carrier(page, node)
    attributes = {**node.attributes, **facts.attributes}
    expanded, selected = attributes.get("aria-expanded"), attributes.get("aria-selected")
    return SeenDoor(
        place=_place(part, node, node.box, True),
        label=label,
        named_only=named_only,
        role=node.role or facts.role or _role(facts),
        tag=node.tag,
        href=_address(page, str(facts.native.get("href", ""))),
        haspopup=attributes.get("aria-haspopup", "").replace("false", ""),
        expanded=expanded == "true" if expanded in ("true", "false") else _stands_open(page, node),
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
        may_set=unsaid.may_set(node, real=doorways.is_real(node)),
        stand=unsaid.stand(node) or "",
        among=tuple(doorways.label_of(page, n)[0] for n in unsaid.like(node)),
        guides=unsaid.guides(node),
        tells_state=doorways.tells_state(page, node),
        icon=unsaid.told_apart(node, doorways.icon_words(page, node)),
    )


def _address(page: RawPage, href: str) -> str:
    """Absolute; joining would drop the empty fragment by which a link says that it is a button."""
    return href if not href or href.endswith("#") else urljoin(page.url, href)


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
