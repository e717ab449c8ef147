"""What reports say of a control, and in which order."""

from collections.abc import Callable
from typing import Any

import pytest

from offswitch.rows import (
    depth_text,
    gravest_first,
    numbered,
    pattern_name,
    percent,
    purpose_name,
    rows,
    state_text,
    state_word,
    two_places,
)
from offswitch_recording.controls import Way
from offswitch_recording.words import Account, DepthIs, Kind


def test_pre_enabled_ai_training_comes_first_whatever_its_probability(make: Callable[..., Any]) -> None:
    recording, findings, _ = make()
    for finding in findings.findings:
        if finding.control == "c1":
            finding.probability = 0.2
    findings.findings.sort(key=lambda f: -f.probability)
    assert [f.control for _, f in numbered(findings)][:3] == ["c1", "c1", "c2"]
    assert gravest_first(rows(recording, findings))[0].control.id == "c1"
    findings.controls[0].preselected = 0.1
    assert numbered(findings)[0][1].control == "c2"


def test_what_each_answer_of_a_consent_dialog_takes_is_said(make: Callable[..., Any]) -> None:
    (control, *_) = make()[0].controls
    control.kind, control.state = Kind.CHOICE, "unresolved"
    control.accept, control.refuse = Way(clicks=1, how=["Accept"]), Way(clicks=3, how=["Options", "None", "Save"])
    assert state_text(control) == "accept: 1 click, refuse: 3 clicks"
    control.refuse = None
    assert state_text(control) == "accept: 1 click, refuse: no way found"


def test_a_probability_is_never_said_to_be_certain() -> None:
    assert [percent(p) for p in (0, 0.004, 0.5, 0.996, 1)] == ["1%", "1%", "50%", "99%", "99%"]
    assert [two_places(p) for p in (0, 0.004, 0.5, 0.994, 0.996, 1)] == [
        "< 0.01",
        "< 0.01",
        "0.50",
        "0.99",
        "> 0.99",
        "> 0.99",
    ]


def test_words_for_people(make: Callable[..., Any]) -> None:
    recording, _, _ = make()
    assert (purpose_name("ai_training"), pattern_name("bad-defaults")) == ("AI training", "Bad defaults")
    assert [depth_text(c) for c in recording.controls[:2]] == ["2", "≤ 2"]
    recording.controls[0].depth_is = DepthIs.UNKNOWN
    assert depth_text(recording.controls[0]) == "unknown"


@pytest.mark.parametrize(("account", "word"), [("fresh", "default"), ("used", "state"), ("unknown", "state")])
def test_a_state_is_a_default_on_a_fresh_account_only(make: Callable[..., Any], account: str, word: str) -> None:
    recording, _, _ = make()
    recording.account = Account(account)
    assert state_word(recording) == word
