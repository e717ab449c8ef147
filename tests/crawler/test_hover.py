"""Menus that no click opens: under a resting pointer, by style and by script, in one another; and on a right click."""

from typing import Any

import pytest

from offswitch_crawler.replay import replay
from offswitch_recording.schema import Recording
from offswitch_recording.words import Action, Button, ScreenKind

SWITCH = "<p><label><input type=checkbox checked> {0}</label></p>"
STYLE = """<style>nav ul{list-style:none;margin:0;padding:0} nav>ul{display:flex;gap:30px} nav li{position:relative}
nav li ul{display:none;position:absolute;top:100%;left:0;background:#fff;width:200px;padding:6px}
nav li ul ul{top:0;left:100%} nav li:hover>ul{display:block}</style>"""
BY_STYLE = (
    STYLE
    + """<header><nav><ul><li><a href="/news">News</a></li>
<li><a href="/account">Account</a><ul><li><a href="/privacy">Privacy</a></li>
<li><span>More</span><ul><li><a href="/ads">Advertising</a></li></ul></li></ul></li></ul></nav></header>"""
)


def found(recording: Recording) -> dict[str, Any]:
    return {c.label: (c.depth, c.path, [s.action.value for s in c.steps], c.effort.hovers) for c in recording.controls}


def small_site(pages: Any, bar: str) -> str:
    for name, label in (
        ("news", "News by mail"),
        ("account", "Show my name"),
        ("privacy", "Share usage"),
        ("ads", "Personal ads"),
    ):
        pages.add(f"/{name}", f"{bar}<h1>{name.title()}</h1>" + SWITCH.format(label))
    return str(pages.add("/", bar + "<h1>Home</h1><p>Welcome to a place of many words.</p>"))


def all_replay(recording: Recording) -> bool:
    return [(r.label, r.why) for r in replay(recording) if not r.ok] == []


def test_menus_of_a_style_sheet_in_one_another_cost_hovers_and_no_click(pages: Any, walk_to: Any) -> None:
    recording = walk_to(small_site(pages, BY_STYLE)).recording
    assert found(recording) == {
        "News by mail": (1, ["News"], ["click"], 0),
        "Show my name": (1, ["Account"], ["click"], 0),
        "Share usage": (1, ["Privacy"], ["hover", "click"], 1),
        "Personal ads": (1, ["Advertising"], ["hover", "hover", "click"], 2),
    }
    menus = [s for s in recording.screens if s.kind is ScreenKind.MENU]
    assert [(m.depth, m.path) for m in menus] == [(0, []), (0, [])] and menus[1].parent == menus[0].id
    assert {d.label: d.action for d in recording.doors}["More"] is Action.HOVER
    assert recording.ended_by == "complete" and {c.depth_is for c in recording.controls} == {"exact"}
    assert recording.untouched.checked == 4 and not recording.untouched.not_checked and pages.writes == []
    assert all_replay(recording)


BY_SCRIPT = """<header style="display:flex;gap:40px;height:40px"><a href="/news">News</a>
<button id=b {says} style="height:30px">Ada</button></header><script>
let gone = 0;
const open = () => { clearTimeout(gone); if (window.m) return; setTimeout(() => { if (!b.matches(':hover') || window.m) return;
  document.body.insertAdjacentHTML('beforeend', `<div id=m style="position:absolute;left:60px;top:30px;z-index:9;background:#eee;padding:9px">
  <p><a href="/account">My account</a></p><p><a href="/privacy">My privacy</a></p><label><input type=checkbox> Appear offline</label></div>`);
  m.onmouseenter = () => clearTimeout(gone); m.onmouseleave = shut; }, {after}); };
const shut = () => { gone = setTimeout(() => window.m && m.remove(), 120); };
b.addEventListener('mouseenter', open); b.addEventListener('mouseleave', shut);
</script>"""


@pytest.mark.parametrize(
    ("says", "after"),
    [
        pytest.param("aria-haspopup=true", 0, id="says so", marks=pytest.mark.long),
        pytest.param("", 250, id="by its handler, late"),
    ],
)
def test_a_menu_that_a_script_draws_elsewhere_under_a_resting_pointer(
    pages: Any, walk_to: Any, says: str, after: int
) -> None:
    bar = BY_SCRIPT.replace("{says}", says).replace("{after}", str(after))
    recording = walk_to(small_site(pages, bar)).recording
    seen = found(recording)
    assert seen.pop("News by mail") == (1, ["News"], ["click"], 0)
    assert seen == {
        "Appear offline": (0, [], ["hover"], 1),
        "Show my name": (1, ["My account"], ["hover", "click"], 1),
        "Share usage": (1, ["My privacy"], ["hover", "click"], 1),
    }
    assert recording.ended_by == "complete" and recording.untouched.checked == 4
    assert all_replay(recording)


