"""Consent dialogs: what buttons mean, how many clicks a refusal takes, and clearing one that covers the page."""

from typing import Any

import pytest

from offswitch_crawler.controls.choices import means
from offswitch_crawler.replay import replay
from offswitch_crawler.vocabulary import vocabulary
from offswitch_recording.words import Means


@pytest.mark.parametrize(
    ("label", "language", "meaning"),
    [
        ("Accept all", "en", "accept"), ("I agree", "en", "accept"), ("Reject all", "en", "refuse"), ("Only necessary", "en", "refuse"),
        ("Continue without accepting", "en", "refuse"), ("Manage preferences", "en", "more"), ("Cookie settings", "en", "more"),
        ("Alle akzeptieren", "de", "accept"), ("Nur notwendige", "de", "refuse"), ("Einstellungen", "de", "more"),
        ("Tout refuser", "fr", "refuse"), ("Continuer sans accepter", "fr", "refuse"), ("Rechazar todas", "es", "refuse"),
        ("すべて拒否", "ja", "refuse"), ("Weather", "en", "other"),
        ("Nej, giv ikke samtykke", "da", "refuse"), ("Ja, giv samtykke", "da", "accept"), ("No, let it go hungry", "en", "refuse"),
        ("No, accept all", "en", "accept"), ("Notes", "en", "other"),
    ],
)  # fmt: skip
def test_what_a_button_means(label: str, language: str, meaning: str) -> None:
    assert means(label, vocabulary(language)) is Means(meaning)


BANNER = """<h1>News</h1><a href="/settings">Settings</a>
<div role=dialog aria-modal=true aria-label="Cookies" id=b style="position:fixed;inset:0;background:#fff">
<h2>We use cookies</h2><p>Cookies help us show you ads.</p><button onclick="done('all')">Accept all</button>
<button onclick="more.hidden=false;this.hidden=true">Manage preferences</button>
<div id=more hidden><label><input type=checkbox checked> Statistics cookies</label><label><input type=checkbox checked> Ad cookies</label>
<button onclick="done('some')">Save choices</button>{refuse}</div></div>
<script>const done = (v) => {{ localStorage.consent = v; b.remove(); }}; if (localStorage.consent) b.remove();</script>"""


def choice(recording: Any) -> Any:
    return next(c for c in recording.controls if c.kind == "choice" and c.depth == 0)


def test_a_refusal_on_the_second_layer_takes_more_clicks(pages: Any, walk_to: Any) -> None:
    found = choice(walk_to(pages.add("/", BANNER.format(refuse=""))).recording)
    assert (found.accept.clicks, found.accept.how) == (1, ["Accept all"])
    assert found.refuse.clicks == 4
    assert found.refuse.how[-1] == "Save choices"


def test_a_covering_dialog_is_walked_then_cleared_and_the_click_counts(pages: Any, walk_to: Any) -> None:
    pages.add("/settings", "<h1>Settings</h1><label><input type=checkbox checked> Share data</label>")
    refuse = "<button onclick=\"done('none')\">Reject all</button>"
    recording = walk_to(
        pages.add(
            "/",
            BANNER.replace(
                "<button onclick=\"done('all')", refuse.replace("{", "{{") + "<button onclick=\"done('all')"
            ).format(refuse=""),
        )
    ).recording
    assert [(c.label, c.means, c.stored) for c in recording.cleared] == [("Reject all", Means.REFUSE, ["consent"])]
    shared = next(c for c in recording.controls if c.label == "Share data")
    assert (shared.depth, shared.path) == (2, ["Reject all", "Settings"])


def test_the_steps_behind_a_covering_dialog_replay_though_the_site_keeps_that_it_was_answered(
    pages: Any, walk_to: Any
) -> None:
    pages.add("/settings", "<h1>Settings</h1><label><input type=checkbox checked> Share data</label>")
    pages.add("/ads", "<h1>Ads</h1><label><input type=checkbox checked> Personal ads</label>")
    way = "<button onclick=\"localStorage.consent='none';b.remove()\">Reject all</button>"
    body = UNDER.format(name="Cookies", way=way).replace(
        "<h1>Privacy</h1>", "<a href=/settings>Settings</a> <a href=/ads>Ads</a>"
    )
    recording = walk_to(pages.add("/", body + "<script>if (localStorage.consent) b.remove()</script>")).recording
    answers = replay(recording)
    assert {a.label for a in answers} == {"Share data", "Personal ads"}
    assert [(a.label, a.why) for a in answers if not a.ok] == []


