"""What is drawn in a small box: a tick, a bar, another sign, or nothing."""

import re
from collections.abc import Sequence
from enum import StrEnum

from offswitch_crawler.controls.drawn import under
from offswitch_crawler.controls.pixels import pseudo_mark
from offswitch_crawler.controls.raw import RawNode, RawPage

TICKS = frozenset("✓✔✅☑🗸🗹√")
BARS = frozenset("–—−‒―▬-━─")
LEAST_CONTRAST = 1.25
"""Ink nearer to its ground nobody sees: an empty box may hold a white tick on white."""
FLAT = 2.2
_TICK_ICON = re.compile(r"\b(?:check|checkmark|tick|done)\b", re.IGNORECASE)
_CLOSING_ICON = re.compile(r"\b(?:close|dismiss|times|xmark|cross)\b", re.IGNORECASE)
_MAY_BE_STATE = re.compile(
    r"check|tick|done|select|active|mark|box|square|circle|dot|bullet|radio|toggle|switch|\b(?:on|off|x|yes|no)\b",
    re.IGNORECASE,
)
_PRIVATE_USE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_BAR_ICON = re.compile(r"\b(?:minus|remove|dash|indeterminate)\b", re.IGNORECASE)
_VARIANTS = "\ufe0e\ufe0f"


class Mark(StrEnum):
    """What a person sees in a box. `SOMETHING` is a drawing that nothing tells from a tick, a bar or a picture."""

    NONE = "none"
    TICK = "tick"
    BAR = "bar"
    PLUS = "plus"
    SIGN = "sign"
    SOMETHING = "something"


_ICONS = ((_TICK_ICON, Mark.TICK), (_BAR_ICON, Mark.BAR), (_CLOSING_ICON, Mark.SIGN))


def mark_of(page: RawPage, box: RawNode) -> Mark:
    """The mark in a box, by its text, else by its pseudo-elements, else by what lies in it."""
    texts = [t for t in page.texts_in(box) if t.contrast is None or t.contrast >= LEAST_CONTRAST]
    if texts:
        return _written("".join(t.text for t in texts).strip(_VARIANTS))
    inside = [n for n in page.within(box) if n.seen and n.opacity >= 0.1 and n.tag != "input" and n.looks is not None]
    # A glyph that its icon's name tells is drawn before or after that icon: one thing, and the name says more.
    unnamed = [n for n in inside if _named(n) is None]
    pseudo = [_pseudo(page, n, which) for n in (box, *unnamed) for which in ("before", "after")]
    drawn = [m for m in pseudo if m is not Mark.NONE]
    drawn += [m for n in inside if (m := _of_part(page, n, box)) is not Mark.NONE]
    if not drawn:
        return Mark.NONE
    return drawn[0] if len(drawn) == 1 else Mark.PLUS if Mark.BAR in drawn else Mark.SOMETHING


def _written(text: str) -> Mark:
    return Mark.TICK if text in TICKS else Mark.BAR if text in BARS else Mark.SIGN


def _inked(page: RawPage, node: RawNode, ink: list[float]) -> bool:
    """Whether an ink is seen on its ground."""
    ground = next((n.looks["ground"] for n in (node, *page.above(node)) if n.looks and n.looks["ground"][3] > 0.5), None)
    return ink[3] > 0.3 and away(ink[:3], ground[:3] if ground else under(page, node)) >= 60


def _pseudo(page: RawPage, node: RawNode, which: str) -> Mark:
    pseudo = (node.looks or {}).get(which)
    if not pseudo or pseudo["opacity"] < 0.1:
        return Mark.NONE
    mark = pseudo_mark(node, which)
    if mark is not None:
        return Mark(mark)
    content = pseudo["content"].strip("\"'" + _VARIANTS)
    if content and content not in ("none", "normal"):
        return _written(content) if content in TICKS | BARS and _inked(page, node, pseudo["ink"]) else Mark.SOMETHING
    shown = pseudo["ground"][3] > 0.05 or pseudo["border"] or pseudo["picture"]
    return Mark.SOMETHING if shown and pseudo["width"] >= 1 and pseudo["height"] >= 1 else Mark.NONE


def _of_part(page: RawPage, node: RawNode, box: RawNode) -> Mark:
    if node.icon and node.tag != "svg":
        return _named(node) or Mark.SOMETHING
    if node.tag == "svg":
        return _of_parts(page, node, box)
    looks = node.looks or {}
    if looks["ground"][3] < 0.05 and not looks["border"] and not looks["picture"] and not looks["mask"]:
        return Mark.NONE
    small = node.width <= 0.85 * box.width and node.height <= 0.85 * box.height
    if not small or looks["picture"] or looks["mask"]:
        return Mark.SOMETHING
    return Mark.BAR if node.width >= FLAT * node.height else Mark.SOMETHING


def _named(node: RawNode) -> Mark | None:
    """What the name of an icon of a font says that it is: `search`, `plus` and `trash` are no state of a box."""
    if node.tag == "svg" or not node.icon:
        return None
    said = next((mark for icon, mark in _ICONS if icon.search(node.icon)), None)
    return said or (Mark.SIGN if _is_glyph(node) and not _MAY_BE_STATE.search(node.icon) else None)


def _is_glyph(node: RawNode) -> bool:
    """One letter of the private use of a font, which nobody reads and its name alone tells."""
    contents = [p["content"].strip("\"'") for w in ("before", "after") if (p := (node.looks or {}).get(w))]
    return any(len(c) == 1 and _PRIVATE_USE.fullmatch(c) for c in contents)


def _of_parts(page: RawPage, svg: RawNode, box: RawNode) -> Mark:
    ground = (box.looks or {"ground": (0, 0, 0, 0)})["ground"]
    ground = ground if ground[3] > 0.1 else [*under(page, box), 1]
    parts = [p for p in svg.parts if not _unseen(p["colour"], ground)]
    parts = [p for p in parts if p["box"][2] < 0.98 * box.width or p["box"][3] < 0.98 * box.height]
    if len(parts) != 1:
        return Mark.SOMETHING if parts else Mark.NONE
    *_, wide, high = parts[0]["box"]
    return Mark.BAR if wide >= FLAT * high else Mark.TICK


def _unseen(colour: list[float] | None, ground: list[float]) -> bool:
    """Of the colour of the box itself."""
    return colour is not None and ground[3] > 0.9 and sum(abs(a - b) for a, b in zip(colour, ground, strict=False)) < 12


def is_filled(page: RawPage, box: RawNode) -> bool:
    """Of another colour than what it stands on."""
    looks = box.looks or {}
    *ground, alpha = looks["ground"]
    return bool(looks["picture"]) or looks["mask"] or (alpha > 0.1 and away(ground, under(page, box)) * alpha >= 60)


def away(one: Sequence[float], other: Sequence[float]) -> float:
    """Distance of two colours, summed over red, green and blue."""
    return sum(abs(a - b) for a, b in zip(one, other, strict=False))


def has_edge(page: RawPage, box: RawNode) -> bool:
    """An edge around it that is seen against what it stands on."""
    looks = box.looks or {}
    *edge, alpha = looks["edge"]
    return bool(looks["border"] >= 1 and alpha > 0.2 and looks["boxed"] and away(edge, under(page, box)) * alpha >= 24)
