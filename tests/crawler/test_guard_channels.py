"""Each channel by which a page can write, fired at each moment of its life and by doors that look harmless: nothing arrives."""

import json
from pathlib import Path
from typing import Any

import pytest

from offswitch_crawler.profile import Profile
from offswitch_recording.errors import SiteFailed

# JavaScript that writes to `where`; `other` is another origin of the same server.
CHANNELS = {
    "fetch": "fetch(where, {method: 'POST', body: 'x'}).catch(() => {})",
    "put": "fetch(where, {method: 'PUT', body: 'x'}).catch(() => {})",
    "delete": "fetch(where, {method: 'DELETE'}).catch(() => {})",
    "keepalive": "fetch(where, {method: 'POST', body: 'x', keepalive: true}).catch(() => {})",
    "xhr": "const x = new XMLHttpRequest(); x.open('POST', where); x.send('x')",
    "beacon": "navigator.sendBeacon(where, 'x')",
    "form": "const f = Object.assign(document.createElement('form'), {method: 'post', action: where, target: 'sink'});"
    "document.body.append(f); f.submit(); f.remove()",
    "ping": "const a = Object.assign(document.createElement('a'), {href: '#x', ping: where}); document.body.append(a); a.click(); a.remove()",
    "worker": "new Worker(URL.createObjectURL(new Blob([`fetch('${location.origin}${where}', {method: 'POST'})`])))",
    "shared worker": "new SharedWorker('/shared.js#' + where)",
    "service worker": "navigator.serviceWorker.register('/service.js?' + where).catch(() => {})",
    "image that acts": "new Image().src = where.replace('/w/', '/unsubscribe/') + '?tell=' + Math.random()",
    "image that switches": "new Image().src = '/account/set?training=off&from=' + where",
    "fetch that acts": "fetch('/api/' + 'toggle' + '?' + where).catch(() => {})",
    # One that opens when the pointer comes takes the click of any visitor.
    "popup": "const p = when !== 'hover' && window.open('about:blank', '_blank', 'width=9,height=9');"
    "if (p) p.document.write(`<form method=post action='${location.origin}${where}'></form><script>document.forms[0].submit()<\\/script>`)",
    "fetch later": "fetchLater(where, {method: 'POST', body: 'x', activateAfter: 0})",
    "frame just made": "const f = document.createElement('iframe'); document.body.append(f); const to = location.origin + where;"
    "f.contentWindow.fetch(to, {method: 'POST', body: 'x'}).catch(() => {}); f.contentWindow.navigator.sendBeacon(to, 'x'); f.remove()",
    "worker of a window just made": "const p = when !== 'hover' && window.open('about:blank', '_blank', 'width=9,height=9');"
    "if (p) new p.Worker(location.origin + '/shared.js')",
    "shared worker of a window just made": "const p = when !== 'hover' && window.open('about:blank', '_blank', 'width=9,height=9');"
    "if (p) new p.SharedWorker(location.origin + '/shared.js')",
    "frame of another origin": "document.body.append(Object.assign(document.createElement('iframe'), "
    "{src: other + '/inner?' + where, style: 'width:9px;height:9px'}))",
}
MOMENTS = {"load", "hover", "focus", "blur", "door"}
"""What is sent while a page goes away may be lost before it is asked for."""
ACTING = ("/unsubscribe", "/account/set", "/api/toggle")
TOGETHER = {
    "requests": ["fetch", "put", "delete", "keepalive", "xhr", "beacon", "ping", "form"],
    "gets": ["image that acts", "image that switches", "fetch that acts"],
    "workers": ["worker", "shared worker", "service worker"],
    "just made": ["fetch later", "frame just made", "worker of a window just made", "shared worker of a window just made"],
    "windows": ["popup", "frame of another origin"],
}
PAGE = """<h1>Privacy</h1><iframe name=sink style="width:9px;height:9px"></iframe>
<label><input type=checkbox checked id=c onfocus="tell('focus')" onblur="tell('blur')"> Share my rides</label>
<p onmouseover="tell('hover')" style="padding:60px"><button id=more aria-expanded=false aria-controls=d>More choices</button></p>
<div id=d hidden><label><input type=checkbox> Tell my friends</label></div><a href=/next>Next page</a>
<script>
  const other = OTHER; let n = 0;
  function tell(when) { if (n++ > 40) return; WRITES }
  addEventListener('load', () => { tell('load'); c.focus(); c.blur(); });
  document.addEventListener('visibilitychange', () => tell('visibility'));
  addEventListener('pagehide', () => tell('pagehide'));
  more.onclick = () => { tell('door'); d.hidden = !d.hidden; more.setAttribute('aria-expanded', !d.hidden); };
</script>"""
WORKER = "fetch('/w/worker', {method: 'POST'})"


def written(channel: str, code: str) -> str:
    name = channel.replace(" ", "-")
    return f"try {{ const where = '/w/' + when + '/{name}'; {code} }} catch (e) {{}}"


