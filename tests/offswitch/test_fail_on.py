"""--fail-on: what can be given, and which findings it catches."""

from collections.abc import Callable
from typing import Any

import pytest

from offswitch.fail_on import FailOn, failing, parse, without_threshold
from offswitch_recording.errors import BadInput
from offswitch_recording.words import Slug


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("0.5", FailOn(None, 0.5, None)),
        ("0", FailOn(None, 0.0, None)),
        ("1", FailOn(None, 1.0, None)),
        ("1%", FailOn(None, None, "1%")),
        ("bad-defaults=10%", FailOn(Slug.BAD_DEFAULTS, None, "10%")),
        (" privacy-maze=.25", FailOn(Slug.PRIVACY_MAZE, 0.25, None)),
    ],
)
def test_can_be_given(text: str, made: FailOn) -> None:
    assert parse(text) == made


@pytest.mark.parametrize("text", ["", "2%", "1.5", "-0.1", "nan", "inf", "half", "=0.5", "maze=0.5", "bad-defaults=", "="])
def test_cannot_be_given(text: str) -> None:
    with pytest.raises(BadInput) as caught:
        parse(text)
    assert "--fail-on" in caught.value.line()


@pytest.mark.parametrize(
    ("rules", "caught"),
    [
        (["0.8"], ["bad-defaults"] * 3),
        (["1%"], ["bad-defaults"] * 2),
        (["bad-defaults=0.95"], ["bad-defaults"]),
        (["0.99", "hidden-information=10%"], ["hidden-information"]),
        (["10%", "bad-defaults=1"], ["hidden-information", "privacy-maze"]),
        ([], []),
    ],
)
def test_catches(make: Callable[..., Any], rules: list[str], caught: list[str]) -> None:
    _, findings, _ = make()
    assert [f.pattern for f in failing(findings, [parse(r) for r in rules])] == caught


def test_a_finding_at_the_threshold_is_caught(make: Callable[..., Any]) -> None:
    _, findings, _ = make()
    assert len(failing(findings, [FailOn(None, 0.97, None)])) == 1


def test_a_rate_without_a_shipped_threshold_is_said(make: Callable[..., Any]) -> None:
    _, findings, _ = make()
    del findings.thresholds["privacy-maze"]
    assert without_threshold(findings, [parse("1%")]) == [
        "privacy-maze: the model ships no threshold at a false-positive rate of 1%"
    ]
