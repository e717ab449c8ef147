"""The ontology as data: what each pattern is called, where the guidelines speak of it, what each purpose allows."""

from functools import cache
from importlib.resources import files
from typing import NamedTuple

import yaml

from offswitch_recording.words import Purpose, Slug


class Entry(NamedTuple):
    """One pattern: its place in the ontology of Gray et al., its EDPB number, its meaning on a settings menu."""

    slug: Slug
    ontology: str
    edpb: str
    meaning: str


@cache
def _data() -> dict[str, dict[str, dict[str, str]]]:
    text = files("offswitch_classifier").joinpath("ontology.yaml").read_text(encoding="utf-8")
    loaded: dict[str, dict[str, dict[str, str]]] = yaml.safe_load(text)
    return loaded


def entry(slug: str) -> Entry:
    """The entry of a slug. Raises ValueError for a slug that is none."""
    found = _data()["patterns"][Slug(slug)]
    return Entry(Slug(slug), found["ontology"], found["edpb"], found["meaning"])


def allows(purpose: Purpose) -> str:
    """What the invasive state of a control with this purpose lets happen, for a sentence."""
    return str(_data()["purposes"][purpose])
