"""What every pattern says of every subject of a recording, and what moved its probability."""

import math
from collections.abc import Sequence
from types import ModuleType
from typing import NamedTuple

import numpy as np

from offswitch_classifier.facts import Facts
from offswitch_classifier.model import Models
from offswitch_classifier.monotone import log_odds
from offswitch_classifier.patterns.pattern import Fact, Missing, Subject
from offswitch_recording.findings import Contribution, Incomplete

LEAST_TOLD = 1e-3


class Judgement(NamedTuple):
    """What one pattern says of one subject: the estimator's probability and effects, and the share that counts."""

    module: ModuleType
    subject: Subject
    features: dict[str, Fact]
    unweighted: float
    effects: Sequence[float]
    share: float
    probability: float


def judgements(module: ModuleType, facts: Facts, models: Models) -> tuple[list[Judgement], list[Incomplete]]:
    """What one pattern says of every subject of a recording, and of which screens it cannot tell."""
    told, missing = measured(module, facts)
    incomplete = [Incomplete(pattern=module.PATTERN.slug, screen=s, reason=reason) for s, reason in missing]
    if not told:
        return [], incomplete
    x = np.array([[f.value for f in features.values()] for _, features in told])
    probabilities, effects = models[module.PATTERN.estimator].explained(x)
    rows = zip(told, probabilities.tolist(), effects.tolist(), strict=True)
    return [_judgement(module, subject, features, p, moved) for (subject, features), p, moved in rows], incomplete


def measured(module: ModuleType, facts: Facts) -> tuple[list[tuple[Subject, dict[str, Fact]]], list[tuple[str, str]]]:
    """A pattern's subjects with their features, and (screen, reason) where these could not be had."""
    told: list[tuple[Subject, dict[str, Fact]]] = []
    missing: dict[tuple[str, str], None] = {}
    for subject in module.subjects(facts):
        features = module.features(subject)
        if isinstance(features, Missing):
            missing[subject.screen_id, features.reason] = None
        elif features is not None:
            told.append((subject, features))
    return told, list(missing)


def _judgement(
    module: ModuleType, subject: Subject, features: dict[str, Fact], probability: float, effects: Sequence[float]
) -> Judgement:
    share = module.share(subject)[1]
    return Judgement(module, subject, features, probability, effects, share, probability * share)


def contributions(judged: Judgement) -> list[Contribution]:
    """What moved the log-odds, the strongest first; exact, since the estimators are linear in their facts."""
    made = [
        Contribution(name=name, value=round(fact.value, 4), effect=round(effect, 4))
        for (name, fact), effect in zip(judged.features.items(), judged.effects, strict=True)
    ]
    if judged.share < 1:
        moved = log_odds(judged.probability) - log_odds(judged.unweighted)
        name = judged.module.share(judged.subject)[0]
        made.append(Contribution(name=name, value=round(judged.share, 4), effect=round(moved, 4)))
    return sorted(made, key=lambda c: -abs(c.effect))


def screen_facts(probabilities: Sequence[float]) -> dict[str, Fact]:
    """What a screen is scored by: the log-odds of its likeliest pattern, and of any if all were independent (noisy-or)."""
    either = 1 - math.prod(1 - p for p in probabilities)
    return {
        "likeliest_log_odds": Fact(log_odds(max(probabilities, default=0.0), LEAST_TOLD), 1),
        "either_log_odds": Fact(log_odds(either, LEAST_TOLD), 1),
    }
