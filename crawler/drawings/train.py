"""Trains the network that reads a control's picture and says how good it is: `python -m drawings.train CROPS.npz [--write]`.

CROPS.npz comes from `python -m drawings.render`. Families are held out whole: of those in each fold no drawing is trained on, so
that the figures speak of makes never seen. With `--write` the network of all families replaces the shipped one.
Deterministic: seeds are fixed, one thread.
"""

import argparse
import warnings
from pathlib import Path

import numpy as np
from offswitch_crawler.controls.crops import Numbers, features
from offswitch_crawler.controls.picture import Network
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier
from threadpoolctl import threadpool_limits

from drawings.report import report

SHIPPED = Path(__file__).parents[1] / "offswitch_crawler" / "models" / "state_from_picture.npz"
FOLDS, SEEDS, HIDDEN, ROUNDS = 10, (1, 2, 3), 32, 24
PLAIN_DECAY = 3e-3


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
        logits = held_out(rows, state, family)
        temperature = cooled(logits, state)
        print(report(softmax(logits / temperature), state, family))
        if given.write:
            write(fit(rows, state, temperature), SHIPPED)
    print(f"temperature {temperature:.2f}")


def folds(family: np.ndarray) -> np.ndarray:
    """The fold of each drawing: a family is whole in one of them, and neighbours in the list in different ones."""
    names = list(dict.fromkeys(family.tolist()))
    return np.array([names.index(f) % FOLDS for f in family.tolist()])


def held_out(rows: Numbers, state: np.ndarray, family: np.ndarray) -> Numbers:
    """Logits (n, 4) of each drawing by a network that saw none of its family."""
    fold, logits = folds(family), np.zeros((len(rows), 4), dtype=np.float32)
    for number in range(FOLDS):
        test = fold == number
        logits[test] = np.log(fit(rows[~test], state[~test], 1.0).classes(rows[test]) + 1e-12)
    return logits


def fit(rows: Numbers, state: np.ndarray, temperature: float) -> Network:
    """A network of these drawings, its weights in half precision as they will be shipped."""
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 0.02
    scaled = np.clip((rows - mean) / spread, -6, 6)
    layers = []
    for seed in SEEDS:
        model = MLPClassifier((HIDDEN,), alpha=PLAIN_DECAY, batch_size=128, learning_rate_init=1e-3, max_iter=ROUNDS, random_state=seed)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)  # it is stopped early on purpose
            model.fit(scaled, state)
        (into, out), (shift, last) = model.coefs_, model.intercepts_
        layers.append(tuple(np.float32(np.float16(a)) for a in (into, shift, out, last)))
    return Network(mean, spread, tuple(layers), temperature)  # type: ignore[arg-type]


def cooled(logits: Numbers, state: np.ndarray) -> float:
    """The temperature by which held-out answers are most honest (least log loss)."""
    grid = np.arange(0.6, 4.01, 0.05)
    losses = [-np.log(softmax(logits / t)[np.arange(len(state)), state] + 1e-9).mean() for t in grid]
    return float(grid[int(np.argmin(losses))])


def softmax(logits: Numbers) -> Numbers:
    """Shares that add up to one in each row."""
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    shares: Numbers = powers / powers.sum(axis=1, keepdims=True)
    return shares


def write(network: Network, path: Path) -> None:
    """Arrays alone, no pickles."""
    arrays = {"mean": network.mean, "spread": network.spread, "temperature": np.array(network.temperature)}
    for i, layer in enumerate(network.layers):
        arrays |= dict(zip((f"into{i}", f"shift{i}", f"out{i}", f"last{i}"), layer, strict=True))
    np.savez_compressed(path, allow_pickle=False, **{k: v.astype(np.float16) for k, v in arrays.items()})  # type: ignore[arg-type]
    print(f"{path.stat().st_size / 1000:.0f} kB: {path}")


if __name__ == "__main__":
    main()
