"""Text in any script, on a machine with fonts and on one without."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from offswitch.pictures import fonts


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine on which no font is installed."""
    monkeypatch.setattr(fonts, "chain", lambda: (fonts.SHIPPED,))
    _forget()
    yield
    _forget()


def _forget() -> None:
    for cached in (fonts.legible, fonts.runs):
        cached.cache_clear()


def test_without_fonts_letters_lose_their_accents_and_other_scripts_are_left_out(bare: None) -> None:
    assert fonts.legible("Käufer: café 設定 on") == "Kaufer: cafe […] on"
    assert fonts.legible("👍 yes") == " yes"
    assert fonts.covered() == []


def test_pieces_are_the_text() -> None:
    text = "Share 設定 with Жуки, ok"
    assert "".join(piece for piece, _ in fonts.runs(text)) == fonts.legible(text)


@settings(deadline=None)  # the first use of a font reads its file
@given(st.text(max_size=60), st.sampled_from([12, 14, 42]), st.integers(0, 400))
def test_shortened_text_fits(text: str, px: int, most: int) -> None:
    made = fonts.shorten(text, px, most)
    assert fonts.width(made, px) <= most or made == ""


@settings(deadline=None)
@given(st.text(max_size=120), st.integers(60, 300), st.integers(1, 4))
def test_wrapped_text_fits(text: str, most: int, lines: int) -> None:
    made = fonts.wrap(text, 14, most, lines)
    assert len(made) <= lines
    assert all(fonts.width(line, 14) <= most for line in made)


def test_wrapping_loses_nothing_where_there_is_room() -> None:
    text = "Use my orders to train the models of the shop and of its partners"
    assert " ".join(fonts.wrap(text, 14, 150, 9)) == text
