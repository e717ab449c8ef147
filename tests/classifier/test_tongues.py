"""In which language a text is, and how sure one can be."""

import pytest

from offswitch_classifier import foreign, tongues
from offswitch_classifier.lexicon import CODES
from offswitch_classifier.model import shipped
from offswitch_classifier.readings import facts_of


def test_every_language_has_a_name():
    assert set(tongues.NAMES) == set(CODES)
    assert set(shipped()["tongues"].classes_) == set(CODES)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Share my viewing history with advertising partners", "en"),
        ("Meinen Verlauf mit Werbepartnern teilen", "de"),
        ("Partager mon historique avec les annonceurs", "fr"),
        ("Compartir mi historial con los anunciantes", "es"),
        ("Делиться историей просмотров с партнёрами", "ru"),
        ("Ділитися історією переглядів із партнерами", "uk"),
        ("広告主と視聴履歴を共有する", "ja"),
        ("与广告商共享观看记录", "zh"),
    ],
)
def test_a_sentence_is_told(hand, text, language):
    facts = facts_of(hand.recording([hand.screen(1, [hand.line(text, 60)])], [hand.control(1, text)]), shipped())
    told = foreign.Languages(facts)
    (control,) = facts.controls
    assert told.own(control) == language
    assert told.against(control, language) < 0
    assert told.against(control, "fi") > 3
    assert told.rest(control) is None


@pytest.mark.parametrize("word", ["Newsletter", "Cookies", "Feedback", "Tracking"])
def test_a_word_that_many_languages_share_is_too_short_to_be_judged(word):
    assert tongues.letters(word) < foreign.FEWEST_LETTERS
