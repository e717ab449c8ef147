"""What meanings of words and deciding on neutrality first bring, on rows of a language or of products not learnt from.

python bench/meanings.py products|CODE…     a fifth of the products, or one language each; prints Markdown
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import f1_score, recall_score
from threadpoolctl import threadpool_limits

from offswitch_classifier import corpus, folds, polarity, purpose, train
from offswitch_classifier.span import WRITTEN, Span
from offswitch_classifier.tempered import Tempered

Told = dict[str, NDArray[np.float64]]
NEUTRAL_FROM = 0.45
"""Tried: the probability from which a control is held to give nothing away, before it is asked which purpose it has."""


def fold(rows: Sequence[corpus.Row], name: str) -> folds.Fold:
    """Rows to learn from and rows to judge."""
    if name == "products":
        return folds.by_product(rows)[0]
    held = np.array([r["language"] == name for r in rows])
    return np.flatnonzero(~held), np.flatnonzero(held)


def told(fitted: dict[str, Tempered], x: Any, *, meant: bool) -> Told:
    """Mean probabilities, with or without the estimators that read meanings."""

    def asked(tempered: Tempered) -> list[Span]:
        return [e for e in tempered.estimators_ if meant or (e.start, e.stop) == WRITTEN]

    return {n: np.mean([e.predict_proba(x) for e in asked(made)], axis=0) for n, made in fitted.items()}


def line(true: train.Truth, held: NDArray[np.int_], made: Told, *, first: bool) -> str:
    """Macro-F1 of purpose and polarity, and recall of off_invasive; first: neutrality is decided first."""
    classes = np.unique(true.purpose)
    neutral = polarity.neutral(purpose.neutral_share(made["purpose"], classes), made["telling"][:, 0])
    shares = purpose.agreeing(made["purpose"], neutral, classes)
    alike = (neutral > NEUTRAL_FROM)[:, None] == purpose.is_neutral(classes)
    chosen = np.where(alike, shares, -1).argmax(axis=1) if first else shares.argmax(axis=1)
    turned = polarity.named(polarity.decided(purpose.is_neutral(classes)[chosen], made["direction"][:, 0]))
    of_purpose = f1_score(true.purpose[held], classes[chosen], average="macro")
    of_polarity = f1_score(true.polarity[held], turned, average="macro")
    recall = recall_score(true.polarity[held], turned, labels=["off_invasive"], average=None)[0]
    return f"{of_purpose:.3f} | {of_polarity:.3f} | {recall:.3f}"


def main() -> None:
    """Measure and print."""
    rows = corpus.read(Path("classifier/corpus"))
    true = train.truth(rows)
    telling = true.polarity != "neutral"
    print("| held out | | purpose macro-F1 | polarity macro-F1 | off_invasive recall |\n|---|---|---|---|---|")
    for name in sys.argv[1:] or ["products"]:
        learning, held = fold(rows, name)
        with threadpool_limits(1):
            learnt = folds.learn(rows, learning)
            x = learnt.texts.transform([rows[i] for i in held])
            fitted = {
                "purpose": learnt.fit(purpose.estimator(), true.purpose, np.ones(len(rows), dtype=bool)),
                "telling": learnt.fit(polarity.telling(), telling, np.ones(len(rows), dtype=bool)),
                "direction": learnt.fit(polarity.direction(), true.polarity, telling),
            }
        without, with_them = told(fitted, x, meant=False), told(fitted, x, meant=True)
        print(f"| {name} | as written | {line(true, held, without, first=False)} |")
        print(f"| {name} | and meanings | {line(true, held, with_them, first=False)} |")
        print(f"| {name} | and neutrality first | {line(true, held, with_them, first=True)} |", flush=True)


if __name__ == "__main__":
    main()
