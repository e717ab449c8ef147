"""Which links may be taken: by label, language, address and place together."""

from typing import Any

import pytest

from offswitch_recording.words import WhyNot
from tests.crawler.judged import NAVIGATION, link, verdict


def test_a_link_that_refuses_is_taken_where_its_address_is_a_page_kept_as_a_file() -> None:
    assert verdict("Refuse", href="https://www.example.org/how.html", tag="a", role="link") == "take"
    assert verdict("Refuse", href="https://www.example.org/how", tag="a", role="link") is WhyNot.ACTING
    assert verdict("Delete account", href="https://www.example.org/bye.html", tag="a", role="link") is WhyNot.ACTING
    assert verdict("Sign out", href="https://www.example.org/bye.html", tag="a", role="link") is WhyNot.ACTING


@pytest.mark.parametrize(
    ("label", "language"),
    [
        ("Withdraw consent", "en"), ("Stop sharing my data", "en"), ("Opt out of AI training", "en"), ("Object to processing", "en"),
        ("Einwilligung widerrufen", "de"), ("Widerspruch einlegen", "de"), ("Der Datenweitergabe widersprechen", "de"),
        ("Arrêter le partage", "fr"), ("Retirer mon consentement", "fr"), ("Refuser le suivi publicitaire", "fr"), ("M'opposer au traitement", "fr"),
        ("Retirar consentimiento", "es"), ("Dejar de compartir", "es"), ("Revoca il consenso", "it"), ("Retirar o consentimento", "pt"),
        ("Toestemming intrekken", "nl"), ("Bezwaar maken", "nl"), ("Återkalla samtycke", "sv"), ("Wycofaj zgodę", "pl"),
        ("同意を撤回する", "ja"), ("データの共有を停止", "ja"), ("Отозвать согласие", "ru"), ("Відкликати згоду", "uk"), ("Ανάκληση συγκατάθεσης", "el"),
        ("سحب الموافقة", "ar"), ("ביטול הסכמה", "he"), ("सहमति वापस लें", "hi"), ("Rút lại sự đồng ý", "vi"), ("Tarik persetujuan", "id"),
        ("동의 철회", "ko"), ("撤回同意", "zh"), ("停止共享数据", "zh"), ("Tilbagekald samtykke", "da"), ("Peruuta suostumus", "fi"),
        ("Odvolat souhlas", "cs"), ("Hozzájárulás visszavonása", "hu"), ("Retrage consimțământul", "ro"), ("Onayı geri çek", "tr"),
    ],
)  # fmt: skip
def test_a_link_that_takes_back_a_consent_is_taken_where_its_address_only_names_a_page(label: str, language: str) -> None:
    assert link(label, language, "/legal/7th-page") == "take"
    assert link(label, language, "/app#/legal") == "take"


@pytest.mark.parametrize(
    "path",
    [
        "/legal?id=ads",
        "/partners/12",
        "/legal#ads",
        "/go/6-x20",
        "/consent/withdraw",
        "/timer/stop",
        "/partage/arrêter",
        "/",
    ],
)
def test_no_withdrawal_makes_a_page_of_an_address_that_says_more(path: str) -> None:
    assert link("Arrêter le partage", "fr", path) is not None
    assert link("Arrêter le partage", "fr", path) != "take"


@pytest.mark.parametrize(
    "label",
    [
        "Se déconnecter",
        "Cerrar sesión",
        "Wyloguj się",
        "Konto löschen",
        "Abmelden",
        "Account verwijderen",
        "Elimina account",
    ],
)
@pytest.mark.parametrize("place", ["", "/konto"])
def test_a_deed_in_another_language_than_the_page_declares_is_none_the_less_a_deed(label: str, place: str) -> None:
    assert link(label, "en", f"{place}/go") != "take"


def test_a_name_that_says_not_to_is_a_page_and_one_that_says_no_more_is_a_deed() -> None:
    assert link("Ne pas déranger", "fr", "/quiet") == "take"
    assert link("Ne plus suivre", "fr", "/quiet") != "take"


@pytest.mark.parametrize(("label", "language"), [("拒绝", "zh"), ("Tolak", "id"), ("Refuse", "en")])
def test_a_bare_refusal_is_no_door(label: str, language: str) -> None:
    assert link(label, language, "/privacy/sharing") != "take"
    assert link("Partners", language, "/privacy/sharing") == "take"


def test_a_noun_that_may_be_an_order_is_a_door_where_its_address_is_called_so() -> None:
    assert link("Purchase data", "en", "/settings/purchase-data") == "take"
    assert link("Purchase data", "en", "/app/#/settings/purchase-data?from=menu") == "take"
    assert link("Purchase data", "en", "/settings/purchase-data#top") == "take"
    assert link("Purchase data", "en", "/plans/12/purchase") != "take"
    assert link("Purchase data", "en", "/settings/purchase-data#/plans/12/purchase") != "take"
    assert link("Delete data", "en", "/settings/delete-data") != "take"


