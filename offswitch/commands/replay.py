"""`offswitch replay`: recorded steps taken again in a fresh browser."""

from typing import Annotated

import typer

from offswitch.commands import options as o

ControlId = Annotated[
    str | None, typer.Option("--control", metavar="ID", help="Only the control with this id in recording.json.")
]

StartUrl = Annotated[
    str | None,
    typer.Option(
        "--url", metavar="URL", help="The start of the walk, where it held a password or a token: none is recorded."
    ),
]


def replay(
    folder: o.Folder,
    control: ControlId = None,
    url: StartUrl = None,
    profile: o.ProfileFile = None,
    rate: o.Rate = None,
    executable: o.Executable = None,
    user_data_dir: o.UserDataDir = None,
    headed: o.Headed = False,
    user_agent: o.UserAgent = "",
    contact: o.Contact = "",
    quiet: o.Quiet = False,
    json: o.Json = False,
) -> None:
    """Take recorded steps again, with real clicks in a fresh browser, and say which end on their control.

    The steps are those of a walk under one profile: give the same one. Nothing is set, and no file is written.
    """
    from dataclasses import asdict
    from json import dumps

    from offswitch import api, exits, progress
    from offswitch.plain import plain
    from offswitch_crawler.options import Options

    how = Options(
        rate=rate,
        executable=executable,
        user_data_dir=user_data_dir,
        headed=headed,
        user_agent=user_agent,
        contact=contact,
    )
    visitor = o.profile(profile)
    with progress.shown(quiet=quiet) as on_event:
        replayed = api.replay(folder, control=control, url=url, profile=visitor, options=how, on_event=on_event)
    ended = sum(r.ok for r in replayed)
    if json:
        answer = {"replayed": len(replayed), "ended_on_control": ended, "controls": [asdict(r) for r in replayed]}
        typer.echo(dumps(answer, ensure_ascii=False))
    elif not quiet:
        for missed in (r for r in replayed if not r.ok):
            typer.echo(plain(f"{missed.control} {missed.label!r} by {' › '.join(('Start', *missed.path))}: {missed.why}"))
        typer.echo(f"{ended} of {len(replayed)} controls: the recorded steps end on them")
    raise typer.Exit(exits.DONE if ended == len(replayed) else exits.ANSWER_IS_NO)
