"""doors.js: what may be clicked, which part of a page it stands in, what is a heading."""

from typing import Any

import pytest

INTERESTS = "interests($('#it'), ($('#it').getAttribute('role') || ''), getComputedStyle($('#it')).cursor === 'pointer')"


@pytest.mark.parametrize(
    "element",
    [
        "<a id=it href=/x>It</a>",
        "<button id=it>It</button>",
        "<details><summary id=it>It</summary></details>",
        "<input id=it>",
        "<div id=it role=tab>It</div>",
        "<div id=it role=menuitem>It</div>",
        "<div id=it tabindex=0>It</div>",
        "<div id=it aria-pressed=false>It</div>",
        "<div id=it aria-haspopup=menu>It</div>",
        "<div id=it onclick='void 0'>It</div>",
        "<div id=it style='cursor:pointer'>It</div>",
        "<div id=it contenteditable>It</div>",
    ],
)
def test_what_a_person_could_click_or_set_is_of_interest(scripts: Any, element: str) -> None:
    scripts.show(element)
    assert scripts.say(INTERESTS, "doors") is True


@pytest.mark.parametrize(
    "element", ["<p id=it>It</p>", "<div id=it role=presentation>It</div>", "<h2 id=it>It</h2>", "<li id=it>It</li>"]
)
def test_what_is_only_read_is_not(scripts: Any, element: str) -> None:
    scripts.show(element)
    assert scripts.say(INTERESTS, "doors") is False


def test_a_hand_over_a_whole_row_begins_at_the_row_alone(scanned: Any, scripts: Any) -> None:
    """What is inside inherits the pointer and is no door of its own."""
    row = scanned("<div id=it style='cursor:pointer;width:300px;height:40px'><p><b id=word>Word</b></p></div>")
    assert (row.pointer, row.wanted) == (2, True)
    assert [n.tag for n in scripts.scan().nodes if n.wanted] == ["div"]


@pytest.mark.parametrize(
    ("element", "landmark"),
    [
        ("<nav id=it>It</nav>", "navigation"),
        ("<footer id=it>It</footer>", "contentinfo"),
        ("<div id=it role=banner>It</div>", "banner"),
        ("<nav id=it role=menu>It</nav>", "menu"),
        ("<nav id=it role=presentation>It</nav>", ""),
        ("<div id=it>It</div>", ""),
    ],
)
def test_a_landmark_is_named_by_its_role_before_its_element(scripts: Any, element: str, landmark: str) -> None:
    scripts.show(element)
    assert scripts.say("landmarkOf($('#it'), ($('#it').getAttribute('role') || ''))", "doors") == landmark


@pytest.mark.parametrize(
    ("element", "level"),
    [
        ("<h3 id=it>It</h3>", 3),
        ("<div id=it role=heading aria-level=4>It</div>", 4),
        ("<div id=it role=heading>It</div>", 2),
        ("<h3 id=it role=presentation>It</h3>", 0),
        ("<hr id=it>", 0),
        ("<header id=it>It</header>", 0),
    ],
)
def test_a_heading_has_its_level(scripts: Any, element: str, level: int) -> None:
    scripts.show(element)
    assert scripts.say("headingLevel($('#it'), ($('#it').getAttribute('role') || ''))", "doors") == level


def test_the_only_cell_of_a_row_over_several_columns_is_a_band(scripts: Any) -> None:
    rows = (
        "<tr><th colspan=2>Reading</th></tr><tr><td colspan=2>x</td><td>y</td></tr><tr><td>a</td><td>b</td><td>c</td></tr>"
    )
    scripts.show(f"<table>{rows}</table>")
    page = scripts.scan()
    assert [page.words(n) for n in page.nodes if n.band] == ["Reading"]
