"""Scored screenshots."""

from dataclasses import dataclass, field
from pathlib import Path

from offswitch_recording.findings import Findings
from offswitch_recording.schema import Recording


@dataclass(frozen=True)
class Drawn:
    """The pictures drawn, and why others could not be."""

    files: list[Path] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


def draw(recording: Recording, findings: Findings, folder: Path) -> Drawn:
    return Drawn()
