"""Small boxes without a word of what they are: ticks and picks told from steps, swatches, expanders and lights."""

from collections import Counter, defaultdict

from offswitch_crawler.controls.box_mark import Mark, away, has_edge, is_filled, mark_of
from offswitch_crawler.controls.classes import of_node
from offswitch_crawler.controls.raw import RawNode, RawPage

SAME_PX = 2
NEIGHBOUR_PX = 6
GAUDY = 60
"""Least distance of the strongest from the weakest of red, green and blue in a colour that is no shade of grey."""
UNLIKE = 100
SOLID_EDGE_PX = 4
"""A pick with an edge from here on is drawn as a ring: what its edge leaves is the dot or the hole."""


class Ticks:
    """The small boxes of one page, with what is drawn in each and which are drawn alike."""

    def __init__(self, page: RawPage, boxes: list[RawNode]) -> None:
        self.page = page
        self.marks = {id(n): mark_of(page, n) for n in boxes}
        self.empty = {id(n) for n in boxes if self._is_empty(n)}
        self._counts: defaultdict[tuple[int, int, bool], Counter[Mark | None]] = defaultdict(Counter)
        self._levels: defaultdict[int, list[RawNode]] = defaultdict(list)
        for n in boxes:
            self._counts[_size(n)][self._look(n)] += 1
            self._levels[round(n.box[1] / NEIGHBOUR_PX)].append(n)

    def mark(self, box: RawNode) -> Mark:
        """What is drawn in one of them."""
        return self.marks[id(box)]

    def _is_empty(self, box: RawNode) -> bool:
        """Nothing but its edge is drawn."""
        return self.mark(box) is Mark.NONE and not is_filled(self.page, box) and has_edge(self.page, box)

    def _look(self, box: RawNode) -> Mark | None:
        return None if id(box) in self.empty else self.mark(box)

    def _others(self, box: RawNode, *looks: Mark | None) -> bool:
        """Whether another of its size and roundness is drawn in one of some ways; None is an empty box."""
        w, h, rounded = _size(box)
        near = [
            self._counts[w + i, h + j, rounded]
            for i in (-1, 0, 1)
            for j in (-1, 0, 1)
            if (w + i, h + j, rounded) in self._counts
        ]
        return sum(counts[look] for counts in near for look in looks) > (self._look(box) in looks)

    def could_be(self, box: RawNode) -> bool:
        """Whether a box with an edge is a tick or pick; what is drawn in it or stands beside it may speak against it."""
        mark = self.mark(box)
        if mark is Mark.SIGN or mark is Mark.PLUS:
            return False
        if mark is Mark.BAR:  # alone it folds a branch of a tree; a text may also be the minus of a stepper
            shown = is_filled(self.page, box) or self._others(box, None, Mark.TICK)
            return shown and not self._beside_a_sign(box)
        if box.spoken and not self._others(box, None):
            return is_filled(self.page, box) and not self._beside_a_sign(box)
        if box.spoken and self._beside_a_sign(box):
            return False
        if mark is Mark.SOMETHING and self._beside_a_sign(box):
            return False
        return not self._is_light(box) and not self._is_swatch(box)

    def proven(self, box: RawNode) -> str:
        """The state that others of its drawing prove: of some a tick or bar is seen, and others are empty."""
        mark = self.mark(box)
        if mark is Mark.NONE:
            return "off" if id(box) in self.empty and self._others(box, Mark.TICK, Mark.BAR) else ""
        if mark is Mark.TICK:
            return "on" if box.spoken or self._others(box, None) else ""
        if mark is Mark.BAR:
            return "mixed" if self._others(box, None, Mark.TICK) else ""
        return ""

    def _beside_a_sign(self, box: RawNode) -> bool:
        """A cross or plus of its size in its row: two deeds, of which the tick is one."""
        at = round(box.box[1] / NEIGHBOUR_PX)
        level = [
            n for k in (at - 1, at, at + 1) for n in self._levels.get(k, ()) if abs(n.width - box.width) <= NEIGHBOUR_PX
        ]
        return any(self.mark(n) in (Mark.SIGN, Mark.PLUS) for n in level)

    def _is_light(self, box: RawNode) -> bool:
        """A filled dot without an edge that is seen, of which no other is drawn as an empty box."""
        if self.mark(box) is not Mark.NONE or has_edge(self.page, box) or not is_filled(self.page, box):
            return False
        looks = box.looks or {}
        if looks["picture"] or looks["mask"] or looks["shadow"]:
            return False
        return not self._others(box, None)

    def _is_swatch(self, box: RawNode) -> bool:
        """One of several colours to choose from, side by side."""
        page = self.page
        up = page.by_at.get(box.up)
        if up is None or self.mark(box) not in (Mark.NONE, Mark.TICK, Mark.SOMETHING):
            return False
        beside = [n for n in page.within(up) if n.looks and n.seen and abs(n.width - box.width) <= NEIGHBOUR_PX]
        beside = [n for n in beside if abs(n.height - box.height) <= NEIGHBOUR_PX]
        colours: list[list[float]] = []
        for node in beside:
            *ground, alpha = (node.looks or {})["ground"]
            if alpha > 0.5 and max(ground) - min(ground) >= GAUDY and all(away(ground, c) >= UNLIKE for c in colours):
                colours.append(ground)
        return len(colours) >= 2

    def several(self, group: list[RawNode], *, at_end: bool) -> bool:
        """Round ones of which several are ticked, and, before their texts, not the first few alone: none excludes another."""
        ticked = [self.mark(n) is Mark.TICK for n in group]
        return sum(ticked) > 1 and (at_end or ticked != sorted(ticked, reverse=True))

    def are_dots(self, group: list[RawNode]) -> bool:
        """Dots of which two or more are full and the others empty: none excludes another."""
        full = [self.is_full(n) for n in group]
        return 2 <= sum(full) < len(group) and all(f or id(n) in self.empty for f, n in zip(full, group, strict=True))

    def is_full(self, box: RawNode) -> bool:
        """Filled, and nothing drawn in it."""
        return self.mark(box) is Mark.NONE and is_filled(self.page, box) and not (box.looks or {})["picture"]

    def are_steps(self, group: list[RawNode]) -> bool:
        """Round ones of which the first few are filled or ticked and the rest are empty, as the steps of a way are drawn."""
        done = [self._is_done(n) for n in group]
        if not any(done):
            return False
        return done == sorted(done, reverse=True) and not any(of_node(n) == "on" for n in self._all_of(group))

    def _all_of(self, group: list[RawNode]) -> list[RawNode]:
        ups = [up for n in group for up in list(self.page.above(n))[:1]]
        return [*group, *ups]

    def _is_done(self, box: RawNode) -> bool:
        if self.mark(box) is Mark.TICK:
            return True
        looks = box.looks or {}
        ringed = looks["shadow"] or looks["border"] >= SOLID_EDGE_PX
        return self.mark(box) is Mark.NONE and is_filled(self.page, box) and not ringed


def _size(node: RawNode) -> tuple[int, int, bool]:
    return (round(node.width / SAME_PX), round(node.height / SAME_PX), is_round(node))


def signed(page: RawPage, node: RawNode) -> bool:
    """Whether all that is written in a small thing is one sign."""
    text = page.words(node) if node.spoken else ""
    return 0 < len(text) <= 2 and not any(ch.isalnum() for ch in text)


def is_round(node: RawNode) -> bool:
    """As round as a pick, itself or by what it draws before or after."""
    looks = node.looks or {}
    radii = [looks["radius"], *(p["radius"] for w in ("before", "after") if (p := looks.get(w)))]
    return bool(max(radii) >= 0.45 * node.width)
