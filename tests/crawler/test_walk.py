"""Walks over small pages: depth, path, what opens in place, what is never taken. Real Chromium, loopback only."""

from pathlib import Path
from typing import Any

from offswitch_crawler.events import Event
from offswitch_crawler.replay import replay
from offswitch_crawler.walk import walk
from offswitch_recording import folder, manifest
from offswitch_recording.schema import Recording
from offswitch_recording.words import DepthIs, ScreenKind, WhyNot

SWITCH = "<p><label><input type=checkbox {state}> {label}</label></p>"


def switch(label: str, state: str = "") -> str:
    return SWITCH.format(label=label, state=state)


def control(recording: Recording, label: str) -> Any:
    found = [c for c in recording.controls if c.label == label]
    assert len(found) == 1, (label, [c.label for c in recording.controls])
    return found[0]


NAV = '<nav><a href="/settings">Settings</a> <a href="/privacy">Privacy</a> <a href="/ads">Ads</a></nav>'


def small_site(pages: Any) -> str:
    pages.add("/privacy", NAV + "<h1>Privacy</h1>" + switch("Show my profile", "checked") + '<a href="/ai">AI and data</a>')
    pages.add("/ads", NAV + "<h1>Ads</h1>" + switch("Personal ads"))
    pages.add("/ai", NAV + "<h1>AI</h1>" + switch("Use my posts for training", "checked") + '<a href="/ads">Ads</a>')
    return str(pages.add("/settings", NAV + "<h1>Settings</h1>" + switch("Dark mode")))


def test_depth_path_state_and_a_whole_folder(pages: Any, walk_to: Any) -> None:
    walked = walk_to(small_site(pages))
    recording = folder.read(walked.folder)
    assert recording.ended_by == "complete"
    found = {c.label: (c.depth, c.path, c.state, c.depth_is) for c in recording.controls}
    assert found == {
        "Dark mode": (0, [], "off", DepthIs.EXACT),
        "Show my profile": (1, ["Privacy"], "on", DepthIs.EXACT),
        "Personal ads": (1, ["Ads"], "off", DepthIs.EXACT),
        "Use my posts for training": (2, ["Privacy", "AI and data"], "on", DepthIs.EXACT),
    }
    assert len(recording.screens) == 4
    assert not manifest.differences(walked.folder)
    assert walked.manifest_sha256 == manifest.sha256(walked.folder / "manifest.json")
    assert all((walked.folder / p.file).is_file() for s in recording.screens for p in s.pictures)
    assert recording.untouched.checked == 4 and not recording.untouched.changed
    assert pages.writes == []


def test_every_recorded_step_can_be_taken_again(pages: Any, walk_to: Any) -> None:
    walked = walk_to(small_site(pages))
    assert [r for r in replay(walked.recording) if not r.ok] == []


def test_a_password_in_the_address_is_neither_recorded_nor_told(pages: Any, tmp_path: Path) -> None:
    told: list[Event] = []
    url = small_site(pages).replace("//", "//ada:hunter2@").replace("/settings", "/settings?token=s3cret9")
    pages.add("/settings", NAV.replace("/ads", "/ads?session=s3cret9") + "<h1>Settings</h1>" + switch("Dark mode"))
    walked = walk(url, tmp_path / "out", on_event=told.append)
    written = (walked.folder / folder.RECORDING).read_text(encoding="utf-8")
    for secret in ("hunter2", "ada:", "s3cret9"):
        assert secret not in written and secret not in repr(told)
    assert len(walked.recording.controls) == 4
    assert [r for r in replay(walked.recording) if not r.ok] == []


def test_a_link_at_the_foot_of_every_page_is_one_door_to_another_site(pages: Any, walk_to: Any) -> None:
    foot = '<footer><a href="https://other.example/">Other</a></footer>'
    pages.add("/b", NAV + "<h1>B</h1>" + foot)
    pages.add("/a", NAV + '<h1>A</h1><a href="/b">B settings</a>' + foot)
    twice = '<a href="https://other.example/shop">Their shop</a>'
    recording = walk_to(pages.add("/", NAV + '<h1>Start</h1><a href="/a">A settings</a>' + twice + foot)).recording
    assert len(recording.screens) == 3
    assert [(e.site, e.count) for e in recording.exits] == [("other.example", 2)]


