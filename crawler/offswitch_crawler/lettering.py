"""How lines are written: which of two is larger, heavier, fainter. Pure."""

from offswitch_crawler.controls.lines import paler
from offswitch_crawler.controls.runs import Run
from offswitch_crawler.seen import Box

LARGER = 1.12
BOLD = 500.0
FAINTER = 0.75
VIVID = 60
OVERLINE_LONGEST = 40
OVERLINE_PX = 8


def differs(line: Run, label: Run) -> bool:
    """Stands out, or is written fainter or in another colour."""
    return stands_out(line, label) or fainter(line, label)


def stands_out(line: Run, label: Run) -> bool:
    """Written larger, heavier or in capitals, as a heading is over names."""
    larger = line.px >= label.px * LARGER and line.weight >= label.weight
    return larger or bolder(line, label) or (capital(line) and not capital(label))


def bolder(line: Run, label: Run) -> bool:
    """Bold, where the other is not."""
    return line.weight >= max(BOLD, label.weight + 100)


def fainter(line: Run, label: Run) -> bool:
    """No larger, and with less contrast or in another kind of colour."""
    small = line.px <= label.px and line.weight >= label.weight
    return small and (paler(line, label, FAINTER) or _coloured(line) != _coloured(label))


def _coloured(line: Run) -> bool:
    ink = line.pieces[0].ink
    return max(ink) - min(ink) >= VIVID


def capital(line: Run) -> bool:
    """Written in capitals or small capitals."""
    return all(p.caps for p in line.pieces) or (line.text.isupper() and sum(ch.isalpha() for ch in line.text) > 2)


def plainer(line: Run, caption: Run) -> bool:
    """Written neither larger nor heavier, as a text under a caption is."""
    return line.px <= caption.px + 1 and line.weight <= caption.weight and not capital(line)


def alike(a: Run, b: Run) -> bool:
    """Written the same."""
    return abs(a.px - b.px) < 0.5 and a.weight == b.weight and a.pieces[0].ink == b.pieces[0].ink


def ground(line: Run) -> tuple[float, ...]:
    """The colour on which it stands."""
    return tuple(line.pieces[0].ground)


def level(a: Box, b: Box) -> bool:
    """Whether two boxes share a good part of their height."""
    shared = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    return shared > 0.3 * min(a[3], b[3])


def overline(line: Run, name: Run) -> bool:
    """Whether a line is a small one in capitals right over a name: what kind of thing is named."""
    apart = name.box[1] - line.box[1] - line.box[3]
    small = line.px < name.px and capital(line) and not capital(name)
    return small and len(line.text) <= OVERLINE_LONGEST and -4 <= apart <= OVERLINE_PX
