"""A recording folder is whole or says that it is not; nothing that stands there is lost."""

from pathlib import Path

import pytest

from offswitch_recording import folder, manifest
from offswitch_recording.errors import BadInput
from offswitch_recording.schema import Recording


def recording(**more: object) -> Recording:
    return Recording(start_url="https://a.example/", started_at="2026-01-01T00:00:00+00:00", **more)  # type: ignore[arg-type]


def test_written_beside_its_name_and_renamed_when_whole(tmp_path: Path) -> None:
    writer = folder.Writer(tmp_path / "out")
    writer.write(recording())
    assert not (tmp_path / "out").exists()
    assert folder.read(writer.folder).ended_by == "interrupted"
    (writer.folder / "screens" / "s1.png").write_bytes(b"png")
    digest = writer.finish(recording(ended_by="complete"))
    assert folder.read(tmp_path / "out").ended_by == "complete"
    assert digest == manifest.sha256(tmp_path / "out" / "manifest.json")
    assert not manifest.differences(tmp_path / "out")


def test_a_folder_that_holds_something_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "precious").touch()
    with pytest.raises(BadInput, match="not empty"):
        folder.Writer(tmp_path / "out")


def test_what_an_earlier_walk_left_is_kept(tmp_path: Path) -> None:
    folder.Writer(tmp_path / "out").write(recording(tool="first"))
    folder.Writer(tmp_path / "out").write(recording(tool="second"))
    kept = {folder.read(p).tool for p in tmp_path.glob("out.partial*")}
    assert kept == {"first", "second"}


def test_the_manifest_tells_what_was_changed_or_is_missing(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).write_text(name, encoding="utf-8")
    manifest.seal(tmp_path, [tmp_path / "a", tmp_path / "b"])
    (tmp_path / "a").write_text("x", encoding="utf-8")
    (tmp_path / "b").unlink()
    found = manifest.differences(tmp_path)
    assert (found.changed, found.missing) == (["a"], ["b"])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "schema"),
        ('{"schema": "offswitch.recording/9"}', "schema"),
        ("[]", "schema"),
        ('{"schema": 1, "controls": {}}', "schema"),
    ],
)
def test_what_is_no_recording_is_refused_in_one_line(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "recording.json").write_text(text, encoding="utf-8")
    with pytest.raises(BadInput) as refused:
        folder.read(tmp_path)
    assert says in refused.value.line() and "\n" not in refused.value.line()


def test_unknown_fields_of_a_newer_version_are_kept(tmp_path: Path) -> None:
    text = '{"schema": "offswitch.recording/1", "start_url": "x", "started_at": "y", "moon": "full"}'
    (tmp_path / "recording.json").write_text(text, encoding="utf-8")
    assert '"moon": "full"' in folder.dump(folder.read(tmp_path))


@pytest.mark.parametrize("place", ["file/out", "x" * 300])
def test_a_place_where_nothing_can_be_written_is_bad_input(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(BadInput, match="nothing can be written"):
        folder.Writer(tmp_path / place)
