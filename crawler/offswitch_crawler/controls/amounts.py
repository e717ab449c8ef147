"""The value of a slider as it is written behind its name: it changes with every move and is no part of the label."""

import re

from offswitch_crawler.controls.raw import RawElement
from offswitch_crawler.controls.runs import Run, joined

NUMBER = re.compile(r"\d+(?:[.,'\u00a0\u202f ]\d{3})*(?:[.,]\d+)?")
LONGEST_UNIT = 8
MOST_PIECES = 3


def without_amount(line: Run, control: RawElement) -> Run | None:
    """A line without its last pieces where they are the slider's value; None where it is nothing else."""
    for count in range(1, min(MOST_PIECES, len(line.pieces)) + 1):
        head, tail = line.pieces[:-count], line.pieces[-count:]
        if _is_value(joined(list(tail)).text, control):
            return joined(list(head)) if head else None
    return line


def _is_value(text: str, control: RawElement) -> bool:
    """One number with at most a unit, and the one at which the slider stands."""
    numbers = NUMBER.findall(text)
    if len(numbers) != 1 or sum(ch.isalpha() for ch in text) > LONGEST_UNIT:
        return False
    shown = {_plain(numbers[0]), _plain(re.sub(r"[^\d]", "", numbers[0]))}
    return any(_plain(value) in shown for value in _values(control))


def _values(control: RawElement) -> list[str]:
    found = [str(n.native["value"]) for n in control.nodes if n.type == "range" and n.native.get("value")]
    return found + [n.attributes["aria-valuenow"] for n in control.nodes if n.attributes.get("aria-valuenow")]


def _plain(number: str) -> str:
    whole, _, part = number.replace(",", ".").partition(".")
    part = part.rstrip("0")
    return f"{whole.lstrip('0') or '0'}{'.' + part if part else ''}"
