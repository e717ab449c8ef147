"""Families of checkboxes: a box with or without a mark in it."""

from urllib.parse import quote

from drawings.style import Drawing, Family, Style, part, svg

ROUND = "border-radius:999px;"


def _tick(style: Style) -> str:
    """Path of a tick in a square of 24."""
    j = style.lot.uniform
    return f"M{j(4, 7):.1f} {j(11, 14):.1f}L{j(9, 11):.1f} {j(15, 18.5):.1f}L{j(17, 20.5):.1f} {j(5.5, 9):.1f}"


def _dash(style: Style) -> str:
    """Path of what says mixed: a bar, long or short."""
    a = style.some(4.5, 8)
    return f"M{a:.1f} 12H{24 - a:.1f}"


def _mark(style: Style, state: str, colour: str, pen: float = 0) -> str:
    """A tick, a dash or nothing in SVG, for a viewBox of 24."""
    if state == "off":
        return ""
    pen = pen or style.some(1.8, 4)
    if state == "mixed" and style.chance(0.25):
        side = style.some(7, 13)
        return f'<rect x="{12 - side / 2:.1f}" y="{12 - side / 2:.1f}" width="{side:.1f}" height="{side:.1f}" rx="1" fill="{colour}"/>'
    path = _tick(style) if state == "on" else _dash(style)
    ends = style.pick("round", "butt", "square")
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{pen:.1f}" stroke-linecap="{ends}" stroke-linejoin="{style.pick("miter", "round")}"/>'


def outlined(style: Style, state: str) -> Drawing:
    """A line around, a tick of the ink's colour inside."""
    side, line = style.high, style.some(1, 2.5)
    frame = part(
        0, 0, side, side, f"border:{line}px solid {style.edge};background:{style.paper};border-radius:{style.some(0, 5)}px;"
    )
    return Drawing(side, side, frame + svg(side, side, _mark(style, state, style.ink), "0 0 24 24"))


def filled(style: Style, state: str) -> Drawing:
    """Filled while on with a light tick, outlined while off."""
    side, bend = style.high, style.some(0, side_bend(style))
    if state == "off":
        return Drawing(
            side, side, part(0, 0, side, side, f"border:{style.some(1, 2.5)}px solid {style.edge};border-radius:{bend}px;")
        )
    box = part(0, 0, side, side, f"background:{style.on};border-radius:{bend}px;")
    return Drawing(side, side, box + svg(side, side, _mark(style, state, style.pick("#fff", style.paper)), "0 0 24 24"))


def side_bend(style: Style) -> float:
    """How round a corner may be, CSS pixels."""
    return style.high * 0.3


def filled_grey(style: Style, state: str) -> Drawing:
    """A filled ground in every state; only the mark tells."""
    side = style.high
    colour = style.on if state != "off" and style.chance(0.5) else style.off
    box = part(0, 0, side, side, f"background:{colour};border-radius:{style.some(0, 6)}px;border:1px solid {style.edge};")
    return Drawing(side, side, box + svg(side, side, _mark(style, state, style.pick("#fff", style.ink)), "0 0 24 24"))


def circle(style: Style, state: str) -> Drawing:
    """A round one with a tick."""
    side = style.high
    if state == "off":
        return Drawing(side, side, part(0, 0, side, side, f"border:{style.some(1, 3)}px solid {style.edge};{ROUND}"))
    box = part(0, 0, side, side, f"background:{style.on};{ROUND}")
    return Drawing(side, side, box + svg(side, side, _mark(style, state, style.paper), "0 0 24 24"))


def turned_corner(style: Style, state: str) -> Drawing:
    """The tick is two sides of a turned box."""
    side, pen = style.high, style.some(1.5, max(2, style.high * 0.14))
    frame = part(0, 0, side, side, f"border:{style.some(1, 2)}px solid {style.edge};border-radius:{style.some(0, 4)}px;")
    on = f"border:solid {style.on};border-width:0 {pen:.1f}px {pen:.1f}px 0;transform:rotate(45deg);"
    mark = {
        "on": part(side * 0.36, side * 0.12, side * 0.3, side * 0.6, on),
        "mixed": part(side * 0.22, side * 0.44, side * 0.56, max(2, side * 0.12), f"background:{style.on};"),
        "off": "",
    }[state]
    return Drawing(side, side, frame + mark)


def glyph(style: Style, state: str) -> Drawing:
    """A character in a box."""
    side = max(14, style.high)
    sign = {"on": style.pick("✓", "✔", "✓"), "off": "", "mixed": style.pick("–", "−", "■", "-")}[state]
    inner = f'<span style="position:absolute;left:0;right:0;text-align:center;font:{side * 0.75:.1f}px/{side:.1f}px sans-serif;color:{style.ink}">{sign}</span>'
    return Drawing(
        side, side, part(0, 0, side, side, f"border:1px solid {style.edge};background:{style.paper};", "") + inner
    )


