"""What an arrival is: the same screen, one that is known, or a new one; and what a new screen adds. Pure."""

from collections import Counter
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from offswitch_crawler.controls.tabs import Stand
from offswitch_crawler.doors import announces
from offswitch_crawler.fingerprint import (
    control_key,
    door_key,
    exact_key,
    fold,
    names_number,
    offers_the_same,
    present,
    spelt,
)
from offswitch_crawler.node import Node
from offswitch_crawler.reused import lies_under, own_line, takes_place
from offswitch_crawler.scroll import Survey
from offswitch_crawler.seen import Look, Place, Ref, SeenControl, SeenDoor
from offswitch_crawler.sites import normalised
from offswitch_recording.words import Kind, ScreenKind

LEAST_TEXT = 200
"""Characters from which a place counts as one to read: a notice that something is loading is shorter."""


@dataclass(frozen=True)
class Added:
    """What a new screen shows that the one it opened over did not."""

    kind: ScreenKind
    controls: list[SeenControl]
    doors: list[SeenDoor]
    inherited: list[SeenDoor]
    """Doors that stood there before; they lead where they led."""


def kind_of(before: Node, after: Look, opener: SeenDoor, navigated: bool) -> ScreenKind:
    """Whether a click led to a page or opened a part in place."""
    if navigated or _path(before.look.url) != _path(after.url):
        return ScreenKind.PAGE
    over = list(_over(after) - _over(before.look))  # a menu may have gone as its dialog came
    if over:
        return ScreenKind.MENU if all(kind in ("menu", "popover") for kind in over) else ScreenKind.DIALOG
    if normalised(before.look.url) != normalised(after.url):
        return ScreenKind.PAGE
    if opener.role == "tab" or opener.stand == Stand.TABS:
        return ScreenKind.TAB
    if opener.expanded is not None or opener.tag == "summary":
        return ScreenKind.DISCLOSURE
    return ScreenKind.PAGE if _replaced(before.look, after) else ScreenKind.DISCLOSURE


def _over(look: Look) -> Counter[str]:
    """What lies over the page, by kind alone: a dialog of settings is often called as the part that it shows."""
    return Counter(layer.kind for layer in look.layers if layer.kind != "page")


def is_bare(before: Look, look: Look) -> bool:
    """Whether a new place shows no control, no door and next to no text that the screen before did not show.

    It may not be there yet. A place is new by its address, or lies over the page. What unfolds in place is often text alone.
    """
    over = sum(layer.kind != "page" for layer in look.layers) > sum(layer.kind != "page" for layer in before.layers)
    if normalised(before.url) == normalised(look.url) and not over:
        return False
    (controls, doors), (old_controls, old_doors) = present(look), present(before)
    return (
        {control_key(c) for c in controls} <= {control_key(c) for c in old_controls}
        and {same_door(d) for d in doors} <= {same_door(d) for d in old_doors}
        and sum(len(line) for line in set(look.text.splitlines()) - set(before.text.splitlines())) < LEAST_TEXT
    )


def asks_for_password(look: Look) -> bool:
    """Whether a password is all that can be given here: a page that also holds settings is none that stands before them."""
    return look.password and not any(c.kind is not Kind.CHOICE for c in present(look)[0])


