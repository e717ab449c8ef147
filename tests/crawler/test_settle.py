"""When a page is ready: what unfolds slowly inside a shadow root is waited for. Real Chromium, loopback only."""

import time
from typing import Any

import pytest

from offswitch_crawler.settle import CAP_SECONDS

SLOW = """<h1>Settings</h1><x-part></x-part><script>
customElements.define('x-part', class extends HTMLElement { constructor() { super(); const root = this.attachShadow({mode: 'open'});
  root.innerHTML = `<style>#more{height:0;overflow:hidden;visibility:hidden;transition:height 700ms, visibility 0s 700ms}#more.open{height:80px;visibility:visible}</style>
    <button aria-expanded=false>More settings</button><div id=more><label><input type=checkbox checked> Keep my history</label></div>`;
  const button = root.querySelector('button');
  button.onclick = () => { button.setAttribute('aria-expanded', 'true'); root.getElementById('more').classList.add('open'); }; } });
</script>"""


def test_what_unfolds_inside_a_shadow_root_is_waited_for(pages: Any, walk_to: Any) -> None:
    recording = walk_to(pages.add("/settings", SLOW)).recording
    assert [(c.label, c.state, c.depth, c.path) for c in recording.controls] == [
        ("Keep my history", "on", 1, ["More settings"])
    ]
    assert len(recording.screens) == 2


SLIDING = """<h1>Settings</h1><style>p{opacity:0;transition:opacity 8s}p.open{opacity:1}</style>
<button onclick="since = performance.now(); m.classList.add('open')">Advanced settings</button>
<p id=m><label><input type=checkbox> {0}</label></p><p id=n></p><script>let since; m.ontransitionend = () => {
  if (performance.now() - since < 8000) { n.innerHTML = '<label><input type=checkbox> {1}</label>'; n.className = 'open'; } };</script>"""


def test_animations_run_faster_than_they_are_written_also_on_later_pages(pages: Any, walk_to: Any) -> None:
    pages.add("/lids", SLIDING.replace("{0}", "Keep lids").replace("{1}", "In good time"))
    recording = walk_to(pages.add("/settings", '<h1>Settings</h1><a href="/lids">Lids</a>')).recording
    assert {(c.label, c.depth) for c in recording.controls} == {("Keep lids", 2), ("In good time", 2)}


BARE = """<nav>Jars</nav><h1>Settings</h1><main id=m><a href="#/lids">Lids</a></main><script>
onhashchange = () => { m.innerHTML = ''; setTimeout(() => {
  m.innerHTML = '<h2>Lids</h2><label><input type=checkbox checked> Keep lids</label>'; }, 1800); };
</script>"""


def test_a_new_address_that_shows_nothing_yet_is_waited_for(pages: Any, walk_to: Any) -> None:
    """As where a part of an application is still loading its own script from a cache: no request, nothing moves."""
    recording = walk_to(pages.add("/settings", BARE)).recording
    assert [(c.label, c.depth, c.path) for c in recording.controls] == [("Keep lids", 1, ["Lids"])]


FILLING = """<h1>Settings</h1><div class=spinner>Wheel</div><a href="#/lids">Lids</a><main id=m></main><script>
onhashchange = () => { m.innerHTML = '<h2>Lids</h2><div class=skeleton>Lids</div>'; setTimeout(() => {
  m.innerHTML = '<h2>Lids</h2><label><input type=checkbox checked> Keep lids</label>'; }, 900); };
</script>"""


def test_what_never_fills_is_waited_for_once_and_what_fills_still_is(pages: Any, walk_to: Any) -> None:
    recording = walk_to(pages.add("/settings", FILLING)).recording
    assert [(c.label, c.depth) for c in recording.controls] == [("Keep lids", 1)]


@pytest.mark.parametrize("opened", ["location = '#/lids'", "d.showModal()"])
def test_a_new_place_that_says_it_is_loading_is_waited_for(pages: Any, walk_to: Any, opened: str) -> None:
    page = f"""<h1>Settings</h1><main id=m><a href="javascript:void 0" aria-haspopup=dialog onclick="go()">Lids</a></main>
    <dialog id=d></dialog><script>function go() {{ {opened}; const to = d.open ? d : m; to.innerHTML = '<h2>Lids</h2><p>One moment</p>';
    setTimeout(() => {{ to.innerHTML = '<h2>Lids</h2><label><input type=checkbox checked> Keep lids</label>'; }}, 1200); }}</script>"""
    recording = walk_to(pages.add("/settings", page)).recording
    assert [(c.label, c.depth, c.path) for c in recording.controls] == [("Keep lids", 1, ["Lids"])]


