"""From a recording to findings, and from texts to purpose and polarity. No browser, no network."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from offswitch_classifier import wording
from offswitch_classifier.judging import Judgement, contributions, judgements, screen_facts
from offswitch_classifier.model import Models, shipped
from offswitch_classifier.patterns import PATTERNS, UNSEEN
from offswitch_classifier.reading import Asked, read
from offswitch_classifier.readings import facts_of, readings_of
from offswitch_classifier.text import control as texts_of
from offswitch_recording.findings import Finding, Findings, Incomplete, Model, Reading, ScreenScore
from offswitch_recording.schema import Recording
from offswitch_recording.words import Purpose, Severity, Slug

FALSE_POSITIVES = "10%"  # findings are shown from the threshold of this false-positive rate
SURE = "1%"
_GRAVE = {Severity.HIGH: 0, Severity.MEDIUM: 1, Severity.LOW: 2}


def score(recording: Recording, models: Models | None = None) -> Findings:
    """Judge a recording: a reading for each control, a finding for each pattern that is likely enough, screen scores."""
    models = models or shipped()
    facts = facts_of(recording, models)
    judged: list[Judgement] = []
    incomplete: list[Incomplete] = []
    for module in PATTERNS:
        found, missing = judgements(module, facts, models)
        judged += found
        incomplete += missing
    return Findings(
        model=Model(version=models.version, sha256=models.sha256),
        thresholds=models.thresholds,
        controls=[c.reading for c in facts.controls],
        findings=_findings(judged, models),
        incomplete=[*incomplete, *(Incomplete(pattern=s, reason=reason) for s, reason in UNSEEN.items())],
        screens=_screens(recording, judged, models),
    )


def classify(rows: Iterable[Mapping[str, str]], models: Models | None = None) -> list[dict[str, Any]]:
    """The rows with purpose, polarity, their probabilities and preselected (null where the default says nothing).

    Read are `label` and, where present, `description, section, control, options, default, language`.
    """
    given = [dict(row) for row in rows]
    if not given:
        return []
    told = read([Asked(texts_of(r), str(r.get("default") or "")) for r in given], models or shipped())
    readings = readings_of([""] * len(given), told)
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


def _findings(judged: list[Judgement], models: Models) -> list[Finding]:
    shown = [j for j in judged if j.probability >= models.thresholds[j.module.PATTERN.slug][FALSE_POSITIVES]]
    made = [_finding(j) for j in sorted(shown, key=lambda j: _place(j, models))]
    for number, finding in enumerate(made, 1):
        finding.id = f"f{number}"
    return made


def _place(judged: Judgement, models: Models) -> tuple[bool, int, float]:
    """Where a finding stands: AI training that is surely on comes first, then the gravest, then the most probable."""
    slug, at_stake = judged.module.PATTERN.slug, getattr(judged.subject, "at_stake", None)
    sure = judged.probability >= models.thresholds[slug][SURE]
    first = sure and slug is Slug.BAD_DEFAULTS and at_stake is Purpose.AI_TRAINING
    return not first, _GRAVE[judged.module.severity(judged.subject)], -judged.probability


def _finding(judged: Judgement) -> Finding:
    pattern, subject = judged.module.PATTERN, judged.subject
    return Finding(
        id="",
        fingerprint=hashlib.sha256(f"{pattern.slug}\n{subject.known}".encode()).hexdigest()[:16],
        pattern=pattern.slug,
        screen=subject.screen_id,
        control=subject.control_id,
        probability=round(judged.probability, 4),
        severity=judged.module.severity(subject),
        evidence=judged.module.evidence(subject),
        contributions=contributions(judged),
        why=pattern.sentence.format(**judged.module.slots(subject)),
        references=list(pattern.references),
    )


def _screens(recording: Recording, judged: list[Judgement], models: Models) -> list[ScreenScore]:
    most: dict[str, dict[str, float]] = {s.id: {} for s in recording.screens}
    for j in judged:
        of_screen = most.setdefault(j.subject.screen_id, {})
        slug = str(j.module.PATTERN.slug)
        of_screen[slug] = max(of_screen.get(slug, 0.0), round(j.probability, 4))
    if not most:
        return []
    x = np.array([[f.value for f in screen_facts(list(patterns.values())).values()] for patterns in most.values()])
    scores = models["screen"].explained(x)[0].round(4).tolist()
    return [
        ScreenScore(screen=s, score=score if patterns else 0.0, patterns=patterns)
        for (s, patterns), score in zip(most.items(), scores, strict=True)
    ]
