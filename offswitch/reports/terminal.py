"""The table at the end of a command: control, state, depth, purpose, probability."""

from collections import Counter

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from offswitch import incomplete
from offswitch.likely import doubtful, likely
from offswitch.pictures.palette import LOOKS, gravest
from offswitch.plain import plain
from offswitch.rows import Row, counted, depth_text, gravest_first, rows, state_text, state_word, two_places
from offswitch_recording.findings import Finding, Findings
from offswitch_recording.schema import Recording
from offswitch_recording.words import Severity, WhyNot

MOST_ROWS = 25
MOST_LINES = 8
MOST_NAMED, LONGEST = 3, 60
WIDE = 100
"""Columns from which the names of the patterns are shown too."""
STYLES = {Severity.HIGH: "bold red", Severity.MEDIUM: "yellow", Severity.LOW: "cyan"}


def show(recording: Recording, findings: Findings | None, console: Console) -> None:
    """Print the table, the counts, and what was not looked at."""
    ordered = gravest_first(rows(recording, likely(findings) if findings else None))
    if ordered:
        console.print(table(recording, ordered[:MOST_ROWS], scored=findings is not None, wide=console.width >= WIDE))
    if len(ordered) > MOST_ROWS:
        where = "the report" if findings else "recording.json"  # a walk alone writes no report
        _print(console, f"and {len(ordered) - MOST_ROWS} more controls in {where}")
    for line in closing(recording, findings):
        _print(console, line)


def table(recording: Recording, of: list[Row], *, scored: bool, wide: bool) -> Table:
    """The rows as a table of rich; everything in it is text without markup."""
    made = Table(box=SIMPLE_HEAD, pad_edge=False)
    made.add_column("control", min_width=16)
    made.add_column(state_word(recording), max_width=24)
    made.add_column("depth", justify="right", no_wrap=True)
    if scored:
        made.add_column("purpose", no_wrap=True)
        made.add_column("probability", no_wrap=True)
    if scored and wide:
        made.add_column("pattern")
    for row in of:
        cells = [Text(plain(row.name, most=90)), Text(plain(state_text(row.control), most=48))]
        cells.append(Text(depth_text(row.control)))
        made.add_row(*[*cells, *(_scored(row) if scored else [])][: len(made.columns)])
    return made


def _scored(row: Row) -> list[Text]:
    if row.probability is None:
        return [Text(row.purpose), Text(""), Text("")]
    severity = gravest([f.severity for _, f in row.findings])
    style = STYLES[severity]
    probability = Text(f"{LOOKS[severity].mark} {two_places(row.probability)}", style=style)
    return [Text(row.purpose), probability, Text(row.patterns, style=style)]


def closing(recording: Recording, findings: Findings | None) -> list[str]:
    """The lines under the table."""
    seen = f"{counted(len(recording.screens), 'screen')}, {counted(len(recording.controls), 'control')}"
    lines = [f"{seen}, ended by: {recording.ended_by}"]
    if findings is not None:
        found, less = likely(findings).findings, len(doubtful(findings))
        counts = Counter(f.severity for f in found)
        said = ", ".join(f"{LOOKS[s].mark} {counts[s]} {s}" for s in reversed(Severity) if counts[s])
        lines.append(f"{counted(len(found), 'finding')}{': ' if said else ''}{said}")
        lines[-1] += f" (and {less} less likely than not, apart in the report)" if less else ""
        lines += _on_no_control(found)
    reasons = incomplete.of_walk(recording)
    if reasons:
        lines.append(f"not looked at (not the same as not there): {'; '.join(reasons)}")
    lines += _unsure(recording)
    walled = sum(d.why_not is WhyNot.PASSWORD for d in recording.doors)
    if walled:
        asks = "asks for a password" if walled == 1 else "ask for a password"
        lines.append(f"{counted(walled, 'door')} {asks}: what lies behind was not seen")
    left = sum(d.why_not is WhyNot.EXCLUDED for d in recording.doors)
    if left:
        lines.append(f"{counted(left, 'door')} left out by --only or --exclude")
    lines += [line for line in (incomplete.stopped(recording), incomplete.without_picture(recording)) if line]
    return [*lines, _untouched(recording)]


def _unsure(recording: Recording) -> list[str]:
    """How many doors were left alone since they may act, the first of them by name: one may be a control that nobody read."""
    doors = [d for d in recording.doors if d.why_not is WhyNot.UNSURE]
    if not doors:
        return []
    named = [
        f'"{d.label[:LONGEST]}" on {d.screen}' if d.label else f"one without a name on {d.screen}"
        for d in doors[:MOST_NAMED]
    ]
    more = f", and {len(doors) - MOST_NAMED} more" if doors[MOST_NAMED:] else ""
    act = "it acts" if len(doors) == 1 else "they act"
    return [f"{counted(len(doors), 'door')} left alone because it could not be told whether {act}: {', '.join(named)}{more}"]


def _on_no_control(found: list[Finding]) -> list[str]:
    """Findings on doors, answers and sentences, which stand in no row of the table."""
    of = sorted((f for f in found if f.control is None), key=lambda f: -f.probability)
    lines = [f"{LOOKS[f.severity].mark} {two_places(f.probability)} {f.pattern}: {f.why}" for f in of[:MOST_LINES]]
    return [*lines, f"and {counted(len(of) - MOST_LINES, 'more finding')} in the report"] if of[MOST_LINES:] else lines


def _untouched(recording: Recording) -> str:
    untouched = recording.untouched
    if untouched.changed:
        return f"{counted(len(untouched.changed), 'control')} found CHANGED after the walk"
    if not untouched.checked:
        return "no control was read again after the walk"
    said = f"{counted(untouched.checked, 'control')} read again after the walk: all as they were found"
    own = untouched.changed_by_page
    return f"{said}, but for {counted(len(own), 'control')} that the page itself changes on each visit" if own else said


def _print(console: Console, line: str) -> None:
    console.print(Text(plain(line)), soft_wrap=True)
