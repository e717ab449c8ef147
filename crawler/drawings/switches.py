"""Families of switches made of a track and a knob: where the knob stands says the state."""

from drawings.style import Drawing, Family, Style, part, where

ROUND = "border-radius:999px;"


def _sliding(style: Style, state: str, wide: float, knob: float, inset: float) -> float:
    """Left edge of a knob of that width in a track."""
    return inset + (wide - 2 * inset - knob) * where(style, state)


def pill(style: Style, state: str) -> Drawing:
    """A filled track with round ends, the knob inside."""
    high, wide = style.high, style.high * style.some(1.6, 2.2)
    inset = max(1.0, high * style.some(0.06, 0.16))
    knob = high - 2 * inset
    shade = style.pick("", "box-shadow:0 1px 3px rgba(0,0,0,.4);")
    inner = part(
        _sliding(style, state, wide, knob, inset), inset, knob, knob, f"background:{style.knob(state)};{ROUND}{shade}"
    )
    return Drawing(wide, high, part(0, 0, wide, high, f"background:{style.track(state)};{ROUND}", inner))


def flat_flush(style: Style, state: str) -> Drawing:
    """The knob fills the track's height."""
    high, wide = style.high, style.high * style.some(1.7, 2.1)
    rim = f"border:1px solid {style.edge};" if style.chance(0.5) else ""
    inner = part(_sliding(style, state, wide, high, 0), 0, high, high, f"background:{style.knob(state)};{ROUND}{rim}")
    return Drawing(wide, high, part(0, 0, wide, high, f"background:{style.track(state)};{ROUND}", inner))


def knob_over(style: Style, state: str) -> Drawing:
    """A thin track under a knob that is larger than it; the box is that of the whole or of the track."""
    high, wide = style.high, style.high * style.some(1.5, 1.9)
    thin = high * style.some(0.5, 0.78)
    lift = (high - thin) / 2
    knob = part(
        _sliding(style, state, wide, high, 0),
        0,
        high,
        high,
        f"background:{style.knob(state)};{ROUND}box-shadow:0 1px 3px rgba(0,0,0,.45);",
    )
    pale = style.pick("opacity:.5;", "opacity:.6;", "")
    track = part(style.some(0, lift), lift, wide - lift, thin, f"background:{style.track(state)};{ROUND}{pale}")
    return Drawing(wide, high, track + knob)


def square(style: Style, state: str) -> Drawing:
    """Corners hardly rounded."""
    high, wide = style.high, style.high * style.some(1.7, 2.4)
    inset, bend = max(1.0, high * style.some(0.04, 0.15)), style.some(0, 4)
    knob = high - 2 * inset
    inner = part(
        _sliding(style, state, wide, knob, inset),
        inset,
        knob,
        knob,
        f"background:{style.knob(state)};border-radius:{bend}px;",
    )
    return Drawing(wide, high, part(0, 0, wide, high, f"background:{style.track(state)};border-radius:{bend + 1}px;", inner))


def half_block(style: Style, state: str) -> Drawing:
    """A block of half the track's width slides."""
    high, wide = style.high, style.high * style.some(1.9, 2.8)
    inset, bend = style.pick("0", "2", "3"), style.some(0, 8)
    gap, block = float(inset), wide * style.some(0.42, 0.52)
    inner = part(
        _sliding(style, state, wide, block, gap),
        gap,
        block,
        high - 2 * gap,
        f"background:{style.knob(state)};border-radius:{bend}px;",
    )
    return Drawing(wide, high, part(0, 0, wide, high, f"background:{style.track(state)};border-radius:{bend}px;", inner))


def outlined(style: Style, state: str) -> Drawing:
    """A line around nothing, with a filled knob."""
    high, wide = style.high, style.high * style.some(1.7, 2.2)
    line = style.some(1, 2.4)
    inset = line + high * style.some(0.08, 0.16)
    knob = high - 2 * inset
    colour = style.on if state == "on" else style.edge
    fill = "transparent" if style.chance(0.7) or state != "on" else style.paper
    inner = part(_sliding(style, state, wide, knob, inset) - line, inset - line, knob, knob, f"background:{colour};{ROUND}")
    return Drawing(wide, high, part(0, 0, wide, high, f"border:{line}px solid {colour};background:{fill};{ROUND}", inner))


def outlined_then_filled(style: Style, state: str) -> Drawing:
    """Outlined while off, filled while on."""
    high, wide = style.high, style.high * style.some(1.7, 2.2)
    line = style.some(1, 2)
    inset = line + high * style.some(0.08, 0.2)
    knob = high - 2 * inset
    ground = (
        f"background:{style.on};border:{line}px solid {style.on};"
        if state == "on"
        else f"border:{line}px solid {style.edge};"
    )
    dot = style.paper if state == "on" else style.edge
    inner = part(_sliding(style, state, wide, knob, inset) - line, inset - line, knob, knob, f"background:{dot};{ROUND}")
    return Drawing(wide, high, part(0, 0, wide, high, f"{ground}{ROUND}", inner))


