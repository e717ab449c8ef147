"""Hard cases of single controls: each folder of fixtures/controls is one page with its truth."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from offswitch_crawler.look import look_sync
from offswitch_crawler.seen import SeenControl

CASES = sorted(p for p in (Path(__file__).parents[2] / "fixtures" / "controls").iterdir() if p.is_dir())


def said(control: SeenControl, key: str) -> Any:
    """What a control says under a key of the truth."""
    if key == "section":
        return list(control.place.section)
    if key == "shadow_path":
        return list(control.place.shadow_path)
    if key == "options":
        return list(control.options)
    if key == "box":
        return [round(edge) for edge in control.place.box]
    return getattr(control, {"min": "minimum", "max": "maximum"}.get(key, key))


@pytest.mark.parametrize("case", CASES, ids=lambda p: p.name)
def test_controls_are_seen_as_a_person_sees_them(page: Page, case: Path) -> None:
    truth = json.loads((case / "truth.json").read_text(encoding="utf-8"))
    facts = truth if isinstance(truth, dict) else {"controls": truth}
    if "viewport" in facts:
        page.set_viewport_size({"width": facts["viewport"][0], "height": facts["viewport"][1]})
    page.goto((case / "index.html").as_uri())
    seen = [c for c in look_sync(page).controls if c.place.visible and not c.place.covered]
    expected = facts["controls"]
    assert [c.label for c in seen] == [t["label"] for t in expected]
    assert all(control.place.css for control in seen)
    for control, one in zip(seen, expected, strict=True):
        assert {key: said(control, key) for key in one} == one