def whole_glyph(style: Style, state: str) -> Drawing:
    """Box and tick are one character."""
    side = max(16, style.high)
    sign = {"on": "☑", "off": "☐", "mixed": "⊟"}[state]
    return Drawing(
        side,
        side,
        part(0, 0, side, side, f"font:{side:.1f}px/{side:.1f}px sans-serif;color:{style.ink};text-align:center;", sign),
    )


def inner_square(style: Style, state: str) -> Drawing:
    """Ticked by a smaller filled square; mixed by half of it."""
    side = style.high
    inset = side * style.some(0.18, 0.3)
    inner = part(inset, inset, side - 2 * inset, side - 2 * inset, f"background:{style.on};")
    half = part(inset, side * 0.42, side - 2 * inset, side * 0.16, f"background:{style.on};")
    return Drawing(
        side,
        side,
        part(0, 0, side, side, f"border:{style.some(1, 2)}px solid {style.edge};")
        + {"on": inner, "mixed": half, "off": ""}[state],
    )


def inner_dot(style: Style, state: str) -> Drawing:
    """Ticked by a dot in a circle."""
    side = style.high
    inset = side * style.some(0.22, 0.32)
    dot = part(inset, inset, side - 2 * inset, side - 2 * inset, f"background:{style.on};{ROUND}")
    bar = part(inset, side * 0.43, side - 2 * inset, side * 0.14, f"background:{style.on};")
    return Drawing(
        side,
        side,
        part(0, 0, side, side, f"border:{style.some(1, 2.5)}px solid {style.edge};{ROUND}")
        + {"on": dot, "mixed": bar, "off": ""}[state],
    )


def bare_tick(style: Style, state: str) -> Drawing:
    """No box: a tick, faint while off, which a disabled one is while on."""
    side = max(14, style.high)
    colour = style.on if state == "on" else style.edge
    faint = "" if state == "on" else 'opacity=".35"'
    mark = _mark(style, "on" if state != "mixed" else "mixed", colour)
    return Drawing(side, side, svg(side, side, f"<g {faint}>{mark}</g>", "0 0 24 24"), state != "off")


def by_hand(style: Style, state: str) -> Drawing:
    """Painted by a script with an unsteady hand, the tick beyond the box."""
    side = max(16, style.high)
    j = style.lot.uniform
    corners = [(2, 2), (side - 2, 2), (side - 2, side - 2), (2, side - 2)]
    box = "".join(
        f"c.{'lineTo' if i else 'moveTo'}({x + j(-1, 1):.1f},{y + j(-1, 1):.1f});" for i, (x, y) in enumerate(corners)
    )
    tick = f"c.beginPath();c.moveTo({side * j(0.1, 0.25):.1f},{side * j(0.4, 0.55):.1f});c.lineTo({side * 0.42:.1f},{side * j(0.75, 0.9):.1f});c.lineTo({side * j(0.85, 1):.1f},{side * j(0, 0.2):.1f});c.stroke();"
    dash = f"c.beginPath();c.moveTo({side * 0.25:.1f},{side * j(0.45, 0.55):.1f});c.lineTo({side * 0.75:.1f},{side * j(0.45, 0.55):.1f});c.stroke();"
    mark = {"on": tick, "mixed": dash, "off": ""}[state]
    script = f"c.strokeStyle='{style.ink}';c.lineWidth={j(1, 2):.1f};c.beginPath();{box}c.closePath();c.stroke();c.strokeStyle='{style.on}';c.lineWidth={j(2, 3.5):.1f};{mark}"
    return Drawing(
        side, side, f'<canvas width="{side:.0f}" height="{side:.0f}" style="display:block" data-script="{script}"></canvas>'
    )


def picture(style: Style, state: str) -> Drawing:
    """Box and mark in one background picture, enlarged or shrunk."""
    side = style.high
    drawn = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24"><rect x="2" y="2" width="20" height="20" rx="{style.some(0, 5):.1f}" fill="{style.paper if state == "off" else style.on}" stroke="{style.edge}" stroke-width="{style.some(1, 3):.1f}"/>{_mark(style, state, style.paper)}</svg>'
    return Drawing(side, side, part(0, 0, side, side, f"background:url(data:image/svg+xml,{quote(drawn)}) 0 0/100% 100%;"))


def moulded(style: Style, state: str) -> Drawing:
    """As of plastic: gradient, bevel, shadow."""
    side = style.high
    box = part(
        0,
        0,
        side,
        side,
        f"background:linear-gradient(#fff,#ddd);border:1px solid #888;border-radius:{style.some(0, 4)}px;box-shadow:inset 0 1px 2px rgba(0,0,0,.3),0 1px 0 #fff;",
    )
    return Drawing(side, side, box + svg(side, side, _mark(style, state, style.pick("#222", "#333", style.on)), "0 0 24 24"))


