"""A persistent browser profile is copied for the second visit, and itself left alone."""

from pathlib import Path
from typing import Any

import pytest

from offswitch_crawler import loop
from offswitch_crawler.profile import Profile
from offswitch_crawler.userdata import as_it_was
from offswitch_recording.errors import BadInput


def test_a_profile_is_copied_as_it_was_without_caches_links_and_locks(tmp_path: Path) -> None:
    kept, outside = tmp_path / "kept", tmp_path / "outside"
    (kept / "Default" / "Cache").mkdir(parents=True)
    (kept / "Default" / "Cache" / "data").write_text("large")
    (kept / "Default" / "Cookies").write_text("before")
    outside.write_text("not in the profile")
    (kept / "SingletonLock").symlink_to("host-123")
    (kept / "Default" / "elsewhere").symlink_to(outside)
    (kept / "Default" / "empty").mkdir()

    async def copy() -> list[str]:
        async with as_it_was(kept) as made:
            assert made is not None
            (kept / "Default" / "Cookies").write_text("after")
            assert (made / "Default" / "Cookies").read_text() == "before"
            (made / "Default" / "Cookies").write_text("the second visit")
            found = sorted(p.relative_to(made).as_posix() for p in made.rglob("*"))
        assert not made.exists()
        return found

    assert loop.run(copy) == ["Default", "Default/Cookies", "Default/empty"]
    assert (kept / "Default" / "Cookies").read_text() == "after"


def test_a_profile_that_does_not_exist_yet_is_an_empty_one(tmp_path: Path) -> None:
    async def copy() -> list[Path]:
        async with as_it_was(tmp_path / "none") as made:
            assert made is not None
            return list(made.iterdir())

    assert loop.run(copy) == []
    assert not (tmp_path / "none").exists()


def test_a_folder_and_a_saved_login_do_not_go_together(pages: Any, walk_to: Any, tmp_path: Path) -> None:
    state = tmp_path / "state.json"
    state.write_text('{"cookies": [], "origins": []}', encoding="utf-8")
    url = pages.add("/", "<h1>Settings</h1><label><input type=checkbox> Sounds</label>")
    with pytest.raises(BadInput, match="do not go together"):
        walk_to(url, profile=Profile(storage_state=state), user_data_dir=tmp_path / "browser")
    recording = walk_to(url, user_data_dir=tmp_path / "browser").recording
    assert recording.profile["logged_in_by"] == "user_data_dir"
