"""Every language has the same keys, and words match as whole words."""

import pytest

from offswitch_crawler.vocabulary import CODES, KEYS, load, vocabulary


@pytest.mark.parametrize("code", CODES)
def test_every_language_has_every_key(code: str) -> None:
    words = load(code)
    assert set(words) == set(KEYS)
    assert all(words.values())
    assert all(w == w.casefold() or code == "de" for ws in words.values() for w in ws)


def test_words_are_whole_words_and_characters_are_not() -> None:
    assert vocabulary("en").has("deeds", "Delete all")
    assert not vocabulary("en").has("deeds", "Deleted items")
    assert vocabulary("ja").has("settings", "プライバシー設定を開く")
    assert vocabulary("de-AT").has("settings", "Datenschutz")
    assert not vocabulary("en").has("settings", "Datenschutz")
    assert vocabulary("zz").has("settings", "Datenschutz")
