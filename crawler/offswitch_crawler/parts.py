"""One frame of a page as it was measured, and where things of it stand: in coordinates of the top page, under which headings."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from offswitch_crawler.controls.raw import RawElement, RawNode, RawPage
from offswitch_crawler.covers import around_middle, over
from offswitch_crawler.headings import Heading, section_of
from offswitch_crawler.layers import FRAMES, RawLayer, layer_of, under_modal
from offswitch_crawler.seen import Box, Place, Ref
from offswitch_crawler.world import Frame

MANY_DIGITS = re.compile(r"\d{3}|[0-9a-f]{8}", re.IGNORECASE)
LANDMARKS = {"alertdialog": "dialog"}
SCOPES = frozenset({"main", "article", "section", "aside", "nav"})
"""A header or footer within one of these is its own and not the site's (HTML-AAM)."""


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

    def within_holder(self, box: Box) -> Box:
        """A box of this frame in coordinates of the window of the frame that holds it."""
        if self.owner is None:
            return box
        left, top = self.owner.inner or (0.0, 0.0)
        wide, high = self.owner.scale
        x, y = self.owner.x + (left + box[0]) * wide, self.owner.y + (top + box[1]) * high
        return (x, y, box[2] * wide, box[3] * high)

    def put(self, box: Box) -> Box:
        """A box of this frame in coordinates of the top page."""
        (x, y), (wide, high) = self.origin(), self.scale()
        return (
            round(box[0] * wide + x, 2),
            round(box[1] * high + y, 2),
            round(box[2] * wide, 2),
            round(box[3] * high, 2),
        )


def layer_at(part: Part, at: int) -> int:
    """Index in the look of the layer in which a position of this frame lies."""
    own = layer_of(part.layers, at)
    if part.holder is None or part.owner is None:
        return own
    return part.first_layer + own - 1 if own else layer_at(part.holder, part.owner.at)


def _covered(part: Part, node: RawNode) -> bool:
    if _under_modal(part, node.at) or _frame_is_covered(part, node.box):
        return True
    found = over(part.page, node)
    if found is None:
        return False
    layer = part.layers[layer_of(part.layers, found.at)]
    return bool(not found.fixed or found.curtain or node.fixed or layer.covers > 0.5)


def _frame_is_covered(part: Part, box: Box) -> bool:
    """Whether what holds its frame draws something over the part of the frame in which a box lies: over all of it, where the
    frame scrolls."""
    if part.holder is None or part.owner is None:
        return False
    inner, frame = part.within_holder(box), part.owner.box
    scrolls = part.page.size[1] > part.page.viewport[1] + 1
    lasting = [c for c in part.owner.under if not scrolls or (c[1] < frame[1] and c[1] + c[3] > frame[1] + frame[3])]
    return any(around_middle(cover, inner) for cover in lasting) or _frame_is_covered(part.holder, inner)


def _under_modal(part: Part, at: int) -> bool:
    """Under a dialog of its own document, or of one around it."""
    if part.holder is None or part.owner is None:
        return under_modal(part.layers, at)
    return _under_modal(part.holder, part.owner.at) or under_modal(part.layers, at)


def place_of(part: Part, node: RawNode, box: Box, visible: bool) -> Place:
    """Where an element stands; `box` in the coordinates of its own frame."""
    page = part.page
    facts = node.place or {"css": [], "shadow": [], "pattern": ""}
    own = part.layers[layer_of(part.layers, node.at)].node
    fixed = _fixed_to_window(page, node)
    around = own or fixed or _foot_of_page(page, node)
    section = section_of(part.headings, node.at, *((around.at, around.end) if around else (0, page.count)))
    if part.holder is not None and part.owner is not None and own is None:
        section = (*_over_frame(part.holder, part.owner), *section)
    return Place(
        ref=Ref(part.frame.index, node.uid),
        frame=part.path,
        css=tuple(facts["css"]),
        shadow_path=tuple(facts["shadow"]),
        section=section,
        landmark=_landmark(part, node),
        layer=layer_at(part, node.at),
        box=part.put(box),
        visible=visible and not node.inert,
        covered=_covered(part, node),
        in_first_viewport=_in_first_viewport(part, box, node.fixed),
        fixed=fixed is not None and part.holder is None,
        scroller=next((up.uid for up in page.above(node) if up.scrolls and up.tag not in ("html", "body")), 0),
    )


def _fixed_to_window(page: RawPage, node: RawNode) -> RawNode | None:
    """The bar, banner or corner fixed to the window in which it stands: under none of the headings over which it lies.

    One that is higher than half the window is a panel or the application itself, and shows what the page is about.
    """
    box = _fixed(page, node)
    return box if box is not None and box.height <= page.viewport[1] / 2 else None


def _fixed(page: RawPage, node: RawNode) -> RawNode | None:
    return next((up for up in (node, *page.above(node)) if up.over and up.over.get("fixed")), None)


def _foot_of_page(page: RawPage, node: RawNode) -> RawNode | None:
    """The footer of the whole page around it, which no heading of the page names."""
    above = list(page.above(node))
    at = next((i for i, up in enumerate(above) if up.landmark == "contentinfo"), None)
    return None if at is None or is_of_part(above[at], above[at + 1 :]) else above[at]


def is_of_part(node: RawNode, around: list[RawNode]) -> bool:
    """Whether a header or footer is that of a part of the page."""
    return (
        node.tag in ("header", "footer") and not node.role and any(n.tag in SCOPES or n.landmark == "main" for n in around)
    )


def _over_frame(part: Part, frame: RawNode) -> tuple[str, ...]:
    """The headings over a frame; where it lies fixed over the page none of what it lies over."""
    box = _fixed(part.page, frame)
    section = place_of(part, frame, frame.box, True).section
    if box is None:
        return section
    return section_of(part.headings, frame.at, box.at, box.end)


def _landmark(part: Part, node: RawNode) -> str:
    for up in (node, *part.page.above(node)):
        if up.landmark:
            return LANDMARKS.get(up.landmark, up.landmark)
    return _landmark(part.holder, part.owner) if part.holder and part.owner else ""


def in_drawer(part: Part, node: RawNode) -> bool:
    """Whether the innermost landmark around it is navigation that itself lies over the page, or lies in what does."""
    layer = part.layers[layer_of(part.layers, node.at)].node
    up = next((up for up in part.page.above(node) if up.landmark), None)
    return layer is not None and up is not None and up.landmark == "navigation" and (up is layer or layer.holds(up.at))


def _in_first_viewport(part: Part, box: Box, fixed: bool) -> bool:
    x, y, w, h = part.put(box)
    top = part
    while top.holder is not None:
        top = top.holder
    if fixed and part is top:
        x, y = box[0], box[1]
    wide, tall = top.page.viewport
    return x + w / 2 >= 0 and y + h / 2 >= 0 and x + w / 2 < wide and y + h / 2 < tall
