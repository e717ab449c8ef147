"""A recording and its findings as version 1 wrote them, never written anew: today's code reads them, for ever.

Made by a walk of a bundled site and cut down by hand, with a record of every kind in it.
"""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from PIL import Image
from pydantic import BaseModel

from offswitch import api
from offswitch_recording import folder as folders
from offswitch_recording.findings import Findings
from offswitch_recording.schema import Recording
from offswitch_recording.words import DepthIs, Kind

KEPT, GOLDEN = Path(__file__).parent / "kept", Path(__file__).parent / "golden"


def missing(old: Any, new: Any, at: str = "") -> list[str]:
    """Where `new` does not say what `old` said. Fields that `old` did not know may stand beside."""
    if isinstance(old, dict) and isinstance(new, dict):
        return [m for k, v in old.items() for m in ([f"{at}.{k}"] if k not in new else missing(v, new[k], f"{at}.{k}"))]
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        return [m for i, (a, b) in enumerate(zip(old, new, strict=True)) for m in missing(a, b, f"{at}[{i}]")]
    return [] if old == new and type(old) is type(new) else [at]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The kept recording as a folder, with white pictures in place of its own."""
    for name in (folders.RECORDING, folders.FINDINGS):
        shutil.copy(KEPT / name, tmp_path)
    (tmp_path / folders.SCREENS).mkdir()
    for screen in folders.read(tmp_path).screens:
        for picture in screen.pictures:
            Image.new("RGB", screen.size, "white").save(tmp_path / picture.file)
    return tmp_path


@pytest.mark.parametrize(("name", "model"), [("recording", Recording), ("findings", Findings)])
def test_read_and_written_again_it_is_the_same(name: str, model: type[BaseModel]) -> None:
    kept = (KEPT / f"{name}.json").read_text(encoding="utf-8")
    written = folders.dump(model.model_validate_json(kept))
    assert missing(json.loads(kept), json.loads(written)) == []
    assert folders.dump(model.model_validate_json(written)) == written


@pytest.mark.parametrize("name", ["recording", "findings"])
def test_it_follows_the_published_schema(name: str) -> None:
    schema = json.loads((GOLDEN / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    kept = json.loads((KEPT / f"{name}.json").read_text(encoding="utf-8"))
    assert [e.json_path for e in Draft202012Validator(schema).iter_errors(kept)] == []


def test_a_record_of_every_kind_is_in_it() -> None:
    r = Recording.model_validate_json((KEPT / "recording.json").read_text(encoding="utf-8"))
    lists = (r.screens, r.controls, r.doors, r.exits, r.templates, r.cleared, r.blocked, r.errors)
    assert all(lists) and r.untouched.not_checked and r.untouched.changed and r.untouched.changed_by_page
    assert {c.kind for c in r.controls} >= {Kind.SWITCH, Kind.CHECKBOX, Kind.RADIO, Kind.SLIDER, Kind.CHOICE}
    assert {c.depth_is for c in r.controls} >= {DepthIs.EXACT, DepthIs.AT_MOST}
    properties = ("conflict", "locked", "frame", "shadow_path", "accept", "refuse", "tried", "no_box_reason", "max", "steps")
    assert [p for p in properties if not any(getattr(c, p) for c in r.controls)] == []
    assert any(c.state == "unresolved" for c in r.controls) and any(b.needed and b.allow for b in r.blocked)
    f = Findings.model_validate_json((KEPT / "findings.json").read_text(encoding="utf-8"))
    assert f.controls and f.screens and {i.screen is None for i in f.incomplete} == {True, False}
    assert {x.control is None for x in f.findings} == {True, False}
    assert all(x.evidence.facts and x.contributions and x.references for x in f.findings)


def test_todays_model_scores_it(folder: Path) -> None:
    before = folders.read_findings(folder)
    now = api.score(folder)
    assert [c.control for c in now.controls] == [c.control for c in before.controls]
    assert [s.screen for s in now.screens] == [s.screen for s in before.screens]


def test_todays_reports_show_it(folder: Path) -> None:
    made = api.report(folder)
    assert made.failures == []
    shown = (folder / "report.html").read_text(encoding="utf-8")
    assert [c.label for c in folders.read(folder).controls if c.label not in shown] == []
