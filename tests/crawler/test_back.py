"""How a walk gets back: which way is taken again, and what is clicked without any way back. A real browser and a real walk."""

from typing import Any

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
