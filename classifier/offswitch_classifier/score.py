"""From a recording to findings, and from texts to purpose and polarity. No browser, no network."""

import hashlib
import math
from collections.abc import Iterable, Mapping, Sequence
from types import ModuleType
from typing import Any, NamedTuple

import numpy as np

from offswitch_classifier import polarity, wording
from offswitch_classifier.facts import ControlFacts, Facts
from offswitch_classifier.model import Models, shipped
from offswitch_classifier.patterns import PATTERNS
from offswitch_classifier.patterns.pattern import Fact, Missing
from offswitch_classifier.reading import Asked, Told, read
from offswitch_classifier.text import control as texts_of
from offswitch_recording.controls import Control as Recorded
from offswitch_recording.controls import Option
from offswitch_recording.findings import Contribution, Finding, Findings, Incomplete, Model, Reading, ScreenScore
from offswitch_recording.schema import Recording
from offswitch_recording.words import Purpose, Severity, Slug

FALSE_POSITIVES = "10%"  # findings are shown from the threshold of this false-positive rate
SURE = "1%"
NOT_YET = "this pattern is not judged yet"
_GRAVE = {Severity.HIGH: 0, Severity.MEDIUM: 1, Severity.LOW: 2}
_LIMIT = 1e-6


class Judgement(NamedTuple):
    """What one pattern says of one control: the estimator's probability and effects, and the share that counts."""

    module: ModuleType
    control: ControlFacts
    features: dict[str, Fact]
    unweighted: float
    effects: Sequence[float]
    share: float
    probability: float


def score(recording: Recording, models: Models | None = None) -> Findings:
    """Judge a recording: a reading for each control, a finding for each pattern that is likely enough, screen scores."""
    models = models or shipped()
    facts = _facts(recording, models)
    judged: list[Judgement] = []
    incomplete: list[Incomplete] = []
    for module in PATTERNS:
        found, missing = _judge(module, facts, models)
        judged += found
        incomplete += missing
    return Findings(
        model=Model(version=models.version, sha256=models.sha256),
        thresholds=models.thresholds,
        controls=[c.reading for c in facts.controls],
        findings=_findings(judged, models),
        incomplete=[*incomplete, *_not_judged_yet()],
        screens=_screens(recording, judged),
    )


def classify(rows: Iterable[Mapping[str, str]], models: Models | None = None) -> list[dict[str, Any]]:
    """The rows with purpose, polarity, their probabilities and preselected (null where the default says nothing).

    Read are `label` and, where present, `description, section, control, options, default, language`.
    """
    given = [dict(row) for row in rows]
    if not given:
        return []
    told = read([Asked(texts_of(r), str(r.get("default") or "")) for r in given], models or shipped())
    readings = _readings([""] * len(given), told)
    return [{**row, **_columns(reading)} for row, reading in zip(given, readings, strict=True)]


def judge(rows: Iterable[Mapping[str, str]], models: Models | None = None) -> list[dict[str, Any]]:
    """The rows, whose `text` is read, with `pattern` (`none` for ordinary text) and its `probability`."""
    given = [dict(row) for row in rows]
    told = wording.told([str(row["text"]) for row in given], models or shipped())
    chosen = told.argmax(axis=1) if given else []
    added = [{"pattern": wording.CLASSES[c], "probability": round(float(told[i, c]), 4)} for i, c in enumerate(chosen)]
    return [{**row, **more} for row, more in zip(given, added, strict=True)]


def _columns(reading: Reading) -> dict[str, Any]:
    shown = ("purpose", "purpose_probability", "polarity", "polarity_probability", "preselected")
    return {k: v for k, v in reading.model_dump(mode="json").items() if k in shown}


def _facts(recording: Recording, models: Models) -> Facts:
    languages = {s.id: s.language for s in recording.screens}
    asked = [Asked(texts_of(_row(c, languages.get(c.screen, ""))), c.state) for c in recording.controls]
    if not asked:
        return Facts(recording, [], [], [])
    told = read(asked, models)
    readings = _readings([c.id for c in recording.controls], told)
    return Facts(recording, readings, told.gives_away.tolist(), [tuple(f) for f in told.state_facts.tolist()])


def _row(control: Recorded, language: str) -> dict[str, str]:
    options = [o.label if isinstance(o, Option) else o for o in control.options]
    return {
        "label": control.label,
        "description": _described(control),
        "section": " > ".join(control.section),
        "control": control.kind,
        "options": " | ".join(o.replace("|", "/") for o in options),
        "language": language,
    }


def _described(control: Recorded) -> str:
    """What a person reads below the label: why a control is locked often says whether the service needs it."""
    reason = control.locked_reason or ""
    return control.description if reason in control.description else f"{control.description} {reason}".strip()


