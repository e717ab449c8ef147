"""A replay proves a depth only where it ends on the very control: another of the same list is none."""

from typing import Any

import pytest

from offswitch_crawler.replay import replay
from offswitch_recording.errors import BadInput


def switch(label: str) -> str:
    return f"<div><label><input type=checkbox role=switch checked> {label}</label></div>"


def failed(recording: Any) -> list[str]:
    return [r.label for r in replay(recording) if not r.ok]


def test_another_of_a_list_is_not_the_control_that_was_recorded(pages: Any, walk_to: Any) -> None:
    start = pages.add("/", "<h1>Cameras</h1>" + "".join(switch(f"Camera {n}") for n in (1, 2, 3)))
    recording = walk_to(start).recording
    assert failed(recording) == []
    pages.add("/", "<h1>Cameras</h1>" + switch("Camera 2"))
    assert failed(recording) == ["Camera 1", "Camera 3"]


def test_a_counter_in_a_label_is_the_same_control(pages: Any, walk_to: Any) -> None:
    recording = walk_to(pages.add("/", "<h1>Mail</h1>" + switch("Show 3 unread"))).recording
    pages.add("/", "<h1>Mail</h1>" + switch("Show 4 unread"))
    assert failed(recording) == []


def test_a_link_to_another_of_a_list_is_not_taken(pages: Any, walk_to: Any) -> None:
    for n in (1, 2):
        pages.add(f"/camera/{n}", "<h1>Camera</h1>" + switch("Record sound"))
    bar = "<h1>Cameras</h1><ul><li><a href=/camera/1>Camera 1</a></ul>"
    recording = walk_to(pages.add("/", bar)).recording
    assert failed(recording) == []
    pages.add("/", bar.replace("1", "2").replace("h2>", "h1>"))
    assert failed(recording) == ["Record sound"]


def test_a_start_whose_token_was_not_recorded_is_given_again(pages: Any, walk_to: Any) -> None:
    pages.bodies["/settings"] = lambda: 403 if pages.gets[-1].endswith("%E2%80%A6") else page
    page = pages.add("/x", "<h1>Settings</h1>" + switch("Sounds")) and pages.bodies["/x"]
    start = pages.url + "/settings?access_token=0A1B2C3D4E5F"
    recording = walk_to(start).recording
    assert "0A1B2C3D4E5F" not in recording.model_dump_json()
    assert failed(recording) == ["Sounds"]
    assert [r.ok for r in replay(recording, url=start)] == [True]
    with pytest.raises(BadInput, match="began elsewhere"):
        replay(recording, url=pages.url + "/elsewhere")
