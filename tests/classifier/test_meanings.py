"""Meanings: words are cut into their most probable pieces, and what means the same lies near in other languages."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from offswitch_classifier import meanings
from offswitch_classifier.text import control


def test_the_most_probable_pieces_are_taken():
    numbers, scores = {"▁ab": 0, "c": 1, "▁a": 2, "bc": 3}, [-5.0, -3.0, -2.0, -4.0]
    assert meanings.pieces_of("abc", numbers, scores) == [3, 2]
    assert meanings.pieces_of("ab", numbers, scores) == [0]


def test_what_no_piece_covers_is_left_out():
    assert meanings.pieces_of("?a", {"a": 0}, [-1.0]) == [0]
    assert meanings.pieces_of("?", {"a": 0}, [-1.0]) == []


@settings(deadline=None)
@given(st.text(max_size=60))
def test_every_text_has_finite_numbers_of_unit_length_or_none(text):
    made = meanings.of_controls([control({"label": text})]).reshape(len(meanings.SLOTS), meanings.DIMENSIONS)
    lengths = np.linalg.norm(made, axis=1)
    assert np.isfinite(made).all()
    assert all(n == pytest.approx(1, abs=1e-4) or n == 0 for n in lengths)


@pytest.mark.parametrize("other", ["Standort", "位置情報", "ubicación", "местоположение", "위치"])
def test_another_language_lies_nearer_than_another_subject(other):
    location, said, else_ = (
        meanings.of_controls([control({"label": t})])[0, : meanings.DIMENSIONS] for t in ("Location", other, "Newsletter")
    )
    assert location @ said > location @ else_


def test_texts_together_are_the_sum_of_all():
    one = meanings.of_controls([control({"label": "Ads", "options": "On | Off"})]).reshape(4, -1)
    assert not one[1].any()
    assert not np.allclose(one[0], one[3])
