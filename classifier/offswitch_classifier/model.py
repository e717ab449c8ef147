"""Models on disk: skops files with listed types, written canonically, and models.json that holds them together.

skops names the members of its archive by object ids and stamps them with the time of day; two trainings that agree
in every number would differ in every byte. Members and ids are therefore renumbered in reading order.
"""

import hashlib
import io
import json
import zipfile
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

import skops.io

from offswitch_classifier import encoder, meanings
from offswitch_classifier.asking import Asking
from offswitch_classifier.heads import Heads
from offswitch_classifier.tongues import Tongues
from offswitch_classifier.wording import Judging
from offswitch_recording.errors import OffswitchError

READERS = ("purpose", "telling", "direction", "essential")
PATTERNS = (
    "privacy_maze", "adding_steps", "false_hierarchy", "hidden_information", "trick_question", "emotional_steering", "look_over_there",
    "forced_consent", "bundling", "conflicting_information", "decontextualizing", "dead_end", "language_discontinuity",
    "urgency", "scarcity", "social_proof",
)  # fmt: skip
"""Estimators of patterns that are learnt from recordings of screens."""
NAMES = ("texts", *READERS, "choice", "preselection", "tongues", *PATTERNS, "screen", "wording")
TRUSTED = [
    "offswitch_classifier.monotone.MonotoneLogistic",
    "offswitch_classifier.signs.Signs",
    "offswitch_classifier.span.Span",
    "offswitch_classifier.tempered.Tempered",
    "offswitch_classifier.terms.Terms",
    "offswitch_classifier.texts.Texts",
    "offswitch_classifier.wording.Wording",
]
LISTING = "models.json"
BESIDE = {"pieces.npz": meanings.sha256, "encoder.npz": encoder.sha256}
"""What the models read texts with, in vectors/, made by bench/pieces.py and bench/encoder.py."""
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Models:
    """Everything that `offswitch train` made: one fitted estimator for each of NAMES, and what is said of them."""

    estimators: dict[str, Any]
    version: str
    sha256: dict[str, str] = field(default_factory=dict)
    thresholds: dict[str, dict[str, float]] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        return self.estimators[name]

    @cached_property
    def heads(self) -> Heads:
        """The estimators that read texts, asked together."""
        return Heads({name: self.estimators[name] for name in READERS})

    @cached_property
    def asking(self) -> Asking:
        """Texts asked of those estimators."""
        return Asking(self.estimators["texts"], self.heads, encoder.shipped())

    @cached_property
    def tongues(self) -> Tongues:
        """Texts asked of the model of languages."""
        return Tongues(self.estimators["tongues"])

    @cached_property
    def judging(self) -> Judging:
        """Texts asked of the wording model."""
        return Judging(self.estimators["wording"], encoder.shipped())


def write(models: Models, folder: Path) -> Models:
    """Write every estimator and models.json into `folder`; returns the models with their SHA-256."""
    folder.mkdir(parents=True, exist_ok=True)
    digests = {}
    for name in NAMES:
        data = canonical(skops.io.dumps(models[name]))
        (folder / f"{name}.skops").write_bytes(data)
        digests[f"{name}.skops"] = hashlib.sha256(data).hexdigest()
    digests |= {name: sha256() for name, sha256 in BESIDE.items()}
    listing = {"version": models.version, "sha256": digests, "thresholds": models.thresholds}
    (folder / LISTING).write_text(json.dumps(listing, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return Models(models.estimators, models.version, digests, models.thresholds)


def read(folder: Path) -> Models:
    """Read the models of a folder. Raises OffswitchError where a file is missing, altered or holds other types."""
    try:
        listing = json.loads((folder / LISTING).read_text(encoding="utf-8"))
        for name, sha256 in BESIDE.items():
            if listing["sha256"][name] != sha256():
                raise ValueError(f"{name} is not the one that {LISTING} names")
        estimators = {n: _estimator((folder / f"{n}.skops"), listing["sha256"][f"{n}.skops"]) for n in NAMES}
    except (OSError, ValueError, KeyError, TypeError) as e:
        raise OffswitchError(f"the models cannot be read: {e}", where=str(folder), next_step=_MEND) from None
    return Models(estimators, listing["version"], listing["sha256"], listing["thresholds"])


_MEND = "install the package again, or make the models with `offswitch train`"


def _estimator(file: Path, sha256: str) -> Any:
    data = file.read_bytes()
    if hashlib.sha256(data).hexdigest() != sha256:
        raise OffswitchError("the model file is not the one that models.json names", where=file.name, next_step=_MEND)
    untrusted = set(skops.io.get_untrusted_types(data=data)) - set(TRUSTED)
    if untrusted:
        raise OffswitchError(f"the model file holds types that are not trusted: {sorted(untrusted)}", where=file.name)
    return skops.io.loads(data, trusted=TRUSTED)


@cache
def shipped() -> Models:
    """The models that travel in the package, read once."""
    return read(Path(str(files("offswitch_classifier").joinpath("models"))))


def canonical(data: bytes) -> bytes:
    """The same skops archive with members and ids numbered in reading order, without times."""
    source = zipfile.ZipFile(io.BytesIO(data))
    schema = json.loads(source.read("schema.json"))
    renumbered = _Renumbering()
    renumbered.visit(schema)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for old, new in renumbered.files.items():
            _add(archive, new, source.read(old))
        _add(archive, "schema.json", json.dumps(schema, separators=(",", ":"), sort_keys=True).encode())
    return made.getvalue()


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    member = zipfile.ZipInfo(name, date_time=_EPOCH)
    archive.writestr(member, content, compress_type=zipfile.ZIP_DEFLATED, compresslevel=9)


class _Renumbering:
    """Walks a skops schema and gives ids and member names by order of appearance; equal constants share one id."""

    def __init__(self) -> None:
        self.ids: dict[object, int] = {}
        self.files: dict[str, str] = {}

    def visit(self, node: object) -> None:
        if isinstance(node, list):
            for child in node:
                self.visit(child)
        elif isinstance(node, dict):
            if "__id__" in node:
                key = (node["__class__"], node["content"]) if node.get("is_json") else node["__id__"]
                node["__id__"] = self.ids.setdefault(key, len(self.ids))
            if isinstance(node.get("file"), str):
                node["file"] = self._renamed(node["file"])
            for key in sorted(node):
                self.visit(node[key])

    def _renamed(self, file: str) -> str:
        return self.files.setdefault(file, f"{len(self.files)}{Path(file).suffix}")
