"""Which exit code a command ends with, where several apply (pure)."""

from collections.abc import Iterable

DONE, ANSWER_IS_NO, WRONG_USE, SITE_FAILED, INCOMPLETE, CHANGED_BY_WALK, BUG, INTERRUPTED = 0, 1, 2, 3, 4, 5, 70, 130

PRECEDENCE = (BUG, INTERRUPTED, CHANGED_BY_WALK, SITE_FAILED, WRONG_USE, ANSWER_IS_NO, INCOMPLETE)
"""The gravest first. Wrong use is found before anything is done, so it rarely meets another code."""


def gravest(codes: Iterable[int]) -> int:
    """The code to end with: the first of PRECEDENCE that applies, or 0."""
    applying = set(codes)
    return next((code for code in PRECEDENCE if code in applying), DONE)