def test_what_is_not_of_the_web_is_an_exit_called_by_its_scheme(pages: Any, walk_to: Any) -> None:
    links = '<a href="file:///etc/hosts">Hosts</a> <a href="chrome://settings/ads">Ads</a> <a href="mailto:a@example.org">Write</a>'
    links += '<a href="ftp://me:secret@files.example/x">Files</a>'
    recording = walk_to(pages.add("/", f"<h1>Start</h1>{links}")).recording
    assert sorted(e.site for e in recording.exits) == ["chrome://settings", "file://", "ftp://files.example", "mailto:"]


def test_four_pages_find_the_same_as_one(pages: Any, walk_to: Any) -> None:
    url = small_site(pages)
    one, four = walk_to(url, out="one"), walk_to(url, out="four", pages=4)
    facts = [sorted((c.label, c.depth, c.state) for c in w.recording.controls) for w in (one, four)]
    assert facts[0] == facts[1]


IN_PLACE = """
<h1>Settings</h1>
<div role=tablist><button role=tab aria-selected=true aria-controls=p1 id=t1>General</button>
<button role=tab aria-selected=false aria-controls=p2 id=t2>Privacy</button></div>
<div role=tabpanel id=p1><label><input type=checkbox> Sounds</label></div>
<div role=tabpanel id=p2 hidden><label><input type=checkbox checked> Share usage</label>
  <button aria-expanded=false aria-controls=more id=b>Advanced</button><div id=more hidden><label><input type=checkbox checked> Share location</label></div></div>
<button aria-haspopup=dialog id=o>Data…</button>
<dialog id=d aria-label="Your data"><h2>Your data</h2><label><input type=checkbox checked> Improve our models</label><button id=c>Close</button></dialog>
<script>
const $ = (i) => document.getElementById(i);
const pick = (n) => { for (const k of [1, 2]) { $('t' + k).setAttribute('aria-selected', k === n); $('p' + k).hidden = k !== n; } };
$('t1').onclick = () => pick(1); $('t2').onclick = () => pick(2);
$('b').onclick = () => { const open = $('b').getAttribute('aria-expanded') === 'true'; $('b').setAttribute('aria-expanded', !open); $('more').hidden = open; };
$('o').onclick = () => $('d').showModal(); $('c').onclick = () => $('d').close();
</script>"""


def test_what_opens_in_place_is_a_screen_of_its_own_that_lists_only_what_it_adds(pages: Any, walk_to: Any) -> None:
    recording = walk_to(pages.add("/", IN_PLACE)).recording
    assert recording.ended_by == "complete"
    kinds = {s.id: (s.kind, s.parent) for s in recording.screens}
    where = {c.label: (kinds[c.screen][0], c.depth, c.path) for c in recording.controls}
    assert where == {
        "Sounds": (ScreenKind.PAGE, 0, []),
        "Share usage": (ScreenKind.TAB, 1, ["Privacy"]),
        "Share location": (ScreenKind.DISCLOSURE, 2, ["Privacy", "Advanced"]),
        "Improve our models": (ScreenKind.DIALOG, 1, ["Data…"]),
    }
    assert all(parent for kind, parent in kinds.values() if kind is not ScreenKind.PAGE)
    assert [r for r in replay(recording) if not r.ok] == []


MENU_OF_A_CHECKBOX = """<style>.drop { position: relative; display: inline-block } .drop ul { display: none }
.drop input { position: absolute; inset: 0; opacity: 0; margin: 0; width: 100%; height: 100% }
.drop input:checked ~ ul { display: block; position: absolute }
</style><h1>Article</h1><div class="drop"><input type="checkbox" id="more" role="button" aria-haspopup="true" aria-label="More">
<label for="more" aria-hidden="true">More</label><ul><li><a href="/settings">Settings</a></li></ul></div>"""


def test_a_menu_that_a_checkbox_opens_is_a_door_and_its_checkbox_no_control(pages: Any, walk_to: Any) -> None:
    pages.add("/settings", "<h1>Settings</h1>" + switch("Personal ads", "checked"))
    recording = walk_to(pages.add("/", MENU_OF_A_CHECKBOX)).recording
    assert {c.label: (c.depth, c.path) for c in recording.controls} == {"Personal ads": (2, ["More", "Settings"])}
    assert [r for r in replay(recording) if not r.ok] == []


