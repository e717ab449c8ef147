"""How good the models are: on the corpus by folds that share no product or no language, and on rows from elsewhere."""

import csv
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import StratifiedKFold
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from offswitch_classifier import (
    corpus,
    evaluate_screens,
    evaluate_shop_texts,
    evaluate_wording,
    folds,
    mazes,
    polarity,
    preselection,
    purpose,
    train,
)
from offswitch_classifier.measures import Figure, accepting, by_class, decision
from offswitch_classifier.model import Models, shipped
from offswitch_classifier.monotone import MonotoneLogistic
from offswitch_classifier.patterns import privacy_maze
from offswitch_classifier.reading import Asked, read
from offswitch_classifier.text import control
from offswitch_recording.errors import BadInput
from offswitch_recording.words import Polarity

EXTERNAL = "settings-dev.csv"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"


@dataclass(frozen=True)
class Evaluation:
    """All figures of one evaluation."""

    figures: list[Figure]

    def table(self) -> list[tuple[str, str, str, int]]:
        """Rows of (which rows, what, value to three decimals, how many rows it rests on)."""
        return [(f.rows, f.what, f"{f.value:.3f}", f.n) for f in self.figures]

    def to_json(self) -> str:
        """The figures as JSON."""
        return json.dumps([asdict(f) for f in self.figures], indent=1)

    def markdown(self) -> str:
        """The figures as Markdown tables, one for each kind of rows."""
        parts = []
        for rows in dict.fromkeys(f.rows for f in self.figures):
            lines = [f"| {f.what} | {f.value:.3f} | {f.n} |" for f in self.figures if f.rows == rows]
            parts.append("\n".join([f"### {rows}", "", "| figure | value | rows |", "|---|---|---|", *lines]))
        return "\n\n".join(parts)


def missing(data: Path) -> list[str]:
    """The files that `data` does not hold, whose figures are left out. Raises BadInput where it holds none."""
    wanted = [EXTERNAL, str(evaluate_shop_texts.FILE)]
    found = [name for name in wanted if not (data / name).is_file()]
    if len(found) == len(wanted):
        raise BadInput(f"nothing to measure on in this folder: no {', no '.join(wanted)}", where=str(data))
    return found


def evaluate(folder: Path, data: Path | None = None, models: Models | None = None) -> Evaluation:
    """Judge the corpus in `folder` by models of its other folds; the files of `data` by the shipped models."""
    rows = corpus.read(folder)
    figures: list[Figure] = []
    with threadpool_limits(1):
        for name, folded in _foldings(rows).items():
            figures += _on_corpus(name, rows, train.held_out(rows, folded))
        figures += _on_mazes()
        figures += evaluate_wording.figures(folder)
        figures += evaluate_screens.figures(folder, models or shipped())
        if data is not None:
            figures += on_external(data, models or shipped())
            figures += evaluate_shop_texts.figures(data, models or shipped())
    return Evaluation(figures)


def write_card(evaluation: Evaluation, card: Path) -> None:
    """Put the figures between the markers of a model card. Raises BadInput where it has none."""
    text = card.read_text(encoding="utf-8")
    if BEGIN not in text or END not in text:
        raise BadInput("the model card has no place for figures", where=str(card), next_step=f"add {BEGIN} and {END}")
    before, after = text.split(BEGIN)[0], text.split(END)[1]
    card.write_text(f"{before}{BEGIN}\n\n{evaluation.markdown()}\n\n{END}{after}", encoding="utf-8")


def _foldings(rows: Sequence[corpus.Row]) -> dict[str, list[folds.Fold]]:
    strata = [r["purpose"] + r["polarity"] for r in rows]
    by_row = StratifiedKFold(folds.SPLITS, shuffle=True, random_state=0).split(rows, strata)
    return {
        "corpus, folds that share no product": folds.by_product(rows),
        "corpus, folds that share no language": folds.by_language(rows),
        "corpus, folds by row (products shared; for comparison only)": list(by_row),
    }


