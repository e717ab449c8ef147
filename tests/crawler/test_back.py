"""How a walk gets back: which way is taken again, and what is clicked without any way back. A real browser and a real walk."""

from typing import Any

from offswitch_crawler.stores import _change

EDITOR = """<h1>Home</h1><p>Welcome.</p><button id=open aria-haspopup=dialog>Settings editor…</button>
<script>
const names = ["Sound", "Images", "Networks", "Printing", "Storage", "Languages", "Updates", "Backup"];
document.querySelector("#open").onclick = () => {
  document.body.innerHTML = `<h1>Settings editor</h1><p>Choose a part on the left.</p><div role=tablist aria-orientation=vertical>` +
    names.map((n) => `<button role=tab aria-selected=false>${n}</button>`).join("") + "</div><div role=tabpanel></div>";
  for (const tab of document.querySelectorAll("[role=tab]"))
    tab.onclick = () => {
      for (const other of document.querySelectorAll("[role=tab]")) other.setAttribute("aria-selected", String(other === tab));
      document.querySelector("[role=tabpanel]").innerHTML = `<h2>${tab.textContent}</h2><label><input type=checkbox> ${tab.textContent} by night</label>`;
    };
};
</script>"""


def test_tabs_are_taken_one_after_another_where_nothing_leads_back_to_a_screen_without_one(pages: Any, walk_to: Any) -> None:
    """No tab is selected at first, and no address leads there: each replay would load the page anew."""
    recording = walk_to(pages.add("/", EDITOR)).recording
    found = {c.label: (c.depth, c.path) for c in recording.controls}
    names = ["Sound", "Images", "Networks", "Printing", "Storage", "Languages", "Updates", "Backup"]
    assert found == {f"{n} by night": (2, ["Settings editor…", n]) for n in names}
    assert recording.untouched.checked == len(names) and not recording.untouched.changed
    loaded = pages.gets.count("/")
    assert loaded <= 4 + len(names), "the start, its first way back, and each screen once for the second reading"


SOURCES = """<h1>Home</h1><p>Welcome.</p><button id=open aria-haspopup=dialog>Settings as text…</button>
<script>
const names = ["Sound", "Images", "Networks", "Printing", "Storage", "Languages", "Updates", "Backup"];
document.querySelector("#open").onclick = () => {
  document.body.innerHTML = `<h1>Settings as text</h1><p>Choose a part on the left.</p><div role=tablist aria-orientation=vertical>` +
    names.map((n) => `<button role=tab>${n}</button>`).join("") + "</div><div role=tabpanel></div>";
  for (const tab of document.querySelectorAll("[role=tab]"))
    tab.onclick = () => {
      document.querySelector("[role=tabpanel]").innerHTML = `<h2>System defaults</h2><pre>{ "${tab.textContent}": true }</pre><h2>Yours</h2>`;
      fetch("/layout", { method: "PUT", body: tab.textContent });
    };
};
</script>"""


def test_tabs_that_show_text_alone_lead_to_one_screen_and_none_of_them_acts(pages: Any, walk_to: Any) -> None:
    recording = walk_to(pages.add("/", SOURCES)).recording
    tabs = [d for d in recording.doors if d.role == "tab"]
    assert len({d.to for d in tabs}) == 1 and {(d.outcome, d.why_not) for d in tabs} == {("screen", None)}
    assert recording.ended_by == "complete"


REMEMBERS = """<h1>Boards</h1><style>div{margin:9px}</style><div onclick="show('two')" style="cursor:pointer;width:120px">Account details ›</div><main id=m></main>
<script>const parts = {one: '<h2>Notes</h2><button aria-haspopup=dialog onclick="d.hidden = false">Privacy</button>' +
  '<button aria-haspopup=dialog onclick="e.hidden = false">Settings</button>',
  two: '<h2>Details</h2><p>Made on a Monday, of many small boards and of one that is large.</p><a href="/about">About</a>'};
const show = (name) => { localStorage.part = name; m.innerHTML = parts[name]; }; show(localStorage.part || 'one');</script>
<div id=d hidden role=dialog aria-modal=true style="position:fixed;inset:0;background:#fff"><h2>Privacy</h2><label><input type=checkbox> Share</label></div>
<div id=e hidden role=dialog aria-modal=true style="position:fixed;inset:0;background:#fff"><h2>Settings</h2><label><input type=checkbox> Dark</label></div>"""


def test_a_site_that_opens_where_it_was_left_is_walked_from_what_was_found(pages: Any, walk_to: Any) -> None:
    """Its start shows the part that was open last, and no way leads from there to what the first look showed."""
    pages.add("/about", "<h1>About</h1>")
    recording = walk_to(pages.add("/", REMEMBERS)).recording
    assert {(c.label, c.depth) for c in recording.controls} == {("Share", 1), ("Dark", 1)}
    assert (recording.ended_by, recording.errors) == ("complete", [])


def test_what_may_hold_a_login_is_not_put_back() -> None:
    kept, now = (
        {"tab": "one", "access_token": "a", "x": "0" * 40},
        {"tab": "two", "access_token": "b", "x": "1" * 40, "y": "1"},
    )
    assert _change(kept, now) == {"set": [["tab", "one"]], "remove": ["y"]}