def test_a_control_of_the_frame_stands_on_the_shallowest_page_that_shows_it(pages: Any, walk_to: Any) -> None:
    aside = "<aside>" + switch("Compact view") + "</aside>"
    pages.add("/deep", aside + "<h1>Deep</h1>" + switch("Own") + '<a href="/near">Near</a>')
    pages.add("/on", '<h1>On</h1><a href="/deep">Deep settings</a>')
    pages.add("/near", aside + "<h1>Near</h1>" + switch("Another"))
    url = pages.add("/", '<h1>Start</h1><a href="/on">Further settings</a> <a href="/near">Near</a>')
    recording = walk_to(url).recording
    found = {c.label: (c.depth, c.depth_is) for c in recording.controls}
    assert found == {"Own": (2, DepthIs.EXACT), "Compact view": (1, DepthIs.EXACT), "Another": (1, DepthIs.EXACT)}
    assert control(recording, "Compact view").path == ["Near"] and recording.untouched.checked == 3


def test_a_single_page_application_with_hash_routes(pages: Any, walk_to: Any) -> None:
    url = pages.add(
        "/app",
        """<nav><a href="#/general">General</a> <a href="#/privacy">Privacy</a></nav><main id=m></main><script>
        const draw = () => { m.innerHTML = location.hash === '#/privacy'
          ? '<h1>Privacy</h1><label><input type=checkbox checked> Train on my chats</label>'
          : '<h1>General</h1><label><input type=checkbox> Compact</label>'; };
        addEventListener('hashchange', draw); draw();</script>""",
    )
    recording = walk_to(url).recording
    assert {c.label: c.depth for c in recording.controls} == {"Compact": 0, "Train on my chats": 1}


def test_what_acts_is_not_taken_and_is_listed(pages: Any, walk_to: Any) -> None:
    pages.add("/logout", "<h1>Bye</h1>")
    pages.add("/next", "<h1>Next</h1>" + switch("Deeper"))
    url = pages.add(
        "/",
        "<h1>Account</h1>"
        + switch("Here")
        + '<a href="/logout">Leave</a><a href="https://other.example/">Other</a><a href="/next">Privacy</a>'
        "<button onclick=\"fetch('/api',{method:'DELETE'})\">Delete account</button>"
        '<form method=post action="/api"><button>Continue</button></form>',
    )
    recording = walk_to(url).recording
    doors = {d.label: (d.taken, d.why_not) for d in recording.doors}
    assert doors["Leave"] == doors["Delete account"] == doors["Continue"] == (False, WhyNot.ACTING)
    assert doors["Other"] == (False, WhyNot.EXTERNAL)
    assert [e.site for e in recording.exits] == ["other.example"]
    assert "/logout" not in pages.gets and pages.writes == []
    assert control(recording, "Deeper").depth == 1


def test_doors_that_write_when_clicked_change_nothing(pages: Any, walk_to: Any) -> None:
    url = pages.add(
        "/",
        "<h1>Settings</h1>"
        + switch("Here")
        + "<button aria-expanded=false id=b>Details</button><div id=m hidden>"
        + switch("More here")
        + "</div>"
        """<script>b.onclick = () => { fetch('/a', {method: 'POST', body: '1'}).catch(() => 0); navigator.sendBeacon('/b', '2');
        m.hidden = !m.hidden; b.setAttribute('aria-expanded', !m.hidden); };
        new Image().src = '/pixel'; fetch('/load', {method: 'PUT'}).catch(() => 0);</script>""",
    )
    recording = walk_to(url).recording
    assert control(recording, "More here").depth == 1
    assert pages.writes == []
    assert {"POST", "PUT"} <= {b.method for b in recording.blocked}
    assert {b.url.rsplit("/", 1)[1] for b in recording.blocked} >= {"a", "b", "load"}


def test_a_state_that_the_page_itself_changes_is_told_from_one_of_ours(pages: Any, walk_to: Any) -> None:
    url = pages.add(
        "/",
        "<h1>Settings</h1>"
        + switch("Flips itself").replace("<input", "<input id=f")
        + switch("Stays")
        + "<script>f.checked = localStorage.seen === '1'; addEventListener('load', () => { localStorage.seen = '1'; });</script>",
    )
    untouched = walk_to(url).recording.untouched
    assert [c.label for c in untouched.changed_by_page] == ["Flips itself"]
    assert untouched.changed == []


