"""The bundled sites, walked from end to end and held against their truth: found, state, depth, replay, nothing written."""

import pytest
from PIL import Image

from offswitch.likely import likely
from offswitch_classifier.score import score
from offswitch_crawler.profile import Profile
from offswitch_crawler.replay import replay
from offswitch_crawler.walk import Walked, walk
from offswitch_fixtures import truth
from offswitch_fixtures.server import serve
from offswitch_fixtures.site import Site, sites
from offswitch_recording.words import Account, Slug, StartIs

# What is known to be wrong in what the reports claim of these walks; nothing else may be.
FALSE_ALARMS = {
    Slug.BAD_DEFAULTS: {"photos", "invitation-alerts"},
    # As many clicks away on both twins as the switch that the truth calls buried on one, or one click less.
    Slug.PRIVACY_MAZE: {"research", "studies", "writing-help"},
}
FRESH = Profile(account=Account.FRESH, start_is=StartIs.SETTINGS)
TELEMETRY = "/api/pulse"


@pytest.fixture(
    scope="module",
    params=[
        pytest.param((s, fair), id=f"{s.name}-{fair}", marks=[pytest.mark.long] * fair)
        for s in sites()
        for fair in (False, True)
    ],
)
def walked(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Site, bool, Walked, list[object], list[str]]:
    """One walk of each bundled site and of its fair twin, replayed while the site still stands."""
    site, fair = request.param
    with serve(site, fair=fair) as served:
        done = walk(served.start_url, tmp_path_factory.mktemp("walk") / "out", profile=FRESH)
        failed = [r for r in replay(done.recording) if not r.ok]
        return site, fair, done, list(served.writes), [f"{r.control}: {r.why}" for r in failed]


def held(walked: tuple[Site, bool, Walked, list[object], list[str]]) -> truth.Held:
    site, fair, done, _, _ = walked
    return truth.hold(truth.load(site, fair=fair), done.folder)


def test_the_walk_is_complete(walked: tuple[Site, bool, Walked, list[object], list[str]]) -> None:
    assert walked[2].recording.ended_by == "complete"
    assert walked[2].recording.errors == []


def test_every_control_is_found_and_none_is_invented(walked: tuple[Site, bool, Walked, list[object], list[str]]) -> None:
    found = held(walked)
    assert [c.label for c in found.missing] == []
    assert [c["label"] for c in found.extra] == []


def test_states_and_depths_are_true_and_proved(walked: tuple[Site, bool, Walked, list[object], list[str]]) -> None:
    found = held(walked)
    assert [str(x) for x in found.wrong_state] == []
    assert [str(x) for x in found.wrong_depth] == []
    assert {c.depth_is for c in walked[2].recording.controls} == {"exact"}


def test_every_path_can_be_walked_again(walked: tuple[Site, bool, Walked, list[object], list[str]]) -> None:
    assert walked[4] == []


def test_nothing_was_written_and_no_deed_was_done(walked: tuple[Site, bool, Walked, list[object], list[str]]) -> None:
    assert walked[3] == []
    # No click of ours even tried to write: all that was stopped is what the page sends by itself.
    assert [b.url for b in walked[2].recording.blocked if not b.url.endswith(TELEMETRY)] == []
    assert held(walked).acting_taken == []
    untouched = walked[2].recording.untouched
    assert untouched.checked == len(walked[2].recording.controls)
    assert (untouched.changed, untouched.not_checked) == ([], [])


def test_every_control_has_a_box_on_its_picture(walked: tuple[Site, bool, Walked, list[object], list[str]]) -> None:
    recording = walked[2].recording
    pictures = {s.id: s.pictures for s in recording.screens}
    for control in recording.controls:
        assert control.box is not None and control.picture is not None, (control.label, control.no_box_reason)
        with Image.open(walked[2].folder / pictures[control.screen][control.picture].file) as picture:
            wide, high = picture.size
        x, y, w, h = control.box
        assert x >= 0 and x + w <= wide + 1 and y >= 0 and y + h <= high + 1, control.label


@pytest.mark.parametrize("pattern", list(FALSE_ALARMS))
def test_what_is_claimed_is_true(walked: tuple[Site, bool, Walked, list[object], list[str]], pattern: Slug) -> None:
    site, fair, done, _, _ = walked
    expected = truth.load(site, fair=fair).expected(pattern)
    names = {seen["id"]: true.id for true, seen in held(walked).pairs}
    claimed = {names[f.control] for f in likely(score(done.recording)).findings if f.pattern == pattern and f.control}
    assert claimed - expected <= FALSE_ALARMS[pattern]
    assert expected <= claimed
