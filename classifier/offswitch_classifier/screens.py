"""Patterns learnt from recordings of screens on which it is known what they carry: twins, and ordinary screens.

One row is one subject of one recording. Only that subject carries the pattern which its truth names; every other is a
row without. Rows are few, so estimators begin at what is known (`LEARNT` of each pattern), and whatever is said of them
is measured on folds that share no site.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit
from sklearn.model_selection import GroupKFold

from offswitch_classifier.facts import Facts
from offswitch_classifier.judging import measured, screen_facts
from offswitch_classifier.model import Models
from offswitch_classifier.monotone import MonotoneLogistic
from offswitch_classifier.patterns import LEARNT
from offswitch_classifier.patterns.pattern import Subject
from offswitch_classifier.readings import facts_of
from offswitch_classifier.text import cleaned
from offswitch_recording.errors import BadInput
from offswitch_recording.schema import Recording
from offswitch_recording.words import Slug

FOLDER = "screens"
SPLITS = 5
SHORTEST_PART = 8
RATES = {"1%": 0.01, "5%": 0.05, "10%": 0.10}
LEAST_THRESHOLD = {"1%": 0.5, "5%": 0.3, "10%": 0.15}
"""No threshold lies lower: on most screens a pattern has no subject at all, so that a rate measured on some hundred screens
would call a probability of a hundredth an alarm."""


@dataclass(frozen=True)
class Example:
    """One recording and what it carries: the pattern and what a person reads on its subject; null for none."""

    name: str
    group: str
    pattern: Slug | None
    label: str
    recording: Recording


@dataclass(frozen=True)
class Rows:
    """The subjects of one pattern over all examples: features, whether they carry it, share, site, and screen."""

    x: NDArray[np.float64]
    carries: NDArray[np.bool_]
    shares: NDArray[np.float64]
    groups: NDArray[np.str_]
    screens: NDArray[np.str_]


def read(folder: Path) -> list[Example]:
    """All examples of `folder`/screens/*.json, in order of name. Raises BadInput where there are none."""
    files = sorted((folder / FOLDER).glob("*.json"))
    if not files:
        raise BadInput("no corpus of screens", where=str(folder), next_step="make it with bench/record_twins.py")
    return [_read(file) for file in files]


def _read(file: Path) -> Example:
    given = json.loads(file.read_text(encoding="utf-8"))
    pattern = Slug(given["pattern"]) if given["pattern"] else None
    return Example(file.stem, given["group"], pattern, given["label"], Recording.model_validate(given["recording"]))


def is_meant(label: str, subject: Subject) -> bool:
    """Whether a truth's label speaks of a subject: the same words, or a good part of them."""
    wanted = cleaned(label)
    for name in map(cleaned, subject.names):
        if name == wanted or (min(len(name), len(wanted)) >= SHORTEST_PART and (name in wanted or wanted in name)):
            return True
    return False


def rows(module: ModuleType, examples: Sequence[tuple[Example, Facts]]) -> Rows:
    """Every subject of one pattern. Where a truth speaks of several (a control by its label, in any of its texts), the one
    carries the pattern that does so most by what is known beforehand, and the others are left out."""
    x, carries, shares, groups, screens = [], [], [], [], []
    weights = np.array([module.LEARNT.prior[name] for name in module.LEARNT.directions])
    for example, facts in examples:
        told = [(s, [f.value for f in features.values()]) for s, features in measured(module, facts)[0]]
        of_it = example.pattern is module.PATTERN.slug
        meant = [i for i, (s, _) in enumerate(told) if of_it and is_meant(example.label, s)]
        best = max(meant, key=lambda i: float(weights @ told[i][1]), default=None)
        for i, (subject, values) in enumerate(told):
            if i in meant and i != best:
                continue
            x.append(values)
            carries.append(i == best)
            shares.append(module.share(subject)[1])
            groups.append(example.group)
            screens.append(f"{example.name}/{subject.screen_id}")
    wide = len(module.LEARNT.directions)
    return Rows(
        np.array(x, dtype=np.float64).reshape(-1, wide), np.array(carries, dtype=bool), np.array(shares), np.array(groups),
        np.array(screens),
    )  # fmt: skip


def estimator(module: ModuleType) -> MonotoneLogistic:
    """An unfitted estimator of one pattern, beginning at its prior."""
    learnt = module.LEARNT
    prior = (*(learnt.prior[name] for name in learnt.directions), learnt.intercept)
    return MonotoneLogistic(tuple(learnt.directions.values()), C=learnt.C, prior=prior)


def held_out(module: ModuleType, of: Rows) -> NDArray[np.float64]:
    """Log-odds of every row by an estimator that has not seen its site."""
    made = np.zeros(len(of.x))
    for learnt, held in GroupKFold(SPLITS, shuffle=True, random_state=1).split(of.x, groups=of.groups):
        fitted = estimator(module).fit(*_with_both(module, of.x[learnt], of.carries[learnt]))
        made[held] = fitted.decision_function(of.x[held])
    return made


class Sharpening(NamedTuple):
    """By how much all log-odds are stretched and moved, so that they are as sure as they deserve (Platt, 1999)."""

    slope: float
    offset: float

    def of(self, log_odds: NDArray[np.float64]) -> NDArray[np.float64]:
        """Probabilities."""
        told: NDArray[np.float64] = expit(self.slope * log_odds + self.offset)
        return told

    def sharpened(self, fitted: MonotoneLogistic) -> MonotoneLogistic:
        """The same estimator, as sure as it deserves; it stays linear, and its directions stay."""
        fitted.coef_ = fitted.coef_ * self.slope
        fitted.intercept_ = float(fitted.intercept_ * self.slope + self.offset)
        return fitted


def sharpening(examples: Sequence[Example], found: Mapping[Slug, tuple[Rows, NDArray[np.float64]]]) -> Sharpening:
    """Learnt over all patterns together, on log-odds by estimators that had not seen the site: of each recording and
    pattern, those of the likeliest subject against whether the recording carries the pattern, found or not."""
    x, y = [], []
    for slug, (of, log_odds) in found.items():
        most: dict[str, float] = {}
        for screen, told in zip(of.screens.tolist(), log_odds.tolist(), strict=True):
            name = screen.split("/")[0]
            most[name] = max(most.get(name, -np.inf), told)
        x += [most[e.name] for e in examples if e.name in most]
        y += [e.pattern is slug for e in examples if e.name in most]
    fitted = MonotoneLogistic((1,), C=10, prior=(1, 0)).fit(np.array(x)[:, None], np.array(y))
    return Sharpening(float(fitted.coef_[0]), float(fitted.intercept_ - fitted.mean_ @ fitted.coef_))


def _with_both(
    module: ModuleType, x: NDArray[np.float64], carries: NDArray[np.bool_]
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """The rows, and where none carries the pattern (or all do) one at each end of what is measured, so that it can be fitted."""
    if 0 < carries.sum() < len(carries):
        return x, carries
    directions = np.array(list(module.LEARNT.directions.values()))
    most = np.where(directions >= 0, np.maximum(2.0, x.max(axis=0, initial=2.0)), 0.0)
    return np.vstack([x, most, np.zeros(x.shape[1])]), np.append(carries, [True, False])


def thresholds(of: Rows, probability: NDArray[np.float64], screens: Iterable[str]) -> dict[str, float]:
    """The probability reached by at most 1, 5 and 10 % of the screens that do not carry the pattern."""
    most = dict.fromkeys(screens, 0.0)
    for screen, p in zip(of.screens.tolist(), probability.tolist(), strict=True):
        most[screen] = max(most.get(screen, 0.0), p)
    for screen in set(of.screens[of.carries].tolist()):
        most.pop(screen, None)
    negatives = np.array(sorted(most.values()))
    return {
        name: max(LEAST_THRESHOLD[name], round(float(np.quantile(negatives, 1 - rate, method="higher")) + 1e-4, 4))
        for name, rate in RATES.items()
    }


def _found(models: Models, examples: Sequence[Example]) -> tuple[dict[Slug, tuple[Rows, NDArray[np.float64]]], Sharpening]:
    """Rows of each pattern with their log-odds by estimators that have not seen the site, and the sharpening of all."""
    with_facts = [(e, facts_of(e.recording, models)) for e in examples]
    found = {m.PATTERN.slug: (of, held_out(m, of)) for m in LEARNT for of in [rows(m, with_facts)]}
    return found, sharpening(examples, found)


def told(models: Models, examples: Sequence[Example]) -> dict[Slug, dict[str, float]]:
    """For each pattern and each recording by name the probability of its likeliest subject, by estimators that have not
    seen the site."""
    found, sharper = _found(models, examples)
    made: dict[Slug, dict[str, float]] = {}
    for slug, (of, log_odds) in found.items():
        most = made.setdefault(slug, {})
        for screen, p in zip(of.screens.tolist(), (sharper.of(log_odds) * of.shares).tolist(), strict=True):
            name = screen.split("/")[0]
            most[name] = max(most.get(name, 0.0), p)
    return made


def learn(models: Models, examples: Sequence[Example]) -> tuple[dict[str, MonotoneLogistic], dict[str, dict[str, float]]]:
    """One fitted estimator and the thresholds of each pattern that is learnt from screens, and the estimator of screens."""
    screens = [f"{e.name}/{s.id}" for e in examples for s in e.recording.screens]
    found, sharper = _found(models, examples)
    estimators, limits = {}, {}
    most: dict[str, dict[str, float]] = {screen: {} for screen in screens}
    for module in LEARNT:
        slug = module.PATTERN.slug
        of, log_odds = found[slug]
        fitted = estimator(module).fit(*_with_both(module, of.x, of.carries))
        estimators[module.PATTERN.estimator] = sharper.sharpened(fitted)
        told = sharper.of(log_odds) * of.shares
        limits[str(slug)] = thresholds(of, told, screens)
        for screen, p in zip(of.screens.tolist(), told.tolist(), strict=True):
            most[screen][slug] = max(most[screen].get(slug, 0.0), p)
    carrying = {screen for of, _ in found.values() for screen in of.screens[of.carries].tolist()}
    x = np.array([[f.value for f in screen_facts(list(told.values())).values()] for told in most.values()])
    estimators["screen"] = screen_estimator().fit(x, np.array([s in carrying for s in most]))
    return estimators, limits


def screen_estimator() -> MonotoneLogistic:
    """An unfitted estimator of whether a screen carries any pattern, on `screen_facts`; it begins at their own odds."""
    return MonotoneLogistic((1, 1), C=0.5, prior=(0.5, 0.5, 0.0))
