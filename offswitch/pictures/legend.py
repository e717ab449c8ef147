"""The legend over a scored picture: what each number means, and how severity is drawn."""

from collections.abc import Sequence

from offswitch.pictures import fonts
from offswitch.pictures.layout import Item, below, flow, item
from offswitch.pictures.palette import INK, LOOKS, MUTED
from offswitch.rows import pattern_name, percent
from offswitch_recording.findings import Finding
from offswitch_recording.words import Severity

MOST_LINES = 8
MOST_LINES_EACH = 2
A_FEW_WORDS, A_LINE = 12, 30
"""Width in letters' heights from which a text that fits, or one that must wrap, stands beside its heading."""
Numbered = tuple[int, Finding]


def lay(numbered: Sequence[Numbered], labels: dict[str, str], *, x: int, y: int, width: int, px: int) -> list[Item]:
    """One entry for each finding (up to MOST_LINES), then the key of the severities that occur."""
    made: list[Item] = []
    for number, finding in numbered[:MOST_LINES]:
        made += _entry(number, finding, labels, x, below(made, px // 4, y), width, px)
    if len(numbered) > MOST_LINES:
        more = item(f"and {len(numbered) - MOST_LINES} more in the report", px, most=width, ink=MUTED)
        made.append(more.at(x, below(made, px // 4, y)))
    used = [s for s in reversed(Severity) if any(f.severity == s for _, f in numbered)]
    key = [item(f"{s}: {_line(s)} line", px, most=width, ink=MUTED, look=LOOKS[s]) for s in used]
    return [*made, *flow(key, x=x, y=below(made, px // 3, y), width=width, gap=px // 2)]


def _entry(number: int, finding: Finding, labels: dict[str, str], x: int, y: int, width: int, px: int) -> list[Item]:
    look = LOOKS[finding.severity]
    head = item(heading(number, finding), px, most=width, ink=look.ink, ground=look.colour, look=look).at(x, y)
    text = labels.get(finding.control or "", "") or finding.why
    left = head.rect.right + px // 3
    room = x + width - left
    fits = fonts.width(text, px) <= room - px
    if room >= (A_FEW_WORDS if fits else A_LINE) * px:
        return [head, *_lines(text, left, y, room, px)]
    return [head, *_lines(text, x, head.rect.bottom, width, px)]


def _lines(text: str, x: int, y: int, width: int, px: int) -> list[Item]:
    made: list[Item] = []
    for line in fonts.wrap(text, px, width - px, MOST_LINES_EACH):
        one = item(line, px, most=width, ink=INK)
        made.append(one.at(x, below(made, 0, y)))
    return made


def heading(number: int, finding: Finding) -> str:
    """Number, pattern and probability, as on the tags."""
    return f"{number} {pattern_name(finding.pattern)} {percent(finding.probability)}"


def _line(severity: Severity) -> str:
    dash = LOOKS[severity].dash
    return "solid" if dash is None else "dashed" if dash[0] > 4 else "dotted"