@pytest.mark.parametrize(
    "label", ["Delete my data", "Share my data", "Unsubscribe", "Refuse", "Revoke", "Sell my data", "Allow tracking"]
)
def test_a_link_named_by_another_deed_is_no_withdrawal(label: str) -> None:
    assert link(label, "en", "/legal/page") is WhyNot.ACTING


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("https://www.example.org/settings/privacy", "take"),
        ("https://help.example.org/ai", "take"),
        ("https://elsewhere.example.com/", WhyNot.EXTERNAL),
        ("mailto:a@example.org", WhyNot.EXTERNAL),
        ("https://www.example.org/logout", WhyNot.ACTING),
        ("https://www.example.org/index.php?action=userlogout", WhyNot.ACTING),
        ("https://www.example.org/list/7/unsubscribe?u=1", WhyNot.ACTING),
        ("https://www.example.org/flags/toggle?id=3", WhyNot.ACTING),
        ("https://www.example.org/export/data.zip", WhyNot.ACTING),
        ("https://www.example.org/blog/1", WhyNot.EXCLUDED),
    ],
)
def test_links_are_judged_by_their_address(href: str, expected: object) -> None:
    assert verdict("Something", href=href, tag="a", role="link") == expected


@pytest.mark.parametrize(
    ("label", "href", "facts", "expected"),
    [
        ("Delete account", "/account/delete", {}, WhyNot.UNSURE), ("Delete account", "/account/delete", {"row": True}, "take"),
        ("Account deletion", "/account/delete", {}, WhyNot.UNSURE), ("Unsubscribe", "/settings/notifications/unsubscribe", {}, WhyNot.ACTING),
        ("Email preferences", "/settings/notifications/unsubscribe", {}, WhyNot.ACTING), ("Films", "/watch?v=abc", {}, "take"),
        ("Sign out", "/bye", {"chevron": True}, WhyNot.ACTING), ("Deutsch", "/de/settings", {}, WhyNot.UNSURE),
        ("Dark", "/settings?theme=dark", {}, WhyNot.UNSURE), ("Night", "/settings#", {"place": NAVIGATION}, "take"),
        ("Delete", "/settings#", {}, WhyNot.ACTING), ("Delete", "/item/4", {}, WhyNot.ACTING), ("Privacy", "/privacy?theme=dark", {}, WhyNot.UNSURE),
        ("Email preferences", "/settings/notifications/unsubscribe", {"place": NAVIGATION}, "take"),
        ("Followed people", "/settings/follow", {"place": NAVIGATION}, "take"), ("Privacy", "/item/3/delete", {"place": NAVIGATION}, WhyNot.UNSURE),
        ("Ads settings", "/prefs/ads/off", {"place": NAVIGATION}, WhyNot.UNSURE), ("Your data", "/subscribe/news", {}, WhyNot.UNSURE),
        ("Appearance", "/settings/set?theme=dark", {"row": True}, WhyNot.ACTING), ("API tokens", "/token/new", {"row": True}, WhyNot.UNSURE),
    ],
)  # fmt: skip
def test_links_are_judged_by_address_label_and_place(label: str, href: str, facts: dict[str, Any], expected: object) -> None:
    assert verdict(label, href=f"https://www.example.org{href}", **{"tag": "a", "role": "link", **facts}) == expected


@pytest.mark.parametrize(
    ("label", "language", "path"),
    [
        ("Standort freigeben", "de", "/standort/freigeben"), ("Newsletter abbestellen", "de", "/newsletter/abbestellen"),
        ("Verlauf leeren", "de", "/verlauf/leeren"), ("Standort teilen beenden", "de", "/p?id=5"),
        ("Désactiver la publicité", "fr", "/desactiver-la-publicite"), ("Turn off personalised ads", "en", "/p?id=6"),
        ("Remove this device", "en", "/devices/12"),
    ],
)  # fmt: skip
def test_a_row_whose_words_and_address_both_say_the_deed_cannot_be_told(label: str, language: str, path: str) -> None:
    row = {"tag": "a", "role": "link", "href": "https://www.example.org" + path, "row": True}
    assert verdict(label, language, **row) is WhyNot.UNSURE
    assert verdict(label, language, **{**row, "chevron": True}) == "take"


@pytest.mark.parametrize(
    ("label", "language", "path"),
    [
        ("Konto löschen", "de", "/konto/daten"), ("Delete account", "en", "/account/delete"), ("Block list", "en", "/people?id=6"),
        ("Standort", "de", "/standort/freigeben"), ("Delete account", "en", "/settings?tab=account"),
    ],
)  # fmt: skip
def test_a_row_that_only_is_called_so_is_a_page(label: str, language: str, path: str) -> None:
    assert verdict(label, language, tag="a", role="link", href="https://www.example.org" + path, row=True) == "take"


@pytest.mark.parametrize(
    ("label", "language", "path"),
    [
        ("hier", "de", "/newsletter/abbestellen?u=77"), ("Mein Konto", "de", "/konto/loeschen?id=3"), ("aquí", "es", "/cuenta/eliminar?id=4"),
        ("cliquez ici", "fr", "/desinscrire?u=77"), ("hier", "nl", "/uitschrijven?u=3"), ("здесь", "ru", "/отписаться?id=3"),
    ],
)  # fmt: skip
def test_a_link_whose_address_says_a_deed_and_to_what_is_not_followed_whatever_it_is_called(
    label: str, language: str, path: str
) -> None:
    got = verdict(label, language, tag="a", role="link", href=f"https://www.example.org{path}")
    assert got in (WhyNot.UNSURE, WhyNot.ACTING)


@pytest.mark.parametrize(
    ("label", "language", "path"),
    [("Mein Konto", "de", "/konto/loeschen"), ("Benachrichtigungen", "de", "/konto/benachrichtigungen?tab=mail"), ("Compte", "fr", "/compte/12")],
)  # fmt: skip
def test_a_page_in_another_language_is_followed(label: str, language: str, path: str) -> None:
    assert verdict(label, language, tag="a", role="link", href=f"https://www.example.org{path}") == "take"
