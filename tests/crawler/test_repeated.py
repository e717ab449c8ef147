"""Doors that are called the same: those that lead to one and the same screen are counted, those that lead apart are taken."""

import pytest

from offswitch_crawler.frontier import Door
from offswitch_crawler.repeated import Repeated
from offswitch_crawler.seen import Place, Ref, SeenDoor
from offswitch_recording.words import WhyNot

PLACE = Place(Ref(0, 1), "", ("a",), (), (), "main", 0, (0, 0, 9, 9), True, False, True)
SEEN = SeenDoor(
    PLACE, "Show options", False, "button", "button", "", "", None, None, False, False, "", False, "", False, True, "p", 0
)


@pytest.mark.parametrize(
    ("count", "targets", "closed"),
    [
        (12, ["s2", "s2"], 0),
        (12, ["s2", "s2", "s2"], 9),
        (11, ["s2", "s2", "s2"], 0),
        (40, ["s2", "s2", "s3"], 0),
        (40, [None, None, None], 0),
    ],
)
def test_the_rest_is_left_out_where_three_led_to_one_screen(count: int, targets: list[str | None], closed: int) -> None:
    repeated = Repeated()
    doors = [Door(f"d{n}", {"s1": SEEN}) for n in range(count)]
    for door in doors:
        repeated.add("s1", "button", door)
    for door, target in zip(doors, targets, strict=False):
        door.taken, door.target = True, target
    repeated.fold()
    assert sum(d.why_not is WhyNot.TEMPLATE for d in doors) == closed
    assert [(t.members, t.taken) for t in repeated.record()] == ([(count, 3)] if closed else [])


def test_a_member_that_leads_elsewhere_opens_the_rest_again() -> None:
    repeated = Repeated()
    doors = [Door(f"d{n}", {"s1": SEEN}) for n in range(14)]
    for door in doors:
        repeated.add("s1", "button", door)
    for door in doors[:3]:
        door.taken, door.target = True, "s2"
    repeated.fold()
    assert not doors[13].open
    # Another screen shows this one too, and from there it led elsewhere.
    doors[3].why_not, doors[3].taken, doors[3].target = None, True, "s3"
    repeated.fold()
    assert doors[13].open
    assert repeated.record() == []


def test_what_is_not_taken_for_another_reason_is_no_member() -> None:
    repeated = Repeated()
    doors = [Door(f"d{n}", {"s1": SEEN}) for n in range(14)]
    for door in doors:
        repeated.add("s1", "button", door)
    for door in doors[:3]:
        door.taken, door.target = True, "s2"
    for door in doors[3:7]:
        door.why_not = WhyNot.ACTING
    repeated.fold()
    # Ten are left that could be taken: too few to count.
    assert doors[13].open