HALVES = """<main id=m><h1>Settings</h1><a href="#/lids">Lids</a> <a href="#/jars">Jars</a></main><script>
const frame = m.innerHTML;
onhashchange = () => { const name = location.hash.slice(2); m.innerHTML = frame; setTimeout(() => {
  m.innerHTML = `${frame}<h2>${name}</h2><p>All that there is to say of them.</p>${name.endsWith("ss") ? "" : `<a href="#/${name}s">More ${name}</a>`}`;
  setTimeout(() => { m.innerHTML += `<label><input type=checkbox checked> Keep ${name}</label>`; }, 400); }, 400); };
</script>"""


def test_a_screen_that_fills_by_halves_from_a_timer_is_read_whole_and_two_are_never_taken_for_one(
    pages: Any, walk_to: Any
) -> None:
    """No request, no wheel, nothing moves in between; before it fills, each address shows what the start shows."""
    recording = walk_to(pages.add("/settings", HALVES)).recording
    assert sorted((c.label, c.depth) for c in recording.controls) == [
        ("Keep jars", 1),
        ("Keep jarss", 2),
        ("Keep lids", 1),
        ("Keep lidss", 2),
    ]
    assert recording.ended_by == "complete"


SLOW_PART = """<h1>Settings</h1><button onclick="setTimeout(() => { m.hidden = false; }, 450)">Advanced settings</button>
<div id=m hidden><label><input type=checkbox checked> Keep lids</label></div>"""


def test_a_click_that_shows_nothing_at_once_is_looked_at_again(pages: Any, walk_to: Any) -> None:
    recording = walk_to(pages.add("/settings", SLOW_PART)).recording
    assert [(c.label, c.depth, c.path) for c in recording.controls] == [("Keep lids", 1, ["Advanced settings"])]


STARTS = """<main id=m><h1>Boards</h1><button aria-haspopup=menu onclick="n.hidden = !n.hidden">My settings</button>
<div id=n role=menu hidden style="position:absolute;top:80px;background:#fff"><a role=menuitem href="/lids">Lids</a> <a role=menuitem href="/jars">Jars</a></div></main>
<div id=p></div><script>setTimeout(() => { p.innerHTML = 'abcdefgh'.split('').map((c) => `<h3>Board ${c}</h3><button aria-haspopup=menu disabled>More of ${c}</button>`).join(''); },
  sessionStorage.been ? 3000 : 0); sessionStorage.been = 1;</script>"""


def test_an_application_that_starts_slowly_the_second_time_is_reached_again(pages: Any, walk_to: Any) -> None:
    """Nothing tells that it fills: no request, no wheel. What shows is part of what is known to stand there."""
    for name in ("lids", "jars"):
        pages.add(f"/{name}", f"<h1>{name}</h1><label><input type=checkbox checked> Keep {name}</label>")
    recording = walk_to(pages.add("/app", STARTS)).recording
    assert {(c.label, c.depth) for c in recording.controls} == {("Keep lids", 2), ("Keep jars", 2)}
    assert (recording.ended_by, recording.errors) == ("complete", [])


SPLASH = """<h1>Boards</h1><a href="/help">Help</a><style>@keyframes turn { to { transform: rotate(1turn) } }
i{display:block;width:9px;animation:turn 3s 1}</style><i>.</i><p id=p></p><script>
setTimeout(() => { p.innerHTML = '<label><input type=checkbox checked> Keep boards</label>'; }, 2400);</script>"""


def test_an_application_that_a_click_loads_starts_at_its_own_pace(pages: Any, walk_to: Any) -> None:
    """Only its animation tells that it is starting."""
    pages.add("/help", "<h1>Help</h1><p>Ask us.</p>")
    pages.add("/boards", SPLASH)
    recording = walk_to(pages.add("/settings", '<h1>Settings</h1><a href="/boards">Boards</a>')).recording
    assert [(c.label, c.depth) for c in recording.controls] == [("Keep boards", 1)]


POLLS = """<nav><a href="/a">Apples</a> <a href="/b">Pears</a> <a href="/c">Plums</a> <a href="/d">Figs</a></nav><h1>{0}</h1>
<label><input type=checkbox> Keep {0}</label><script>fetch('/poll?t=' + Math.random())</script>"""


def test_a_poll_that_hangs_on_every_page_is_not_waited_for_on_each(pages: Any, walk_to: Any) -> None:
    pages.bodies["/poll"] = 0
    for name in "abcd":
        pages.add(f"/{name}", POLLS.format(name))
    began = time.monotonic()
    recording = walk_to(pages.add("/settings", POLLS.format("settings"))).recording
    took = time.monotonic() - began
    assert len(recording.controls) == 5
    assert took < 6 * CAP_SECONDS / 2, "each of ten loads would wait for half the cap"
