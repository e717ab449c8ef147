"""`offswitch train`: corpus to models."""

from pathlib import Path
from typing import Annotated

import typer

from offswitch.commands import options as o


def train(
    corpus: Annotated[
        Path | None, typer.Option(metavar="DIR", help="The corpus.", show_default="classifier/corpus here")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="DIR", help="Where the models go.", show_default="the package")
    ] = None,
    patterns: Annotated[
        bool, typer.Option("--patterns", help="Only the patterns of screens; the models that read texts stay as they are.")
    ] = False,
    quiet: o.Quiet = False,
) -> None:
    """Make the shipped models anew from the corpus of this repository; the encoder, which reads texts beside them, stays as it is."""
    from offswitch.corpus import corpus_folder, models_folder, say
    from offswitch_classifier.train import train as make
    from offswitch_classifier.train import train_patterns

    if patterns:
        train_patterns(corpus_folder(corpus), out or models_folder())
    else:
        make(corpus_folder(corpus), out or models_folder(), say(quiet=quiet))
