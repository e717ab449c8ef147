"""Many elements at once, asked whether one lies in or around another: the spans of a tree are nested or apart."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from offswitch_crawler.controls.raw import RawNode


class Spans:
    """A set of elements by their positions. Each question costs a binary search, however many they are."""

    def __init__(self, nodes: Iterable[RawNode]) -> None:
        self._nodes = list(nodes)
        ends: dict[int, int] = {}
        for node in self._nodes:
            ends[node.at] = max(node.end, ends.get(node.at, node.end))
        self._ats = sorted(ends)
        self._outer: list[int] = []
        self._outer_ends: list[int] = []
        for at in self._ats:
            if not self._outer or at > self._outer_ends[-1]:
                self._outer.append(at)
                self._outer_ends.append(ends[at])

    def __add__(self, more: Iterable[RawNode]) -> "Spans":
        return Spans([*self._nodes, *more])

    def around(self, at: int) -> bool:
        """Whether one of them holds a position."""
        index = bisect_right(self._outer, at) - 1
        return index >= 0 and at <= self._outer_ends[index]

    def inside(self, node: RawNode) -> bool:
        """Whether one of them lies in an element (itself included)."""
        index = bisect_left(self._ats, node.at)
        return index < len(self._ats) and self._ats[index] <= node.end

    def within(self, node: RawNode) -> list[RawNode]:
        """Those that lie in an element (itself included)."""
        return [n for n in self._nodes if node.holds(n.at)] if self.inside(node) else []

    def touch(self, node: RawNode) -> bool:
        """Whether one of them lies in or around an element."""
        return self.around(node.at) or self.inside(node)
