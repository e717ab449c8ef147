"""Profiles: read, refused with the key that is wrong, and never copied with their secrets."""

from pathlib import Path
from typing import Any

import pytest

from offswitch_crawler.profile import load
from offswitch_recording.errors import BadInput


def write(folder: Path, text: str) -> Path:
    (folder / "p.yaml").write_text(text, encoding="utf-8")
    return folder / "p.yaml"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("acount: fresh", "acount: unknown key; did you mean account?"),
        ("zebra: 1", "zebra: unknown key ("),
        ("login: [{fil: {selector: x}}]", "login.0.fil: unknown key; did you mean fill?"),
        ("allow_writes: [{methd: POST, method: POST, url: a}]", "allow_writes.0.methd: unknown key; did you mean method?"),
        ("account: stale", "account"),
        ("viewport: [a, b]", "viewport"),
        ("login: [{goto: /a, click: {selector: b}}]", "exactly one"),
        ("login: [{fill: {selector: x}}]", "value, env, totp_env"),
        (
            "proxy: {server: 'http://ada:s3cret@host:1'}",
            "proxy.server: name and password of a proxy come from the environment",
        ),
        ("proxy: {server: 'ftp://host'}", "proxy.server: give a proxy such as"),
        ("proxy: {server: 'host:1', pasword_env: A}", "proxy.pasword_env: unknown key; did you mean password_env?"),
        ("storage_state: nowhere.json", "storage_state"),
        ("locale: xx-INVALID-!!", "locale: "),
        ("locale: xx-notreal-zz", "locale: "),
        ("timezone: Mars/Olympus", "no such time zone"),
        ("timezone: ../../etc/passwd", "no such time zone"),
        ("viewport: [0, -5]", "viewport.0: "),
        ("geolocation: [900, 5]", "geolocation.0: "),
        ("geolocation: [.nan, 5]", "geolocation.0: "),
        ('headers: {"Bad Header": a}', "no name of a header"),
        ('headers: {X-Name: "a\\nb"}', "one line"),
        ('allow_writes: [{method: POST, url: "**", body: "("}]', "allow_writes.0.body: "),
        ("a: [", "cannot be read"),
        ("- just\n- a list", "the file"),
    ],
)
def test_a_broken_profile_is_refused_in_one_line(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(BadInput) as refused:
        load(write(tmp_path, text))
    assert says in refused.value.line() and "\n" not in refused.value.line()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"cookies": 5}', '{"cookies": [1]}', "\x00\xff"])
def test_a_broken_saved_login_is_refused_before_a_browser_starts(tmp_path: Path, text: str) -> None:
    (tmp_path / "state.json").write_text(text, encoding="latin-1")
    with pytest.raises(BadInput, match="storage_state"):
        load(write(tmp_path, "storage_state: state.json"))


def test_values_that_a_browser_takes_are_taken(tmp_path: Path) -> None:
    text = "locale: zh-Hant-TW\ntimezone: America/Argentina/Buenos_Aires\ngeolocation: [-90, 180]\nheaders: {Sec-GPC: '1'}"
    assert load(write(tmp_path, text)).locale == "zh-Hant-TW"


def test_no_such_profile(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"no such profile .*see docs/profiles\.md"):
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


def test_a_saved_login_that_the_browser_refuses_is_not_blamed_on_the_browser(
    pages: Any, walk_to: Any, tmp_path: Path
) -> None:
    (tmp_path / "state.json").write_text('{"cookies": [{"name": "a", "value": "s3cret"}]}', encoding="utf-8")
    profile = load(write(tmp_path, "storage_state: state.json"))
    with pytest.raises(BadInput, match="cannot use the profile") as refused:
        walk_to(pages.add("/", "<h1>Settings</h1>"), profile=profile)
    assert "s3cret" not in refused.value.line() and "\n" not in refused.value.line()
