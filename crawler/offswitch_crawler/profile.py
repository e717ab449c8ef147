"""Who visits: a profile as YAML. Paths are relative to the file; secrets come from the environment only."""

import json
import os
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from offswitch_crawler.values import (
    DocumentName,
    HeaderName,
    HeaderValue,
    LanguageTag,
    Latitude,
    Longitude,
    Pattern,
    Pixels,
    ProxyServer,
    Zone,
)
from offswitch_recording.errors import BadInput
from offswitch_recording.words import Account, StartIs

HELP = "see docs/profiles.md"


class Strict(BaseModel):
    """A part of a profile: an unknown key is a mistake of the writer, not a thing to pass over."""

    model_config = ConfigDict(extra="forbid")


class Fill(Strict):
    """A field to fill: with a plain value, one from the environment, or the one-time code of a secret from there."""

    selector: str
    value: str | None = None
    env: str | None = None
    totp_env: str | None = None

    @model_validator(mode="after")
    def _one_source(self) -> "Fill":
        if sum(x is not None for x in (self.value, self.env, self.totp_env)) != 1:
            raise ValueError("give exactly one of value, env, totp_env")
        return self


class Target(Strict):
    """An element of the login page."""

    selector: str


class LoginStep(Strict):
    """One step of a login; exactly one of its keys is given."""

    goto: str | None = None
    fill: Fill | None = None
    click: Target | None = None
    wait_for: Target | None = None

    @model_validator(mode="after")
    def _one_key(self) -> "LoginStep":
        if len(self.model_fields_set) != 1:
            raise ValueError("give exactly one of goto, fill, click, wait_for")
        return self


class AllowedWrite(Strict):
    """A request that only reads, though its method says otherwise."""

    method: str
    url: str
    body: Pattern | None = None


class Proxy(Strict):
    """Through whom the browser asks; name and password come from the environment."""

    server: ProxyServer
    username_env: str | None = None
    password_env: str | None = None


class State(BaseModel):
    """The shape of a saved login."""

    cookies: list[dict[str, Any]] = Field(default_factory=list)
    origins: list[dict[str, Any]] = Field(default_factory=list)


class Profile(Strict):
    """Who visits: the keys of a profile file."""

    account: Account = Account.UNKNOWN
    start_is: StartIs = StartIs.OTHER
    locale: LanguageTag | None = None
    timezone: Zone | None = None
    viewport: tuple[Pixels, Pixels] = (1280, 800)
    device: str | None = None
    geolocation: tuple[Latitude, Longitude] | None = None
    proxy: Proxy | None = None
    region: str | None = None
    storage_state: Path | None = None
    login: list[LoginStep] = Field(default_factory=list)
    sites: list[str] = Field(default_factory=list)
    allow_writes: list[AllowedWrite] = Field(default_factory=list)
    websockets: Literal["allow", "block"] = "allow"
    automation_flag: Literal["hidden", "shown"] = "hidden"
    headers: dict[HeaderName, HeaderValue] = Field(default_factory=dict)
    ignore_robots: bool = False
    documents: dict[DocumentName, str] = Field(default_factory=dict)

    def public(self) -> dict[str, Any]:
        """The profile as it may stand in a recording: no paths, header values, login values or storage state."""
        kept = self.model_dump(
            mode="json", exclude={"storage_state", "login", "headers", "proxy", "documents"}, exclude_none=True
        )
        if self.proxy:
            kept["proxy"] = self.proxy.server
        kept["logged_in_by"] = "storage_state" if self.storage_state else "steps" if self.login else "nothing"
        kept["header_names"] = sorted(self.headers)
        return kept


def environment(name: str, needs: str) -> str:
    """A value that only the environment holds. Raises BadInput where it does not."""
    if name not in os.environ:
        raise BadInput(f"the {needs} needs the environment variable {name}", next_step=f"set {name} and try again")
    return os.environ[name]


def load(path: Path) -> Profile:
    """Read a profile. Raises BadInput naming the key that is wrong."""
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BadInput("no such profile", where=str(path), next_step=f"name a YAML file; {HELP}") from None
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as e:
        reason = " ".join(str(e).split())
        raise BadInput(f"the profile cannot be read: {reason}", where=str(path), next_step=HELP) from None
    if raw is not None and not isinstance(raw, dict):
        raise BadInput("the file: no list of keys with values", where=str(path), next_step=HELP)
    try:
        profile = Profile.model_validate(raw if raw is not None else {})
    except ValidationError as e:
        first = e.errors()[0]
        at = ".".join(str(x) for x in first["loc"]) or "the file"
        said = _unknown(first["loc"]) if first["type"] == "extra_forbidden" else first["msg"].removeprefix("Value error, ")
        raise BadInput(f"{at}: {said}", where=str(path), next_step=HELP) from None
    return _with_absolute_paths(profile, path)


def _unknown(at: tuple[int | str, ...]) -> str:
    """What is said of a key that no part of a profile has: which was meant, where one is near."""
    parts = (Profile,) if len(at) == 1 else (LoginStep, Fill, Target, AllowedWrite, Proxy)
    near = get_close_matches(str(at[-1]), [key for part in parts for key in part.model_fields], 1)
    return f"unknown key; did you mean {near[0]}?" if near else "unknown key"


def _with_absolute_paths(profile: Profile, path: Path) -> Profile:
    if profile.storage_state is None:
        return profile
    state = path.parent / profile.storage_state
    if not state.is_file():
        raise BadInput("storage_state: no such file", where=str(state), next_step="log in again and save the state")
    _check_state(state)
    return profile.model_copy(update={"storage_state": state})


def _check_state(state: Path) -> None:
    """A browser that is given a broken one says only that it does not start. What stands in it is never quoted."""
    try:
        State.model_validate(json.loads(state.read_text(encoding="utf-8")))
    except (OSError, ValueError, RecursionError):
        raise BadInput(
            "storage_state: this is no saved login as Playwright writes it (JSON with cookies and origins)",
            where=str(state),
            next_step="log in again and save the state",
        ) from None
