"""A part of a site in another language than the rest, though it declares the same."""

import pytest

from offswitch_classifier.score import score
from offswitch_recording.words import Slug

LABELS = ("Share my reading history with advertising partners", "Match my purchases with data from other shops")
TURKISH = ("Siparişim yola çıkınca bana haber ver", "Yeni çıkan kitapların listesi, ayda bir", "Okuduklarımı rafta göster")


def most(recording):
    return max(s.patterns.get(Slug.LANGUAGE_DISCONTINUITY, 0.0) for s in score(recording).screens)


@pytest.mark.parametrize(("kind", "parent"), [("dialog", "s1"), ("page", None)])
def test_a_second_layer_in_another_language_than_the_site(hand, kind, parent):
    def site(declared):
        around = [hand.line("Your choices apply to this device and can be changed from the bottom of the page.", 300)]
        lines = [*(hand.line(label, 60 * n) for n, label in enumerate(LABELS, 1)), *around]
        second = hand.screen(2, lines, kind=kind, parent=parent, language=declared)
        first = hand.screen(1, [hand.line(said, 60 * n) for n, said in enumerate(TURKISH, 1)], language="tr")
        return hand.recording([first, second], [hand.control(n, label, screen="s2") for n, label in enumerate(LABELS, 1)])

    assert most(site("tr")) >= 0.5
    assert most(site("en")) < 0.2  # a translation of the site says so


def test_a_label_said_again_in_a_second_language_is_no_discontinuity(hand):
    turkish, english = "Okuma geçmişimi reklam ortaklarıyla paylaş", "Share my reading history with advertising partners"
    said = [hand.line(text, 60 * n) for n, text in enumerate((*TURKISH, turkish, english), 1)]
    screen = hand.screen(1, said, language="tr")
    both = hand.recording([screen], [hand.control(4, turkish, description=english)])
    alone = hand.recording([screen], [hand.control(4, english)])
    assert most(both) < 0.2
    assert most(alone) > most(both)
