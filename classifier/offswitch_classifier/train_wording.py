"""From the corpus of sentences to the wording model, its temperature learnt on texts of products that it has not seen."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import GroupKFold
from sklearn.utils.class_weight import compute_sample_weight

from offswitch_classifier import sentences
from offswitch_classifier.corpus import Row
from offswitch_classifier.folds import RARITY, SPLITS, Fold
from offswitch_classifier.tempered import best_temperature, tempered
from offswitch_classifier.wording import Wording


def by(rows: Sequence[Row], name: str) -> list[Fold]:
    """Folds that share no value of a column: `product`, `hand` or `language`."""
    groups = sentences.column(rows, name)
    splits = min(SPLITS, len(set(groups)))
    return list(GroupKFold(splits, shuffle=True, random_state=0).split(rows, groups=groups))


def fit(rows: Sequence[Row], temperature: float = 1.0) -> Wording:
    """A model of these rows; rare patterns count a little more."""
    y = sentences.column(rows, "pattern")
    weight = compute_sample_weight("balanced", y) ** RARITY
    return Wording(temperature).fit([r["text"] for r in rows], y, weight)


def held_out(rows: Sequence[Row], folded: Sequence[Fold]) -> tuple[NDArray[np.float64], float]:
    """Tempered probabilities, (n, 8), of rows that the judging model has not seen, and the temperature."""
    y = sentences.column(rows, "pattern")
    classes = np.unique(y)
    made = np.zeros((len(rows), len(classes)))
    for learning, held in folded:
        made[held] = fit([rows[i] for i in learning]).predict_proba([rows[i]["text"] for i in held])
    temperature = round(best_temperature(made, y, classes), 3)
    return tempered(made, temperature), temperature


def train(rows: Sequence[Row]) -> Wording:
    """The model that is shipped: a temperature from folds by product, then all rows."""
    _, temperature = held_out(rows, by(rows, "product"))
    return fit(rows, temperature)
