"""Trains the network that reads a control's picture and says how good it is: `python -m drawings.train CROPS.npz [--write]`.

CROPS.npz comes from `python -m drawings.render`. Families are held out whole: of those in each fold no drawing is trained on, so
that the figures speak of makes never seen. With `--write` the network of all families replaces the shipped one.
Deterministic: seeds are fixed, one thread.
"""

import argparse
import warnings
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from drawings.report import folded, report
from offswitch_crawler.controls.crops import Numbers, features
from offswitch_crawler.controls.picture import Network

SHIPPED = Path(__file__).parents[1] / "offswitch_crawler" / "models" / "state_from_picture.npz"
FOLDS, SEEDS, HIDDEN, ROUNDS, DECAY = 10, (1, 2, 3), 32, 10, 1.0


def main() -> None:
    """Hold families out, report, and write the network of all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("crops", type=Path)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    with np.load(given.crops, allow_pickle=False) as kept:
        pixels, ground, state, family = (kept[name] for name in ("pixels", "ground", "state", "family"))
    rows = np.stack([features(p / np.float32(255), g / np.float32(255)) for p, g in zip(pixels, ground, strict=True)])
    with threadpool_limits(1):
        networks = held_out(rows, state, family)
        temperature = cooled(networks, rows, state, family)
        print(report(answers(networks, rows, family, temperature), state, family))
        if given.write:
            write(replace(fit(rows, state), temperature=temperature), SHIPPED)
    print(f"temperature {temperature:.2f}")


def folds(family: np.ndarray) -> np.ndarray:
    """The fold of each drawing: a family is whole in one of them, and neighbours in the list in different ones."""
    names = list(dict.fromkeys(family.tolist()))
    return np.array([names.index(f) % FOLDS for f in family.tolist()])


def held_out(rows: Numbers, state: np.ndarray, family: np.ndarray) -> list[Network]:
    """For each fold a network that saw none of its families."""
    fold = folds(family)
    return [fit(rows[fold != number], state[fold != number]) for number in range(FOLDS)]


def answers(networks: list[Network], rows: Numbers, family: np.ndarray, temperature: float) -> Numbers:
    """Probabilities (n, 4) of each drawing by the network that saw none of its family."""
    fold, shares = folds(family), np.zeros((len(rows), 4), dtype=np.float32)
    for number, network in enumerate(networks):
        shares[fold == number] = replace(network, temperature=temperature).classes(rows[fold == number])
    return shares


def cooled(networks: list[Network], rows: Numbers, state: np.ndarray, family: np.ndarray) -> float:
    """The temperature by which held-out answers are most honest: least log loss, untellable ones being half on and half off."""

    def loss(temperature: float) -> float:
        likely = np.log(folded(answers(networks, rows, family, temperature)) + 1e-9)
        of_state = likely[np.arange(len(state)), np.minimum(state, 2)]
        return float(-np.where(state < 3, of_state, likely[:, :2].mean(axis=1)).mean())

    return min((float(t) for t in np.arange(0.8, 2.05, 0.1)), key=loss)


def fit(rows: Numbers, state: np.ndarray) -> Network:
    """A network of these drawings, its weights in half precision as they are shipped."""
    mean, spread = halved(rows.mean(axis=0)), halved(rows.std(axis=0) + 0.02)
    scaled = np.clip((rows - mean) / spread, -6, 6)
    layers = []
    for seed in SEEDS:
        model = MLPClassifier((HIDDEN,), alpha=DECAY, batch_size=128, max_iter=ROUNDS, random_state=seed)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)  # it is stopped early on purpose
            model.fit(scaled, state)
        (into, out), (shift, last) = model.coefs_, model.intercepts_
        layers.append((halved(into), halved(shift), halved(out), halved(last)))
    return Network(mean, spread, tuple(layers), 1.0)


def halved(numbers: np.ndarray) -> Numbers:
    """Numbers as they are after they were shipped in half precision."""
    return numbers.astype(np.float16).astype(np.float32)


def write(network: Network, path: Path) -> None:
    """Arrays alone, no pickles."""
    arrays = {"mean": network.mean, "spread": network.spread, "temperature": np.array(network.temperature)}
    for i, layer in enumerate(network.layers):
        arrays |= dict(zip((f"into{i}", f"shift{i}", f"out{i}", f"last{i}"), layer, strict=True))
    shipped: dict[str, Any] = {k: v.astype(np.float16) for k, v in arrays.items()}
    np.savez_compressed(path, **shipped)
    print(f"{path.stat().st_size / 1000:.0f} kB: {path}")


if __name__ == "__main__":
    main()
