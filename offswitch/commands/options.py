"""The options that several commands share, and what they make of a walk."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from offswitch_crawler.profile import Profile

WHO, WHERE, BROWSER, OUTPUT = "Who visits", "Where and how far", "Browser", "Output"

Url = Annotated[str, typer.Argument(metavar="URL", help="Where the walk begins; any scheme that the browser opens.")]
Out = Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="A new folder for the recording.")]
Folder = Annotated[Path, typer.Argument(metavar="DIR", help="A recording.")]
ProfileFile = Annotated[
    Path | None, typer.Option("--profile", metavar="FILE", help="Who visits: account, language, login … (YAML).")
]
Only = Annotated[list[str] | None, typer.Option("--only", metavar="GLOB", help="Walk only URLs like this; may be repeated.")]
Exclude = Annotated[
    list[str] | None, typer.Option("--exclude", metavar="GLOB", help="Leave out URLs like this; may be repeated.")
]
MaxDepth = Annotated[int | None, typer.Option(min=0, help="Most clicks from the start.", show_default="no limit")]
MaxScreens = Annotated[int, typer.Option(min=1, help="Most screens.")]
MaxSeconds = Annotated[float, typer.Option(min=1, help="Most seconds.")]
Pages = Annotated[int, typer.Option(min=1, max=32, help="Pages walked in parallel.")]
Rate = Annotated[
    float | None,
    typer.Option(min=0.01, help="Page loads a second and host; loopback is exempt.", show_default="polite"),
]
Browser = Annotated[str, typer.Option(help="Only chromium so far: firefox and webkit are refused.")]
Executable = Annotated[
    Path | None, typer.Option(help="The browser to start.", show_default="$OFFSWITCH_EXECUTABLE, or the one found")
]
UserDataDir = Annotated[
    Path | None, typer.Option(metavar="DIR", help="A persistent browser profile, needed for pages of the browser.")
]
Headed = Annotated[bool, typer.Option("--headed", help="Show the browser.")]
IgnoreRobots = Annotated[bool, typer.Option("--ignore-robots", help="Visit what robots.txt forbids; recorded.")]
UserAgent = Annotated[str, typer.Option(metavar="TEXT", help="Another user agent; recorded.")]
Contact = Annotated[str, typer.Option(metavar="ADDRESS", help="An address in the user agent, for the site's owner.")]
RequireComplete = Annotated[
    bool, typer.Option("--require-complete", help="Exit 4 where something was not looked at or not judged.")
]
AllowIncomplete = Annotated[
    bool, typer.Option("--allow-incomplete", help="With --fail-on: do not exit 4 for what was not looked at.")
]
FailOn = Annotated[
    list[str] | None,
    typer.Option(
        "--fail-on",
        metavar="[PATTERN=]THRESHOLD",
        help="Exit 1 for a finding at or above a probability (0.5) or a false-positive rate (1%, 5%, 10%); may be repeated.",
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")]
Json = Annotated[bool, typer.Option("--json", help="A summary for machines on standard output.")]


def profile(file: Path | None) -> "Profile":
    """The profile in a file, or the one of an unknown visitor. Raises BadInput."""
    from offswitch_crawler.profile import Profile, load

    return load(file) if file else Profile()


def require_complete(required: bool, fail_on: list[str] | None, allowed: bool) -> bool:
    """Whether incompleteness is a failure: `--fail-on` implies it unless `--allow-incomplete` is given.

    Raises BadInput where both are asked for.
    """
    from offswitch_recording.errors import BadInput

    if required and allowed:
        raise BadInput("--require-complete and --allow-incomplete exclude each other", next_step="give one of them")
    return required or (bool(fail_on) and not allowed)
