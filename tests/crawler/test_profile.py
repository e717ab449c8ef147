"""Profiles: read, refused with the key that is wrong, and never copied with their secrets."""

from pathlib import Path

import pytest

from offswitch_crawler.profile import load
from offswitch_recording.errors import BadInput


def write(folder: Path, text: str) -> Path:
    (folder / "p.yaml").write_text(text, encoding="utf-8")
    return folder / "p.yaml"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("acount: fresh", "acount"),
        ("account: stale", "account"),
        ("viewport: [a, b]", "viewport"),
        ("login: [{goto: /a, click: {selector: b}}]", "exactly one"),
        ("login: [{fill: {selector: x}}]", "value or env"),
        ("storage_state: nowhere.json", "storage_state"),
        ("a: [", "cannot be read"),
        ("- just\n- a list", "the file"),
    ],
)
def test_a_broken_profile_is_refused_in_one_line(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(BadInput) as refused:
        load(write(tmp_path, text))
    assert says in refused.value.line() and "\n" not in refused.value.line()


def test_no_such_profile(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no such profile"):
        load(tmp_path / "none.yaml")


def test_what_is_secret_does_not_reach_the_recording(tmp_path: Path) -> None:
    (tmp_path / "state.json").write_text("{}", encoding="utf-8")
    text = 'storage_state: state.json\nheaders: {Authorization: "Bearer s3cret"}\naccount: fresh\nlogin: [{fill: {selector: "#p", value: s3cret}}]'
    profile = load(write(tmp_path, text))
    assert profile.storage_state == tmp_path / "state.json"
    assert "s3cret" not in str(profile.public()) and "state.json" not in str(profile.public())
    assert profile.public()["header_names"] == ["Authorization"]


def test_an_empty_profile_is_a_visitor_of_whom_nothing_is_known(tmp_path: Path) -> None:
    assert load(write(tmp_path, "")).account == "unknown"
