"""Which control of a later look is which of an earlier one: by what a person reads and where it stands. Pure."""

from collections import Counter
from collections.abc import Callable

from offswitch_crawler.fingerprint import control_key, exact_key
from offswitch_crawler.seen import Look, SeenControl

Key = tuple[str, str, str]


def matched(controls: list[SeenControl], look: Look) -> list[SeenControl | None]:
    """For each control the same one in another look, by what a person reads and where it stands; None where it is gone."""
    return matched_among(controls, list(look.controls))


def matched_among(controls: list[SeenControl], found: list[SeenControl]) -> list[SeenControl | None]:
    """The same for controls from several looks: by the exact label, then by the one with its numbers folded.

    Of several that differ in their numbers alone, one is not taken for another where some are missing.
    """
    left, pairs = list(found), dict[int, SeenControl]()
    _pair(controls, left, pairs, exact_key)
    wanted = Counter(control_key(c) for i, c in enumerate(controls) if i not in pairs)
    counts = Counter(control_key(c) for c in left)
    whole = {key for key, count in wanted.items() if counts[key] == count}
    _pair(controls, left, pairs, control_key, whole)
    return [pairs.get(i) for i in range(len(controls))]


def _pair(
    controls: list[SeenControl],
    left: list[SeenControl],
    pairs: dict[int, SeenControl],
    key: Callable[[SeenControl], Key],
    whole: set[Key] | None = None,
) -> None:
    """Give each control that has none one of those left: one at its place, else any, if all of that key are there."""
    for i, wanted in enumerate(controls):
        if i in pairs:
            continue
        alike = [c for c in left if key(c) == key(wanted)]
        there = [c for c in alike if c.place.css == wanted.place.css]
        rest = alike if whole is None or key(wanted) in whole else []
        if best := next(iter([*there, *rest]), None):
            pairs[i] = best
            left.remove(best)
