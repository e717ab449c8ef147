"""Redirects to addresses of deeds: of frames, pictures and whole windows. Real Chromium, loopback only."""

from typing import Any

from offswitch_recording.words import WhyNot

SENDS = {
    "/frame": "/newsletter/unsubscribe",
    "/picture": "/devices/remove",
    "/assistant": "/prefs/toggle?training=on",
    "/bye": "/logout",
}


def test_no_redirect_leads_a_frame_a_picture_or_a_window_to_a_deed(pages: Any, walk_to: Any) -> None:
    for path, to in SENDS.items():
        pages.bodies[path], pages.headers[path] = 302, {"Location": to}
        pages.add(to.split("?")[0], "<h1>Done</h1>")
    body = "<h1>Settings</h1><iframe src=/frame></iframe><img src=/picture><a href=/assistant>Assistant</a> <a href=/bye>Data</a>"
    recording = walk_to(pages.add("/settings", body)).recording
    assert not set(SENDS.values()) & set(pages.gets)
    assert {d.label: d.why_not for d in recording.doors} == {"Assistant": WhyNot.ACTING, "Data": WhyNot.ACTING}
    assert {b.url.removeprefix(pages.url).split("?")[0] for b in recording.blocked} == {
        t.split("?")[0] for t in SENDS.values()
    }
