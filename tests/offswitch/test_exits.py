"""Where several exit codes apply, the documented order decides."""

import itertools

import pytest

from offswitch import exits
from offswitch_recording.errors import Exit


def test_codes_are_those_of_the_records() -> None:
    assert {exits.DONE, *exits.PRECEDENCE} == {int(e) for e in Exit}


def test_nothing_applies() -> None:
    assert exits.gravest([]) == 0


@pytest.mark.parametrize("pair", [*itertools.combinations((70, 130, 5, 3, 1, 4), 2)])
def test_the_graver_of_two_wins(pair: tuple[int, int]) -> None:
    assert exits.gravest(pair) == exits.gravest(reversed(pair)) == pair[0]
