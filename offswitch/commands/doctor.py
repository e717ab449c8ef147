"""`offswitch doctor`: what is installed, and what to do about the rest."""

from pathlib import Path
from typing import Annotated

import typer


def doctor(
    executable: Annotated[
        Path | None, typer.Option(help="The browser to ask.", show_default="$OFFSWITCH_EXECUTABLE, or the one found")
    ] = None,
) -> None:
    """Say what is installed, which browser will be used, and what to do if something is missing."""
    from rich.console import Console
    from rich.text import Text

    from offswitch import exits
    from offswitch.doctor import examine

    console = Console(highlight=False)
    checks = examine(executable)
    for check in checks:
        mark = ("ok     ", "green") if check.fine else ("MISSING", "bold red") if check.needed else ("absent ", "yellow")
        console.print(Text.assemble(mark, f" {check.name}: {check.says}"), soft_wrap=True)
        if not check.fine and check.do:
            console.print(Text(f"        {check.do}"), soft_wrap=True)
    missing = [c for c in checks if c.needed and not c.fine]
    console.print("Everything needed is there." if not missing else f"Missing: {', '.join(c.name for c in missing)}.")
    raise typer.Exit(exits.SITE_FAILED if missing else exits.DONE)
