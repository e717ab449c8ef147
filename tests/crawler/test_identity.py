"""Which addresses are one screen and which are two, and what a walk may not enter. Real Chromium, loopback only."""

import itertools
from typing import Any

import pytest

from offswitch_recording.words import WhyNot

SWITCH = "<p><label><input type=checkbox {state}> {label}</label></p>"


def switch(label: str, state: str = "") -> str:
    return SWITCH.format(label=label, state=state)


def test_pages_told_apart_by_their_query_are_each_visited(pages: Any, walk_to: Any) -> None:
    names = {"?key=ads": "Ads", "?key=privacy": "Privacy", "?t=security": "Security", "?t=location": "Location"}
    nav = "".join(f'<p><a href="/settings{query}">{name}</a></p>' for query, name in names.items())
    for query, name in names.items():
        pages.add("/settings" + query, nav + f"<h1>{name}</h1>" + switch(f"{name} setting"))
    recording = walk_to(pages.add("/settings", nav + "<h1>Overview</h1>" + switch("Sounds"))).recording
    assert {c.label for c in recording.controls} == {"Sounds", *(f"{name} setting" for name in names.values())}
    assert recording.ended_by == "complete"


DEVICE = "<h1>Device settings</h1><p>This is the {name}</p>{controls}<a href=/devices>Back</a>"


def device(pages: Any, path: str, name: str, state: str) -> None:
    controls = switch("Location history", state) + switch("Send crash reports", state)
    pages.add(path, DEVICE.format(name=name, controls=controls))
    pages.bodies[path] = pages.bodies[path].replace(f"<title>{path}", "<title>Device")


@pytest.mark.parametrize(("name", "state"), [("laptop", "checked"), ("phone", "checked"), ("laptop", "")])
def test_a_twin_with_other_states_or_text_is_a_screen_of_its_own(pages: Any, walk_to: Any, name: str, state: str) -> None:
    device(pages, "/twin/a", "phone", "")
    device(pages, "/twin/b", name, state)
    start = pages.add("/devices", "<h1>Devices</h1><a href=/twin/a>Phone</a> <a href=/twin/b>Laptop</a>")
    recording = walk_to(start).recording
    states = [c.state for c in recording.controls if c.label == "Location history"]
    assert sorted(states) == sorted(["off", "on" if state else "off"])


def test_another_address_of_the_same_is_the_same_screen(pages: Any, walk_to: Any) -> None:
    for path in ("/settings/device", "/en/settings/device", "/settings/device?from=menu"):
        device(pages, path, "phone", "checked")
        pages.bodies[path] = pages.bodies[path].replace("This is", f"{len(path)} minutes ago this was")
    links = '<a href=/settings/device>A</a> <a href=/en/settings/device>B</a> <a href="/settings/device?from=menu">C</a>'
    recording = walk_to(pages.add("/devices", "<h1>Devices</h1>" + links)).recording
    assert len(recording.screens) == 2 and len(recording.controls) == 2


BUTTONS = """<h1>Settings</h1><button onclick="location='/private/one'">Data options</button>
<button onclick="window.open('/private/two')">Advert options</button>
<button onclick="location='/open'">Sound options</button>"""


@pytest.mark.parametrize("bound", [{"exclude": ("*/private/*",)}, {"only": ("*/open",)}])
def test_what_is_excluded_is_not_entered_by_a_button_either(pages: Any, walk_to: Any, bound: Any) -> None:
    for path in ("/private/one", "/private/two"):
        pages.add(path, "<h1>Private</h1>" + switch(path, "checked"))
    pages.add("/open", "<h1>Open</h1>" + switch("Sounds"))
    recording = walk_to(pages.add("/settings", BUTTONS), **bound).recording
    assert [c.label for c in recording.controls] == ["Sounds"]
    why = {d.label: d.why_not for d in recording.doors if "options" in d.label}
    assert why == {"Data options": WhyNot.EXCLUDED, "Advert options": WhyNot.EXCLUDED, "Sound options": None}


