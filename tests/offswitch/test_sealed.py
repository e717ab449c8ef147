"""verify: what does not fit the manifest is named."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from offswitch import api
from offswitch.sealed import hold
from offswitch_recording.errors import BadInput


def test_a_whole_recording_fits_before_and_after_its_report(make: Callable[..., Any]) -> None:
    _, _, folder = make()
    assert hold(folder).fits
    api.report(folder)
    held = hold(folder)
    assert held.fits
    assert held.files == len([f for f in folder.rglob("*") if f.is_file()]) - 2


def test_missing_changed_and_added_are_named(make: Callable[..., Any]) -> None:
    _, _, folder = make()
    api.report(folder)
    (folder / "screens/s1.png").unlink()
    (folder / "recording.json").write_text("{}")
    (folder / "report.html").write_text("forged")
    (folder / "screens/s9.png").write_bytes(b"")
    held = hold(folder)
    assert (held.missing, sorted(held.changed)) == (["screens/s1.png"], ["recording.json", "report.html"])
    assert held.added == ["screens/s9.png"]


@pytest.mark.parametrize("text", ["", "[]", '{"files": 3}', '{"files": {"../outside": "0"}}', '{"files": {"/etc/x": "0"}}'])
def test_a_manifest_that_cannot_be_used(make: Callable[..., Any], text: str) -> None:
    _, _, folder = make()
    (folder / "manifest.json").write_text(text)
    with pytest.raises(BadInput):
        hold(folder)


def test_no_manifest(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"no manifest\.json"):
        hold(tmp_path)


def test_an_older_model_leaves_a_report_that_no_longer_fits(make: Callable[..., Any]) -> None:
    _, _, folder = make()
    api.report(folder)
    text = json.loads((folder / "findings.json").read_text())
    text["model"]["version"] = "2"
    (folder / "findings.json").write_text(json.dumps(text))
    assert hold(folder).changed == ["findings.json"]


def test_no_folder_says_what_to_name(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"no such folder .* Name the folder of a recording"):
        hold(tmp_path / "none")


def test_a_report_in_one_format_leaves_the_others_fitting_and_new(make: Callable[..., Any]) -> None:
    _, _, folder = make()
    api.report(folder)
    (folder / "report.html").write_text("of older findings")
    api.report(folder, ["junit"])
    assert hold(folder).fits
    assert "of older findings" not in (folder / "report.html").read_text()
