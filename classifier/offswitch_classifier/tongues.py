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

from offswitch_classifier.facts import ControlFacts, Facts
from offswitch_classifier.model import Models
from offswitch_classifier.text import cleaned
from offswitch_classifier.written import pages

NAMES = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese", "nl": "Dutch",
    "sv": "Swedish", "pl": "Polish", "ja": "Japanese", "zh": "Chinese", "ko": "Korean", "id": "Indonesian",
    "vi": "Vietnamese", "ru": "Russian", "uk": "Ukrainian", "el": "Greek", "ar": "Arabic", "he": "Hebrew", "hi": "Hindi",
    "da": "Danish", "fi": "Finnish", "cs": "Czech", "hu": "Hungarian", "ro": "Romanian", "tr": "Turkish",
}  # fmt: skip
SEQUENCES = HashingVectorizer(
    analyzer="char_wb", ngram_range=(1, 3), n_features=2**13, alternate_sign=False, norm=None, lowercase=False
)
FEWEST_LETTERS_AROUND = 40
SMOOTHING = 0.1
CORRELATED = 0.35
"""Sequences that overlap say the same thing several times: their log-odds are counted at this share."""


def estimator() -> MultinomialNB:
    """An unfitted estimator of the language on SEQUENCES; all languages are as likely before a text is read."""
    return MultinomialNB(alpha=SMOOTHING, fit_prior=False)


def letters(text: str) -> int:
    """How many letters a text has; a character of Chinese, Japanese or Korean counts as three."""
    return sum(3 if c >= "\u3040" else 1 for c in text if c.isalpha())


def learn(controls: Sequence[Mapping[str, str]], sentences: Sequence[Mapping[str, str]]) -> MultinomialNB:
    """Learn from the texts of both corpora; weights are kept in single precision."""
    texts = [f"{r['label']} {r['description']}" for r in controls] + [r["text"] for r in sentences]
    languages = [r["language"].split("-")[0] for r in (*controls, *sentences)]
    made = estimator().fit(SEQUENCES.transform([cleaned(t) for t in texts]), languages)
    made.feature_log_prob_ = np.round(made.feature_log_prob_, 2).astype(np.float32)
    del made.feature_count_
    return made


@lru_cache(maxsize=5_000)
def _row(text: str) -> object:
    return SEQUENCES.transform([cleaned(text)])


def _log_likelihoods(text: str, models: Models) -> NDArray[np.float64]:
    told: NDArray[np.float64] = CORRELATED * np.asarray(_row(text) @ models["tongues"].feature_log_prob_.T)[0]
    return told


def guess(text: str, models: Models) -> str:
    """The likeliest language."""
    return str(models["tongues"].classes_[_log_likelihoods(text, models).argmax()])


def against(text: str, language: str, models: Models) -> float:
    """Log-odds of the likeliest other language over the one given; below 0 where that is the likeliest."""
    told, classes = _log_likelihoods(text, models), list(models["tongues"].classes_)
    own = classes.index(language)
    others = np.delete(told, own)
    return float(others.max() - told[own])


def around(control: ControlFacts) -> str | None:
    """The language of everything on a control's screen that is not its own, or of its parent's; null where there is too little."""
    rest = _rest(control.facts, control.control.screen, {t for t in control.names if t})
    return guess(rest, control.facts.models) if letters(rest) >= FEWEST_LETTERS_AROUND else None


def _rest(facts: Facts, screen: str, own: set[str]) -> str:
    page = facts.kept(pages).get(screen)
    text = " ".join(w.text for w in page.lines if w.text not in own) if page else ""
    if letters(text) < FEWEST_LETTERS_AROUND * 3 and page and page.screen.parent:
        text += " " + _rest(facts, page.screen.parent, own)
    return text[:4000]