AREAS = ["Profile", "Reading", "Sounds", "Colours", "Shortcuts", "Devices", "Storage", "Drafts", "Templates", "Signatures",
         "Filters", "Labels", "Calendars", "Backups", "Billing", "Members", "Trust and safety"]  # fmt: skip
PANELS = """<style>.side div, .row {{cursor:pointer; padding:4px}} .side {{float:left; width:200px}}</style>
<h1>Settings</h1><div class=side>{side}</div><div id=main><h2>Profile</h2><p>Your name is shown to others.</p></div><script>
const rows = (...names) => names.map((n) => `<div class=row tabindex=0 onclick="show('${{n}}')">${{n}} <span>›</span></div>`).join('');
const parts = {{'Trust and safety': rows('Data settings', 'Advert settings'),
  'Data settings': '<label><input type=checkbox checked> Teach the assistant with my notes</label>',
  'Advert settings': '<label><input type=checkbox> Adverts by interest</label>'}};
const show = (name) => {{ main.innerHTML = `<h2>${{name}}</h2>${{parts[name] || '<p>Nothing to choose here yet.</p>'}}`; }};
for (const e of document.querySelectorAll('.side div')) e.onclick = () => show(e.textContent.trim());
</script>"""


def test_a_panel_beside_a_long_list_is_a_screen_of_its_own(pages: Any, walk_to: Any) -> None:
    """Nothing but a heading and two rows change, and the address stays."""
    side = "".join(f'<div tabindex=0 role=button aria-haspopup="true">{name}</div>' for name in AREAS[5:])
    recording = walk_to(pages.add("/app", PANELS.format(side=side))).recording
    found = {c.label: (c.depth, c.path, c.depth_is) for c in recording.controls}
    assert found == {
        "Teach the assistant with my notes": (2, ["Trust and safety", "Data settings ›"], "exact"),
        "Adverts by interest": (2, ["Trust and safety", "Advert settings ›"], "exact"),
    }
    assert recording.ended_by == "complete"


FLOATING = """<header><button id=b aria-haspopup=menu onclick="m.hidden = !m.hidden">My account</button>
<div id=m role=menu hidden style="position:absolute;top:30px;background:#fff"><a role=menuitem href=/settings>Settings</a>
<a role=menuitem href=/help>Help</a></div></header><h1>News</h1>{stories}"""


def test_a_menu_that_opens_over_many_links_is_a_screen_of_its_own(pages: Any, walk_to: Any) -> None:
    stories = "".join(f"<p><a href=/story/{n}>What happened in {'abcdefghijklmnopqrstuvwxyz'[n]}</a></p>" for n in range(26))
    pages.add("/settings", "<h1>Settings</h1>" + switch("Keep what I read", "checked"))
    recording = walk_to(pages.add("/", FLOATING.format(stories=stories)), exclude=("*/story/*", "*/help")).recording
    assert [(c.label, c.depth, c.path) for c in recording.controls] == [("Keep what I read", 2, ["My account", "Settings"])]


ADVERT = """<h1>Settings</h1>{areas}<button onclick="0" aria-haspopup=true>Tips</button>""" + SWITCH.format(
    state="", label="Sounds"
)
ROTATING = """<div id=a></div><script>let n = 0; const next = () => { n++; a.innerHTML = `<h3>Offer ${'abcdefgh'[n % 8]}</h3><a href="https://shop.example/${n}">Buy ${'abcdefgh'[n % 8]}</a>`; };
next(); setInterval(next, 250);</script>"""


def test_an_advert_that_turns_by_itself_makes_no_screens(pages: Any, walk_to: Any) -> None:
    areas = "".join(f'<p><a href="/{"help/" * (name > "b") + name}">{name}</a></p>' for name in "abcdefghijklmn")
    for name in "ab":
        pages.add(f"/{name}", f"<h1>{name}</h1>" + switch(f"Choice {name}"))
    recording = walk_to(pages.add("/settings", ADVERT.format(areas=areas) + ROTATING), exclude=("*/help/*",)).recording
    assert len(recording.screens) == 3 and len(recording.controls) == 3


