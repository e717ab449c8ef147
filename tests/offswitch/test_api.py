"""The functions for use from Python."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import offswitch


def test_a_walk_can_be_called_where_an_event_loop_runs(tmp_path: Path) -> None:
    """In a notebook, or in a test that has a page open."""

    async def notebook() -> None:
        offswitch.walk("kiosk.example", tmp_path / "kiosk")

    with ThreadPoolExecutor(1) as thread, pytest.raises(offswitch.BadInput, match="no scheme"):
        thread.submit(asyncio.run, notebook()).result()  # other tests may keep a loop in this thread


def test_what_is_public_is_listed() -> None:
    assert set(offswitch.__all__) < set(dir(offswitch))
    with pytest.raises(AttributeError):
        _ = offswitch.judge