def serve(pages: Any, channels: list[str]) -> str:
    script = PAGE.replace("OTHER", repr(pages.other_origin)).replace(
        "WRITES", " ".join(written(c, CHANNELS[c]) for c in channels)
    )
    pages.add("/next", "<h1>Next</h1><label><input type=checkbox> Digest</label>")
    pages.add("/inner", "<script>fetch('/w/inner', {method: 'POST', body: 'x'}).catch(() => {})</script>")
    pages.bodies["/shared.js"] = pages.bodies["/service.js"] = WORKER
    return str(pages.add("/", script))


@pytest.mark.parametrize("group", TOGETHER)
def test_nothing_that_a_page_writes_arrives_and_its_screens_still_show(pages: Any, walk_to: Any, group: str) -> None:
    recording = walk_to(serve(pages, TOGETHER[group])).recording
    assert pages.writes == []
    assert [g for g in pages.gets if g.startswith(ACTING)] == []
    assert {c.label for c in recording.controls} == {"Share my rides", "Tell my friends", "Digest"}
    assert recording.untouched.changed == []
    assert recording.ended_by == "complete"
    if group == "requests":  # each channel was tried, at each moment
        tried = {tuple(b.url.rpartition("/w/")[2].split("/")) for b in recording.blocked}
        assert {channel for _, channel in tried} == {c.replace(" ", "-") for c in TOGETHER[group]}
        assert {moment for moment, _ in tried} >= MOMENTS
    elif group != "workers":
        assert recording.blocked


def test_nothing_arrives_from_several_pages_of_a_kept_browser_either(pages: Any, walk_to: Any, tmp_path: Path) -> None:
    start = serve(pages, [*TOGETHER["requests"], *TOGETHER["gets"], *TOGETHER["workers"], "fetch later", "frame just made"])
    recording = walk_to(start, user_data_dir=tmp_path / "browser", pages=2).recording
    assert pages.writes == []
    assert [g for g in pages.gets if g.startswith(ACTING)] == []
    assert {c.label for c in recording.controls} == {"Share my rides", "Tell my friends", "Digest"}


def test_every_channel_is_tried() -> None:
    assert sorted(c for group in TOGETHER.values() for c in group) == sorted(CHANNELS)


def test_websockets_are_closed_where_the_profile_says_so(pages: Any, walk_to: Any) -> None:
    body = PAGE.replace("WRITES", written("socket", "new WebSocket(location.origin.replace('http', 'ws') + where)")).replace(
        "OTHER", "''"
    )
    pages.add("/next", "<h1>Next</h1><label><input type=checkbox> Digest</label>")
    recording = walk_to(pages.add("/", body), profile=Profile(websockets="block")).recording
    assert [g for g in pages.gets if g.startswith("/w/")] == []
    assert {b.method for b in recording.blocked} == {"WEBSOCKET"}
    assert {c.label for c in recording.controls} == {"Share my rides", "Tell my friends", "Digest"}


def test_what_a_browser_fetches_ahead_does_no_deed(pages: Any, walk_to: Any) -> None:
    rules = {
        "prefetch": [{"urls": ["/account/delete", "/logout"], "eagerness": "immediate"}],
        "prerender": [{"urls": ["/signout"], "eagerness": "immediate"}, {"urls": ["/privacy"], "eagerness": "immediate"}],
    }
    pages.add(
        "/privacy",
        "<h1>Privacy</h1><label><input type=checkbox> Digest</label><script>navigator.sendBeacon('/w/ahead')</script>",
    )
    ahead = "".join(f"<link rel={rel} href=/unsubscribe/{rel} as=fetch>" for rel in ("prefetch", "preload", "prerender"))
    start = pages.add(
        "/",
        f"<h1>Me</h1>{ahead}<script type=speculationrules>{json.dumps(rules)}</script><nav><a href=/privacy>Privacy</a></nav>"
        "<label><input type=checkbox> Share</label>",
    )
    pages.headers["/"] = {"Speculation-Rules": '"/rules"'}
    pages.headers["/rules"] = {"Content-Type": "application/speculationrules+json"}
    pages.bodies["/rules"] = json.dumps({"prefetch": [{"urls": ["/logout?by=header"], "eagerness": "immediate"}]})
    recording = walk_to(start).recording
    assert [g for g in pages.gets if g.startswith(("/account", "/logout", "/signout", "/unsubscribe"))] == []
    assert pages.writes == []
    assert {c.label for c in recording.controls} == {"Share", "Digest"}


SOCKETS = {
    "worker": "new Worker(URL.createObjectURL(new Blob([`new WebSocket('${ws}/w/worker')`])))",
    "worker of a worker": "new Worker(URL.createObjectURL(new Blob([`new Worker(URL.createObjectURL(new Blob("
    "[\"new WebSocket('${ws}/w/inner-worker')\"])))`])))",
    "served worker": "new Worker('/socket.js')",
    "service worker": "navigator.serviceWorker.register('/socket.js').catch(() => {})",
    "stream": "new WebSocketStream(ws + '/w/stream')",
    "frame": "document.body.append(Object.assign(document.createElement('iframe'), {src: '/inner'}))",
    "blank frame": "const f = document.createElement('iframe'); document.body.append(f); new f.contentWindow.WebSocket(ws + '/w/blank')",
    "sandboxed frame": "document.body.append(Object.assign(document.createElement('iframe'), {sandbox: 'allow-scripts', "
    "srcdoc: `<script>new WebSocket('${ws}/w/sandbox')<\\/script>`}))",
}


