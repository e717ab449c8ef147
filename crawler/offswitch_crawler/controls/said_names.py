"""What the page says that a control is called, against a text that nothing but its place ties to it.

A card's heading or a remark over a switch says what the part of the page is about; the name that is said for those who do not see
the page is about this control. In its own row, though, a person reads the text, and that is the label.
"""

import re
from collections import Counter

from offswitch_crawler.controls.named import Named, agree, plain, told_names
from offswitch_crawler.controls.named_doors import BAR_ROLES
from offswitch_crawler.controls.raw import RawElement, RawNode
from offswitch_crawler.controls.row_ends import one_block, tells
from offswitch_crawler.controls.runs import Run
from offswitch_crawler.controls.signs import ASKS
from offswitch_crawler.controls.states import only_turns, state_word, stated
from offswitch_crawler.controls.surroundings import Surroundings
from offswitch_recording.words import Kind

READ_ON = frozenset({Kind.SWITCH, Kind.CHECKBOX})
"""Read with what stands beside them; others are asked by what stands right over them."""
CAPTION_PX = 32
OVERLAP_PX = 2
CLOSE_PX = 24
"""In a bar, where things stand side by side that have nothing to do with each other, only so near is a text about its neighbour."""
NAMES = frozenset({"label", "legend", "dt"})
"""Elements that are there to name what follows."""
PARTS = frozenset({"article", "aside", "main", "section", "dialog", "form", "li"})
"""A `header` in one of these heads a part of the page, in which rows are rows."""
SHORTEST = 3

_KINDS = frozenset({
    "toggle", "switch", "checkbox", "check", "box", "tick", "radio", "button", "btn", "slider", "select", "selector",
    "dropdown", "combobox", "listbox", "input", "field", "control", "setting", "settings", "option", "options", "item",
    "value", "choose", "change", "pick", "open", "close", "click", "the", "this", "a", "an", "to", "of", "for", "your",
    "my", "on", "off", "or", "schalter", "umschalten", "umschalter", "auswahl", "auswählen", "einstellung", "interrupteur",
    "bouton", "basculer", "interruptor", "alternar", "botón", "selecione", "seleccionar", "interruttore", "schakelaar",
    "przełącznik",
})  # fmt: skip
_IDENTIFIER = re.compile(r"[a-z0-9]+|\S*(?:[_#]|[a-z][A-Z]|[a-z]-[a-z0-9]+-|\d)\S*")


def said_instead(near: Surroundings, control: RawElement, named: Named, common: frozenset[str]) -> Named | None:
    """The same control by its said name, where its label is neither that nor what is read in its row. `common` are said by several."""
    label = named.shown
    names = _said(control, common)
    if label is None or not names or any(_alike(name, text) for name in names for text in (label.text, named.label)):
        return None
    if _beside(near, control, label, named.described) or _asked(near, control, label):
        return None
    if any(up.tag in NAMES for up in near.page.holders(label.at)):
        return None
    levels = {up.level for up in near.page.holders(label.at) if up.level}
    if levels and 1 not in levels:  # the rest of its card still is about it
        return Named(names[0], named.description, None, named.described)
    return Named(names[0])


def common_names(controls: list[RawElement]) -> frozenset[str]:
    """Names that several controls say: they tell none apart."""
    said = Counter(name for c in controls for name in {plain(name) for name in told_names(c)})
    return frozenset(name for name, times in said.items() if times > 1)


def _said(control: RawElement, common: frozenset[str]) -> list[str]:
    """Its names in words; none of a slider whose handles have each its own."""
    hints = {str(n.names["title"]) for n in control.namers() if str(n.names.get("title", "")).endswith((".", "…", "!"))}
    told = [name for name in told_names(control) if name not in hints and plain(name) not in common]
    names = [(stated(name) or (name, ""))[0] for name in told if not _says_nothing(name)]
    value = plain(control.text)
    names = [name for name in names if not value or value not in plain(name)]
    return [] if control.kind is Kind.SLIDER and len({plain(name) for name in names}) > 1 else names


def _says_nothing(name: str) -> bool:
    """Whether a name says only what kind of thing this is, how it stands or what a click does, or is an identifier."""
    words = _words(name)
    empty = not any(ch.isalpha() for ch in name) or all(word in _KINDS for word in words)
    return empty or only_turns(name) or state_word(name) is not None or _IDENTIFIER.fullmatch(name.strip()) is not None


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", plain(text)))


def _alike(name: str, text: str) -> bool:
    """Whether one says the other, or both have most of their words in common."""
    a, b = ({w for w in _words(t) if len(w) >= SHORTEST and w not in _KINDS} for t in (name, text))
    return agree(name, text) or (bool(a and b) and 2 * len(a & b) > min(len(a), len(b)))


def _beside(near: Surroundings, control: RawElement, label: Run, described: Run | None) -> bool:
    """Whether a label, with what is written under it, stands left or right of a control at its height."""
    x, y, wide, high = control.box
    left, top, length, height = label.box
    bottom = top + height
    if described is not None and one_block(described, label):
        bottom = max(bottom, described.box[1] + described.box[3])
    apart = max(left - x - wide, x - left - length)
    if apart < -OVERLAP_PX or min(bottom, y + high) - max(top, y) <= OVERLAP_PX:
        return False
    title = len(near.controls) > 1 and any(n.level == 1 for n in near.page.holders(label.at))
    return not title and (apart <= CLOSE_PX or not _in_bar(near, control, label))


def _in_bar(near: Surroundings, control: RawElement, label: Run) -> bool:
    """Whether both stand in the bar of a page or of a tool."""
    above = [*near.page.above(control.anchor)]
    return any(up.holds(label.at) and _is_bar(up, above[i:]) for i, up in enumerate(above))


def _is_bar(up: RawNode, around: list[RawNode]) -> bool:
    return up.role in BAR_ROLES or up.tag == "nav" or (up.tag == "header" and not any(o.tag in PARTS for o in around))


def _asked(near: Surroundings, control: RawElement, label: Run) -> bool:
    """Whether a label is what a choice is asked by: a question, or a caption of its own right over it that tells nothing more."""
    if control.kind in READ_ON:
        return False
    if label.text.rstrip().endswith(ASKS):
        return True
    x, y, wide, _ = control.box
    left, top, length, height = label.box
    over = -OVERLAP_PX <= y - top - height <= CAPTION_PX and left < x + wide and x < left + length
    return over and not tells(label) and not near.levels.around(label.at)