def growing(style: Style, state: str) -> Drawing:
    """The knob is larger while on."""
    high, wide = style.high, style.high * style.some(1.55, 1.75)
    size = high * (style.some(0.68, 0.8) if state == "on" else style.some(0.42, 0.56))
    middle = high / 2 + (wide - high) * where(style, state)
    line = f"border:2px solid {style.edge if state == 'off' else style.on};"
    inner = part(
        middle - size / 2 - 2,
        high / 2 - size / 2 - 2,
        size,
        size,
        f"background:{style.knob_on if state == 'on' else style.edge};{ROUND}",
    )
    return Drawing(wide, high, part(0, 0, wide, high, f"background:{style.track(state)};{line}{ROUND}", inner))


def moulded(style: Style, state: str) -> Drawing:
    """As of plastic: gradients, an inner shadow, a knob with an edge."""
    high, wide = style.high, style.high * style.some(1.7, 2.3)
    inset = style.some(0, 2)
    knob = high - 2 * inset
    bend = style.pick(ROUND, "border-radius:4px;")
    face = (
        "background:linear-gradient(#fff,#ccc);"
        if style.chance(0.7)
        else f"background:linear-gradient({style.knob(state)},#888);"
    )
    inner = part(
        _sliding(style, state, wide, knob, inset),
        inset,
        knob,
        knob,
        f"{face}{bend}border:1px solid #777;box-shadow:0 1px 2px rgba(0,0,0,.5),inset 0 1px 0 #fff;",
    )
    return Drawing(
        wide,
        high,
        part(0, 0, wide, high, f"background:{style.track(state)};{bend}box-shadow:inset 0 2px 4px rgba(0,0,0,.45);", inner),
    )


def soft(style: Style, state: str) -> Drawing:
    """Of the ground's own colour, told by soft shadows and a small lamp."""
    high, wide = style.high, style.high * style.some(1.7, 2.1)
    inset = high * 0.12
    knob = high - 2 * inset
    lamp = part(knob * 0.36, knob * 0.36, knob * 0.28, knob * 0.28, f"background:{style.track(state)};{ROUND}")
    inner = part(
        _sliding(style, state, wide, knob, inset),
        inset,
        knob,
        knob,
        f"background:{style.ground};{ROUND}box-shadow:1px 1px 3px rgba(0,0,0,.5),-1px -1px 3px rgba(255,255,255,.7);",
        lamp,
    )
    return Drawing(
        wide,
        high,
        part(
            0,
            0,
            wide,
            high,
            f"background:{style.ground};{ROUND}box-shadow:inset 2px 2px 5px rgba(0,0,0,.35),inset -2px -2px 5px rgba(255,255,255,.6);",
            inner,
        ),
    )


def line(style: Style, state: str) -> Drawing:
    """A mere line with a knob on it."""
    high, wide = style.high, style.high * style.some(1.7, 2.6)
    thick = style.some(2, max(2.5, high * 0.2))
    knob = part(
        _sliding(style, state, wide, high, 0),
        0,
        high,
        high,
        f"background:{style.track(state) if style.chance(0.6) else style.knob_off};{ROUND}border:1px solid {style.edge};",
    )
    return Drawing(
        wide,
        high,
        part(
            0,
            (high - thick) / 2,
            wide,
            thick,
            f"background:{style.edge if style.chance(0.5) else style.track(state)};{ROUND}",
        )
        + knob,
    )


def ring(style: Style, state: str) -> Drawing:
    """The knob is a ring with a hole."""
    high, wide = style.high, style.high * style.some(1.6, 2.1)
    inset = style.some(0, 0.12) * high
    knob = high - 2 * inset
    inner = part(
        _sliding(style, state, wide, knob, inset),
        inset,
        knob,
        knob,
        f"background:{style.paper};border:{max(2, knob * 0.18):.1f}px solid {style.track(state)};{ROUND}",
    )
    return Drawing(
        wide, high, part(0, high * 0.15, wide, high * 0.7, f"background:{style.track(state)};{ROUND}opacity:.7;") + inner
    )


