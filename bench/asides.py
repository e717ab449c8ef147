"""What a remark in brackets at the end of a label does to the reading of its direction: with it and without.

python bench/asides.py     over the rows of the corpus whose label ends so, hand by hand: the share whose direction the shipped
                           encoder reads rightly, and the readers together
"""

from collections import defaultdict
from pathlib import Path

from offswitch_classifier import corpus, encoder
from offswitch_classifier.model import shipped
from offswitch_classifier.text import Control, control, without_aside

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Read both ways and print."""
    by_hand: dict[str, list[tuple[Control, bool]]] = defaultdict(list)
    for row in corpus.read(ROOT / "classifier/corpus"):
        asked = control(row)
        if row["polarity"] != "neutral" and without_aside(asked) != asked:
            by_hand[row["hand"]].append((asked, row["polarity"] == "off_invasive"))
    for hand, rows in sorted(by_hand.items()):
        asked, protects = [c for c, _ in rows], [t for _, t in rows]
        with_it, without = _right(asked, protects), _right([without_aside(c) for c in asked], protects)
        print(f"hand {hand}: {len(rows)} rows; encoder {with_it[0]:.2f} with, {without[0]:.2f} without; ", end="")
        print(f"together {with_it[1]:.2f}, {without[1]:.2f}")


def _right(asked: list[Control], protects: list[bool]) -> tuple[float, float]:
    alone = encoder.shipped().predict_log_proba(asked)["direction"][:, 0] > -0.6931
    together = shipped().asking.predict_proba(asked)["direction"][:, 0] > 0.5
    return float((alone == protects).mean()), float((together == protects).mean())


if __name__ == "__main__":
    main()
