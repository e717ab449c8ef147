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


@pytest.mark.parametrize(
    "query", ["key=ads", "t=location", "keyword=mail", "author=me", "v=2", "ref=mail", "state=on", "code=de"]
)
def test_a_word_says_which_page_it_is_whatever_its_key(query: str) -> None:
    assert normalised(f"https://a.example/x?{query}") != normalised("https://a.example/x")
    assert normalised(f"https://a.example/x?{query}") != normalised(f"https://a.example/x?{query}s")


@pytest.mark.parametrize(
    "query",
    [
        "utm_source=mail",
        "gclid=abc",
        "sid=0123456789abcdef0123",
        "t=1700000000",
        "_=1700000000000",
        "token=eyJhbGciOiJIUzI1NiJ9.eyJh",
        "session=3f2b8c1e-0d4a-4b6e-9c1f-2a7d5e8b9c0d",
    ],
)
def test_what_surely_changes_by_itself_says_nothing(query: str) -> None:
    assert normalised(f"https://a.example/x?{query}") == normalised("https://a.example/x")


def test_a_long_number_or_id_under_another_key_is_the_page() -> None:
    assert normalised("https://a.example/x?account=1234567890") != normalised("https://a.example/x?account=1234567891")
    assert normalised("https://a.example/x?state=section-2-on-sharing-data") != normalised("https://a.example/x")


def test_secrets_are_taken_out() -> None:
    shown = without_secrets("https://me:pw@a.example/x?token=abc123&tab=ads#access_token=zzz")
    assert "pw" not in shown and "abc123" not in shown and "zzz" not in shown
    assert "tab=ads" in shown


@pytest.mark.parametrize(
    "url",
    [
        "/a;jsessionid=0A1B2C3D4E5F60718293?tab=ads", "/a?ticket=ST-4711-c1k-sso&tab=ads", "/a?otp=471113&tab=ads",
        "/mail/unsubscribe/3f9a0c1b2d4e5f607182?tab=ads", "/password-reset/3f9a0c1b2d4e5f607182?tab=ads", "/a?pwd_hash=3f9a0c1b2d4e5f607182&tab=ads",
    ],
)  # fmt: skip
def test_sessions_tickets_and_mailed_tokens_are_secrets_too(url: str) -> None:
    shown = without_secrets("https://a.example" + url)
    assert "tab=ads" in shown and not any(s in shown for s in ("0A1B", "ST-4711", "471113", "3f9a"))


def test_a_word_or_a_name_is_no_secret() -> None:
    url = "https://a.example/verify/email?access=public&hash=sharing"
    assert without_secrets(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/app#/settings/keyboard", "https://a.example/app#/privacy/session-recording", "https://a.example/app#author",
        "https://a.example/x?country_code=de&author=5&hotkeys=1", "https://a.example/app#/keyboard/2?tab=ads",
    ],
)  # fmt: skip
def test_a_word_that_only_holds_the_name_of_a_secret_is_none(url: str) -> None:
    assert without_secrets(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/app#/session/0A1B2C3D4E", "https://a.example/app#/x?access_token=0A1B2C3D4E&tab=ads", "https://a.example/x?code=0A1B2C3D4E",
        "https://a.example/app#id_token=0A1B2C3D4E", "https://a.example/x?authorization=0A1B2C3D4E",
        "https://a.example/privacy?session=abc", "https://a.example/x?session_code=abc",
    ],
)  # fmt: skip
def test_a_secret_in_a_route_or_an_anchor_is_taken_out(url: str) -> None:
    assert "0A1B2C3D4E" not in without_secrets(url) and "abc" not in without_secrets(url)
    assert without_secrets(without_secrets(url)) == without_secrets(url)


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
