"""What rows of whole menus and the encoder bring.

python bench/menus.py hand z     rows of one hand, judged by models that learnt from no menus, from those of other hands, and from
                                 these counted more; without the encoder
python bench/menus.py share      folds of the whole corpus that share no product, for each share of the encoder in the mean
                                 (from classifier/corpus/held_out.npz)
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from decided import Told, decided
from numpy.typing import NDArray
from sklearn.metrics import f1_score, precision_score, recall_score
from threadpoolctl import threadpool_limits

from offswitch_classifier import corpus, encoder, folds, held_out, polarity, purpose, train

FOLDER = Path("classifier/corpus")
SHARES = (0.0, 0.3, 0.4, 0.5, 0.6, 1.0)


def written(rows: Sequence[corpus.Row], of: NDArray[np.int_], held: NDArray[np.int_]) -> Told:
    """Probabilities of the held rows by what reads written words, signs and meanings, learnt from others."""
    true = train.truth(rows)
    telling = true.polarity != "neutral"
    learnt = folds.learn(rows, of)
    x = learnt.texts.transform([rows[i] for i in held])
    asked = {
        "purpose": (purpose.estimator(), true.purpose, np.ones(len(rows), dtype=bool)),
        "telling": (polarity.telling(), telling, np.ones(len(rows), dtype=bool)),
        "direction": (polarity.direction(), true.polarity, telling),
    }
    return {name: learnt.fit(made, y, which).predict_proba(x) for name, (made, y, which) in asked.items()}


def line(rows: Sequence[corpus.Row], told: Told) -> str:
    """Macro-F1 of purpose and polarity, precision and recall of off_invasive."""
    true = train.truth(rows)
    purposes, turned = decided(told, np.unique(true.purpose))
    scores = [
        f1_score(true.purpose, purposes, average="macro"),
        f1_score(true.polarity, turned, average="macro"),
        precision_score(true.polarity, turned, labels=["off_invasive"], average="macro"),
        recall_score(true.polarity, turned, labels=["off_invasive"], average="macro"),
    ]
    return " | ".join(f"{s:.3f}" for s in scores)


def of_hand(rows: Sequence[corpus.Row], hand: str) -> Iterator[str]:
    """Lines for one hand held out."""
    hands = np.array([r["hand"] for r in rows])
    held, menus = np.flatnonzero(hands == hand), corpus.is_menu(rows)
    alone = [{**r, "hand": ""} for r in rows]  # no hand counts more
    ways = {
        "no menus": (rows, ~menus),
        "menus of other hands": (alone, hands != hand),
        "the same, counted more": (rows, hands != hand),
    }
    for name, (given, of) in ways.items():
        yield f"{name} | {line([rows[i] for i in held], written(given, np.flatnonzero(of & (hands != hand)), held))}"


def of_shares(rows: Sequence[corpus.Row]) -> Iterator[str]:
    """Lines for each share, on whole menus in English and in other languages."""
    read = held_out.of_controls(held_out.read(FOLDER / held_out.FILE), rows)
    told = {name: np.zeros(read[name].shape) for name in ("purpose", "telling", "direction")}
    for of, held in folds.by_product(rows):
        for name, made in written(rows, of, held).items():
            told[name][held] = made
    english = np.array([r["language"] == "en" for r in rows])
    for share in SHARES:
        mean = {name: (1 - share) * made + share * np.exp(read[name]) for name, made in told.items()}
        for where, which in (("English", english), ("other languages", ~english)):
            chosen = np.flatnonzero(corpus.is_menu(rows) & which)
            yield f"{share} {where} | {line([rows[i] for i in chosen], {n: m[chosen] for n, m in mean.items()})}"


def main() -> None:
    """Measure and print."""
    rows = corpus.read(FOLDER)
    print(f"purpose, polarity macro-F1, off_invasive precision, recall; as shipped the encoder counts {encoder.SHARE}")
    with threadpool_limits(1):
        for made in of_hand(rows, sys.argv[2]) if sys.argv[1] == "hand" else of_shares(rows):
            print(made, flush=True)


if __name__ == "__main__":
    main()
