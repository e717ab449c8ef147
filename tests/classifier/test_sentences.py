"""The corpus of sentences holds to its own rules: columns, closed list, shares, and no text twice."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from offswitch_recording.words import Slug

FILES = sorted((Path(__file__).parents[2] / "classifier" / "corpus" / "sentences").glob("*.csv"))
COLUMNS = ["text", "language", "pattern", "product", "kind", "note"]
PATTERNS = {
    Slug.EMOTIONAL_STEERING, Slug.FORCED_CONSENT, Slug.LOOK_OVER_THERE, Slug.TRICK_QUESTION, Slug.URGENCY, Slug.SCARCITY,
    Slug.SOCIAL_PROOF, "none",
}  # fmt: skip


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


@pytest.mark.parametrize("file", FILES, ids=lambda p: p.stem)
def test_columns_languages_and_patterns(file: Path) -> None:
    found = rows(file)
    assert list(found[0]) == COLUMNS
    assert {r["pattern"] for r in found} == PATTERNS
    assert {r["language"].split("-")[0] for r in found} == {file.stem.split("-")[0]}
    assert all(r["text"] and r["product"] and r["kind"] for r in found)
    assert 0.4 <= sum(r["pattern"] == "none" for r in found) / len(found) <= 0.65


def test_enough_of_it_and_no_text_twice() -> None:
    everything = [r for file in FILES for r in rows(file)]
    assert len(everything) >= 3000
    assert len({r["language"].split("-")[0] for r in everything}) >= 12
    folded = Counter((r["language"][:2], re.sub(r"\d+", "0", r["text"].casefold())) for r in everything)
    assert [text for text, n in folded.items() if n > 1] == []
