"""What every pattern says of itself, and what it hands back about one subject."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from offswitch_classifier import ontology
from offswitch_recording.words import Purpose, Severity, Slug

GRAVE = {
    Severity.HIGH: {
        Purpose.AI_TRAINING, Purpose.BIOMETRIC, Purpose.LOCATION, Purpose.CONTACTS, Purpose.DATA_SHARING,
    },
    Severity.MEDIUM: {Purpose.ADS, Purpose.TELEMETRY, Purpose.VISIBILITY},
}  # fmt: skip
NO_LOOKS = "this recording does not say how its texts look"
NO_WALK = "without a walk it is not known what lies behind a door"


class Subject(Protocol):
    """What a pattern judges: a control, a door, a pair of answers, a sentence."""

    @property
    def screen_id(self) -> str:
        """Id of the screen that shows it."""

    @property
    def control_id(self) -> str | None:
        """Id of the control that it is or belongs to; null where it belongs to none."""

    @property
    def known(self) -> str:
        """By what it is known again in another recording."""

    @property
    def names(self) -> tuple[str, ...]:
        """What a person reads on it."""


class Pattern(NamedTuple):
    """One pattern. estimator: name of the model that judges it; sentence: for a person, with named slots."""

    slug: Slug
    ontology: str
    edpb: str
    severity: Severity
    sentence: str
    estimator: str
    references: tuple[str, ...]


class Learnt(NamedTuple):
    """How a pattern's estimator is learnt. directions: for each feature by name, +1, -1 or 0; prior: weight of each
    feature before any row is seen; intercept: the same for the log-odds at 0; C: how far rows may move them."""

    directions: Mapping[str, int]
    prior: Mapping[str, float]
    intercept: float
    C: float = 0.5

    def facts(self, values: Mapping[str, float]) -> "dict[str, Fact]":
        """Measured numbers with their directions, in the order in which they are learnt."""
        return {name: Fact(float(values[name]), direction) for name, direction in self.directions.items()}


class Fact(NamedTuple):
    """A measured number. direction: +1 more of it can only speak for the pattern, -1 only against it, 0 unknown."""

    value: float
    direction: int


class Missing(NamedTuple):
    """Why a subject could not be judged."""

    reason: str


def described(slug: Slug, severity: Severity, sentence: str, guideline: str, others: Sequence[str] = ()) -> Pattern:
    """A pattern as the ontology has it; guideline: what the EDPB calls it, others: further rules that speak of it."""
    entry = ontology.entry(slug)
    return Pattern(
        slug=entry.slug,
        ontology=entry.ontology,
        edpb=entry.edpb,
        severity=severity,
        sentence=sentence,
        estimator=slug.replace("-", "_"),
        references=(
            f"EDPB Guidelines 03/2022 v2.0, {entry.edpb}: may implicate {guideline}",
            f"Gray et al. (CHI 2024): {entry.ontology}",
            *others,
        ),
    )


def half_suffices(probability: float) -> float:
    """A share by how sure it is that something is at stake: more likely than not is enough."""
    return min(1.0, 2 * probability)


def whole(subject: Subject) -> tuple[str, float]:
    """The share of a pattern whose estimator's probability counts as it is."""
    return "whole", 1.0


def by_purpose(purpose: Purpose) -> Severity:
    """How grave it is when a control of this purpose is presented deceptively."""
    return next((s for s, purposes in GRAVE.items() if purpose in purposes), Severity.LOW)


def least(*severities: Severity) -> Severity:
    """The mildest of them."""
    return min(severities, key=list(Severity).index)
