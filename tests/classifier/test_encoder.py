"""The encoder: what it reads of a control, that neighbours in a batch change nothing, and its file."""

import numpy as np
import pytest

from offswitch_classifier import encoder, held_out
from offswitch_classifier.text import control
from offswitch_recording.errors import BadInput

LONG = "We keep what you write for as long as the account stands and use it as the policy says. " * 8
ROWS = [
    {"label": "Do not use my posts to train models", "control": "switch"},
    {"label": "Dark mode"},
    {"label": "Who can see me?", "description": LONG, "section": "Privacy", "control": "select", "options": "All | Nobody"},
    {"label": ""},
    {"label": "\U0001f600 \u200f"},
]


def test_neighbours_change_nothing():
    shipped, asked = encoder.shipped(), [control(r) for r in ROWS]
    together = shipped.predict_log_proba(asked)
    for row, one in enumerate(asked):
        alone = shipped.predict_log_proba([one])
        for name in encoder.HEADS:
            assert np.allclose(alone[name][0], together[name][row], atol=1e-4)
            assert np.exp(alone[name][0]).sum() == pytest.approx(1)


def test_nothing_asked_nothing_said():
    assert {name: made.shape[0] for name, made in encoder.shipped().predict_log_proba([]).items()} == dict.fromkeys(
        encoder.HEADS, 0
    )


def test_every_field_is_read_and_cut_by_itself():
    read = encoder.tokens(control(ROWS[2]))
    assert len(read.numbers) == len(read.fields) <= encoder.LONGEST
    assert sorted(set(read.fields)) == [0, 1, 2, 3, 4]
    assert read.numbers[0] == encoder.BEGIN
    assert encoder.ASKS in read.numbers
    assert read.kind == encoder.KINDS.index("select")


def test_words_in_another_order_are_another_text():
    first, second = ({"label": label} for label in ("Share posts, never messages", "Share messages, never posts"))
    said = encoder.shipped().predict_log_proba([control(first), control(second)])["purpose"]
    assert not np.allclose(said[0], said[1], atol=1e-3)


def test_a_file_is_read_as_it_was_written():
    shipped = encoder.shipped()
    again = encoder.read(encoder.written(shipped.weights, shipped.blocks, shipped.scales, shipped.classes))
    asked = [control(r) for r in ROWS]
    for name in encoder.HEADS:
        assert np.allclose(again.predict_log_proba(asked)[name], shipped.predict_log_proba(asked)[name], atol=0.05)


def test_rows_that_no_other_encoder_was_asked_of_are_said(tmp_path):
    with pytest.raises(BadInput, match="held-out"):
        held_out.read(tmp_path / held_out.FILE)
    rows = [{"label": "Dark mode", "control": "switch", "language": "en"}]
    made = held_out.HeldOut.empty(rows, [], encoder.shipped().classes)
    made.fill(encoder.shipped(), rows, [], np.array([0]))
    made.write(tmp_path / held_out.FILE)
    read = held_out.read(tmp_path / held_out.FILE)
    assert held_out.of_controls(read, rows)["purpose"].shape == (1, 12)
    with pytest.raises(BadInput, match="1 have no held-out probabilities, 'Bright mode' among them"):
        held_out.of_controls(read, [{**rows[0], "label": "Bright mode"}])


@pytest.mark.parametrize("data", [b"", b"version https://example.org/pointer\n", b"PK\x03\x04cut"])
def test_a_damaged_file_is_named(tmp_path, data):
    (tmp_path / held_out.FILE).write_bytes(data)
    with pytest.raises(BadInput, match="cannot be read"):
        held_out.read(tmp_path / held_out.FILE)
