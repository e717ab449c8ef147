"""From a recording written by hand to findings."""

import pytest

from offswitch_classifier.model import shipped
from offswitch_classifier.patterns import PATTERNS, privacy_maze
from offswitch_classifier.patterns.bad_defaults import state
from offswitch_classifier.readings import facts_of
from offswitch_classifier.score import classify, score
from offswitch_recording.controls import Control, Effort
from offswitch_recording.schema import Recording, Screen
from offswitch_recording.words import Purpose, Slug

LONG = "<img src=x onerror=alert(1)> \u202e\x00 {label} %s " * 3000


def made(number, label, state, depth, kind="switch", **more):
    fields = {
        "id": f"c{number}", "screen": f"s{(depth or 0) + 1}", "kind": kind, "label": label, "state": state,
        "depth": depth, "depth_is": "exact", "box": (10, 20, 300, 40), "picture": 0,
        "effort": Effort(clicks=depth or 0, klm_seconds=3.0 * (depth or 0), options_seen=12 * (depth or 0)),
    }  # fmt: skip
    return Control.model_validate({**fields, **more})


def recorded(controls, account="fresh"):
    screens = [Screen(id=f"s{n}", kind="page", url="http://127.0.0.1/", language="en") for n in range(1, 8)]
    fields = {"start_url": "http://127.0.0.1/", "started_at": "2025-01-01T00:00:00Z", "account": account}
    return Recording.model_validate({**fields, "screens": screens, "controls": controls})


ORDINARY = [
    made(n, label, "on", 1)
    for n, label in enumerate(["Dark theme", "Keyboard shortcuts", "Sound effects", "Show subtitles", "Font smoothing"])
]
BURIED = made(10, "Use my messages to train AI models", "on", 5, path=["A", "B", "C", "D", "E"])
FAIR = made(11, "Send usage statistics", "off", 1)


@pytest.fixture(scope="module")
def findings():
    return score(recorded([*ORDINARY, BURIED, FAIR]))


def test_each_control_has_a_reading_and_each_screen_a_score(findings):
    assert [r.control for r in findings.controls] == ["c0", "c1", "c2", "c3", "c4", "c10", "c11"]
    assert [s.screen for s in findings.screens] == [f"s{n}" for n in range(1, 8)]
    scores = {s.screen: s.score for s in findings.screens}
    assert scores["s6"] > 0.7
    assert scores["s2"] < 0.5
    assert findings.screens[3].patterns == {}


def test_the_buried_preselected_control_is_found_twice(findings):
    assert {(f.pattern, f.control) for f in findings.findings} == {
        (Slug.BAD_DEFAULTS, "c10"),
        (Slug.PRIVACY_MAZE, "c10"),
    }
    assert [f.id for f in findings.findings] == ["f1", "f2"]
    assert all(f.severity == "high" for f in findings.findings)


def test_a_finding_carries_evidence_and_words(findings):
    for finding in findings.findings:
        assert BURIED.label in finding.why
        assert "5 clicks" in finding.why
        assert finding.evidence.facts["depth_clicks"] == 5
        assert finding.evidence.marks[0].box == BURIED.box
        assert finding.contributions
        assert any("GDPR" in r for r in finding.references)


def test_a_state_is_called_a_default_only_on_a_fresh_account():
    why = {a: next(f.why for f in score(recorded([BURIED], a)).findings) for a in ("fresh", "used", "unknown")}
    assert "on by default" in why["fresh"]
    assert "default" not in why["used"] + why["unknown"]
    assert "in this account" in why["used"]


def test_without_a_walk_a_maze_is_incomplete_and_never_a_pass():
    found = score(recorded([made(1, BURIED.label, "on", None, depth_is="unknown")]))
    assert (Slug.PRIVACY_MAZE, "s1") in [(i.pattern, i.screen) for i in found.incomplete if i.screen]
    assert [f.pattern for f in found.findings] == [Slug.BAD_DEFAULTS]


@pytest.mark.parametrize("state", ["unresolved", "mixed"])
def test_an_unread_state_is_incomplete(state):
    found = score(recorded([made(1, "Send crash reports", state, 1)]))
    assert found.controls[0].preselected is None
    assert Slug.BAD_DEFAULTS in {i.pattern for i in found.incomplete}


def test_readers_that_disagree_lower_the_probability():
    agreed = score(recorded([BURIED]))
    torn = score(recorded([BURIED.model_copy(update={"conflict": {"aria": "on", "class": "off", "pixels": "off"}})]))
    by_screen = [{s.screen: s.patterns for s in f.screens}["s6"]["bad-defaults"] for f in (agreed, torn)]
    assert by_screen[1] == pytest.approx(by_screen[0] / 3, abs=1e-3)


def test_no_control_no_finding():
    assert score(recorded([])).findings == []


