"""Signs of a sentence: the words of pressure in any language, how it is written, and what meets in it."""

import pytest

from offswitch_classifier.sentence_signs import names, signs


def said(text):
    (row,) = signs([text])
    return {name for name, sign in zip(names(), row, strict=True) if sign}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No thanks, I'd rather miss out", {"refusal", "me", "loss", "refusal, first", "refusal and loss"}),
        ("Nein danke, ich verzichte auf den vollen Schutz", {"refusal", "me", "negations"}),
        ("En continuant, vous acceptez", {"going_on", "agreement", "agreement and going_on"}),
        ("残り3点のみ", {"stock", "number", "one digit", "stock and number"}),
        ("¡Date prisa!", {"hurry", "exclamation"}),
        ("Offer ends in 09:58", {"hurry", "clock", "number and clock"}),
        ("14 000 клиентов уже купили", {"people", "popular", "many digits", "people and number"}),
        ("LAST CHANCE", {"hurry", "capitals"}),
    ],
)
def test_what_a_sentence_says(text, expected):
    assert expected <= said(text)


def test_ordinary_texts_say_little():
    assert not {"me", "refusal", "loss", "hurry", "stock", "people", "popular"} & said("Language")
    assert said("") == set()


def test_signs_do_not_depend_on_the_company_and_are_zero_or_one():
    texts = ["Only 2 left", "", "x" * 3000, "\x00\ud800", "最后一间房！"]
    together = signs(texts)
    assert together.shape == (5, len(names()))
    assert set(together.ravel()) <= {0.0, 1.0}
    for text, row in zip(texts, together, strict=True):
        assert (signs([text])[0] == row).all()
    assert signs([]).shape == (0, len(names()))
