"""From the corpus of sentences to the wording model, its temperature learnt on texts of products that it has not seen.

Texts of settings are ordinary texts, and the most of a screen: a part of the corpus of controls is learnt as `none`, at
less weight, so that "Do not share my data" and "Only while using the app" are not taken for pressure.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import GroupKFold
from sklearn.utils.class_weight import compute_sample_weight

from offswitch_classifier import corpus, held_out, sentences
from offswitch_classifier.corpus import Row
from offswitch_classifier.encoder import blended
from offswitch_classifier.folds import RARITY, SPLITS, Fold
from offswitch_classifier.tempered import best_temperature, tempered
from offswitch_classifier.wording import NONE, Wording

SETTINGS = "settings"  # whose hand the texts of controls are, among sentences
EVERY, WEIGHT = 3, 0.25  # of the texts of controls, one in three is learnt, as a quarter of a sentence
TRICKY = ("double", "negat")  # notes of controls whose wording may well be a trick


def read(folder: Path) -> list[Row]:
    """The sentences of the corpus in `folder`, then texts of its controls as ordinary ones."""
    return [*sentences.read(folder), *settings(corpus.read(folder))]


def settings(controls: Sequence[Row]) -> list[Row]:
    """Labels and descriptions of controls as rows like those of sentences; no text twice."""
    plain = [c for c in controls if not any(word in c["note"].lower() for word in TRICKY)]
    owner = {c[field]: c for c in plain for field in ("label", "description") if c[field]}
    chosen = sorted(owner)[::EVERY]
    return [
        {"text": t, "language": owner[t]["language"], "pattern": NONE, "product": owner[t]["product"], "hand": SETTINGS}
        for t in chosen
    ]


def is_sentence(rows: Sequence[Row]) -> NDArray[np.bool_]:
    """Which rows are sentences, (n,), and not texts of controls."""
    return np.array([r["hand"] != SETTINGS for r in rows])


def by(rows: Sequence[Row], name: str) -> list[Fold]:
    """Folds that share no value of a column: `product`, `hand` or `language`."""
    groups = sentences.column(rows, name)
    splits = min(SPLITS, len(set(groups)))
    return list(GroupKFold(splits, shuffle=True, random_state=0).split(rows, groups=groups))


def fit(rows: Sequence[Row], temperature: float = 1.0) -> Wording:
    """A model of these rows; rare patterns count a little more."""
    y = sentences.column(rows, "pattern")
    weight = compute_sample_weight("balanced", y) ** RARITY * np.where(is_sentence(rows), 1, WEIGHT)
    return Wording(temperature).fit([r["text"] for r in rows], y, weight)


def judged(
    rows: Sequence[Row], folded: Sequence[Fold], read: NDArray[np.float64] | None = None
) -> tuple[NDArray[np.float64], float]:
    """Tempered probabilities, (n, 8), of rows that the judging model has not seen, and the temperature of sentences.

    read: log-probabilities of the sentences among them by encoders that have not seen their product; texts of settings are judged by
    written words alone.
    """
    y, of = sentences.column(rows, "pattern"), is_sentence(rows)
    classes = np.unique(y)
    made = np.zeros((len(rows), len(classes)))
    for learning, held in folded:
        made[held] = fit([rows[i] for i in learning]).predict_proba([rows[i]["text"] for i in held])
    if read is not None:
        made[of] = blended(made[of], read)
    temperature = round(best_temperature(made[of], y[of], classes), 3)
    return tempered(made, temperature), temperature


def train(rows: Sequence[Row], read: dict[str, NDArray[np.float64]] | None = None) -> Wording:
    """The model that is shipped: a temperature from folds by product, then all rows.

    read: as of `held_out.read`; without it, the temperature is that of a model beside which no encoder is asked.
    """
    asked = [r for r, is_one in zip(rows, is_sentence(rows), strict=True) if is_one]
    _, temperature = judged(rows, by(rows, "product"), None if read is None else held_out.of_sentences(read, asked))
    return fit(rows, temperature)
