"""Signs at the ends of a label are no part of it."""

from typing import Any

import pytest
from playwright.sync_api import Page

from offswitch_crawler.controls.signs import without_signs
from offswitch_crawler.look import look_sync

BARE = {
    "● Notifications": "Notifications", "Ads ▾": "Ads", "✕ Muted": "Muted", "Email*": "Email", "Email *": "Email", "Phone:": "Phone",
    "Required * :": "Required", "\ue900 Glyph \uf101": "Glyph", "\u200bHidden\u200d": "Hidden", "• Dots": "Dots", "✔\ufe0f Done": "Done",
    "- Dash": "Dash", "言語：": "言語", "Name (*)": "Name",
}  # fmt: skip
KEPT = (
    "C++", "C#", "#channel", "@mentions", "100%", "+1", "A · B", "Location (exact)", "🎉", "🎉 Party", "“Quoted”", "¿Qué?", "*", "e-mail", "Who? ",
    "« Oui »", "-5", "I ❤\ufe0f",
)  # fmt: skip


@pytest.mark.parametrize("text", BARE)
def test_signs_at_the_ends_are_dropped(text: str) -> None:
    assert without_signs(text) == BARE[text]


@pytest.mark.parametrize("text", KEPT)
def test_what_belongs_to_words_is_kept(text: str) -> None:
    assert without_signs(text) == text.strip()


def test_labels_are_without_signs(pages: Any, page: Page) -> None:
    rows = "".join(
        f"<p><label><input type=checkbox> {w}</label></p>"
        for w in ("● Notifications", "Email *", "C++ tips", "🎉", "&#xe900; Glyph:")
    )
    page.goto(pages.add("/", f"<h1>Settings</h1>{rows}"))
    look = look_sync(page)
    assert [c.label for c in look.controls] == ["Notifications", "Email", "C++ tips", "🎉", "Glyph"]
