"""Each report of one recording, as it was looked at and found right; a change is shown in the commit."""

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from offswitch import api
from offswitch.reports import FORMATS, terminal

GOLDEN = Path(__file__).parent / "golden"
PAGE = re.compile(r'("(?:text|markdown)"): "# .*"')
"""The page of a pattern, in the help of a rule: its author may write at it without a look here."""
PICTURE = re.compile(r'src="data:image/webp;base64,[^"]+" width="\d+" height="\d+"')


def _hold(name: str, text: str, request: pytest.FixtureRequest) -> None:
    file = GOLDEN / name
    if request.config.getoption("--update-goldens"):
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", list(FORMATS))
def test_format(make: Callable[..., Any], name: str, request: pytest.FixtureRequest) -> None:
    """Pictures depend on fonts and on the encoder: their bytes are left out."""
    recording, findings, folder = make()
    api.report(folder, [name])
    file = FORMATS[name](recording, findings, folder)
    text = PAGE.sub(r'\1: "(a page)"', PICTURE.sub('src="(a picture)"', file.read_text(encoding="utf-8")))
    _hold(file.name, re.sub(r"[0-9a-f]{64}", "(a digest)", text), request)


@pytest.mark.parametrize(("width", "scored"), [(80, True), (120, True), (80, False)])
def test_table(make: Callable[..., Any], width: int, scored: bool, request: pytest.FixtureRequest) -> None:
    recording, findings, _ = make()
    written = io.StringIO()
    terminal.show(recording, findings if scored else None, Console(file=written, width=width, highlight=False))
    text = "\n".join(line.rstrip() for line in written.getvalue().splitlines()) + "\n"
    assert all(len(line) <= width for line in text.splitlines())
    _hold(f"table-{width}{'' if scored else '-walk'}.txt", text, request)
