"""With which exit code a walk, a scan or a score ends, and why (pure)."""

from collections.abc import Sequence
from dataclasses import dataclass

from offswitch import exits, incomplete
from offswitch.fail_on import FailOn, failing, without_threshold
from offswitch.rows import two_places
from offswitch_recording.findings import Finding, Findings
from offswitch_recording.schema import Recording

INCOMPLETE = frozenset({"error:doors", "error:unseen"})
"""No failure of the site: some doors could not be taken, or parts of screens not be looked at, so the walk is incomplete."""


@dataclass(frozen=True)
class Verdict:
    """An exit code and the lines that say why."""

    code: int
    reasons: list[str]


def judge(
    recording: Recording,
    findings: Findings | None = None,
    *,
    rules: Sequence[FailOn] = (),
    require_complete: bool = False,
) -> Verdict:
    """The verdict on a recording and, where it was scored, its findings under the `--fail-on` rules."""
    reasons = of_walk(recording)
    if findings is not None:
        reasons += [(exits.ANSWER_IS_NO, _failure(f, recording)) for f in failing(findings, rules)]
    if require_complete:
        lines = incomplete.of_walk(recording)
        if findings is not None:
            asked = [r.pattern for r in rules if r.pattern is not None]
            lines += incomplete.of_findings(findings, asked) + without_threshold(findings, rules)
        reasons += [(exits.INCOMPLETE, f"incomplete: {line}") for line in lines]
    return Verdict(exits.gravest(code for code, _ in reasons), [line for _, line in reasons])


def of_walk(recording: Recording) -> list[tuple[int, str]]:
    """What went wrong on the walk itself, each with its exit code."""
    reasons = []
    if recording.ended_by == "interrupted":
        reasons.append((exits.INTERRUPTED, "the walk was interrupted: what was seen so far is recorded"))
    changed = recording.untouched.changed
    reasons += [
        (exits.CHANGED_BY_WALK, f"CHANGED BY THE WALK: {c.label or c.control} was {c.before}, is {c.after}") for c in changed
    ]
    if recording.ended_by == "login-expired":
        reasons.append((exits.SITE_FAILED, "the login expired: log in again and walk again"))
    if recording.ended_by.startswith("error:") and recording.ended_by not in INCOMPLETE:
        reasons.append((exits.SITE_FAILED, f"the walk failed: {recording.ended_by.removeprefix('error:').strip()}"))
    return reasons


def _failure(finding: Finding, recording: Recording) -> str:
    labels = {c.id: c.label for c in recording.controls} | {None: "the screen"}
    where = labels.get(finding.control) or finding.control
    return f"--fail-on: {finding.pattern} with probability {two_places(finding.probability)} on {where} ({finding.id})"
