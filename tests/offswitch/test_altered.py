"""A recording that was changed after the walk is scored and drawn with a warning, never silently."""

from pathlib import Path

from typer.testing import CliRunner

from offswitch.altered import lines
from offswitch.cli import app
from offswitch_recording import folder, manifest
from offswitch_recording.schema import Recording


def recorded(tmp_path: Path) -> Path:
    writer = folder.Writer(tmp_path / "out")
    writer.finish(Recording(start_url="https://www.example.org/", started_at="2026-01-01T00:00:00+00:00"))
    return tmp_path / "out"


def test_one_that_fits_says_nothing(tmp_path: Path) -> None:
    assert lines(recorded(tmp_path)) == []


def test_a_changed_one_is_said_when_it_is_scored(tmp_path: Path) -> None:
    out = recorded(tmp_path)
    file = out / "recording.json"
    file.write_text(file.read_text(encoding="utf-8").replace("example.org", "example.net"), encoding="utf-8")
    assert manifest.differences(out).changed == ["recording.json"]
    done = CliRunner().invoke(app, ["score", str(out), "--quiet"])
    assert "changed since the walk: recording.json" in done.stderr
