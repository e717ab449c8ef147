"""A deeper control is never judged less buried; flat sites and single controls are not mazes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from offswitch_classifier.facts import Place, comparable
from offswitch_classifier.model import shipped
from offswitch_classifier.patterns.privacy_maze import LEARNT, measure

depths = st.integers(0, 9)


def place(depth, exact=True):
    return Place(depth, exact, 3.0 * depth, 12 * (depth + 1), f"s{depth}")


def probability(own, others, places=3):
    facts = measure(own, comparable(others, [True] * len(others)), places)
    return shipped()["privacy_maze"].predict_proba([list(facts.values())])[0, 1]


@settings(deadline=None)  # the first call reads the models
@given(depths, depths, st.lists(depths, max_size=12), st.booleans())
def test_deeper_is_never_less_buried(one, other, others, exact):
    near, far = sorted((one, other))
    beside = [place(d) for d in others]
    assert probability(place(far, exact), beside) >= probability(place(near, exact), beside) - 1e-12


@pytest.mark.parametrize("depth", [0, 1, 3, 6])
def test_a_flat_site_is_no_maze(depth):
    threshold = shipped().thresholds["privacy-maze"]["10%"]
    assert probability(place(depth), [place(depth)] * 20) < threshold
    assert probability(place(depth), [], places=1) < threshold


def test_four_clicks_beyond_all_others_is_a_maze():
    assert probability(place(5), [place(1)] * 20) > 0.8


def test_an_unproven_depth_counts_less():
    assert probability(place(4, exact=False), [place(1)] * 9) < probability(place(4), [place(1)] * 9)


def test_weights_keep_their_directions():
    for weight, direction in zip(shipped()["privacy_maze"].coef_, LEARNT.directions.values(), strict=True):
        assert weight * direction >= 0
