"""Windows that a page opens belong to the click that opened them, however late they come, and to no other door."""

from typing import Any

import pytest

from offswitch_crawler.replay import replay

pytestmark = pytest.mark.whole_browser

SWITCH = "<label><input type=checkbox checked> {0}</label>"
LATER = "setTimeout(() => window.open('{path}'), {ms})"


def door(label: str, script: str) -> str:
    return f'<p><button onclick="{script}">{label} settings</button></p>'


def targets(recording: Any) -> dict[str, str]:
    """The path behind each door."""
    urls = {s.id: "/" + s.url.split("/", 3)[3] for s in recording.screens}
    return {d.label.removesuffix(" settings"): urls.get(d.to, d.outcome) for d in recording.doors}


@pytest.fixture
def walk_doors(pages: Any, walk_to: Any) -> Any:
    """Walk a start with these doors; /a, /b and /c each hold a control."""

    def run(*doors: str) -> Any:
        for name in "abc":
            pages.add(f"/{name}", f"<h1>Page {name}</h1>" + SWITCH.format(f"Choice {name}"))
        return walk_to(pages.add("/", "<h1>Start</h1>" + "".join(doors))).recording

    return run


def test_a_window_that_opens_at_once(walk_doors: Any) -> None:
    recording = walk_doors(door("Nothing", ""), door("Privacy", "window.open('/a')"), door("Account", "window.open('/b')"))
    assert targets(recording) == {"Nothing": "same", "Privacy": "/a", "Account": "/b"}


@pytest.mark.parametrize("ms", [pytest.param(400, marks=pytest.mark.long), 1500])
def test_a_late_window_is_not_credited_to_the_next_door(walk_doors: Any, ms: int) -> None:
    late = door("Privacy", LATER.format(path="/a", ms=ms))
    recording = walk_doors(late, door("Other", ""), door("Further", ""))
    assert targets(recording) == {"Privacy": "/a", "Other": "same", "Further": "same"}
    assert {c.label: c.path for c in recording.controls} == {"Choice a": ["Privacy settings"]}
    assert recording.errors == []
    assert [r for r in replay(recording) if not r.ok] == []


def test_a_very_late_window_is_nobody_else_s_though_its_page_may_be_left_before_it_opens(walk_doors: Any) -> None:
    late = door("Privacy", LATER.format(path="/a", ms=3500))
    recording = walk_doors(late, door("Other", ""), door("Account", "window.open('/b')"))
    assert {k: v for k, v in targets(recording).items() if k != "Privacy"} == {"Other": "same", "Account": "/b"}
    assert targets(recording)["Privacy"] in ("/a", "same")


def test_the_last_door_may_open_its_window_late(walk_doors: Any) -> None:
    assert targets(walk_doors(door("Privacy", LATER.format(path="/a", ms=2000)))) == {"Privacy": "/a"}


def test_a_window_whose_site_answers_slowly_belongs_to_its_click(pages: Any, walk_doors: Any) -> None:
    pages.bodies["/slow"] = 0  # never answers: the window itself never comes
    recording = walk_doors(door("Slow", "window.open('/slow')"), door("Other", ""))
    assert targets(recording)["Other"] == "same"
    assert targets(recording)["Slow"].startswith("error:")


def test_a_window_that_gets_its_address_later(walk_doors: Any) -> None:
    script = "const w = window.open('about:blank'); setTimeout(() => { w.location = '/a'; }, 700)"
    assert targets(walk_doors(door("Privacy", script), door("Other", ""))) == {"Privacy": "/a", "Other": "same"}


def test_windows_that_no_click_opened_are_nobody_s(pages: Any, walk_doors: Any) -> None:
    pages.add("/advert", "<h1>Buy</h1>" + SWITCH.format("Advert"))
    # Busy until its window opens: a quiet page is looked at and clicked sooner, and the browser ties the window to that click.
    own = "<p id=w aria-busy=true>Busy</p><script>setTimeout(() => { window.open('/advert'); w.remove(); }, 300)</script>"
    recording = walk_doors(door("Other", ""), door("Account", "window.open('/b')"), own)
    assert targets(recording) == {"Other": "same", "Account": "/b"}
    assert [c.label for c in recording.controls] == ["Choice b"]


def test_a_tab_and_then_a_window_on_the_same_page(walk_doors: Any) -> None:
    more = (
        "<button aria-expanded=false onclick=\"this.setAttribute('aria-expanded', true); m.hidden = false\">More</button>"
        "<div id=m hidden><button onclick=\"window.open('/a')\">Privacy settings</button></div>"
    )
    recording = walk_doors(more)
    assert {c.label: c.path for c in recording.controls} == {"Choice a": ["More", "Privacy settings"]}


def test_windows_to_other_sites_leave_the_page_where_it_stands(pages: Any, walk_doors: Any) -> None:
    """None of them is loaded anew for, nor clicked twice: each opens its window while its click is handled."""
    elsewhere = pages.other_origin + "/help?from={0}"
    more = (
        "<button aria-expanded=false onclick=\"this.setAttribute('aria-expanded', true); m.hidden = false\">More</button>"
        "<div id=m hidden><p>Further reading.</p></div>"
    )
    names = ["Privacy", "Account", "Security", "Data", "Adverts", "Language"]
    windows = [door(name, f"window.open('{elsewhere.format(name)}')") for name in names]
    recording = walk_doors(more, *windows)
    assert {name: targets(recording)[name] for name in names} == dict.fromkeys(names, "external")
    assert pages.gets.count("/") <= 3, "the start, its second reading, and one way back from the open disclosure"