def filled_behind(style: Style, state: str) -> Drawing:
    """The track is coloured from its start up to the knob."""
    high, wide = style.high, style.high * style.some(1.8, 2.6)
    inset = high * style.some(0, 0.12)
    knob = high - 2 * inset
    x = _sliding(style, state, wide, knob, inset)
    side = (
        part(x + knob / 2, 0, wide - x - knob / 2, high, f"background:{style.on};")
        if style.rtl
        else part(0, 0, x + knob / 2, high, f"background:{style.on};")
    )
    inner = side + part(x, inset, knob, knob, f"background:{style.knob_on};{ROUND}border:1px solid {style.edge};")
    return Drawing(wide, high, part(0, 0, wide, high, f"background:{style.off};{ROUND}overflow:hidden;", inner))


def lever(style: Style, state: str) -> Drawing:
    """A narrow upright handle slides."""
    high, wide = style.high, style.high * style.some(1.6, 2.6)
    handle = high * style.some(0.25, 0.42)
    bend = style.some(0, 4)
    inset = style.pick("0", "2")
    inner = part(
        _sliding(style, state, wide, handle, float(inset)),
        float(inset),
        handle,
        high - 2 * float(inset),
        f"background:{style.knob(state)};border-radius:{bend}px;border:1px solid {style.edge};",
    )
    return Drawing(wide, high, part(0, 0, wide, high, f"background:{style.track(state)};border-radius:{bend + 1}px;", inner))


def grip(style: Style, state: str) -> Drawing:
    """Three lines on the knob for the thumb."""
    high, wide = style.high, style.high * style.some(1.8, 2.4)
    knob = high * style.some(0.9, 1.1)
    lines = "".join(
        part(knob * (0.3 + 0.18 * i), high * 0.25, 1.2, high * 0.45, f"background:{style.edge};") for i in range(3)
    )
    inner = part(
        _sliding(style, state, wide, knob, 1), 1, knob, high - 2, f"background:{style.knob(state)};border-radius:3px;", lines
    )
    return Drawing(wide, high, part(0, 0, wide, high, f"background:{style.track(state)};border-radius:4px;", inner))


def striped(style: Style, state: str) -> Drawing:
    """A track with stripes, dots or a gradient."""
    high, wide = style.high, style.high * style.some(1.7, 2.2)
    inset = high * 0.1
    knob = high - 2 * inset
    colour = style.track(state)
    ground = style.pick(
        f"repeating-linear-gradient(45deg,{colour} 0 4px,{style.edge} 4px 6px)",
        f"linear-gradient(90deg,{colour},{style.edge})",
        f"radial-gradient({style.edge} 1px,{colour} 1.5px) 0 0/5px 5px",
    )
    inner = part(_sliding(style, state, wide, knob, inset), inset, knob, knob, f"background:{style.knob(state)};{ROUND}")
    return Drawing(wide, high, part(0, 0, wide, high, f"background:{ground};{ROUND}", inner))


def plate(style: Style, state: str) -> Drawing:
    """A line with a square plate on it."""
    high, wide = style.high, style.high * style.some(1.7, 2.6)
    thick, size = style.some(2, max(2.5, high * 0.3)), high * style.some(0.7, 1)
    x = (wide - size) * where(style, state)
    knob = part(
        x,
        (high - size) / 2,
        size,
        size,
        f"background:{style.track(state)};border-radius:{style.some(0, 4)}px;box-shadow:0 1px 2px rgba(0,0,0,.4);",
    )
    return Drawing(
        wide, high, part(0, (high - thick) / 2, wide, thick, f"background:{style.pick(style.edge, style.off)};") + knob
    )


def stripe(style: Style, state: str) -> Drawing:
    """A frame with a filled stripe at one of its ends."""
    high, wide = style.high, style.high * style.some(1.6, 2.4)
    broad, line = wide * style.some(0.15, 0.35), style.some(1, 2)
    inner = part(
        (wide - broad - 2 * line) * where(style, state), 0, broad, high - 2 * line, f"background:{style.track(state)};"
    )
    return Drawing(
        wide,
        high,
        part(
            0,
            0,
            wide,
            high,
            f"border:{line}px solid {style.edge};background:{style.paper};border-radius:{style.some(0, 6)}px;overflow:hidden;",
            inner,
        ),
    )


def low_track(style: Style, state: str) -> Drawing:
    """A large knob on a track of half its height, the box being the track's."""
    wide, high = style.high * style.some(1.5, 2.2), style.high
    thin = high * style.some(0.35, 0.6)
    x = (wide - high) * where(style, state)
    knob = part(x, (thin - high) / 2, high, high, f"background:{style.knob(state)};{ROUND}border:1px solid {style.edge};")
    return Drawing(wide, thin, part(0, 0, wide, thin, f"background:{style.track(state)};{ROUND}") + knob)


FAMILIES: tuple[Family, ...] = (
    pill, flat_flush, knob_over, square, half_block, outlined, outlined_then_filled, growing,
    moulded, soft, line, ring, filled_behind, lever, grip, striped, plate, stripe,
    low_track,
)  # fmt: skip
