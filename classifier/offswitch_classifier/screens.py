"""Patterns learnt from recordings of screens on which it is known what they carry: twins, and ordinary screens.

One row is one subject of one recording. Only that subject carries the pattern which its truth names; every other is a
row without. Rows are few, so estimators begin at what is known (`LEARNT` of each pattern), and whatever is said of them
is measured on folds that share no site.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

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
from offswitch_classifier.sharpening import Likeliest, Sharpening, likeliest, sharpening, thresholds
from offswitch_classifier.text import cleaned
from offswitch_recording.errors import BadInput
from offswitch_recording.schema import Recording
from offswitch_recording.words import Slug

FOLDER = "screens"
SPLITS = 10
SHORTEST_PART = 8
CARRYING_COUNTS = 4.0
"""A row that carries its pattern counts so often: there are ten at most, and hundreds of screens without."""


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

    def of(self, groups: Collection[str]) -> "Rows":
        """The rows of some sites."""
        held = np.isin(self.groups, list(groups))
        return Rows(self.x[held], self.carries[held], self.shares[held], self.groups[held], self.screens[held])


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
    carries the pattern that does so most by what is known beforehand. The others are left out, and so is what stands on the
    same screen: it may take part in it (all that is folded away with what is hidden), and its fair twin shows it without."""
    x, carries, shares, groups, screens = [], [], [], [], []
    weights = np.array([module.LEARNT.prior[name] for name in module.LEARNT.directions])
    for example, facts in examples:
        told = [(s, [f.value for f in features.values()]) for s, features in measured(module, facts)[0]]
        of_it = example.pattern is module.PATTERN.slug
        meant = [i for i, (s, _) in enumerate(told) if of_it and is_meant(example.label, s)]
        best = max(meant, key=lambda i: float(weights @ told[i][1]), default=None)
        for i, (subject, values) in enumerate(told):
            beside = best is not None and subject.screen_id == told[best][0].screen_id
            if i != best and (i in meant or beside):
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
        made[held] = fitted(module, of, learnt).decision_function(of.x[held])
    return made


def fitted(module: ModuleType, of: Rows, chosen: NDArray[np.int_]) -> MonotoneLogistic:
    """An estimator of one pattern, fitted on some rows. Those of one screen that do not carry it count as one together: a
    menu of sixty ordinary settings is one place in which nothing is wrong, and no sixty. What has little at stake counts
    little: its share lowers it anyway."""
    x, carries = of.x[chosen], of.carries[chosen]
    _, screen, beside = np.unique(of.screens[chosen], return_inverse=True, return_counts=True)
    weight = np.where(carries, CARRYING_COUNTS, of.shares[chosen] / beside[screen])
    if 0 < carries.sum() < len(carries):
        return estimator(module).fit(x, carries, sample_weight=weight)
    ends, both = _with_both(module, x, carries)
    return estimator(module).fit(ends, both, sample_weight=np.append(weight, [1, 1]))


