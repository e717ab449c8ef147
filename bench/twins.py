"""Whether scores cross between twins that were not trained on, hold in another dress, and stay quiet on fair pages.

python bench/twins.py [--kept] KEEP FOLDER…     walks the twins of each FOLDER (made for testing) once, keeps their recordings
                                                in KEEP, and prints for each pattern how many pairs cross, and what fails, by
                                                name; --kept: walks nothing, and measures on the twins that KEEP holds
"""

import json
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from record_twins import example, twins

from offswitch_classifier.measures import calibration_error
from offswitch_classifier.model import shipped
from offswitch_classifier.score import score
from offswitch_classifier.screens import Example, is_meant
from offswitch_recording.findings import Finding, Findings
from offswitch_recording.schema import Recording
from offswitch_recording.words import Slug

RATES = ("1%", "5%", "10%")
RESAMPLED = 2000


@dataclass(frozen=True)
class Judged:
    """One side of a twin as it was scored: the probability of its pattern, of the subject that its truth names, and alarms."""

    probability: float
    meant: float
    alarms: list[Finding]


def recorded(keep: Path, folders: list[Path], *, walk: bool) -> dict[str, tuple[dict[str, object], dict[str, Example]]]:
    """Truth and recordings by side of each twin; walked where KEEP has none yet, or left out."""
    found: dict[str, tuple[dict[str, object], dict[str, Example]]] = {}
    keep.mkdir(parents=True, exist_ok=True)
    for folder in folders:
        for group, pages, truth, side in twins(folder, "test"):
            file = keep / f"{group.replace('/', '--')}--{side}.json"
            if not file.is_file() and not walk:
                continue
            if not file.is_file():
                file.write_text(json.dumps(example(group, pages, truth, side), ensure_ascii=False), encoding="utf-8")
                print("walked", file.stem, flush=True)
            given = json.loads(file.read_text(encoding="utf-8"))
            made = Example(file.stem, group, given["pattern"], given["label"], Recording.model_validate(given["recording"]))
            found.setdefault(group, (truth, {}))[1][side] = made
    return found


def judged(slug: str | None, label: str, side: Example) -> Judged:
    """Score one side."""
    found = score(side.recording)
    of_pattern = [s.patterns.get(slug or "", 0.0) for s in found.screens]
    meant = [f.probability for f in found.findings if f.pattern == slug and _speaks_of(label, f, side.recording)]
    return Judged(max(of_pattern, default=0.0), max(meant, default=0.0), _alarms(found))


def _speaks_of(label: str, finding: Finding, recording: Recording) -> bool:
    class Said:
        names = tuple(str(v) for v in finding.evidence.facts.values()) + tuple(
            c.label for c in recording.controls if c.id == finding.control
        )

    return is_meant(label, Said())  # type: ignore[arg-type]


def _alarms(found: Findings) -> list[Finding]:
    return [f for f in found.findings if f.probability >= found.thresholds[f.pattern]["1%"]]


def main() -> None:
    """Measure and print."""
    given = [a for a in sys.argv[1:] if a != "--kept"]
    all_twins = recorded(Path(given[0]), [Path(f) for f in given[1:]], walk="--kept" not in sys.argv)
    limits = shipped().thresholds
    lines, pooled = defaultdict(list), []
    fair_alarms, benign_alarms, holds = [], [], []
    for group, (truth, sides) in all_twins.items():
        slug = str(truth["pattern"]) if truth["pattern"] else None
        if slug is None:
            of_page = [f for s in sides.values() for f in judged(None, "", s).alarms]
            benign_alarms.append((group, of_page))
            continue
        if not {"deceptive", "fair"} <= set(sides):
            continue
        label = truth["where"]["label"]  # type: ignore[index]
        told = {side: judged(slug, label, e) for side, e in sides.items()}
        lines[slug].append((group, told))
        pooled += [(1, told["deceptive"].probability), (0, told["fair"].probability)]
        fair_alarms.append((group, told["fair"].alarms))
        if "redressed" in told:
            near = abs(told["redressed"].probability - told["deceptive"].probability)
            holds.append((group, truth.get("redressed"), near, told))
    for slug in [str(s) for s in Slug if str(s) in lines]:
        _of_pattern(slug, lines[slug], limits[slug])
    _of_all(lines, limits, pooled, holds)
    _alarmed("fair sides", fair_alarms)
    _alarmed("benign pages", benign_alarms)


def _of_pattern(slug: str, pairs: list[tuple[str, dict[str, Judged]]], limits: dict[str, float]) -> None:
    ranked = sum(t["deceptive"].probability > t["fair"].probability for _, t in pairs)
    cross = {r: _crossing(pairs, limits[r]) for r in RATES} | {"0.5": _crossing(pairs, 0.5)}
    said = "  ".join(f"{r} {sum(c)}/{len(pairs)}" for r, c in cross.items())
    print(f"{slug:26} higher {ranked}/{len(pairs)}  crossing at {said}  (thresholds {limits})")
    for (group, told), crosses in zip(pairs, cross["5%"], strict=True):
        if not crosses:
            sides = {side: (round(j.probability, 3), round(j.meant, 3)) for side, j in told.items()}
            print(f"    {group}: {sides}")


def _crossing(pairs: list[tuple[str, dict[str, Judged]]], limit: float) -> list[bool]:
    return [t["deceptive"].probability >= limit > t["fair"].probability for _, t in pairs]


def _of_all(
    lines: dict[str, list[tuple[str, dict[str, Judged]]]],
    limits: dict[str, dict[str, float]],
    pooled: list[tuple[int, float]],
    holds: list[tuple[str, object, float, dict[str, Judged]]],
) -> None:
    for rate in RATES:
        cross = [c for slug, pairs in lines.items() for c in _crossing(pairs, limits[slug][rate])]
        print(f"all at {rate}: {sum(cross)}/{len(cross)} cross")
    meant = [t["deceptive"].meant > 0 for pairs in lines.values() for _, t in pairs]
    print(f"on what the truth names: {sum(meant)}/{len(meant)}")
    truth, probability = np.array([t for t, _ in pooled], dtype=bool), np.array([p for _, p in pooled])
    random = np.random.default_rng(1)
    again = [random.integers(0, len(truth), len(truth)) for _ in range(RESAMPLED)]
    errors = [calibration_error(truth[i], probability[i]) for i in again]
    low, high = np.quantile(errors, [0.025, 0.975])
    print(f"calibration error {calibration_error(truth, probability):.3f} (n {len(truth)}, 95 % {low:.3f} to {high:.3f})")
    moved = [(g, kind, round(near, 3)) for g, kind, near, _ in holds if near > 0.1]
    print(f"redressed: {len(holds) - len(moved)}/{len(holds)} hold within 0.1; moved: {moved}")


def _alarmed(what: str, of: list[tuple[str, list[Finding]]]) -> None:
    print(f"{what} with an alarm at 1%: {sum(bool(a) for _, a in of)}/{len(of)}")
    for group, alarms in of:
        for f in alarms:
            print(f"    {group}: {f.pattern} {f.probability:.2f} {f.why[:140]}")


if __name__ == "__main__":
    main()
