"""Finding a door or control again in a fresh browser: by what a person reads, checked against where it stood."""

from difflib import SequenceMatcher

from offswitch_crawler.seen import Look, SeenControl, SeenDoor
from offswitch_crawler.sites import without_secrets
from offswitch_recording.doors import Locator

ENOUGH = 3.0
OTHERWISE = -2.0
"""A link that is called otherwise and leads elsewhere is another, also in the same place: a list may have lost a row."""


def find(look: Look, wanted: Locator) -> SeenDoor | SeenControl | None:
    """The best match, None where nothing is near enough: what changed its text must still stand where it stood."""
    everything: list[SeenDoor | SeenControl] = [*look.doors, *look.controls]
    scored = [(_score(seen, wanted), -i, seen) for i, seen in enumerate(everything)]
    best = max(scored, key=lambda s: s[:2], default=None)
    return best[2] if best is not None and best[0] >= ENOUGH else None


def _score(seen: SeenDoor | SeenControl, wanted: Locator) -> float:
    role = seen.role if isinstance(seen, SeenDoor) else str(seen.kind)
    section = seen.place.section[-1] if seen.place.section else ""
    css = list(seen.place.css)
    score = 3.0 if seen.label == wanted.label else _alike(seen.label, wanted.label)
    score += 1.0 if role == wanted.role else -1.0
    score += 0.5 if section == wanted.section else 0.0
    score += 0.6 if css == wanted.css else 0.4 * _likeness(" ".join(css), " ".join(wanted.css))
    if isinstance(seen, SeenDoor):
        score += 0.3 if seen.nth == wanted.nth else -0.2
        if wanted.href or seen.href:
            there = _same_address(seen.href, wanted.href)
            score += there if seen.label == wanted.label or there > 0 else OTHERWISE
    return score


def _same_address(href: str, wanted: str) -> float:
    """A recorded address has lost its secrets: it is held against what the seen one would be without them."""
    if href == wanted:
        return 1.5
    return 1.4 if without_secrets(href) == without_secrets(wanted) else -0.5


def _alike(label: str, wanted: str) -> float:
    if not label or not wanted:
        return 0.0
    return 2.2 * max(0.0, _likeness(label.casefold(), wanted.casefold()) - 0.5) * 2 - 0.5


def _likeness(a: str, b: str) -> float:
    return SequenceMatcher(None, a, b).ratio() if a and b else 0.0
