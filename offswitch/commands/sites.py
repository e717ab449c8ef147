"""`offswitch sites`: the bundled fixture sites."""

import typer

app = typer.Typer(help="The bundled fixture sites, which we wrote and whose truth is known.", no_args_is_help=True)


@app.command("list")
def list_() -> None:
    """List the bundled sites."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    from offswitch_fixtures.site import sites

    table = Table("name", "what it is", "language", "fair twin", box=SIMPLE_HEAD, pad_edge=False)
    for site in sites():
        table.add_row(site.name, f"{site.title}: {site.kind}", site.language, "yes" if site.has_fair else "no")
    Console(highlight=False, markup=False).print(table)


@app.command("serve")
def serve(
    name: str = typer.Argument("", metavar="[NAME]", help="Which site.", show_default="the first"),
    fair: bool = typer.Option(False, "--fair", help="The fair twin."),
    port: int = typer.Option(0, min=0, max=65535, help="On loopback.", show_default="a free one"),
) -> None:
    """Serve a bundled site on loopback until Ctrl-C."""
    from offswitch_fixtures.server import serve_forever
    from offswitch_fixtures.site import site, sites
    from offswitch_recording.errors import BadInput

    chosen = site(name or sites()[0].name)
    try:
        serve_forever(
            chosen, port=port, fair=fair, started=lambda s: typer.echo(f"{chosen.name}: {s.start_url} (Ctrl-C ends)")
        )
    except KeyboardInterrupt:
        return  # this is how one ends it
    except OSError as e:
        raise BadInput(f"port {port} cannot be opened: {e.strerror}", next_step="give another --port") from None
