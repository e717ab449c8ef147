"""A screen while it is walked: the record, and the live facts that the record does not keep."""

from dataclasses import dataclass, field
from functools import cached_property

from offswitch_crawler.fingerprint import Fingerprint
from offswitch_crawler.scroll import Position, Survey
from offswitch_crawler.seen import Look, SeenControl
from offswitch_recording.schema import Picture
from offswitch_recording.words import ScreenKind

Box = tuple[float, float, float, float]


@dataclass
class Shown:
    """A control of a screen with where it stands on a picture."""

    seen: SeenControl
    id: str
    picture: int | None = None
    box: Box | None = None
    option_boxes: tuple[Box, ...] = ()
    no_box_reason: str = ""
    scrolled: Position | None = None
    """Where its list must be scrolled to, for a control that does not exist at the top of its screen."""
    located: bool = True
    """Whether its element is known to stand on the page now."""


@dataclass
class Node:
    """One screen."""

    id: str
    kind: ScreenKind
    parent: str | None
    look: Look
    print: Fingerprint
    title: str
    controls: list[Shown] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    sizes: list[tuple[float, float]] = field(default_factory=list)
    """Width and height of each picture, CSS pixels."""
    unpictured: str = ""
    """Why it has no picture."""
    door_keys: dict[tuple[str, str, tuple[str, ...]], str] = field(default_factory=dict)
    """The frontier's key of each door, by what makes two sights of it the same."""
    handed: set[tuple[tuple[str, str, str], tuple[str, ...]]] = field(default_factory=set)
    """Controls that it takes over from deeper screens, by what they are called and where they stand."""
    heard: dict[int, set[str]] = field(default_factory=dict)
    """What its doors hear of the pointer by handlers that no attribute shows, by their numbers: hover, context."""
    addressable: bool | None = None
    """Whether its address alone leads to it; None where not tried."""
    bare: bool = False
    """Whether it shows next to nothing of its own: what it needed may have been stopped."""
    more: Survey = field(default_factory=Survey)
    """What scrolling shows of it. Where it shows anything, a door that is gone may stand further down."""
    lost: bool = False
    """Whether it was not reached again, twice: its doors are not tried one by one."""
    endless: bool = False
    """Whether it still grew where scrolling stopped, and showed nothing new."""
    buried: bool = False
    """Whether a dialog covers it that was not cleared."""
    unrested: list[str] = field(default_factory=list)
    """The signs of menus under a resting pointer, or on a right click, that were too many to be tried."""
    cleared: str = ""
    """Label of what was clicked to clear the dialog that covered it."""

    def on_picture(self, box: Box) -> tuple[int | None, Box | None]:
        """The first picture that shows the middle of a box, and where on it the box stands; nulls where none does."""
        x, y, w, h = box
        for index, (picture, (wide, high)) in enumerate(zip(self.pictures, self.sizes, strict=True)):
            left, top = x - picture.offset[0], y - picture.offset[1]
            if 0 <= left + w / 2 <= wide and 0 <= top + h / 2 <= high:
                return index, (round(left, 1), round(top, 1), round(w, 1), round(h, 1))
        return None, None

    @cached_property
    def words(self) -> int:
        """Number of words to read on it."""
        return len(self.look.text.split())

    @cached_property
    def options(self) -> int:
        """Number of doors and controls that can be seen on it."""
        return sum(d.place.shows for d in self.look.doors) + sum(c.place.shows for c in self.look.controls)
