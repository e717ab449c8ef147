"""What belongs to a site, and what of an address may stand in a record."""

import pytest

from offswitch_crawler.sites import Bounds, normalised, site_of, without_secrets


def test_a_site_is_a_registrable_domain_or_host_and_port() -> None:
    assert site_of("https://settings.example.co.uk/x") == "example.co.uk"
    assert site_of("http://127.0.0.1:8123/") == "127.0.0.1:8123"
    assert site_of("http://localhost:8123/") == "localhost:8123"
    assert site_of("chrome://settings/privacy") == "settings"


def test_further_hosts_belong_by_the_profile_only() -> None:
    bounds = Bounds("https://www.example.org/", ("*.sibling.net",))
    assert bounds.same_site("https://a.sibling.net/x")
    assert not bounds.same_site("https://sibling.com/x")
    assert not bounds.same_site("file:///etc/passwd")


def test_addresses_are_compared_without_what_changes_by_itself() -> None:
    assert normalised("https://a.example/x/?utm_source=m&b=2&a=1#top") == normalised("https://a.example/x?a=1&b=2")
    assert normalised("https://a.example/#/settings") != normalised("https://a.example/#/home")
    assert normalised("https://a.example/x?tab=2") != normalised("https://a.example/x?tab=3")


def test_secrets_are_taken_out() -> None:
    shown = without_secrets("https://me:pw@a.example/x?token=abc123&tab=ads#access_token=zzz")
    assert "pw" not in shown and "abc123" not in shown and "zzz" not in shown
    assert "tab=ads" in shown


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/reset/eyJhbGciOi.eyJzdWIiOiIx.SflKxw-_Rk/next",
        "https://a.example/x?next=/in/eyJhbGciOi.eyJzdWIiOiIx.SflKxw-_Rk",
        "https://a.example/#/reset/eyJhbGciOi.eyJzdWIiOiIx.SflKxw-_Rk",
    ],
)
def test_a_signed_token_is_taken_out_wherever_it_stands(url: str) -> None:
    assert "SflKxw" not in without_secrets(url) and "a.example" in without_secrets(url)


@pytest.mark.parametrize(
    "url", ["https://me:pw@a.example/ä?tab=a b&token=x#/t", "mailto:me@a.example", "javascript:void(0)", "/x", ""]
)
def test_taking_secrets_out_twice_is_the_same_as_once(url: str) -> None:
    assert without_secrets(without_secrets(url)) == without_secrets(url)


def test_what_is_no_address_has_no_secret_either() -> None:
    assert without_secrets("http://me:pw@[/") == "…"
