"""Whether a control is drawn but not for the person to change, and the reason as shown."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import islice

from offswitch_crawler.controls.fuse import FAINT, disabled
from offswitch_crawler.controls.grids import TABLES
from offswitch_crawler.controls.lines import subordinate
from offswitch_crawler.controls.lock_words import KEPT, WITHHELD, reason_in
from offswitch_crawler.controls.named import Named, plain
from offswitch_crawler.controls.raw import RawElement, RawNode, RawPage
from offswitch_crawler.controls.runs import Run
from offswitch_crawler.controls.states import state_word
from offswitch_crawler.seen import Box

ICON = re.compile(r"\block\b|padlock|managed|domain|policy|enterprise", re.IGNORECASE)
LOCK_SIGN = re.compile("[\U0001f512\U0001f50f\U0001f510]")
BRACKETS = re.compile(r"^[(（\[].*[)）\]]$")
ROW_TALLEST = 200
FURTHEST = 6
LEVEL_PX = 10
SHORT = 40
LONGEST = 300


@dataclass(frozen=True)
class Lock:
    """Whether a control can be changed, and what is left of its description without the reason."""

    disabled: bool
    locked: bool
    reason: str
    description: str


class Locks:
    """The controls of one page, asked whether they can be changed. What is said of several that can is no reason."""

    def __init__(self, page: RawPage, named: list[tuple[RawElement, Named]]) -> None:
        self.page = page
        self._ats = sorted(c.anchor.at for c, _ in named)
        self._off = {id(c): disabled(c) or _read_only(c) for c, _ in named}
        self._rows = {id(c): self._row(c) for c, _ in named}
        self._solid = {(c.kind, *_size(c)) for c, _ in named if c.anchor.opacity > FAINT}
        self._read: dict[int, list[Run]] = {}
        self._said: Counter[tuple[bool, str]] = Counter()
        self._columns = False
        self._dimmed = {id(c) for c, n in named if not self._off[id(c)] and self._kept_dim(c, n)}
        self._off |= dict.fromkeys(self._dimmed, True)
        for c, n in named if any(self._off.values()) else ():
            off = self._off[id(c)]
            self._said.update((off, plain(r.text)) for r in self._told(c, n))
            if not off:
                self._columns = self._columns or bool(self._aside(c, n))

    def of(self, control: RawElement, named: Named) -> Lock:
        """What is so of one control."""
        off = disabled(control) or id(control) in self._dimmed
        if not self._off[id(control)]:
            return Lock(off, False, "", named.description)
        reason = self._reason(control, named)[:LONGEST]
        signed = self._signed(control)
        if signed and not reason:
            told = [r for r in self._told(control, named) if named.shown is not None and subordinate(r, named.shown)]
            reason = told[0].text if len(told) == 1 else ""
        return Lock(off, bool(reason) or signed, reason, _apart(named.description, reason))

    def _kept_dim(self, control: RawElement, named: Named) -> bool:
        """Drawn fainter than others like it, in a row that says who keeps it or what it needs: dim alone may be a matter of taste."""
        faint = 0 < control.anchor.opacity <= FAINT and (control.kind, *_size(control)) in self._solid
        lines = [r.text for r in self._told(control, named)] + [named.description] if faint else []
        return any(KEPT.search(t) or WITHHELD.search(t) for t in lines)

    def _reason(self, control: RawElement, named: Named) -> str:
        """The words that give it: of the row, of a title, in brackets or beside; or the same in several rows and in none that can."""
        told = self._told(control, named)
        shown = [r.text for r in told]
        if named.description and not any(t in named.description for t in shown):
            shown.append(named.description)
        if found := next((t for t in shown if KEPT.search(t)), ""):
            return found
        if KEPT.search(named.label):
            return reason_in(named.label)
        if found := next((t for t in shown if WITHHELD.search(t)), ""):
            return found
        if title := self._title(control, named):
            return title
        aside = set() if self._columns else {r.at for r in self._aside(control, named)}
        for r in told:
            if BRACKETS.match(r.text) or r.at in aside:
                return r.text
            if self._said[True, plain(r.text)] > 1 and not self._said[False, plain(r.text)] and _long(r.text):
                return r.text
        return ""

    def _row(self, control: RawElement) -> RawNode | None:
        """The largest low element around this control and no other."""
        found = None
        for up in islice(self.page.above(control.anchor), FURTHEST):
            if up.height > ROW_TALLEST or bisect_right(self._ats, up.end) - bisect_left(self._ats, up.at) > 1:
                break
            found = up
        return found

    def _told(self, control: RawElement, named: Named) -> list[Run]:
        """What its row says beside the label and the control itself."""
        if id(control) not in self._read:
            self._read[id(control)] = self._beside_label(control, named)
        return self._read[id(control)]

    def _beside_label(self, control: RawElement, named: Named) -> list[Run]:
        row = self._rows[id(control)]
        label = {p.at for p in named.shown.pieces} if named.shown is not None else set[int]()
        lines = [r for r in self.page.lines_in(row) if not label & {p.at for p in r.pieces}] if row is not None else []
        own = [*control.own, *(n for o in control.options for n in o.nodes)]
        options = {plain(o.label) for o in control.options} | {plain(control.text), plain(named.label)}
        lines = [r for r in lines if not any(n.holds(r.at) for n in own) and plain(r.text) not in options]
        return [r for r in lines if any(ch.isalnum() for ch in r.text) and not state_word(r.text)]

    def _aside(self, control: RawElement, named: Named) -> list[Run]:
        """Of it a few words on the level of the control that stand at least as near to it as to the label; no column of a table."""
        _, top, _, tall = control.box
        label = named.shown.box if named.shown is not None else control.box
        lines = [r for r in self._told(control, named) if abs(r.box[1] + r.box[3] / 2 - top - tall / 2) <= LEVEL_PX]
        lines = [r for r in lines if len(r.text) <= SHORT and _gap(control.box, r.box) <= _gap(label, r.box) + 4]
        tables = (up for up in self.page.above(control.anchor) if lines and (up.tag in TABLES or up.role in TABLES))
        return [] if next(tables, None) is not None else lines

    def _title(self, control: RawElement, named: Named) -> str:
        """A title of several words on it or its row that says something else than the label."""
        row = self._rows[id(control)]
        around = [up for up in islice(self.page.above(control.anchor), FURTHEST) if row is not None and row.holds(up.at)]
        known = plain(f"{named.label} {named.description}")
        for node in (*control.nodes, *around):
            title = " ".join(node.attributes.get("title", "").split())
            if _long(title) and plain(title) not in known and plain(named.label) not in plain(title):
                return title
        return ""

    def _signed(self, control: RawElement) -> bool:
        """Whether its row shows a lock or another sign of it."""
        row = self._rows[id(control)]
        if row is None:
            return False
        signs = any(LOCK_SIGN.search(t.text) for t in self.page.texts_in(row))
        return signs or any(n.icon and ICON.search(n.icon) for n in self.page.within(row))


def _size(control: RawElement) -> tuple[int, int]:
    return round(control.anchor.width / 2), round(control.anchor.height / 2)


def _read_only(control: RawElement) -> bool:
    return any(n.attributes.get("aria-readonly") == "true" for n in control.nodes)


def _long(text: str) -> bool:
    """More than one word, as far as words stand apart."""
    return len(text.split()) > 1 or (len(text) > 4 and not text.isascii())


def _gap(control: Box, line: Box) -> float:
    return max(control[0] - line[0] - line[2], line[0] - control[0] - control[2])


def _apart(description: str, reason: str) -> str:
    return " ".join(description.replace(reason, " ").split()) if reason else description
