"""What only scrolling shows: content that loads at the end, lists that draw no more than the rows in sight."""

from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from offswitch_crawler.fingerprint import control_key, door_key, present
from offswitch_crawler.seen import Look, Ref, SeenControl, SeenDoor
from offswitch_crawler.touch import Scrolled, scroll_to

if TYPE_CHECKING:
    from offswitch_crawler.visitor import Visitor

Key: TypeAlias = tuple[str, ...]
FAR = 1e7
STRIDE = 0.8
"""Of a scroller's window, from one look to the next: what is cut at one edge is whole in the next look."""
MOST_STEPS = 40
ENDLESS_STEPS = 3
"""A scroller that still grows after so many looks that showed no new control is a feed, and left."""
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


async def survey(visitor: "Visitor") -> Survey:
    """Look from the end of the page and back at its top until two looks agree; step through what shows more in between."""
    for _ in range(LATE_LOOKS):
        first, before = visitor.look, visitor.print
        if first is None or before is None:
            break
        moved = await jump(visitor, first, FAR)
        at_end = await visitor.see()
        if moved:
            await jump(visitor, first, 0)
        if not _news(first, at_end):
            if moved and _alive(first, at_end):
                visitor.look, visitor.print = first, before
            elif moved:
                await visitor.see()
            return Survey()
        if moved:
            await visitor.see()
            if visitor.look and not _news(first, visitor.look):
                return await _stepped(visitor)
    return Survey()


async def jump(visitor: "Visitor", look: Look, top: float) -> bool:
    """Scroll all that scrolls on a screen; whether anything could be scrolled."""
    moved = [await scroll_to(visitor.page, ref, top) for ref in scrollers(look)]
    return any(m is not None for m in moved)


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
            await visitor.see()
            yield Position(scroller, at.top), at
        await scroll_to(visitor.page, scroller, 0)


async def _stepped(visitor: "Visitor") -> Survey:
    assert visitor.look is not None
    found = Survey()
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


def _keys(look: Look) -> tuple["Counter[Key]", set[Key]]:
    controls, doors = present(look)
    return Counter(control_key(c) for c in controls), {(*door_key(d), d.href) for d in doors}


def _news(before: Look, after: Look) -> bool:
    """Whether the later look shows a control or a door that the earlier one does not."""
    old, new = _keys(before), _keys(after)
    return bool(new[0] - old[0]) or bool(new[1] - old[1])


def _alive(first: Look, later: Look) -> bool:
    """Whether the elements of the first look still stood there in the later one."""
    controls, doors = present(first)
    mine = {c.place.ref for c in controls} | {d.place.ref for d in doors}
    return mine <= {c.place.ref for c in later.controls} | {d.place.ref for d in later.doors}


class _Known:
    """What was seen so far of one screen. Alike labels are told apart by where they stand in the whole of the list."""

    def __init__(self, look: Look) -> None:
        controls, doors = present(look)
        self.controls = set(_identities(controls))
        self.doors = {(*door_key(d), d.href) for d in doors}

    def new(self, look: Look | None, position: Position, at: Scrolled) -> tuple[list[SeenControl], list[SeenDoor]]:
        """Controls and doors of a look from a scrolled position that were not seen before."""
        if look is None:
            return [], []
        controls, doors = present(look)
        placed = [_put(c, position, at) for c in controls]
        names = _identities(placed)
        news = [c for c, name in zip(placed, names, strict=True) if name not in self.controls]
        self.controls |= set(names)
        further = {(*door_key(d), d.href): d for d in doors if (*door_key(d), d.href) not in self.doors}
        self.doors |= set(further)
        return news, list(further.values())


def _identities(controls: list[SeenControl]) -> list[Key]:
    """A name for each control of one look. Elements are no help: lists use them again for other rows."""
    keys = [control_key(c) for c in controls]
    count = Counter(keys)
    return [
        (*key, str(round(c.place.box[1] / 8))) if count[key] > 1 or not key[1] else key
        for key, c in zip(keys, controls, strict=True)
    ]


def _put(control: SeenControl, position: Position, at: Scrolled) -> SeenControl:
    """With its box where it stands when nothing is scrolled, if it stands inside the scroller."""
    place, scroller = control.place, position.scroller
    if scroller == Ref(0, 0) or place.ref.frame != scroller.frame or not _inside(place.box, at.box):
        return control
    x, y, w, h = place.box
    return replace(control, place=replace(place, box=(x, y + at.top, w, h), in_first_viewport=False))


def _inside(box: tuple[float, float, float, float], around: tuple[float, float, float, float] | None) -> bool:
    """Whether a box lies in the column of the scroller; above and below it may be cut. A document holds all of its frame."""
    return around is None or around[0] - 1 <= box[0] + box[2] / 2 <= around[0] + around[2] + 1
