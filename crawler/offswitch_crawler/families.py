"""Addresses that are alike: of one make, or one list shown otherwise. Pure."""

import re
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from offswitch_crawler.sites import normalised

DELIMITER = re.compile(r"[/:?&=]|%3A|%2F", re.IGNORECASE)
PIECE = re.compile(rf"{DELIMITER.pattern}|(?:(?!%3A|%2F)[^/:?&=])+", re.IGNORECASE)
NAMES_VALUE = frozenset("?&")
"""After these stands the name of a value, which is never left open."""
VIEW = re.compile(
    r"limit|per_?page|page_?size|rows|max|sort(?:_?(?:by|key|order|dir(?:ection)?))?|order(?:_?by|dir)?|dir(?:ection)?|asc|desc|offset",
    re.IGNORECASE,
)
PLACE = re.compile(r"page|p|pg|paged|start|from|after|before|cursor", re.IGNORECASE)
"""Keys that say with a number from which row on a list is shown; with a word they say what is shown."""


def families(url: str) -> list[str]:
    """The makes to which an address (as it is compared) belongs: with one part of its path or of a value of its query left open.

    `https://wiki.example/page/Tea?do=edit` is of the makes `https://wiki.example/*/Tea?do=edit`, `…/page/*?do=edit` and
    `…/page/Tea?do=*`. A value of several parts (`?title=Talk:Tea`) is left open as a whole too.
    """
    parts = urlsplit(url)
    head = f"{parts.scheme}://{parts.netloc}"
    pieces = PIECE.findall(parts.path + (f"?{parts.query}" if parts.query else ""))
    is_open = [
        not DELIMITER.match(p) and before not in NAMES_VALUE for before, p in zip(["?", *pieces], pieces, strict=False)
    ]
    made = [
        head + "".join("*" if i == at else piece for i, piece in enumerate(pieces))
        for at, free in enumerate(is_open)
        if free
    ]
    values = parts.query.split("&") if parts.query else []
    for at, value in enumerate(values):
        name, _, held = value.partition("=")
        if len(PIECE.findall(held)) > 1:
            made.append(f"{head}{parts.path}?" + "&".join([*values[:at], f"{name}=*", *values[at + 1 :]]))
    return made


def is_view_of(url: str, other: str) -> bool:
    """Whether two addresses differ only in how a list is shown: how many rows, from which on, in which order."""
    one, two = urlsplit(normalised(url)), urlsplit(normalised(other))
    if one.query == two.query:
        return False
    return one._replace(query=_without_view(one.query)) == two._replace(query=_without_view(two.query))


def _without_view(query: str) -> str:
    pairs = parse_qsl(query, keep_blank_values=True)
    return urlencode([(k, v) for k, v in pairs if not (VIEW.fullmatch(k) or (PLACE.fullmatch(k) and v.isdigit()))])


def spoken(url: str) -> str:
    """The words of an address, without its host: `/account/privacy-centre` says `account privacy centre`."""
    parts = urlsplit(url)
    return " ".join(re.findall(r"[^\W_]+", unquote(f"{parts.path} {parts.query}")))
