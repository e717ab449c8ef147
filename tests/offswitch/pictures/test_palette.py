"""Severity is told without colour, and what is written on a colour can be read."""

from pathlib import Path

from PIL import ImageColor

import offswitch.reports
from offswitch.pictures.palette import GROUND, INK, LOOKS, MUTED, gravest
from offswitch_recording.words import Severity


def _luminance(colour: str) -> float:
    channels = [c / 255 for c in ImageColor.getrgb(colour)[:3]]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_every_severity_has_looks_of_its_own() -> None:
    assert set(LOOKS) == set(Severity)
    for trait in ("colour", "shape", "mark", "dash"):
        assert len({getattr(look, trait) for look in LOOKS.values()}) == len(LOOKS), trait


def test_ink_can_be_read() -> None:
    assert all(_contrast(look.ink, look.colour) >= 4.5 for look in LOOKS.values())
    assert _contrast(INK, GROUND) >= 7 and _contrast(MUTED, GROUND) >= 4.5


def test_the_report_uses_the_same_colours() -> None:
    css = (Path(offswitch.reports.__file__).parent / "templates/report.css").read_text()
    assert all(f"--{severity}: {look.colour}" in css for severity, look in LOOKS.items())


def test_gravest() -> None:
    assert gravest([Severity.LOW, Severity.HIGH, Severity.MEDIUM]) == Severity.HIGH
