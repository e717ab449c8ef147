"""Which control of a later look is which of an earlier one: by what a person reads and where it stands. Pure."""

from dataclasses import dataclass

from offswitch_crawler.fingerprint import control_key
from offswitch_crawler.seen import Look, SeenControl


@dataclass
class _Pool:
    """Controls of the second look, each given out once."""

    left: list[SeenControl]

    def take(self, wanted: SeenControl) -> SeenControl | None:
        alike = [c for c in self.left if control_key(c) == control_key(wanted)]
        best = next((c for c in alike if c.place.css == wanted.place.css), alike[0] if alike else None)
        if best is not None:
            self.left.remove(best)
        return best


def matched(controls: list[SeenControl], look: Look) -> list[SeenControl | None]:
    """For each control the same one in another look, by what a person reads and where it stands; None where it is gone."""
    return matched_among(controls, list(look.controls))


def matched_among(controls: list[SeenControl], found: list[SeenControl]) -> list[SeenControl | None]:
    """The same for controls from several looks."""
    pool = _Pool(list(found))
    return [pool.take(c) for c in controls]
