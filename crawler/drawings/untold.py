"""What nobody could tell from the picture alone, and what is no switch at all: the model must not answer."""

from drawings.style import Drawing, Family, Style, hsl, part, svg

ROUND = "border-radius:999px;"


def any_colour(style: Style, state: str) -> Drawing:
    """A box or pill of any one colour: which of two colours it is, nobody knows."""
    high, wide = style.high, style.high * style.some(0.9, 2.6)
    colour = style.lot.choice(
        (style.on, style.off, style.edge, hsl(style.some(0, 360), style.some(0, 100), style.some(10, 95)))
    )
    return Drawing(wide, high, part(0, 0, wide, high, f"background:{colour};{style.pick(ROUND, '', 'border-radius:4px;')}"))


def nothing(style: Style, state: str) -> Drawing:
    """Blank, or a shade of difference."""
    high, wide = style.high, style.high * style.some(0.9, 2.4)
    return Drawing(wide, high, part(0, 0, wide, high, f"background:{style.pick('transparent', 'rgba(128,128,128,.05)')};"))


def words(style: Style, state: str) -> Drawing:
    """Part of a label."""
    high = max(14, style.high)
    wide = high * style.some(1, 3)
    text = style.pick("Share", "Allow all", "More", "Personal", "Edit", "Ad", "12", "New", "Daten", "?", "Save", "None")
    size = style.some(9, min(20, high))
    return Drawing(
        wide,
        high,
        part(
            0,
            0,
            wide,
            high,
            f"font:{size:.1f}px/{high:.1f}px sans-serif;color:{style.ink};overflow:hidden;white-space:nowrap;",
            text,
        ),
    )


def button(style: Style, state: str) -> Drawing:
    """A word on a filled or outlined button."""
    high = max(18, style.high)
    wide = high * style.some(1.5, 2.8)
    face = style.pick(f"background:{style.on};color:#fff;", f"border:1px solid {style.edge};color:{style.ink};")
    text = style.pick("OK", "Save", "Edit", "Open", "Send", "Go", "Done", "Add")
    return Drawing(
        wide,
        high,
        part(
            0,
            0,
            wide,
            high,
            f"{face}border-radius:{style.some(0, 14)}px;font:{high * 0.45:.1f}px/{high:.1f}px sans-serif;text-align:center;",
            text,
        ),
    )


ICONS = (
    "M4 7h16M4 12h16M4 17h16", "M12 4v16M4 12h16", "M5 12h12M12 6l6 6-6 6", "M12 3l9 17H3z", "M9 6l6 6-6 6", "M6 9l6 6 6-6",
    "M4 4h16v16H4zM4 10h16", "M12 21C5 15 3 11 5 8s6-2 7 1c1-3 5-4 7-1s0 7-7 13z", "M11 4a7 7 0 1 0 .1 0zM16 16l5 5",
    "M12 2l3 7h7l-6 4 2 8-6-5-6 5 2-8-6-4h7z", "M6 12h.1M12 12h.1M18 12h.1", "M12 3a9 9 0 1 0 .1 0zM12 8v5M12 16v.5",
    "M3 12c4-8 14-8 18 0-4 8-14 8-18 0zM12 9a3 3 0 1 0 .1 0z", "M6 18V10a6 6 0 0 1 12 0v8zM10 21h4",
)  # fmt: skip


def icon(style: Style, state: str) -> Drawing:
    """A picture of something else: menu, arrow, star, heart, bell."""
    side = max(14, style.high)
    fill = style.pick("none", "none", style.on)
    pen = style.pick(style.ink, style.on, style.edge)
    path = f'<path d="{style.pick(*ICONS)}" fill="{fill}" stroke="{pen}" stroke-width="{style.some(1.2, 3):.1f}" stroke-linecap="round"/>'
    return Drawing(side, side, svg(side, side, path, "0 0 24 24"))


def halfway(style: Style, state: str) -> Drawing:
    """Half of a track: the box lies beside what it should hold."""
    high, wide = style.high, style.high * style.some(1.7, 2.1)
    at = style.lot.choice((0.0, 1.0))
    knob = high * 0.8
    track = part(
        wide * style.lot.choice((-0.6, 0.6)),
        0,
        wide,
        high,
        f"background:{style.pick(style.on, style.off)};{ROUND}",
        part(high * 0.1 + (wide - high) * at, high * 0.1, knob, knob, f"background:{style.knob_on};{ROUND}"),
    )
    return Drawing(wide, high, part(0, 0, wide, high, "overflow:hidden;", track))


