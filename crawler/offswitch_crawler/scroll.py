"""What only scrolling shows: content that loads at the end, lists that draw no more than the rows in sight."""

from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from offswitch_crawler.fingerprint import control_key, door_key, exact_key, present
from offswitch_crawler.seen import Look, Ref, SeenControl, SeenDoor
from offswitch_crawler.touch import Scrolled, scroll_to

if TYPE_CHECKING:
    from offswitch_crawler.visitor import Visitor

Key: TypeAlias = tuple[str, ...]
FAR = 1e7
PAGE = Ref(0, 0)
"""The document itself, in whose coordinates boxes are given."""
STRIDE = 0.8
"""Of a scroller's window, from one look to the next: what is cut at one edge is whole in the next look."""
MOST_STEPS = 40
ENDLESS_STEPS = 3
"""A scroller that still grows after so many looks that showed no new control is a feed, and left."""
MOST_ENDS = 12
"""So often the end of a page that grows without showing anything new is scrolled to; one that grows on has none."""
ROW_PX = 8
"""Rows stand at least so far apart."""
LATE_LOOKS = 3
"""How often a new screen is looked at again when two looks do not agree."""


@dataclass(frozen=True)
class Position:
    """One scroller and how far it is scrolled, CSS pixels."""

    scroller: Ref
    top: float


@dataclass
class Survey:
    """What a screen shows only while it is scrolled, in the order found, beyond what it shows at the top."""

    controls: list[tuple[SeenControl, Position]] = field(default_factory=list)
    doors: list[SeenDoor] = field(default_factory=list)
    cut_short: bool = False
    """Whether it had no end within the steps allowed."""
    grows: bool = False
    """Whether scrolling showed anything that did not stand there before."""


async def survey(visitor: "Visitor", known: Survey | None = None) -> Survey:
    """Look from the end of the page and back at its top until two looks agree; step through what shows more in between.

    known: what scrolling has shown of the screen over which this one opened in place; it is not stepped through again for that.
    """
    grows = known is not None and known.grows
    for _ in range(LATE_LOOKS):
        first, before = visitor.look, visitor.print
        if first is None or before is None:
            break
        end = await _end(visitor, first, known)
        if end is None:
            break  # whether a new screen fills later is told by the look after its pictures
        at_end, moved, cut_short = end
        await jump(visitor, first, 0)
        if not news(first, at_end, moved, known):
            if _alive(first, at_end):
                visitor.look, visitor.print = first, before
            else:
                await visitor.see()
            return Survey(grows=grows, cut_short=cut_short)
        grows = True
        await visitor.see()
        if visitor.look and not news(first, visitor.look, set()):
            return await _stepped(visitor)
    return Survey(grows=grows)


async def survey_again(visitor: "Visitor", before: Survey) -> Survey:
    """A survey of a screen that has filled since the last; what was stepped through once is not stepped through again."""
    if visitor.look is None or not (before.controls or before.doors):
        return await survey(visitor, before)
    at_top = {exact_key(c) for c in present(visitor.look)[0]}
    return replace(before, controls=[(c, at) for c, at in before.controls if exact_key(c) not in at_top])


async def _end(visitor: "Visitor", look: Look, known: Survey | None) -> tuple[Look, set[Ref], bool] | None:
    """A look from the end of all that scrolls: where it grows and shows nothing new, from the next end. With what scrolled,
    and whether there is no end; None where nothing scrolls."""
    heights = await jump(visitor, look, FAR)
    if not heights:
        return None
    at_end = await visitor.see(scrolled=True)
    for _ in range(MOST_ENDS):
        if news(look, at_end, set(heights), known):
            break
        again = await jump(visitor, look, FAR)
        if not any(height > heights.get(ref, height) for ref, height in again.items()):
            break
        heights |= again
        at_end = await visitor.see(scrolled=True)
    else:
        return at_end, set(heights), True
    return at_end, set(heights), False


async def jump(visitor: "Visitor", look: Look, top: float) -> dict[Ref, float]:
    """Scroll all that scrolls on a screen; which that is, and how high."""
    found = {ref: await scroll_to(visitor.page, ref, top) for ref in scrollers(look)}
    return {ref: at.height for ref, at in found.items() if at is not None}


def scrollers(look: Look) -> list[Ref]:
    """The documents of the frames that hold anything, and what scrolls inside them."""
    controls, doors = present(look)
    frames = {0, *(c.place.ref.frame for c in controls), *(d.place.ref.frame for d in doors)}
    return [*(Ref(frame, 0) for frame in sorted(frames)), *look.scrollers]


async def stepped(visitor: "Visitor") -> AsyncIterator[tuple[Position, Scrolled]]:
    """Scroll all that scrolls by steps, and look at each; ends at the top again, without a last look."""
    assert visitor.look is not None
    top_look, steps = visitor.look, 0
    for scroller in scrollers(top_look):
        at = await scroll_to(visitor.page, scroller, 0)
        while at is not None and steps < MOST_STEPS:
            before, steps = at.top, steps + 1
            at = await scroll_to(visitor.page, scroller, at.top + STRIDE * at.window)
            if at is None or at.top <= before:
                break
            await visitor.see(scrolled=True)
            yield Position(scroller, at.top), at
        await scroll_to(visitor.page, scroller, 0)


