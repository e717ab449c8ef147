"""How long scoring takes: loading beside imports, the encoder, and one screen of 50 controls, beside reading the same recording.

python bench/score.py [corpus]     prints milliseconds of processor time, and ratios, measured in one run
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from threadpoolctl import threadpool_limits

from offswitch_recording.controls import Control
from offswitch_recording.schema import Recording, Screen

CONTROLS = 50
ROUNDS = 40
TEXTS = 400
"""So many rows of the corpus, spread over it, are read by the encoder."""


def milliseconds(act: Callable[[], object]) -> float:
    """Processor time of one call: what else the machine does is not counted."""
    started = time.process_time()
    act()
    return (time.process_time() - started) * 1000


def screens(corpus: Path) -> list[Recording]:
    """Recordings of one screen with 50 controls each, of texts that differ from screen to screen."""
    from offswitch_classifier.corpus import read

    rows = read(corpus)
    made = []
    for start in range(0, len(rows) - CONTROLS, CONTROLS):
        controls = [
            Control.model_validate(
                {
                    "id": f"c{n}", "screen": "s1", "kind": r["control"], "label": r["label"], "state": r["state"],
                    "description": r["description"], "section": [s for s in r["section"].split(" > ") if s],
                    "options": [o for o in r["options"].split(" | ") if o], "depth": n % 5, "depth_is": "exact",
                }
            )
            for n, r in enumerate(rows[start : start + CONTROLS])
        ]  # fmt: skip
        screen = Screen(id="s1", kind="page", url="http://127.0.0.1/", language=rows[start]["language"])
        url = "http://127.0.0.1/"
        made.append(Recording(start_url=url, started_at="2025-01-01T00:00:00Z", screens=[screen], controls=controls))
    return made


def encoded(corpus: Path) -> float:
    """What the encoder takes for one control's texts, milliseconds; most of the corpus are short."""
    from offswitch_classifier import encoder
    from offswitch_classifier.corpus import read
    from offswitch_classifier.text import control

    rows = read(corpus)
    asked, shipped = [control(r) for r in rows[:: len(rows) // TEXTS]], encoder.shipped()
    return median(milliseconds(lambda: shipped.predict_log_proba(asked)) for _ in range(3)) / len(asked)


def main() -> None:
    """Measure and print."""
    imported = milliseconds(lambda: __import__("offswitch_classifier.score"))
    from offswitch_classifier.model import shipped
    from offswitch_classifier.score import score

    loaded = milliseconds(shipped)
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "classifier/corpus")
    recordings = screens(folder)
    texts = [r.model_dump_json(by_alias=True) for r in recordings]
    with threadpool_limits(1):
        each = encoded(folder)
        score(recordings[0])
        first = median(milliseconds(lambda r=r: score(r)) for r in recordings[1:ROUNDS])
        again = median(milliseconds(lambda r=r: score(r)) for r in recordings[1:ROUNDS])
    parsed = median(milliseconds(lambda t=t: Recording.model_validate_json(t)) for t in texts[1:ROUNDS])
    print(f"imports                              {imported:8.1f} ms")
    print(f"models, read and checked             {loaded:8.1f} ms   {loaded / imported:.2f} of the imports")
    print(f"encoder, a control's texts           {each:8.2f} ms   {each / parsed:.1f} x reading the record")
    print(f"screen of {CONTROLS} controls, texts new      {first:8.2f} ms   {first / parsed:.1f} x reading the record")
    print(f"screen of {CONTROLS} controls, texts seen     {again:8.2f} ms   {again / parsed:.1f} x reading the record")


if __name__ == "__main__":
    main()
