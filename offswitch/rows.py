"""What every report says of a control, joined once from recording and findings. Nothing is computed anew."""

from collections import defaultdict
from dataclasses import dataclass

from offswitch_recording.controls import Control
from offswitch_recording.findings import Finding, Findings, Reading
from offswitch_recording.schema import Recording, Screen
from offswitch_recording.words import Account, DepthIs, Kind, Purpose


@dataclass(frozen=True)
class Row:
    """One control with its screen, what the model read, and its findings (number in the report, finding)."""

    control: Control
    screen: Screen | None
    reading: Reading | None
    findings: list[tuple[int, Finding]]

    @property
    def name(self) -> str:
        """What to call the control, also where it shows no label."""
        return self.control.label or f"({self.control.kind} without a label)"

    @property
    def probability(self) -> float | None:
        """That of its most probable finding; null where there is none."""
        return max((f.probability for _, f in self.findings), default=None)

    @property
    def purpose(self) -> str:
        """For people; empty where it was not scored."""
        return purpose_name(self.reading.purpose) if self.reading else ""

    @property
    def patterns(self) -> str:
        """The patterns found, most probable first."""
        ordered = sorted(self.findings, key=lambda f: -f[1].probability)
        return ", ".join(dict.fromkeys(f.pattern for _, f in ordered))


def rows(recording: Recording, findings: Findings | None = None) -> list[Row]:
    """One row for each control, in the order of the recording."""
    screens = {s.id: s for s in recording.screens}
    readings = {r.control: r for r in findings.controls} if findings else {}
    found: dict[str | None, list[tuple[int, Finding]]] = defaultdict(list)
    for number, finding in numbered(findings) if findings else []:
        found[finding.control].append((number, finding))
    return [Row(c, screens.get(c.screen), readings.get(c.id), found.get(c.id, [])) for c in recording.controls]


def gravest_first(of: list[Row]) -> list[Row]:
    """Pre-enabled AI training first, then by probability of the findings, then by depth."""
    return sorted(of, key=lambda r: (not is_enabled_training(r.reading), -(r.probability or 0), -(r.control.depth or 0)))


def numbered(findings: Findings) -> list[tuple[int, Finding]]:
    """The findings with the number that they have in every report and picture: pre-enabled AI training comes first."""
    readings = {r.control: r for r in findings.controls}
    ordered = sorted(findings.findings, key=lambda f: not is_enabled_training(readings.get(f.control or "")))
    return list(enumerate(ordered, start=1))


def is_enabled_training(reading: Reading | None) -> bool:
    """Whether the model says: governs AI training, and was found in the invasive state."""
    return bool(reading and reading.purpose == Purpose.AI_TRAINING and (reading.preselected or 0) >= 0.5)


def purpose_name(purpose: str) -> str:
    """A purpose as people read it."""
    words = purpose.replace("_", " ")
    return "AI" + words[2:] if words.startswith("ai ") else words


def pattern_name(slug: str) -> str:
    """A pattern as people read it."""
    return slug.replace("-", " ").capitalize()


def depth_text(control: Control) -> str:
    """Depth with how sure it is: `3`, `≤ 3` or `unknown`."""
    if control.depth is None or control.depth_is == DepthIs.UNKNOWN:
        return "unknown"
    return f"{control.depth}" if control.depth_is == DepthIs.EXACT else f"≤ {control.depth}"


def state_word(recording: Recording) -> str:
    """Only on a fresh account is a state called a default."""
    return "default" if recording.account == Account.FRESH else "state"


def state_text(control: Control) -> str:
    """The state for people; a slider's with its range, that of a consent dialog as what each answer takes."""
    if control.kind == Kind.CHOICE and (control.accept or control.refuse):
        ways = {"accept": control.accept, "refuse": control.refuse}
        return ", ".join(f"{name}: {counted(way.clicks, 'click') if way else 'no way found'}" for name, way in ways.items())
    if control.kind == Kind.SLIDER and control.min is not None and control.max is not None:
        return f"{control.state} ({control.min:g} to {control.max:g})"
    return control.state or "nothing chosen"


def percent(probability: float) -> str:
    """A probability for people; never a false 0 % or 100 %."""
    return f"{min(99, max(1, round(100 * probability)))}%"


def counted(number: int, noun: str) -> str:
    """A number with its noun: `1 door`, `2 doors`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def two_places(probability: float) -> str:
    """A probability in two decimals; never a false 0 or 1."""
    rounded = f"{probability:.2f}"
    return {"1.00": "> 0.99", "0.00": "< 0.01"}.get(rounded, rounded)
