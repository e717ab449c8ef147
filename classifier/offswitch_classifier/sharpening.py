"""How sure log-odds of patterns may be, and from which probability on they are an alarm; both from screens held out."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit

from offswitch_classifier.monotone import MonotoneLogistic

RATES = {"1%": 0.01, "5%": 0.05, "10%": 0.10}
LEAST = {"1%": 0.5, "5%": 0.3, "10%": 0.15}
"""No threshold lies lower: most fair screens have no subject at all, so that a rate measured on some hundred of them would
call a probability of a hundredth an alarm."""
UNSEEN = 0.9
PULL = 0.05
"""How strongly the common slope and offset are held to 1 and 0: as much as a handful of recordings would."""
APART_SLOPES, APART_OFFSETS = 0.6, 3.0
"""How far patterns stand apart beforehand: standard deviations of the logarithms of their slopes, and of their offsets."""


class Likeliest(NamedTuple):
    """For n pairs of a recording and a pattern: log-odds and share of the likeliest subject, whether the recording carries the
    pattern, and the pattern's number."""

    log_odds: NDArray[np.float64]
    share: NDArray[np.float64]
    carries: NDArray[np.bool_]
    pattern: NDArray[np.int_]


class Sharpening(NamedTuple):
    """By how much a pattern's log-odds are stretched and moved, so that they are as sure as they deserve (Platt, 1999)."""

    slope: float
    offset: float

    def of(self, log_odds: NDArray[np.float64]) -> NDArray[np.float64]:
        """Probabilities."""
        told: NDArray[np.float64] = expit(self.slope * log_odds + self.offset)
        return told

    def sharpened(self, fitted: MonotoneLogistic) -> MonotoneLogistic:
        """The same estimator, as sure as it deserves; it stays linear, and its directions stay."""
        fitted.coef_ = fitted.coef_ * self.slope
        fitted.intercept_ = float(fitted.intercept_ * self.slope + self.offset)
        return fitted


def sharpening(of: Likeliest) -> list[Sharpening]:
    """One for each pattern. Slopes and offsets of the patterns are drawn to one another, since each has few recordings.

    Some recordings carry their pattern in a way that no fact sees. They say nothing of how sure a hit is, and are left out.
    """
    n = int(of.pattern.max()) + 1
    seen = _seen(of)
    of = Likeliest(of.log_odds[seen], of.share[seen], of.carries[seen], of.pattern[seen])

    def loss(w: NDArray[np.float64]) -> float:
        slope, offset = np.exp(w[0] + w[2 : 2 + n]), w[1] + w[2 + n :]
        p = np.clip(expit(slope[of.pattern] * of.log_odds + offset[of.pattern]) * of.share, 1e-9, 1 - 1e-9)
        own = (w[2 : 2 + n] ** 2).sum() / APART_SLOPES**2 + (w[2 + n :] ** 2).sum() / APART_OFFSETS**2
        return float(-np.log(np.where(of.carries, p, 1 - p)).sum() + own / 2 + PULL * (w[0] ** 2 + w[1] ** 2))

    solved = minimize(loss, np.zeros(2 + 2 * n), method="L-BFGS-B", bounds=[(-3.0, 3.0)] * (2 + 2 * n)).x
    return [Sharpening(float(np.exp(solved[0] + solved[2 + i])), float(solved[1] + solved[2 + n + i])) for i in range(n)]


def _seen(of: Likeliest) -> NDArray[np.bool_]:
    """All but those that carry a pattern and look no likelier to than one in ten without it."""
    least = np.array(
        [np.quantile(of.log_odds[(of.pattern == n) & ~of.carries], UNSEEN) for n in range(of.pattern.max() + 1)]
    )
    seen: NDArray[np.bool_] = ~of.carries | (of.log_odds > least[of.pattern])
    return seen


def likeliest(screens: Iterable[str], values: Iterable[float]) -> dict[str, float]:
    """The greatest value of each screen, or of each recording where its name is given."""
    most: dict[str, float] = {}
    for screen, value in zip(screens, values, strict=True):
        most[screen] = max(most.get(screen, -np.inf), value)
    return most


def thresholds(by_pattern: Mapping[str, Mapping[str, float]], fair: Sequence[str]) -> dict[str, dict[str, float]]:
    """For each pattern the probability that at most 1, 5 and 10 % of the screens reach which do not carry it.

    by_pattern: for each pattern its likeliest probability on every screen without it that has a subject; fair: the screens
    that carry no pattern, of which those without a subject count as 0.
    """
    own = {slug: _reached([*of.values(), *(0.0 for s in fair if s not in of)]) for slug, of in by_pattern.items()}
    return {slug: {name: max(LEAST[name], limits[name]) for name in RATES} for slug, limits in own.items()}


def _reached(values: Sequence[float]) -> dict[str, float]:
    """The probability that at most such a share of the values reaches."""
    return {n: round(float(np.quantile(values, 1 - rate, method="higher")) + 1e-4, 4) for n, rate in RATES.items()}
