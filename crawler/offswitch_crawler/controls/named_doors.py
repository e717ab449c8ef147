"""Names that are written as a link or button: the row of a purpose or an app leads on by its name, and its switch is called by it."""

from offswitch_crawler.controls.alike import is_deed
from offswitch_crawler.controls.lines import level, subordinate
from offswitch_crawler.controls.raw import RawElement, RawNode, RawPage
from offswitch_crawler.controls.row_ends import tells
from offswitch_crawler.controls.runs import Run
from offswitch_crawler.vocabulary import vocabulary
from offswitch_recording.spelling import plain
from offswitch_recording.words import Kind

BARS = frozenset({"nav", "header", "footer", "menu"})
BAR_ROLES = frozenset({"navigation", "toolbar", "menubar", "menu", "tablist", "banner", "contentinfo"})
SENT = frozenset({"submit", "reset", "image"})
LEADS_ON = ("opens", "more", "back", "search")


def is_bar(up: RawNode) -> bool:
    """A part of the page whose links and buttons stand beside each other and name nothing but where they lead."""
    return up.tag in BARS or up.role in BAR_ROLES


def leads_to_more(page: RawPage, text: str) -> bool:
    """Whether a link or button says no more than that there is more: `Details`, `Learn more`, `Back`."""
    words, bare = vocabulary(page.language), plain(text).strip()
    return any(words.begins(key, bare) >= len(bare.rstrip(" .!?…")) > 0 for key in LEADS_ON)


def says_deed(page: RawPage, text: str) -> bool:
    """Whether a link or button says what a click does or where more is to read, and names nothing."""
    return leads_to_more(page, text) or is_deed(page, text)


def naming(control: RawElement, led: list[Run], free: list[Run], doors: list[RawNode]) -> RawNode | None:
    """The one door of a row that is its name: it begins the row, and what else is to read there stands under it.

    `led` are the lines on doors, `free` the others of the row.
    """
    page = control.page
    found = [d for d in doors if any(d.holds(r.at) for r in led) and not _acts(page, d)]
    found = [d for d in found if not any(o is not d and o.holds(d.at) for o in found)]
    if len(found) != 1:
        return None
    lines = [r for r in led if found[0].holds(r.at)]
    follows = lines[0].at > control.anchor.at
    if follows and (control.kind is not Kind.CHECKBOX or (free and free[0].at < lines[0].at)):
        return None
    if any(r.at < lines[0].at for r in free):
        return None
    return found[0] if not free or _under(free[0], lines[0]) else None


def _acts(page: RawPage, door: RawNode) -> bool:
    text = page.words(door)
    if "aria-expanded" in door.attributes:
        return says_deed(page, text) and len(text.split()) == 1
    leads = vocabulary(page.language).begins("opens", text) > 0
    return door.type in SENT or leads or says_deed(page, text)


def _under(line: Run, name: Run) -> bool:
    below = line.box[1] >= name.box[1] + name.box[3] - 2 and not level(line, name)
    return below and (subordinate(line, name) or tells(line))
