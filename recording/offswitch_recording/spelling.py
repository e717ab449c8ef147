"""One spelling for words that are written in several: with or without accents, vowel marks, dots.

Greek capitals carry no accents, Russian mostly writes `е` for `ё`, Arabic and Hebrew leave their vowel marks out, Arabic
menus drop the hamza of an alef, Hindi has two signs for a nasal vowel. Romanian has two signs for `ș` and `ț` and is as
often written without marks, and lower case makes other letters of the capitals of Turkish `ı` and `i`. Texts and lists
of words are spelt alike by this before they are compared.
"""

import unicodedata

MARKS = "".join(c for c in map(chr, range(0x300, 0x2100)) if unicodedata.category(c) in {"Mn", "Mc"})
"""Marks that belong to the letter before them, for a class of characters: Python's `\\w` takes them for the end of a word."""


def _base(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]


_GREEK = {letter: _base(letter) for letter in map(chr, (*range(0x386, 0x3CF), *range(0x1F00, 0x1FFD)))}
_SAME = {"ё": "е", "Ё": "Е", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ँ": "ं", "’": "'", "ʼ": "'"}
_LATIN = dict(zip("ăĂșȘşŞțȚţŢıİ", "aassssttttii", strict=True))
_SILENT = (*range(0x591, 0x5BE), 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7, 0x640, *range(0x64B, 0x660), 0x670, 0x93C, 0x307)
_ONE = str.maketrans({**_GREEK, **_SAME, **_LATIN, **{chr(code): "" for code in _SILENT}})


def plain(text: str) -> str:
    """The text in lower case and in one spelling, for comparing; of Latin letters only those of Romanian and Turkish change."""
    if text.isascii():
        return text.casefold()
    return unicodedata.normalize("NFKC", text).translate(_ONE).casefold()