UNDER = """<h1>Privacy</h1><label><input type=checkbox checked> Share data</label>
<div role=dialog aria-modal=true aria-label="{name}" id=b style="position:fixed;inset:0;background:#fff">
<h2>{name}</h2><p>Your messages can now be sorted by colour.</p>{way}</div>"""


def test_a_dialog_over_a_later_page_is_cleared_too(pages: Any, walk_to: Any) -> None:
    pages.add("/privacy", UNDER.format(name="News of this month", way="<button onclick='b.remove()'>Close</button>"))
    recording = walk_to(pages.add("/settings", '<h1>Settings</h1><a href="/privacy">Privacy</a>')).recording
    assert [(c.label, c.means) for c in recording.cleared] == [("Close", Means.DISMISS)]
    assert [(c.label, c.depth, c.path) for c in recording.controls] == [("Share data", 2, ["Privacy", "Close"])]
    assert (recording.ended_by, recording.errors) == ("complete", [])


def test_a_dialog_that_holds_a_tick_and_comes_with_its_page_is_cleared(pages: Any, walk_to: Any) -> None:
    tick = "<label><input type=checkbox> Do not show this again</label><button onclick='b.remove()'>Close</button>"
    pages.add("/privacy", UNDER.format(name="News of this month", way=tick))
    recording = walk_to(pages.add("/settings", '<h1>Settings</h1><a href="/privacy">Privacy</a>')).recording
    assert {(c.label, c.depth) for c in recording.controls} == {("Do not show this again", 1), ("Share data", 2)}
    assert (recording.ended_by, recording.errors) == ("complete", [])


def test_a_page_whose_dialog_nothing_clears_is_said_but_the_start_was_seen(pages: Any, walk_to: Any) -> None:
    pages.add("/privacy", UNDER.format(name="One moment", way="<label><input type=checkbox> Tell me later</label>"))
    recording = walk_to(pages.add("/settings", '<h1>Settings</h1><a href="/privacy">Privacy</a>')).recording
    assert "no way to clear it" in recording.errors[0].what
    assert recording.ended_by == "complete"


TOUR = """<style>i{display:inline-block;width:9px;height:14px;font-family:FontAwesome}i::before{content:"✖"}.x{width:22px;height:22px;padding:0;border:1px solid #a00;background:#fff}</style>
<header><a href="/settings">Settings</a><h1>Boards</h1><p>Today</p><p>Later</p><p>Never</p></header>
<div id=b style="position:fixed;inset:0;z-index:9;background:#0009"><div id=t style="position:absolute;left:400px;top:300px;background:#fff">
<h2>Tell you of new versions</h2><p>We can tell you of each new version.</p><button id=no>No, do not tell me</button></div></div>
<script>no.onclick = () => { t.innerHTML = '<button class=x><i class="fa fa-times"></i></button><h2>Welcome</h2>' +
  '<p>What is new in this version of our boards.</p><button>Start</button>'; t.firstChild.onclick = () => b.remove(); };</script>"""


def test_what_comes_when_a_dialog_is_cleared_is_cleared_as_well(pages: Any, walk_to: Any) -> None:
    pages.add("/settings", "<h1>Settings</h1><label><input type=checkbox checked> Share data</label>")
    recording = walk_to(pages.add("/", TOUR)).recording
    assert [c.means for c in recording.cleared] == [Means.REFUSE, Means.DISMISS]
    assert [(c.label, c.depth) for c in recording.controls] == [("Share data", 3)]


ONE = UNDER.format(name="Welcome to our boards", way="<a href=/tour>Take a tour</a><button {deed}>{label}</button>")


@pytest.mark.parametrize(("label", "language"), [("Start working", "en"), ("Los geht's", "de"), ("Zaczynajmy", "pl")])
def test_the_only_answer_of_a_notice_is_the_way_out(pages: Any, walk_to: Any, label: str, language: str) -> None:
    url = pages.add("/settings", ONE.format(label=label, deed="onclick='b.remove()'"))
    pages.add("/tour", "<h1>Tour</h1><p>Here is what our boards can do for you.</p>")
    pages.bodies["/settings"] = pages.bodies["/settings"].replace("lang=en", f"lang={language}")
    recording = walk_to(url).recording
    assert [(c.label, c.means) for c in recording.cleared] == [(label, Means.OTHER)]
    assert [(c.label, c.depth) for c in recording.controls] == [("Share data", 1)]
    assert (recording.ended_by, recording.errors) == ("complete", [])


