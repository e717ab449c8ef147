"""Tabs without a panel that they are tied to are clicked, options of one setting never are. A real browser and a real walk."""

from typing import Any

import pytest
from playwright.sync_api import Page

from offswitch_crawler.doors import judge
from offswitch_crawler.look import look_sync
from offswitch_crawler.sites import Bounds
from offswitch_recording.words import WhyNot

STYLE = """<style>body{font:15px sans-serif;margin:20px} .bar{display:flex} .bar>*,.side>*{padding:8px 14px;border:1px solid #888;cursor:pointer;
background:#eee} .bar>.on,.side>.on{background:#05b;color:#fff} .side>*{display:block;width:180px} .row{display:flex;width:640px;
justify-content:space-between;padding:8px} .two{display:flex;gap:30px}</style>"""
SWAPS = """<script>
addEventListener("click", (e) => {
  const hit = e.target.closest(".bar>*, .side>*");
  if (!hit) return;
  for (const other of hit.parentElement.children) {
    other.classList.toggle("on", other === hit);
    if (other.hasAttribute("aria-selected")) other.setAttribute("aria-selected", other === hit);
    if (other.hasAttribute("aria-current")) other.setAttribute("aria-current", other === hit ? "page" : "false");
  }
  const head = document.querySelector("#part").dataset.head;
  const name = hit.textContent;
  document.querySelector("#part").innerHTML = (head ? `<h2>${name}</h2>` : "") + `<p>All of ${name}.</p><label><input type=checkbox> ${name} of ${document.title}</label>`;
});
</script>"""


def several(kind: str, names: str, each: str = "", tag: str = "button", bar: str = "") -> str:
    """Several things of which the first is marked. `each` may hold S for whether it is the one."""
    made = "".join(
        f"<{tag} class='{'on' if n == 0 else ''}' {each.replace('S', str(n == 0).lower())}>{w}</{tag}>"
        for n, w in enumerate(names.split())
    )
    return f"<div class='{kind}' {bar}>{made}</div>"


def part(first: str, *, head: bool = True) -> str:
    """What stands under tabs."""
    heading = f"<h2>{first}</h2>" if head else ""
    return f"<div id=part data-head={'1' if head else ''}>{heading}<label><input type=checkbox> First</label></div>"


TABS = {
    "role": "<h1>Settings</h1>" + several("bar", "Chats Voice Family", "role=tab aria-selected=S", bar="role=tablist") + part("", head=False),
    "class": "<h1>Settings</h1>" + several("bar tabs", "Chats Voice Family") + part("", head=False),
    "areas": "<h1>Settings</h1>" + several("bar", "General Privacy Ads") + part("", head=False),
    "headed": "<h1>Settings</h1>" + several("bar", "Chats Voice Family", tag="span") + part("Chats"),
    "current": "<h1>Settings</h1>" + several("bar", "Chats Voice Family", "aria-current=S") + part("", head=False),
    "brand": "<div class=row><b>Acme</b>" + several("bar", "Chats Voice Family") + "</div>" + part("Chats"),
    "side": "<h1>Settings</h1><div class=two>" + several("side", "Chats Voice Family") + part("", head=False) + "</div>",
    "intro": "<h1>Settings</h1><p>Manage your account and what we keep.</p>" + several("bar", "Chats Voice Family", "role=tab aria-selected=S")
    + part("", head=False),
}  # fmt: skip
WALKED = ("role", "headed", "side")


@pytest.mark.parametrize("name", TABS)
def test_tabs_are_doors(pages: Any, page: Page, name: str) -> None:
    page.goto(pages.add("/", STYLE + TABS[name]))
    look = look_sync(page)
    assert [c.label for c in look.controls] == ["First"]
    assert [d.label for d in look.doors] == (
        ["General", "Privacy", "Ads"] if name == "areas" else ["Chats", "Voice", "Family"]
    )
    assert all(judge(d, look.layers[0], look.language, Bounds(look.url)).take for d in look.doors)


def test_what_stands_behind_tabs_is_seen(pages: Any, walk_to: Any) -> None:
    for name in WALKED:
        pages.add(f"/{name}", STYLE + TABS[name] + SWAPS)
    links = "".join(f"<p><a href=/{name}>Settings {name}</a></p>" for name in WALKED)
    recording = walk_to(pages.add("/", f"<h1>Start</h1>{links}")).recording
    seen = {(c.label, c.depth) for c in recording.controls}
    assert {(f"{w} of /{name}", 2) for name in WALKED for w in ("Voice", "Family")} - seen == set()
    assert {c.kind for c in recording.controls} == {"checkbox"}
    assert recording.ended_by == "complete"


LOOKS = "Light Dark System"
ROW = "<div class=row><label><input type=checkbox> Next</label></div>"
OPTIONS = {
    "in a row": "<h1>Settings</h1><div class=row><span>Theme</span>" + several("bar", LOOKS) + "</div>",
    "under a label": "<h1>Settings</h1><div><div>Theme</div>" + several("bar", LOOKS) + "</div>",
    "under a label among others": "<h1>Settings</h1><div>Theme</div>" + several("bar", LOOKS),
    "under a heading": "<h1>Settings</h1><h3>Theme</h3>" + several("bar", LOOKS) + "<h3>Rest</h3>",
    "pressed": "<h1>Theme</h1>" + several("bar", LOOKS, "aria-pressed=S"),
    "drawn as tabs": "<h1>Settings</h1><div class=row><span>Theme</span>"
    + several("bar", LOOKS, "role=tab aria-selected=S", bar="role=tablist") + "</div>",
    "called a group": "<h1>Settings</h1>" + several("bar", LOOKS, bar="role=group aria-label=Theme"),
    "with a name of an area": "<h1>Settings</h1><div class=row><span>Theme</span>" + several("bar", "Activity Mentions Nothing") + "</div>",
}  # fmt: skip
UNSURE = {
    "over what could be theirs": "<h1>Settings</h1>" + several("bar", LOOKS),
    "spaced chips named like areas": "<h1>Settings</h1><div class=row><span>Sort by</span>"
    + several("bar", "Privacy Ads Mentions").replace("class='bar'", "class='bar' style='gap:12px'") + "</div>",
}  # fmt: skip


