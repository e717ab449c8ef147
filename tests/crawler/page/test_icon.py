"""icon.js: the words that say what a drawn icon means."""

from typing import Any

import pytest

FILES = ("text", "icon")


@pytest.mark.parametrize(
    ("icon", "words"),
    [
        ("<i id=it class='fa fa-gear'></i>", ["fa fa-gear"]),
        ("<svg id=it data-testid=SettingsIcon></svg>", ["SettingsIcon"]),
        ("<svg id=it><use href='#icon-cog'/></svg>", ["#icon-cog"]),
        ("<svg id=it><use xlink:href='/sprite.svg#gear'/></svg>", ["/sprite.svg#gear"]),
        ("<svg id=it class=i><title>More options</title><desc>Three dots</desc></svg>", ["i", "More options", "Three dots"]),
        ("<img id=it src='/a/b/chevron-right.svg'>", ["chevron-right.svg"]),
        ("<span id=it style=\"font-family:'Material Icons'\">settings</span>", ["settings"]),
        ("<span id=it style='font-family:sans-serif'>settings</span>", []),
        ("<svg id=it><path d='M0 0h9'/></svg>", []),
    ],
)
def test_an_icon_is_said_by_class_symbol_title_file_or_ligature(scripts: Any, icon: str, words: list[str]) -> None:
    scripts.show(icon)
    assert scripts.say("iconWords($('#it'))", *FILES) == " ".join(words)


def test_a_picture_written_out_in_the_page_says_nothing(scripts: Any) -> None:
    """Letters of its encoding are no words, though `gear` may stand among them."""
    scripts.show("<img id=it src='data:image/png;base64,iVBORw0KGgo/gearAAAA'>")
    assert scripts.say("iconWords($('#it'))", *FILES) == ""


def test_a_long_drawing_is_cut_short(scripts: Any) -> None:
    scripts.show(f"<i id=it class='{'x' * 5000}'></i>")
    assert len(scripts.say("iconWords($('#it'))", *FILES)) < 200
