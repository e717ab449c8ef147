"""A small transformer that reads the texts of a control, or a sentence, word after word: who does what to which data.

Its layers are the first of multilingual-e5-small (Wang et al., Multilingual E5 Text Embeddings, 2024), learnt on with the
corpus by bench/encoder.py and rounded to eight bits; its input is the table of `meanings`. It runs in numpy alone: attention
(Vaswani et al., Attention Is All You Need, NeurIPS 2017) with layers normalised after each sum, as in BERT (Devlin et al.,
NAACL 2019), and GELU by its hyperbolic tangent (Hendrycks and Gimpel, 2016).
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

BEGIN, END, UNKNOWN, ASKS = 0, 1, 2, 3
N_SIGNS = 4
"""What is no piece of a word: the begin, the end of a field, a character that no piece covers, and a question mark."""
FIELDS = (("label", 40), ("description", 40), ("section", 16), ("options", 24))
"""What is read, and how many pieces of it."""
LONGEST = 64
KINDS = ("switch", "checkbox", "radio", "select", "segmented")
SENTENCE = len(KINDS) + 1
BATCH = 64
EPSILON = 1e-12
HEADS = ("purpose", "telling", "direction", "essential", "wording")
"""What is read out, in the order of the numbers of `predict_log_proba`."""


@dataclass(frozen=True)
class Encoder:
    """Weights by name, and the classes of each head, sorted."""

    weights: dict[str, Floats]
    classes: dict[str, list[str]]
    n_layers: int
    n_heads: int

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
        table = meanings.unweighted()
        pieces = table[np.maximum(numbers - N_SIGNS, 0)] @ w["project.w"] + w["project.b"]
        x = np.where((numbers < N_SIGNS)[:, :, None], w["signs"][np.minimum(numbers, N_SIGNS - 1)], pieces)
        x = x + w["places"][: numbers.shape[1]] + w["fields"][fields]
        x[:, 0] += w["kinds"][kinds]
        return _normalised(x, w["in.w"], w["in.b"])

    def _layer(self, at: str, x: Floats, away: Floats) -> Floats:
        w = self.weights
        n, longest, width = x.shape
        parts = (x @ w[at + "qkv.w"] + w[at + "qkv.b"]).reshape(n, longest, 3, self.n_heads, -1).transpose(2, 0, 3, 1, 4)
        scores = parts[0] @ parts[1].swapaxes(2, 3) * np.float32(parts.shape[-1] ** -0.5) + away
        scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
        scores /= scores.sum(axis=-1, keepdims=True)
        seen = (scores @ parts[2]).swapaxes(1, 2).reshape(n, longest, width)
        x = _normalised(x + seen @ w[at + "ao.w"] + w[at + "ao.b"], w[at + "aln.w"], w[at + "aln.b"])
        wide = x @ w[at + "fi.w"] + w[at + "fi.b"]
        wide *= 0.5 * (1 + np.tanh(np.float32(0.7978845608) * (wide + np.float32(0.044715) * wide * wide * wide)))
        return _normalised(x + wide @ w[at + "fo.w"] + w[at + "fo.b"], w[at + "oln.w"], w[at + "oln.b"])


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


def sentence(text: str) -> Control:
    """A cleaned sentence as it is read for its wording."""
    return Control(text, "", "", "sentence", (), "")


def _mean(x: Floats, weight: Floats) -> Floats:
    made: Floats = (weight[:, None, :] @ x)[:, 0] / weight.sum(axis=1, keepdims=True)
    return made


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


def read(data: bytes) -> Encoder:
    """An encoder as `written`: matrices in eight bits with a scale a column, the rest in half precision."""
    with np.load(BytesIO(data), allow_pickle=False) as held:
        weights: dict[str, Floats] = {}
        for name in held.files:
            if name.endswith(".scales") or name.startswith("classes."):
                continue
            scales = held[f"{name}.scales"] if f"{name}.scales" in held.files else None
            found = held[name].astype(np.float32)
            weights[name] = found if scales is None else found * scales.astype(np.float32)
        classes = {name: [str(c) for c in held[f"classes.{name}"]] for name in HEADS}
    n_layers = sum(name.endswith(".qkv.w") for name in weights)
    return Encoder(weights, classes, n_layers, n_heads=12)


def written(weights: dict[str, Any], classes: dict[str, list[str]]) -> bytes:
    """The file of an encoder, the same bytes for the same numbers."""
    made: dict[str, Any] = {f"classes.{name}": np.array(c) for name, c in classes.items()}
    for name, w in weights.items():
        if w.ndim == 2 and min(w.shape) > 32:
            scales = np.abs(w).max(axis=0) / 127
            made[name] = np.round(w / scales).astype(np.int8)
            made[f"{name}.scales"] = scales.astype(np.float32)
        else:
            made[name] = w.astype(np.float16)
    out = BytesIO()
    np.savez_compressed(out, **made)
    return out.getvalue()
