"""In which language a text is: naive Bayes over short character sequences, learnt on the corpus (26 languages).

Cavnar and Trenkle, N-gram-based text categorization (1994), for the idea; log-odds are those of a multinomial model.
Sequences are hashed, so that the model is one table of 26 rows.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import HashingVectorizer
from sklearn.naive_bayes import MultinomialNB

from offswitch_classifier.text import cleaned, code_of

NAMES = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese", "nl": "Dutch",
    "sv": "Swedish", "pl": "Polish", "ja": "Japanese", "zh": "Chinese", "ko": "Korean", "id": "Indonesian",
    "vi": "Vietnamese", "ru": "Russian", "uk": "Ukrainian", "el": "Greek", "ar": "Arabic", "he": "Hebrew", "hi": "Hindi",
    "da": "Danish", "fi": "Finnish", "cs": "Czech", "hu": "Hungarian", "ro": "Romanian", "tr": "Turkish",
}  # fmt: skip
SEQUENCES = HashingVectorizer(
    analyzer="char_wb", ngram_range=(1, 3), n_features=2**13, alternate_sign=False, norm=None, lowercase=False
)
REMEMBERED_TEXTS = 20_000  # 26 numbers each
SMOOTHING = 0.1
CORRELATED = 0.35
"""Sequences that overlap say the same thing several times: their log-odds are counted at this share."""


def estimator() -> MultinomialNB:
    """An unfitted estimator of the language on SEQUENCES; all languages are as likely before a text is read."""
    return MultinomialNB(alpha=SMOOTHING, fit_prior=False)


@lru_cache(maxsize=20_000)
def letters(text: str) -> int:
    """How many letters a text has; a character of Chinese, Japanese or Korean counts as three."""
    return sum(3 if c >= "\u3040" else 1 for c in text if c.isalpha())


def learn(controls: Sequence[Mapping[str, str]], sentences: Sequence[Mapping[str, str]]) -> MultinomialNB:
    """Learn from the texts of both corpora; weights are kept in single precision."""
    texts = [f"{r['label']} {r['description']}" for r in controls] + [r["text"] for r in sentences]
    languages = [code_of(r["language"]) for r in (*controls, *sentences)]
    made = estimator().fit(SEQUENCES.transform([cleaned(t) for t in texts]), languages)
    made.feature_log_prob_ = np.round(made.feature_log_prob_, 2).astype(np.float32)
    del made.feature_count_
    return made


class Tongues:
    """Texts asked of a fitted model, each distinct one once: log-likelihoods of every language."""

    def __init__(self, model: MultinomialNB) -> None:
        self.classes = [str(c) for c in model.classes_]
        self._weights = np.ascontiguousarray(model.feature_log_prob_.T)
        self._told: dict[str, NDArray[np.float64]] = {}

    def read(self, texts: Sequence[str]) -> list[NDArray[np.float64]]:
        """Log-likelihoods, (26,) for each text, in the order of `classes`."""
        if len(self._told) + len(texts) > REMEMBERED_TEXTS:
            self._told.clear()
        new = [t for t in dict.fromkeys(texts) if t not in self._told]
        if new:
            made = SEQUENCES.transform([cleaned(t) for t in new]) @ self._weights
            self._told.update(zip(new, CORRELATED * np.asarray(made, dtype=np.float64), strict=True))
        return [self._told[t] for t in texts]
