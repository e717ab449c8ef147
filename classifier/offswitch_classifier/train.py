"""From the corpus to models, the same bytes every time on one machine.

Temperatures, preselection and thresholds are learnt on rows judged by models that have not seen their product; the
shipped estimators are then fitted on everything.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator
from sklearn.model_selection import GroupKFold, cross_val_predict
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from offswitch_classifier import (
    corpus,
    encoder,
    folds,
    held_out,
    model,
    polarity,
    preselection,
    purpose,
    screens,
    sentences,
    sharpening,
    tongues,
    train_wording,
)
from offswitch_classifier.monotone import MonotoneLogistic
from offswitch_classifier.span import Span
from offswitch_classifier.tempered import Tempered, best_temperature, tempered
from offswitch_classifier.text import control

VERSION = "2"
SEED = 20240511
WEIGHTS, COUNTS = {"coef_", "feature_log_prob_"}, {"feature_count_", "feature_all_"}


@dataclass(frozen=True)
class Step:
    """One step of training, for whoever shows progress."""

    name: str
    done: int
    of: int


@dataclass(frozen=True)
class Told:
    """Tempered probabilities of rows that the judging model has not seen, with the temperatures."""

    purposes: NDArray[np.float64]
    neutral: NDArray[np.float64]
    off_invasive: NDArray[np.float64]
    essential: NDArray[np.float64]
    state: NDArray[np.float64]
    temperatures: dict[str, float]


@dataclass(frozen=True)
class Truth:
    """The columns of the corpus as arrays."""

    purpose: NDArray[np.object_]
    polarity: NDArray[np.object_]
    essential: NDArray[np.object_]
    preselected: NDArray[np.bool_]
    products: NDArray[np.object_]


def truth(rows: Sequence[corpus.Row]) -> Truth:
    """What the corpus says of each row."""

    def column(name: str) -> NDArray[np.object_]:
        return np.array([r[name] for r in rows])

    return Truth(
        column("purpose"), column("polarity"), column("essential"), column("preselected") == "yes", column("product")
    )


def train(folder: Path, out: Path, on_event: Callable[[Step], None] = lambda step: None) -> model.Models:
    """Read the corpus in `folder`, write the models into `out`."""
    rows = corpus.read(folder)
    with threadpool_limits(1):
        on_event(Step("held-out probabilities", 0, 6))
        read = held_out.read(folder / held_out.FILE)
        told = judged(rows, folds.by_product(rows), held_out.of_controls(read, rows))
        on_event(Step("preselection and thresholds", 1, 6))
        estimators, thresholds = _calibrated(rows, told)
        on_event(Step("purpose, direction and need", 2, 6))
        estimators |= _fitted(rows, told.temperatures)
        on_event(Step("wording", 3, 6))
        estimators["wording"] = train_wording.train(train_wording.read(folder), read)
        _light(estimators["wording"].family_)
        estimators["tongues"] = tongues.learn(rows, sentences.read(folder))
        on_event(Step("patterns of screens", 4, 6))
        learnt = with_patterns(model.Models(estimators, VERSION, thresholds=thresholds), folder)
    on_event(Step("writing", 5, 6))
    return model.write(learnt, out)


def with_patterns(models: model.Models, folder: Path) -> model.Models:
    """The same readers, with patterns learnt from the recordings in `folder`."""
    examples = screens.read(folder)
    learnt, limits = screens.learn(screens.tables(screens.with_facts(models, examples)), examples)
    return model.Models({**models.estimators, **learnt}, VERSION, thresholds={**models.thresholds, **limits})


def train_patterns(folder: Path, out: Path) -> model.Models:
    """Learn the patterns of screens anew on the shipped readers, and write all into `out`."""
    with threadpool_limits(1):
        return model.write(with_patterns(model.shipped(), folder), out)


def judged(
    rows: Sequence[corpus.Row], folded: Sequence[folds.Fold], read: dict[str, NDArray[np.float64]] | None = None
) -> Told:
    """Judge every row by a model of the other folds, then temper: how sure to be is read from whole menus.

    read: log-probabilities of encoders that have not seen the row's product; without them, the encoder is left out.
    """
    true = truth(rows)
    telling = true.polarity != "neutral"
    everything = np.ones(len(rows), dtype=bool)
    wanted: dict[str, tuple[Tempered, NDArray[np.object_], NDArray[np.bool_]]] = {
        "purpose": (purpose.estimator(), true.purpose, everything),
        "telling": (polarity.telling(), telling, everything),
        "direction": (polarity.direction(), true.polarity, telling),
        "essential": (preselection.need(), true.essential, telling),
    }
    made = {name: np.zeros((len(rows), len(set(y[of])))) for name, (_, y, of) in wanted.items()}
    for train_rows, held in folded:
        learnt = folds.learn(rows, train_rows)
        x = learnt.texts.transform([rows[i] for i in held])
        for name, (estimator, y, of) in wanted.items():
            made[name][held] = learnt.fit(estimator, y, of).predict_proba(x)
    if read is not None:
        made = {name: encoder.blended(written, read[name]) for name, written in made.items()}
    temperatures, menus = {}, corpus.is_menu(rows)
    for name, (_, y, of) in wanted.items():
        temperatures[name] = round(best_temperature(made[name][of & menus], y[of & menus], np.unique(y[of])), 3)
        made[name] = tempered(made[name], temperatures[name])
    off_invasive = made["direction"][:, 0]
    state = _states(rows, off_invasive, true, folded)
    by_purpose = purpose.neutral_share(made["purpose"], np.unique(true.purpose))
    neutral = polarity.neutral(by_purpose, made["telling"][:, 0])
    purposes = purpose.agreeing(made["purpose"], neutral, np.unique(true.purpose))
    return Told(purposes, neutral, off_invasive, made["essential"][:, 1], state, temperatures)


def _states(
    rows: Sequence[corpus.Row], off_invasive: NDArray[np.float64], true: Truth, folded: Sequence[folds.Fold]
) -> NDArray[np.float64]:
    state = np.zeros(len(rows))
    for learnt, held in folded:
        chooser = _chooser(rows, off_invasive, true, learnt)
        texts, states = [control(rows[i]) for i in held], [rows[i]["state"] for i in held]
        state[held] = preselection.gives_away(texts, states, off_invasive[held], chooser)
    return np.where(np.isnan(state), 0.5, state)


def _chooser(
    rows: Sequence[corpus.Row], off_invasive: NDArray[np.float64], true: Truth, of: NDArray[np.int_]
) -> MonotoneLogistic:
    """Learn which chosen options give away; each row twice, with and without its options, which are not always known."""
    x, y = [], []
    for i in of:
        texts, state = control(rows[i]), rows[i]["state"]
        if true.polarity[i] == "neutral" or not texts.options or preselection.switched_to(texts, state) is not None:
            continue
        for options in (texts.options, ()):
            x.append(preselection.of_choice(texts._replace(options=options), state, float(off_invasive[i])))
            y.append(bool(true.preselected[i]))
    return preselection.choice().fit(np.array(x), np.array(y))


def _calibrated(rows: Sequence[corpus.Row], told: Told) -> tuple[dict[str, BaseEstimator], dict[str, dict[str, float]]]:
    """Preselection and its thresholds, learnt on whole menus: elsewhere far more is invasive than in what is scored."""
    true, menus = truth(rows), corpus.is_menu(rows)
    x, preselected = preselection_facts(told)[menus], true.preselected[menus]
    made = crossed(preselection.estimator(), x, preselected, true.products[menus])
    estimators = {
        "choice": _chooser(rows, told.off_invasive, true, np.arange(len(rows))),
        "preselection": preselection.estimator().fit(x, preselected),
    }
    return estimators, {"bad-defaults": thresholds(made[~preselected])}


def preselection_facts(told: Told) -> NDArray[np.float64]:
    """The facts of preselection of held-out rows."""
    return preselection.facts(told.state, told.neutral, told.essential)


def crossed(
    estimator: MonotoneLogistic, x: NDArray[np.float64], y: NDArray[np.generic], groups: NDArray[np.generic]
) -> NDArray[np.float64]:
    """Probabilities of the second class by folds that share no group."""
    splits = GroupKFold(folds.SPLITS, shuffle=True, random_state=1)
    made: NDArray[np.float64] = cross_val_predict(estimator, x, y, groups=groups, cv=splits, method="predict_proba")[:, 1]
    return made


def thresholds(negatives: NDArray[np.float64]) -> dict[str, float]:
    """The probability that is reached by 1, 5 and 10 % of the rows that do not carry the pattern."""
    return {name: round(float(np.quantile(negatives, 1 - rate)), 4) for name, rate in sharpening.RATES.items()}


def _fitted(rows: Sequence[corpus.Row], temperatures: dict[str, float]) -> dict[str, BaseEstimator]:
    true = truth(rows)
    telling = true.polarity != "neutral"
    everything = np.ones(len(rows), dtype=bool)
    learnt = folds.learn(rows, np.arange(len(rows)))
    return {
        "texts": learnt.texts,
        "purpose": _light(learnt.fit(purpose.estimator(temperatures["purpose"]), true.purpose, everything)),
        "telling": _light(learnt.fit(polarity.telling(temperatures["telling"]), telling, everything)),
        "direction": _light(learnt.fit(polarity.direction(temperatures["direction"]), true.polarity, telling)),
        "essential": _light(learnt.fit(preselection.need(temperatures["essential"]), true.essential, telling)),
    }


def _light(fitted: Tempered) -> Tempered:
    """Weights kept in half precision, and counts that only fitting needs left out: a sixth of the file, next to the same
    decisions. They are multiplied in single precision."""
    for part in (e.estimator_ if isinstance(e, Span) else e for e in fitted.estimators_):
        for weights in WEIGHTS & set(vars(part)):
            setattr(part, weights, np.asfortranarray(getattr(part, weights), dtype=np.float16))
        for counts in COUNTS & set(vars(part)):
            delattr(part, counts)
    return fitted
