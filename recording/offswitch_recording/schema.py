"""recording.json: what one walk saw. Public: fields are added freely, renamed only with a new schema number."""

from typing import Literal

from pydantic import ConfigDict, Field

from offswitch_recording.controls import Control
from offswitch_recording.doors import Door, Step, Template
from offswitch_recording.part import Box, Part
from offswitch_recording.words import Account, Means, ScreenKind, StartIs

SCHEMA: Literal["offswitch.recording/1"] = "offswitch.recording/1"


class Picture(Part):
    """One picture of a screen."""

    file: str = Field(description="path of the PNG, relative to the recording folder")
    offset: tuple[float, float] = Field(
        default=(0, 0), description="where the picture's corner lies, CSS pixels of the page"
    )
    scale: float = Field(default=1, description="picture pixels per CSS pixel")


class Line(Part):
    """What reads as one line or paragraph on a screen, and how it looks."""

    text: str = Field(description="as shown")
    role: str = Field(default="", description="role of the door in which it stands, heading, or empty")
    picture: int | None = Field(default=None, description="index into the screen's pictures; null where none shows it")
    box: Box | None = Field(
        default=None, description="x, y, width, height in pixels of that picture; of the whole door where it stands in one"
    )
    font_px: float | None = Field(default=None, description="font size, CSS pixels")
    weight: int | None = Field(default=None, description="font weight, a number from 100 to 900")
    contrast: float | None = Field(
        default=None, description="against its ground, WCAG 2.2 ratio 1..21; null where a picture or gradient lies under it"
    )
    ground: str | None = Field(
        default=None, description="colour under it, #rrggbb; null where that is a picture or gradient"
    )
    edged: bool = Field(default=False, description="stands in a door that has a border all around")
    href: str = Field(default="", description="address of the link in which it stands, secrets in the query removed")


class SearchBox(Part):
    """A field to search in that can be seen on a screen. The walk types nothing into it: depth is counted without it."""

    label: str = Field(
        description="its label, else its name for assistive technology, else its placeholder (one of them that says settings "
        "comes first); or empty"
    )
    settings: bool = Field(description="whether it searches settings, by its words, its navigation or its screen")
    picture: int | None = Field(default=None, description="index into the screen's pictures; null where none shows it")
    box: Box | None = Field(default=None, description="x, y, width, height in pixels of that picture")


class Screen(Part):
    """One distinct state of the user interface."""

    id: str = Field(description="identifier within the recording, s1 is the start")
    kind: ScreenKind = Field(description="page, or what opened in place")
    parent: str | None = Field(default=None, description="screen in which this one opened, null for a page")
    url: str = Field(description="address when seen, secrets in the query removed")
    title: str = Field(default="", description="title of the document, or heading of the part")
    language: str = Field(default="", description="language as declared, BCP 47; empty where none is")
    fingerprint: str = Field(default="", description="hash of the visible structure with volatile text folded")
    depth: int | None = Field(default=None, description="number of clicks from the start, null without a walk")
    path: list[str] = Field(default_factory=list, description="labels of the doors clicked, for people")
    steps: list[Step] = Field(default_factory=list, description="actions from the start, for replay")
    pictures: list[Picture] = Field(
        default_factory=list, description="the first shows the screen, more where one is not enough"
    )
    size: tuple[int, int] = Field(default=(0, 0), description="width and height of the document, CSS pixels")
    text: str = Field(default="", description="visible text")
    headings: list[str] = Field(default_factory=list, description="visible headings in reading order")
    lines: list[Line] = Field(
        default_factory=list, description="the visible text line by line, at most 400, with how each line looks"
    )
    search_boxes: list[SearchBox] = Field(
        default_factory=list, description="fields to search in that it shows and its parent does not, in reading order"
    )


class Exit(Part):
    """Another site that doors lead to; never visited."""

    site: str = Field(
        description="registrable domain, or host and port; of what is not of the web the scheme (`mailto:`, `file://`)"
    )
    count: int = Field(description="number of doors that lead there")


class Cleared(Part):
    """A dialog that covered the page and was closed for the walk."""

    screen: str = Field(description="screen on which it stood")
    label: str = Field(description="label of what was clicked")
    means: Means = Field(description="what that click does")
    stored: list[str] = Field(
        default_factory=list, description="names (never values) of cookies and storage items it left behind"
    )


class Blocked(Part):
    """A request that could have changed something, stopped by the write guard."""

    method: str = Field(description="HTTP method, or BEACON, WEBSOCKET")
    url: str = Field(description="address without query values")
    screen: str | None = Field(default=None, description="screen on which it was tried")
    during: str = Field(default="", description="what the walk was doing: look, door, untouched")
    count: int = Field(default=1, description="number of times")
    answer: bool = Field(default=True, description="whether the page could read an answer: false for beacons and pings")
    needed: bool = Field(default=False, description="true where the screen stayed empty without it")
    allow: str = Field(
        default="",
        description="profile line that would allow it, where needed or where its body names what it calls (JSON-RPC)",
    )


class SentFrames(Part):
    """WebSocket frames that a page sent after its screen had come to rest."""

    url: str = Field(description="address of the socket, without query values")
    count: int = Field(description="number of frames")


class Change(Part):
    """A control that was found in another state after the walk."""

    control: str = Field(description="control id")
    label: str = Field(default="", description="label, for people")
    before: str = Field(description="state during the walk")
    after: str = Field(description="state at the second reading")


