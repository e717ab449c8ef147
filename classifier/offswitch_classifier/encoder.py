"""A small transformer that reads the texts of a control, or a sentence, word after word: who does what to which data.

Its input vectors and layers are the first of multilingual-e5-small (Wang et al., Multilingual E5 Text Embeddings, 2024), the
layers learnt on with the corpus by bench/encoder.py and rounded to eight bits; words are cut as in `meanings`. It runs in
numpy alone: attention (Vaswani et al., Attention Is All You Need, NeurIPS 2017) with layers normalised after each sum, as in
BERT (Devlin et al., NAACL 2019), and GELU by its hyperbolic tangent (Hendrycks and Gimpel, 2016).
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import log_softmax

from offswitch_classifier import meanings
from offswitch_classifier.terms import text_of
from offswitch_classifier.text import Control, words

Floats = NDArray[np.float32]

BEGIN, END, ASKS, N_SIGNS = 0, 1, 3, 4
"""What is no piece of a word: the begin, the end of a field, and a question mark of Latin or East Asian make; 2 is kept free,
since what no piece covers is left out."""
FIELDS = (("label", 40), ("description", 40), ("section", 16), ("options", 24))
"""What is read, and how many pieces of it; a sentence is read like a label, so that what stands behind 40 pieces is not seen."""
LONGEST = 64
KINDS = ("switch", "checkbox", "radio", "select", "segmented")
"""Kinds that were learnt from; any other, and none, is read as no kind at all."""
SENTENCE = len(KINDS) + 1
BATCH = 64
EPSILON = 1e-12
N_HEADS = 12
HEADS = ("purpose", "telling", "direction", "essential", "wording")
"""What is read out, in the order of the numbers of `predict_log_proba`."""
BLOCKS, BLOCK_SCALES, SCALES, CLASSES = "pieces.blocks", "pieces.scales", ".scales", "classes."
SHARE = 0.4
"""How much the encoder says beside the estimators that read written words and signs."""
SMALL = 32
"""What has fewer rows or columns is kept in half precision."""


@dataclass(frozen=True)
class Encoder:
    """Weights by name, the vectors of pieces in four bits with their scales, and the classes of each head, sorted."""

    weights: dict[str, Floats]
    blocks: NDArray[np.uint8]
    scales: NDArray[np.float16]
    classes: dict[str, list[str]]
    n_layers: int

    def predict_log_proba(self, asked: Sequence[Control]) -> dict[str, NDArray[np.float64]]:
        """Log-probabilities by name of head, each (n, n_classes)."""
        made = {name: np.zeros((len(asked), len(self.classes[name]))) for name in HEADS}
        read = [tokens(c) for c in asked]
        order = sorted(range(len(read)), key=lambda i: len(read[i].numbers))
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            pooled = self._pooled([read[i] for i in batch])
            for name in HEADS:
                scores = pooled @ self.weights[f"{name}.w"] + self.weights[f"{name}.b"]
                made[name][batch] = log_softmax(scores.astype(np.float64), axis=1)
        return made

    def _pooled(self, batch: Sequence["Tokens"]) -> Floats:
        """The mean over the label, and over all, of what the last layer says of each piece, (n, 2 * width)."""
        longest = max(len(t.numbers) for t in batch)
        numbers, fields = (np.zeros((len(batch), longest), dtype=np.int64) for _ in range(2))
        held = np.zeros((len(batch), longest), dtype=bool)
        for row, read in enumerate(batch):
            numbers[row, : len(read.numbers)], fields[row, : len(read.numbers)] = read.numbers, read.fields
            held[row, : len(read.numbers)] = True
        x = self._embedded(numbers, fields, np.array([t.kind for t in batch]))
        away = np.where(held, 0, -1e4).astype(np.float32)[:, None, None, :]
        for layer in range(self.n_layers):
            x = self._layer(f"l{layer}.", x, away)
        label = (held & (fields <= 1)).astype(np.float32)
        return np.hstack([_mean(x, label), _mean(x, held.astype(np.float32))])

    def _embedded(self, numbers: NDArray[np.int64], fields: NDArray[np.int64], kinds: NDArray[np.int64]) -> Floats:
        w = self.weights
        pieces = unpacked(self.blocks, self.scales, np.maximum(numbers - N_SIGNS, 0))
        x = np.where((numbers < N_SIGNS)[:, :, None], w["signs"][np.minimum(numbers, N_SIGNS - 1)], pieces)
        x = x + w["places"][: numbers.shape[1]] + w["fields"][fields]
        x[:, 0] += w["kinds"][kinds]
        return _normalised(x.astype(np.float32), w["in.w"], w["in.b"])

    def _layer(self, at: str, x: Floats, away: Floats) -> Floats:
        w = self.weights
        n, longest, width = x.shape
        parts = _mapped(x, w[at + "qkv.w"], w[at + "qkv.b"]).reshape(n, longest, 3, N_HEADS, -1)
        asked, offered, told = np.ascontiguousarray(parts.transpose(2, 0, 3, 1, 4))
        scores = asked @ np.ascontiguousarray(offered.swapaxes(2, 3)) * np.float32(parts.shape[-1] ** -0.5) + away
        scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
        scores /= scores.sum(axis=-1, keepdims=True)
        seen = (scores @ told).swapaxes(1, 2).reshape(n, longest, width)
        x = _normalised(x + _mapped(seen, w[at + "ao.w"], w[at + "ao.b"]), w[at + "aln.w"], w[at + "aln.b"])
        wide = _gelu(_mapped(x, w[at + "fi.w"], w[at + "fi.b"]))
        return _normalised(x + _mapped(wide, w[at + "fo.w"], w[at + "fo.b"]), w[at + "oln.w"], w[at + "oln.b"])


@dataclass(frozen=True)
class Tokens:
    """One text as numbers of pieces, the field in which each stands (0: none, 1 on: FIELDS), and the kind of control."""

    numbers: list[int]
    fields: list[int]
    kind: int


def tokens(asked: Control) -> Tokens:
    """A control's texts in the order of FIELDS, each ended."""
    numbers, fields = [BEGIN], [0]
    for field, (name, most) in enumerate(FIELDS, 1):
        found = _pieces(text_of(asked, name))[:most]
        if found:
            numbers += [*found, END]
            fields += [field] * (len(found) + 1)
    kind = KINDS.index(asked.kind) if asked.kind in KINDS else len(KINDS)
    return Tokens(numbers[:LONGEST], fields[:LONGEST], SENTENCE if asked.kind == "sentence" else kind)


