"""doors[] and templates[] of recording.json, and the steps by which a screen is reached again."""

from pydantic import Field

from offswitch_recording.part import Box, Part
from offswitch_recording.words import Action, Button, WhyNot


class Locator(Part):
    """How to find an element again in a fresh browser: by what a person reads, checked against where it stood."""

    label: str = Field(default="", description="text of the door")
    role: str = Field(default="", description="ARIA role, or the tag's own")
    href: str = Field(default="", description="address of a link, without secrets")
    css: list[str] = Field(default_factory=list, description="structural selectors, one for each shadow root passed")
    section: str = Field(default="", description="nearest heading")
    nth: int = Field(default=0, description="which of several alike, in reading order, from 0")


class Step(Part):
    """One user action."""

    action: Action = Field(description="click, hover, key or scroll")
    door: str | None = Field(default=None, description="door id, null where the step goes through none")
    screen: str | None = Field(default=None, description="screen on which it is clicked, null for other actions")
    box: Box | None = Field(
        default=None,
        description="where it is clicked: x, y, width, height in pixels of that screen's first picture; null where not known",
    )
    frame: str = Field(
        default="", description="path of the frame: names, or which of its parent's frames from 1; empty for the top one"
    )
    locator: Locator | None = Field(default=None, description="what is clicked or hovered")
    button: Button = Field(default=Button.LEFT, description="mouse button of a click")
    top: float | None = Field(default=None, description="how far a list is scrolled until it draws the control, CSS pixels")
    key: str = Field(default="", description="key pressed, in Playwright's names")
    url: str = Field(default="", description="address after the step, for checking")


class Door(Part):
    """What leads to another screen without setting anything. A link that is called otherwise elsewhere stands under each name."""

    id: str = Field(description="identifier within the recording")
    screen: str = Field(description="shallowest screen that shows it")
    label: str = Field(default="", description="text, or accessible name where it shows none")
    role: str = Field(default="", description="ARIA role, or the tag's own")
    action: Action = Field(default=Action.CLICK, description="how it is taken: click or hover")
    button: Button = Field(default=Button.LEFT, description="mouse button by which it is clicked")
    to: str | None = Field(default=None, description="screen it leads to, null where not known")
    taken: bool = Field(default=False, description="whether the walk took it, by this name or another")
    outcome: str = Field(default="", description="screen, same, status:NNN or error:WHAT")
    why_not: WhyNot | None = Field(default=None, description="why it was not taken")


class Template(Part):
    """Doors of a list of data that lead to pages alike: three are taken, the rest counted."""

    screen: str = Field(description="screen that shows them")
    pattern: str = Field(description="what the labels have in common")
    members: int = Field(description="number of doors")
    taken: int = Field(description="number of doors taken")
    controls: list[int] = Field(
        default_factory=list, description="controls of each member taken, on its screen and behind it, number"
    )
