"""How much of the seconds of a walk is kept for its second reading."""

import time

import pytest

from offswitch_crawler.budget import Budget
from offswitch_crawler.options import Options


def budget(used: float) -> Budget:
    """One of 900 seconds of which so many are used."""
    return Budget(Options(max_seconds=900), began=time.monotonic() - used)


def test_a_fifth_is_kept_while_nobody_knows_what_the_second_reading_takes() -> None:
    assert budget(700).ended(1) is None
    assert budget(725).ended(1) == "budget:seconds"


def test_a_short_second_reading_leaves_the_rest_to_the_walk() -> None:
    used = budget(725)
    used.expect(2.0, 10)
    assert used.ended(1) is None and used.room(100) > 0
    later = budget(815)
    later.expect(2.0, 10)
    assert later.ended(1) == "budget:seconds", "a tenth is kept in any case"


def test_no_more_than_a_fifth_is_kept_for_a_long_one() -> None:
    used = budget(700)
    used.expect(10.0, 100)
    assert used.ended(1) is None


@pytest.mark.parametrize(("pace", "ended"), [(4.0, None), (7.0, "budget:seconds")])
def test_between_the_two_it_is_as_much_as_it_needs_and_half_more(pace: float, ended: str | None) -> None:
    used = budget(770)
    used.expect(pace, 15)
    assert used.ended(1) == ended
