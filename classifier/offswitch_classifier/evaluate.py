"""How good the models are: on the corpus by folds that share no product or no language, and on rows from elsewhere.

Each question is a file of its own (`evaluate_*.py`) that gives figures, and drawings where a picture says more.
"""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from offswitch_classifier import (
    corpus,
    evaluate_corpus,
    evaluate_screens,
    evaluate_settings,
    evaluate_shop_texts,
    evaluate_wording,
    held_out,
)
from offswitch_classifier.curves import Drawing
from offswitch_classifier.measures import Figure
from offswitch_classifier.model import Models, shipped
from offswitch_recording.errors import BadInput

BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"


@dataclass(frozen=True)
class Evaluation:
    """All figures and drawings of one evaluation."""

    figures: list[Figure]
    drawings: list[Drawing] = field(default_factory=list)

    def table(self) -> list[tuple[str, str, str, int]]:
        """Rows of (which rows, what, value with its interval to three decimals, how many rows it rests on)."""
        return [(f.rows, f.what, f.shown(), f.n) for f in self.figures]

    def to_json(self) -> str:
        """Figures and drawings as JSON: `{"figures": [...], "drawings": [...]}`."""
        made = {"figures": [asdict(f) for f in self.figures], "drawings": [asdict(d) for d in self.drawings]}
        return json.dumps(made, indent=1)

    def markdown(self) -> str:
        """The figures as Markdown tables, one for each kind of rows, below links to the drawings in figures/."""
        links = [f"![{d.title}](figures/{d.slug}.svg)" for d in self.drawings]
        parts = ["\n".join(links)] if links else []
        for rows in dict.fromkeys(f.rows for f in self.figures):
            lines = [f"| {f.what} | {f.shown()} | {f.n} |" for f in self.figures if f.rows == rows]
            parts.append("\n".join([f"### {rows}", "", "| figure | value | rows |", "|---|---|---|", *lines]))
        return "\n\n".join(parts)


def missing(data: Path) -> list[str]:
    """The files that `data` does not hold, whose figures are left out. Raises BadInput where it holds none."""
    wanted = [str(f) for f in (evaluate_settings.SETTINGS, evaluate_settings.MENUS, evaluate_shop_texts.FILE)]
    found = [name for name in wanted if not (data / name).is_file()]
    if len(found) == len(wanted):
        raise BadInput(f"nothing to measure on in this folder: no {', no '.join(wanted)}", where=str(data))
    return found


def evaluate(folder: Path, data: Path | None = None, models: Models | None = None) -> Evaluation:
    """Judge the corpus in `folder` by models of its other folds, and the files of `data` by the shipped models."""
    rows = corpus.read(folder)
    with threadpool_limits(1):
        read = held_out.of_controls(held_out.read(folder / held_out.FILE), rows)
        figures, drawings = evaluate_corpus.figures(rows, read)
        figures += evaluate_wording.figures(folder)
        figures += evaluate_screens.figures(folder, models or shipped())
        if data is not None:
            figures += evaluate_settings.figures(data, models or shipped())
            figures += evaluate_shop_texts.figures(data, models or shipped())
    return Evaluation(figures, drawings)


def write_card(evaluation: Evaluation, card: Path) -> None:
    """Put the figures between the markers of a model card. Raises BadInput where it has none."""
    text = card.read_text(encoding="utf-8")
    if BEGIN not in text or END not in text:
        raise BadInput("the model card has no place for figures", where=str(card), next_step=f"add {BEGIN} and {END}")
    before, after = text.split(BEGIN)[0], text.split(END)[1]
    card.write_text(f"{before}{BEGIN}\n\n{evaluation.markdown()}\n\n{END}{after}", encoding="utf-8")
