"""listeners.js: which doors a handler is meant for, told by where the element stands that has it."""

from typing import Any

import pytest

BAR = """<nav id=bar><div id=shop><a href=/shop id=a>Shop</a></div><div id=both><a href=/x id=b>Help</a><a href=/y id=c>About</a></div>
<button id=d><span id=inner>More</span></button></nav><p id=far>Far</p>"""
HEARD = """((doors, hearing) => heardBy(doors.map((id) => uidOf($('#' + id))), hearing).map((uid) => elementOf(uid).id))
(['a', 'b', 'c', 'd'], [{0}])"""


@pytest.mark.parametrize(
    ("hearing", "doors"),
    [
        ("$('#a')", ["a"]),
        ("$('#shop')", ["a"]),
        ("$('#inner')", ["d"]),
        ("$('#both')", []),
        ("$('#far')", []),
        ("document, document.body, document.documentElement", []),
        ("$('#shop'), $('#a'), $('#d')", ["a", "d"]),
    ],
)
def test_a_handler_is_meant_for_the_one_door_in_it_or_around_it(scripts: Any, hearing: str, doors: list[str]) -> None:
    scripts.show(BAR)
    assert scripts.say(HEARD.replace("{0}", hearing), "memory", "flat", "listeners") == doors


def test_a_door_that_is_gone_hears_nothing(scripts: Any) -> None:
    scripts.show(BAR)
    gone = "(() => { const a = $('#a'), uid = uidOf(a); a.remove(); return heardBy([uid], [$('#shop')]); })()"
    assert scripts.say(gone, "memory", "flat", "listeners") == []
