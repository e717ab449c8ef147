"""Families of switches that say their state in words or by I and O."""

from drawings.style import Drawing, Family, Style, part, svg, where

ROUND = "border-radius:999px;"


def _text(style: Style, x: float, wide: float, high: float, words: str, colour: str) -> str:
    size = min(high * style.some(0.4, 0.6), wide / max(1.6, len(words) * 0.7))
    weight = style.pick("400", "600", "700")
    return part(
        x,
        0,
        wide,
        high,
        f"color:{colour};font:{weight} {size:.1f}px/{high:.1f}px {style.pick('sans-serif', 'serif', 'monospace')};text-align:center;",
        words,
    )


def _words(style: Style) -> tuple[str, str]:
    return style.lot.choice((("ON", "OFF"), ("ON", "OFF"), ("On", "Off"), ("on", "off"), ("YES", "NO"), ("Yes", "No")))


def words_inside(style: Style, state: str) -> Drawing:
    """ON or OFF beside the knob, inside the track."""
    high, wide = max(16, style.high), max(16, style.high) * style.some(2, 2.8)
    inset = high * style.some(0.05, 0.12)
    knob = high - 2 * inset
    x = inset + (wide - 2 * inset - knob) * where(style, state)
    free = (0.0, x) if x > wide / 2 - knob / 2 else (x + knob, wide - x - knob)
    word = "" if state == "mixed" else _words(style)[state == "off"]
    inner = part(x, inset, knob, knob, f"background:{style.knob(state)};{ROUND}") + _text(
        style, *free, high, word, style.pick("#fff", style.ink)
    )
    return Drawing(wide, high, part(0, 0, wide, high, f"background:{style.track(state)};{ROUND}overflow:hidden;", inner))


def words_on_block(style: Style, state: str) -> Drawing:
    """The word stands on the block that slides."""
    high, wide = max(16, style.high), max(16, style.high) * style.some(2, 3)
    x, block = wide * 0.5 * where(style, state), wide * 0.5
    word = "" if state == "mixed" else _words(style)[state == "off"]
    inner = part(
        x,
        1,
        block,
        high - 2,
        f"background:{style.knob(state)};border-radius:3px;border:1px solid {style.edge};",
        _text(style, 0, block, high - 2, word, style.ink),
    )
    return Drawing(wide, high, part(0, 0, wide, high, f"background:{style.track(state)};border-radius:4px;", inner))


def bars_and_circles(style: Style, state: str) -> Drawing:
    """I and O in the track."""
    high, wide = style.high, style.high * style.some(1.8, 2.2)
    inset = high * 0.1
    knob = high - 2 * inset
    x = inset + (wide - 2 * inset - knob) * where(style, state)
    ends = (wide - high * 0.5, high * 0.5) if style.rtl else (high * 0.5, wide - high * 0.5)
    pen = style.pick("#fff", style.ink)
    marks = f'<path d="M{ends[0]:.1f} {high * 0.32:.1f}V{high * 0.68:.1f}" stroke="{pen}" stroke-width="1.6"/><circle cx="{ends[1]:.1f}" cy="{high / 2:.1f}" r="{high * 0.16:.1f}" fill="none" stroke="{pen}" stroke-width="1.6"/>'
    track = part(0, 0, wide, high, f"background:{style.track(state)};{ROUND}")
    return Drawing(
        wide, high, track + svg(wide, high, marks) + part(x, inset, knob, knob, f"background:{style.knob(state)};{ROUND}")
    )


def _two_halves(style: Style, state: str, first: str, second: str, low: float) -> Drawing:
    """Two halves of which one is lit: the first says on, or the second."""
    high = max(low, style.high)
    wide = high * style.some(2, 3)
    on_first = style.chance(0.5)
    says = (first, second) if on_first else (second, first)
    lit = {"on": 0 if on_first else 1, "off": 1 if on_first else 0, "mixed": -1}[state]
    pen = style.pick("#fff", style.paper)
    parts = [
        part(
            wide / 2 * i,
            0,
            wide / 2,
            high,
            f"background:{style.on if i == lit else 'transparent'};",
            _text(style, 0, wide / 2, high, says[i], pen if i == lit else style.ink),
        )
        for i in (0, 1)
    ]
    return Drawing(
        wide,
        high,
        part(
            0,
            0,
            wide,
            high,
            f"border:1px solid {style.edge};border-radius:{style.some(0, 8)}px;overflow:hidden;background:{style.paper};",
            "".join(parts),
        ),
    )


