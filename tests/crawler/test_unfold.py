"""Selects whose options exist only while they are open. Real Chromium, loopback only."""

from typing import Any

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