def _readings(controls: Sequence[str], told: Told) -> list[Reading]:
    """What was told of each control, probabilities to four decimals."""
    purposes, polarities = told.purposes.round(4).tolist(), told.polarities.round(4).tolist()
    states = [None if math.isnan(p) else p for p in told.preselected.round(4).tolist()]
    return [
        Reading(
            control=control,
            purpose=Purpose(told.classes[most]),
            purpose_probability=purposes[i][most],
            purposes=dict(zip(told.classes, purposes[i], strict=True)),
            polarity=polarity.ORDER[turned],
            polarity_probability=polarities[i][turned],
            preselected=states[i],
        )
        for i, (control, most, turned) in enumerate(zip(controls, told.chosen, told.turned, strict=True))
    ]


def _judge(module: ModuleType, facts: Facts, models: Models) -> tuple[list[Judgement], list[Incomplete]]:
    told: list[tuple[ControlFacts, dict[str, Fact]]] = []
    missing: dict[tuple[str, str], None] = {}
    for control in facts.controls:
        features = module.features(control)
        if isinstance(features, Missing):
            missing[control.control.screen, features.reason] = None
        elif features is not None:
            told.append((control, features))
    incomplete = [Incomplete(pattern=module.PATTERN.slug, screen=s, reason=reason) for s, reason in missing]
    if not told:
        return [], incomplete
    estimator = models[module.PATTERN.estimator]
    x = np.array([[f.value for f in features.values()] for _, features in told])
    probabilities, effects = estimator.explained(x)
    rows = zip(told, probabilities.tolist(), effects.tolist(), strict=True)
    return [_judgement(module, control, features, p, moved) for (control, features), p, moved in rows], incomplete


def _not_judged_yet() -> list[Incomplete]:
    """The patterns that have a name but no judge: silence on them would read as a pass."""
    judged = {module.PATTERN.slug for module in PATTERNS}
    return [Incomplete(pattern=s, reason=NOT_YET) for s in Slug if s not in judged]


def _judgement(
    module: ModuleType, control: ControlFacts, features: dict[str, Fact], probability: float, effects: Sequence[float]
) -> Judgement:
    share = module.share(control)[1]
    return Judgement(module, control, features, probability, effects, share, probability * share)


def _contributions(judged: Judgement) -> list[Contribution]:
    """What moved the log-odds, the strongest first; exact, since the estimators are linear in their facts."""
    made = [
        Contribution(name=name, value=round(fact.value, 4), effect=round(effect, 4))
        for (name, fact), effect in zip(judged.features.items(), judged.effects, strict=True)
    ]
    if judged.share < 1:
        moved = _log_odds(judged.probability) - _log_odds(judged.unweighted)
        name = judged.module.share(judged.control)[0]
        made.append(Contribution(name=name, value=round(judged.share, 4), effect=round(moved, 4)))
    return sorted(made, key=lambda c: -abs(c.effect))


def _log_odds(probability: float) -> float:
    p = min(max(probability, _LIMIT), 1 - _LIMIT)
    return math.log(p / (1 - p))


def _findings(judged: list[Judgement], models: Models) -> list[Finding]:
    shown = [j for j in judged if j.probability >= models.thresholds[j.module.PATTERN.slug][FALSE_POSITIVES]]
    made = [_finding(j) for j in sorted(shown, key=lambda j: _place(j, models))]
    for number, finding in enumerate(made, 1):
        finding.id = f"f{number}"
    return made


def _place(judged: Judgement, models: Models) -> tuple[bool, int, float]:
    """Where a finding stands: AI training that is surely on comes first, then the gravest, then the most probable."""
    at_stake, slug = judged.control.at_stake, judged.module.PATTERN.slug
    sure = judged.probability >= models.thresholds[slug][SURE]
    first = sure and slug is Slug.BAD_DEFAULTS and at_stake is Purpose.AI_TRAINING
    return not first, _GRAVE[judged.module.severity(judged.control)], -judged.probability


def _finding(judged: Judgement) -> Finding:
    pattern, control = judged.module.PATTERN, judged.control
    return Finding(
        id="",
        fingerprint=_fingerprint(pattern.slug, control.control),
        pattern=pattern.slug,
        screen=control.control.screen,
        control=control.control.id,
        probability=round(judged.probability, 4),
        severity=judged.module.severity(control),
        evidence=judged.module.evidence(control),
        contributions=_contributions(judged),
        why=pattern.sentence.format(**judged.module.slots(control)),
        references=list(pattern.references),
    )


def _fingerprint(slug: str, control: Recorded) -> str:
    known = control.fingerprint or "\n".join([control.kind, control.label, *control.section])
    return hashlib.sha256(f"{slug}\n{known}".encode()).hexdigest()[:16]


def _screens(recording: Recording, judged: list[Judgement]) -> list[ScreenScore]:
    most: dict[str, dict[str, float]] = {s.id: {} for s in recording.screens}
    for j in judged:
        of_screen = most.setdefault(j.control.control.screen, {})
        slug = str(j.module.PATTERN.slug)
        of_screen[slug] = max(of_screen.get(slug, 0.0), round(j.probability, 4))
    return [
        ScreenScore(screen=s, score=round(1 - math.prod(1 - p for p in patterns.values()), 4), patterns=patterns)
        for s, patterns in most.items()
    ]
