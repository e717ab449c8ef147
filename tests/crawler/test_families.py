"""Addresses of one make, addresses that show one list otherwise, and the words of an address."""

import pytest

from offswitch_crawler.families import families, is_view_of, spoken


def test_an_address_belongs_to_the_makes_that_leave_one_part_of_it_open() -> None:
    assert families("https://a.example/wiki/Help:Tea?do=edit") == [
        "https://a.example/*/Help:Tea?do=edit",
        "https://a.example/wiki/*:Tea?do=edit",
        "https://a.example/wiki/Help:*?do=edit",
        "https://a.example/wiki/Help:Tea?do=*",
    ]
    assert families("https://a.example/") == []
    assert "https://a.example/x?do=edit&title=*" in families("https://a.example/x?do=edit&title=Help:Tea/Green")
    assert set(families("https://a.example/x?title=Help%3AA")) & set(families("https://a.example/x?title=Help%3AB"))


def test_the_words_of_an_address() -> None:
    assert spoken("https://a.example/account/privacy-centre?tab=ad_choices") == "account privacy centre tab ad choices"


@pytest.mark.parametrize(
    ("one", "other", "view"),
    [
        ("?limit=20", "", True),
        ("?sort=name&order=desc", "?sort=date", True),
        ("?page=2", "", True),
        ("?page=privacy", "", False),
        ("?tab=ads", "", False),
        ("?limit=20&tab=ads", "?limit=50", False),
        ("?limit=20", "?limit=20", False),
    ],
)
def test_addresses_that_show_one_list_otherwise(one: str, other: str, view: bool) -> None:
    assert is_view_of(f"https://a.example/log{one}", f"https://a.example/log{other}") is view
    assert not is_view_of(f"https://a.example/log{one}", f"https://a.example/other{other}")
