"""layers.js: what lies over the page, and what a grid of points of the window hits."""

from typing import Any

import pytest

FLOATS = "floats($('#it'), getComputedStyle($('#it')), ($('#it').getAttribute('role') || ''))"


def over(scripts: Any, body: str) -> set[str] | None:
    scripts.show(body)
    found = scripts.say(FLOATS, "memory", "flat", "layers")
    return None if found is None else set(found) - {"z"}


@pytest.mark.parametrize(
    ("body", "facts"),
    [
        ("<dialog id=it>It</dialog><script>it.showModal()</script>", {"modal", "dialog", "fixed"}),
        ("<dialog id=it open>It</dialog>", {"dialog"}),
        ("<div id=it role=dialog aria-modal=true>It</div>", {"said", "dialog"}),
        ("<div id=it role=alertdialog>It</div>", {"dialog"}),
        ("<ul id=it role=menu>It</ul>", {"menu"}),
        ("<div id=it popover>It</div><script>it.showPopover()</script>", {"popover", "fixed"}),
        ("<div id=it style='position:fixed'>It</div>", {"fixed"}),
        ("<div id=it style='position:absolute;z-index:5'>It</div>", {"raised"}),
    ],
)
def test_what_may_lie_over_the_page_is_said_by_what_it_is_and_how_it_is_placed(
    scripts: Any, body: str, facts: set[str]
) -> None:
    assert over(scripts, body) == facts


@pytest.mark.parametrize(
    "body",
    [
        "<div id=it style='position:absolute'>It</div>",
        "<div id=it style='position:relative;z-index:5'>It</div>",
        "<div id=it style='position:sticky;top:0'>It</div>",
        "<p id=it>It</p>",
    ],
)
def test_what_stands_in_the_page_does_not(scripts: Any, body: str) -> None:
    assert over(scripts, body) is None


@pytest.mark.parametrize("body", ["<dialog id=it>It</dialog>", "<div id=it popover>It</div>"])
def test_what_is_closed_is_passed_over(scanned: Any, body: str) -> None:
    assert scanned(body) is None


def test_what_lies_higher_has_the_higher_number(scripts: Any) -> None:
    scripts.show("<div id=it style='position:fixed;z-index:1300'>It</div>")
    assert scripts.say(FLOATS, "memory", "flat", "layers")["z"] == 1300


def test_the_grid_hits_what_a_person_would_click(scripts: Any) -> None:
    """The right half of the window lies under a sheet; beside it the page itself is hit."""
    scripts.show(
        "<p>Page</p><div id=sheet style='position:fixed;left:50%;top:0;right:0;bottom:0;background:#fff'>Sheet</div>"
    )
    page = scripts.scan()
    (sheet,) = [n for n in page.nodes if n.attributes.get("id") == "sheet"]
    rows = [page.grid[9 * row : 9 * row + 9] for row in range(9)]
    assert all([sheet.holds(at) for at in row] == [False] * 4 + [True] * 5 for row in rows)


def test_a_sheet_that_lets_clicks_through_is_not_hit(scripts: Any) -> None:
    scripts.show("<p>Page</p><div id=sheet style='position:fixed;inset:0;pointer-events:none'>Sheet</div>")
    page = scripts.scan()
    (sheet,) = [n for n in page.nodes if n.attributes.get("id") == "sheet"]
    assert not any(sheet.holds(at) for at in page.grid)


def test_a_root_without_size_is_kept_with_the_fixed_parts_that_it_holds(scripts: Any) -> None:
    part = "position:fixed;left:300px;top:200px;width:400px;height:200px;background:#fff"
    scripts.show(
        f"<p>Page</p><div id=root role=dialog style='position:absolute;width:0;height:0'><div id=part style='{part}'>Sure?</div></div>"
    )
    page = scripts.scan()
    root, part_node = (next(n for n in page.nodes if n.attributes.get("id") == i) for i in ("root", "part"))
    assert root.over is not None
    assert root.holds(part_node.at)
    assert (part_node.seen, part_node.box, page.words(root)) == (True, [300, 200, 400, 200], "Sure?")