def halves_of_words(style: Style, state: str) -> Drawing:
    """ON and OFF side by side, one of them lit."""
    return _two_halves(style, state, *_words(style), 18)


def rocker(style: Style, state: str) -> Drawing:
    """I and O side by side, one pressed in."""
    return _two_halves(style, state, "I", "O", 16)


def word_alone(style: Style, state: str) -> Drawing:
    """A box with the word and no more."""
    high = max(16, style.high)
    wide = high * style.some(1.7, 2.4)
    word = {"on": _words(style)[0], "off": _words(style)[1], "mixed": "–"}[state]
    colour = "transparent" if style.chance(0.3) else style.track(state)
    pen = style.ink if colour == "transparent" else style.pick("#fff", style.ink)
    return Drawing(
        wide,
        high,
        part(
            0,
            0,
            wide,
            high,
            f"background:{colour};border:1px solid {style.edge};border-radius:{style.some(0, 12)}px;",
            _text(style, 0, wide, high - 2, word, pen),
        ),
    )


def one_word_lit(style: Style, state: str) -> Drawing:
    """Two halves; only the lit one carries its word, and the knob is the other."""
    high = max(16, style.high)
    wide = high * style.some(2, 2.8)
    x = wide / 2 * (1 - where(style, state))
    word = "" if state == "mixed" else _words(style)[state == "off"]
    inner = part(
        x,
        0,
        wide / 2,
        high,
        f"background:{style.track(state)};",
        _text(style, 0, wide / 2, high, word, style.pick("#fff", style.ink)),
    )
    bend = style.pick(ROUND, "border-radius:3px;")
    return Drawing(
        wide,
        high,
        part(0, 0, wide, high, f"border:1px solid {style.edge};background:{style.knob_off};overflow:hidden;{bend}", inner),
        state != "mixed",
    )


def underlined(style: Style, state: str) -> Drawing:
    """ON and OFF side by side, a line under the one that holds."""
    return _pair(style, state, "border-bottom:3px solid {on};color:{on};", "color:{edge};border-bottom:1px solid {edge};")


def apart(style: Style, state: str) -> Drawing:
    """Two buttons with room between, one filled."""
    return _pair(
        style,
        state,
        "background:{on};color:#fff;border-radius:4px;",
        "border:1px solid {edge};color:{ink};border-radius:4px;",
        2,
    )


def pressed_in(style: Style, state: str) -> Drawing:
    """Of plastic: the half that holds is pressed in and dark, the other stands out."""
    low = "background:linear-gradient(#999,#bbb);box-shadow:inset 0 2px 3px rgba(0,0,0,.5);color:#222;"
    return _pair(style, state, low, "background:linear-gradient(#fff,#ddd);color:#888;")


def _pair(style: Style, state: str, lit: str, dull: str, gap: float = 0) -> Drawing:
    high = max(18, style.high)
    wide = high * style.some(2, 2.8)
    says = style.lot.choice((_words(style), _words(style), ("I", "O")))
    turned = style.chance(0.5)
    colours = {"on": style.on, "edge": style.edge, "ink": style.ink}
    parts = []
    for i, word in enumerate(reversed(says) if turned else says):
        holds = state != "mixed" and word == says[state == "off"]
        look = (lit if holds else dull).format(**colours)
        text = f"font:{high * 0.42:.1f}px/{high * 0.9:.1f}px sans-serif;text-align:center;"
        parts.append(part(wide / 2 * i + gap / 2, 0, wide / 2 - gap, high, look + text, word))
    return Drawing(wide, high, "".join(parts), state != "mixed")


FAMILIES: tuple[Family, ...] = (
    words_inside, words_on_block, bars_and_circles, halves_of_words, rocker, word_alone, one_word_lit, underlined, apart, pressed_in,
)  # fmt: skip