def slider(style: Style, state: str) -> Drawing:
    """A value between, or a bar of progress."""
    high, wide = style.high, style.high * style.some(3.5, 6)
    at = style.some(0.1, 0.9)
    knob = high * style.some(0.5, 1)
    line = part(0, high * 0.42, wide, high * 0.16, f"background:{style.off};") + part(
        0, high * 0.42, wide * at, high * 0.16, f"background:{style.on};"
    )
    return Drawing(
        wide,
        high,
        line
        + (
            part(wide * at - knob / 2, (high - knob) / 2, knob, knob, f"background:{style.on};{ROUND}")
            if style.chance(0.7)
            else ""
        ),
    )


def two_colours(style: Style, state: str) -> Drawing:
    """Two halves of any colours without a word: which is lit, nobody knows."""
    high, wide = style.high, style.high * style.some(1.8, 2.4)
    colours = [hsl(style.some(0, 360), style.some(0, 90), style.some(15, 90)) for _ in range(2)]
    halves = "".join(part(wide / 2 * i, 0, wide / 2, high, f"background:{c};") for i, c in enumerate(colours))
    return Drawing(
        wide,
        high,
        part(
            0, 0, wide, high, f"border:1px solid {style.edge};border-radius:{style.some(0, 10)}px;overflow:hidden;", halves
        ),
    )


def gradient(style: Style, state: str) -> Drawing:
    """A swatch, a badge, a photograph's corner."""
    high, wide = style.high, style.high * style.some(0.9, 2.4)
    colours = [hsl(style.some(0, 360), style.some(0, 100), style.some(5, 95)) for _ in range(3)]
    ground = style.pick(
        f"linear-gradient({style.some(0, 360):.0f}deg,{','.join(colours)})",
        f"radial-gradient(circle at {style.some(10, 90):.0f}% {style.some(10, 90):.0f}%,{','.join(colours)})",
    )
    return Drawing(wide, high, part(0, 0, wide, high, f"background:{ground};border-radius:{style.some(0, 30)}px;"))


def field(style: Style, state: str) -> Drawing:
    """A frame longer than high with nothing in it: a field, an empty track."""
    high, wide = style.high, style.high * style.some(1.6, 3)
    return Drawing(
        wide,
        high,
        part(
            0,
            0,
            wide,
            high,
            f"border:{style.some(1, 2.5)}px solid {style.edge};background:{style.pick('transparent', style.paper)};{style.pick(ROUND, 'border-radius:3px;')}",
        ),
    )


def upright(style: Style, state: str) -> Drawing:
    """A track that stands: whether up is on, each maker decides."""
    wide, high = style.high * 0.55, style.high
    at = style.lot.choice((0.1, 0.9))
    knob = wide * 0.8
    inner = part(wide * 0.1, (high - wide) * at + wide * 0.1, knob, knob, f"background:{style.knob_on};{ROUND}")
    return Drawing(wide, high, part(0, 0, wide, high, f"background:{style.pick(style.on, style.off)};{ROUND}", inner))


def two_at_once(style: Style, state: str) -> Drawing:
    """Two knobs, or two ticks: more than one control stands in the box."""
    high, wide = style.high, style.high * style.some(1.8, 2.4)
    knob = high * 0.8
    knobs = "".join(
        part(high * 0.1 + (wide - high) * at, high * 0.1, knob, knob, f"background:{style.knob_on};{ROUND}") for at in (0, 1)
    )
    return Drawing(wide, high, part(0, 0, wide, high, f"background:{style.pick(style.on, style.off)};{ROUND}", knobs))


def under_words(style: Style, state: str) -> Drawing:
    """A track with words over it that hide the knob."""
    high, wide = max(16, style.high), max(16, style.high) * style.some(1.7, 2.4)
    text = part(
        0,
        0,
        wide,
        high,
        f"font:700 {high * 0.6:.1f}px/{high:.1f}px sans-serif;overflow:hidden;color:{style.ink};background:{style.paper};opacity:.9;",
        style.pick("Beta", "New", "Pro", "Soon", "Help"),
    )
    return Drawing(wide, high, part(0, 0, wide, high, f"background:{style.pick(style.on, style.off)};{ROUND}") + text)


FAMILIES: tuple[Family, ...] = (
    any_colour, nothing, words, button, icon, halfway, slider, two_colours, gradient, field,
    upright, two_at_once, under_words,
)  # fmt: skip
