"""unfolded.js: a list that a click has made appear is told from all else that is new by its rows, its place and the value."""

from typing import Any

import pytest

FILES = ("memory", "flat", "box", "unfolded")
ROWS = "<div style='height:24px'>Everyone</div><div style='height:24px'>Friends</div><div style='height:24px'>Nobody</div>"
FLOATS = "position:absolute;left:20px;top:60px;width:160px"


def offered(scripts: Any, appears: str, value: str = "Friends") -> Any:
    """What a list says that appears beside a box with a value after the page was remembered."""
    scripts.show("<p>Seen by</p><div id=box>Friends</div><div id=root></div>")
    scripts.say("remember()", *FILES)
    scripts.page.evaluate("(html) => { root.innerHTML = html; }", appears)
    return scripts.say("unfolded(argument)", *FILES, argument=value)


@pytest.mark.parametrize(
    "appears",
    [
        f"<div style='{FLOATS}'>{ROWS}</div>",
        f"<div style='{FLOATS}'><p>Choose</p><div><div>{ROWS}</div></div></div>",
        f"<div style='position:fixed;left:0;top:60px'><div>{ROWS.replace('Friends', '✓ friends')}</div></div>",
    ],
)
def test_the_rows_of_a_new_floating_list_with_the_value_are_its_options(scripts: Any, appears: str) -> None:
    said = offered(scripts, appears)
    assert [row.casefold().strip("✓ ") for row in said] == ["everyone", "friends", "nobody"]


@pytest.mark.parametrize(
    ("appears", "value"),
    [
        (f"<div>{ROWS}</div>", "Friends"),
        (f"<div style='{FLOATS}'>{ROWS}</div>", "Partners"),
        (f"<div style='{FLOATS}'>{ROWS.replace('Nobody', '<a href=/n>Nobody</a>')}</div>", "Friends"),
        (f"<div style='{FLOATS};display:flex'>{ROWS}</div>", "Friends"),
        (f"<div style='{FLOATS}'><div>Friends</div></div>", "Friends"),
        (f"<div style='{FLOATS};visibility:hidden'>{ROWS}</div>", "Friends"),
    ],
    ids=["in flow", "without the value", "links", "side by side", "one row", "not drawn"],
)
def test_what_else_is_new_is_no_list(scripts: Any, appears: str, value: str) -> None:
    assert offered(scripts, appears, value) is None


def test_a_list_stands_open_until_it_is_no_longer_drawn(scripts: Any) -> None:
    offered(scripts, f"<div id=list style='{FLOATS}'>{ROWS}</div>")
    assert scripts.say("standsOpen()", *FILES) is True
    scripts.page.evaluate("() => { list.style.display = 'none'; }")
    assert scripts.say("standsOpen()", *FILES) is False


def test_what_stood_there_before_is_not_new(scripts: Any) -> None:
    scripts.show(f"<div style='{FLOATS}'>{ROWS}</div>")
    scripts.say("remember()", *FILES)
    assert scripts.say("unfolded('Friends')", *FILES) is None