def _on_corpus(name: str, rows: Sequence[corpus.Row], told: train.HeldOut) -> list[Figure]:
    true = train.truth(rows)
    classes = np.unique(true.purpose)
    chosen = told.purposes.argmax(axis=1)
    guess = _polarity(polarity.decided(purpose.is_neutral(classes)[chosen], told.off_invasive))
    facts = train.preselection_facts(told)
    probability = train.crossed(preselection.estimator(), facts, true.preselected, true.products)
    return [
        *by_class(name, "purpose", true.purpose, classes[chosen]),
        *by_class(name, "polarity", true.polarity, guess),
        *decision(name, "preselected", true.preselected, probability, 0.5),
    ]


def _polarity(places: NDArray[np.int_]) -> NDArray[np.object_]:
    chosen: NDArray[np.object_] = np.array([str(p) for p in polarity.ORDER])[places]
    return chosen


def _on_mazes() -> list[Figure]:
    facts, buried, _ = mazes.examples(1000, train.SEED + 1)
    learnt, labels, _ = mazes.examples(train.SITES, train.SEED)
    estimator = MonotoneLogistic(tuple(privacy_maze.DIRECTIONS.values())).fit(learnt, labels)
    name = "simulated sites of another seed"
    return decision(name, "privacy-maze", buried == 1, estimator.predict_proba(facts)[:, 1], 0.5)


def on_external(data: Path, models: Models) -> list[Figure]:
    """Figures of the shipped models on settings of real products, where `data` holds them; nothing is learnt here."""
    file = data / EXTERNAL
    if not file.is_file():
        return []
    with file.open(encoding="utf-8", newline="") as f:
        rows = list(csv.DictReader(f))
    told = read([Asked(control(r), r["default"]) for r in rows], models)
    truth = np.array([r["purpose"] for r in rows])
    guess = np.array(told.classes)[told.chosen]
    also = [_also(r["note"]) for r in rows]
    turned, turned_guess = np.array([r["polarity"] for r in rows]), _polarity(told.turned)
    english = np.array([r["language"] == "en" for r in rows])
    name = "settings of real products"
    figures = [
        *by_class(name, "purpose", truth, guess),
        by_class(name, "purpose, other careful answers accepted", accepting(truth, guess, also), guess)[0],
        *by_class(name, "polarity", turned, turned_guess),
        *_preselected(name, rows, told.preselected),
    ]
    for part, of in (("in English", english), ("in other languages", ~english)):
        figures += by_class(f"{name}, {part}", "purpose", truth[of], guess[of])[:2]
        figures += by_class(f"{name}, {part}", "polarity", turned[of], turned_guess[of])[:2]
        off = of & (turned == Polarity.OFF_INVASIVE)
        recall = float(np.mean(turned_guess[off] == turned[off])) if off.any() else 0.0
        figures.append(Figure(f"{name}, {part}", "polarity: off_invasive recall", recall, int(off.sum())))
    return figures


def _also(note: str) -> set[str]:
    """Other purposes that a note accepts: `alt:X|Y`."""
    return {p for part in note.replace(",", ";").split(";") if part.strip().startswith("alt:")
            for p in part.strip()[4:].split()[0].split("|")}  # fmt: skip


def _preselected(name: str, rows: Sequence[dict[str, str]], probability: NDArray[np.float64]) -> list[Figure]:
    said = np.array([r["deceptive_preselection"] for r in rows])
    soft = np.array(["soft" in r["note"] for r in rows])
    known = said != "unknown"
    filled = np.nan_to_num(probability, nan=0.0)
    return [
        *decision(name, "preselected", (said == "yes")[known], filled[known], 0.5),
        *decision(f"{name}, without those marked soft", "preselected", (said == "yes")[known & ~soft],
                  filled[known & ~soft], 0.5),
    ]  # fmt: skip
