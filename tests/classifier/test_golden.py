"""Decisions that no retraining may change unnoticed: on another machine the same, figures to three decimals."""

import csv
from pathlib import Path

import pytest

from offswitch_classifier.score import classify

GOLDEN = Path(__file__).parent / "golden" / "controls.csv"
with GOLDEN.open(encoding="utf-8", newline="") as f:
    ROWS = list(csv.DictReader(f))
READ = ("label", "description", "section", "control", "options", "default", "language")


@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r['label']} ({r['default']})")
def test_decision(row):
    (found,) = classify([{k: row[k] for k in READ}])
    assert (found["purpose"], found["polarity"]) == (row["purpose"], row["polarity"])
    assert (found["preselected"] >= 0.5) == (row["preselected"] == "yes")
