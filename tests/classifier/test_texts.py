"""Texts as numbers: our transformers keep scikit-learn's conventions, which its own checks cannot test on text."""

import numpy as np
import pytest
from sklearn.base import clone

from offswitch_classifier.lexicon import hits
from offswitch_classifier.prefixes import forms
from offswitch_classifier.signs import Signs, net_direction
from offswitch_classifier.terms import Terms
from offswitch_classifier.text import LONGEST_FIELD_CHARACTERS, MOST_WORDS, cleaned, control, words
from offswitch_classifier.texts import Texts

ROWS = [
    {"label": "Share my location", "description": "With friends nearby.", "language": "en"},
    {"label": "Don't send crash reports", "section": "Data > Diagnostics", "language": "en"},
    {"label": "広告をブロック", "language": "ja"},
    {"label": "Who sees it?", "options": "Everyone | Nobody", "control": "radio", "language": "en"},
]
MADE = [Terms(("label", "description"), "word"), Terms(("label",), "part", shortest=3, longest=4), Signs(), Texts(min_df=1)]
HOSTILE = [
    "", " ", "\x00\x01\x02", "a" * 100_000, "<script>alert(1)</script>" * 50, "\u202eevil\u202c", "🔥" * 5000,
    "א" * 300, "|||", "\ud800", "-" * 9999, "' OR 1=1 --", "\n\r\t", "don't " * 4000, "Ａ" * 50,
]  # fmt: skip


def dense(x):
    return x.toarray() if hasattr(x, "toarray") else np.asarray(x)


@pytest.mark.parametrize("made", MADE, ids=repr)
class TestConventions:
    def test_clone_keeps_parameters_and_forgets_what_was_learnt(self, made):
        copy = clone(made.fit(ROWS))
        assert copy.get_params(deep=False) == made.get_params(deep=False)
        assert not [name for name in vars(copy) if name.endswith("_")]

    def test_fitted_again_it_knows_only_the_new_rows(self, made):
        once = dense(clone(made).fit(ROWS[:2]).transform(ROWS))
        twice = dense(clone(made).fit(ROWS).fit(ROWS[:2]).transform(ROWS))
        assert np.array_equal(once, twice)

    def test_one_row_has_as_many_numbers_as_there_are_names(self, made):
        fitted = clone(made).fit(ROWS)
        assert fitted.transform(ROWS[:1]).shape == (1, len(fitted.get_feature_names_out()))

    def test_no_row_is_an_empty_matrix(self, made):
        fitted = clone(made).fit(ROWS)
        assert fitted.transform([]).shape == (0, len(fitted.get_feature_names_out()))

    def test_a_row_does_not_depend_on_its_neighbours(self, made):
        fitted = clone(made).fit(ROWS)
        backwards = dense(fitted.transform(ROWS[::-1]))[::-1]
        assert np.array_equal(dense(fitted.transform(ROWS)), backwards)

    def test_hostile_and_empty_texts_are_finite_numbers(self, made):
        rows = [{"label": t, "description": t, "options": t, "language": t} for t in HOSTILE] + [{}, {"label": None}]
        assert np.isfinite(dense(clone(made).fit(ROWS).transform(rows))).all()


def test_terms_have_unit_length():
    found = dense(Terms(("label",)).fit(ROWS).transform(ROWS))
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)


@pytest.mark.parametrize("text", HOSTILE)
def test_cleaning_bounds_and_strips(text):
    clean = cleaned(text)
    assert len(clean) <= LONGEST_FIELD_CHARACTERS
    assert not any(ord(c) < 32 for c in clean)
    assert "<script" not in clean
    assert len(words(clean)) <= MOST_WORDS


@pytest.mark.parametrize(
    ("word", "without"),
    [("الموقع", "موقع"), ("بموقعي", "موقعي"), ("وللشركاء", "شركاء"), ("המיקום", "מיקום"), ("ולשותפים", "שותפים")],
)
def test_what_is_written_in_one_with_a_word_is_set_apart(word, without):
    assert without in forms(word)


@pytest.mark.parametrize("word", ["לא", "بلا", "никто", "location"])
def test_short_words_and_other_scripts_have_one_form(word):
    assert forms(word) == (word,)


def test_options_keep_their_order():
    assert control({"options": "Everyone | Friends |  | Nobody"}).options == ("everyone", "friends", "nobody")


@pytest.mark.parametrize(
    ("text", "language", "direction"),
    [
        ("share my data", "en", -1), ("don't share my data", "en", 1), ("block trackers", "en", 1),
        ("don't block trackers", "en", -1), ("daten nicht teilen", "de", 1), ("daten teilen", "de", -1),
        ("ne pas partager mes données", "fr", 1), ("no compartir mis datos", "es", 1), ("dela inte min plats", "sv", 1),
        ("deel mijn locatie niet", "nl", 1), ("nie udostępniaj danych", "pl", 1), ("non condividere i dati", "it", 1),
        ("não partilhar os meus dados", "pt", 1), ("window size", "en", 0), ("не передавать данные", "ru", 1),
        ("ділитися даними", "uk", -1), ("να μη στέλνονται δεδομένα", "el", 1),
        ("عدم مشاركة موقعي", "ar", 1), ("السماح بالإعلانات", "ar", -1),
        ("đừng gửi báo cáo lỗi", "vi", 1), ("jangan bagikan data saya", "id", 1), ("위치 공유 안 함", "ko", 1), ("진단 정보 보내기", "ko", -1),
        ("不要向合作伙伴共享我的数据", "zh", 1), ("停止分享我的資料", "zh", 1), ("允许个性化广告", "zh", -1),
        ("do not track", "en", 1), ("データを送らない", "ja", 1), ("データを送る", "ja", 0), ("ブロックしない", "ja", -1),
        ("אל תשתפו את המיקום", "he", 1), ("הסתרת פרסומות", "he", 1), ("लोकेशन न भेजें", "hi", 1), ("डेटा साझा करें", "hi", -1),
    ],
)  # fmt: skip
def test_direction_follows_verb_and_negation(text, language, direction):
    assert net_direction(hits(text, language)) == direction
