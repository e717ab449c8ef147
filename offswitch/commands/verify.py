"""`offswitch verify`: a recording held against its manifests."""

import typer

from offswitch.commands import options as o


def verify(folder: o.Folder, quiet: o.Quiet = False, json: o.Json = False) -> None:
    """Hold every file of a recording against the manifest, and say what is missing, changed or added."""
    from json import dumps

    from offswitch import exits
    from offswitch.plain import plain
    from offswitch.sealed import hold

    held = hold(folder)
    if json:
        typer.echo(dumps(held.to_json()))
    elif not quiet:
        for word, names in (("missing", held.missing), ("changed", held.changed), ("added", held.added)):
            for name in names:
                typer.echo(f"{word}: {plain(name)}")
        typer.echo(f"{held.files} files held against the manifest: {'all fit' if held.fits else 'NOT all fit'}")
        typer.echo(f"manifest SHA-256: {held.manifest_sha256}")
    raise typer.Exit(exits.DONE if held.fits else exits.ANSWER_IS_NO)
