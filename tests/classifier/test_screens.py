"""Learning from recordings of screens: whose row is whose, thresholds, priors where rows are few."""

import numpy as np
import pytest

from offswitch_classifier import screens, sharpening
from offswitch_classifier.model import shipped
from offswitch_classifier.patterns import LEARNT, bundling
from offswitch_classifier.readings import facts_of
from offswitch_recording.errors import BadInput
from offswitch_recording.words import Slug


class Named:
    """A subject of these names."""

    def __init__(self, *names):
        self.names = names


@pytest.mark.parametrize(
    ("label", "names", "meant"),
    [
        ("Refuse all", ("Accept all", "Refuse all"), True),
        ("Turning this off makes little difference: it stays.", ("Turning this off makes little difference",), True),
        ("On", ("Only on Mondays",), False),
        ("Share my posts", ("Share my location",), False),
    ],
)
def test_a_truth_speaks_of_the_subject_with_its_words(label, names, meant):
    assert screens.is_meant(label, Named(*names)) is meant


def example(hand, name, pattern, labels):
    controls = [hand.control(n, label) for n, label in enumerate(labels, 1)]
    made = hand.recording([hand.screen(1, [hand.line(label, 60 * n) for n, label in enumerate(labels, 1)])], controls)
    return screens.Example(name, name.split("-")[0], pattern, labels[-1], made)


def test_only_the_subject_that_is_meant_carries_the_pattern(hand):
    bundle = "Adverts, location, contacts and partners"
    examples = [
        example(hand, "one-deceptive", Slug.BUNDLING, ["Share my location", bundle]),
        example(hand, "one-fair", None, ["Share my location", "Personalised adverts"]),
    ]
    found = screens.rows(bundling, [(e, facts_of(e.recording, shipped())) for e in examples])
    assert found.carries.tolist() == [True, False, False]  # what stands beside it is left out
    assert set(found.groups.tolist()) == {"one"}
    assert found.x.shape == (3, len(bundling.LEARNT.directions))


def test_thresholds_count_screens_and_lie_no_lower_than_a_finding_should():
    fair = [f"s{i}" for i in range(100)]
    limits = sharpening.thresholds({"bundling": {"s0": 0.9, "s1": 0.9, "other": 0.1}, "urgency": {}}, fair)
    assert limits["bundling"]["1%"] > 0.9
    assert {rate: limits["bundling"][rate] for rate in ("5%", "10%")} == {"5%": 0.3, "10%": 0.15}
    assert limits["urgency"] == sharpening.LEAST


def test_misses_do_not_flatten_the_rest():
    log_odds = np.repeat([-4.0, 2.0], [60, 20])
    carries = np.append(np.zeros(60, dtype=bool), np.ones(20, dtype=bool))
    carries[:2] = True  # missed
    (found,) = sharpening.sharpening(sharpening.Likeliest(log_odds, np.ones(80), carries, np.zeros(80, dtype=int)))
    low, high = found.of(np.array([-4.0, 2.0]))
    assert high > 0.9
    assert low < 0.02


@pytest.mark.parametrize("module", LEARNT, ids=lambda m: m.PATTERN.slug)
def test_more_of_a_fact_never_speaks_the_other_way(module):
    fitted = shipped()[module.PATTERN.estimator]
    assert len(fitted.coef_) == len(module.LEARNT.directions)
    for weight, direction in zip(fitted.coef_, module.LEARNT.directions.values(), strict=True):
        assert weight * direction >= 0


def test_a_folder_without_recordings_is_named(tmp_path):
    with pytest.raises(BadInput, match="no corpus of screens"):
        screens.read(tmp_path)
