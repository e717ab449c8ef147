"""Deeds, doors, consent buttons and states in languages whose buttons stand in the infinitive, as nouns or with the verb last."""

import pytest

from offswitch_crawler.controls.choices import CONSENT, means
from offswitch_crawler.controls.states import state_word, turns
from offswitch_crawler.doors import Verdict, judge
from offswitch_crawler.seen import Layer, Place, Ref, SeenDoor
from offswitch_crawler.sites import Bounds
from offswitch_crawler.vocabulary import vocabulary
from offswitch_recording.words import Means, WhyNot

BOUNDS = Bounds("https://www.example.org/settings", (), (), ())
PAGE = Layer("page", "", False, 0, (0, 0, 1280, 800))
PLACE = Place(Ref(0, 1), "", ("a",), (), (), "main", 0, (0, 0, 10, 10), True, False, True)


def bare(label: str, language: str) -> Verdict:
    button = SeenDoor(
        PLACE, label, False, "button", "button", "", "", None, None, False, False, "", False, "", False, False, "", 0
    )
    return judge(button, PAGE, language, BOUNDS)


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("da", "Log ud|Slet konto|Gem ændringer|Køb nu|Frameld|Slå alt fra|Opret profil|Acceptér|Nulstil|Del"),
        ("fi", "Kirjaudu ulos|Poista tili|Tallenna|Osta nyt|Peru tilaus|Ota käyttöön|Luo uusi|Hyväksyn|Lisää kortti|Jaa"),
        ("cs", "Odhlásit se|Smazat účet|Uložte změny|Koupit|Zrušit předplatné|Vypnout vše|Vytvořit profil|Souhlasím|Sdílet"),
        ("hu", "Kijelentkezés|Fiók törlése|Mentés|Megveszem|Leiratkozás|Összes kikapcsolása|Létrehozás|Elfogadom|Megosztás"),
        (
            "ro",
            "Deconectare|Șterge contul|Stergeți contul|Salvează|Cumpără|Dezabonare|Dezactivează tot|Creează profil|Sunt de acord",
        ),
        ("tr", "Çıkış yap|Hesabı sil|Kaydet|Satın al|Aboneliği iptal et|Tümünü kapat|İndir|SIFIRLA|Kabul ediyorum|Paylaş"),
        ("hu", "Böngészési előzmények és minden letöltött fájl végleges törlése"),
        ("tr", "Tarayıcı geçmişini ve kayıtlı tüm form bilgilerini kalıcı olarak temizle"),
    ],
)
def test_bare_deeds_are_not_taken(language: str, labels: str) -> None:
    assert [label for label in labels.split("|") if bare(label, language).why_not is not WhyNot.ACTING] == []


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("da", "Indstillinger|Privatliv|Administrer samtykke|Vis mere|Avanceret|Kontoindstillinger|Deling"),
        ("fi", "Asetukset|Tietosuoja|Hallitse evästeitä|Näytä lisää|Lisäasetukset|Omat tiedot|Muokkaa"),
        ("cs", "Nastavení|Soukromí|Spravovat souhlasy|Zobrazit více|Upravit|Sdílení|Ověřené údaje"),
        ("hu", "Beállítások|Adatvédelem|Hozzájárulások kezelése|Több megjelenítése|Szerkesztés|Letöltések"),
        ("ro", "Setări|Confidențialitate|Gestionează acordurile|Vezi mai mult|Setari cont|Date personale"),
        ("tr", "Ayarlar|Gizlilik|İzinleri yönet|Daha fazla göster|Çerez tercihleri|Verilerim|Düzenle"),
    ],
)
def test_doors_are_taken(language: str, labels: str) -> None:
    assert [label for label in labels.split("|") if not bare(label, language).take] == []


@pytest.mark.parametrize(
    ("language", "accept", "refuse", "more"),
    [
        ("da", "Acceptér alle", "Kun nødvendige", "Tilpas"),
        ("fi", "Hyväksy kaikki", "Jatka hyväksymättä", "Evästeasetukset"),
        ("cs", "Přijmout vše", "Povolit jen nezbytné", "Podrobné nastavení"),
        ("hu", "Összes elfogadása", "Csak a szükségesek", "Testreszabás"),
        ("ro", "Acceptă toate", "Respinge tot", "Setări cookie"),
        ("tr", "Tümünü kabul et", "Yalnızca zorunlu çerezler", "Çerezleri yönet"),
    ],
)
def test_consent_buttons_are_told_apart(language: str, accept: str, refuse: str, more: str) -> None:
    words = vocabulary(language)
    assert [means(label, words) for label in (accept, refuse, more)] == [Means.ACCEPT, Means.REFUSE, Means.MORE]


@pytest.mark.parametrize(
    "text",
    [
        "dit samtykke",
        "Käytämme evästeitä",
        "souhlas se zpracováním",
        "sütiket használunk",
        "consimtamant",
        "Çerez kullanıyoruz",
    ],
)
def test_notices_of_consent_are_recognised(text: str) -> None:
    assert CONSENT.search(text)


def test_words_of_state() -> None:
    assert [state_word(w) for w in ("Slået til", "Käytössä", "Zapnuto", "Bekapcsolva", "Activat", "Açık")] == ["on"] * 6
    assert [state_word(w) for w in ("Slået fra", "Ei käytössä", "Vypnuto", "Kikapcsolva", "Dezactivat", "Kapalı")] == [
        "off"
    ] * 6
    assert [turns(w) for w in ("Slå fra", "Poista käytöstä", "Vypnout", "Kikapcsolás", "Dezactivează")] == ["on"] * 5
    assert [turns(w) for w in ("Slå til", "Ota käyttöön", "Zapnout", "Bekapcsolás", "Activează", "Etkinleştir")] == [
        "off"
    ] * 6
