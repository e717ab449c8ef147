"""What only scrolling shows: lazy content, virtualised lists, doors at the end. Real Chromium, loopback only."""

from typing import Any

import pytest
from PIL import Image

from offswitch_crawler.replay import replay
from offswitch_recording.words import Action

HEAD = "<h1>Settings</h1><p><label><input type=checkbox> Dark mode</label></p>"

LAZY = (
    HEAD
    + """<div style="height:1500px">About this page</div><div id=more style="min-height:40px"></div>
<script>new IntersectionObserver((seen, self) => { if (!seen[0].isIntersecting) return; self.disconnect();
  setTimeout(() => { more.innerHTML = '<h2>Data</h2><p><label><input type=checkbox checked> Use my posts for training</label></p>'
  + '<p><a href="/deep">Advanced</a></p>'; }, 50) }).observe(more)</script>"""
)

VIRTUAL = (
    HEAD
    + """<h2>Mail about</h2><div id=panel style="height:300px;width:500px;overflow-y:auto;border:1px solid"><div id=inner
 style="position:relative"></div></div>
<script>const topics = Array.from({length: 60}, (_, i) => ['Birds', 'Rivers', 'Clocks'][i % 3] + ' of ' + String.fromCharCode(65 + i % 26)
  + String.fromCharCode(97 + i / 3));
inner.style.height = topics.length * 50 + 'px';
const draw = () => { inner.textContent = ''; const first = Math.max(0, Math.floor(panel.scrollTop / 50) - 2);
  for (let i = first; i < Math.min(first + 13, topics.length); i++) { const row = document.createElement('label');
    row.style.cssText = 'position:absolute;left:0;height:50px;background:#fff;top:' + i * 50 + 'px';
    row.innerHTML = '<input type=checkbox' + (i % 2 ? ' checked' : '') + '> ' + topics[i]; inner.append(row); } };
panel.onscroll = draw; draw()</script>"""
)


def labels(recording: Any) -> list[str]:
    return [c.label for c in recording.controls]


def test_what_is_loaded_at_the_end_of_a_page_is_found_and_its_doors_are_taken(pages: Any, walk_to: Any) -> None:
    pages.add("/deep", "<h1>Advanced</h1><p><label><input type=checkbox checked> Keep my history</label></p>")
    walked = walk_to(pages.add("/settings", LAZY))
    recording = walked.recording
    assert labels(recording) == ["Dark mode", "Use my posts for training", "Keep my history"]
    assert recording.ended_by == "complete"
    lazy, deep = recording.controls[1:]
    assert (lazy.state, lazy.depth, deep.depth, deep.path) == ("on", 0, 1, ["Advanced"])
    assert lazy.picture is not None and lazy.box is not None
    assert lazy.effort.scroll_viewports > 0.5
    assert recording.untouched.checked == 3
    assert [r for r in replay(recording) if not r.ok] == []
    assert len(recording.screens) == 2


@pytest.fixture
def long_list(pages: Any, walk_to: Any) -> Any:
    return walk_to(pages.add("/settings", VIRTUAL))


def test_a_virtualised_list_is_scrolled_and_merged(long_list: Any) -> None:
    recording = long_list.recording
    assert len(recording.controls) == len(set(labels(recording))) == 61
    ticks = recording.controls[1:]
    assert [c.state for c in ticks] == ["off", "on"] * 30
    assert {c.depth for c in ticks} == {0}
    pictures = [Image.open(long_list.folder / p.file).convert("L") for p in recording.screens[0].pictures]
    for tick in ticks:  # more rows are drawn than the panel shows
        x, y, w, h = (int(v) for v in tick.box)
        assert min(pictures[tick.picture].crop((x, y, x + w, y + h)).tobytes()) < 160, tick.label
    assert len(pictures) <= 15
    assert recording.untouched.checked == 61 and not recording.untouched.not_checked
    first, last = ticks[0], ticks[-1]
    assert first.steps == [] and [s.action for s in last.steps] == [Action.SCROLL]
    assert last.effort.scroll_viewports > first.effort.scroll_viewports
    assert [r for r in replay(recording) if not r.ok] == []


TWO_PANELS = (
    HEAD
    + """<style>.p{height:200px;overflow-y:auto;width:400px;border:1px solid;margin:8px}</style>
<div class=p id=many></div><div class=p id=growing><div id=inner style="position:relative;height:2000px"></div></div>
<script>for (let i = 0; i < 30; i++) many.insertAdjacentHTML('beforeend', '<p><label><input type=checkbox> Notify</label></p>');
const draw = () => { inner.innerHTML = ''; const first = Math.floor(growing.scrollTop / 50);
  for (let i = first; i < first + 5 && i < 40; i++) inner.insertAdjacentHTML('beforeend',
    '<label style="position:absolute;top:' + i * 50 + 'px"><input type=checkbox> Alert ' + String.fromCharCode(65 + i % 26) + (i > 25 ? 'x' : 'y') + '</label>'); };
growing.onscroll = draw; draw()</script>"""
)


