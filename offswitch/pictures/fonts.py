"""Text in any script on a picture: fonts of the system where they are found, else the one that Pillow ships.

Letters that no font has are written without their accent where that helps, else as […].
"""

import unicodedata
from functools import cache, lru_cache

from PIL import ImageFont
from PIL.ImageDraw import ImageDraw

from offswitch.plain import plain

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont
SHIPPED = ""
"""Stands for the font that Pillow ships: Latin letters without accents."""

CANDIDATES = (
    "NotoSans-Regular.ttf", "DejaVuSans.ttf", "LiberationSans-Regular.ttf", "Arial.ttf", "arial.ttf", "Helvetica.ttc",
    "NotoSansCJK-Regular.ttc", "NotoSansJP-Regular.otf", "Hiragino Sans GB.ttc", "msgothic.ttc", "msyh.ttc",
    "malgun.ttf", "NotoSansArabic-Regular.ttf", "NotoNaskhArabic-Regular.ttf", "NotoSansHebrew-Regular.ttf",
    "NotoSansDevanagari-Regular.ttf", "NotoSansThai-Regular.ttf", "Arial Unicode.ttf",
)  # fmt: skip
SAMPLES = {
    "Latin with accents": "éłß", "Cyrillic": "Жя", "Greek": "Ωλ", "Arabic": "عل", "Hebrew": "אש", "Devanagari": "कम",
    "Thai": "กม", "Japanese": "あ設", "Chinese": "设隐", "Korean": "설정",
}  # fmt: skip
UNKNOWN = "[…]"
JOINING = {"Mn", "Me", "Mc", "Cf"}
NO_SUCH_CHARACTER = "\U0010fffe"


@cache
def chain() -> tuple[str, ...]:
    """The fonts that are there, first choice first."""
    return (*(name for name in CANDIDATES if _is_there(name)), SHIPPED)


def _is_there(name: str) -> bool:
    try:
        ImageFont.truetype(name, 12)
    except OSError:
        return False
    return True


@lru_cache(maxsize=256)
def font(name: str, px: int) -> Font:
    """One of the chain in one size."""
    return ImageFont.truetype(name, px) if name else ImageFont.load_default(px)


@lru_cache(maxsize=8192)
def has(name: str, character: str) -> bool:
    """Whether a font draws a character as something else than the box for what is missing."""
    if character.isspace():
        return True
    drawn, missing = (font(name, 16).getmask(c) for c in (character, NO_SUCH_CHARACTER))
    return drawn.size != missing.size or bytes(drawn) != bytes(missing)


def found() -> list[str]:
    """Names of the fonts in use, for people."""
    return [name or "the font shipped with Pillow" for name in chain()]


def covered() -> list[str]:
    """Scripts that can be written."""
    return [script for script, text in SAMPLES.items() if all(_font_of(c) is not None for c in text)]


def _font_of(character: str, current: str | None = None) -> str | None:
    if current is not None and has(current, character):
        return current
    return next((name for name in chain() if has(name, character)), None)


@lru_cache(maxsize=4096)
def legible(text: str) -> str:
    """The text on one line, with every character drawable."""
    made: list[str] = []
    for character in plain(text):
        if unicodedata.category(character) in JOINING or _font_of(character) is not None:
            made.append(character)
            continue
        base = unicodedata.normalize("NFKD", character)[0]
        if base != character and _font_of(base) is not None:
            made.append(base)
        elif unicodedata.category(character) != "So" and made[-1:] != [UNKNOWN]:
            made.append(UNKNOWN)
    return "".join(made)


@lru_cache(maxsize=4096)
def runs(text: str) -> tuple[tuple[str, str], ...]:
    """The text cut into pieces of one font each: (piece, name of the font)."""
    made: list[tuple[str, str]] = []
    for character in legible(text):
        current = made[-1][1] if made else None
        joins = unicodedata.category(character) in JOINING
        name = current if joins and current is not None else _font_of(character, current)
        if made and name == current:
            made[-1] = (made[-1][0] + character, made[-1][1])
        else:
            made.append((character, name or SHIPPED))
    return tuple(made)


def width(text: str, px: int) -> float:
    """Width of one line in pixels."""
    return sum(font(name, px).getlength(piece) for piece, name in runs(text))


def line_height(px: int) -> int:
    """Height that a line of this size needs, in pixels."""
    return round(px * 1.4)


def write(draw: ImageDraw, x: float, top: float, text: str, px: int, ink: str) -> None:
    """Write one line whose upper left corner is there; pieces of several fonts share a baseline."""
    baseline = top + round(px * 1.05)
    for piece, name in runs(text):
        draw.text((x, baseline), piece, fill=ink, font=font(name, px), anchor="ls")
        x += font(name, px).getlength(piece)


def shorten(text: str, px: int, most: float) -> str:
    """The text, cut with an ellipsis where it is wider than `most` pixels; empty where not even that fits."""
    text = legible(text)
    if width(text, px) <= most:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if width(text[:middle].rstrip() + "…", px) <= most else (low, middle - 1)
    return text[:low].rstrip() + "…" if low else ""


def wrap(text: str, px: int, most: float, lines: int) -> list[str]:
    """The text in at most `lines` lines of at most `most` pixels, cut with an ellipsis where it is longer."""
    made: list[str] = []
    rest = legible(text)
    while rest and len(made) < lines - 1 and width(rest, px) > most:
        head = shorten(rest, px, most).removesuffix("…")
        cut = head.rfind(" ") if " " in head else len(head)
        if cut <= 0:
            break
        made.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [line for line in [*made, shorten(rest, px, most)] if line]