def _path(url: str) -> tuple[str, str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc, parts.path


def _replaced(before: Look, after: Look) -> bool:
    """Whether most of what stood outside the frame of the site has gone."""
    old = {(fold(d.label), d.place.css) for d in before.doors if d.place.visible and not d.place.framed}
    old |= {(fold(h), ()) for h in before.headings}
    new = {(fold(d.label), d.place.css) for d in after.doors if d.place.visible} | {(fold(h), ()) for h in after.headings}
    return bool(old) and len(old - new) > len(old) / 2


def added(
    before: Node | None, look: Look, opener: SeenDoor | None, kind: ScreenKind, stood: frozenset[Ref] = frozenset()
) -> Added:
    """Controls and doors of a new screen; a part that opened in place lists only what it adds.

    stood: elements of this very document that could be seen right before the click.
    """
    controls, doors = present(look)
    if before is None or opener is None:
        return Added(kind, controls, doors, [])
    old = _Old(before, stood, names_number(opener.label))
    line = own_line(opener, look) if takes_place(opener, look, before.look) else None
    own = {id(c) for c in controls if line is not None and lies_under(c, line)}
    if kind is not ScreenKind.PAGE:
        return Added(
            kind,
            [c for c in controls if id(c) in own or not old.had_control(c)],
            [d for d in doors if not old.had_door(d)],
            [d for d in doors if old.had_door(d)],
        )
    stays = [d for d in doors if old.stays(d, opener)]
    new = [c for c in controls if id(c) in own or not old.control_stays(c)]
    return Added(kind, new, [d for d in doors if d not in stays], stays)


def added_by_scrolling(nodes: dict[str, Node], before: Node | None, new: Added, more: Survey) -> Survey:
    """Of what a new screen shows while it is scrolled, what the screens that it opened over do not show."""
    if new.kind is ScreenKind.PAGE:
        return more
    known: set[tuple[str, str, str]] = set()
    while before is not None:
        known |= {exact_key(s.seen) for s in before.controls}
        before = nodes.get(before.parent or "")
    controls = [(c, at) for c, at in more.controls if exact_key(c) not in known]
    return replace(more, controls=controls)


class _Old:
    """What the screen before showed, for comparing; `exactly` where what was opened is told from its like by a number."""

    def __init__(self, before: Node, stood: frozenset[Ref], exactly: bool) -> None:
        controls, doors = present(before.look)
        self.stood, self.key = stood, _to_the_letter if exactly else control_key
        self.controls = {(self.key(c), c.place.css): c.options for c in controls}
        self.names = {c.place.ref: self.key(c) for c in controls} if exactly else {}
        self.doors = {same_door(d) for d in doors}

    def _survived(self, place: Place) -> bool:
        """The very element stood there before the click: numbers are kept as long as the document lives, and no longer."""
        return place.ref in self.stood

    def had_control(self, control: SeenControl) -> bool:
        called = self.names.get(control.place.ref, self.key(control))
        return self._offered(control, self._survived(control.place) and called == self.key(control))

    def had_door(self, door: SeenDoor) -> bool:
        survived = self._survived(door.place) and not door.next_step  # `Next` leads on from each step
        return survived or same_door(door) in self.doors

    def stays(self, door: SeenDoor, opener: SeenDoor) -> bool:
        """A door of the site's frame, or of the list that was just clicked in."""
        if same_door(door) not in self.doors:
            return False
        framed = door.place.framed or self._survived(door.place)
        return framed or (door.template == opener.template and bool(door.template))

    def control_stays(self, control: SeenControl) -> bool:
        """A control of the site's frame, or the choice of a banner: one whose answer is asked for on each page until it is given."""
        framed = control.place.framed or control.kind is Kind.CHOICE or self._survived(control.place)
        return framed and self._offered(control)

    def _offered(self, control: SeenControl, otherwise: bool = False) -> bool:
        """Whether it stood there with about the same to choose from; `otherwise` where none was called so."""
        key = (self.key(control), control.place.css)
        return offers_the_same(self.controls[key], control.options) if key in self.controls else otherwise


def _to_the_letter(control: SeenControl) -> tuple[str, str, str]:
    kind, label, _ = exact_key(control)
    return (kind, label, spelt(control.place.section[-1]) if control.place.section else "")


def same_door(door: SeenDoor) -> tuple[str, str, tuple[str, ...]]:
    """What makes two sights of a door the same one on a page and on the next."""
    return (*door_key(door), door.place.css)


def opened_in_place(before: Node, after: Look, opener: SeenDoor, stood: frozenset[Ref]) -> bool:
    """Whether a click opened something although the fingerprint is that of the screen before."""
    if not announces(opener):
        return False
    return bool(added(before, after, opener, ScreenKind.DISCLOSURE, stood).doors)


def door_identity(screen: str, door: SeenDoor, address: str) -> str:
    """The key of a door in the frontier: a link is its address as it is compared; anything else belongs to its screen."""
    if is_link(door):
        return f"link {address}"
    return f"{screen} {door.role} {fold(door.label)} {door.place.frame} {'>>>'.join(door.place.css)} {door.nth}"


def is_link(door: SeenDoor) -> bool:
    """Whether a door has an address of its own, other than a place on the same page."""
    if not door.href or door.href.startswith("javascript:") or door.haspopup or door.expanded is not None:
        return False
    return not door.href.split("#", 1)[1:] or "#/" in door.href or "#!" in door.href
