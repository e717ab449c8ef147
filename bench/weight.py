"""How much memory a process and all that it started hold now, megabytes. Linux alone: read from /proc.

The browser's processes share much: of each only its own part is counted (PSS), so that the sum is what the machine lacks.
"""

import os
from collections import defaultdict
from pathlib import Path


def own() -> float:
    """This process, megabytes that it holds in memory (RSS)."""
    return _field(Path(f"/proc/{os.getpid()}/status"), "VmRSS:")


def browser() -> float:
    """All processes that this one started, directly or not: the driver and the browser."""
    children = defaultdict(list)
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            after_name = (folder / "stat").read_text().rpartition(")")[2].split()
            children[int(after_name[1])].append(int(folder.name))
        except OSError:
            continue  # it has ended
    found, waiting = [], [os.getpid()]
    while waiting:
        found += children[waiting[0]]
        waiting = [*waiting[1:], *children[waiting[0]]]
    return sum(_field(Path(f"/proc/{number}/smaps_rollup"), "Pss:") for number in found)


def _field(file: Path, name: str) -> float:
    try:
        lines = file.read_text().splitlines()
    except OSError:
        return 0.0  # it has ended
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(name)), 0.0)
