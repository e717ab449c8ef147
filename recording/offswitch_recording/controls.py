"""controls[] of recording.json: anything by which a person sets something."""

from pydantic import Field

from offswitch_recording.doors import Step
from offswitch_recording.part import Box, Part
from offswitch_recording.words import DepthIs, Kind, Means, ReadFrom


class Option(Part):
    """One option of a choice."""

    label: str = Field(description="as shown")
    box: Box | None = Field(default=None, description="x, y, width, height in pixels of the control's picture")
    means: Means = Field(default=Means.OTHER, description="what it does")
    looks: dict[str, str | float] = Field(
        default_factory=dict, description="font_px (CSS pixels), contrast (ratio), filled, area_px (square CSS pixels)"
    )


class Way(Part):
    """The fewest clicks to accept or to refuse."""

    clicks: int = Field(description="number of clicks, counted from this screen")
    how: list[str] = Field(description="labels clicked, in order")


class Contrast(Part):
    """Contrast against the ground, WCAG 2.2 ratio 1..21; null where it cannot be measured."""

    label: float | None = Field(default=None, description="of the label, contrast ratio 1..21")
    description: float | None = Field(default=None, description="of the explaining text, contrast ratio 1..21")


class Effort(Part):
    """What depth hides."""

    clicks: int = Field(default=0, description="number of clicks on the path")
    hovers: int = Field(default=0, description="number of hovers on the path")
    scroll_viewports: float = Field(default=0, description="scroll distance on the way, viewport heights")
    options_seen: int = Field(default=0, description="number of doors and controls seen at every step, summed")
    words: int = Field(default=0, description="number of words on the screens passed")
    klm_seconds: float = Field(default=0, description="keystroke-level model, seconds")


class Control(Part):
    """One control, on the shallowest screen that shows it."""

    id: str = Field(description="identifier within the recording")
    fingerprint: str = Field(default="", description="the same for the same control in another recording of the site")
    screen: str = Field(description="id of the shallowest screen that shows it")
    kind: Kind = Field(description="what it is")
    label: str = Field(default="", description="what a person reads beside it")
    description: str = Field(default="", description="explaining text beside it")
    section: list[str] = Field(default_factory=list, description="headings above it, outermost first")
    state: str = Field(
        description="on, off, mixed, the chosen option's text (empty: nothing is chosen), a slider's text or number, or unresolved"
    )
    state_probability: float | None = Field(
        default=None,
        description="probability of that state by a picture, 0..1, where that alone told it or contradicts it; else null",
    )
    options: list[str | Option] = Field(
        default_factory=list,
        description="of radio, select, segmented, slider with named stops (texts; `#2` where one has none) and choice",
    )
    min: float | None = Field(default=None, description="slider: least value, in the control's own unit")
    max: float | None = Field(default=None, description="slider: greatest value, in the control's own unit")
    disabled: bool = Field(default=False, description="cannot be changed now")
    locked: bool = Field(default=False, description="drawn but not to be changed, by policy")
    locked_reason: str = Field(default="", description="reason as shown")
    depth: int | None = Field(default=None, description="number of clicks from the start; null without a walk")
    depth_is: DepthIs = Field(default=DepthIs.UNKNOWN, description="exact, at_most or unknown")
    depth_reasons: list[str] = Field(default_factory=list, description="why not exact, or what exact rests on")
    path: list[str] = Field(default_factory=list, description="labels of the doors clicked; length = depth")
    steps: list[Step] = Field(default_factory=list, description="actions from the start, for replay")
    picture: int | None = Field(default=None, description="index into the screen's pictures")
    box: Box | None = Field(default=None, description="x, y, width, height in pixels of that picture")
    no_box_reason: str = Field(default="", description="why it has no box")
    visible: bool = Field(default=True, description="a person can see it (after scrolling), and nothing lies over it")
    in_first_viewport: bool = Field(default=False, description="seen without scrolling")
    font_px: float | None = Field(default=None, description="font size of the label, CSS pixels")
    contrast: Contrast = Field(default_factory=Contrast, description="of label and description, ratio")
    frame: str = Field(
        default="", description="path of the frame: names, or which of its parent's frames from 1; empty for the top one"
    )
    shadow_path: list[str] = Field(default_factory=list, description="hosts of the shadow roots around it, outermost first")
    read_from: ReadFrom | None = Field(default=None, description="by which reader the state was read")
    conflict: dict[str, str] | None = Field(default=None, description="what each reader said, where they disagree")
    effort: Effort = Field(default_factory=Effort, description="what depth hides")
    accept: Way | None = Field(default=None, description="choice: fewest clicks to accept")
    refuse: Way | None = Field(default=None, description="choice: fewest clicks to refuse")
    tried: dict[str, object] | None = Field(
        default=None, description="choice: what was left behind when it was taken: names only, never values"
    )
