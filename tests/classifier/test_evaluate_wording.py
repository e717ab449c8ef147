"""Figures of the wording model: on a corpus given, on shop texts where there are some, and what is left out is said."""

import numpy as np
import pytest

from offswitch_classifier import corpus, evaluate, evaluate_settings, evaluate_shop_texts, evaluate_wording, sentences
from offswitch_classifier.model import shipped
from offswitch_recording.errors import BadInput

SAID = {
    "emotional-steering": "no i hate money", "forced-consent": "by going on you agree", "look-over-there": "just a formality",
    "none": "open the settings", "scarcity": "only two left", "social-proof": "many people bought this",
    "trick-question": "do not untick not", "urgency": "hurry ends tonight",
}  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    random = np.random.default_rng(0)
    (tmp_path / "sentences").mkdir()
    (tmp_path / "controls").mkdir()
    control = "Dark mode,,,switch,,on,en,functional,neutral,no,no,x-shop,shop,"
    file = tmp_path / "controls" / "en-x.csv"
    file.write_text(",".join(corpus.COLUMNS) + "\n" + control + "\n", encoding="utf-8")
    for language, hand in (("en", "x"), ("de", "y")):
        lines = [",".join(sentences.COLUMNS)]
        for n in range(64):
            pattern = sorted(SAID)[n % 8]
            text = " ".join(random.permutation(SAID[pattern].split()))
            lines.append(f"{text} {hand},{language},{pattern},{hand}-{n // 16},shop,")
        (tmp_path / "sentences" / f"{language}-{hand}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return tmp_path


def test_sentences_are_judged_by_products_writers_and_languages_not_seen(folder):
    found = {(f.rows, f.what): f for f in evaluate_wording.figures(folder)}
    for group in ("product", "hand", "language"):
        rows = f"sentences, folds that share no {group} (without the encoder)"
        assert found[rows, "wording: macro-F1"].value > 0.8
        assert found[rows, "wording: macro-F1"].n == 128
        assert found[rows, "wording: macro-F1 in de"].n == 64
        assert (rows, "any pattern: calibration error") in found
        assert (rows, "wording: urgency recall") in found
        assert found[rows, "texts of settings taken for a pattern (without the encoder)"].n == 1


def test_shop_texts_are_measured_stratified_grouped_and_as_shipped(tmp_path, monkeypatch):
    monkeypatch.setattr(evaluate_shop_texts, "TREES", 30)
    file = tmp_path / evaluate_shop_texts.FILE
    file.parent.mkdir()
    lines = ["page_id\ttext\tlabel\tdup06"]
    for n in range(40):
        lines += [f"{n}\tOnly {n} left in stock\t1\td{n % 8}", f"{n}\tShelf number {n}\t0\te{n % 8}"]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = {f.rows: f for f in evaluate_shop_texts.figures(tmp_path, shipped()) if f.what == "dark: F1"}
    assert len(found) == 3
    assert all(f.n == 80 and f.value > 0.8 for f in found.values()), found


def test_what_a_folder_lacks_is_said_and_a_folder_with_nothing_is_refused(tmp_path):
    assert evaluate_shop_texts.figures(tmp_path, shipped()) == []
    with pytest.raises(BadInput, match="nothing to measure"):
        evaluate.missing(tmp_path)
    (tmp_path / evaluate_settings.SETTINGS).touch()
    assert evaluate.missing(tmp_path) == [str(evaluate_settings.MENUS), str(evaluate_shop_texts.FILE)]
