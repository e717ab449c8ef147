"""Where the corpus is: it stays in the repository and does not travel in the wheel."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from offswitch.plain import plain
from offswitch_recording.errors import BadInput

if TYPE_CHECKING:
    from offswitch_classifier.train import Step

HERE = Path("classifier/corpus")


def corpus_folder(given: Path | None) -> Path:
    """The corpus folder: the one given, or that of the repository one stands in. Raises BadInput where it is absent."""
    folder = given or HERE
    if not folder.is_dir():
        raise BadInput(
            "no corpus here",
            where=str(folder),
            next_step="the corpus stays in the repository: clone it, or name the folder with --corpus",
        )
    return folder


def models_folder() -> Path:
    """Where the shipped models stand."""
    import offswitch_classifier

    return Path(offswitch_classifier.__path__[0]) / "models"


def say(*, quiet: bool) -> "Callable[[Step], None]":
    """A callback that prints what training tells, on standard error."""

    def on_event(step: "Step") -> None:
        if not quiet:
            typer.echo(plain(f"{step.done + 1} of {step.of}: {step.name}"), err=True)

    return on_event
