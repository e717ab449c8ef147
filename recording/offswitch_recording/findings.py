"""findings.json: what the classifier makes of one recording."""

from typing import Literal

from pydantic import ConfigDict, Field

from offswitch_recording.part import Box, Part
from offswitch_recording.words import Polarity, Purpose, Severity, Slug

SCHEMA: Literal["offswitch.findings/1"] = "offswitch.findings/1"


class Model(Part):
    """Which model judged."""

    version: str = Field(description="version of the model")
    sha256: dict[str, str] = Field(default_factory=dict, description="SHA-256 of each model file")


class Reading(Part):
    """What one control governs, as the model reads it."""

    control: str = Field(description="control id in the recording")
    purpose: Purpose = Field(description="most probable purpose")
    purpose_probability: float = Field(ge=0, le=1, description="probability of that purpose, 0..1")
    purposes: dict[str, float] = Field(default_factory=dict, description="probability of every purpose, 0..1")
    polarity: Polarity = Field(description="most probable polarity")
    polarity_probability: float = Field(ge=0, le=1, description="probability of that polarity, 0..1")
    preselected: float | None = Field(
        default=None,
        description="probability, 0..1, that the state found is the invasive one; null where the state is unresolved",
    )


class Mark(Part):
    """A place on a picture that the evidence speaks of."""

    screen: str = Field(description="screen id")
    picture: int = Field(default=0, description="index into the screen's pictures")
    box: Box = Field(description="x, y, width, height in pixels of that picture")
    what: str = Field(default="", description="what is marked")


class Contribution(Part):
    """What moved a probability, and by how much."""

    name: str = Field(description="name of the fact")
    value: float | str = Field(description="value of the fact, in the unit that its name ends with")
    effect: float = Field(description="change of the log-odds; positive speaks for the pattern")


class Evidence(Part):
    """The measured facts of a finding."""

    facts: dict[str, str | float | int | bool | None] = Field(
        default_factory=dict, description="named measures, units in the name"
    )
    marks: list[Mark] = Field(default_factory=list, description="boxes on the pictures")


class Finding(Part):
    """One deceptive pattern on one screen or control."""

    id: str = Field(description="identifier within these findings")
    fingerprint: str = Field(default="", description="stable across recordings")
    pattern: Slug = Field(description="slug of the pattern")
    screen: str = Field(description="screen id")
    control: str | None = Field(default=None, description="control id, null where the screen as a whole is meant")
    probability: float = Field(ge=0, le=1, description="calibrated probability, 0..1")
    severity: Severity = Field(description="low, medium or high")
    evidence: Evidence = Field(default_factory=Evidence, description="measured facts and boxes")
    contributions: list[Contribution] = Field(default_factory=list, description="what moved the probability")
    why: str = Field(default="", description="one sentence for a person")
    references: list[str] = Field(default_factory=list, description="rules of law or guidelines that speak of it")


class Incomplete(Part):
    """What could not be judged; never a pass."""

    pattern: Slug = Field(description="slug of the pattern")
    screen: str | None = Field(default=None, description="screen id, null for the whole recording")
    reason: str = Field(description="why")


class ScreenScore(Part):
    """The score of one screen."""

    screen: str = Field(description="screen id")
    score: float = Field(ge=0, le=1, description="probability, 0..1, that the screen carries at least one pattern")
    patterns: dict[str, float] = Field(default_factory=dict, description="probability of each pattern judged, 0..1")


class Findings(Part):
    """Everything that one model says of one recording."""

    schema_: Literal["offswitch.findings/1"] = Field(
        default=SCHEMA, alias="schema", description="name and number of this schema"
    )
    model: Model = Field(description="which model judged")
    thresholds: dict[str, dict[str, float]] = Field(
        default_factory=dict, description="for each pattern, the probability at a false-positive rate of 1%, 5% and 10%"
    )
    controls: list[Reading] = Field(default_factory=list, description="one for each control of the recording")
    findings: list[Finding] = Field(default_factory=list, description="most probable and grave first")
    incomplete: list[Incomplete] = Field(default_factory=list, description="what could not be judged")
    screens: list[ScreenScore] = Field(default_factory=list, description="one for each screen")

    model_config = ConfigDict(populate_by_name=True)
