"""With which code a recording ends."""

from collections.abc import Callable
from typing import Any

import pytest

from offswitch.fail_on import parse
from offswitch.verdict import judge
from offswitch_recording.findings import Incomplete
from offswitch_recording.schema import Blocked, Change, Failure, NotChecked, Recording
from offswitch_recording.words import Slug, WhyNot


def test_a_complete_walk_is_done(make: Callable[..., Any]) -> None:
    recording, findings, _ = make()
    assert judge(recording, findings, require_complete=True).code == 0


@pytest.mark.parametrize(
    ("ended_by", "code"),
    [
        ("interrupted", 130),
        ("login-expired", 3),
        ("error:the browser is gone", 3),
        ("error:doors", 0),
        ("error:unseen", 0),
        ("budget:screens", 0),
        ("complete", 0),
    ],
)
def test_how_the_walk_ended(make: Callable[..., Any], ended_by: str, code: int) -> None:
    recording, findings, _ = make()
    recording.ended_by = ended_by
    verdict = judge(recording, findings)
    assert verdict.code == code
    assert bool(verdict.reasons) == bool(code)


def _budget(r: Recording) -> None:
    r.ended_by = "budget:seconds"


def _door(r: Recording) -> None:
    r.doors[2].why_not = WhyNot.COVERED


def _state(r: Recording) -> None:
    r.controls[0].state = "unresolved"


def _error(r: Recording) -> None:
    r.errors.append(Failure(where="s2", what="the screen did not come to rest"))


def _unchecked(r: Recording) -> None:
    r.untouched.not_checked.append(NotChecked(screen="s2", reason="gone"))


def _needed(r: Recording) -> None:
    r.blocked.append(Blocked(method="POST", url="https://kiosk.example/graphql", needed=True))


@pytest.mark.parametrize("spoil", [_budget, _door, _state, _error, _unchecked, _needed])
def test_what_was_not_looked_at_is_incomplete(make: Callable[..., Any], spoil: Callable[[Recording], None]) -> None:
    recording, findings, _ = make()
    spoil(recording)
    assert judge(recording, findings).code == 0
    strict = judge(recording, findings, require_complete=True)
    assert strict.code == 4
    assert strict.reasons[0].startswith("incomplete: ")


def test_doors_that_act_are_no_gap(make: Callable[..., Any]) -> None:
    recording, findings, _ = make()
    assert {d.why_not for d in recording.doors} == {None, WhyNot.ACTING}
    assert judge(recording, findings, require_complete=True).code == 0


def test_what_could_not_be_judged(make: Callable[..., Any]) -> None:
    """A pattern that one walk cannot judge counts where it is asked for; one open on a screen counts always."""
    recording, findings, _ = make()
    asked = judge(recording, findings, rules=[parse("nagging=0.5")], require_complete=True)
    assert (asked.code, asked.reasons) == (4, ["incomplete: nagging not judged (1 times): needs a second recording"])
    findings.incomplete.append(Incomplete(pattern=Slug.PRIVACY_MAZE, screen="s3", reason="depth unknown"))
    assert judge(recording, findings, require_complete=True).code == 4


def test_a_finding_outweighs_a_gap_and_a_change_outweighs_both(make: Callable[..., Any]) -> None:
    recording, findings, _ = make()
    recording.ended_by = "budget:screens"
    rules = [parse("0.9")]
    assert judge(recording, findings, rules=rules, require_complete=True).code == 1
    recording.untouched.changed.append(Change(control="c1", label="Share", before="on", after="off"))
    verdict = judge(recording, findings, rules=rules, require_complete=True)
    assert verdict.code == 5
    assert verdict.reasons[0] == "CHANGED BY THE WALK: Share was on, is off"
