"""Pictures of the model card are well-formed, hold what they are given, and run nothing."""

import xml.etree.ElementTree as ET

import pytest

from offswitch.pictures.plots import svg, write
from offswitch_classifier.curves import Confusion, Curve, Line

DRAWINGS = [
    Confusion("confusion", "Polarity <of> all", ["neutral", "on & off"], [[8, 0], [1, 3]]),
    Curve("calibration", "Calibration", "probability", "frequency", [Line("a", [0.1, 0.9], [0.2, 1.0])], diagonal=True),
    Curve(
        "learning", "Learning", "rows", "macro-F1", [Line("a", [100, 8000], [0.61, 0.8]), Line("b", [100, 8000], [0.7, 0.9])]
    ),
]


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda d: d.slug)
def test_a_drawing_is_well_formed_and_says_its_title(drawing):
    tree = ET.fromstring(svg(drawing))
    assert tree.find("{http://www.w3.org/2000/svg}title").text == drawing.title
    width, height = float(tree.get("width")), float(tree.get("height"))
    for line in tree.iter("{http://www.w3.org/2000/svg}polyline"):
        points = [tuple(map(float, p.split(","))) for p in line.get("points").split()]
        assert all(0 <= x <= width and 0 <= y <= height for x, y in points)


def test_counts_stand_in_their_cells():
    words = [t.text for t in ET.fromstring(svg(DRAWINGS[0])).iter("{http://www.w3.org/2000/svg}text")]
    assert {"8", "1", "3", "neutral", "on & off"} <= set(words)


def test_one_file_for_each_drawing(tmp_path):
    assert [p.name for p in write(DRAWINGS, tmp_path / "figures")] == ["confusion.svg", "calibration.svg", "learning.svg"]
