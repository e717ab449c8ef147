"""Without Chromium's protocol, as in other browsers: our scripts run in the page's own world. Real Chromium, protocol unused."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from offswitch_crawler.look import look_sync
from offswitch_crawler.world import world_of

CONTROLS = Path(__file__).parents[2] / "fixtures" / "controls"
NEEDS_THE_PROTOCOL = {
    "closed-shadow-root": "no script sees a closed root",
    "drawn-in-nested-roots": "nor one in another",
    "stale-attributes": "nor what is drawn in one",
    "said-by-internals": "no script sees what a component says by its internals",
}
# The page's own world has the page's prototypes; no browser is walked in it yet.
LEFT = {*NEEDS_THE_PROTOCOL, "patched-prototypes"}
FOLDERS = sorted(p for p in CONTROLS.iterdir() if p.is_dir() and p.name not in LEFT)
# The same readers read in either world: what differs shows on a part of the pages, and --long holds all against it.
CASES = [pytest.param(p, id=p.name, marks=[pytest.mark.long] * (n % 3 != 0)) for n, p in enumerate(FOLDERS)]


def looked(page: Page) -> Any:
    world_of(page).session = False
    return look_sync(page)


@pytest.mark.parametrize("case", CASES)
def test_controls_are_seen_alike(page: Page, case: Path) -> None:
    truth = json.loads((case / "truth.json").read_text(encoding="utf-8"))
    facts = truth if isinstance(truth, dict) else {"controls": truth}
    if "viewport" in facts:
        page.set_viewport_size({"width": facts["viewport"][0], "height": facts["viewport"][1]})
    page.goto((case / "index.html").as_uri())
    seen = [c for c in looked(page).controls if c.place.visible and not c.place.covered]
    expected = [(t["label"], t.get("state")) for t in facts["controls"]]
    assert [
        (c.label, c.state if state is not None else None) for c, (_, state) in zip(seen, expected, strict=True)
    ] == expected


@pytest.mark.parametrize("name", sorted(NEEDS_THE_PROTOCOL))
def test_what_needs_the_protocol_ends_no_look(page: Page, name: str) -> None:
    page.goto((CONTROLS / name / "index.html").as_uri())
    looked(page)


def test_frames_of_another_origin_are_seen(page: Page, pages: Any) -> None:
    pages.add("/part", "<label><input type=checkbox checked> Partner offers</label>")
    frame = f'<iframe src="{pages.other_origin}/part" width=400 height=80></iframe>'
    page.goto(
        pages.add("/", f"<h1>Settings</h1><label><input type=checkbox> Sounds</label>{frame}"), wait_until="networkidle"
    )
    assert [(c.label, c.state) for c in looked(page).controls] == [("Sounds", "off"), ("Partner offers", "on")]