def _pieces(text: str) -> list[int]:
    held = meanings.table()
    found = [N_SIGNS + k for word in words(text) for k in meanings.pieces_of(word.text, held.numbers, held.scores)]
    return [*found, ASKS] if "?" in text else found


def blended(written: NDArray[np.float64], read: NDArray[np.float64]) -> NDArray[np.float64]:
    """Probabilities of what reads written words and signs, averaged with log-probabilities of the encoder, (n, n_classes)."""
    return (1 - SHARE) * written + SHARE * np.exp(read)


def sentence(text: str) -> Control:
    """A cleaned sentence as it is read for its wording."""
    return Control(text, "", "", "sentence", (), "")


def _mean(x: Floats, weight: Floats) -> Floats:
    made: Floats = (weight[:, None, :] @ x)[:, 0] / weight.sum(axis=1, keepdims=True)
    return made


def _mapped(x: Floats, weight: Floats, shift: Floats) -> Floats:
    """x: (n, length, wide). One product of matrices for the whole batch: one for each text takes half as long again."""
    made: Floats = x.reshape(-1, x.shape[-1]) @ weight + shift
    return made.reshape(*x.shape[:-1], -1)


def _gelu(x: Floats) -> Floats:
    inner = np.float32(0.044715) * x * x
    inner += 1
    inner *= x
    inner *= np.float32(np.sqrt(2 / np.pi))
    np.tanh(inner, out=inner)
    inner += 1
    inner *= x
    inner *= np.float32(0.5)
    return inner


def _normalised(x: Floats, scale: Floats, shift: Floats) -> Floats:
    x = x - x.mean(axis=-1, keepdims=True)
    deviation = np.sqrt(np.einsum("...i,...i->...", x, x) / x.shape[-1] + EPSILON)
    made: Floats = x / deviation[..., None] * scale + shift
    return made


@cache
def shipped() -> Encoder:
    """The encoder that travels in the package, read once."""
    return read(_source())


@cache
def sha256() -> str:
    """Digest of the shipped encoder."""
    return hashlib.sha256(_source()).hexdigest()


def _source() -> bytes:
    return files("offswitch_classifier").joinpath("vectors", "encoder.npz").read_bytes()


def unpacked(blocks: NDArray[np.uint8], scales: NDArray[np.float16], numbers: NDArray[np.int64]) -> Floats:
    """Vectors of pieces, (*numbers.shape, width): blocks of 32 numbers of four bits, the low halves first, each with a scale."""
    found = blocks[numbers]
    both = np.concatenate([found & 15, found >> 4], axis=-1).astype(np.float32) - 8
    made: Floats = (both * scales[numbers][..., None].astype(np.float32)).reshape(*numbers.shape, -1)
    return made


def read(data: bytes) -> Encoder:
    """An encoder as `written`: matrices in eight bits with a scale a column, vectors in four, the rest in half precision."""
    with np.load(BytesIO(data), allow_pickle=False) as held:
        weights: dict[str, Floats] = {}
        for name in set(held.files) - {BLOCKS, BLOCK_SCALES}:
            if name.endswith(SCALES) or name.startswith(CLASSES):
                continue
            found = held[name].astype(np.float32)
            weights[name] = found * held[name + SCALES].astype(np.float32) if name + SCALES in held.files else found
        classes = {name: [str(c) for c in held[CLASSES + name]] for name in HEADS}
        n_layers = sum(name.endswith(".qkv.w") for name in weights)
        return Encoder(weights, held[BLOCKS], held[BLOCK_SCALES], classes, n_layers)


def written(
    weights: dict[str, Any], blocks: NDArray[np.uint8], scales: NDArray[np.float16], classes: dict[str, list[str]]
) -> bytes:
    """The file of an encoder, the same bytes for the same numbers."""
    made: dict[str, Any] = {CLASSES + name: np.array(c) for name, c in classes.items()}
    made |= {BLOCKS: blocks, BLOCK_SCALES: scales}
    for name, w in weights.items():
        if w.ndim == 2 and min(w.shape) > SMALL:
            of_column = np.abs(w).max(axis=0) / 127
            made |= {name: np.round(w / of_column).astype(np.int8), name + SCALES: of_column.astype(np.float32)}
        else:
            made[name] = w.astype(np.float16)
    out = BytesIO()
    np.savez_compressed(out, **made)
    return out.getvalue()
