"""Labels of many products in every language whose verbs we tell from nouns: as a bare button, what acts is not taken, what leads on is."""

from pathlib import Path

import pytest
import yaml

from offswitch_crawler.doors import judge
from offswitch_crawler.seen import Layer, Place, Ref, SeenDoor
from offswitch_crawler.sites import Bounds

LABELS = sorted((Path(__file__).parent / "labels").glob("*.yaml"))
BOUNDS = Bounds("https://www.example.org/settings", (), (), ())
PAGE = Layer("page", "", False, 0, (0, 0, 1280, 800))
PLACE = Place(Ref(0, 1), "", ("a",), (), (), "main", 0, (0, 0, 10, 10), True, False, True)


def taken(label: str, language: str) -> bool:
    button = SeenDoor(
        PLACE, label, False, "button", "button", "", "", None, None, False, False, "", False, "", False, False, "", 0
    )
    return judge(button, PAGE, language, BOUNDS).take


@pytest.mark.parametrize("path", LABELS, ids=lambda p: p.stem)
def test_deeds_are_not_taken(path: Path) -> None:
    labels = yaml.safe_load(path.read_text(encoding="utf-8"))["deeds"]
    assert [label for label in labels if taken(label, path.stem)] == []


@pytest.mark.parametrize("path", LABELS, ids=lambda p: p.stem)
def test_doors_are_taken(path: Path) -> None:
    labels = yaml.safe_load(path.read_text(encoding="utf-8"))["doors"]
    assert [label for label in labels if not taken(label, path.stem)] == []
