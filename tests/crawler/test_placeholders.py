"""Options that only ask, in every language; what is empty and an answer stays."""

import pytest

from offswitch_crawler.controls.placeholders import answers, only_asks
from offswitch_crawler.vocabulary import CODES, load, vocabulary


def _first(text: str, **facts: object) -> dict[str, object]:
    return {"options": [text, "B"], "chosen": [text], "at": [0], "empty": [0], "barred": [], "unset": 0, **facts}


@pytest.mark.parametrize("code", CODES)
def test_every_word_that_asks_is_no_answer(code: str) -> None:
    assert all(only_asks(f"— {word}… —", vocabulary(code)) for word in load(code)["asks"])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Land auswählen"),
        ("hu", "Kérjük, válasszon!"),
        ("ja", "国を選択"),
        ("fr", "-- Pays --"),
        ("en", "Frequency…"),
        ("tr", "Ülke seçin"),
    ],
)
def test_an_empty_first_option_that_asks_is_no_answer(language: str, text: str) -> None:
    told = answers(_first(text), vocabulary(language))
    assert (told["options"], told["chosen"], told["asking"]) == (["B"], [], [text])


@pytest.mark.parametrize("text", ["Everyone", "None", "Default", "— None —", "Selected friends", "Pickup point"])
def test_an_empty_answer_stays(text: str) -> None:
    assert answers(_first(text), vocabulary("en"))["options"] == [text, "B"]


def test_what_nobody_can_choose_may_still_be_the_answer() -> None:
    assert answers(_first("Set by your school", empty=[], barred=[0]), vocabulary("en"))["chosen"]
    assert not answers(_first("Everyone", unset=1), vocabulary("en"))["chosen"]
