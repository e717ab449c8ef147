"""How sure a depth is: what stands nearer to the start and was not taken, or was not seen. No browser."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from offswitch_crawler.frontier import Door, Frontier
from offswitch_recording.words import DepthIs, WhyNot

NAMED = {
    WhyNot.ACTING: "acts",
    WhyNot.UNSURE: "may act",
    WhyNot.EXTERNAL: "leaves the site",
    WhyNot.PASSWORD: "asks for a password",
    WhyNot.DISABLED: "is disabled",
}
"""Doors that `exact` may rest on though they were not taken, each named in depth_reasons (docs/depth.md)."""
FORBIDDEN = {
    WhyNot.EXCLUDED: "is excluded by the options",
    WhyNot.ROBOTS: "is closed by robots.txt",
}
"""What a person may take and this walk may not: a shorter way may lead there."""


@dataclass(frozen=True)
class Unseen:
    """What of one screen was not seen.

    hides: what may hold anything. beside: what likely holds nothing that is not seen elsewhere, as the members of a folded
    template do; it is named.
    """

    hides: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


def certainty_at(frontier: Frontier, depth: int, unseen: Mapping[str, Unseen]) -> tuple[DepthIs, list[str]]:
    """Whether a depth of so many clicks is exact, and why not, or on what that was not taken it rests; `unseen` by screen."""
    nearer = _nearer(frontier, depth)
    before = {screen: u for screen, u in unseen.items() if frontier.depth(screen) < depth}
    left = [d for d in nearer if not _is_resolved(d) and d.why_not not in FORBIDDEN]
    hidden = [f"of {screen}: {what}" for screen, u in before.items() for what in u.hides]
    doubts = [
        *([f"{len(left)} nearer doors were not taken: {_names(left)}"] if left else []),
        *_grouped(nearer, FORBIDDEN),
        *([f"parts of nearer screens were not seen: {_some(hidden)}"] if hidden else []),
    ]
    if doubts:
        return DepthIs.AT_MOST, doubts
    beside = [f"of {screen}: {what}" for screen, u in before.items() for what in u.beside]
    return DepthIs.EXACT, [
        *_grouped(nearer, NAMED),
        *([f"not seen of nearer screens, and likely nothing new: {_some(beside)}"] if beside else []),
    ]


def all_taken(frontier: Frontier) -> bool:
    """Whether all was taken that this walk may take and a depth needs."""
    deepest = max((frontier.depth(screen) for screen in frontier.graph), default=0)
    return all(_is_resolved(d) or d.why_not in FORBIDDEN for d in _nearer(frontier, deepest))


def _is_resolved(door: Door) -> bool:
    """Whether nothing nearer can hide behind it."""
    return (
        door.target is not None
        or door.why_not in NAMED
        or door.why_not is WhyNot.TEMPLATE
        or (door.taken and door.why_not is None)
    )


def _nearer(frontier: Frontier, depth: int) -> list[Door]:
    return [d for d in frontier.doors.values() if min(frontier.depth(s) for s in d.seen) <= depth - d.shortens_by]


def _grouped(doors: list[Door], reasons: Mapping[WhyNot, str]) -> list[str]:
    groups = {w: [d for d in doors if d.why_not == w and d.target is None] for w in reasons}
    return [f"{len(g)} nearer {_plural(len(g), reasons[w])}: {_names(g)}" for w, g in groups.items() if g]


def _names(doors: Iterable[Door]) -> str:
    return _some([d.label or "(no label)" for d in doors])


def _some(texts: list[str]) -> str:
    return ", ".join(texts[:5]) + (f" and {len(texts) - 5} more" if len(texts) > 5 else "")


def _plural(count: int, what: str) -> str:
    return f"door that {what}" if count == 1 else f"doors, each of which {what}"
