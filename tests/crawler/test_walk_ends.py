"""How walks end: budgets, Ctrl-C, sites that fail, pages that misbehave. What was recorded is always readable."""

import socket
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from offswitch_crawler import start
from offswitch_crawler.browser import EXECUTABLE, find
from offswitch_crawler.profile import Profile
from offswitch_crawler.walk import walk
from offswitch_crawler.world import ScriptError
from offswitch_recording import folder
from offswitch_recording.errors import BadInput, SiteFailed
from offswitch_recording.words import DepthIs, WhyNot

SWITCH = "<label><input type=checkbox checked> {0}</label>"


def chain(pages: Any, length: int) -> str:
    for n in range(length):
        pages.add(
            f"/{n}",
            f'<h1>Settings {n}x</h1>{SWITCH.format("Choice " + chr(65 + n))}<a href="/{n + 1}">More of {chr(65 + n)}</a>',
        )
    return str(pages.url + "/0")


def test_a_budget_of_screens_says_so_and_leaves_the_rest_named(pages: Any, walk_to: Any) -> None:
    recording = walk_to(chain(pages, 8), max_screens=3).recording
    assert recording.ended_by == "budget:screens"
    assert len(recording.screens) == 3
    assert [d.why_not for d in recording.doors if not d.taken] == [WhyNot.BUDGET]


def test_a_budget_of_depth(pages: Any, walk_to: Any) -> None:
    recording = walk_to(chain(pages, 5), max_depth=1).recording
    assert recording.ended_by == "budget:depth"
    assert max(c.depth for c in recording.controls) == 1
    assert all(c.depth_is is DepthIs.EXACT for c in recording.controls)


WALKER = """
import os, signal, sys
from pathlib import Path
from offswitch_crawler.events import Walking
from offswitch_crawler.walk import walk
from offswitch_crawler.world import ScriptError

signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background inherits that it is ignored
pressed = []

def stop(event):
    if isinstance(event, Walking) and event.screens >= 3 and not pressed:
        pressed.append(event.screens)
        os.kill(os.getpid(), signal.SIGINT)

walk(sys.argv[1], Path(sys.argv[2]), on_event=stop)
"""


def test_ctrl_c_leaves_a_readable_recording_that_says_so(pages: Any, tmp_path: Path) -> None:
    # In a process of its own: only a main thread is told of Ctrl-C, and a browser test's is taken.
    subprocess.run([sys.executable, "-c", WALKER, chain(pages, 9), str(tmp_path / "out")], check=True, timeout=120)
    recording = folder.read(tmp_path / "out")
    assert recording.ended_by == "interrupted"
    assert 3 <= len(recording.screens) < 9
    assert recording.untouched.not_checked


def unused_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("http://127.0.0.1:{port}/", "cannot be reached"),
        ("http://nowhere.invalid/", "cannot be reached"),
        ("{site}/none", "status 404"),
    ],
)
def test_a_site_that_fails_is_said_in_one_line_and_leaves_no_folder(pages: Any, tmp_path: Path, url: str, says: str) -> None:
    profile = Profile(ignore_robots=True)
    with pytest.raises(SiteFailed) as failed:
        walk(url.format(port=unused_port(), site=pages.url), tmp_path / "out", profile=profile)
    assert says in failed.value.line() and "\n" not in failed.value.line()
    assert list(tmp_path.iterdir()) == []


