"""What pictures say of the states of controls: of those that are known nowhere else, and where one looks the opposite."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PIL import Image

from offswitch_crawler.controls.fuse import UNRESOLVED
from offswitch_crawler.controls.picture import CONTRARY, SURE, Told, croppable, cut_out, tell
from offswitch_crawler.node import Node, Shown
from offswitch_crawler.seen import SeenControl
from offswitch_recording.words import Kind, ReadFrom

SAID = (ReadFrom.NATIVE, ReadFrom.ARIA, ReadFrom.CLASS)
OPPOSITE = {"on": "off", "off": "on"}


def is_unread(control: SeenControl) -> bool:
    """A switch or checkbox that a person sees and no reader could read."""
    return control.kind in (Kind.SWITCH, Kind.CHECKBOX) and control.state == UNRESOLVED and control.place.shows


def mirrored(control: SeenControl) -> bool:
    """Whether its picture is to be mirrored: right to left, a switch is on at the left; ticks are not turned round."""
    return control.rtl and control.kind is Kind.SWITCH


def with_told(control: SeenControl, told: Told) -> SeenControl:
    """The control with the state that its picture tells, where it does so surely."""
    state, probability = told.best
    if probability < SURE:
        return control
    return replace(control, state=state, read_from=ReadFrom.PICTURE, state_probability=round(probability, 4))


def with_contrary(control: SeenControl, told: Told) -> SeenControl:
    """The control with what its picture says in `conflict`, where that is clearly the opposite; its state stays, and with it
    how little the picture gives for it."""
    state, probability = told.best
    if state != OPPOSITE.get(control.state) or probability < CONTRARY:
        return control
    said = control.conflict or {str(control.read_from): control.state}
    conflict = {**said, ReadFrom.PICTURE.value: state}
    return replace(control, conflict=conflict, state_probability=round(1 - probability, 4))


def read_pictures(node: Node, folder: Path) -> None:
    """Ask the pictures of a screen, whose files lie in `folder`: those of a walk have one pixel for each CSS pixel."""
    for index, picture in enumerate(node.pictures):
        asked = [(s, use) for s in node.controls if s.picture == index and (use := _use(s)) is not None]
        if not asked:
            continue
        with Image.open(folder / Path(picture.file).name) as image:
            crops = [(s, use, crop) for s, use in asked if s.box and (crop := cut_out(image, s.box)) is not None]
        answers = tell([(crop, mirrored(s.seen)) for s, _, crop in crops])
        for (shown, use, _), told in zip(crops, answers, strict=True):
            shown.seen = use(shown.seen, told)


def _use(shown: Shown) -> Callable[[SeenControl, Told], SeenControl] | None:
    """What its picture is good for."""
    seen = shown.seen
    if shown.box is None or not croppable(shown.box):
        return None
    if is_unread(seen):
        return with_told
    return with_contrary if seen.kind is Kind.SWITCH and seen.read_from in SAID and seen.state in OPPOSITE else None
