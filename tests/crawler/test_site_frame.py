"""What stands on every page of a site is recorded once: banners that cover nothing, controls in a footer. Real Chromium, loopback only."""

from typing import Any

import pytest

NAMES = ("Account", "Privacy", "Sounds")
NAV = "<nav>" + "".join(f'<a href="/{n.lower()}">{n} settings</a> ' for n in NAMES) + "</nav>"
ASKS = "We use cookies to measure visits. <button>Accept all</button> <button>Reject all</button>"
FOOT = "<footer><p>Our shop</p><label><input type=checkbox> Do not sell my data</label></footer>"
BANNERS = {
    "fixed": f'<div style="position: fixed; bottom: 0; left: 0; right: 0; background: #eee">{ASKS}</div>',
    "dialog": f'<div role=dialog aria-label=Cookies style="position: fixed; bottom: 0; background: #eee">{ASKS}</div>',
}


def _add(pages: Any, body: str) -> str:
    """Three pages behind a start, each with a heading and a control of its own; {main} of a body is what is the page's own."""
    for name in NAMES:
        own = f"<h1>{name}</h1><label><input type=checkbox> {name} setting</label>"
        pages.add(f"/{name.lower()}", NAV + body.replace("{main}", own))
    return str(pages.add("/", NAV + body.replace("{main}", "<h1>Start</h1>")))


@pytest.mark.parametrize("main", ["<main>{main}</main>", "<div>{main}</div>"], ids=["main", "div"])
@pytest.mark.parametrize("banner", BANNERS)
def test_a_banner_on_every_page_is_one_control(pages: Any, walk_to: Any, banner: str, main: str) -> None:
    recording = walk_to(_add(pages, main + "<p>Help</p>" + BANNERS[banner])).recording
    assert [(c.kind, c.depth) for c in recording.controls if c.options] == [("choice", 0)]
    assert sorted(c.label for c in recording.controls if not c.options) == sorted(f"{n} setting" for n in NAMES)
    reasons = [reason for c in recording.controls for reason in c.depth_reasons]
    assert sum("Accept all" in r for r in set(reasons)) <= 1
    assert recording.ended_by == "complete"


@pytest.mark.parametrize("main", ["<main>{main}</main>", "<div>{main}</div>"], ids=["main", "div"])
def test_a_control_in_the_footer_of_every_page_is_one(pages: Any, walk_to: Any, main: str) -> None:
    recording = walk_to(_add(pages, main + FOOT)).recording
    assert [(c.depth, c.section) for c in recording.controls if c.label == "Do not sell my data"] == [(0, [])]
    assert len(recording.controls) == 4


PANEL = """<div style="position: fixed; bottom: 0; left: 0; right: 0; background: #eee">{asks} <button aria-haspopup=dialog onclick="d.showModal()">Cookie
settings</button></div><dialog id=d aria-label="Cookie settings"><label><input type=checkbox checked> Measure visits</label>
<button onclick="d.close()">Close</button></dialog>"""


def test_what_a_banner_on_every_page_opens_is_walked_once(pages: Any, walk_to: Any) -> None:
    recording = walk_to(_add(pages, "{main}" + PANEL.format(asks=ASKS))).recording
    assert [(c.depth, c.depth_is) for c in recording.controls if c.label == "Measure visits"] == [(1, "exact")]
    assert len(recording.screens) == 5 and recording.ended_by == "complete"


ROOMS = {"Kitchen": "checked", "Hall": "", "Attic": "checked"}
WHOLE = '<div style="position: fixed; inset: 0; overflow: auto; background: #fff">{0}</div>'
ASIDE = "<main><p>Rooms</p></main><aside>{0}</aside>"
CARD = "<main><article><h2>{1}</h2><p>A room</p><footer>{0}</footer></article></main>"


@pytest.mark.parametrize("shape", [WHOLE, ASIDE, CARD], ids=["application", "aside", "card"])
def test_controls_under_headings_of_their_own_stay_apart(pages: Any, walk_to: Any, shape: str) -> None:
    links = "".join(f'<a href="/{name.lower()}">{name} settings</a> ' for name in ROOMS)
    for name, on in ROOMS.items():
        control = f"<label><input type=checkbox {on}> Record what is said</label>"
        own = control if shape is CARD else f"<h2>{name}</h2>{control}"
        pages.add(
            f"/{name.lower()}", shape.format(f"<nav>{links}</nav>{own}" if shape is WHOLE else own, name) + f"<p>{links}</p>"
        )
    recording = walk_to(pages.add("/", f"<h1>Rooms</h1><p>{links}</p>")).recording
    assert sorted(c.state for c in recording.controls) == ["off", "on", "on"]
    assert sorted(c.section[-1] for c in recording.controls) == sorted(ROOMS)


ROUTED = """<main></main><script>
const draw = () => {{ const page = document.querySelector("main"), at = decodeURIComponent(location.hash.slice(2));
  page.innerHTML = at ? `<h1>${{at}}</h1><p><a href="#">Rooms</a></p><label><input type=checkbox> Record in the ${{at}}</label>`
    : `<h1>Rooms</h1><iframe src="{source}" width=900 height=830></iframe>` + {names}.map((n) =>
      `<div style="cursor:pointer;padding:12px" onclick="location.hash='/${{n}}'">${{n}} settings <span>›</span></div>`).join(""); }};
addEventListener("hashchange", draw); draw();
</script>"""


def test_rows_are_clicked_where_a_tall_frame_of_another_site_stood_before_the_page_was_scrolled(
    pages: Any, walk_to: Any
) -> None:
    names = ["Kitchen", "Hall", "Attic", "Cellar", "Garage", "Garden", "Study", "Nursery"]
    pages.add(
        "/part", "<h2>Music</h2><label style='display:block;height:780px'><input type=checkbox> Play in every room</label>"
    )
    source = f"{pages.other_origin}/part"
    recording = walk_to(pages.add("/", ROUTED.format(source=source, names=names))).recording
    found = {c.label: (c.depth, c.depth_is) for c in recording.controls}
    assert found == {"Play in every room": (0, "exact"), **{f"Record in the {n}": (1, "exact") for n in names}}
    assert recording.untouched.changed == []
