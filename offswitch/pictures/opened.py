"""The pictures of a recording, opened with care: a record names files, and is not to be trusted with paths."""

from dataclasses import dataclass
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from offswitch_recording.schema import Picture


@dataclass(frozen=True)
class Unreadable(Exception):
    """A picture that cannot be drawn on, and why."""

    file: str
    reason: str

    def __str__(self) -> str:
        return f"picture {self.file} cannot be drawn: {self.reason}"


def path_of(folder: Path, file: str) -> Path:
    """The file of a picture. Raises Unreadable where the record points out of its folder."""
    path = (folder / file).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise Unreadable(file, "the record points out of its folder")
    return path


def opened(folder: Path, picture: Picture) -> Image.Image:
    """The picture as RGB. Raises Unreadable."""
    try:
        with Image.open(path_of(folder, picture.file), formats=["PNG"]) as image:
            return image.convert("RGB")
    except (OSError, SyntaxError, ValueError, UnidentifiedImageError, Image.DecompressionBombError) as e:
        reason = "no such file" if isinstance(e, FileNotFoundError) else str(e)
        raise Unreadable(picture.file, reason) from None