@pytest.mark.parametrize("kind", ["switch", "checkbox", "radio", "select", "segmented", "slider", "choice"])
@pytest.mark.parametrize("text", ["", LONG, "𝕏" * 400, "الإعدادات", "no " * 900])
def test_hostile_controls_are_scored(kind, text):
    control = made(1, text, text or "on", 1, kind, options=[text, "b"], description=text, section=[text])
    found = score(recorded([control, *ORDINARY]))
    assert 0 <= found.controls[0].purpose_probability <= 1
    assert sum(found.controls[0].purposes.values()) == pytest.approx(1, abs=0.01)


def test_the_order_of_controls_changes_no_reading():
    forwards, backwards = (score(recorded(c)) for c in ([*ORDINARY, BURIED], [BURIED, *ORDINARY[::-1]]))
    assert sorted(forwards.controls, key=str) == sorted(backwards.controls, key=str)


def test_classify_keeps_the_rows_and_adds_columns():
    rows = [{"id": "1", "label": "Newsletter", "default": "on"}, {"id": "2", "label": ""}]
    found = classify(rows)
    assert [r["id"] for r in found] == ["1", "2"]
    assert found[0]["purpose"] == Purpose.MARKETING
    assert found[1]["preselected"] is None
    assert classify([]) == []


@pytest.mark.parametrize(
    ("label", "language", "polarity"),
    [
        ("Kérek hírlevelet (nem kötelező)", "hu", "on_invasive"),
        ("Share my data with partners (optional, no effect on your contract)", "en", "on_invasive"),
        ("Recevoir nos offres (facultatif, sans incidence)", "fr", "on_invasive"),
        ("Private profile (friends can still find you)", "en", "off_invasive"),
    ],
)
def test_a_remark_in_brackets_does_not_turn_a_label(label, language, polarity):
    assert classify([{"label": label, "language": language}])[0]["polarity"] == polarity


def test_a_finding_speaks_of_what_is_at_stake_and_never_of_what_gives_nothing_away(findings):
    for finding in findings.findings:
        assert finding.evidence.facts["purpose"] not in {Purpose.FUNCTIONAL, Purpose.SECURITY}


def test_a_slider_with_nothing_at_stake_is_not_called_incomplete():
    volume = made(1, "Volume", "60", 1, "slider", min=0, max=100)
    assert [i for i in score(recorded([volume])).incomplete if i.screen] == []


def test_what_one_recording_cannot_hold_is_named_on_every_recording(findings):
    named = {i.pattern for i in findings.incomplete if i.screen is None}
    assert named == {Slug.NAGGING, Slug.SILENT_ADDITION}
    assert named | {module.PATTERN.slug for module in PATTERNS} == set(Slug)


def test_the_reason_for_a_lock_is_read_with_the_label():
    plain = made(1, "Messages about the service", "on", 1)
    locked = made(
        1, "Messages about the service", "on", 1, locked=True, locked_reason="Required by law, cannot be switched off."
    )
    without, stated = (score(recorded([c])).controls[0].preselected for c in (plain, locked))
    assert stated < without - 0.05


def test_ai_training_that_is_surely_on_stands_before_what_is_surer():
    sale = made(12, "Do not sell my personal information", "off", 1, "checkbox")
    found = score(recorded([sale, made(1, BURIED.label, "on", 1)])).findings
    assert [f.control for f in found if f.pattern is Slug.BAD_DEFAULTS] == ["c1", "c12"]


@pytest.mark.parametrize(
    ("kind", "state", "options", "account", "said"),
    [
        ("switch", "on", [], "fresh", "is switched on by default"),
        ("switch", "on", [], "used", "was found switched on in this account"),
        ("checkbox", "on", [], "used", "was found ticked in this account"),
        ("select", "Everyone", ["Everyone", "Nobody"], "used", 'was found set to "Everyone" in this account'),
        ("radio", "Everyone", ["Everyone", "Nobody"], "fresh", 'is set to "Everyone" by default'),
    ],
)
def test_the_state_is_said_in_good_english(kind, state, options, account, said):
    label = "Who may use my messages to train AI models" if options else BURIED.label
    control = made(1, label, state, 1, kind=kind, options=[{"label": o} for o in options])
    (why,) = [f.why for f in score(recorded([control], account)).findings if f.pattern == Slug.BAD_DEFAULTS]
    assert f'"{label}" {said}, 1 click from the start;' in why


def test_an_empty_choice_and_a_protection_that_is_off_are_said_too():
    assert state(made(1, "Audience", "", 1, kind="select")) == "left without a choice"
    assert state(made(1, "Block trackers", "off", 1)) == "switched off"
    assert state(made(1, "Block trackers", "off", 1, kind="checkbox")) == "unticked"


@pytest.mark.parametrize(
    ("depth", "options_seen", "severity"), [(2, 24, "low"), (2, 90, "medium"), (3, 36, "high"), (5, 60, "high")]
)
def test_a_maze_of_one_click_more_is_not_grave(depth, options_seen, severity):
    effort = {"clicks": depth, "klm_seconds": 3.0 * depth, "options_seen": options_seen}
    control = made(10, BURIED.label, "on", depth, effort=effort)
    found = facts_of(recorded([*ORDINARY, control]), shipped()).controls[-1]
    assert privacy_maze.severity(found) == severity
