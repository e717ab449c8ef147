"""The wording model: an estimator on texts, what it says of plain sentences, and how it is trained."""

from importlib.resources import files

import numpy as np
import pytest
from sklearn.base import clone

from offswitch_classifier import sentences, train_wording, wording
from offswitch_classifier.model import shipped
from offswitch_classifier.score import judge
from offswitch_recording.errors import BadInput
from offswitch_recording.words import Slug

WORDS = {"urgency": "hurry ends tonight", "scarcity": "only two left", "none": "open the settings"}


@pytest.fixture(scope="module")
def rows():
    random = np.random.default_rng(0)
    made = []
    for n in range(90):
        pattern = sorted(WORDS)[n % 3]
        text = " ".join(random.permutation(WORDS[pattern].split()))
        made.append({"text": f"{text} now", "pattern": pattern, "product": f"p{n % 7}", "language": "en", "hand": "x"})
    return made


def test_it_is_an_estimator_on_texts(rows):
    texts, y = [r["text"] for r in rows], np.array([r["pattern"] for r in rows])
    fitted = wording.Wording(temperature=2.0).fit(texts, y)
    again = clone(fitted).fit(texts, y)
    assert fitted.get_params()["temperature"] == 2.0
    assert list(fitted.classes_) == sorted(WORDS)
    assert list(fitted.predict(["hurry", "two left", "settings"])) == ["urgency", "scarcity", "none"]
    assert np.allclose(fitted.predict_proba(texts), again.predict_proba(texts))
    assert np.allclose(fitted.predict_proba(texts[::-1]), fitted.predict_proba(texts)[::-1])
    assert fitted.predict_proba([]).shape == (0, 3)
    assert fitted.predict_proba(["", "\x00", "x" * 5000]).sum(axis=1) == pytest.approx(1)


def test_rows_are_judged_by_models_that_have_not_seen_their_product(rows):
    folded = train_wording.by(rows, "product")
    products = sentences.column(rows, "product")
    assert all(not set(products[a]) & set(products[b]) for a, b in folded)
    made, temperature = train_wording.judged(rows, folded)
    assert made.sum(axis=1) == pytest.approx(1)
    assert 0 < temperature < 1
    assert train_wording.train(rows).temperature == temperature


def test_texts_of_settings_are_learnt_as_ordinary_ones_and_tricky_ones_are_not():
    column = {"language": "en", "product": "p", "description": "", "note": ""}
    controls = [{**column, "label": label} for label in "edcba"] + [{**column, "label": "aa", "note": "double negation"}]
    made = train_wording.settings(controls)
    assert [r["text"] for r in made] == ["a", "d"]
    assert {r["pattern"] for r in made} == {"none"}
    assert not train_wording.is_sentence(made).any()


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("No thanks, I don't want to save money", Slug.EMOTIONAL_STEERING),
        ("By continuing you agree to our terms", Slug.FORCED_CONSENT),
        ("Hurry! Offer ends in 10 minutes", Slug.URGENCY),
        ("Only 2 left in stock", Slug.SCARCITY),
        ("123 people are looking at this right now", Slug.SOCIAL_PROOF),
        ("123 people are looking at this", Slug.SOCIAL_PROOF),
        ("Language", "none"),
        ("Save", "none"),
        ("", "none"),
    ],
)
def test_plain_sentences(text, pattern):
    told = wording.told([text], shipped())[0]
    assert wording.CLASSES[told.argmax()] == pattern


def test_a_text_asked_again_and_among_others_is_answered_as_at_first(monkeypatch):
    models = shipped()
    texts = ["Only 2 left", "Dark mode", "Only 2 left"]
    expected = np.vstack([wording.told([text], models) for text in texts])
    models.judging._told.clear()
    monkeypatch.setattr(wording, "REMEMBERED_TEXTS", 2)
    for order in ([1], [0, 1, 2], [2], [1, 0]):
        assert np.allclose(wording.told([texts[i] for i in order], models), expected[order], atol=1e-5)
    assert wording.told([], models).shape == (0, len(wording.CLASSES))


def test_the_classes_are_those_of_the_model():
    assert list(shipped()["wording"].classes_) == list(wording.CLASSES)
    assert {*wording.CLASSES} == {*wording.PATTERNS, "none"}


def test_judge_keeps_the_rows_and_adds_columns():
    found = judge([{"id": "1", "text": "Only 2 left in stock", "mine": "x"}])
    assert found == [{"id": "1", "text": "Only 2 left in stock", "mine": "x", "pattern": "scarcity",
                      "probability": found[0]["probability"]}]  # fmt: skip
    assert judge([]) == []


def test_a_folder_without_sentences_is_named(tmp_path):
    with pytest.raises(BadInput, match="no corpus of sentences"):
        sentences.read(tmp_path)


def test_a_row_with_an_unknown_pattern_is_named(tmp_path):
    file = tmp_path / "sentences" / "en-x.csv"
    file.parent.mkdir()
    file.write_text(",".join(sentences.COLUMNS) + "\nShare,en,rudeness,x-shop,shop,\n", encoding="utf-8")
    with pytest.raises(BadInput, match=r"'rudeness' .*'Share'"):
        sentences.read(tmp_path)


def test_the_model_is_small():
    assert len(files("offswitch_classifier").joinpath("models", "wording.skops").read_bytes()) < 2_000_000