def test_what_scrolls_in_one_panel_does_not_multiply_what_stands_in_another(pages: Any, walk_to: Any) -> None:
    found = labels(walk_to(pages.add("/settings", TWO_PANELS)).recording)
    assert (found.count("Notify"), sum(x.startswith("Alert") for x in found), len(found)) == (30, 40, 71)


CHANNELS = (
    "<h1>Channels</h1>"
    + """<div id=panel style="height:800px;width:500px;overflow-y:auto"><div id=inner style="position:relative;height:2400px"></div></div>
<script>const pool = Array.from({length: 20}, () => { const row = document.createElement('label');
    row.style.cssText = 'position:absolute;left:0;height:40px'; row.innerHTML = '<input type=checkbox role=switch> <span></span>';
    inner.append(row); return row; });
const draw = () => { const first = Math.min(40, Math.floor(panel.scrollTop / 40));
  pool.forEach((row, k) => { const i = first + k; row.style.top = i * 40 + 'px'; row.firstChild.checked = i % 3 == 0;
    row.lastChild.textContent = 'Channel ' + (i + 1); }); };
panel.onscroll = draw; draw()</script>"""
)


def test_rows_that_differ_in_a_number_alone_are_controls_of_their_own(pages: Any, walk_to: Any) -> None:
    recording = walk_to(pages.add("/settings", CHANNELS)).recording
    assert labels(recording) == [f"Channel {n}" for n in range(1, 61)]
    assert [c.state for c in recording.controls] == ["off" if n % 3 else "on" for n in range(60)]
    assert all(c.picture is not None and c.box is not None for c in recording.controls)
    assert recording.untouched.checked == 60
    assert (recording.untouched.not_checked, recording.untouched.changed) == ([], [])
    assert [r for r in replay(recording) if not r.ok] == []


TICKING = (
    "<h1>Log</h1>"
    + """<div id=panel style="height:300px;overflow-y:auto"><div id=inner></div></div><script>let seen = 0;
const draw = () => { inner.innerHTML = ''; seen++; for (const name of ['Backups', 'Mirrors', 'Drafts'])
  inner.insertAdjacentHTML('beforeend', '<p style="height:200px"><label><input type=checkbox> ' + name + ' (' + seen + ' runs)</label></p>'); };
panel.onscroll = draw; draw()</script>"""
)


def test_a_number_that_changes_while_it_is_scrolled_makes_no_second_control(pages: Any, walk_to: Any) -> None:
    recording = walk_to(pages.add("/settings", TICKING)).recording
    assert [x.split()[0] for x in labels(recording)] == ["Backups", "Mirrors", "Drafts"]
    assert recording.untouched.checked == 3 and not recording.untouched.not_checked


STORIES = """<h1>Stories</h1><div id=list></div><div id=end style="height:1px"></div><script>
  let n = 0;
  const story = () => "<h3>A story</h3><p style='height:300px'>It goes on.</p>";
  const more = () => { if (n++ < MOST) list.insertAdjacentHTML("beforeend", story().repeat(5)); else if (n === MOST + 1) end.innerHTML = LAST; };
  new IntersectionObserver((seen) => seen[0].isIntersecting && more()).observe(end);
  addEventListener("scroll", () => { if (innerHeight + scrollY > document.body.scrollHeight - 50) more(); });
</script>"""


def stories(most: str) -> str:
    last = "'<p><label><input type=checkbox> Show fewer stories</label></p><p><a href=/deep>Settings</a></p>'"
    return STORIES.replace("MOST", most).replace("LAST", last)


def test_settings_at_the_end_of_a_list_that_holds_nothing_else_to_click_are_found(pages: Any, walk_to: Any) -> None:
    pages.add("/deep", "<h1>Settings</h1><p><label><input type=checkbox> Dark mode</label></p>")
    recording = walk_to(pages.add("/", stories("4"))).recording
    assert labels(recording) == ["Show fewer stories", "Dark mode"]
    assert [r for r in replay(recording) if not r.ok] == []


def test_such_a_list_without_an_end_is_said(pages: Any, walk_to: Any) -> None:
    recording = walk_to(pages.add("/", stories("1e9"))).recording
    assert [e.what for e in recording.errors] == ["it has no end: scrolling stopped where no new controls came"]
