"""`--fail-on`: a probability, or a shipped threshold by its false-positive rate, for all patterns or for one."""

from collections.abc import Sequence
from dataclasses import dataclass

from offswitch_recording.errors import BadInput
from offswitch_recording.findings import Finding, Findings
from offswitch_recording.words import Slug

RATES = ("1%", "5%", "10%")
HOW = f"give a probability such as 0.5, or {', '.join(RATES)}, or one for a pattern such as bad-defaults=1%"


@dataclass(frozen=True)
class FailOn:
    """One `--fail-on`; exactly one of `probability` and `rate` is given."""

    pattern: Slug | None
    probability: float | None
    rate: str | None

    def threshold(self, pattern: Slug, findings: Findings) -> float | None:
        """The probability that fails, or null where the model ships no threshold at this rate."""
        if self.probability is not None:
            return self.probability
        return findings.thresholds.get(pattern, {}).get(self.rate or "")


def parse(text: str) -> FailOn:
    """Read one `--fail-on`. Raises BadInput that says what can be given."""
    name, equals, value = text.strip().rpartition("=")
    if equals and name not in set(Slug):
        raise BadInput(f"--fail-on: no pattern is called {name!r}", next_step=f"use one of: {', '.join(Slug)}")
    pattern = Slug(name) if equals else None
    if value in RATES:
        return FailOn(pattern, None, value)
    try:
        probability = float(value)
    except ValueError:
        probability = -1.0
    if not 0 <= probability <= 1:
        raise BadInput(f"--fail-on: {value!r} is no threshold", next_step=HOW)
    return FailOn(pattern, probability, None)


def governing(pattern: Slug, rules: Sequence[FailOn]) -> FailOn | None:
    """The rule for a pattern: the last that names it, else the last that names none."""
    named = [r for r in rules if r.pattern == pattern] or [r for r in rules if r.pattern is None]
    return named[-1] if named else None


def failing(findings: Findings, rules: Sequence[FailOn]) -> list[Finding]:
    """The findings at or above the threshold that governs their pattern."""
    return [f for f in findings.findings if _fails(f, findings, rules)]


def _fails(finding: Finding, findings: Findings, rules: Sequence[FailOn]) -> bool:
    rule = governing(finding.pattern, rules)
    threshold = rule.threshold(finding.pattern, findings) if rule else None
    return threshold is not None and finding.probability >= threshold


def without_threshold(findings: Findings, rules: Sequence[FailOn]) -> list[str]:
    """Findings that no rule could judge, because the model ships no threshold at the rate asked for."""
    lines = []
    for pattern in dict.fromkeys(f.pattern for f in findings.findings):
        rule = governing(pattern, rules)
        if rule and rule.threshold(pattern, findings) is None:
            lines.append(f"{pattern}: the model ships no threshold at a false-positive rate of {rule.rate}")
    return lines
