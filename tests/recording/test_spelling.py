"""Words that are written in several ways are spelt alike before they are compared."""

import re
import unicodedata

import pytest

from offswitch_recording.spelling import MARKS, plain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ΡΥΘΜΙΣΕΙΣ", "Ρυθμίσεις"), ("Υπηρεσίες", "υπηρεσιεσ"), ("Учётная запись", "учетная запись"), ("П’ять", "п'ять"),
        ("الإعدادات", "الاعدادات"), ("مُشاركة", "مشاركه"), ("الخصوصيـــة", "الخصوصية"), ("שָׁלוֹם", "שלום"),
        ("हटाएँ", "हटाएं"), ("\u095bरूरी", "ज\u093cरूरी"), ("ＡＩ", "ai"),
        ("Setări și permisiuni", "setari si permisiuni"), ("Ştergeţi", "Ștergeți"), ("Sıfırla", "SIFIRLA"), ("İPTAL", "iptal"),
    ],
)  # fmt: skip
def test_two_spellings_are_one(one, other):
    assert plain(one) == plain(other)
    assert plain(unicodedata.normalize("NFD", one)) == plain(one)


@pytest.mark.parametrize("text", ["Einschränken", "désactiver", "ångström", "Wyłącz", "configuração"])
def test_other_latin_letters_keep_their_marks(text):
    assert plain(text) == text.casefold()


def test_letters_that_are_no_marks_stay():
    assert plain("мой їжак") == "мой їжак"


def test_a_mark_belongs_to_its_word():
    assert re.findall(rf"[\w{MARKS}]+", "हिन्दी में") == ["हिन्दी", "में"]
