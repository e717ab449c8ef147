"""Lists of doors that lead to pages alike: data is folded after three members, settings never."""

import pytest

from offswitch_crawler.frontier import Door
from offswitch_crawler.seen import Place, Ref, SeenDoor
from offswitch_crawler.template import Shape, Templates
from offswitch_recording.words import WhyNot

PLACE = Place(Ref(0, 1), "", ("a",), (), (), "main", 0, (0, 0, 9, 9), True, False, True)
SWITCH = Shape(("show *: off",), (), frozenset({"*"}), leads_on=False)
TEXT = Shape((), (), frozenset({"*", "likes tea."}), leads_on=False)
FIFTY = [f"Name {chr(65 + n // 26)}{chr(97 + n % 26)}" for n in range(50)]


def door(number: int, label: str) -> Door:
    seen = SeenDoor(
        PLACE, label, False, "link", "a", "", "", None, None, False, False, "", False, "", False, True, "li>a", 0
    )
    return Door(f"d{number}", {"s1": seen})


class Walked:
    """A list on a screen, of which some doors were taken; what each led to is said by its label."""

    def __init__(self, labels: list[str], shape: Shape = SWITCH, named: tuple[str, ...] = ()) -> None:
        self.shapes: dict[str, Shape] = {}
        self.usual = shape
        self.templates = Templates(lambda d: self.shapes.get(d.label, self.usual), lambda a, b: True, lambda s: 1)
        self.doors: list[Door] = []
        self.show("s1", labels, named)

    def show(self, screen: str, labels: list[str], named: tuple[str, ...] = ()) -> list[Door]:
        new = [door(len(self.doors) + n, label) for n, label in enumerate(labels)]
        self.doors += new
        for one in new:
            self.templates.add(screen, "li>a", one, named=one.label in named)
        return new

    def take(self, *numbers: int, outcome: str = "screen") -> "Walked":
        for n in numbers:
            self.doors[n].taken, self.doors[n].outcome = True, outcome
            self.doors[n].target = f"t{n}" if outcome == "screen" else None
        self.templates.fold()
        return self

    @property
    def closed(self) -> int:
        return sum(d.why_not is WhyNot.TEMPLATE for d in self.doors)


def test_a_long_list_of_names_is_folded_and_says_what_each_page_held() -> None:
    walked = Walked(FIFTY).take(0, 1)
    assert walked.closed == 0
    assert walked.take(2).closed == 47
    (record,) = walked.templates.record()
    assert (record.members, record.taken, record.controls) == (50, 3, [1, 1, 1])


@pytest.mark.parametrize(
    ("labels", "shape", "named", "closed"),
    [
        (FIFTY[:12], SWITCH, (), 0),
        (FIFTY[:12], TEXT, (), 9),
        (FIFTY, SWITCH, tuple(FIFTY), 0),
        (FIFTY, SWITCH, tuple(FIFTY[40:42]), 45),
        ([f"Topic {n}" for n in range(12)], SWITCH, (), 0),
        ([f"Language {n}" for n in range(24)], SWITCH, tuple(f"Language {n}" for n in range(24)), 21),
        ([f"ada{n}@mail.example" for n in range(24)], SWITCH, (), 21),
    ],
    ids=["short", "short, nothing on it", "settings", "two that name settings", "few numbers", "numbers", "addresses"],
)
def test_what_is_data(labels: list[str], shape: Shape, named: tuple[str, ...], closed: int) -> None:
    assert Walked(labels, shape, named).take(0, 1, 2).closed == closed


def test_another_state_in_one_of_three_folds_nothing() -> None:
    walked = Walked(FIFTY)
    walked.shapes[FIFTY[2]] = Shape(("show *: on",), (), frozenset(), leads_on=False)
    assert walked.take(0, 1, 2, 3, 4, 5).closed == 0


def test_one_on_its_way_that_differs_unfolds() -> None:
    walked = Walked(FIFTY)
    walked.doors[3].busy = True
    assert walked.take(0, 1, 2).closed == 46
    walked.shapes[FIFTY[3]] = Shape(("another: on",), (), frozenset(), leads_on=False)
    walked.doors[3].busy = False
    assert walked.take(3).closed == 0 and walked.templates.record() == []


@pytest.mark.parametrize("outcome", ["same", "error:gone", "status:404"])
def test_a_door_that_led_nowhere_says_nothing_of_the_others(outcome: str) -> None:
    assert Walked(FIFTY).take(0, 1, 2, 3, outcome=outcome).take(4, 5).closed == 0


def test_members_found_later_join() -> None:
    walked = Walked(FIFTY).take(0, 1, 2)
    walked.show("s1", ["Later One", "Later Two"])
    walked.templates.fold()
    assert walked.closed == 49
    next_page = walked.show("s9", ["Zed", "Zoe", "Zac"])
    walked.take(52)
    assert [d.why_not for d in next_page[1:]] == [WhyNot.TEMPLATE] * 2
    (record,) = walked.templates.record()
    assert (record.members, record.taken) == (55, 4)


