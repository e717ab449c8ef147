"""The repository itself: lists and files agree, nothing sleeps, nothing heavy is imported early, no file has two subjects."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FLOORS = ("recording", "crawler", "classifier", "fixtures", "offswitch")
PYTHON = [p for floor in FLOORS for p in sorted((ROOT / floor).rglob("*.py")) if "sites" not in p.relative_to(ROOT).parts]
LONGEST = 400


@pytest.mark.parametrize("path", PYTHON, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_a_file_has_one_subject_and_a_docstring(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.strip(), "an empty file holds a place"
    assert text.startswith(('"""', "#", 'r"""')), "say in the first line what the file is about"
    assert text.count("\n") <= LONGEST


@pytest.mark.parametrize("path", PYTHON, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_nothing_sleeps_and_nothing_is_unpickled(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = re.findall(r"time\.sleep|asyncio\.sleep|wait_for_timeout|pickle\.load|joblib\.load|\beval\(|\bexec\(", text)
    assert found == []


def test_imports_point_one_way() -> None:
    answer = subprocess.run(
        [Path(sys.executable).with_name("lint-imports")], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stdout


def test_help_imports_no_floor() -> None:
    program = (
        "import sys\nfrom typer.testing import CliRunner\nfrom offswitch.cli import app\n"
        "assert CliRunner().invoke(app, ['--help']).exit_code == 0\n"
        "print([m for m in ('playwright', 'sklearn', 'skops', 'numpy', 'PIL', 'networkx') if m in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert answer.stdout.strip() == "[]", answer.stderr


def test_every_pattern_that_is_judged_has_its_file() -> None:
    from offswitch_classifier.patterns import PATTERNS

    files = {p.stem.replace("_", "-") for p in (ROOT / "classifier/offswitch_classifier/patterns").glob("[a-z]*.py")}
    assert {str(p.PATTERN.slug) for p in PATTERNS} <= files


def test_the_documents_are_in_step_with_the_code() -> None:
    pages = [p.relative_to(ROOT).as_posix() for p in sorted((ROOT / "docs").glob("*.md"))]
    answer = subprocess.run(
        [sys.executable, "-m", "cogapp", "--check", *pages], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stdout + "run: cog -r docs/*.md"


def test_every_fixture_site_has_its_truth() -> None:
    sites = [p for p in (ROOT / "fixtures/offswitch_fixtures/sites").iterdir() if p.is_dir()]
    assert sites
    assert all((s / "truth.json").is_file() and (s / "site.yaml").is_file() for s in sites)
