"""The command line. The only place that turns an error into one line and an exit code."""

import os
import signal
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from offswitch import crash, exits
from offswitch.commands import (
    classify,
    demo,
    doctor,
    evaluate,
    explain,
    judge,
    login,
    replay,
    report,
    scan,
    score,
    sites,
    train,
    verify,
    walk,
)


class Guarded(TyperGroup):
    """Every command runs in here: no user sees a traceback, and wrong use is one line."""

    def make_context(self, *args: Any, **kwargs: Any) -> Any:
        try:
            return super().make_context(*args, **kwargs)
        except Exception as error:
            line = _wrong_use(error)
            if not line:
                raise
            raise typer.Exit(_say(line, exits.WRONG_USE)) from None

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as error:
            folder = crash.kept(error)
            line = f"interrupted; what was recorded is in {folder}" if folder else "interrupted; nothing was recorded"
            raise typer.Exit(_say(line, exits.INTERRUPTED)) from None
        except BrokenPipeError:
            # Whoever read our output has seen enough (`offswitch classify … | head`).
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(exits.DONE) from None
        except Exception as error:
            line = _wrong_use(error)
            if line:
                raise typer.Exit(_say(line, exits.WRONG_USE)) from None
            if isinstance(error, typer.Exit | typer.Abort) or hasattr(error, "show"):
                raise  # typer's own, and no error: help that was asked for
            raise typer.Exit(_failed(error)) from None


def _wrong_use(error: Exception) -> str:
    """Typer's own error as one line; empty for what is none."""
    context: Any = getattr(error, "ctx", None)
    if context is None or not hasattr(error, "format_message"):
        return ""
    told = str(error.format_message()).rstrip(".")
    end = "" if told.endswith("?") else "."
    return "" if told == context.get_help().rstrip(".") else f"{told}{end} See `{context.command_path} --help`."


def _failed(error: Exception) -> int:
    from offswitch_recording.errors import OffswitchError

    if isinstance(error, OffswitchError):
        return _say(error.line(), error.exit_code)
    line = f"a bug in offswitch ({type(error).__name__}); please report it with {crash.log(error)}"
    left = crash.partial(error)
    return _say(f"{line}; what was recorded until then is in {left}" if left else line, exits.BUG)


def _say(line: str, code: int) -> int:
    from offswitch.plain import plain

    typer.echo(f"offswitch: {plain(line)}", err=True)
    return code


app = typer.Typer(
    name="offswitch",
    help="The dark-pattern detector for settings menus: how deep did they bury the off switch?",
    cls=Guarded,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.command("scan")(scan.scan)
app.command("walk")(walk.walk)
app.command("score")(score.score)
app.command("report")(report.report)
app.command("classify")(classify.classify)
app.command("judge")(judge.judge)
app.command("replay")(replay.replay)
app.command("login")(login.login)
app.command("verify")(verify.verify)
app.add_typer(sites.app, name="sites")
app.command("train")(train.train)
app.command("evaluate")(evaluate.evaluate)
app.command("explain")(explain.explain)
app.command("doctor")(doctor.doctor)
app.command("demo")(demo.demo)


def _version(asked: bool) -> None:
    if asked:
        from offswitch import __version__

        typer.echo(f"offswitch {__version__}")
        raise typer.Exit


@app.callback()
def _offswitch(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = (
        False
    ),
) -> None:
    pass


def main() -> None:
    """Entry point of the `offswitch` command."""
    if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # a request to terminate ends as Ctrl-C does
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a label that the terminal cannot show is no reason to fail
    try:
        app()
    finally:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)  # the exit code is settled, and all is said