LATE_PANEL = """<h1>Settings</h1><div id=side>{side}</div><div id=main><h2>Profile</h2></div><script>
for (const e of side.children) e.onclick = () => { main.innerHTML = '<h2>One moment</h2>'; setTimeout(() => {
  main.innerHTML = `<h2>${e.textContent}</h2><p><a href="/choices">All choices of ${e.textContent}</a></p>`; }, 350); };</script>"""


def test_a_panel_that_says_one_moment_first_is_a_screen_of_its_own(pages: Any, walk_to: Any) -> None:
    side = "".join(f'<button aria-haspopup="true">{name}</button>' for name in AREAS[-1:] + AREAS[:8])
    recording = walk_to(pages.add("/app", LATE_PANEL.replace("{side}", side)), max_screens=2).recording
    assert recording.screens[1].headings == ["Trust and safety"]
    assert "All choices of Trust and safety" in [d.label for d in recording.doors if d.screen == "s2"]


DRAWER = """<header><button onclick="d.hidden = false" aria-haspopup=dialog>My settings</button> <a href="#/cookies">Cookie choices</a></header>
<main id=m><h1>Boards</h1><p>Nothing here yet.</p></main>
<aside id=d role=dialog aria-label="My settings" hidden style="position:fixed;right:0;top:60px;width:300px;height:400px;background:#fff;border:1px solid">
<h2>My settings</h2><label><input type=checkbox checked> Improve the assistant with my boards</label></aside><script>
onhashchange = () => { m.innerHTML = location.hash === '#/cookies' ? '<h1>Cookies</h1><label><input type=checkbox checked> Partner cookies</label>' : ''; };
</script>"""


def test_a_link_is_followed_from_the_page_and_not_from_what_lies_over_it(pages: Any, walk_to: Any) -> None:
    """In an application without page loads, what is open stays open behind a link."""
    recording = walk_to(pages.add("/app", DRAWER)).recording
    assert {c.label: c.path for c in recording.controls} == {
        "Improve the assistant with my boards": ["My settings"],
        "Partner cookies": ["Cookie choices"],
    }
    texts = {tuple(s.path): s.text for s in recording.screens}
    assert "Improve" not in texts["Cookie choices",]


HEADER = "<header><button popovertarget=m>Account menu</button></header><div id=m popover>{}</div>"


def test_a_menu_in_the_head_of_a_page_that_a_dialog_led_to_is_the_one_known_already(pages: Any, walk_to: Any) -> None:
    head = HEADER.format(switch("Quiet mode"))
    pages.add("/two", head + "<h1>Two</h1>" + switch("Digest"))
    dialog = "<dialog id=d><h2>More</h2><a href=/two>Second page</a></dialog><button onclick=d.showModal() aria-haspopup=dialog>More</button>"
    recording = walk_to(pages.add("/", head + "<h1>One</h1>" + dialog)).recording
    assert sorted((c.label, c.depth) for c in recording.controls) == [("Digest", 2), ("Quiet mode", 1)]


FOLD = """<div><div style="cursor:pointer" onclick="this.nextElementSibling.hidden = !this.nextElementSibling.hidden">
<span>▸</span> {0}</div><div hidden>{1}</div></div>"""


def test_heads_that_fold_and_begin_with_an_arrow_are_opened(pages: Any, walk_to: Any) -> None:
    folds = "".join(FOLD.format(name, switch(f"Show {name}")) for name in ("Forum posts", "Story layout", "Friends"))
    recording = walk_to(pages.add("/", "<h1>Display</h1>" + folds)).recording
    assert {c.label for c in recording.controls} == {"Show Forum posts", "Show Story layout", "Show Friends"}


DEVICES = """<h1>Devices</h1><nav><button data-of=0>Phone settings</button> <button data-of=1>Tablet settings</button></nav>
<div id=root>START</div><script>
  const who = [["Everyone", "Friends"], ["Nobody", "Family", "Team"]];
  const select = (n) => `<h2>Device</h2><label>Who may see it <select>${who[n].map((w) => `<option>${w}`).join("")}</select></label>`;
  for (const b of document.querySelectorAll("[data-of]")) b.onclick = () => { root.innerHTML = select(b.dataset.of); };
</script>"""