def test_wrong_input_is_said_in_one_line(pages: Any, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no scheme"):
        walk("example.org", tmp_path / "out")
    with pytest.raises(BadInput, match="knows no"):
        walk(pages.add("/", "x"), tmp_path / "out", profile=Profile(device="Toaster 9"))
    with pytest.raises(BadInput, match="no such browser"):
        walk_options(pages.add("/", "x"), tmp_path / "out", executable=Path("/nowhere/chrome"))


def test_the_environment_names_a_browser_where_no_option_does(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(EXECUTABLE, raising=False)
    usual = find()
    monkeypatch.setenv(EXECUTABLE, str(tmp_path / "chrome"))
    with pytest.raises(BadInput, match=f"Check --executable and {EXECUTABLE}"):
        find()
    (tmp_path / "chrome").symlink_to(usual.path)
    assert (find().path, find().source, find().version) == (tmp_path / "chrome", "environment", usual.version)
    assert find(usual.path).source == "option"


@pytest.mark.parametrize(
    "url",
    ["http://", "https://", "http:///x", "http://:80/", "http://user@/x", "http://[::1/", "http://a b/", "http://x:99999/"],
)
def test_an_address_that_names_no_server_is_wrong_use(tmp_path: Path, url: str) -> None:
    with pytest.raises(BadInput, match="names no server") as failed:
        walk(url, tmp_path / "out")
    assert "\n" not in failed.value.line()
    assert list(tmp_path.iterdir()) == []


def walk_options(url: str, out: Path, **options: Any) -> None:
    from offswitch_crawler.options import Options

    walk(url, out, options=Options(**options))


def test_a_page_that_opens_dialogs_and_popups_and_asks_before_leaving(pages: Any, walk_to: Any) -> None:
    pages.add("/next", "<h1>Next</h1>" + SWITCH.format("Behind"))
    url = pages.add(
        "/",
        "<h1>Loud</h1>" + SWITCH.format("Here") + '<a href="/next">Privacy</a><script>'
        "alert('a'); confirm('b'); prompt('c'); window.open('/popup'); window.print();"
        "addEventListener('beforeunload', (e) => { e.preventDefault(); e.returnValue = 'x'; });</script>",
    )
    recording = walk_to(url).recording
    assert {c.label for c in recording.controls} == {"Here", "Behind"}
    assert recording.ended_by == "complete"


def test_a_door_to_a_page_that_never_answers_does_not_end_the_walk(pages: Any, walk_to: Any) -> None:
    pages.bodies["/hang"] = 0
    pages.add("/next", "<h1>Next</h1>" + SWITCH.format("Behind"))
    url = pages.add("/", '<h1>Start</h1><a href="/hang">Privacy</a><a href="/next">Data</a><a href="/gone">Account</a>')
    recording = walk_to(url).recording
    assert [c.label for c in recording.controls] == ["Behind"]
    outcomes = {d.label: d.outcome for d in recording.doors}
    assert outcomes["Account"] == "status:404"
    assert outcomes["Privacy"] != "screen"


def test_a_door_that_hangs_takes_no_more_time_than_the_walk_has(pages: Any, walk_to: Any) -> None:
    pages.bodies["/hang"] = 0
    url = pages.add("/", "<h1>Start</h1>" + SWITCH.format("Here") + '<a href="/hang">Privacy</a>')
    recording = walk_to(url, max_seconds=15).recording
    assert recording.ended_by == "budget:seconds"
    assert [(d.label, d.taken, d.why_not) for d in recording.doors] == [("Privacy", False, WhyNot.BUDGET)]
    began, ended = (datetime.fromisoformat(t) for t in (recording.started_at, recording.finished_at))
    assert (ended - began).total_seconds() < 30
    assert [c.label for c in recording.controls] == ["Here"] and recording.untouched.checked == 1


def test_a_page_that_never_rests_is_looked_at_all_the_same(pages: Any, walk_to: Any) -> None:
    url = pages.add(
        "/",
        "<h1>Clock</h1>"
        + SWITCH.format("Here")
        + "<p id=t></p><script>setInterval(() => { t.textContent += ' tick'; }, 20)</script>",
    )
    assert [c.label for c in walk_to(url).recording.controls] == ["Here"]


PANES = """<h1>Settings</h1>{panes}<script>setInterval(() => {{
for (const b of document.querySelectorAll('b')) b.textContent = 'word ' + performance.now(); }}, 20)</script>"""


def test_a_start_whose_panes_never_rest_is_given_up_when_its_time_is_over(
    pages: Any, walk_to: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start, "START_SECONDS", 2)
    rows = "".join(SWITCH.format(f"Choice {a}{b}") + "<br>" for a in "abcdef" for b in "abcdef")
    pane = f"<div style='height:120px;overflow:auto'><div style='height:4000px'><p>Now <b></b></p>{rows}</div></div>"
    recording = walk_to(pages.add("/", PANES.format(panes=pane * 4)), max_seconds=5).recording
    assert recording.ended_by == "budget:seconds" and recording.controls
    assert "the budget of seconds ended before it came to rest" in [e.what for e in recording.errors]
    began, ended = (datetime.fromisoformat(t) for t in (recording.started_at, recording.finished_at))
    assert (ended - began).total_seconds() < 60


@pytest.mark.long
def test_thirty_thousand_nodes(pages: Any, walk_to: Any) -> None:
    rows = "".join(f"<span><b>{n}</b><i></i></span> " for n in range(10_000))
    recording = walk_to(pages.add("/", "<h1>Long</h1>" + SWITCH.format("First") + rows + SWITCH.format("Last"))).recording
    assert [c.label for c in recording.controls] == ["First", "Last"]
    assert all(c.box and c.picture is not None for c in recording.controls)


def test_a_page_that_blocks_its_own_thread_ends_the_walk_or_is_left_out(pages: Any, walk_to: Any) -> None:
    pages.add("/busy", "<h1>Busy</h1><script>addEventListener('load', () => { for (;;); })</script>")
    pages.add("/next", "<h1>Next</h1>" + SWITCH.format("Behind"))
    url = pages.add("/", '<h1>Start</h1><a href="/next">Data</a><a href="/busy">Privacy</a>')
    recording = walk_to(url, max_seconds=60).recording
    assert {c.label for c in recording.controls} == {"Behind"}


def nearer_and_farther(pages: Any) -> str:
    """The setting stands two clicks away behind `/privacy`, and three by another way."""
    pages.add("/deep", "<h1>Deep</h1>" + SWITCH.format("Deep one"))
    pages.add("/more", "<h1>More</h1><a href=/more2>Even more</a>")
    pages.add("/more2", "<h1>More of it</h1><a href=/deep>Deep things</a>")
    return str(pages.add("/", "<h1>Settings</h1><nav><a href=/privacy>Privacy</a> <a href=/more>More settings</a></nav>"))


def test_a_page_that_fails_once_is_asked_for_again(pages: Any, walk_to: Any) -> None:
    url = nearer_and_farther(pages)
    answers = iter([503])
    pages.bodies["/privacy"] = lambda: next(answers, "<!doctype html><html lang=en><h1>Privacy</h1><a href=/deep>Deep</a>")
    recording = walk_to(url).recording
    assert [(c.label, c.depth, c.depth_is) for c in recording.controls] == [("Deep one", 2, DepthIs.EXACT)]
    assert recording.ended_by == "complete"


def test_no_depth_is_exact_behind_a_nearer_page_that_keeps_failing(pages: Any, walk_to: Any) -> None:
    url = nearer_and_farther(pages)
    pages.bodies["/privacy"] = 503
    recording = walk_to(url).recording
    assert [(c.label, c.depth, c.depth_is) for c in recording.controls] == [("Deep one", 3, DepthIs.AT_MOST)]
    assert [(d.outcome, d.why_not) for d in recording.doors if d.label == "Privacy"] == [("status:503", WhyNot.ERROR)]
    assert recording.ended_by == "error:doors"


def test_a_click_that_blocks_its_page_costs_one_door(pages: Any, walk_to: Any) -> None:
    pages.add("/next", "<h1>Next</h1>" + SWITCH.format("Behind"))
    body = "<h1>Start</h1><button aria-haspopup=dialog onclick='for (;;);'>More settings</button><a href=/next>Data</a>"
    recording = walk_to(pages.add("/", body), max_seconds=120).recording
    assert {c.label for c in recording.controls} == {"Behind"}
    assert [d.why_not for d in recording.doors if d.label == "More settings"] == [WhyNot.ERROR]


def test_a_door_that_another_one_took_away_is_taken_on_the_page_loaded_anew(pages: Any, walk_to: Any) -> None:
    pages.add("/a", "<h1>Sounds</h1>" + SWITCH.format("Chime"))
    body = """<h1>Settings</h1><div id=box><button onclick="rest.remove(); note.hidden = false">Colour settings</button></div>
        <p id=note hidden>Colours come with the next version.</p><p id=rest><a href="/a">Sounds</a></p>"""
    recording = walk_to(pages.add("/settings", body)).recording
    assert [(c.label, c.depth) for c in recording.controls] == [("Chime", 1)]
    assert recording.ended_by == "complete"


def test_a_walk_that_could_not_take_a_nearer_door_is_not_called_complete(pages: Any, walk_to: Any) -> None:
    pages.add("/two", "<h1>Two</h1>" + SWITCH.format("Deep"))
    pages.add("/one", '<h1>One</h1><a href="/two">Two</a>')
    body = """<h1>Settings</h1><p><a href="/one">One</a></p><div style="position:relative;width:200px;height:40px">
      <button aria-haspopup=true>Hidden settings</button><div style="position:absolute;inset:0"></div></div>"""
    recording = walk_to(pages.add("/settings", body)).recording
    assert {d.label: d.why_not for d in recording.doors}["Hidden settings"] == WhyNot.COVERED
    (deep,) = recording.controls
    assert (deep.depth, deep.depth_is) == (2, DepthIs.AT_MOST) and "Hidden settings" in deep.depth_reasons[0]
    assert recording.ended_by == "error:doors"


def test_a_door_under_a_notice_that_goes_by_itself_is_taken(pages: Any, walk_to: Any) -> None:
    pages.add("/one", "<h1>One</h1>" + SWITCH.format("Deep"))
    body = """<h1>Settings</h1><p><a href="/one">One</a></p><div id=notice style="position:fixed;inset:0 0 auto 0;height:300px;background:gold">
      You are back.</div><script>setTimeout(() => notice.remove(), 4000)</script>"""
    recording = walk_to(pages.add("/settings", body)).recording
    assert [(c.label, c.depth) for c in recording.controls] == [("Deep", 1)]


def test_a_script_of_ours_that_fails_is_a_bug_and_not_the_sites(
    pages: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("offswitch_crawler.look.SCRIPTS", ())
    with pytest.raises(ScriptError, match="scan is not defined"):
        walk(pages.add("/", "<h1>Settings</h1>"), tmp_path / "out")


HALVES = """<h1>Mood</h1><p id=p></p><iframe id=f srcdoc="<label><input type=checkbox> Inner</label>" style="width:300px"></iframe><script>
const half = "😀".slice(0, 1);
document.title = half + "Mood";
p.innerHTML = `<label><input type=checkbox> Share my ${half} mood \\\\ud83d</label><a href="/next">Privacy ${half}</a>
  <span class="skeleton ${half}">…</span>`;
f.name = "inner" + half;
localStorage[half] = 1;
</script>"""


def test_half_of_a_pair_of_surrogates_is_recorded_as_what_cannot_be_shown(pages: Any, tmp_path: Path) -> None:
    pages.add("/next", "<h1>Next</h1><label><input type=checkbox> Deeper</label>")
    walk(pages.add("/", HALVES), tmp_path / "out")
    recording = folder.read(tmp_path / "out")
    assert recording.screens[0].title == "\ufffdMood"
    assert [c.label for c in recording.controls] == ["Share my \ufffd mood \\ud83d", "Inner", "Deeper"]
    assert "Privacy \ufffd" in [d.label for d in recording.doors]
