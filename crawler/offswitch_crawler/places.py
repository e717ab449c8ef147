"""Selectors and shadow hosts of what was found by its looks alone: measured of all that is drawn, they would cost too much."""

from dataclasses import replace

from offswitch_crawler.scripts import source
from offswitch_crawler.seen import Look, Place, Ref, SeenControl, SeenDoor
from offswitch_crawler.world import Page, Steps, world_of

PLACES = """argument.map((uid) => {
  const e = elementOf(uid);
  return e ? placeOf(e) : null;
})"""


def with_places(page: Page, look: Look) -> Steps[Look]:
    """The look with where each control and door stands in its document; asked only for those that do not say so yet."""
    seen: list[SeenControl | SeenDoor] = [*look.controls, *look.doors]
    unplaced = {s.place.ref for s in seen if not s.place.css}
    if not unplaced:
        return look
    world = world_of(page)
    found: dict[Ref, Place] = {}
    at = {s.place.ref: s.place for s in seen}
    for index in sorted({ref.frame for ref in unplaced}):
        refs = [ref for ref in unplaced if ref.frame == index]
        frame = world.by_index(index)
        if frame is None:
            continue
        script = source("native", "memory", "flat", "place", returns=PLACES)
        told = yield from world.call(frame, script, [ref.uid for ref in refs])
        for ref, facts in zip(refs, told, strict=True):
            if facts:
                found[ref] = replace(at[ref], css=tuple(facts["css"]), shadow_path=tuple(facts["shadow"]))
    return replace(
        look,
        controls=tuple(_placed(c, found) for c in look.controls),
        doors=tuple(_placed_door(d, found) for d in look.doors),
    )


def _placed(control: SeenControl, found: dict[Ref, Place]) -> SeenControl:
    return replace(control, place=found.get(control.place.ref, control.place))


def _placed_door(door: SeenDoor, found: dict[Ref, Place]) -> SeenDoor:
    return replace(door, place=found.get(door.place.ref, door.place))