def _with_both(
    module: ModuleType, x: NDArray[np.float64], carries: NDArray[np.bool_]
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Where no row carries the pattern (or all do) one more at each end of what is measured, so that it can be fitted."""
    directions = np.array(list(module.LEARNT.directions.values()))
    most = np.where(directions >= 0, np.maximum(2.0, x.max(axis=0, initial=2.0)), 0.0)
    return np.vstack([x, most, np.zeros(x.shape[1])]), np.append(carries, [True, False])


@dataclass(frozen=True)
class Told:
    """What estimators that have not seen the site say of every row of each pattern, and how sure they may be."""

    found: dict[Slug, tuple[Rows, NDArray[np.float64]]]
    sharper: dict[Slug, Sharpening]

    def probabilities(self, slug: Slug) -> NDArray[np.float64]:
        """Of every row of a pattern, with the share that counts."""
        of, log_odds = self.found[slug]
        return self.sharper[slug].of(log_odds) * of.shares

    def likeliest(self, slug: Slug) -> dict[str, float]:
        """Of each screen that has a subject of a pattern, that of its likeliest."""
        return likeliest(self.found[slug][0].screens.tolist(), self.probabilities(slug).tolist())


Tables = dict[Slug, Rows]


def tables(examples: Sequence[tuple[Example, Facts]]) -> Tables:
    """The subjects of each pattern that is learnt from screens."""
    return {m.PATTERN.slug: rows(m, examples) for m in LEARNT}


def with_facts(models: Models, examples: Sequence[Example]) -> list[tuple[Example, Facts]]:
    """Each recording read by the models."""
    return [(e, facts_of(e.recording, models)) for e in examples]


def judged(of: Tables, examples: Sequence[Example]) -> Told:
    """Every row of each pattern, judged by estimators that have not seen its site."""
    found = {m.PATTERN.slug: (of[m.PATTERN.slug], held_out(m, of[m.PATTERN.slug])) for m in LEARNT}
    return Told(found, _sharpening(examples, found))


def _sharpening(
    examples: Sequence[Example], found: Mapping[Slug, tuple[Rows, NDArray[np.float64]]]
) -> dict[Slug, Sharpening]:
    """Of each recording and pattern, the likeliest subject against whether the recording carries the pattern, found or not."""
    x, shares, carries, numbers = [], [], [], []
    for number, (slug, (of, log_odds)) in enumerate(found.items()):
        names = [s.split("/")[0] for s in of.screens.tolist()]
        most: dict[str, int] = {}
        for i in np.argsort(expit(log_odds) * of.shares, kind="stable").tolist():
            most[names[i]] = i
        of_it = [(e, most[e.name]) for e in examples if e.name in most]
        x += [log_odds[i] for _, i in of_it]
        shares += [of.shares[i] for _, i in of_it]
        carries += [e.pattern is slug for e, _ in of_it]
        numbers += [number] * len(of_it)
    told = Likeliest(np.array(x), np.array(shares), np.array(carries), np.array(numbers))
    return dict(zip(found, sharpening(told), strict=True))


def told(models: Models, examples: Sequence[Example]) -> dict[Slug, dict[str, float]]:
    """For each pattern and each recording by name the probability of its likeliest subject, by estimators that have not
    seen the site."""
    found = judged(tables(with_facts(models, examples)), examples)
    return {
        slug: likeliest((s.split("/")[0] for s in of.screens.tolist()), found.probabilities(slug).tolist())
        for slug, (of, _) in found.found.items()
    }


def learn(of: Tables, examples: Sequence[Example]) -> tuple[dict[str, MonotoneLogistic], dict[str, dict[str, float]]]:
    """One fitted estimator and the thresholds of each pattern that is learnt from screens, and the estimator of screens."""
    carried = {f"{e.name}/{s.id}": e.pattern for e in examples for s in e.recording.screens}
    found = judged(of, examples)
    estimators, without = {}, {}
    most: dict[str, dict[str, float]] = {screen: {} for screen in carried}
    for module in LEARNT:
        slug = module.PATTERN.slug
        estimators[module.PATTERN.estimator] = found.sharper[slug].sharpened(
            fitted(module, of[slug], np.arange(len(of[slug].x)))
        )
        of_screens = found.likeliest(slug)
        without[str(slug)] = {s: p for s, p in of_screens.items() if carried[s] is not slug}
        for screen, p in of_screens.items():
            most[screen][slug] = p
    carrying = {screen for rows_, _ in found.found.values() for screen in rows_.screens[rows_.carries].tolist()}
    x = np.array([[f.value for f in screen_facts(list(told.values())).values()] for told in most.values()])
    estimators["screen"] = screen_estimator().fit(x, np.array([s in carrying for s in most]))
    return estimators, thresholds(without, [s for s, pattern in carried.items() if pattern is None])


def screen_estimator() -> MonotoneLogistic:
    """An unfitted estimator of whether a screen carries any pattern, on `screen_facts`; it begins at their own odds."""
    return MonotoneLogistic((1, 1), C=0.5, prior=(0.5, 0.5, 0.0))
