"""What a text says beyond its words: who negates what, what is permitted or prevented, of which subject it speaks."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, TransformerMixin

from offswitch_classifier.lexicon import ROLES, SUBJECTS, Hit, hits
from offswitch_classifier.text import Control, Rows, controls, words

KINDS = ("switch", "checkbox", "radio", "select", "segmented")
ACTS = ("permitting", "preventing", "protective")
OPENINGS = (*ACTS, "negations")
SPOKEN = tuple(role for role in ROLES if role != "echoes")
READ = ("label", "description", "section", "options")
NEGATION_REACH_WORDS = 5


def net_direction(found: Iterable[Hit]) -> int:
    """+1 where what is said protects (prevents, or denies a permission), -1 where it permits, 0 where neither is said.

    The first act of the clause counts; each negation that stands near it turns it round, so that
    `don't block` permits and `never share` protects. Word order differs by language: a negation may follow its verb. One
    that is a part of the act itself (`do not track`) does not turn it.
    """
    found = list(found)
    act = next((h for h in found if h.role in ACTS), None)
    negations = counted_negations(found)
    if act is None:
        return 1 if len(negations) % 2 else 0
    near = [p for p in negations if abs(p - act.position) <= NEGATION_REACH_WORDS and not 0 <= p - act.position < act.length]
    sign = -1 if act.role == "permitting" else 1
    return -sign if len(near) % 2 else sign


def counted_negations(found: Sequence[Hit]) -> set[float]:
    """Where a clause is negated; a negation that only repeats one before it (`ne … pas`, `no … nunca`) is not counted."""
    negations = sorted(h.position for h in found if h.role == "negations")
    echoes = {h.position for h in found if h.role == "echoes"}
    return {p for p in negations if p not in echoes or p == negations[0]}


@lru_cache(maxsize=20_000)
def of_text(text: str, language: str) -> NDArray[np.float32]:
    """The signs of one text, in the order of `names_of_text`; remembered, so not to be written to."""
    found = hits(text, language)
    tokens = words(text)
    spoken_of = {h.role for h in found}
    first = next((h.role for h in found if h.role in OPENINGS), "")
    opening = {h.role for h in found if h.position == 0}
    clauses = sorted({h.clause for h in found})
    directions = [net_direction([h for h in found if h.clause == c]) for c in clauses]
    spoken = [d for d in directions if d]
    lead, last = (spoken[0], spoken[-1]) if spoken else (0, 0)
    signs = (
        *(float(r in spoken_of) for r in SPOKEN),
        *(float(first == a) for a in OPENINGS),
        *(float(a in opening) for a in OPENINGS),
        float(lead > 0), float(lead < 0), float(last > 0), float(last < 0),
        min(max(sum(spoken), 0), 2) / 2, min(max(-sum(spoken), 0), 2) / 2,
        float(len(counted_negations(found)) > 1),
        *(float(s in spoken_of) for s in SUBJECTS),
        min(len(tokens), 30) / 30,
        float(not text),
        float(any(mark in text for mark in "?？؟") or text.endswith(";")),
    )  # fmt: skip
    return np.array(signs, dtype=np.float32)


def names_of_text() -> list[str]:
    """What each sign of a text is called."""
    return [
        *SPOKEN,
        *(f"first_{a}" for a in OPENINGS),
        *(f"opens_{a}" for a in OPENINGS),
        "lead_protects", "lead_permits", "last_protects", "last_permits", "protects_in_all", "permits_in_all",
        "double_negation",
        *(f"speaks_of_{s}" for s in SUBJECTS),
        "length", "empty", "question",
    ]  # fmt: skip


def of_control(control: Control) -> list[NDArray[np.float32]]:
    """The signs of a control: of each of its texts, of its kind, and whether it has many options."""
    texts = (control.label, control.description, control.section, " | ".join(control.options))
    return [*(of_text(text, control.language) for text in texts), _of_kind(control.kind, len(control.options) > 2)]


@lru_cache(maxsize=1000)
def _of_kind(kind: str, many: bool) -> NDArray[np.float32]:
    return np.array([*(kind == k for k in KINDS), many], dtype=np.float32)


N_SIGNS = len(READ) * len(names_of_text()) + len(KINDS) + 1


class Signs(TransformerMixin, BaseEstimator, auto_wrap_output_keys=None):  # type: ignore[call-arg, misc]
    """Controls → signs, (n, n_signs), 0..1. Knows nothing of the training texts."""

    def fit(self, rows: Rows, y: object = None) -> "Signs":
        """Nothing is learnt; the number of signs is kept."""
        self.n_signs_ = len(self.get_feature_names_out())
        return self

    def transform(self, rows: Rows) -> NDArray[np.float32]:
        """The signs of each row."""
        found = [signs for c in controls(rows) for signs in of_control(c)]
        return np.concatenate(found).reshape(-1, self.n_signs_) if found else np.zeros((0, self.n_signs_), np.float32)

    def get_feature_names_out(self, input_features: object = None) -> NDArray[np.object_]:
        """Names of the signs."""
        names = [f"{field}:{name}" for field in READ for name in names_of_text()]
        return np.array([*names, *(f"kind:{k}" for k in KINDS), "options:many"], dtype=object)
