"""`offswitch login`: a person logs in, later walks use it."""

from pathlib import Path
from typing import Annotated

import typer

from offswitch.commands import options as o

Site = Annotated[str, typer.Argument(metavar="URL", help="Where the login begins.")]
Save = Annotated[
    Path, typer.Option("--save", metavar="FILE", help="Where the login is saved; only you can read it. Replaced if there.")
]


def login(
    url: Site, save: Save, profile: o.ProfileFile = None, executable: o.Executable = None, user_agent: o.UserAgent = ""
) -> None:
    """Open a visible browser, let you log in (second factor and all), and save the login for later walks.

    Name the file as `storage_state` in a profile. It opens your account to whoever reads it: never publish it.
    """
    from offswitch import api
    from offswitch_crawler.options import Options

    how = Options(executable=executable, user_agent=user_agent, headed=True)
    visitor = o.profile(profile)
    api.login(url, save, _enter, profile=visitor, options=how)
    typer.echo(f"the login is saved; in a profile:\n  storage_state: {save}")


def _enter() -> None:
    from offswitch_recording.errors import BadInput

    typer.echo("Log in, in the window that has opened. When you are in, leave it open and press Enter here.", err=True)
    try:
        input()
    except EOFError:
        raise BadInput("standard input ended before Enter was pressed", next_step="run it in a terminal") from None
