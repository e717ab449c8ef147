"""Figures on drawings of families that were held out."""

import itertools

import numpy as np

from drawings.style import STATES
from offswitch_crawler.controls.crops import Numbers
from offswitch_crawler.controls.picture import CONTRARY, SURE


def folded(shares: Numbers) -> Numbers:
    """Probabilities of on, off and mixed, (n, 3), of those with unclear, (n, 4): what nobody could tell is half on, half off."""
    told = shares[:, :3].copy()
    told[:, :2] += shares[:, 3:] / 2
    return told


def report(shares: Numbers, state: np.ndarray, family: np.ndarray) -> str:
    """Answered, right, confusion, calibration, false conflicts, and the families that fare worst. `shares` (n, 4)."""
    told = folded(shares)
    best, sure = told.argmax(axis=1), told.max(axis=1)
    clear = state < 3
    switch = np.isin([f.split(".")[0] for f in family.tolist()], ("switches", "marked", "worded"))
    lines = [f"{'':22}{'n':>7}{'answered':>10}{'right':>9}   at >= {SURE}"]
    for name, among in (("switches", clear & switch), ("checkboxes", clear & ~switch), ("all", clear)):
        lines.append(_line(name, best, sure, state, among))
    lines.append(f"{'untellable':22}{(~clear).sum():7}{(sure >= SURE)[~clear].mean():10.3f}")
    lines += [
        "",
        "confusion of those answered (rows: drawn, columns: said)",
        f"{'':10}" + "".join(f"{s:>9}" for s in STATES[:3]),
    ]
    for i, drawn in enumerate(STATES):
        lines.append(f"{drawn:10}" + "".join(f"{((best == j) & (sure >= SURE) & (state == i)).sum():9}" for j in range(3)))
    lines += ["", f"contrary at >= {CONTRARY} (said on for off, or off for on), share of all on and off"]
    for name, among in (("switches", switch), ("checkboxes", ~switch & clear)):
        onoff = among & (state < 2)
        lines.append(f"{name:22}{onoff.sum():7}{((best == 1 - state) & (sure >= CONTRARY))[onoff].mean():10.4f}")
    lines += ["", "calibration (clear and untellable alike; an untellable answer counts as half right)"]
    right = np.where(clear, best == state, 0.5)
    edges = (0.33, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.97, 0.99, 1.001)
    for low, high in itertools.pairwise(edges):
        among = (sure >= low) & (sure < high)
        if among.any():
            lines.append(
                f"{low:.2f}..{min(high, 1):.2f}{among.sum():9}   said {sure[among].mean():.3f}   right {right[among].mean():.3f}"
            )
    lines += ["", "by family: n, answered, right"]
    for name in dict.fromkeys(family.tolist()):
        lines.append(_line(name, best, sure, state, family == name))
    return "\n".join(lines)


def _line(name: str, best: np.ndarray, sure: np.ndarray, state: np.ndarray, among: np.ndarray) -> str:
    answered = among & (sure >= SURE)
    right = (best == state)[answered].mean() if answered.any() else float("nan")
    return f"{name:22}{among.sum():7}{answered.sum() / max(1, among.sum()):10.3f}{right:9.4f}"
