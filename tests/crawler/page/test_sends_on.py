"""sends_on.js: whether a document says that another address follows by itself, and soon."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("content", "follows"),
    [
        ("2; url=/settings", True),
        ("1;URL='/settings'", True),
        ("1.5, /settings", True),
        ("30; url=/settings", False),
        ("2", False),
        ("2; url=http://[", False),
        ("", False),
    ],
)
def test_what_a_refresh_says(scripts: Any, content: str, follows: bool) -> None:
    scripts.show(f'<base href="http://site.example/"><meta http-equiv="Refresh" content="{content}" id=it>')
    assert scripts.say("sendsOn(6)", "sends_on") is follows


def test_a_page_without_one(scripts: Any) -> None:
    scripts.show("<p id=it>It</p>")
    assert scripts.say("sendsOn(6)", "sends_on") is False
