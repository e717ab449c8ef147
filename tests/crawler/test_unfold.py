"""Selects whose options exist only while they are open. Real Chromium, loopback only."""

from typing import Any

import pytest

SELECTS = """<h1>Settings</h1>
<style>.s{width:200px;padding:6px 10px;border:1px solid #888;cursor:pointer;margin:4px 0 18px} .o{position:fixed;z-index:9;background:#fff;border:1px solid}
.o div{padding:6px;cursor:pointer}</style>
<p id=a>Reading order</p><div class=s role=combobox tabindex=0 aria-haspopup=listbox aria-expanded=false aria-labelledby=a id=one>Newest first</div>
<p id=b>Who may write</p><div class=s role=combobox tabindex=0 aria-haspopup=listbox aria-expanded=false aria-labelledby=b aria-controls=list id=two>Friends</div>
<script>
let set = 0;
const open = (trigger, id, texts) => { const list = document.createElement('div'); list.className = 'o'; list.setAttribute('role', 'listbox'); list.id = id;
  for (const t of texts) { const o = document.createElement('div'); o.setAttribute('role', 'option'); o.textContent = t; o.onclick = () => { set++; fetch('/set', {method: 'POST'}); }; list.append(o); }
  document.body.append(list); trigger.setAttribute('aria-expanded', 'true');
  const shut = (e) => { if (e.key !== 'Escape') return; list.remove(); trigger.setAttribute('aria-expanded', 'false'); removeEventListener('keydown', shut); };
  addEventListener('keydown', shut); };
one.onclick = () => open(one, 'anywhere', ['Newest first', 'Oldest first', 'By name']);
two.onclick = () => open(two, 'list', ['Everyone', 'Friends', 'Nobody']);
</script>"""


def test_a_select_is_opened_read_and_closed_again(pages: Any, walk_to: Any) -> None:
    recording = walk_to(pages.add("/settings", SELECTS)).recording
    found = {c.label: (c.state, c.options) for c in recording.controls}
    assert found == {
        "Reading order": ("Newest first", ["Newest first", "Oldest first", "By name"]),
        "Who may write": ("Friends", ["Everyone", "Friends", "Nobody"]),
    }
    assert len(recording.screens) == 1 and recording.ended_by == "complete"
    assert recording.untouched.checked == 2 and not recording.untouched.changed
    assert pages.writes == [] and recording.blocked == []


def test_one_that_does_not_close_leaves_the_walk_going(pages: Any, walk_to: Any) -> None:
    pages.add("/more", "<h1>More</h1><label><input type=checkbox checked> Keep my history</label>")
    body = SELECTS.replace("if (e.key !== 'Escape') return;", "return;") + '<a href="/more">More</a>'
    recording = walk_to(pages.add("/settings", body)).recording
    assert {c.label: c.state for c in recording.controls} == {
        "Reading order": "Newest first",
        "Who may write": "Friends",
        "Keep my history": "on",
    }
    assert any("did not close" in e.what for e in recording.errors)
    assert not recording.untouched.changed


PLAIN = """<h1>Settings</h1><style>.line{display:flex;justify-content:space-between;align-items:center;width:520px;height:60px}
.pick{display:flex;justify-content:space-between;width:180px;padding:6px 10px;border:1px solid #888;cursor:pointer}
.drop{position:absolute;background:#fff;border:1px solid #888} .drop p{margin:0;padding:6px 12px}</style>
<div class=line><span>Keep drafts for</span><div class=pick id=one><span>A week</span><span>▾</span></div></div>
<div class=line><span>Voice</span><span style="cursor:pointer" id=two>Low <svg width=12 height=12><path d="M1 3l5 6 5-6" fill=none stroke=#333 /></svg></span></div>
<div class=line><span>Home page</span><div class=pick id=three><span>News</span><span>▾</span></div></div>
<script>
const shut = () => document.querySelectorAll('.drop').forEach((d) => d.remove());
const drop = (e, texts, tag) => e.onclick = () => { if (document.querySelector('.drop')) return AGAIN; const d = document.createElement('div'), at = e.getBoundingClientRect();
  d.className = 'drop'; d.style.cssText = `left:${at.left + scrollX}px;top:${at.bottom + scrollY}px`; d.onclick = () => fetch('/set', {method: 'POST'});
  d.innerHTML = '<div>' + texts.map((t) => `<p>${t}</p>`).join('') + '</div>'; document.body.append(d); };
addEventListener('keydown', (k) => { if (k.key === 'Escape') ESCAPE; });
drop(one, ['A day', '✓ A week', 'For ever']); drop(two, ['High', 'Low']); drop(three, THIRD);
</script>"""


def plain(*, escape: str = "shut()", again: str = "shut()", third: str = "['News', 'Feed', 'Nothing']") -> str:
    """Three selects that are only drawn, whose lists say nothing of themselves."""
    return PLAIN.replace("ESCAPE", escape).replace("AGAIN", again).replace("THIRD", third)


KEPT = {
    "Keep drafts for": ("A week", ["A day", "A week", "For ever"]),
    "Voice": ("Low", ["High", "Low"]),
    "Home page": ("News", ["News", "Feed", "Nothing"]),
}


@pytest.mark.parametrize("closes", ["escape", "again"])
def test_a_list_that_says_nothing_of_itself_is_read_and_closed(pages: Any, walk_to: Any, closes: str) -> None:
    page = plain(escape="shut()" if closes == "escape" else "0", again="shut()" if closes == "again" else "0")
    recording = walk_to(pages.add("/settings", page)).recording
    assert {c.label: (c.state, c.options) for c in recording.controls} == KEPT
    assert not recording.errors and not recording.untouched.changed
    assert pages.writes == [] and recording.blocked == []


def test_one_that_nothing_closes_is_said(pages: Any, walk_to: Any) -> None:
    recording = walk_to(pages.add("/settings", plain(escape="0", again="0"))).recording
    assert {c.label: c.state for c in recording.controls} == {label: state for label, (state, _) in KEPT.items()}
    assert any("did not close" in e.what for e in recording.errors)
    assert pages.writes == [] and recording.blocked == []


def test_a_list_without_the_value_gives_no_options(pages: Any, walk_to: Any) -> None:
    page = plain(third="['Rename', 'Move', 'Share']")
    recording = walk_to(pages.add("/settings", page)).recording
    assert {c.label: (c.state, c.options) for c in recording.controls} == KEPT | {"Home page": ("News", [])}
    assert pages.writes == [] and not recording.untouched.changed