def test_another_list_of_the_same_structure_does_not_join() -> None:
    walked = Walked(FIFTY).take(0, 1, 2)
    walked.shapes["Zed"] = Shape(("another: on",), (), frozenset(), leads_on=False)
    walked.show("s9", ["Zed", "Zoe", "Zac"])
    walked.take(50)
    assert walked.doors[51].why_not is None


NOTHING = Shape((), ("discussion", "history"), frozenset({"*"}), leads_on=True)


def site_of_pages(shape: Shape, *, named: bool = False, count: int = 24) -> Walked:
    """Pages of one make, each linked from another screen."""
    walked = Walked([], shape)
    for n in range(count):
        one = door(n, f"Page {chr(65 + n)}")
        walked.doors.append(one)
        walked.templates.add_address(one, f"http://site.example/page/{chr(65 + n)}tea", named=named)
    return walked


def test_addresses_of_one_make_all_over_a_site_are_folded_where_nothing_can_be_set() -> None:
    walked = site_of_pages(NOTHING).take(0, 1, 2, 3)
    assert walked.closed == 0
    assert walked.take(4).closed == 19
    (record,) = walked.templates.record()
    assert (record.screen, record.members, record.taken) == ("s1", 24, 5)


def test_a_page_that_several_screens_link_is_looked_at_once() -> None:
    walked = site_of_pages(NOTHING).take(0, 1, 2, 3, 4)
    far = site_of_pages(NOTHING)
    for one in far.doors[:6]:
        one.taken, one.outcome, one.target = True, "screen", f"t{one.id in ('d0', 'd1', 'd2')}"
    far.templates.fold()
    assert (walked.closed, far.closed) == (19, 0)


SKIN = frozenset(f"line {n}" for n in range(18))


@pytest.mark.parametrize(
    ("further", "of", "closed"),
    [(("discussion",), "D", 19), (("a", "b", "c", "d", "e"), "D", 0), (("a", "b", "c", "d", "e"), "BD", 19)],
    ids=["near", "far", "two far ones"],
)
def test_such_pages_may_differ_a_little_and_be_of_a_few_sorts(further: tuple[str, ...], of: str, closed: int) -> None:
    walked = site_of_pages(Shape((), ("edit",), SKIN, leads_on=True))
    for letter in of:
        walked.shapes[f"Page {letter}"] = Shape((), ("edit", *further, letter), SKIN | set(further), leads_on=True)
    assert walked.take(0, 1).take(2, 3).take(4).closed == closed


def test_such_a_page_that_stands_alone_is_joined_when_another_of_its_sort_is_looked_at() -> None:
    walked = site_of_pages(Shape((), ("edit",), SKIN, leads_on=True))
    for letter in "DG":
        walked.shapes[f"Page {letter}"] = Shape((), ("edit", letter), SKIN | set("abcde"), leads_on=True)
    assert walked.take(0, 1, 2, 3, 4).closed == 0
    assert walked.take(6).closed == 18


def test_forty_of_one_make_are_data_though_each_says_something_else_unless_one_holds_a_control() -> None:
    def articles(count: int, named: bool = False) -> Walked:
        walked = site_of_pages(NOTHING, count=count, named=named)
        for n, one in enumerate(walked.doors):
            walked.shapes[one.label] = Shape((), (f"door {n}",), frozenset(f"{n} {k}" for k in range(9)), leads_on=True)
        return walked

    few = articles(39).take(0, 1, 2, 3, 4)
    assert few.closed == 0
    few.templates.add_address(door(39, "One more"), "http://site.example/page/more", named=False)
    assert few.take().closed == 34
    assert articles(40).take(0, 1, 2, 3).closed == 0
    assert articles(40, named=True).take(0, 1, 2, 3, 4).closed == 0
    walked = articles(40).take(0, 1, 2, 3, 4)
    assert walked.closed == 35
    walked.shapes[walked.doors[9].label] = SWITCH
    assert walked.take(9).closed == 0


@pytest.mark.parametrize(
    ("shape", "named", "count"),
    [(SWITCH, False, 24), (NOTHING, True, 24), (NOTHING, False, 11)],
    ids=["set", "named", "few"],
)
def test_addresses_that_may_be_settings_are_not(shape: Shape, named: bool, count: int) -> None:
    assert site_of_pages(shape, named=named, count=count).take(0, 1, 2, 3, 4, 5).closed == 0


def test_views_of_one_list_are_folded_after_two_unless_they_hold_other_controls() -> None:
    walked = Walked([])
    for n, label in enumerate(["20", "50", "100", "250", "500"]):
        walked.doors.append(door(n, label))
        walked.templates.add_view("s1", walked.doors[-1])
    assert walked.take(0).closed == 0
    walked.shapes["50"] = Shape(SWITCH.controls, ("one more row",), frozenset(), leads_on=True)
    assert walked.take(1).closed == 3
    walked.doors[2].why_not = None  # it was under way
    walked.shapes["100"] = Shape(("other: on",), (), frozenset(), leads_on=False)
    assert walked.take(2).closed == 0