@pytest.mark.parametrize(
    "begins", ["<p>Choose one</p>", "<script>root.innerHTML = select(0)</script>"], ids=["empty", "with the first"]
)
def test_two_selects_that_differ_only_in_their_options_are_two(pages: Any, walk_to: Any, begins: str) -> None:
    body = DEVICES.replace("START", begins) if begins.startswith("<p>") else DEVICES.replace("START", "") + begins
    recording = walk_to(pages.add("/", body)).recording
    assert sorted(c.options for c in recording.controls) == [["Everyone", "Friends"], ["Nobody", "Family", "Team"]]


def test_adverts_for_other_sites_are_no_part_of_a_screen(pages: Any, walk_to: Any) -> None:
    shown = itertools.cycle(["shoes", "hats", "tea", "cars", "boats", "lamps", "books"])

    def page(title: str, more: str) -> Any:
        def answer() -> str:
            adverts = "".join(f"<a href='https://{next(shown)}.example/'>Buy {next(shown)} now</a>" for _ in range(4))
            return f"<!doctype html><html lang=en><title>Shop</title><h1>{title}</h1><p>{adverts}</p>{more}"

        return answer

    pages.bodies["/"] = page("Settings", switch("Sounds") + "<a href=/privacy>Privacy</a>")
    pages.bodies["/privacy"] = page("Privacy", switch("Share my rides"))
    recording = walk_to(pages.url + "/").recording
    assert len(recording.screens) == 2 and recording.untouched.checked == 2


CAMERAS = ["Camera 1", "Camera 2", "Camera 3"]
ALERTS = "<h2>{0}</h2>" + switch("Motion alerts") + switch("Share clips of {0}")
NUMBERED = """<h1>Cameras</h1><label><input type=checkbox> Quiet mode</label><div {around}>{doors}</div><div id=root></div><script>
  const go = (n) => { root.innerHTML = `{alerts}`.replaceAll("{0}", "Camera " + n);
    document.querySelectorAll("[role=tab]").forEach((t, k) => t.setAttribute("aria-selected", k === n - 1)); };
  document.querySelectorAll("[data-n]").forEach((d) => d.onclick = () => go(Number(d.dataset.n)));
  {first}
</script>"""
LISTS = {"tabs": ("role=tablist", "button role=tab"), "rows": ("", "div tabindex=0 role=button aria-haspopup=true")}


@pytest.mark.parametrize("first", ["", "go(1);"], ids=["none open", "first open"])
@pytest.mark.parametrize("kind", LISTS)
def test_parts_told_apart_by_a_number_are_screens_of_their_own(pages: Any, walk_to: Any, kind: str, first: str) -> None:
    around, door = LISTS[kind]
    doors = "".join(f"<{door} data-n={n}>Camera {n}</{door.split()[0]}>" for n in (1, 2, 3))
    body = NUMBERED
    for name, value in {"around": around, "doors": doors, "alerts": ALERTS, "first": first}.items():
        body = body.replace(f"{{{name}}}", value)
    recording = walk_to(pages.add("/", body)).recording
    labels = [c.label for c in recording.controls]
    assert sorted(labels) == sorted(["Quiet mode", *["Motion alerts"] * 3, *(f"Share clips of {c}" for c in CAMERAS)])
    assert recording.ended_by == "complete" and not recording.untouched.changed


def test_pages_told_apart_by_a_number_are_screens_of_their_own(pages: Any, walk_to: Any) -> None:
    links = "".join(f"<p><a href=/cam/{n}>{name}</a></p>" for n, name in enumerate(CAMERAS))
    for n, name in enumerate(CAMERAS):
        pages.bodies[f"/cam/{n}"] = (
            f"<!doctype html><html lang=en><title>Camera</title>{ALERTS.format(name)}<a href=/>All</a>"
        )
    recording = walk_to(pages.add("/", "<h1>Cameras</h1>" + links)).recording
    assert len(recording.screens) == 4 and len(recording.controls) == 6


DRAWN = {"Backup": "f3a9c0d17b264e58a1c2", "Website": "0be47d92c6a85f13e7d4", "Phone": "9c1d5e7fa2b8436d0e91"}


