"""What was never looked at is no proof: a depth behind it is `at_most`, and a walk that ends with it is not `complete`."""

from typing import Any

from offswitch_recording.schema import Recording
from offswitch_recording.words import DepthIs

CHAIN = {
    "/a": "<h1>Area</h1><a href=/b>More settings</a>",
    "/b": "<h1>Deep settings</h1>" + "<label><input type=checkbox role=switch checked> Sounds</label>",
}
MENU = "<li><a href=#>{n} menu</a><ul><li><a href=/a>Area {n}</a></li></ul></li>"
BAR = "<style>nav li ul {{display: none}} nav li:hover ul {{display: block}} nav > ul {{columns: 4}}</style><nav><ul>{}</ul></nav>"
# Nothing is there before its answer comes, and its question is no query.
EMPTY = "<script>fetch('/api/list', {method: 'POST', body: 'page=1'}).then(r => r.text()).then(t => document.body.append(t))</script>"


def seen_from(pages: Any, walk_to: Any, start: str, **options: object) -> Recording:
    for path, body in CHAIN.items():
        pages.add(path, body)
    found: Recording = walk_to(pages.add("/settings", start), **options).recording
    return found


def only(recording: Recording) -> tuple[DepthIs, list[str]]:
    (control,) = recording.controls
    return control.depth_is, control.depth_reasons


def test_a_screen_that_the_guard_emptied_may_hold_a_shorter_way(pages: Any, walk_to: Any) -> None:
    pages.add("/feed", EMPTY)
    recording = seen_from(pages, walk_to, "<h1>Settings</h1><a href=/a>Area</a> <a href=/feed>Feed</a>")
    depth_is, (why,) = only(recording)
    assert depth_is is DepthIs.AT_MOST and "it stayed empty after a request of it was stopped" in why
    assert recording.ended_by == "error:unseen"
    assert [e.what for e in recording.errors] == ["it stayed empty after a request of it was stopped"]


def test_what_every_page_sends_fills_none(pages: Any, walk_to: Any) -> None:
    pulse = "<script>fetch('/pulse', {method: 'POST', body: 'seen'}).catch(() => {}); navigator.sendBeacon('/left', 'x')</script>"
    pages.add("/nothing", pulse)
    start = f"<h1>Settings</h1>{pulse}<a href=/a>Area</a> <a href=/nothing>Nothing</a>"
    recording = seen_from(pages, walk_to, start)
    assert only(recording) == (DepthIs.EXACT, []) and recording.ended_by == "complete"


def test_a_document_that_was_cut_may_hold_a_shorter_way(pages: Any, walk_to: Any) -> None:
    start = "<h1>Settings</h1><a href=/a>Area</a>" + "<i></i>" * 60_001
    recording = seen_from(pages, walk_to, start)
    depth_is, (why,) = only(recording)
    assert depth_is is DepthIs.AT_MOST and "the document is too large" in why
    assert recording.ended_by == "error:unseen"


def test_menus_that_are_too_many_to_be_tried_may_hold_a_shorter_way(pages: Any, walk_to: Any) -> None:
    start = "<h1>Settings</h1>" + BAR.format("".join(MENU.format(n=n) for n in "ABCDEFGHIJKLMN"))
    recording = seen_from(pages, walk_to, start)
    depth_is, (why,) = only(recording)
    assert depth_is is DepthIs.AT_MOST and "2 menus under the pointer" in why
    assert recording.ended_by == "error:unseen"


def test_what_the_options_close_may_hold_a_shorter_way(pages: Any, walk_to: Any) -> None:
    pages.add("/shut", "<h1>Shut</h1><a href=/b>Straight on</a>")
    recording = seen_from(
        pages, walk_to, "<h1>Settings</h1><a href=/a>Area</a> <a href=/shut>Shut area</a>", exclude=("*/shut",)
    )
    assert only(recording) == (DepthIs.AT_MOST, ["1 nearer door that is excluded by the options: Shut area"])
    assert recording.ended_by == "complete"


def test_a_dialog_that_came_with_a_page_further_in_is_named(pages: Any, walk_to: Any) -> None:
    asks = "<dialog id=d><h2>Where do you write?</h2><button>Here</button><button>There</button></dialog>"
    pages.add("/write", f"<h1>Write</h1><p>A long text.</p>{asks}<script>d.showModal()</script>")
    recording = seen_from(pages, walk_to, "<h1>Settings</h1><a href=/a>Area</a> <a href=/write>Write</a>")
    depth_is, reasons = only(recording)
    assert depth_is is DepthIs.EXACT and any("what lies under a dialog that nothing clears" in r for r in reasons)
    assert recording.ended_by == "complete"
