"""stores.js: what a page keeps in its local store and in that of its window, read and changed."""

from typing import Any

import pytest

from offswitch_crawler.stores import STORES

FILL = "localStorage.tab = 'ads'; localStorage.seen = '1'; sessionStorage.panel = 'open'"


@pytest.fixture
def kept(scripts: Any, pages: Any) -> Any:
    """A served page whose two stores hold something, and the script called on it."""
    scripts.page.goto(pages.add("/kept", f"<p>Kept</p><script>{FILL}</script>"))

    def run(changes: Any = None) -> list[dict[str, str]]:
        return [dict(pairs) for pairs in scripts.call(STORES, changes)]

    return run


def test_both_stores_are_read_and_left_as_they_are(kept: Any) -> None:
    assert kept() == kept() == [{"tab": "ads", "seen": "1"}, {"panel": "open"}]


def test_both_stores_are_changed_as_told_and_what_they_hold_then_is_said(kept: Any, scripts: Any) -> None:
    local = {"remove": ["seen", "never"], "set": [["tab", "data"]]}
    window = {"remove": ["panel"], "set": [["fold", "1"], ["sort", "name"]]}
    assert kept([local, window]) == [{"tab": "data"}, {"fold": "1", "sort": "name"}]
    assert scripts.page.evaluate("[{...localStorage}, {...sessionStorage}]") == [
        {"tab": "data"},
        {"fold": "1", "sort": "name"},
    ]


def test_a_document_without_an_origin_has_none(scripts: Any) -> None:
    assert scripts.page.url == "about:blank"
    assert scripts.call(STORES) == [[], []]
