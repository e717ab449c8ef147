"""The functions behind the commands, for use from Python: walk, replay, score, report, and scan (walk, score, report)."""

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from offswitch_recording import folder as folders
from offswitch_recording import manifest
from offswitch_recording.errors import SiteFailed
from offswitch_recording.findings import Findings
from offswitch_recording.schema import Recording

if TYPE_CHECKING:
    from offswitch_crawler.events import OnEvent
    from offswitch_crawler.options import Options
    from offswitch_crawler.profile import Profile
    from offswitch_crawler.replay import Replayed
    from offswitch_crawler.walk import Walked

T = TypeVar("T")
REPORT_MANIFEST = "report-manifest.json"


@dataclass(frozen=True)
class Reported:
    """What a report wrote, and the pictures that it could not draw, each with its reason."""

    files: list[Path]
    failures: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Scan:
    """What a scan leaves: the walk, its findings and its report."""

    folder: Path
    recording: Recording
    findings: Findings
    manifest_sha256: str
    reported: Reported


def walk(
    url: str,
    out: Path | str,
    *,
    profile: "Profile | None" = None,
    options: "Options | None" = None,
    on_event: "OnEvent | None" = None,
) -> "Walked":
    """Walk a site from `url` and write a recording into the new folder `out`.

    Raises BadInput for what cannot be used, SiteFailed where the site, the browser or the login failed.
    """
    from offswitch_crawler import walk as crawler
    from offswitch_crawler.events import ignore
    from offswitch_crawler.options import Options
    from offswitch_crawler.profile import Profile

    def start() -> "Walked":
        return crawler.walk(
            url,
            Path(out),
            profile=profile or Profile(),
            options=options or Options(),
            on_event=on_event or ignore,
        )

    return start()


def login(
    url: str,
    file: Path | str,
    ready: Callable[[], None],
    *,
    profile: "Profile | None" = None,
    options: "Options | None" = None,
) -> None:
    """Open a visible browser at `url`, and save the login to `file` when `ready`, in which a person logs in, returns.

    Raises BadInput where the file cannot be written, SiteFailed where no window can open or browser or site fail.
    """
    from offswitch_crawler.options import Options
    from offswitch_crawler.saved_login import aside, save_login

    options = options or Options(headed=True)
    if options.headed and sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
        raise SiteFailed(
            "no window can open: this machine has no display",
            next_step="run it where you have one and copy the file, or give the login as steps in the profile (docs/profiles.md)",
        )
    save_login(url, Path(file), lambda _: aside(ready), profile=profile, options=options)


def replay(
    folder: Path | str,
    *,
    control: str | None = None,
    url: str | None = None,
    profile: "Profile | None" = None,
    options: "Options | None" = None,
    on_event: "OnEvent | None" = None,
) -> "list[Replayed]":
    """Take the steps of the recording in `folder` again in a fresh browser: of one control, or of all.

    url: the start as the walk was given it, where it held a password or a token: none is recorded.
    Raises BadInput where the folder holds no recording, no such control or another start, SiteFailed where site, browser or
    login fail.
    """
    from offswitch_crawler import replay as crawler
    from offswitch_crawler.events import ignore

    recording = folders.read(Path(folder))
    return crawler.replay(recording, control=control, url=url, profile=profile, options=options, on_event=on_event or ignore)


def score(folder: Path | str) -> Findings:
    """Score the recording in `folder` and write its findings.json. No browser, no network.

    Raises BadInput where the folder holds no recording.
    """
    recording = folders.read(Path(folder))
    from offswitch_classifier.score import score as judge

    findings = judge(recording)
    folders.write_findings(Path(folder), findings)
    return findings


def report(folder: Path | str, formats: Sequence[str] | None = None) -> Reported:
    """Draw the scored pictures of a scored recording and write its reports; all formats where none is named.

    Formats that the folder holds already are written anew too.
    Raises BadInput where the folder holds no scored recording, or a format is not known.
    """
    from offswitch.likely import likely
    from offswitch.pictures.scored import draw
    from offswitch.reports import FORMATS, known, there

    folder = Path(folder)
    asked = formats or list(FORMATS)
    writers = known([*asked, *(name for name in there(folder) if name not in asked)])
    recording, findings = folders.read(folder), folders.read_findings(folder)
    drawn = draw(recording, likely(findings), folder)
    files = [*drawn.files, *(write(recording, findings, folder) for write in writers)]
    manifest.seal(folder, [folder / folders.FINDINGS, *files], REPORT_MANIFEST)
    return Reported(files, drawn.failures)


def scan(
    url: str,
    out: Path | str,
    *,
    profile: "Profile | None" = None,
    options: "Options | None" = None,
    on_event: "OnEvent | None" = None,
    formats: Sequence[str] | None = None,
) -> Scan:
    """Walk, score and report in one call. Raises what these raise."""
    walked = walk(url, out, profile=profile, options=options, on_event=on_event)
    findings = score(walked.folder)
    reported = report(walked.folder, formats)
    return Scan(walked.folder, walked.recording, findings, walked.manifest_sha256, reported)
