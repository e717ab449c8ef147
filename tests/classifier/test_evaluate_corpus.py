"""What is made of held-out probabilities: which rows each figure rests on, and drawings for the card. Nothing is fitted."""

from pathlib import Path

import numpy as np
import pytest

from offswitch_classifier import corpus, evaluate_corpus, train

CORPUS = Path(__file__).parents[2] / "classifier" / "corpus"


def oracle(rows, folded, read=None):
    """Every row judged rightly, and sure of it."""
    assert sorted(np.concatenate([held for _, held in folded])) == list(range(len(rows)))
    true = train.truth(rows)
    purposes = (true.purpose[:, None] == np.unique(true.purpose)) * 0.9 + 0.1 / 12
    neutral, off = true.polarity == "neutral", true.polarity == "off_invasive"
    sure = [np.where(of, 0.95, 0.05) for of in (neutral, off, true.essential == "yes", true.preselected)]
    return train.Told(purposes, *sure, {})


@pytest.fixture(scope="module")
def made():
    rows = [r for r in corpus.read(CORPUS) if r["language"] in {"de", "fi", "ja"}]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(train, "judged", oracle)
        return rows, *evaluate_corpus.figures(rows, None)


def test_every_kind_of_fold_rests_on_every_row(made):
    rows, figures, _ = made
    for name in (evaluate_corpus.NO_PRODUCT, evaluate_corpus.NO_LANGUAGE, evaluate_corpus.BY_ROW):
        of = {f.what: f for f in figures if f.rows == name}
        assert (of["purpose: macro-F1"].value, of["polarity: macro-F1"].value) == (1, 1)
        assert of["polarity: accuracy"].n == len(rows)


def test_each_language_stands_by_itself(made):
    rows, figures, _ = made
    found = {f.what: f.n for f in figures if "each language" in f.rows}
    assert found == {f"polarity: macro-F1 {c}": sum(r["language"] == c for r in rows) for c in ("de", "fi", "ja")}


def test_the_learning_curve_grows_to_the_whole(made):
    _, figures, drawings = made
    of = [f for f in figures if "learning" in f.rows and f.what.startswith("polarity")]
    assert [f.n for f in of] == sorted({f.n for f in of})
    assert len(of) == 4
    assert drawings[-1].lines[1].x == [float(f.n) for f in of]


def test_a_share_holds_whole_products():
    rows = [{"product": p} for p in "aabbccdd"]
    chosen = evaluate_corpus._share(rows, np.arange(8), 0.5)
    assert len(chosen) == 4
    assert len({rows[i]["product"] for i in chosen}) == 2


def test_drawings_have_names_of_their_own(made):
    _, _, drawings = made
    assert [d.slug for d in drawings] == [
        "confusion-purpose",
        "confusion-polarity",
        "calibration",
        "precision-recall",
        "learning",
    ]
