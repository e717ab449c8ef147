"""Figures of the model card: what they are measured on, and that an interval holds products together."""

import json

import numpy as np
import pytest

from offswitch_classifier import evaluate, evaluate_settings
from offswitch_classifier.curves import Curve, calibration, confusion, precision_recall
from offswitch_classifier.evaluate import BEGIN, END, Evaluation, write_card
from offswitch_classifier.measures import Figure, accepting, with_intervals
from offswitch_classifier.model import shipped
from offswitch_recording.errors import BadInput

SETTINGS = """product,label,description,section,control,default,purpose,polarity,deceptive_preselection,language,note
Alder,Send crash reports,,,switch,on,telemetry,on_invasive,yes,en,
Alder,Dark theme,,,switch,off,functional,neutral,no,en,
Birch,Block trackers,,,switch,on,data_sharing,off_invasive,no,en,alt:ads soft
Birch,Newsletter,,,switch,on,marketing,on_invasive,unknown,de,
"""
MENUS = """product\tpath\tlabel\twalk_polarity
Alder 1\tPrivacy > Reports\tSend crash reports\ton_invasive
Alder 2\tPrivacy > Reports\tSend crash reports\ton_invasive
Birch\tLook\tDark "theme\tneutral
Birch\tLook\tOdd\tunclear
Birch\tLook\tOther\t
"""


@pytest.fixture
def data(tmp_path):
    (tmp_path / evaluate_settings.SETTINGS).write_text(SETTINGS, encoding="utf-8")
    menus = tmp_path / evaluate_settings.MENUS
    menus.parent.mkdir()
    menus.write_text(MENUS, encoding="utf-8")
    return tmp_path


def test_settings_and_menus_are_counted_as_their_files_say(data):
    found = {(f.rows, f.what): f.n for f in evaluate_settings.figures(data, shipped())}
    assert found["settings of real products", "polarity: macro-F1"] == 4
    assert found["settings of real products, in other languages", "purpose, strict: macro-F1"] == 1
    assert found["settings of real products", "preselected: Brier score"] == 3
    assert found["settings of real products, without those marked soft", "preselected: Brier score"] == 2
    assert found["menus of real products, every row", "polarity: macro-F1"] == 3
    assert found["menus of real products, a label once in each family of products", "polarity: macro-F1"] == 2


def test_a_folder_without_either_is_named(tmp_path):
    with pytest.raises(BadInput, match=r"settings-dev\.csv"):
        evaluate.missing(tmp_path)
    assert evaluate_settings.figures(tmp_path, shipped()) == []


def test_another_careful_answer_counts_as_right():
    truth, guess = np.array(["ads", "ads"]), np.array(["marketing", "telemetry"])
    assert list(accepting(truth, guess, [{"marketing"}, {"marketing"}])) == ["marketing", "ads"]


def test_an_interval_draws_groups_and_not_rows():
    values, groups = np.array([0.0] * 50 + [1.0] * 50), np.array(["a"] * 50 + ["b"] * 50)

    def mean(i):
        return [Figure("rows", "mean", float(values[i].mean()), len(i))]

    (by_group,) = with_intervals(mean, np.arange(100), groups)
    (by_row,) = with_intervals(mean, np.arange(100), np.arange(100))
    assert (by_group.value, by_group.low, by_group.high) == (0.5, 0, 1)
    assert by_row.low is not None
    assert by_row.low > 0.35


def test_the_card_keeps_its_prose(tmp_path):
    card = tmp_path / "CARD.md"
    card.write_text(f"before {BEGIN} old {END} after", encoding="utf-8")
    write_card(Evaluation([Figure("rows", "what", 0.5, 3, 0.25, 0.75)]), card)
    text = card.read_text(encoding="utf-8")
    assert text.startswith("before") and text.rstrip().endswith("after")
    assert "| what | 0.500 (0.250 to 0.750) | 3 |" in text


def test_json_holds_figures_and_drawings():
    truth = np.array([True, False, True, False])
    sure = np.array([0.9, 0.2, 0.6, 0.4])
    drawings = [
        confusion("c", "C", np.array(["a", "b"]), np.array(["b", "b"])),
        Curve("k", "K", "x", "y", [calibration("all", truth, sure, 2), precision_recall("all", truth, sure)]),
    ]
    evaluation = Evaluation([], drawings)
    assert evaluation.markdown() == "![C](figures/c.svg)\n![K](figures/k.svg)"
    made = json.loads(evaluation.to_json())["drawings"]
    assert made[0]["counts"] == [[0, 1], [0, 1]]
    assert made[1]["lines"][0] == {"name": "all", "x": [0.3, 0.75], "y": [0.0, 1.0]}
