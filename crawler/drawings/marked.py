"""Families of switches that are drawn otherwise or carry marks: ticks, pictures, canvases, colour alone."""

from urllib.parse import quote

from drawings.style import Drawing, Family, Style, part, svg, where

ROUND = "border-radius:999px;"


def mark_on_knob(style: Style, state: str) -> Drawing:
    """A tick or a cross on the knob."""
    high, wide = max(16, style.high), max(16, style.high) * style.some(1.7, 2.1)
    inset = high * 0.08
    knob = high - 2 * inset
    x = inset + (wide - 2 * inset - knob) * where(style, state)
    path = {"on": "M6 12l4 4 8-8", "off": "M7 7l10 10M17 7L7 17", "mixed": "M6 12h12"}[state]
    glyph = f'<path d="{path}" fill="none" stroke="{style.ink if style.chance(0.5) else style.track(state)}" stroke-width="2.6"/>'
    inner = part(x, inset, knob, knob, f"background:{style.knob(state)};{ROUND}", svg(knob, knob, glyph, "0 0 24 24"))
    return Drawing(wide, high, part(0, 0, wide, high, f"background:{style.track(state)};{ROUND}", inner))


def mark_in_track(style: Style, state: str) -> Drawing:
    """A tick in the part of the track that is free while on, a cross while off."""
    high, wide = max(16, style.high), max(16, style.high) * style.some(1.8, 2.2)
    inset = high * 0.1
    knob = high - 2 * inset
    x = inset + (wide - 2 * inset - knob) * where(style, state)
    free = x - high if x > wide / 2 - knob / 2 else x + knob
    path = {"on": "M6 12l4 4 8-8", "off": "M8 8l8 8M16 8l-8 8", "mixed": ""}[state]
    glyph = part(
        max(0, free),
        0,
        high,
        high,
        "",
        svg(
            high,
            high,
            f'<path d="{path}" fill="none" stroke="{style.pick("#fff", style.ink)}" stroke-width="2.2"/>',
            "0 0 24 24",
        ),
    )
    inner = glyph + part(x, inset, knob, knob, f"background:{style.knob(state)};{style.pick(ROUND, 'border-radius:3px;')}")
    return Drawing(wide, high, part(0, 0, wide, high, f"background:{style.track(state)};{ROUND}overflow:hidden;", inner))


def pill_of_colour(style: Style, state: str) -> Drawing:
    """Colour alone, as conventions have it: lit while on, grey or red while off."""
    high, wide = style.high, style.high * style.some(1.7, 2.2)
    green = f"hsl({style.some(95, 150):.0f} {style.some(50, 90):.0f}% {style.some(30, 55):.0f}%)"
    grey = style.pick(
        f"hsl(0 0% {style.some(45, 85):.0f}%)",
        f"hsl({style.some(-10, 10):.0f} {style.some(60, 90):.0f}% {style.some(40, 60):.0f}%)",
    )
    colour = {"on": green, "off": grey, "mixed": f"linear-gradient(90deg,{green} 50%,{grey} 50%)"}[state]
    return Drawing(wide, high, part(0, 0, wide, high, f"background:{colour};{style.pick(ROUND, 'border-radius:4px;')}"))


def drawn_icon(style: Style, state: str) -> Drawing:
    """A picture of a switch in a square of its own, room around it."""
    side = max(18, style.high)
    x, half = 7 + 10 * where(style, state), style.some(5, 7)
    colour = style.on if state == "on" else style.edge
    hole = style.chance(0.5)
    track = f'<rect x="{12 - half - 5:.1f}" y="{12 - half:.1f}" width="{2 * half + 10:.1f}" height="{2 * half:.1f}" rx="{half:.1f}" '
    track += f'fill="{colour}"/>' if hole else f'fill="none" stroke="{colour}" stroke-width="2"/>'
    knob = f'<circle cx="{x:.1f}" cy="12" r="{half - style.some(1.5, 3):.1f}" fill="{style.paper if hole else colour}"/>'
    return Drawing(side, side, svg(side, side, track + knob, "0 0 24 24"))


def svg_track(style: Style, state: str) -> Drawing:
    """The whole in SVG: thick outline, knob with an outline of its own."""
    high = max(14, style.high)
    wide = high * style.some(1.7, 2)
    pen, width = style.ink, style.some(1, 2.5)
    x = high / 2 + (wide - high) * where(style, state)
    inner = f'<rect x="{width / 2}" y="{width / 2}" width="{wide - width:.1f}" height="{high - width:.1f}" rx="{high / 2:.1f}" fill="{style.track(state)}" stroke="{pen}" stroke-width="{width:.1f}"/>'
    inner += f'<circle cx="{x:.1f}" cy="{high / 2:.1f}" r="{high / 2 - width / 2:.1f}" fill="{style.knob(state)}" stroke="{pen}" stroke-width="{width:.1f}"/>'
    return Drawing(wide, high, svg(wide, high, inner))


def on_canvas(style: Style, state: str) -> Drawing:
    """Painted by a script."""
    high, wide = max(14, style.high), max(14, style.high) * style.some(1.7, 2.3)
    x, r = high / 2 + (wide - high) * where(style, state), high / 2 - high * style.some(0.08, 0.2)
    script = (
        f"c.fillStyle='{style.track(state)}';c.beginPath();c.roundRect(0,0,{wide:.1f},{high:.1f},{style.pick(f'{high / 2:.1f}', '4')});c.fill();"
        f"c.fillStyle='{style.knob(state)}';c.beginPath();{style.pick(f'c.arc({x:.1f},{high / 2:.1f},{r:.1f},0,7)', f'c.rect({x - r:.1f},{high / 2 - r:.1f},{2 * r:.1f},{2 * r:.1f})')};c.fill();"
    )
    return Drawing(
        wide, high, f'<canvas width="{wide:.0f}" height="{high:.0f}" style="display:block" data-script="{script}"></canvas>'
    )


def small_picture(style: Style, state: str) -> Drawing:
    """A small picture, enlarged or shrunk, in the background of an element."""
    high, wide = style.high, style.high * 2
    x = 10 + 20 * where(style, state)
    picture = f'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" rx="10" fill="{style.track(state)}"/><circle cx="{x}" cy="10" r="{style.some(6, 9):.1f}" fill="{style.knob(state)}" stroke="{style.edge}"/></svg>'
    sheet = f"background:url(data:image/svg+xml,{quote(picture)}) 0 0/100% 100%;"
    return Drawing(wide, high, part(0, 0, wide, high, sheet + style.pick("", "image-rendering:pixelated;")))


def day_and_night(style: Style, state: str) -> Drawing:
    """A knob with a bite out of it while off and whole while on."""
    high, wide = style.high, style.high * style.some(1.7, 2.1)
    inset = high * 0.1
    knob = high - 2 * inset
    x = inset + (wide - 2 * inset - knob) * where(style, state)
    bite = (
        part(knob * 0.35, -knob * 0.1, knob * 0.8, knob * 0.8, f"background:{style.off};{ROUND}") if state == "off" else ""
    )
    inner = part(x, inset, knob, knob, f"background:{style.knob(state)};{ROUND}overflow:hidden;", bite)
    return Drawing(wide, high, part(0, 0, wide, high, f"background:{style.track(state)};{ROUND}", inner))


FAMILIES: tuple[Family, ...] = (
    mark_on_knob, mark_in_track, pill_of_colour, drawn_icon, svg_track, on_canvas, small_picture, day_and_night,
)  # fmt: skip
