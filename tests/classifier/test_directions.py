"""Who permits and who prevents, where a language writes the negation in one with its verb, twice, or puts the verb last."""

import pytest

from offswitch_classifier.lexicon import hits
from offswitch_classifier.signs import net_direction
from offswitch_classifier.text import cleaned


@pytest.mark.parametrize(
    ("language", "permits", "prevents", "neither"),
    [
        ("da", "Del min placering", "Del ikke min placering|Slå annoncer fra|Bloker sporing", "Vinduets størrelse"),
        ("fi", "Jaa sijaintini", "Älä jaa sijaintiani|Estä seuranta|Ei mainontaa", "Ikkunan koko"),
        ("cs", "Sdílet data|Neblokovat reklamy", "Nesdílet data|Nikdy nesdílet polohu|Nechci dostávat novinky", "Velikost okna"),
        ("hu", "Adatok megosztása", "Soha ne ossza meg|Naplók küldésének letiltása|Nyomkövetők blokkolása", "Ablak mérete"),
        ("ro", "Distribuie locatia", "Niciodată nu trimite date|Blochează urmărirea|Fara reclame", "Dimensiune font"),
        ("tr", "Konumumu paylaş", "Verilerim paylaşılmasın|ÇEREZLERİ REDDET|Asla gönderilmesin", "Yazı boyutu"),
    ],
)  # fmt: skip
def test_direction_of_a_sentence(language, permits, prevents, neither):
    for texts, direction in ((permits, -1), (prevents, 1), (neither, 0)):
        assert {t: net_direction(hits(cleaned(t), language)) for t in texts.split("|")} == dict.fromkeys(
            texts.split("|"), direction
        )