def test_no_socket_of_a_worker_or_frame_is_opened_either(pages: Any, walk_to: Any) -> None:
    tries = " ".join(f"try {{ {code} }} catch (e) {{}}" for code in SOCKETS.values())
    pages.add("/inner", "<script>new WebSocket(location.origin.replace('http', 'ws') + '/w/inner')</script>")
    pages.bodies["/socket.js"] = "new WebSocket(location.origin.replace('http', 'ws') + '/w/served')"
    start = pages.add(
        "/",
        "<h1>Privacy</h1><label><input type=checkbox checked> Share</label>"
        f"<script>const ws = location.origin.replace('http', 'ws'); {tries}</script>",
    )
    recording = walk_to(start, profile=Profile(websockets="block")).recording
    assert [g for g in pages.gets if g.startswith("/w/")] == []
    assert {b.method for b in recording.blocked} == {"WEBSOCKET"}
    assert [c.label for c in recording.controls] == ["Share"]


def test_what_only_sounds_like_a_deed_is_fetched(pages: Any, walk_to: Any) -> None:
    asked = ["/img/logout.svg", "/api/sync?since=3", "/session/refresh", "/icons/delete.png?v=2", "/api/settings?all=true"]
    images = "".join(f"<img src='{src}'>" for src in asked)
    walk_to(pages.add("/", f"<h1>Privacy</h1>{images}<label><input type=checkbox> Share</label>"))
    assert set(asked) <= set(pages.gets)


def test_a_profile_may_allow_a_read_that_sounds_like_a_deed(pages: Any, walk_to: Any) -> None:
    start = pages.add(
        "/", "<h1>Privacy</h1><label><input type=checkbox> Share</label><script>fetch('/menu/toggle')</script>"
    )
    allow = Profile.model_validate({"allow_writes": [{"method": "GET", "url": "**/menu/toggle"}]})
    walk_to(start, profile=allow)
    assert "/menu/toggle" in pages.gets


def test_a_button_whose_script_signs_out_is_no_door(pages: Any, walk_to: Any) -> None:
    pages.add("/account/logout", "<h1>Bye</h1>")
    start = pages.add(
        "/",
        "<h1>Me</h1><nav><button onclick=\"location.href = '/account/logout'\" aria-haspopup=dialog>Leave for today</button></nav>",
    )
    recording = walk_to(start).recording
    assert "/account/logout" not in pages.gets
    assert [(d.label, d.why_not) for d in recording.doors] == [("Leave for today", "acting")]


def test_no_script_or_refresh_sends_the_window_to_a_deed(pages: Any, walk_to: Any) -> None:
    deeds = ["/newsletter/unsubscribe?id=3", "/prefs/toggle?training=on", "/account/delete?confirm=1", "/optout?training=on"]
    buttons = "".join(
        f"<button onclick=\"location.href='{d}'\">{n} settings</button>"
        for d, n in zip(deeds, ("Mail", "AI", "Account"), strict=False)
    )
    pages.add("/meta", f"<meta http-equiv=refresh content='0;url={deeds[-1]}'><h1>One moment</h1>")
    start = pages.add(
        "/", f"<h1>Me</h1><label><input type=checkbox checked> Share</label><nav>{buttons}<a href=/meta>Privacy</a></nav>"
    )
    recording = walk_to(start).recording
    assert [g for g in pages.gets if g in deeds] == []
    assert {b.url.removeprefix(pages.url).partition("?")[0] for b in recording.blocked} == {
        d.partition("?")[0] for d in deeds
    }
    assert [c.label for c in recording.controls] == ["Share"]


def test_an_address_that_was_given_is_loaded_whatever_it_says(pages: Any, walk_to: Any) -> None:
    pages.add("/unsubscribe", "<h1>Mail</h1><label><input type=checkbox checked> Digest</label>")
    assert [c.label for c in walk_to(pages.url + "/unsubscribe?id=3").recording.controls] == ["Digest"]


def test_code_is_fetched_by_no_address_of_a_deed(pages: Any, walk_to: Any) -> None:
    code = "<script src=/logout></script><link rel=stylesheet href=/account/delete><script src=/logout.js></script>"
    walk_to(pages.add("/", f"<h1>Me</h1>{code}<label><input type=checkbox checked> Share</label>"))
    assert {"/logout", "/account/delete", "/logout.js"} & set(pages.gets) == {"/logout.js"}


def test_an_address_of_signing_out_is_not_loaded_though_it_was_given(pages: Any, walk_to: Any) -> None:
    pages.add("/logout", "<h1>Bye</h1>")
    with pytest.raises(SiteFailed):
        walk_to(pages.url + "/logout")
    assert "/logout" not in pages.gets
