"""Addresses of signing out are known in every supported language, and nothing that only holds such a word."""

import pytest

from offswitch_crawler.addresses import acts_when_fetched, effect_of
from offswitch_crawler.signing_out import ends_session
from offswitch_recording.words import WhyNot

OUT = [
    "/logout", "/index.php/Special:UserLogout", "/?do=sign_out", "/abmelden", "/deconnexion", "/se-deconnecter", "/compte/deconnecter.php",
    "/cerrar-sesion", "/salir", "/esci", "/uitloggen", "/afmelden", "/logga-ut", "/wyloguj", "/wyloguj-sie", "/odhlasit", "/odhlaseni",
    "/kijelentkezes", "/log-ud", "/kirjaudu-ulos", "/sair", "/terminar-sessao", "/deconectare", "/iesire", "/cikis", "/cikis-yap",
    "/oturumu-kapat", "/keluar", "/dang-xuat", "/%D0%B2%D1%8B%D1%85%D0%BE%D0%B4", "/вихід", "/αποσύνδεση", "/ログアウト", "/로그아웃",
    "/退出登录", "/تسجيل-الخروج", "/התנתקות", "/लॉगआउट", "/user?action=odhlasit", "/api/vyhod",
]  # fmt: skip
NOT = [
    "/",
    "/login",
    "/exit-poll",
    "/salir-de-dudas",
    "/sair/do-armario/7",
    "/blog/outdoors",
    "/keluarga",
    "/signout.svg",
    "/abmeldung-newsletter",
]


@pytest.mark.parametrize("path", OUT)
def test_addresses_of_signing_out(path: str) -> None:
    url = f"http://site.example{path}"
    assert ends_session(url)
    assert acts_when_fetched(url)
    assert effect_of(url, start="http://site.example/", language="en", says_page=True) == WhyNot.ACTING


@pytest.mark.parametrize("path", NOT)
def test_other_addresses(path: str) -> None:
    assert not acts_when_fetched(f"http://site.example{path}")


def test_a_route_of_a_page_ends_a_session_only_as_a_door() -> None:
    assert ends_session("http://site.example/app#/salir", routed=True)
    assert not ends_session("http://site.example/app#/salir")