async def _stepped(visitor: "Visitor") -> Survey:
    assert visitor.look is not None
    found = Survey(grows=True)
    known, heights, idle = _Known(visitor.look), [0.0], 0
    async for position, at in stepped(visitor):
        controls, doors = known.new(visitor.look, position, at)
        found.controls += [(c, position) for c in controls]
        found.doors += doors
        idle = 0 if controls else idle + 1
        if idle >= ENDLESS_STEPS and at.height > heights[0] > 0:
            found.cut_short = True
            break
        heights = [*heights[-ENDLESS_STEPS + 1 :], at.height]
    await jump(visitor, visitor.look, 0)
    await visitor.see()
    return found


def _keys(look: Look, moved: set[Ref]) -> tuple["Counter[Key]", set[Key]]:
    controls, doors = present(look)
    return Counter(_key(c, moved) for c in controls), {(*door_key(d), d.href) for d in doors}


def _key(control: SeenControl, moved: set[Ref]) -> Key:
    """To the letter where it scrolled along: other rows of one list may differ in a number alone. A counter may tick elsewhere."""
    return exact_key(control) if _around(control) in moved else control_key(control)


def news(before: Look, after: Look, moved: set[Ref], further: Survey | None = None) -> bool:
    """Whether the later look shows a control or a door that neither the earlier one nor the scrolled page does."""
    old, new = _keys(before, moved), _keys(after, moved)
    if further is not None:
        old[0].update(_key(c, moved) for c, _ in further.controls)
        old[1].update((*door_key(d), d.href) for d in further.doors)
    known = {c.place.ref: c for c in before.controls}
    stayed = Counter(
        _key(c, moved)
        for c in present(after)[0]
        if (was := known.get(c.place.ref)) and (_around(c) not in moved or _in_place(was, c))
    )
    return bool(new[0] - old[0] - stayed) or bool(new[1] - old[1])


def _in_place(before: SeenControl, after: SeenControl) -> bool:
    """Whether it is called the same but for numbers and stands where it stood in the page; boxes inside a panel move with it."""
    return _around(after) == PAGE and control_key(before) == control_key(after) and _row(before) == _row(after)


def _row(control: SeenControl) -> int:
    return round(control.place.box[1] / ROW_PX)


def _around(control: SeenControl) -> Ref:
    """What scrolls around it. One that stays where it was is the same, whatever is read beside it now."""
    return Ref(control.place.ref.frame, control.place.scroller)


def _alive(first: Look, later: Look) -> bool:
    """Whether the elements of the first look still stood there in the later one."""
    controls, doors = present(first)
    mine = {c.place.ref for c in controls} | {d.place.ref for d in doors}
    return mine <= {c.place.ref for c in later.controls} | {d.place.ref for d in later.doors}


class _Known:
    """What was seen so far of one screen. Rows are told apart by their exact labels; alike ones by where they stand in the
    whole of the list. One that stands where it stood and differs in a number is the same: its number has changed."""

    def __init__(self, look: Look) -> None:
        controls, doors = present(look)
        self.controls = set(_identities(controls))
        self.elements: dict[Ref, Key] = {c.place.ref: exact_key(c) for c in controls}
        self.rows = {_standing(c) for c in controls}
        self.doors = {(*door_key(d), d.href) for d in doors}

    def new(self, look: Look | None, position: Position, at: Scrolled) -> tuple[list[SeenControl], list[SeenDoor]]:
        """Controls and doors of a look from a scrolled position that were not seen before."""
        if look is None:
            return [], []
        controls, doors = present(look)
        controls = [c for c in controls if not self._is_known(c, position)]
        placed = [_put(c, position, at) for c in controls]
        names = _identities(placed)
        news = [
            c
            for c, name in zip(placed, names, strict=True)
            if name not in self.controls and not (c.label and _standing(c) in self.rows)
        ]
        self.controls |= set(names)
        self.rows |= {_standing(c) for c in placed}
        self.elements.update({c.place.ref: exact_key(c) for c in controls})
        further = {(*door_key(d), d.href): d for d in doors if (*door_key(d), d.href) not in self.doors}
        self.doors |= set(further)
        return news, list(further.values())

    def _is_known(self, control: SeenControl, position: Position) -> bool:
        """The very element, unless a list that was scrolled uses it for another row now."""
        known = self.elements.get(control.place.ref)
        return known is not None and (known == exact_key(control) or _around(control) != position.scroller)


def _standing(control: SeenControl) -> tuple[Key, Ref, int, int]:
    """What it is called but for numbers, and where it stands."""
    return (control_key(control), _around(control), round(control.place.box[0] / ROW_PX), _row(control))


def _identities(controls: list[SeenControl]) -> list[Key]:
    """A name for each control of one look: what it is called, and where it stands where several are called so."""
    keys = [exact_key(c) for c in controls]
    count = Counter(keys)
    return [(*key, str(_row(c))) if count[key] > 1 or not key[1] else key for key, c in zip(keys, controls, strict=True)]


def _put(control: SeenControl, position: Position, at: Scrolled) -> SeenControl:
    """With its box where it stands when nothing is scrolled, if it stands inside the scroller."""
    place, scroller = control.place, position.scroller
    if scroller == PAGE or _around(control) != scroller:
        return control
    x, y, w, h = place.box
    return replace(control, place=replace(place, box=(x, y + at.top, w, h), in_first_viewport=False))