def coloured_line(style: Style, state: str) -> Drawing:
    """The line takes the mark's colour."""
    side = style.high
    colour = style.edge if state == "off" else style.on
    box = part(0, 0, side, side, f"border:{style.some(1.5, 3)}px solid {colour};border-radius:{style.some(0, 5)}px;")
    return Drawing(side, side, box + svg(side, side, _mark(style, state, colour), "0 0 24 24"))


def crossed(style: Style, state: str) -> Drawing:
    """A cross is what ticks it, as on paper."""
    side = style.high
    cross = f'<path d="M6 6L18 18M18 6L6 18" stroke="{style.ink}" stroke-width="{style.some(1.5, 3):.1f}"/>'
    mark = {"on": cross, "off": "", "mixed": _mark(style, "mixed", style.ink)}[state]
    return Drawing(
        side,
        side,
        part(0, 0, side, side, f"border:{style.some(1, 2)}px solid {style.edge};background:{style.paper};")
        + svg(side, side, mark, "0 0 24 24"),
    )


def crossed_out(style: Style, state: str) -> Drawing:
    """A cross from corner to corner, with a pen."""
    side, pen = max(12, style.high), style.some(1, 3)
    cross = f'<path d="M3 3.5L21 20.5M21 3L3 21" stroke="{style.pick(style.ink, style.on)}" stroke-width="{pen:.1f}"/>'
    mark = {"on": cross, "off": "", "mixed": _mark(style, "mixed", style.ink)}[state]
    frame = part(0, 0, side, side, f"border:{style.some(1, 3)}px solid {style.ink};border-radius:{style.some(0, 3)}px;")
    return Drawing(side, side, frame + svg(side, side, mark, "0 0 24 24"))


def tick_or_nothing(style: Style, state: str) -> Drawing:
    """Round and filled in every state; a tick while on, a bar while mixed."""
    side = style.high
    disc = part(0, 0, side, side, f"background:{style.track(state)};{ROUND}border:{style.some(0, 2)}px solid {style.edge};")
    return Drawing(side, side, disc + svg(side, side, _mark(style, state, style.pick("#fff", style.ink)), "0 0 24 24"))


def overflowing(style: Style, state: str) -> Drawing:
    """A small box and a large tick that leaves it."""
    side, inset = max(14, style.high), max(14, style.high) * style.some(0.1, 0.2)
    frame = part(
        inset,
        inset,
        side - 2 * inset,
        side - 2 * inset,
        f"border:{style.some(1, 2)}px solid {style.edge};border-radius:{style.some(0, 3)}px;",
    )
    large = f'<path d="M6 11L11 18L23 2" fill="none" stroke="{style.on}" stroke-width="{style.some(2, 4):.1f}"/>'
    mark = {"on": large, "off": "", "mixed": _mark(style, "mixed", style.on)}[state]
    return Drawing(side, side, frame + svg(side, side, mark, "0 0 24 24"))


def tick_or_cross(style: Style, state: str) -> Drawing:
    """A green tick while on, a red cross while off."""
    side = max(14, style.high)
    green, red = f"hsl({style.some(95, 150):.0f} 60% 38%)", f"hsl({style.some(-12, 10):.0f} 75% 48%)"
    path = {"on": _tick(style), "off": "M6 6L18 18M18 6L6 18", "mixed": _dash(style)}[state]
    colour = {"on": green, "off": red, "mixed": style.edge}[state]
    frame = part(0, 0, side, side, f"background:{colour};{style.pick(ROUND, '')}") if style.chance(0.4) else ""
    return Drawing(
        side,
        side,
        frame
        + svg(
            side,
            side,
            f'<path d="{path}" fill="none" stroke="{"#fff" if frame else colour}" stroke-width="3"/>',
            "0 0 24 24",
        ),
    )


def inset_frame(style: Style, state: str) -> Drawing:
    """Two lines around, or a shadow within."""
    side = style.high
    frame = style.pick(
        f"border:3px double {style.edge};",
        f"box-shadow:inset 1px 1px 3px {style.edge};border:1px solid {style.edge};",
        f"outline:1px solid {style.edge};outline-offset:-3px;border:1px solid {style.edge};",
    )
    return Drawing(side, side, part(0, 0, side, side, frame) + svg(side, side, _mark(style, state, style.on), "0 0 24 24"))


FAMILIES: tuple[Family, ...] = (
    outlined, filled, filled_grey, circle, turned_corner, glyph, whole_glyph, inner_square, inner_dot, bare_tick,
    by_hand, picture, moulded, coloured_line, crossed, crossed_out, tick_or_cross,
    tick_or_nothing, overflowing, inset_frame,
)  # fmt: skip
