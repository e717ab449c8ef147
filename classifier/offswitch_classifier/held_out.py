"""What encoders say of the corpus that have not seen a row's product: made by bench/encoder.py.

An encoder takes ten minutes and more to learn, so `offswitch train` and `offswitch evaluate` read these numbers in place of learning
one for each fold. A row is known by its texts, whatever its product (16 texts stand in two products): where the corpus has changed
since, rows without numbers are named.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from offswitch_classifier import encoder
from offswitch_classifier.corpus import Row
from offswitch_classifier.text import Control, cleaned, control
from offswitch_recording.errors import BadInput

FILE = "held_out.npz"
OF_CONTROLS, N_CLASSES = ("purpose", "telling", "direction", "essential"), (12, 14, 16)
MEND = "python bench/encoder.py --held-out classifier/corpus/held_out.npz, or --added (needs `pip install -e .[training]`)"


@dataclass(frozen=True)
class HeldOut:
    """Log-probabilities of rows in the order of the corpus: of controls, of sentences; NaN where none were made."""

    controls: NDArray[np.float32]
    sentences: NDArray[np.float32]
    keys: list[str]

    @classmethod
    def empty(cls, rows: Sequence[Row], texts: Sequence[Row], classes: dict[str, list[str]]) -> "HeldOut":
        """No numbers yet."""
        wide = sum(len(classes[name]) for name in OF_CONTROLS)
        keys = [key(control(r)) for r in rows] + [key(encoder.sentence(cleaned(r["text"]))) for r in texts]
        sizes = (len(rows), wide), (len(texts), len(classes["wording"]))
        of_controls, of_sentences = (np.full(size, np.nan, np.float32) for size in sizes)
        return cls(of_controls, of_sentences, keys)

    def recall(self, known: dict[str, NDArray[np.float64]]) -> NDArray[np.int_]:
        """Take what is known by key; the numbers of the other rows."""
        tables = [(self.controls, i) for i in range(len(self.controls))] + [
            (self.sentences, i) for i in range(len(self.sentences))
        ]
        new = []
        for n, ((table, i), name) in enumerate(zip(tables, self.keys, strict=True)):
            if name in known:
                table[i] = known[name]
            else:
                new.append(n)
        return np.array(new, dtype=int)

    def fill(self, learnt: encoder.Encoder, rows: Sequence[Row], texts: Sequence[Row], held: NDArray[np.int_]) -> None:
        """Ask an encoder of the rows numbered in `held`; sentences are numbered after controls."""
        first, second = held[held < len(rows)], held[held >= len(rows)] - len(rows)
        told = learnt.predict_log_proba([control(rows[i]) for i in first])
        self.controls[first] = np.hstack([told[name] for name in OF_CONTROLS])
        told = learnt.predict_log_proba([encoder.sentence(cleaned(texts[i]["text"])) for i in second])
        self.sentences[second] = told["wording"]

    def write(self, file: Path) -> None:
        """Write to a file."""
        np.savez_compressed(
            file,
            controls=self.controls.astype(np.float16),
            sentences=self.sentences.astype(np.float16),
            keys=np.array(self.keys),
        )


def read(file: Path) -> dict[str, NDArray[np.float64]]:
    """Log-probabilities by key of what was read. Raises BadInput where there is no such file."""
    if not file.is_file():
        raise BadInput("no held-out probabilities of the encoder", where=str(file), next_step=MEND)
    try:
        with np.load(BytesIO(file.read_bytes()), allow_pickle=False) as held:
            rows = [*held["controls"].astype(np.float64), *held["sentences"].astype(np.float64)]
            return {str(k): row for k, row in zip(held["keys"], rows, strict=True) if not np.isnan(row).any()}
    except (ValueError, KeyError, EOFError, BadZipFile):
        raise BadInput("held-out probabilities that cannot be read", where=str(file), next_step=MEND) from None


def of_controls(read: dict[str, NDArray[np.float64]], rows: Sequence[Row]) -> dict[str, NDArray[np.float64]]:
    """Log-probabilities by name of head, each (n, n_classes). Raises BadInput where rows have none."""
    found = _found(read, {key(control(r)): r["label"] for r in rows}, [key(control(r)) for r in rows])
    return dict(zip(OF_CONTROLS, np.split(found, N_CLASSES, axis=1), strict=True))


def of_sentences(read: dict[str, NDArray[np.float64]], rows: Sequence[Row]) -> NDArray[np.float64]:
    """Log-probabilities of wordings, (n, n_classes). Raises BadInput where rows have none."""
    keys = [key(encoder.sentence(cleaned(r["text"]))) for r in rows]
    return _found(read, {k: r["text"] for k, r in zip(keys, rows, strict=True)}, keys)


def _found(read: dict[str, NDArray[np.float64]], names: dict[str, str], keys: Sequence[str]) -> NDArray[np.float64]:
    missing = [names[k] for k in keys if k not in read]
    if missing:
        first = ", ".join(repr(text[:40]) for text in missing[:3])
        what = f"the encoder was asked of other rows: {len(missing)} have no held-out probabilities, {first} among them"
        raise BadInput(what, next_step=MEND)
    return np.array([read[k] for k in keys])


def key(asked: Control) -> str:
    """By which a text is known: the first 64 bits of its digest."""
    return hashlib.sha256("\x1f".join([*asked[:4], "|".join(asked.options), asked.language]).encode()).hexdigest()[:16]