@pytest.mark.parametrize("name", OPTIONS)
def test_options_of_one_setting_stay_a_control(pages: Any, page: Page, name: str) -> None:
    page.goto(pages.add("/", STYLE + OPTIONS[name] + ROW))
    look = look_sync(page)
    assert [c.kind for c in look.controls] == ["segmented", "checkbox"]
    assert [d.label for d in look.doors] == []


@pytest.mark.parametrize("name", UNSURE)
def test_what_may_be_either_is_not_clicked(pages: Any, walk_to: Any, name: str) -> None:
    asks = "<script>onclick = (e) => { if (e.target.closest('.bar')) fetch('/clicked'); };</script>"
    recording = walk_to(pages.add("/", STYLE + UNSURE[name] + ROW + asks)).recording
    assert "/clicked" not in pages.gets
    assert [d.why_not for d in recording.doors] == [WhyNot.UNSURE] * 3
    assert [c.label for c in recording.controls] == ["Next"]


ROWS_OF_A_WINDOW = """<style>.window{position:absolute;left:380px;top:100px;width:480px;height:400px;background:#eee} .list{position:absolute;width:120px}
dl{margin:0} .list-selected{background:#ddd} dt{cursor:pointer} .panes{position:absolute;left:140px}</style><p>Nothing here.
<div class=window><div class=list>ROWS</div><div class=panes></div></div><script>
const list = document.querySelector('.list'), panes = document.querySelector('.panes');
const show = (row) => {
  for (const one of list.children) one.className = one === row ? 'list-selected' : '';
  panes.innerHTML = `<b>Options</b><p><label><input type=checkbox> First of ${row.textContent}</label> <button>Apply</button>`;
};
list.onclick = (e) => show(e.target.closest('dl')); show(list.children[0]);</script>"""


def test_rows_whose_holder_says_which_is_shown_are_tabs(pages: Any, walk_to: Any) -> None:
    """The hand is on the words and the mark on the row; most rows are called by no word of settings."""
    names = ["Downloads", "Network", "Encryption", "Bandwidth", "Interface", "Other", "Daemon", "Queue", "Cache"]
    rows = "".join(f"<dl><dt><em>{name}</em></dt></dl>" for name in names)
    recording = walk_to(pages.add("/", ROWS_OF_A_WINDOW.replace("ROWS", rows))).recording
    assert {c.label for c in recording.controls} == {f"First of {name}" for name in names}
    assert recording.untouched.changed == []


ENTRIES = """<style>li{{cursor: pointer; width: 200px}}</style><ul role=tablist>{0}</ul><div style="margin: -60px 0 0 240px">
<label>Theme <select><option selected>Light<option>Dark</select></label></div>"""


def test_an_entry_that_is_called_as_a_control_is_drawn_like_the_others_of_its_list(page: Page, pages: Any) -> None:
    entries = "".join(f"<li><div role=tab>{name}</div></li>" for name in ("Text editor", "Theme", "Top bar"))
    page.goto(pages.add("/", ENTRIES.format(entries)))
    doors = [d for d in look_sync(page).doors if d.role == "tab"]
    assert [d.label for d in doors] == ["Text editor", "Theme", "Top bar"]
    assert len({d.template for d in doors}) == 1


TWO_LISTS = """<h1>Settings</h1><div role=tablist aria-label=Side><button role=tab aria-selected=true id=files>Files</button></div>
<p>Nothing is open.</p><div><ul role=tablist>{0}</ul></div><div id=part></div><button aria-haspopup=dialog onclick="d.showModal()">Weather…</button>
<dialog id=d aria-label=Weather><label><input type=checkbox> Keep a copy</label><button onclick="d.close()">Close</button></dialog>
<script>addEventListener("click", (e) => {{
  const tab = e.target.closest("[role=tab]");
  if (!tab) return;
  fetch("/seen?" + tab.id);
  for (const other of tab.closest("[role=tablist]").querySelectorAll("[role=tab]")) other.setAttribute("aria-selected", other === tab);
  if (tab.id !== "files") part.innerHTML = `<label><input type=checkbox> ${{tab.textContent}} setting</label>`;
}});</script>"""


def test_a_list_without_an_open_tab_is_not_left_by_a_tab_of_another(pages: Any, walk_to: Any) -> None:
    entries = "".join(f"<li><span role=tab aria-selected=false id={n.lower()}>{n}</span></li>" for n in ("Sounds", "Mail"))
    recording = walk_to(pages.add("/", TWO_LISTS.format(entries))).recording
    assert sorted(c.label for c in recording.controls) == ["Keep a copy", "Mail setting", "Sounds setting"]
    assert "/seen?mail" in pages.gets and "/seen?files" not in pages.gets
