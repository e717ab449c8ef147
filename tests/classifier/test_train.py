"""Training: the same corpus gives the same bytes, and what it learns from is what it says."""

from pathlib import Path

import numpy as np
import pytest

from offswitch_classifier import corpus, model, train
from offswitch_recording.errors import BadInput

CORPUS = Path(__file__).parents[2] / "classifier" / "corpus"


@pytest.mark.long
def test_two_trainings_write_the_same_bytes(tmp_path):
    first, second = (train.train(CORPUS, tmp_path / name) for name in ("first", "second"))
    assert first.sha256 == second.sha256
    assert model.read(tmp_path / "first").thresholds == first.thresholds


def test_labels_stand_alone_at_half_their_weight():
    row = {"label": "Share", "description": "With all.", "section": ""}
    alone = {"label": "Theme", "description": "", "section": ""}
    rows, source, weight = corpus.with_labels_alone([row, alone])
    assert [r["description"] for r in rows] == ["With all.", "", ""]
    assert (source, weight) == ([0, 0, 1], [0.5, 0.5, 1.0])


def test_a_folder_without_a_corpus_is_named(tmp_path):
    with pytest.raises(BadInput, match="no corpus"):
        corpus.read(tmp_path)


def test_a_row_that_does_not_fit_is_named(tmp_path):
    file = tmp_path / "controls" / "en-x.csv"
    file.parent.mkdir()
    row = "Share,,,switch,,on,en,telemetry,neutral,no,no,x-shop,shop,"
    file.write_text(",".join(corpus.COLUMNS) + "\n" + row + "\n", encoding="utf-8")
    with pytest.raises(BadInput, match="'Share'"):
        corpus.read(tmp_path)


def test_thresholds_keep_their_false_positive_rates():
    found = train.thresholds(np.linspace(0, 1, 1001))
    assert found == {"1%": 0.99, "5%": 0.95, "10%": 0.9}