@pytest.mark.parametrize("key", ["key", "session_id"])
def test_pages_told_apart_by_a_drawn_value_alone_are_each_visited(pages: Any, walk_to: Any, key: str) -> None:
    links = "".join(f'<p><a href="/access?{key}={value}">{name}</a></p>' for name, value in DRAWN.items())
    for at, (name, value) in enumerate(DRAWN.items()):
        more = f'<a href="/access/people?{key}={value}">People</a>'
        pages.add(f"/access?{key}={value}", f"<h1>Access</h1>{switch('May read mail', 'checked' if at == 1 else '')}{more}")
        pages.add(f"/access/people?{key}={value}", f"<h1>People</h1>{switch(f'Share with partners of {name}')}")
    for path, body in pages.bodies.items():
        pages.bodies[path] = body.replace(f"<title>{path}", "<title>Access")
    recording = walk_to(pages.add("/apps", f"<h1>Apps</h1>{links}")).recording
    assert sorted(c.state for c in recording.controls if c.label == "May read mail") == ["off", "off", "on"]
    shared = {c.label for c in recording.controls if c.label.startswith("Share")}
    assert shared == {f"Share with partners of {name}" for name in DRAWN} and recording.ended_by == "complete"
    assert not any(value in screen.url for value in DRAWN.values() for screen in recording.screens)


@pytest.mark.parametrize("per_link", [False, True])
def test_a_value_that_is_drawn_anew_with_every_page_names_none(pages: Any, walk_to: Any, per_link: bool) -> None:
    """One session on all links of a page, or a value of its own on each link; the next load of the page draws others."""
    drawn = itertools.count(1)

    def link(path: str, name: str, value: int) -> str:
        own = next(drawn) if per_link else value
        return f'<p><a href="{path}?session_key={own * 7919:016x}4711">{name}</a></p>'

    def page(title: str) -> str:
        value = next(drawn)
        links = "".join(link(f"/{t.lower()}", t, value) for t in ("Home", "Sounds", "Privacy"))
        again = link("/privacy", "More about privacy", value)
        return f"<html lang=en><title>{title}</title><h1>{title}</h1>{links}{again}{switch(f'{title} setting')}"

    for title in ("Home", "Sounds", "Privacy"):
        pages.bodies[f"/{title.lower()}"] = lambda title=title: page(title)
    recording = walk_to(pages.url + "/home").recording
    assert sorted(c.label for c in recording.controls) == ["Home setting", "Privacy setting", "Sounds setting"]
    assert len(recording.screens) == 3 and recording.ended_by == "complete"
    assert not recording.untouched.not_checked and not recording.untouched.changed


CAMERA = """<h1>Camera {n}</h1><button aria-haspopup=menu onclick="m.hidden = false">Options</button>
<div role=menu id=m hidden><a role=menuitem href=/help>Help</a> <div role=menuitem tabindex=0 aria-haspopup=dialog
onclick="m.hidden = true; d.showModal()">Privacy settings</div></div>
<dialog id=d aria-label="Privacy settings">{switch}<button onclick="d.close()">Close</button></dialog>"""


def test_what_opens_on_pages_that_differ_in_a_number_is_told_apart_too(pages: Any, walk_to: Any) -> None:
    pages.add("/help", "<h1>Help</h1><p>Nothing to set.</p>")
    for n, state in ((1, "checked"), (2, ""), (3, "checked")):
        pages.add(f"/camera/{n}", CAMERA.format(n=n, switch=switch("Record audio", state)))
        pages.bodies[f"/camera/{n}"] = pages.bodies[f"/camera/{n}"].replace(f"<title>/camera/{n}", f"<title>Camera {n}")
    links = "".join(f'<p><a href="/camera/{n}">Camera {n}</a></p>' for n in (1, 2, 3))
    recording = walk_to(pages.add("/cameras", f"<h1>Cameras</h1>{links}")).recording
    found = {(c.path[0], c.state, c.depth) for c in recording.controls}
    assert found == {("Camera 1", "on", 3), ("Camera 2", "off", 3), ("Camera 3", "on", 3)}
    assert recording.ended_by == "complete" and not recording.untouched.changed
