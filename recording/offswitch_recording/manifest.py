"""The SHA-256 of every file of a walk, so that anyone can hold a recording against what was published."""

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path

NAME = "manifest.json"
SCHEMA = "offswitch.manifest/1"


@dataclass(frozen=True)
class Differences:
    """What does not fit the manifest: paths relative to the folder."""

    missing: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.missing or self.changed)


def sha256(path: Path) -> str:
    """The SHA-256 of a file, as 64 hexadecimal digits."""
    with path.open("rb") as f:
        return hashlib.file_digest(f, "sha256").hexdigest()


def seal(folder: Path, files: list[Path], name: str = NAME) -> str:
    """Write the manifest of `files` (inside `folder`) and return the manifest's own SHA-256."""
    listed = {f.relative_to(folder).as_posix(): sha256(f) for f in sorted(files)}
    text = json.dumps({"schema": SCHEMA, "files": listed}, indent=1, ensure_ascii=False) + "\n"
    (folder / name).write_text(text, encoding="utf-8")
    return sha256(folder / name)


def differences(folder: Path, name: str = NAME) -> Differences:
    """Hold the files of `folder` against its manifest."""
    listed: dict[str, str] = json.loads((folder / name).read_text(encoding="utf-8"))["files"]
    missing = [n for n in listed if not (folder / n).is_file()]
    changed = [n for n, digest in listed.items() if n not in missing and sha256(folder / n) != digest]
    return Differences(missing, changed)
