"""Addresses that end a session, in every supported language: fetched once, they sign the visitor out."""

import re
from functools import cache
from urllib.parse import unquote_plus, urlsplit

from offswitch_crawler.vocabulary import CODES, bare, spellings

_ENGLISH = re.compile(
    r"(?:^|[/?&=_.:;#!-])[a-z]*(?:log-?_?out|log-?off|sign-?_?out|sign-?off|end-?session)(?:$|[/?&=_.:;#-])", re.IGNORECASE
)
"""Also at the end of a longer word: `UserLogout`."""
_PARTS = re.compile(r"[/&=.:;]+")
# How addresses write it where menus say it otherwise: other forms, and other scripts in Latin letters.
_WRITTEN = frozenset({
    "deconnecter", "abmeldung", "wylogowanie", "utloggning", "odhlaseni", "tuichu", "zhuxiao", "vyhod", "vykhod", "vyjti", "vyhid",
})  # fmt: skip


def ends_session(url: str, *, routed: bool = False) -> bool:
    """Whether an address is that of signing out: the end of its path, or a part of its query, says no more.

    routed: the fragment is a path of its own, as in a link of an application.
    """
    parts = urlsplit(url)
    fragment = parts.fragment if routed else ""
    if _ENGLISH.search(f"{parts.path}?{parts.query}" + (f"#{fragment}" if routed else "")):
        return True
    ends = (path.rstrip("/").rpartition("/")[2].partition(".")[0] for path in (parts.path, fragment))
    told = {*ends, *_PARTS.split(parts.query)} - {""}
    return any(bare(unquote_plus(part)) in _phrases() for part in told)


@cache
def _phrases() -> frozenset[str]:
    """What menus call it, as addresses spell it."""
    return _WRITTEN | spellings(CODES, "ends_session")
