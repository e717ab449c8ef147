"""`offswitch explain`: the page of a pattern."""

from typing import Annotated

import typer


def explain(slug: Annotated[str, typer.Argument(metavar="SLUG", help="A pattern, such as bad-defaults.")]) -> None:
    """Print the page of a pattern: what it is, how it is measured, what it misses, what rule speaks of it."""
    from rich.console import Console
    from rich.markdown import Markdown

    from offswitch_classifier.patterns import page
    from offswitch_recording.errors import BadInput
    from offswitch_recording.words import Slug

    if slug not in set(Slug):
        raise BadInput(f"no pattern is called {slug!r}", next_step=f"use one of: {', '.join(Slug)}")
    console = Console()
    if console.is_terminal:
        console.print(Markdown(page(Slug(slug))))
    else:
        typer.echo(page(Slug(slug)))
