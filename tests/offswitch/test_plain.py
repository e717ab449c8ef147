"""Text of a page, made harmless."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from offswitch.plain import plain


def test_control_characters_and_reordering_go() -> None:
    assert plain("a\x1b[31mred\x1b[0m\x07 \u202eevil\u2066 \x9b1m b\n\tc") == "a[31mred[0m evil 1m b c"


def test_at_most() -> None:
    assert plain("abcdef", most=4) == "abc…"
    assert plain("abcd", most=4) == "abcd"


@given(st.text())
def test_one_line_without_controls(text: str) -> None:
    made = plain(text)
    assert len(made.splitlines()) <= 1
    assert not [c for c in made if unicodedata.category(c) in {"Cc", "Cs"}]
    assert plain(made) == made
