"""What the guard lets through. That it stops each channel of writing is tested in a browser, in test_guard_channels.py."""

import pytest

from offswitch_crawler.guard import Guard
from offswitch_crawler.profile import AllowedWrite


@pytest.mark.parametrize("body", [None, "", "on=1", "[]", "{}", "null", '{"query": 5}'])
def test_anything_else_by_post_is_a_write(body: str | None) -> None:
    assert not Guard().only_reads("POST", "https://a.example/x", body)


def test_a_profile_allows_what_it_names_and_nothing_else() -> None:
    guard = Guard([AllowedWrite(method="POST", url="**/read*", body='"op":"(Get|List)')])
    assert guard.only_reads("POST", "https://a.example/api/read?x=1", '{"op":"GetAll"}')
    assert not guard.only_reads("POST", "https://a.example/api/read?x=1", '{"op":"Set"}')
    assert not guard.only_reads("PUT", "https://a.example/api/read", '{"op":"GetAll"}')
    assert not guard.only_reads("POST", "https://a.example/api/write", '{"op":"GetAll"}')
