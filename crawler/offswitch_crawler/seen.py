"""What one look at a page returns: plain data between the look and the walk, nothing that refers to a browser."""

from dataclasses import dataclass, field

from offswitch_recording.words import Kind, ReadFrom

Box = tuple[float, float, float, float]
"""x, y, width, height in CSS pixels of the top page: scroll offset included, frames' offsets added."""

CHROME = frozenset({"navigation", "banner", "contentinfo", "complementary"})
"""Landmarks of the parts that stand on every page of a site."""


@dataclass(frozen=True)
class Ref:
    """A live element, valid while its document lives: which frame, and its number in that frame's isolated world."""

    frame: int
    uid: int


@dataclass(frozen=True)
class Place:
    """Where an element stands: enough to find it again in a fresh browser."""

    ref: Ref
    frame: str
    """Path of the frame, `` for the top one: names, or which of its parent's it is from 1, joined by `/`."""
    css: tuple[str, ...]
    """Structural selectors, one for each shadow root passed, outermost first; without ids that look generated."""
    shadow_path: tuple[str, ...]
    section: tuple[str, ...]
    """Headings above it, outermost first."""
    landmark: str
    """Nearest of navigation, banner, contentinfo, complementary, main, dialog, menu, form, search; or empty."""
    layer: int
    """Index into Look.layers; 0 is the page itself."""
    box: Box
    visible: bool
    """A person can see it, after scrolling: size, opacity, clip, inert, closed details, off-screen drawers."""
    covered: bool
    """Something else lies over its centre, once it is scrolled into view."""
    in_first_viewport: bool
    scroller: int = 0
    """Number of the nearest element around it that scrolls, 0 for the document of its frame."""
    fixed: bool = False
    """Stands in a bar, a banner or a corner that is fixed to the window."""

    @property
    def framed(self) -> bool:
        """Stands in the frame of the site, which is the same around every page."""
        return self.fixed or self.landmark in CHROME

    @property
    def shows(self) -> bool:
        """A person can see it, and nothing lies over it."""
        return self.visible and not self.covered


@dataclass(frozen=True)
class SeenControl:
    """A control, fused from all readers; the fields are those of the record."""

    place: Place
    kind: Kind
    label: str
    description: str
    state: str
    read_from: ReadFrom | None
    conflict: dict[str, str] | None = None
    options: tuple[str, ...] = ()
    option_boxes: tuple[Box, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    disabled: bool = False
    locked: bool = False
    locked_reason: str = ""
    font_px: float | None = None
    contrast_label: float | None = None
    contrast_description: float | None = None
    parts: tuple[Ref, ...] = ()
    """The elements whose boxes together are its box on a picture: one for each option of a group."""
    popup: bool = False
    """A select whose options exist only while it is open."""
    rtl: bool = False
    """Its document reads from right to left."""
    state_probability: float | None = None
    """Probability of the state by a picture of the control, 0..1: of one that only the picture told, or that it contradicts."""


@dataclass(frozen=True)
class SeenDoor:
    """Anything that may lead on, with the facts from which doors.py judges whether it does, acts, or cannot be told."""

    place: Place
    label: str
    """What a person reads on it, else its accessible name."""
    named_only: bool
    """True where the label is an accessible name and nothing is drawn but an icon."""
    role: str
    tag: str
    href: str
    """Absolute address of a link, else empty."""
    haspopup: str
    """menu, dialog, listbox, true ... or empty."""
    expanded: bool | None
    selected: bool | None
    current: bool
    """aria-current or a selected navigation item."""
    disabled: bool
    target: str
    download: bool
    submits: str
    """Method of the form that it would send (get, post, dialog), else empty."""
    chevron: bool
    """Shows an arrow, chevron or ellipsis that says that something follows."""
    row: bool
    """As wide as a row of a list."""
    template: str
    """Structural path without positions: equal for members of one repeated list."""
    nth: int
    """Which of several alike (role, label, section) in reading order, from 0."""
    presses: bool = False
    """Says by aria-pressed or aria-checked that a click sets it: a control that was not recognised, and no door."""
    may_set: bool = False
    """Nothing says what a click on it does, and it looks like a control, or like one of several of which one is chosen."""
    draws_switch: bool = False
    """A switch is drawn on it, beside words, that no reader took for a control."""
    stand: str = ""
    """Of several of which one is marked: tabs, options or unsure; empty where it stands for itself."""
    among: tuple[str, ...] = ()
    """Labels of the several alike of which it is one, itself included, none of which has an address; empty where it stands alone."""
    guides: bool = False
    """Its classes, or those close around it, say navigation or something that opens."""
    next_step: str = ""
    """The present of several counted steps to whose next one it leads; empty where it leads to none or something must be filled in."""
    tells_state: bool = False
    """Its text ends in a word of state: `Location: on`."""
    in_drawer: bool = False
    """Stands in navigation that lies over the page as a whole, and not in a layer that a bar of navigation only holds."""
    orders: bool = False
    """Heads a column whose rows a click would put in another order."""
    icon: str = ""
    """Words in the icon's class, use href, test id or title: gear, cog, settings, menu, close, avatar ..."""
    hovers: str = ""
    """Why it looks as if a menu came while the pointer rests on it: css, list, aria, arrow; empty where it does not."""
    hides: str = ""
    """What that menu says while it is hidden, where it stands in the page."""
    context: bool = False
    """Says that it hears a right click."""
    clicks: bool = True
    """Whether a click on it may lead anywhere: some only open a menu under a resting pointer or on a right click."""


@dataclass(frozen=True)
class SeenLine:
    """What reads as one line or paragraph; the fields are those of the record."""

    text: str
    role: str
    """Role of the door in which it stands, `heading`, or empty."""
    box: Box
    font_px: float
    weight: float
    contrast: float | None
    ground: str | None
    edged: bool
    href: str = ""
    """Absolute address of the link in which it stands, else empty."""


@dataclass(frozen=True)
class SeenSearchBox:
    """A field to search in. The walk types nothing into it."""

    place: Place
    label: str
    settings: bool | None
    """Whether it searches settings; null where only the screen as a whole tells."""


@dataclass(frozen=True)
class Layer:
    """The page, or something that lies over it: dialog, menu, popover, drawer."""

    kind: str
    """page, dialog, menu, popover."""
    label: str
    modal: bool
    covers: float
    """Share of the viewport, 0..1, that it or its backdrop makes unreachable."""
    box: Box


@dataclass(frozen=True)
class Look:
    """One look at a page, all frames and shadow roots merged, in reading order."""

    url: str
    title: str
    language: str
    text: str
    headings: tuple[str, ...]
    size: tuple[int, int]
    viewport: tuple[int, int]
    layers: tuple[Layer, ...]
    controls: tuple[SeenControl, ...]
    doors: tuple[SeenDoor, ...]
    frames: tuple[str, ...]
    scrollers: tuple[Ref, ...] = ()
    """Elements that scroll inside the page and hold controls or doors; the largest first."""
    password: bool = False
    """A visible password field stands on it."""
    nodes: int = 0
    lines: tuple[SeenLine, ...] = ()
    """Everything written on it, in reading order."""
    search_boxes: tuple[SeenSearchBox, ...] = ()
    unseen: tuple[str, ...] = ()
    """What of it was not looked at, and may hold anything."""
    errors: tuple[str, ...] = field(default=())
    """Frames or readers that failed; what was not looked at is among them."""
