"""The corpus judged by models of its other folds: no product shared, no language shared, and how more rows would help."""

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold

from offswitch_classifier import corpus, folds, polarity, preselection, purpose, train
from offswitch_classifier.curves import Curve, Drawing, Line, calibration, confusion, precision_recall
from offswitch_classifier.measures import Figure, Words, by_class, decision

NO_PRODUCT = "corpus, folds that share no product"
MENUS = "corpus, whole menus alone, no product shared"
NO_LANGUAGE = "corpus, folds that share no language (without the encoder)"
BY_ROW = "corpus, folds by row (products shared, without the encoder; for comparison only)"
WRITTEN = "corpus, folds that share no product (without the encoder)"
EACH_LANGUAGE = "corpus, each language judged by a model of all others (without the encoder)"
LEARNING = "corpus, learning curve (no product shared, without the encoder)"
SHARES = (1 / 8, 1 / 4, 1 / 2)


def figures(rows: Sequence[corpus.Row], read: dict[str, NDArray[np.float64]] | None) -> tuple[list[Figure], list[Drawing]]:
    """Figures of every kind of fold, of each language, and of the learning curve; drawings of the first.

    read: log-probabilities of encoders that have not seen a row's product.
    """
    true = train.truth(rows)
    told = {
        name: train.judged(rows, folded, read if name == NO_PRODUCT else None) for name, folded in _foldings(rows).items()
    }
    made = [f for name, of in told.items() for f in on_corpus(name, true, of)]
    menus = corpus.is_menu(rows)
    made += on_corpus(MENUS, _part(true, menus), _part(told[NO_PRODUCT], menus))
    made += _by_language(rows, true, told[NO_LANGUAGE])
    curve = _learning(rows, true, told[WRITTEN])
    return [*made, *curve], [*_drawings(true, told[NO_PRODUCT]), _learning_drawn(curve)]


Columns = TypeVar("Columns", train.Truth, train.Told)


def _part(columns: Columns, rows: NDArray[np.bool_]) -> Columns:
    """Some rows of all columns."""
    held = {f.name: getattr(columns, f.name) for f in fields(columns)}
    parts: dict[str, Any] = {name: of[rows] for name, of in held.items() if isinstance(of, np.ndarray)}
    return replace(columns, **parts)


def _foldings(rows: Sequence[corpus.Row]) -> dict[str, list[folds.Fold]]:
    strata = [r["purpose"] + r["polarity"] for r in rows]
    by_row = StratifiedKFold(folds.SPLITS, shuffle=True, random_state=0).split(rows, strata)
    by_product = folds.by_product(rows)
    return {NO_PRODUCT: by_product, WRITTEN: by_product, NO_LANGUAGE: folds.by_language(rows), BY_ROW: list(by_row)}


def on_corpus(name: str, true: train.Truth, told: train.Told) -> list[Figure]:
    """Purpose, polarity and preselection of rows that the judging model had not seen."""
    purposes, polarities = decided(true, told)
    return [
        *by_class(name, "purpose", true.purpose, purposes),
        *by_class(name, "polarity", true.polarity, polarities),
        *decision(name, "preselected", true.preselected, _preselected(true, told), 0.5),
    ]


def decided(true: train.Truth, told: train.Told) -> tuple[Words, Words]:
    """The purpose and the polarity that fits it, of each row."""
    classes = np.unique(true.purpose)
    chosen = told.purposes.argmax(axis=1)
    return classes[chosen], polarity.named(polarity.decided(purpose.is_neutral(classes)[chosen], told.off_invasive))


def _preselected(true: train.Truth, told: train.Told) -> NDArray[np.float64]:
    return train.crossed(preselection.estimator(), train.preselection_facts(told), true.preselected, true.products)


def _by_language(rows: Sequence[corpus.Row], true: train.Truth, told: train.Told) -> list[Figure]:
    polarities, languages = decided(true, told)[1], np.array([r["language"].split("-")[0] for r in rows])
    made = []
    for language in np.unique(languages):
        of = languages == language
        score = float(f1_score(true.polarity[of], polarities[of], average="macro"))
        made.append(Figure(EACH_LANGUAGE, f"polarity: macro-F1 {language}",
                           score, int(of.sum())))  # fmt: skip
    return made


def _learning(rows: Sequence[corpus.Row], true: train.Truth, whole: train.Told) -> list[Figure]:
    """Macro-F1 with a share of the products to learn from, the judged rows the same."""
    made = []
    for share in (*SHARES, 1):
        told = whole if share == 1 else train.judged(rows, [(_share(rows, a, share), b) for a, b in folds.by_product(rows)])
        learnt = round(len(rows) * share * (1 - 1 / folds.SPLITS))
        for what, truth, guess in zip(
            ("purpose", "polarity"), (true.purpose, true.polarity), decided(true, told), strict=True
        ):
            score = float(f1_score(truth, guess, average="macro"))
            made.append(Figure(LEARNING, f"{what}: macro-F1, 1/{1 / share:.0f} of the products",
                               score, learnt))  # fmt: skip
    return made


def _share(rows: Sequence[corpus.Row], of: NDArray[np.int_], share: float) -> NDArray[np.int_]:
    """The rows of that share of the products, drawn by chance; every purpose is still there."""
    products = np.array([rows[i]["product"] for i in of])
    names = np.random.default_rng(train.SEED).permutation(np.unique(products))
    return of[np.isin(products, names[: max(1, round(len(names) * share))])]


def _learning_drawn(curve: Sequence[Figure]) -> Curve:
    lines = []
    for what in ("purpose", "polarity"):
        points = [f for f in curve if f.what.startswith(what)]
        lines.append(Line(what, [float(f.n) for f in points], [round(f.value, 4) for f in points]))
    return Curve("learning", "Learning curve, no product shared", "rows learnt from", "macro-F1", lines)


def _drawings(true: train.Truth, told: train.Told) -> list[Drawing]:
    purposes, polarities = decided(true, told)
    preselected = _preselected(true, told)
    off, gives = true.polarity == "off_invasive", true.polarity != "neutral"
    asked = {
        "preselected": (true.preselected, preselected),
        "gives something away": (gives, 1 - told.neutral),
        "off_invasive": (off, (1 - told.neutral) * told.off_invasive),
    }
    return [
        confusion("confusion-purpose", "Purpose, no product shared", true.purpose, purposes),
        confusion("confusion-polarity", "Polarity, no product shared", true.polarity, polarities),
        Curve("calibration", "Calibration, no product shared", "probability", "frequency",
              [calibration(n, t, p) for n, (t, p) in asked.items()], diagonal=True),
        Curve("precision-recall", "Precision and recall, no product shared", "recall", "precision",
              [precision_recall(n, t, p) for n, (t, p) in asked.items()]),
    ]  # fmt: skip
