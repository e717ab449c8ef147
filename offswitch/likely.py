"""Which findings a report claims. What is less likely than not is kept and told apart: an alarm that is mostly false is none."""

from offswitch_recording.findings import Finding, Findings

EVEN = 0.5


def likely(findings: Findings) -> Findings:
    """The same, with only the findings that are at least as likely as not."""
    return findings.model_copy(update={"findings": [f for f in findings.findings if f.probability >= EVEN]})


def doubtful(findings: Findings) -> list[Finding]:
    """The findings that are less likely than not, most probable first."""
    return sorted((f for f in findings.findings if f.probability < EVEN), key=lambda f: -f.probability)
