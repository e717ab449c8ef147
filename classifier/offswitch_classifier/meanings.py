"""What words mean, beyond how they are written: vectors of pieces of words, alike where languages say the same.

The table (`vectors/pieces.npz`, made by bench/pieces.py) holds the input vectors of multilingual-e5-small for the pieces
that menus use, reduced and rounded: no network runs. A word is cut into its most probable pieces (Kudo, Subword
Regularization, ACL 2018, unigram model); a text is the weighted sum of its pieces, rare ones counting more (Arora, Liang and
Ma, A Simple but Tough-to-Beat Baseline for Sentence Embeddings, ICLR 2017), scaled to unit length.
"""

import hashlib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from offswitch_classifier.text import Control, words

START = "▁"  # marks a piece that begins a word
DIMENSIONS = 96
SLOTS = ("label", "description", "section", "all")
N_MEANT = len(SLOTS) * DIMENSIONS
LONGEST_PIECE = 16
UNKNOWN = -30.0  # log-probability of a character that no piece covers


class Table(NamedTuple):
    """Pieces by number, their log-probabilities, and their weighted vectors (n, DIMENSIONS)."""

    numbers: dict[str, int]
    scores: list[float]
    vectors: NDArray[np.float32]


@cache
def table() -> Table:
    """The table that travels in the package, read once."""
    with np.load(BytesIO(_source()), allow_pickle=False) as held:
        pieces = bytes(held["pieces"]).decode().split("\n")
        vectors = held["vectors"].astype(np.float32) * held["scales"].astype(np.float32)[:, None]
        return Table({p: n for n, p in enumerate(pieces)}, held["scores"].astype(float).tolist(), vectors)


@cache
def sha256() -> str:
    """Digest of the table: weights learnt on one say nothing of another."""
    return hashlib.sha256(_source()).hexdigest()


def _source() -> bytes:
    return files("offswitch_classifier").joinpath("vectors", "pieces.npz").read_bytes()


def pieces_of(word: str, numbers: dict[str, int], scores: Sequence[float]) -> list[int]:
    """The most probable pieces of a word, by their numbers; what no piece covers is left out.

    A word that is itself a piece is taken whole, which it nearly always would be.
    """
    marked = START + word
    if marked in numbers:
        return [numbers[marked]]
    best, back = [0.0], [(0, -1)]
    for end in range(1, len(marked) + 1):
        reached, came = best[end - 1] + UNKNOWN, (end - 1, -1)
        for begin in range(max(0, end - LONGEST_PIECE), end):
            number = numbers.get(marked[begin:end])
            if number is not None and best[begin] + scores[number] > reached:
                reached, came = best[begin] + scores[number], (begin, number)
        best.append(reached)
        back.append(came)
    found, end = [], len(marked)
    while end:
        end, number = back[end]
        if number >= 0:
            found.append(number)
    return found


@lru_cache(maxsize=50_000)
def _of_word(word: str) -> NDArray[np.float32]:
    held = table()
    made: NDArray[np.float32] = held.vectors[pieces_of(word, held.numbers, held.scores)].sum(axis=0)
    return made


@lru_cache(maxsize=20_000)
def of_text(text: str) -> NDArray[np.float32]:
    """The sum of the words of a cleaned text, (DIMENSIONS,); remembered, so not to be written to."""
    summed = np.zeros(DIMENSIONS, dtype=np.float32)
    for word in words(text):
        summed += _of_word(word.text)
    return summed


def of_controls(asked: Sequence[Control]) -> NDArray[np.float32]:
    """Label, description, section, and all texts together, each as a vector of unit length or zeros, (n, N_MEANT)."""
    made = np.zeros((len(asked), len(SLOTS), DIMENSIONS), dtype=np.float32)
    for row, c in zip(made, asked, strict=True):
        row[0], row[1], row[2] = of_text(c.label), of_text(c.description), of_text(c.section)
        row[3] = row[:3].sum(axis=0) + of_text(" | ".join(c.options))
    return _unit(made).reshape(len(asked), N_MEANT)


def of_texts(texts: Sequence[str]) -> NDArray[np.float32]:
    """Cleaned texts as vectors of unit length or zeros, (n, DIMENSIONS)."""
    return _unit(np.array([of_text(t) for t in texts], dtype=np.float32).reshape(-1, DIMENSIONS))


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    lengths = np.sqrt((vectors**2).sum(axis=-1, keepdims=True))
    return (vectors / np.where(lengths > 0, lengths, 1)).astype(np.float32)
