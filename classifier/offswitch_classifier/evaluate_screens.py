"""How well the patterns are told on recordings of twins, by estimators that have not seen the site."""

from pathlib import Path

import numpy as np

from offswitch_classifier import screens
from offswitch_classifier.measures import Figure, calibration_error, decision
from offswitch_classifier.model import Models

NAME = "recordings of training twins, folds that share no site"


def figures(folder: Path, models: Models) -> list[Figure]:
    """Of each pattern on its own twins: how many carry it, found or not, against the likeliest subject's probability."""
    examples = screens.read(folder)
    told = screens.told(models, examples)
    made: list[Figure] = []
    truths, probabilities = [], []
    for slug, by_example in told.items():
        own = [e for e in examples if e.group.startswith(f"{slug}/")]
        truth = np.array([e.pattern is slug for e in own])
        probability = np.array([by_example.get(e.name, 0.0) for e in own])
        if truth.any() and not truth.all():
            made += [f for f in decision(NAME, str(slug), truth, probability, 0.5) if "calibration" not in f.what]
        truths.append(truth)
        probabilities.append(probability)
    truth, probability = np.concatenate(truths), np.concatenate(probabilities)
    made.append(Figure(NAME, "all patterns: calibration error", calibration_error(truth, probability), len(truth)))
    quiet = [
        max(of.get(e.name, 0.0) for of in told.values()) for e in examples if e.group.startswith(("benign/", "control--"))
    ]
    made.append(
        Figure(NAME, "fair pages with any pattern at 0.50 or more", float(np.mean(np.array(quiet) >= 0.5)), len(quiet))
    )
    return made
