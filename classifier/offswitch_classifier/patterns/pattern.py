"""What every pattern says of itself, and what it hands back about one control."""

from typing import NamedTuple

from offswitch_recording.words import Purpose, Severity, Slug

GRAVE = {
    Severity.HIGH: {
        Purpose.AI_TRAINING, Purpose.BIOMETRIC, Purpose.LOCATION, Purpose.CONTACTS, Purpose.DATA_SHARING,
    },
    Severity.MEDIUM: {Purpose.ADS, Purpose.TELEMETRY, Purpose.VISIBILITY},
}  # fmt: skip


class Pattern(NamedTuple):
    """One pattern. estimator: name of the model that judges it; sentence: for a person, with named slots."""

    slug: Slug
    ontology: str
    edpb: str
    severity: Severity
    sentence: str
    estimator: str
    references: tuple[str, ...]


class Fact(NamedTuple):
    """A measured number. direction: +1 more of it can only speak for the pattern, -1 only against it, 0 unknown."""

    value: float
    direction: int


class Missing(NamedTuple):
    """Why a control could not be judged."""

    reason: str


def by_purpose(purpose: Purpose) -> Severity:
    """How grave it is when a control of this purpose is presented deceptively."""
    return next((s for s, purposes in GRAVE.items() if purpose in purposes), Severity.LOW)


def least(*severities: Severity) -> Severity:
    """The mildest of them."""
    return min(severities, key=list(Severity).index)
