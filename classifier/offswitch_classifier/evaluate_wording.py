"""How good the wording model is on its own corpus, by folds that share no product, no writer, no language."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import f1_score

from offswitch_classifier import held_out, sentences, train_wording
from offswitch_classifier.corpus import Row
from offswitch_classifier.measures import Figure, Words, by_class, decision
from offswitch_classifier.wording import CLASSES, NONE

OFTEN = 0.05  # a share of a pattern's sentences taken for another that is worth a line


def figures(folder: Path) -> list[Figure]:
    """Figures on the corpus of sentences in `folder`, each sentence judged by a model that has not seen its group.

    The encoder takes part where held-out probabilities of it are in the folder: by product.
    """
    rows = train_wording.read(folder)
    asked = [r for r, is_one in zip(rows, train_wording.is_sentence(rows), strict=True) if is_one]
    file = folder / held_out.FILE
    read = held_out.of_sentences(held_out.read(file), asked) if file.is_file() else None
    made: list[Figure] = []
    for group in ("product", "hand", "language"):
        made += _on_sentences(rows, group, read if group == "product" else None)
    return made


def _on_sentences(rows: Sequence[Row], group: str, read: NDArray[np.float64] | None) -> list[Figure]:
    name = f"sentences, folds that share no {group}{'' if read is not None else ' (without the encoder)'}"
    told, _ = train_wording.judged(rows, train_wording.by(rows, group), read)
    of = train_wording.is_sentence(rows)
    truth, guess = sentences.column(rows, "pattern")[of], np.array(CLASSES)[told.argmax(axis=1)]
    of_settings = float(np.mean(guess[~of] != NONE)) if not of.all() else 0.0
    return [
        *by_class(name, "wording", truth, guess[of]),
        *_taken_for(name, truth, guess[of]),
        *decision(name, "any pattern", truth != NONE, 1 - told[of, CLASSES.index(NONE)], 0.5),
        Figure(name, "texts of settings taken for a pattern (without the encoder)", of_settings, int((~of).sum())),
        *_by_language(name, sentences.column(rows, "language")[of], truth, guess[of]),
    ]


def _taken_for(name: str, truth: Words, guess: Words) -> list[Figure]:
    """The confusions that happen often."""
    made = []
    for said in CLASSES:
        of = truth == said
        for other in CLASSES:
            share = float(np.mean(guess[of] == other))
            if other != said and share >= OFTEN:
                made.append(Figure(name, f"wording: {said} taken for {other}", share, int(of.sum())))
    return made


def _by_language(name: str, languages: Words, truth: Words, guess: Words) -> list[Figure]:
    made = []
    for language in np.unique(languages):
        of = languages == language
        value = float(f1_score(truth[of], guess[of], average="macro"))
        made.append(Figure(name, f"wording: macro-F1 in {language}", value, int(of.sum())))
    return made
