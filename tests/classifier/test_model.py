"""Model files: canonical, checked, of listed types, and made again from the same corpus."""

import json

import numpy as np
import pytest
import skops.io

from offswitch_classifier import encoder, model
from offswitch_classifier.asking import Asking
from offswitch_classifier.monotone import MonotoneLogistic
from offswitch_classifier.terms import Terms
from offswitch_classifier.text import control
from offswitch_recording.errors import OffswitchError


def fitted(seed=0):
    random = np.random.default_rng(seed)
    return MonotoneLogistic().fit(random.normal(size=(40, 2)), random.integers(0, 2, 40))


def test_two_trainings_give_the_same_bytes():
    first, second = (model.canonical(skops.io.dumps(fitted())) for _ in range(2))
    assert first == second
    assert model.canonical(skops.io.dumps(fitted(1))) != first


def test_canonical_bytes_are_canonical_already_and_load():
    data = model.canonical(skops.io.dumps(fitted()))
    assert model.canonical(data) == data
    assert np.array_equal(skops.io.loads(data, trusted=model.TRUSTED).coef_, fitted().coef_)


def test_what_is_remembered_for_speed_is_not_written():
    rows = [{"label": "share my data"}]
    terms = Terms(("label",), "part").fit(rows)
    before = model.canonical(skops.io.dumps(terms))
    terms.transform(rows)
    assert model.canonical(skops.io.dumps(terms)) == before


@pytest.fixture
def copy(tmp_path):
    model.write(model.shipped(), tmp_path)
    return tmp_path


def test_what_is_shipped_is_written_again_byte_for_byte(copy):
    assert model.read(copy).sha256 == model.shipped().sha256


def test_an_altered_file_is_refused(copy):
    file = copy / "purpose.skops"
    file.write_bytes(file.read_bytes() + b" ")
    with pytest.raises(OffswitchError, match="not the one"):
        model.read(copy)


def test_a_missing_file_is_named(copy):
    (copy / "texts.skops").unlink()
    with pytest.raises(OffswitchError, match=r"texts\.skops"):
        model.read(copy)


def test_types_that_are_not_listed_are_refused(copy):
    import hashlib

    from sklearn.preprocessing import FunctionTransformer

    data = skops.io.dumps(FunctionTransformer(json.loads))
    (copy / "choice.skops").write_bytes(data)
    listing = json.loads((copy / model.LISTING).read_text())
    listing["sha256"]["choice.skops"] = hashlib.sha256(data).hexdigest()
    (copy / model.LISTING).write_text(json.dumps(listing))
    with pytest.raises(OffswitchError, match="not trusted"):
        model.read(copy)


def test_the_models_are_small():
    from importlib.resources import files

    folder = files("offswitch_classifier").joinpath("models")
    assert sum(len(f.read_bytes()) for f in folder.iterdir()) < 10_000_000


def test_asked_together_the_readers_answer_as_asked_alone():
    models = model.shipped()
    rows = [{"label": "Share my location"}, {"label": "Opt out of AI training", "language": "en"}, {"label": ""}]
    x = models["texts"].transform(rows)
    together = models.heads.predict_proba(x)
    for name in model.READERS:
        assert np.allclose(together[name], models[name].predict_proba(x), atol=1e-5)


def test_a_control_asked_again_and_among_others_is_answered_as_at_first(monkeypatch):
    models = model.shipped()
    rows = [control({"label": label}) for label in ("Share my location", "Dark mode", "Share my location")]
    read = encoder.shipped().predict_log_proba(rows)
    expected = models.heads.predict_proba(models["texts"].transform(rows), read)
    asked = Asking(models["texts"], models.heads, encoder.shipped())
    monkeypatch.setattr("offswitch_classifier.asking.REMEMBERED_CONTROLS", 3)
    for order in ([1], [0, 1, 2], [2], [1, 0]):
        told = asked.predict_proba([rows[i] for i in order])
        for name in model.READERS:
            assert np.allclose(told[name], expected[name][order], atol=1e-5)
