"""`offswitch demo`: a bundled site, served on loopback and scanned."""

from pathlib import Path
from typing import Annotated

import typer

from offswitch.commands import options as o


def demo(
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="DIR", help="A new folder.", show_default="offswitch-demo, or a number on"),
    ] = None,
    site: Annotated[str, typer.Option(metavar="NAME", help="Which bundled site.", show_default="the first")] = "",
    fair: Annotated[bool, typer.Option("--fair", help="Its fair twin.")] = False,
    quiet: o.Quiet = False,
    json: o.Json = False,
) -> None:
    """Serve a bundled site on loopback, scan it, and say where the report is."""
    from offswitch import crash, progress, verdict
    from offswitch.demo import free_folder, scan_site
    from offswitch.ending import Output, end

    folder = out or free_folder(Path("offswitch-demo"))
    with crash.beside(folder), progress.shown(quiet=quiet) as on_event:
        made = scan_site(site, folder, fair=fair, on_event=on_event)
    end(
        made.recording,
        made.findings,
        verdict.judge(made.recording, made.findings),
        output=Output(quiet, json),
        folder=made.folder,
        manifest_sha256=made.manifest_sha256,
        reported=made.reported,
    )
