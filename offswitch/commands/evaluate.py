"""`offswitch evaluate`: the figures of the shipped models."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from offswitch.plain import plain

if TYPE_CHECKING:
    from offswitch_classifier.evaluate import Evaluation


def evaluate(
    corpus: Annotated[
        Path | None, typer.Option(metavar="DIR", help="The corpus.", show_default="classifier/corpus here")
    ] = None,
    data: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Texts of real products, measured on and never trained on.")
    ] = None,
    card: Annotated[Path | None, typer.Option(metavar="FILE", help="A model card whose figures are written anew.")] = None,
    json: Annotated[bool, typer.Option("--json", help="The figures for machines.")] = False,
) -> None:
    """Reproduce the figures of the shipped models, by folds that keep products and languages apart."""
    from offswitch.corpus import corpus_folder
    from offswitch_classifier.evaluate import evaluate as measure
    from offswitch_classifier.evaluate import missing, write_card

    for name in missing(data) if data is not None else []:
        typer.echo(plain(f"left out: no {name} in {data}"), err=True)
    made = measure(corpus_folder(corpus), data)
    if card is not None:
        write_card(made, card)
    if json:
        typer.echo(made.to_json())
    else:
        _show(made)


def _show(made: "Evaluation") -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    for part in dict.fromkeys(rows for rows, *_ in made.table()):
        table = Table("figure", box=SIMPLE_HEAD, pad_edge=False, title=part, title_justify="left", title_style="bold")
        table.add_column("value", justify="right")
        table.add_column("rows", justify="right")
        for rows, what, value, number in made.table():
            if rows == part:
                table.add_row(what, value, str(number))
        Console(highlight=False, markup=False).print(table)
