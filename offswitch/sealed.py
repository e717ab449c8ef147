"""A recording held against the manifest of its walk and, where there is one, that of its report."""

import json
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from offswitch.api import REPORT_MANIFEST
from offswitch_recording import manifest
from offswitch_recording.errors import BadInput


@dataclass(frozen=True)
class Held:
    """What does not fit: paths relative to the folder. Added files are in no manifest."""

    files: int
    missing: list[str]
    changed: list[str]
    added: list[str]
    manifest_sha256: str

    @property
    def fits(self) -> bool:
        """Whether every file is as it was sealed, and none was added."""
        return not (self.missing or self.changed or self.added)

    def to_json(self) -> dict[str, object]:
        """The same for machines."""
        return {"fits": self.fits, **self.__dict__}


def hold(folder: Path) -> Held:
    """Hold `folder` against its manifests. Raises BadInput where there is none, or it cannot be read."""
    if not folder.is_dir():
        raise BadInput("no such folder", where=str(folder), next_step="name the folder of a recording")
    if not (folder / manifest.NAME).is_file():
        raise BadInput(f"no {manifest.NAME} in this folder", where=str(folder), next_step="name a whole recording")
    names = [n for n in (manifest.NAME, REPORT_MANIFEST) if (folder / n).is_file()]
    listed = {name: _listed(folder / name) for name in names}
    found = [manifest.differences(folder, name) for name in names]
    known = {*names, *(file for files in listed.values() for file in files)}
    there = sorted(f.relative_to(folder).as_posix() for f in folder.rglob("*") if not f.is_dir())
    return Held(
        files=len(known) - len(names),
        missing=[n for d in found for n in d.missing],
        changed=[n for d in found for n in d.changed],
        added=[n for n in there if n not in known and n != "findings.json"],
        manifest_sha256=manifest.sha256(folder / manifest.NAME),
    )


def _listed(file: Path) -> list[str]:
    """The names in a manifest; none may point out of the folder."""
    try:
        names = list(json.loads(file.read_text(encoding="utf-8"))["files"])
    except (OSError, UnicodeDecodeError, json.JSONDecodeError, KeyError, TypeError) as e:
        raise BadInput(f"the manifest cannot be read: {e}", where=str(file)) from None
    for name in names:
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts:
            raise BadInput(f"the manifest lists a file outside the folder: {name}", where=str(file))
    return names
