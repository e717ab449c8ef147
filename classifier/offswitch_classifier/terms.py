"""Words, pairs of words and parts of words as weighted terms (TF-IDF), with a marker of the field they stand in.

Like scikit-learn's TfidfVectorizer (sublinear counts, smooth inverse document frequency, unit length), but what a text
or a word comes to is looked up once and remembered: menus repeat their words, and screens their sections.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.base import BaseEstimator, TransformerMixin

from offswitch_classifier.text import Control, Rows, controls, words

SEPARATOR = "\n"  # stands in no cleaned text, so the terms are kept as one string
REMEMBERED = 50_000  # texts, and words
NOTHING = np.zeros(0, dtype=np.int32)


def text_of(control: Control, field: str) -> str:
    """One field of a control as text."""
    value = getattr(control, field)
    return value if isinstance(value, str) else " | ".join(value)


def parts(word: str, shortest: int, longest: int) -> list[str]:
    """The character sequences of a word, its edges marked by spaces; a short word is one sequence."""
    edged = f" {word} "
    if len(edged) <= shortest:
        return [edged]
    return [edged[i : i + n] for n in range(shortest, longest + 1) for i in range(len(edged) - n + 1)]


def _known(terms: Iterable[str], index: dict[str, int]) -> NDArray[np.int32]:
    return np.array([number for t in terms if (number := index.get(t)) is not None], dtype=np.int32)


def _keep(seen: dict[str, NDArray[np.int32]], key: str, found: NDArray[np.int32]) -> NDArray[np.int32]:
    if len(seen) >= REMEMBERED:
        seen.clear()
    seen[key] = found
    return found


class Terms(TransformerMixin, BaseEstimator, auto_wrap_output_keys=None):  # type: ignore[call-arg, misc]
    """Controls → weighted terms, sparse (n, n_terms), rows of unit length.

    fields: read together, their terms not told apart. by: `word` (words and pairs of neighbours) or `part`
    (character sequences within words, `shortest` to `longest`). min_df: texts in which a term must stand.
    """

    def __init__(
        self,
        fields: Sequence[str] = ("label",),
        by: str = "word",
        shortest: int = 2,
        longest: int = 5,
        min_df: int = 1,
    ) -> None:
        self.fields = fields
        self.by = by
        self.shortest = shortest
        self.longest = longest
        self.min_df = min_df

    def fit(self, rows: Rows, y: object = None) -> "Terms":
        """Learn which terms there are and how common each is."""
        counted = Counter(t for c in controls(rows) for t in set(self._terms(c)))
        kept = sorted(t for t, n in counted.items() if n >= self.min_df)
        frequency = np.array([counted[t] for t in kept], dtype=np.float64)
        self.terms_ = SEPARATOR.join(kept)
        self.idf_ = (np.log((1 + len(rows)) / (1 + frequency)) + 1).astype(np.float32)
        self._forget()
        return self

    def transform(self, rows: Rows) -> csr_matrix:
        """The weighted terms of each row."""
        self._index()
        found = [[self._numbers(text_of(c, f)) for f in self.fields] for c in controls(rows)]
        ends = np.cumsum([0, *(sum(map(len, f)) for f in found)])
        numbers = np.concatenate([NOTHING, *(part for f in found for part in f)])
        counts = csr_matrix((np.ones(len(numbers), np.float32), numbers, ends), shape=(len(found), len(self.idf_)))
        counts.sum_duplicates()
        counts.data = (1 + np.log(counts.data)) * self.idf_[counts.indices]
        row = np.repeat(np.arange(len(found)), np.diff(counts.indptr))
        lengths = np.sqrt(np.bincount(row, counts.data**2, minlength=len(found))).astype(np.float32)
        counts.data /= lengths[row]
        return counts

    def get_feature_names_out(self, input_features: object = None) -> NDArray[np.object_]:
        """The terms, marked by where they are read."""
        mark = "+".join(self.fields)
        return np.array([f"{mark}:{t}" for t in self.terms_.split(SEPARATOR)] if self.terms_ else [], dtype=object)

    def _terms(self, control: Control) -> Iterable[str]:
        return (term for field in self.fields for term in self._terms_of(text_of(control, field)))

    def _terms_of(self, text: str) -> Iterable[str]:
        found = [w.text for w in words(text)]
        if self.by == "part":
            return (p for word in found for p in parts(word, self.shortest, self.longest))
        return (*found, *(f"{a} {b}" for a, b in pairwise(found)))

    def _numbers(self, text: str) -> NDArray[np.int32]:
        """The terms of a text by their numbers, one number for each time that a term stands in it."""
        found = self._texts.get(text)
        return _keep(self._texts, text, self._looked_up(text)) if found is None else found

    def _looked_up(self, text: str) -> NDArray[np.int32]:
        if self.by == "word":
            return _known(self._terms_of(text), self._index())
        return np.concatenate([NOTHING, *(self._numbers_of_word(word.text) for word in words(text))])

    def _numbers_of_word(self, word: str) -> NDArray[np.int32]:
        found = self._words.get(word)
        if found is None:
            found = _keep(self._words, word, _known(parts(word, self.shortest, self.longest), self._index()))
        return found

    def _index(self) -> dict[str, int]:
        if getattr(self, "_numbered", None) is None:
            terms = self.terms_.split(SEPARATOR) if self.terms_ else []
            self._numbered = {t: n for n, t in enumerate(terms)}
            self._texts: dict[str, NDArray[np.int32]] = {}
            self._words: dict[str, NDArray[np.int32]] = {}
        return self._numbered

    def _forget(self) -> None:
        self._numbered = None  # type: ignore[assignment]

    def __getstate__(self) -> dict[str, Any]:
        """What is learnt, without what is only remembered for speed."""
        state: dict[str, Any] = super().__getstate__()
        return {k: v for k, v in state.items() if k not in {"_numbered", "_texts", "_words"}}
