"""Small things that are no switch and no checkbox, as they stand in menus: the model must not answer."""

from drawings.style import Drawing, Family, Style, hsl, part, svg

ROUND = "border-radius:999px;"


def _face(style: Style) -> str:
    """Ground and edge of a small button."""
    return style.pick(
        f"border:1px solid {style.edge};",
        f"background:{style.off};",
        f"background:{style.on};",
        f"border:2px solid {style.on};",
    ) + style.pick(ROUND, "border-radius:4px;", "")


def _stroked(style: Style, path: str, wide: float, high: float, view: str = "0 0 24 24") -> str:
    pen = style.pick(style.ink, style.edge, "#fff")
    width = style.some(1.4, 3)
    return svg(
        wide, high, f'<path d="{path}" fill="none" stroke="{pen}" stroke-width="{width:.1f}" stroke-linecap="round"/>', view
    )


def letter(style: Style, state: str) -> Drawing:
    """A letter or a number on a disc or a square: a person, a badge."""
    side = max(14, style.high)
    text = style.pick(*"ABDEGHKMRSTW", "12", "3", "9+", "JS", "!")
    return Drawing(
        side,
        side,
        part(0, 0, side, side, f"{_face(style)}font:{side * 0.5:.1f}px/{side:.1f}px sans-serif;text-align:center;", text),
    )


def icon_button(style: Style, state: str) -> Drawing:
    """A sign in a frame: plus, minus with plus, arrow, gear, bin, dots."""
    side = max(16, style.high)
    paths = (
        "M12 7v10M7 12h10",
        "M8 10l4 4 4-4",
        "M10 8l4 4-4 4",
        "M7 8h10M9 8v9h6V8",
        "M12 7v.1M12 12v.1M12 17v.1",
        "M8 16l8-8M10 8h6v6",
    )
    return Drawing(side, side, part(0, 0, side, side, _face(style), _stroked(style, style.pick(*paths), side, side)))


def stepper(style: Style, state: str) -> Drawing:
    """Minus and plus side by side."""
    high = max(16, style.high)
    return Drawing(
        2 * high,
        high,
        part(0, 0, 2 * high, high, _face(style))
        + _stroked(style, "M7 12h10M24 4v16M31 12h10M36 7v10", 2 * high, high, "0 0 48 24"),
    )


def dropdown(style: Style, state: str) -> Drawing:
    """A field with an arrow at its end."""
    high = max(16, style.high)
    wide = high * style.some(1.8, 3)
    arrow = part(wide - high if not style.rtl else 0, 0, high, high, "", _stroked(style, "M8 10l4 4 4-4", high, high))
    text = part(
        high * 0.3,
        0,
        wide - high,
        high,
        f"font:{high * 0.45:.1f}px/{high:.1f}px sans-serif;overflow:hidden;",
        style.pick("All", "Me", "EN", ""),
    )
    return Drawing(
        wide,
        high,
        part(0, 0, wide, high, f"border:1px solid {style.edge};border-radius:{style.some(0, 8)}px;", text + arrow),
    )


def spinner(style: Style, state: str) -> Drawing:
    """An arc that turns while something loads."""
    side, width = max(12, style.high), max(2, style.high * 0.12)
    return Drawing(
        side,
        side,
        part(
            0,
            0,
            side,
            side,
            f"{ROUND}border:{width:.1f}px solid {style.off};border-top-color:{style.on};transform:rotate({style.some(0, 360):.0f}deg);",
        ),
    )


def handle(style: Style, state: str) -> Drawing:
    """Dots or lines by which a row is dragged, or a row of stars."""
    high = max(12, style.high)
    count = style.lot.choice((2, 3, 4))
    size = high * style.some(0.12, 0.3)
    dots = "".join(
        part(
            high * (0.15 + 0.35 * i),
            high * (0.15 + 0.35 * j),
            size,
            size,
            f"background:{style.edge};{style.pick(ROUND, '')}",
        )
        for i in range(count)
        for j in range(style.lot.choice((2, 3)))
    )
    return Drawing(high * 0.4 * count, high, dots)


def play(style: Style, state: str) -> Drawing:
    """Play, pause, stop, record."""
    side = max(14, style.high)
    shape = style.pick(
        "<path d='M8 6v12l10-6z'/>",
        "<path d='M7 6h4v12H7zM13 6h4v12h-4z'/>",
        "<path d='M12 5l8 14H4z'/>",
        "<path d='M4 12l8-8 8 8-8 8z'/>",
    )
    return Drawing(
        side,
        side,
        part(0, 0, side, side, _face(style))
        + svg(side, side, f'<g fill="{style.pick(style.ink, style.on)}">{shape}</g>', "0 0 24 24"),
    )


def scribble(style: Style, state: str) -> Drawing:
    """Lines by chance."""
    high, wide = style.high, style.high * style.some(0.9, 2.2)
    j = style.lot.uniform
    points = " ".join(f"{j(0, wide):.1f},{j(0, high):.1f}" for _ in range(style.lot.randint(2, 6)))
    return Drawing(
        wide,
        high,
        svg(
            wide,
            high,
            f'<polyline points="{points}" fill="{style.pick("none", style.off)}" stroke="{style.ink}" stroke-width="{j(1, 4):.1f}"/>',
        ),
    )


def mosaic(style: Style, state: str) -> Drawing:
    """Discs and blocks by chance: a logo, a thumbnail."""
    high, wide = style.high, style.high * style.some(0.9, 2.2)
    j = style.lot.uniform
    shapes = "".join(
        part(
            j(-0.2, 0.8) * wide,
            j(-0.2, 0.8) * high,
            j(0.2, 0.7) * wide,
            j(0.2, 0.7) * high,
            f"background:{hsl(j(0, 360), j(0, 90), j(10, 90))};{style.pick(ROUND, '')}",
        )
        for _ in range(style.lot.randint(2, 5))
    )
    return Drawing(
        wide,
        high,
        part(
            0,
            0,
            wide,
            high,
            f"overflow:hidden;background:{style.pick('transparent', style.off)};{style.pick(ROUND, '')}",
            shapes,
        ),
    )


def lines_of_text(style: Style, state: str) -> Drawing:
    """Two lines of small print."""
    high = max(18, style.high)
    wide = high * style.some(1.2, 2.8)
    text = style.pick(
        "Learn how we use data", "We may keep a copy of it", "Off for this device only", "Turned on by your choice"
    )
    size = high * style.some(0.3, 0.42)
    return Drawing(
        wide,
        high,
        part(
            0,
            0,
            wide,
            high,
            f"font:{size:.1f}px/{high / 2:.1f}px {style.pick('sans-serif', 'serif')};overflow:hidden;color:{style.pick(style.ink, style.on)};",
            text,
        ),
    )


def dots_of_steps(style: Style, state: str) -> Drawing:
    """Dots of pages, one of them lit."""
    high = style.high
    count = style.lot.choice((3, 4, 5))
    lit = style.lot.randrange(count)
    size = high * style.some(0.3, 0.6)
    dots = "".join(
        part(i * size * 1.6, (high - size) / 2, size, size, f"{ROUND}background:{style.on if i == lit else style.off};")
        for i in range(count)
    )
    return Drawing(size * 1.6 * count, high, dots)


FAMILIES: tuple[Family, ...] = (
    letter, icon_button, stepper, dropdown, spinner, handle, play, scribble, mosaic, lines_of_text, dots_of_steps,
)  # fmt: skip
