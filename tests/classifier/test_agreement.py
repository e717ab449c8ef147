"""Purpose and polarity of one control never contradict each other: functional and security are neutral, nothing else is."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from offswitch_classifier import corpus, polarity, preselection, purpose
from offswitch_classifier.score import classify
from offswitch_recording.words import Polarity, Purpose

CORPUS = Path(__file__).parents[2] / "classifier" / "corpus"
CLASSES = np.array([str(p) for p in Purpose])
shares = st.lists(st.floats(0, 1), min_size=len(CLASSES), max_size=len(CLASSES)).filter(lambda s: sum(s) > 0.01)


@given(shares, st.floats(0, 1))
def test_purposes_agree_with_what_is_known_of_neutrality(share, neutral):
    asked = np.array([share]) / sum(share)
    made = purpose.agreeing(asked, np.array([neutral]), CLASSES)
    assert made.min() >= 0
    assert made.sum() == pytest.approx(1)
    assert purpose.neutral_share(made, CLASSES)[0] == pytest.approx(neutral)


@given(shares, st.floats(0, 1), st.floats(0, 1))
def test_what_is_decided_is_a_pair_that_may_be(share, neutral, off_invasive):
    made = purpose.agreeing(np.array([share]) / sum(share), np.array([neutral]), CLASSES)
    chosen = made.argmax(axis=1)
    turned = polarity.ORDER[polarity.decided(purpose.is_neutral(CLASSES)[chosen], np.array([off_invasive]))[0]]
    assert (CLASSES[chosen[0]] in purpose.NEUTRAL) == (turned is Polarity.NEUTRAL)


@pytest.mark.parametrize("every", [40, pytest.param(7, marks=pytest.mark.long)])
def test_no_reading_contradicts_itself(every):
    rows = [{**r, "default": r["state"]} for r in corpus.read(CORPUS)[::every]]
    for found in classify(rows):
        assert (found["purpose"] in purpose.NEUTRAL) == (found["polarity"] == Polarity.NEUTRAL), found["label"]


def test_three_sure_facts_are_a_sure_preselection():
    sure, unsure = np.array([0.999]), np.array([0.7])
    facts = preselection.facts(np.r_[sure, unsure], 1 - np.r_[sure, unsure], 1 - np.r_[sure, unsure])
    made = np.log(np.array([[0.999, 0.7]]))
    assert np.allclose(facts[:, 0], made)
    assert facts[0, 3] > 5
    assert facts[1, 3] < 0