ONCE = """<h1>{name}</h1><label><input type=checkbox checked> Share {name}</label>
<div role=dialog aria-modal=true aria-label=Tour id=b style="position:fixed;inset:0;background:#fff"><h2>New here?</h2><p>Your boards can be sorted.</p>
<button onclick="localStorage.seen = 1; b.remove()">Got it</button></div><script>if (localStorage.seen) b.remove()</script>"""


def test_what_lies_under_a_notice_that_came_once_is_seen_on_every_page(pages: Any, walk_to: Any) -> None:
    """Each page was seen under the notice before it was cleared on the first of them; then the site keeps that it was read."""
    names = ["photos", "places", "contacts"]
    for name in names:
        pages.add(f"/{name}", ONCE.format(name=name))
    links = "".join(f'<li><a href="/{name}">Your {name}</a></li>' for name in names)
    recording = walk_to(pages.add("/settings", f"<h1>Settings</h1><ul>{links}</ul>")).recording
    assert {(c.label, c.depth, tuple(c.path)) for c in recording.controls} == {
        (f"Share {name}", 2, (f"Your {name}", "Got it")) for name in names
    }
    assert (recording.ended_by, recording.errors) == ("complete", [])


@pytest.mark.parametrize("label", ["Start working", "Delete my account"])
def test_an_answer_that_clears_nothing_is_said(pages: Any, walk_to: Any, label: str) -> None:
    pages.add("/tour", "<h1>Tour</h1><p>Here is what our boards can do for you.</p>")
    recording = walk_to(
        pages.add("/settings", ONE.format(label=label, deed="onclick=\"fetch('/x', {method: 'POST'})\""))
    ).recording
    assert "a dialog covers it" in recording.errors[0].what and not recording.cleared
    assert recording.ended_by == "error:doors" and not pages.writes


def test_a_dialog_that_nothing_clears_is_said(pages: Any, walk_to: Any) -> None:
    recording = walk_to(pages.add("/settings", UNDER.format(name="One moment", way=""))).recording
    assert "no way to clear it" in recording.errors[0].what
    assert recording.ended_by == "error:doors"


FORM = """<h1>Password and security</h1><form method=post action=/password><label>Old <input type=password name=o></label>
<label>New <input type=password name=n></label><button>Change password</button></form>
<label><input type=checkbox checked> Tell me of new logins</label>"""


def test_a_page_of_settings_that_also_changes_the_password_is_no_wall(pages: Any, walk_to: Any) -> None:
    pages.add("/security", FORM)
    pages.add(
        "/danger", "<h1>Enter your password</h1><form method=post><input type=password name=p><button>Go on</button></form>"
    )
    start = pages.add("/settings", '<h1>Settings</h1><a href="/security">Security</a> <a href="/danger">Developer</a>')
    recording = walk_to(start).recording
    assert [(c.label, c.depth, c.state) for c in recording.controls] == [("Tell me of new logins", 1, "on")]
    assert {d.label: d.why_not for d in recording.doors}["Developer"] == "password"


FULL = """<h1>Home</h1><p>Some words.</p><button aria-expanded=false onclick="document.documentElement.requestFullscreen(); more.hidden = false">All settings, full screen</button>
<section id=more hidden><h2>Also</h2><p>What a large window has room for.</p><a href="/data">Your data</a></section>"""


def test_a_page_that_fills_the_screen_lies_under_nothing(pages: Any, walk_to: Any) -> None:
    """An element shown full screen is `:modal`; where that is the whole page there is nothing under it."""
    pages.add("/data", "<h1>Your data</h1><label><input type=checkbox> Share my data</label>")
    recording = walk_to(pages.add("/", FULL)).recording
    assert [(c.label, c.depth) for c in recording.controls] == [("Share my data", 2)]
    assert not recording.errors and not recording.cleared and recording.ended_by == "complete"
    assert "dialog" not in {s.kind for s in recording.screens}
