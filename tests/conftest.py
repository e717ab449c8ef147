"""Shared by all tests: pytest-playwright's browser is the one that offswitch itself would use."""

import os
from typing import Any

import pytest

from offswitch_crawler.browser import ARGUMENTS, find


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Launch arguments of pytest-playwright: the browser that was found, quiet on the network."""
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {**browser_type_launch_args, "executable_path": str(find().path), "args": [*ARGUMENTS, *sandbox]}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A window of the size that a profile has by default."""
    return {**browser_context_args, "viewport": {"width": 1280, "height": 800}}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Goldens are rewritten on demand; the change is shown in the commit. All walks can be made by the browser that people have."""
    parser.addoption("--update-goldens", action="store_true", help="write the golden files anew")
    parser.addoption(
        "--whole-browser", action="store_true", help="walk in the browser that people have, never in its headless shell"
    )
