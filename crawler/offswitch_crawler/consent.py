"""Consent dialogs: what each button means, the fewest clicks to accept and to refuse, and the way out that protects most. Pure."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from offswitch_crawler.controls.choices import means
from offswitch_crawler.doors import CLOSING_ICON
from offswitch_crawler.node import Node, Shown
from offswitch_crawler.seen import Look, SeenDoor
from offswitch_crawler.vocabulary import Vocabulary, vocabulary
from offswitch_recording.controls import Way
from offswitch_recording.words import Kind, Means

if TYPE_CHECKING:
    from offswitch_crawler.search import Search

COVERS = 0.5
"""A layer that makes so much of the window unreachable covers the page."""
FEW = 4
"""Buttons, and as many links (its terms), of a page that only asks."""
SESSION_OR_SAVE = ("ends_session", "begins_session", "save")


def covers(look: Look) -> bool:
    """Whether a dialog lies over the page and takes most of it out of reach."""
    layer = look.layers[-1]
    return len(look.layers) > 1 and (layer.modal or layer.covers >= COVERS)


def uncalled(look: Look) -> bool:
    """Whether what covers a page is likely not what was asked for: it asks for an answer, or holds nothing to set."""
    inside = [c.kind for c in look.controls if c.place.layer == len(look.layers) - 1 and c.place.visible]
    return covers(look) and (Kind.CHOICE in inside or not inside)


def is_question(look: Look) -> bool:
    """Whether a page is nothing but a question before the site: nothing is set there, and one of its few buttons declines."""
    settable = any(c.kind is not Kind.CHOICE for c in look.controls if c.place.visible)
    if len(look.layers) > 1 or settable or look.password:
        return False
    shown = [d for d in look.doors if d.place.visible and not d.disabled]
    buttons = [d for d in shown if not d.href.startswith("http")]
    few = 1 < len(buttons) <= FEW and len(shown) - len(buttons) <= FEW
    return few and _declining(buttons, vocabulary(look.language)) is not None


def _declining(buttons: list[SeenDoor], words: Vocabulary) -> tuple[SeenDoor, Means] | None:
    """`Cancel` and `Done` are not among these: on a page of its own they may be the deed."""
    found = [(d, means(d.label, words)) for d in buttons if not d.submits]
    return next((f for wanted in (Means.REFUSE, Means.DISMISS) for f in found if f[1] is wanted), None)


def way_out(look: Look) -> tuple[SeenDoor, Means] | None:
    """How to clear the dialog that covers the page: refuse, else dismiss, else as little as possible, else by its only answer; and how
    to decline where a page only asks. None where nothing does."""
    words = vocabulary(look.language)
    if is_question(look):
        return _declining([d for d in look.doors if d.place.visible and not d.href.startswith("http")], words)
    if not covers(look):
        return None
    top = len(look.layers) - 1
    doors = [(d, _meaning(d, words)) for d in look.doors if d.place.layer == top and d.place.visible and not d.disabled]
    for wanted in (Means.REFUSE, Means.DISMISS, Means.ACCEPT):
        for door, meaning in doors:
            if meaning is wanted and not door.href.startswith("http"):
                return door, meaning
    only = _only_answer(look, [door for door, _ in doors])
    return (only, Means.OTHER) if only is not None else None


def _only_answer(look: Look, doors: list[SeenDoor]) -> SeenDoor | None:
    """The one button of a notice that holds nothing to set: whatever it says (`Start editing`), it is how a person goes on."""
    buttons = [d for d in doors if not d.href]
    holds = look.password or any(c.place.layer == len(look.layers) - 1 and c.place.visible for c in look.controls)
    if holds or len(buttons) != 1 or buttons[0].submits or buttons[0].presses or not buttons[0].label:
        return None
    # A deed would be offered with a way to decline it; and what the click writes all the same, the guard stops.
    words = vocabulary(look.language).of_label(buttons[0].label)
    return None if any(words.has(key, buttons[0].label) for key in SESSION_OR_SAVE) else buttons[0]


def _meaning(door: SeenDoor, words: Vocabulary) -> Means:
    found = means(door.label, words)
    if found is Means.OTHER and (words.has("close", door.label) or CLOSING_ICON.search(door.icon)):
        return Means.DISMISS
    return found


def ways(search: "Search", node: Node, shown: Shown) -> tuple[Way | None, Way | None]:
    """Fewest clicks to accept and to refuse a choice: on its own screen, else through what its further options open."""
    words = vocabulary(node.look.language)
    labels = list(shown.seen.options)
    accept, refuse = (
        _direct(labels, words, Means.ACCEPT),
        _direct(labels, words, Means.REFUSE) or _by_saving(node, labels, words),
    )
    for label, inner in _inner(search, node, [o for o in labels if means(o, words) is Means.MORE]):
        inside = [d.label for d in inner.look.doors if d.place.visible and d.place.layer == len(inner.look.layers) - 1]
        accept = accept or _behind(label, _direct(inside, words, Means.ACCEPT))
        refuse = refuse or _behind(label, _direct(inside, words, Means.REFUSE) or _by_saving(inner, inside, words))
    return accept, refuse


def _direct(labels: Iterable[str], words: Vocabulary, wanted: Means) -> Way | None:
    return next((Way(clicks=1, how=[o]) for o in labels if means(o, words) is wanted and not _saves(o, words)), None)


def _saves(label: str, words: Vocabulary) -> bool:
    return words.length("save", label) > max(words.length("refuse", label), words.length("accept", label))


def _by_saving(node: Node, labels: list[str], words: Vocabulary) -> Way | None:
    """Switch off what is on, then save."""
    save = next((o for o in labels if _saves(o, words)), None)
    switches = [s.seen for s in node.controls if s.seen.kind in (Kind.SWITCH, Kind.CHECKBOX)]
    if save is None or not switches:
        return None
    on = [c.label for c in switches if c.state == "on" and not (c.disabled or c.locked)]
    return Way(clicks=len(on) + 1, how=[*on, save])


def _inner(search: "Search", node: Node, labels: list[str]) -> list[tuple[str, Node]]:
    """Screens behind the options that show more."""
    doors = [d for d in search.frontier.doors.values() if node.id in d.seen and d.target]
    return [(d.seen[node.id].label, search.nodes[d.target or ""]) for d in doors if d.seen[node.id].label in labels]


def _behind(label: str, way: Way | None) -> Way | None:
    return Way(clicks=way.clicks + 1, how=[label, *way.how]) if way else None