class NotChecked(Part):
    """A screen whose controls could not be read again."""

    screen: str = Field(description="screen id")
    reason: str = Field(description="why")


class Untouched(Part):
    """The second reading at the end of a walk."""

    checked: int = Field(default=0, description="number of controls read again")
    not_checked: list[NotChecked] = Field(default_factory=list, description="screens that could not be read again")
    changed: list[Change] = Field(default_factory=list, description="controls whose state differs")
    changed_by_page: list[Change] = Field(
        default_factory=list, description="changed before any step of ours, and again in a second fresh visit"
    )


class HostRobots(Part):
    """What robots.txt said for one host of the walk."""

    host: str = Field(description="scheme, host and port")
    robots: str = Field(
        description="rules (read and obeyed), none (no robots.txt), unreachable (nothing was visited), ignored, or exempt"
    )
    reason: str = Field(default="", description="why it could not be read")
    crawl_delay: float | None = Field(default=None, description="seconds between pages that the host asks for")
    delay_kept: float | None = Field(
        default=None, description="seconds that were kept; less only where very long ones are capped"
    )


class Politeness(Part):
    """How the site was visited."""

    robots: str = Field(default="", description="of the start: allowed, ignored, exempt, or none (no robots.txt)")
    hosts: list[HostRobots] = Field(default_factory=list, description="what robots.txt said for each host that was visited")
    rate_per_second: float | None = Field(default=None, description="page loads a second and host; null where exempt")
    user_agent: str = Field(default="", description="user agent sent")
    automation_flag: Literal["hidden", "shown"] = Field(default="hidden", description="what navigator.webdriver says")


class Document(Part):
    """A text of the site that the profile names: what it promised when the walk was made."""

    name: str = Field(description="name in the profile")
    url: str = Field(description="address at which it was read, without secrets")
    fetched_at: str = Field(description="ISO 8601, UTC")
    status: int | None = Field(default=None, description="HTTP status, a number; null where none came")
    title: str = Field(default="", description="title of the page")
    file: str = Field(default="", description="its visible text within the recording, UTF-8; empty where there is none")
    sha256: str = Field(default="", description="SHA-256 of that file, 64 hexadecimal digits")
    why_not: str = Field(default="", description="why there is no text")


class Failure(Part):
    """Something that failed and was left out; never read as absent."""

    where: str = Field(description="screen id, door id, reader or phase")
    what: str = Field(description="what happened, one line")


class Recording(Part):
    """One walk of one site by one profile."""

    schema_: Literal["offswitch.recording/1"] = Field(
        default=SCHEMA, alias="schema", description="name and number of this schema"
    )
    start_url: str = Field(description="where the walk began")
    started_at: str = Field(description="ISO 8601, UTC")
    finished_at: str = Field(default="", description="ISO 8601, UTC")
    tool: str = Field(default="", description="offswitch and its version")
    browser: str = Field(default="", description="browser and its version")
    profile: dict[str, object] = Field(default_factory=dict, description="who visited, without anything secret")
    account: Account = Field(default=Account.UNKNOWN, description="what the profile says of the account")
    start_is: StartIs = Field(default=StartIs.OTHER, description="what depth is counted from")
    ended_by: str = Field(
        default="interrupted",
        description="complete (nothing that exact needs is left), budget:NAME, interrupted, login-expired, "
        "error:doors (doors that exact needs could not be taken, or the start lies under a dialog that nothing clears), "
        "error:unseen (parts of screens that could not be looked at), or error:WHAT",
    )
    budgets: dict[str, float | None] = Field(
        default_factory=dict,
        description="budgets in force: screens (number), seconds, depth (clicks), pages (number read at once)",
    )
    politeness: Politeness = Field(default_factory=Politeness, description="robots, rate, user agent")
    screens: list[Screen] = Field(default_factory=list, description="in the order found")
    controls: list[Control] = Field(default_factory=list, description="in reading order of their screens")
    doors: list[Door] = Field(default_factory=list, description="what leads on, taken or not")
    exits: list[Exit] = Field(default_factory=list, description="other sites, with counts")
    templates: list[Template] = Field(default_factory=list, description="repeated doors that were folded")
    cleared: list[Cleared] = Field(default_factory=list, description="covering dialogs that were closed")
    blocked: list[Blocked] = Field(default_factory=list, description="writes that were stopped")
    sent_frames: list[SentFrames] = Field(
        default_factory=list, description="WebSocket frames sent after a screen had come to rest; they passed"
    )
    untouched: Untouched = Field(default_factory=Untouched, description="the second reading")
    documents: list[Document] = Field(default_factory=list, description="texts of the site that the profile names")
    logins_again: int = Field(default=0, description="number of logins made in mid-walk because the one before had ended")
    errors: list[Failure] = Field(default_factory=list, description="what could not be looked at")

    model_config = ConfigDict(populate_by_name=True)


__all__ = [
    "SCHEMA",
    "Blocked",
    "Box",
    "Change",
    "Cleared",
    "Control",
    "Door",
    "Exit",
    "Failure",
    "HostRobots",
    "Line",
    "NotChecked",
    "Part",
    "Picture",
    "Politeness",
    "Recording",
    "Screen",
    "SearchBox",
    "Step",
    "Template",
    "Untouched",
]
