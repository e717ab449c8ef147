"""What is joined, what is private, which state is said to hold now."""

import pytest

from offswitch_classifier.phrases import has, joined, said_state, sentences, switched


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        ("Offers, location and safety alerts", "en", ("offers", "location", "safety alerts")),
        ("Angebote, Standort und Warnungen", "de", ("angebote", "standort", "warnungen")),
        ("広告と位置情報", "ja", ("広告", "位置情報")),
        ("Brand new band", "en", ("brand new band",)),
        ("Actualités", "fr", ("actualités",)),
    ],
)
def test_parts_are_held_together_by_commas_and_by_words_of_the_language(text, language, parts):
    assert joined(text, language) == parts


@pytest.mark.parametrize(
    ("text", "language", "state"),
    [
        ("Currently off. Clips are used to improve speech.", "en", "off"),
        ("Status: on", "en", "on"),
        ("Derzeit eingeschaltet", "de", "on"),
        ("Currently on, about two letters a week. Clear the box to end them.", "en", "on"),
        ("Aktuell aus (seit Mai)", "de", "off"),
        ("現在オフ", "ja", "off"),
        ("When this is off, no clips are kept and nothing is sent.", "en", None),
        ("You can turn it on or off at any time.", "en", None),
        ("Sends usage data to the maker", "en", None),
    ],
)
def test_only_a_short_sentence_says_how_it_stands_now(text, language, state):
    assert said_state(text, language) == state


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("Your privacy choices", "en", True),
        ("Datenschutzeinstellungen", "de", True),
        ("隐私设置", "zh", True),
        ("Display", "en", False),
    ],
)
def test_privacy_is_named_in_many_languages(text, language, said):
    assert has("privacy", text, language) is said


def test_sentences_keep_their_marks():
    assert sentences("Really? Yes. 本当ですか？はい") == ["Really?", "Yes.", "本当ですか？", "はい"]


@pytest.mark.parametrize(
    ("option", "language", "on"),
    [
        ("Yes", "en", True), ("Yes, send me offers", "en", True), ("Disabled", "en", False), ("Nein, danke", "de", False),
        ("いいえ", "ja", False), ("Evet", "tr", True), ("Nie", "pl", False), ("Never", "en", None), ("On this device", "en", None),
        ("Nobody", "en", None), ("No one", "en", None),
    ],
)  # fmt: skip
def test_options_that_are_no_more_than_yes_or_no(option, language, on):
    assert switched(option, language) is on
