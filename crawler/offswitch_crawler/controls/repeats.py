"""Rows that repeat the same few words: `Consent` and `Legitimate interest` say nothing without the purpose that heads their row."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import takewhile

from offswitch_crawler.controls.grids import BETWEEN
from offswitch_crawler.controls.named import Named, plain
from offswitch_crawler.controls.raw import RawElement, RawNode, RawPage
from offswitch_crawler.controls.runs import Run, Text, joined
from offswitch_recording.words import Kind

MOST_IN_ROW = 4
MOST_LINES = 4
"""More lines before the controls of a row are a text."""

Entry = tuple[RawElement, Named]


@dataclass(frozen=True)
class _Row:
    """Controls of one row, and the element around them alone."""

    around: RawNode
    members: tuple[int, ...]


def headed(
    page: RawPage, named: list[Entry], lines_of: Callable[[RawNode], list[Run]], leads: Callable[[Text], bool]
) -> list[Entry]:
    """The same, where rows repeat their words each with what heads its row before its own word."""
    alike: defaultdict[str, list[int]] = defaultdict(list)
    for index, (c, n) in enumerate(named):
        if c.kind in (Kind.SWITCH, Kind.CHECKBOX) and n.label:
            alike[plain(n.label)].append(index)
    repeated = {i: word for word, group in alike.items() if len(group) > 1 for i in group}
    ats = sorted((c.anchor.at, i) for i, (c, _) in enumerate(named))
    groups: defaultdict[tuple[str, ...], dict[tuple[int, ...], _Row]] = defaultdict(dict)
    for index in repeated:
        row = _row(page, ats, repeated, named[index][0].anchor)
        if row is not None:
            groups[tuple(repeated[i] for i in row.members)][row.members] = row
    found = list(named)
    for rows in groups.values():
        heads = [_head(page, named, row, lines_of) for row in rows.values()]
        if len(rows) < 2 or not all(heads) or len({plain(h[0].text) for h in heads}) < len(heads):
            continue
        for row, head in zip(rows.values(), heads, strict=True):
            for i in row.members:
                found[i] = (named[i][0], _under([_without_links(head[0], leads), *head[1:]], named[i][1]))
    return found


def _row(page: RawPage, ats: list[tuple[int, int]], repeated: dict[int, str], start: RawNode) -> _Row | None:
    """The largest element around a control in which no word comes twice and every control has one that other rows have, too."""
    best: _Row | None = None
    for up in page.above(start):
        begin, end = bisect_left(ats, (up.at, -1)), bisect_left(ats, (up.end + 1, -1))
        inside = [i for _, i in ats[begin : min(end, begin + MOST_IN_ROW + 1)]]
        words = [repeated.get(i, "") for i in inside]
        if len(inside) > MOST_IN_ROW or "" in words or len(set(words)) < len(words):
            break
        best = _Row(up, tuple(inside)) if len(inside) > 1 else None
    return best


def _head(page: RawPage, named: list[Entry], row: _Row, lines_of: Callable[[RawNode], list[Run]]) -> list[Run]:
    """What a row says before its controls; nothing where a heading says it, which is recorded as such."""
    members = [named[i] for i in row.members]
    used = {p.at for _, n in members for r in (n.shown, n.described) if r is not None for p in r.pieces}
    first = min([c.anchor.at for c, _ in members] + sorted(used)[:1])
    lines = [r for r in lines_of(row.around) if r.at < first and not any(p.at in used for p in r.pieces)]
    headings = [n for n in page.within(row.around) if n.level]
    if any(n.holds(r.at) for n in headings for r in lines) or len(lines) > MOST_LINES:
        return []
    return [r for r in lines if any(ch.isalnum() for ch in r.text)]


def _without_links(line: Run, leads: Callable[[Text], bool]) -> Run:
    """A name without the links that follow it: `Adflow`, and its `Privacy policy`; a name that is a link stays."""
    names = list(takewhile(lambda piece: not leads(piece), line.pieces))
    return joined(names) if names else line


def _under(head: list[Run], named: Named) -> Named:
    description = named.description or " ".join(r.text for r in head[1:])
    described = named.described or (head[1] if len(head) > 1 else None)
    label = f"{head[0].text}{BETWEEN}{named.label}"
    return replace(named, label=label[:300], description=description[:600], described=described)
