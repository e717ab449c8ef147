"""What the shipped models find on the bundled sites, held against their truth: texts and states as the truth has them.

Writers of the corpus were not shown the sites' texts, save one phrase; seven labels, such as `Theme`, stand in both. The
files by hand `l` were asked for by kinds of wording that had been misread on these sites, so they are held out with that
reserve. Where a reading is wrong the truth stays, and the case is named below with its reason; when one is mended, its
mark must go.
"""

import pytest

from offswitch_classifier.score import score
from offswitch_fixtures import truth
from offswitch_fixtures.site import sites
from offswitch_recording.controls import Control
from offswitch_recording.findings import Finding, Findings
from offswitch_recording.schema import Recording, Screen
from offswitch_recording.words import Purpose, Slug

CASES = [(s, fair) for s in sites() for fair in (False, True)]

FALSE_ALARMS = {
    "guess-parent": "an interest that adverts go by, off, passes the lowest threshold: read as protection, unsurely",
    "photos": "`Everyone` says whose photos are shown here, and is read as who may see mine",
    "service-notices": "read as functional, but so unsurely that it passes the lowest threshold",
    "writing-help": "suggestions while one types, under product development, are taken for training",
    "public-profile": "read as exposing, but since `without` often protects so unsurely that its off state passes the lowest threshold",
    "visits": "the option that tells least is told apart only by what the words mean",
}


@pytest.fixture(scope="module", params=CASES, ids=lambda c: f"{c[0].name}-{'fair' if c[1] else 'deceptive'}")
def judged(request: pytest.FixtureRequest) -> tuple[truth.Truth, Findings, bool]:
    site, fair = request.param
    true = truth.load(site, fair=fair)
    return true, score(recorded(true)), fair


def recorded(true: truth.Truth) -> Recording:
    """A recording that holds what the truth says, as a walk without mistakes would write it."""
    screen = Screen(id="s1", kind="page", url="http://127.0.0.1/", language="en")
    fields = {"start_url": "http://127.0.0.1/", "started_at": "2025-01-01T00:00:00Z", "account": "fresh"}
    controls = [control(c) for c in true.settings]
    return Recording.model_validate({**fields, "screens": [screen], "controls": controls})


def control(true: truth.TrueControl) -> Control:
    """One control of the truth as it would be recorded."""
    return Control.model_validate(
        {
            "id": true.id, "screen": "s1", "kind": true.kind, "label": true.label, "state": true.state,
            "section": list(true.section), "options": list(true.options), "disabled": true.disabled,
            "locked": true.disabled, "locked_reason": true.locked_reason, "depth": true.min_clicks, "depth_is": "exact",
        }
    )  # fmt: skip


def alarms(found: Findings) -> dict[str, Finding]:
    return {str(f.control): f for f in found.findings if f.pattern is Slug.BAD_DEFAULTS}


def test_ai_training_that_is_on_stands_first(judged: tuple[truth.Truth, Findings, bool]) -> None:
    true, found, _ = judged
    training = {c.id for c in true.settings if c.purpose == Purpose.AI_TRAINING and c.preselected}
    for place, finding in enumerate(found.findings[: len(training)]):
        assert finding.control in training, place
        assert finding.probability >= found.thresholds[Slug.BAD_DEFAULTS]["1%"]


def test_nothing_else_is_missed(judged: tuple[truth.Truth, Findings, bool]) -> None:
    true, found, _ = judged
    assert true.expected(Slug.BAD_DEFAULTS) - set(alarms(found)) == set()


def test_no_other_false_alarm(judged: tuple[truth.Truth, Findings, bool]) -> None:
    true, found, _ = judged
    assert set(alarms(found)) - true.expected(Slug.BAD_DEFAULTS) - set(FALSE_ALARMS) == set()


@pytest.mark.parametrize("name", FALSE_ALARMS)
@pytest.mark.xfail(reason="known false alarms, each with its reason in FALSE_ALARMS", strict=True)
def test_a_known_false_alarm_is_mended(name: str) -> None:
    assert all(name not in set(alarms(score(recorded(t)))) - t.expected(Slug.BAD_DEFAULTS) for t in truths())


def truths() -> list[truth.Truth]:
    return [truth.load(site, fair=fair) for site, fair in CASES]
