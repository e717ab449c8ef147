"""A recording as a folder: written beside its final name, renamed when whole, so that nothing recorded is ever lost."""

import json
import os
import shutil
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from offswitch_recording import manifest
from offswitch_recording.errors import BadInput
from offswitch_recording.findings import Findings
from offswitch_recording.schema import Recording

RECORDING, FINDINGS, SCREENS, DOCUMENTS = "recording.json", "findings.json", "screens", "documents"
PARTIAL = ".partial"
ELSEWHERE = "name a new folder with --out"
M = TypeVar("M", bound=BaseModel)


class Writer:
    """Writes one recording; `folder` is the temporary place, `final` the name it gets when whole."""

    def __init__(self, final: Path) -> None:
        self.final = final.absolute()
        self.folder = self.final.with_name(self.final.name + PARTIAL)
        try:
            if self.final.exists() and (not self.final.is_dir() or any(self.final.iterdir())):
                raise BadInput("the output folder is not empty", where=str(final), next_step=ELSEWHERE)
            self._keep_earlier()
            (self.folder / SCREENS).mkdir(parents=True)
        except OSError as e:
            reason = e.strerror or type(e).__name__
            raise BadInput(f"nothing can be written there: {reason}", where=str(final), next_step=ELSEWHERE) from None

    def _keep_earlier(self) -> None:
        """An interrupted walk may have left its folder under our temporary name: it is kept under another."""
        number = 1
        while self.folder.exists():
            kept = self.final.with_name(f"{self.final.name}{PARTIAL}-{number}")
            if not kept.exists():
                self.folder.rename(kept)
            number += 1

    def write(self, recording: Recording) -> None:
        """Write recording.json in place of an earlier version, atomically: called often while walking."""
        replace(self.folder / RECORDING, dump(recording))

    def finish(self, recording: Recording) -> str:
        """Write, seal and rename; returns the manifest's SHA-256."""
        self.write(recording)
        files = [self.folder / RECORDING, *(self.folder / SCREENS).iterdir(), *(self.folder / DOCUMENTS).glob("*")]
        digest = manifest.seal(self.folder, files)
        if self.final.exists():
            self.final.rmdir()  # checked to be empty at the start
        self.folder.rename(self.final)
        return digest


def dump(record: BaseModel) -> str:
    """A record as JSON text with sorted-by-model keys, as it stands on disk."""
    return json.dumps(record.model_dump(mode="json", by_alias=True), ensure_ascii=False, indent=1) + "\n"


def replace(path: Path, text: str) -> None:
    """Write a file beside its name and rename: a reader sees the old or the new one, never half."""
    beside = path.with_name(path.name + ".new")
    # Page text may hold half a surrogate pair, which UTF-8 cannot carry: it is written as a question mark.
    with beside.open("w", encoding="utf-8", errors="replace") as f:
        f.write(text)
        f.flush()
        os.fsync(f.fileno())
    beside.replace(path)


def read(folder: Path) -> Recording:
    """Read a recording. Raises BadInput with the reason where the folder holds none."""
    return _read(folder, RECORDING, Recording, "write one with `offswitch walk URL --out DIR`")


def read_findings(folder: Path) -> Findings:
    """Read the findings of a recording. Raises BadInput where it was not scored."""
    return _read(folder, FINDINGS, Findings, f"score it with `offswitch score {folder}`")


def write_findings(folder: Path, findings: Findings) -> Path:
    """Write findings.json into a recording folder."""
    replace(folder / FINDINGS, dump(findings))
    return folder / FINDINGS


def _read(folder: Path, name: str, model: type[M], next_step: str) -> M:
    if not folder.is_dir():
        raise BadInput("no such folder", where=str(folder), next_step=next_step)
    try:
        text = (folder / name).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise BadInput(f"no {name} in this folder", where=str(folder), next_step=next_step) from None
    except (OSError, UnicodeDecodeError) as e:
        raise BadInput(f"{name} cannot be read: {e}", where=str(folder)) from None
    try:
        return model.model_validate_json(text)
    except ValidationError as e:
        first = e.errors()[0]
        at = ".".join(str(x) for x in first["loc"]) or "the whole file"
        raise BadInput(f"{name} does not follow the schema: {at}: {first['msg']}", where=str(folder)) from None


def discard(writer: Writer) -> None:
    """Remove a temporary folder in which nothing was recorded yet."""
    shutil.rmtree(writer.folder, ignore_errors=True)
