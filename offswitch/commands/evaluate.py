"""`offswitch evaluate`: the figures of the shipped models."""

from pathlib import Path
from typing import Annotated

import typer


def evaluate(
    corpus: Annotated[
        Path | None, typer.Option(metavar="DIR", help="The corpus.", show_default="classifier/corpus here")
    ] = None,
    data: Annotated[
        Path | None, typer.Option(metavar="FILE.csv", help="Rows with known purpose and polarity, never trained on.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="The figures for machines.")] = False,
) -> None:
    """Reproduce the figures of the shipped models, by folds that keep products and languages apart."""
    from json import dumps

    from offswitch_classifier.evaluate import evaluate as measure

    from offswitch.corpus import corpus_folder

    made = measure(corpus_folder(corpus), data)
    typer.echo(dumps(made.to_json()) if json else made.table())
