"""Labels of many products in every language whose verbs we tell from nouns: of bare buttons what acts and what answers is not taken.

A bare button whose words name no page that we know cannot be told by itself; in a list of pages it is one more.
"""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from offswitch_crawler.doors import judge
from offswitch_crawler.seen import Layer, Place, Ref, SeenDoor
from offswitch_crawler.sites import Bounds
from offswitch_crawler.vocabulary import load

LABELS = sorted((Path(__file__).parent / "labels").glob("*.yaml"))
BOUNDS = Bounds("https://www.example.org/settings", (), (), ())
PAGE = Layer("page", "", False, 0, (0, 0, 1280, 800))
PLACE = Place(Ref(0, 1), "", ("a",), (), (), "main", 0, (0, 0, 10, 10), True, False, True)


BUTTON = SeenDoor(PLACE, "", False, "button", "button", "", "", None, None, False, False, "", False, "", False, False, "", 0)
ROW = replace(BUTTON, role="generic", tag="div", row=True)


def taken(label: str, language: str, among: tuple[str, ...] = (), like: SeenDoor = BUTTON) -> bool:
    return judge(replace(like, label=label, among=among), PAGE, language, BOUNDS).take


def pages(language: str) -> tuple[str, ...]:
    return tuple(load(language)["settings"][4:8])


def labels(path: Path, key: str) -> list[str]:
    return list(yaml.safe_load(path.read_text(encoding="utf-8"))[key])


@pytest.mark.parametrize("path", LABELS, ids=lambda p: p.stem)
def test_deeds_are_not_taken(path: Path) -> None:
    alone = [label for label in labels(path, "deeds") if taken(label, path.stem)]
    listed = [label for label in labels(path, "deeds") if taken(label, path.stem, (*pages(path.stem), label))]
    assert (alone, listed) == ([], [])


@pytest.mark.parametrize("path", LABELS, ids=lambda p: p.stem)
def test_doors_are_taken_in_a_list_of_pages(path: Path) -> None:
    assert [label for label in labels(path, "doors") if not taken(label, path.stem, (*pages(path.stem), label))] == []


@pytest.mark.parametrize("path", LABELS, ids=lambda p: p.stem)
def test_most_doors_are_taken_where_they_stand_alone(path: Path) -> None:
    found = labels(path, "doors")
    assert sum(taken(label, path.stem) for label in found) >= len(found) * 0.55


@pytest.mark.parametrize("path", LABELS, ids=lambda p: p.stem)
def test_answers_are_not_taken(path: Path) -> None:
    """Each line is one choice; its answers stand alone, as buttons, as rows and with pages beside them."""
    for line in labels(path, "answers"):
        answers = tuple(line.split(" | "))
        mixed = (*answers, pages(path.stem)[0])
        found = [
            a
            for a in answers
            for like in (BUTTON, ROW)
            for among in ((), answers, mixed)
            if taken(a, path.stem, among, like)
        ]
        assert found == [], line