def test_what_a_server_draws_anew_on_each_load_is_the_page_s_own(pages: Any, walk_to: Any) -> None:
    """It may be the same on two loads that follow each other."""
    loads = iter(range(1000))
    url = pages.add("/", "")
    shell = pages.bodies["/"]
    pages.bodies["/"] = lambda: (
        f"{shell}<h1>Settings</h1>" + switch("Drawn", "checked" if next(loads) % 4 == 0 else "") + switch("Stays")
    )
    untouched = walk_to(url).recording.untouched
    assert [c.label for c in untouched.changed_by_page] == ["Drawn"] and untouched.changed == []


def test_a_state_that_differs_for_no_reason_of_the_page_is_a_failure(pages: Any, walk_to: Any) -> None:
    pages.add("/other", "<h1>Other</h1><script>localStorage.touched = '1'</script>")
    url = pages.add(
        "/",
        "<h1>Settings</h1>" + switch("Ours").replace("<input", "<input id=f") + '<a href="/other">More</a>'
        "<script>f.checked = localStorage.touched === '1'</script>",
    )
    untouched = walk_to(url).recording.untouched
    assert [(c.label, c.before, c.after) for c in untouched.changed] == [("Ours", "off", "on")]


def test_a_long_list_of_the_same_is_one_template(pages: Any, walk_to: Any) -> None:
    rows = "".join(f'<li><a href="/person/{n}">Person {chr(65 + n)}x</a></li>' for n in range(20))
    for n in range(20):
        pages.add(f"/person/{n}", f"<h1>Person {chr(65 + n)}x</h1><p>Likes tea.</p>")
    pages.add("/privacy", "<h1>Privacy</h1>" + switch("Found"))
    recording = walk_to(pages.add("/", f'<h1>People</h1><ul>{rows}</ul><a href="/privacy">Privacy</a>')).recording
    assert [(t.members, t.taken) for t in recording.templates] == [(20, 3)]
    assert control(recording, "Found").depth == 1
    assert len(recording.screens) == 5


def test_a_list_of_settings_is_looked_at_whole_and_one_of_data_is_folded_and_said(pages: Any, walk_to: Any) -> None:
    topics = ["Mentions", "Likes", "Comments", "Replies", "Birthdays", "Groups"]
    for topic in topics:
        pages.add(f"/n/{topic}", f"<h1>{topic}</h1>" + switch(f"Push for {topic}") + switch(f"Mail for {topic}"))
    tongues = [f"{a}{b}ish" for a in ("Ar", "Bel", "Cor", "Dan") for b in "abcdefghij"]
    for tongue in tongues:
        pages.add(f"/l/{tongue}", f"<h1>{tongue}</h1>" + switch(f"Offer to translate {tongue}"))
    index = "".join(f'<li><a href="/n/{t}">{t}</a></li>' for t in topics)
    listed = "".join(f'<p><a href="/l/{t}">{t}</a></p>' for t in tongues)
    recording = walk_to(pages.add("/", f"<h1>Notify about</h1><ul>{index}</ul><h2>Tongues</h2>{listed}")).recording
    labels = [c.label for c in recording.controls]
    assert sum(x.startswith(("Push", "Mail")) for x in labels) == 12
    (template,) = recording.templates
    assert (template.members, template.taken, template.controls) == (40, 3, [1, 1, 1])
    assert len(labels) == 15 and recording.ended_by == "complete"


def test_one_address_stands_under_each_name_that_a_link_gives_it(pages: Any, walk_to: Any) -> None:
    start = pages.add(
        "/", "<h1>Settings</h1><a href=/policy>Privacy policy</a><p>Sale <a href=/policy>Do not sell my data</a>"
    )
    pages.add("/policy", "<h1>Policy</h1><p>We sell your data.</p>")
    recording = walk_to(start).recording
    named = {d.label: d for d in recording.doors}
    assert named["Privacy policy"].to == named["Do not sell my data"].to == recording.screens[1].id
    assert len({d.id for d in recording.doors}) == len(recording.doors)
    assert pages.gets.count("/policy") == 1
