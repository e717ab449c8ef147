"""Values of a profile that a browser would refuse, or break on, long after the profile was read."""

import re
from typing import Annotated
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, Field

# The shape of RFC 5646, not its registry: language, script, region, variants.
LANGUAGE_TAG = re.compile(
    r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|\d{3}))?(?:[-_](?:[A-Za-z0-9]{5,8}|\d[A-Za-z0-9]{3}))*"
)
HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")  # a token of RFC 9110
NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")  # it becomes that of a file
PROXY_SCHEMES = frozenset({"http", "https", "socks4", "socks5"})
MOST_PX = 10_000


def _language_tag(text: str) -> str:
    if not LANGUAGE_TAG.fullmatch(text):
        raise ValueError("give a language tag such as de or en-GB")
    return text


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (OSError, ValueError, LookupError):
        if available_timezones():  # a machine without the list cannot tell
            raise ValueError("no such time zone; give a name such as Europe/Paris") from None
    return name


def _pattern(text: str) -> str:
    try:
        re.compile(text)
    except (re.error, RecursionError, OverflowError) as e:
        raise ValueError(f"this is no regular expression: {e}") from None
    return text


def _header_name(text: str) -> str:
    if not HEADER_NAME.fullmatch(text):
        raise ValueError("this is no name of a header")
    return text


def _header_value(text: str) -> str:
    if not text.isprintable():
        raise ValueError("the value of a header is one line of printable characters")
    return text


def _proxy_server(url: str) -> str:
    parts = urlsplit(url if "://" in url else f"http://{url}")
    if parts.username or parts.password:
        raise ValueError("name and password of a proxy come from the environment: give username_env and password_env")
    if parts.scheme not in PROXY_SCHEMES or not parts.hostname or parts.path.strip("/"):
        raise ValueError("give a proxy such as http://host:3128 or socks5://host:1080")
    return url


def _name(text: str) -> str:
    if not NAME.fullmatch(text):
        raise ValueError("a document is named by up to 40 small letters, digits, - and _")
    return text


DocumentName = Annotated[str, AfterValidator(_name)]
LanguageTag = Annotated[str, AfterValidator(_language_tag)]
Zone = Annotated[str, AfterValidator(_zone)]
Pattern = Annotated[str, AfterValidator(_pattern)]
HeaderName = Annotated[str, AfterValidator(_header_name)]
HeaderValue = Annotated[str, AfterValidator(_header_value)]
ProxyServer = Annotated[str, AfterValidator(_proxy_server)]
Pixels = Annotated[int, Field(ge=1, le=MOST_PX)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]