def test_a_list_hidden_behind_an_entry_of_a_bar_is_tried_and_what_brings_nothing_is_no_door(
    pages: Any, walk_to: Any
) -> None:
    bar = """<nav>{0}</nav><script>for (const x of document.querySelectorAll('button')) x.onclick = () => {{
      x.nextElementSibling.hidden = !x.nextElementSibling.hidden; x.ariaExpanded = !x.nextElementSibling.hidden; }}</script>"""
    entry = "<button aria-expanded=false>{0}</button><ul hidden><li><a href='/{1}'>{2}</a></li></ul>"
    bar = bar.format(entry.format("Account", "privacy", "Privacy") + entry.format("Business", "ads", "Advertising"))
    recording = walk_to(small_site(pages, bar)).recording
    assert {label: facts[:3] for label, facts in found(recording).items()} == {
        "Share usage": (2, ["Account", "Privacy"], ["click", "click"]),
        "Personal ads": (2, ["Business", "Advertising"], ["click", "click"]),
    }
    assert {d.action for d in recording.doors} == {Action.CLICK}
    assert recording.ended_by == "complete"


ROWS = "".join(f'<div class=row><span>File {x}</span><div class=acts><a href="/f/{x}/1">Rename</a><a href="/f/{x}/2">Share</a></div></div>' for x in "abcdefgh")  # fmt: skip


def test_a_hint_and_the_actions_that_show_on_every_row_are_no_menus(pages: Any, walk_to: Any) -> None:
    style = "<style>.tip,.acts{visibility:hidden}.row{padding:9px}.row:hover .acts{visibility:visible} .q:hover+.tip{visibility:visible}</style>"
    body = f"{style}<h1>Files</h1>{SWITCH.format('Keep versions')}<span class=q>?</span><span class=tip>Kept for a year</span>{ROWS}"
    recording = walk_to(pages.add("/", body)).recording
    assert [s.kind for s in recording.screens] == [ScreenKind.PAGE]
    assert recording.ended_by == "complete" and not [p for p in pages.gets if p.startswith("/f/")]


CONTEXT = """<h1>Library</h1><div id=a {0} tabindex=0 style="padding:20px;border:1px solid;width:300px">Holiday pictures</div>
<p oncontextmenu="return false">No pictures may be taken from here</p>
<div id=m role=menu hidden style="position:absolute;z-index:2;background:#fff"><a role=menuitem href="/sharing">Sharing</a>
<div role=menuitemcheckbox aria-checked=true tabindex=-1>Recognise faces</div></div><script>
const show = (e) => { e.preventDefault(); m.hidden = false; m.style.left = e.clientX + 'px'; m.style.top = e.clientY + 'px'; };
addEventListener('keydown', (e) => { if (e.key === 'Escape') m.hidden = true; });
</script>"""


@pytest.mark.parametrize(
    ("says", "then"),
    [
        ('oncontextmenu="show(event)"', ""),
        pytest.param("aria-haspopup=menu", "<script>a.oncontextmenu = show</script>", marks=pytest.mark.long),
        ("aria-haspopup=true", "<script>a.addEventListener('contextmenu', show)</script>"),
    ],
    ids=["attribute", "property", "listener"],
)
def test_a_menu_on_a_right_click_costs_one(pages: Any, walk_to: Any, says: str, then: str) -> None:
    pages.add("/sharing", "<h1>Sharing</h1>" + SWITCH.format("Let friends see"))
    recording = walk_to(pages.add("/", CONTEXT.replace("{0}", says) + then)).recording
    by = {c.label: (c.depth, c.path, [s.button for s in c.steps]) for c in recording.controls}
    assert by == {
        "Recognise faces": (1, ["Holiday pictures"], [Button.RIGHT]),
        "Let friends see": (2, ["Holiday pictures", "Sharing"], [Button.RIGHT, Button.LEFT]),
    }
    assert recording.ended_by == "complete" and recording.untouched.checked == 2
    assert all_replay(recording)
