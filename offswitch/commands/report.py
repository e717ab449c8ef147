"""`offswitch report`: findings to pictures and reports."""

from typing import Annotated

import typer

from offswitch.commands import options as o

Formats = Annotated[
    list[str] | None,
    typer.Option("--format", metavar="NAME", help="html, sarif, junit, csv, findings-csv; may be repeated.",
                 show_default="all"),
]  # fmt: skip


def report(folder: o.Folder, formats: Formats = None, quiet: o.Quiet = False, json: o.Json = False) -> None:
    """Draw the scored screenshots and write report.html, SARIF, JUnit and CSV from a scored recording."""
    from offswitch import altered, api, crash, verdict
    from offswitch.ending import Output, end
    from offswitch_recording import folder as folders

    recording, findings = folders.read(folder), folders.read_findings(folder)
    with crash.beside(folder):
        reported = api.report(folder, formats)
    altered.warn(folder)
    end(
        recording,
        findings,
        verdict.Verdict(0, []),
        output=Output(quiet, json),
        folder=folder,
        reported=reported,
    )
