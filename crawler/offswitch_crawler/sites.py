"""What belongs to the walk: the start's site, further hosts of the profile, and the globs of the options."""

import ipaddress
import re
import socket
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import lru_cache
from urllib.parse import parse_qsl, urldefrag, urlencode, urlsplit, urlunsplit

import tldextract

from offswitch_recording.errors import BadInput

# The list of public suffixes that the package carries: a walk contacts nobody but the site.
_suffixes = tldextract.TLDExtract(suffix_list_urls=())
SECRET = re.compile(r"token|secret|passw|session|sid$|auth|key|code|signature|sig$|nonce|csrf|jwt|state$", re.IGNORECASE)
NO_SECRET = re.compile(r"keyboard|keyword|keynote|hotkey|monkey|turkey|author(?!i[sz])|encode|decode|barcode", re.IGNORECASE)
"""Words that only hold such a one."""
LOCALE = re.compile(r"[a-z]{2,3}(?:[-_][a-z]{2,4})?", re.IGNORECASE)
"""A country or a language, where it is called a code: `country_code=de`."""
WORDS = re.compile(r"[a-z_-]*", re.IGNORECASE)

SECRET_BY_CHANCE = re.compile(r"ticket|otp|^pin$|pwd|hash|magic|bearer|access", re.IGNORECASE)
"""Keys under which as often stands a word that says which page it is: secret where the value is drawn at random."""
PATH_SESSION = re.compile(r";[^/;=]*(?:sess|sid)[^/;=]*=[^/;]*", re.IGNORECASE)
"""A session that a server writes into paths (`;jsessionid=…`)."""
HANDED_OUT = re.compile(
    r"(?<=/)((?:[\w-]*[-_])?(?:reset|unsubscribe|verify|confirm|invite|invitation|magic|token|activate|login)/)([^/]+)", re.I
)
"""A place whose next part may be a token that was mailed to one person."""

# A signed token (RFC 7519): three parts in base64url, of which the first is a JSON object.
TOKEN = re.compile(r"eyJ[\w-]+\.[\w-]+\.[\w-]+")


@lru_cache(maxsize=4096)
def site_of(url: str) -> str:
    """The site of an address: its registrable domain, or host and port (or the scheme alone) where there is none."""
    parts = urlsplit(url)
    registrable = _suffixes(parts.hostname or "").top_domain_under_public_suffix
    return registrable or parts.netloc.rpartition("@")[2] or parts.scheme


def exit_of(url: str) -> str:
    """What to call a place outside of the walk: its site, or what its scheme says where it is not of the web (`mailto:`)."""
    parts = urlsplit(url)
    if parts.scheme in WEB:
        return site_of(url)
    host = parts.netloc.rpartition("@")[2]
    return f"{parts.scheme}://{host}" if host or parts.scheme == "file" else f"{parts.scheme}:"


# Schemes that stay within the page they stand on.
WITHIN = frozenset({"about", "blob", "data", "javascript"})
WEB = frozenset({"http", "https", "ws", "wss"})
# Names that no public server has: RFC 6761, 6762, 8375, and `internal`, which ICANN keeps for private use.
LOCAL_NAMES = ("localhost", "local", "internal", "home.arpa")


def private(url: str) -> bool:
    """Whether an address leads to this machine or its own network: a file, a page of the browser, loopback, a private range.

    Decided from the address alone; nothing is looked up.
    """
    parts = urlsplit(url)
    if parts.scheme not in WEB:
        return parts.scheme not in WITHIN
    host = (parts.hostname or "").rstrip(".")
    try:
        return not _public(_ip(host))
    except ValueError:
        return "." not in host or any(host == n or host.endswith(f".{n}") for n in LOCAL_NAMES)


def _ip(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """The address that a host is, also in the old forms that browsers read: 2130706433, 0x7f.1. Raises ValueError for a name."""
    try:
        return ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        pass
    if not re.fullmatch(r"(?:[0-9]+|0x[0-9a-f]*)(?:\.(?:[0-9]+|0x[0-9a-f]*)){0,3}", host, re.IGNORECASE):
        raise ValueError(host)
    try:
        return ipaddress.IPv4Address(socket.inet_aton(host))
    except OSError:
        raise ValueError(host) from None


NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def _public(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Whether it is reached over the internet; an IPv6 address that carries an IPv4 one counts as that one."""
    if isinstance(ip, ipaddress.IPv6Address):
        carried = ip.ipv4_mapped or ip.sixtofour
        if ip in NAT64:
            carried = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if carried is not None:
            return _public(carried)
    return ip.is_global and not ip.is_multicast


def checked(url: str) -> None:
    """Raises BadInput for an address at which no walk can begin, whatever the browser or the site says."""
    scheme, found, _ = url.partition("://")
    where = without_secrets(url)
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*", scheme if found else ""):
        raise BadInput("the address has no scheme", where=where, next_step="write it as https://… or chrome://…")
    if scheme.lower() in WEB and (why := _no_server(url)):
        raise BadInput(f"the address names no server: {why}", where=where, next_step="write it as https://example.org/")


def _no_server(url: str) -> str:
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError as e:
        return str(e)
    if not host.strip("."):
        return "it has no host"
    return "there is a blank or a stray character in it" if re.search(r"[\s<>\\^`{|}\x00-\x1f]", host) else ""


@dataclass(frozen=True)
class Bounds:
    """Which addresses a walk may visit."""

    start: str
    sites: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()

    def same_site(self, url: str) -> bool:
        """Whether the address belongs to the walked site."""
        parts = urlsplit(url)
        if parts.scheme in WITHIN:
            return True
        if private(url) and not private(self.start):
            return False
        if parts.scheme != urlsplit(self.start).scheme and not {parts.scheme, urlsplit(self.start).scheme} <= {
            "http",
            "https",
        }:
            return False
        host = parts.hostname or ""
        return site_of(url) == site_of(self.start) or any(fnmatchcase(host, s) for s in self.sites)

    def wanted(self, url: str) -> bool:
        """Whether --only and --exclude let the address in; the start always is."""
        if url == self.start:
            return True
        if self.only and not any(fnmatchcase(url, g) for g in self.only):
            return False
        return not any(fnmatchcase(url, g) for g in self.exclude)


def normalised(url: str) -> str:
    """An address for comparing: no trailing slash, no tracking or volatile query, fragment only where it routes."""
    bare, fragment = urldefrag(url)
    parts = urlsplit(bare)
    query = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _volatile(k, v)]
    routed = fragment if fragment.startswith(("/", "!")) else ""
    return urlunsplit((parts.scheme, parts.netloc, parts.path.rstrip("/") or "/", urlencode(sorted(query)), routed))


TRACKING = re.compile(
    r"utm_\w+|gclid|gclsrc|dclid|gbraid|wbraid|fbclid|msclkid|yclid|ttclid|twclid|igshid|mc_[ce]id|_ga|_gl|_hsenc|_hsmi|mkt_tok",
    re.IGNORECASE,
)
"""Keys that advertisers and mailers add to any address."""
CHANGING = re.compile(r"_|t|v|ts|cb|rnd|rand|random|time|timestamp|ref|referr?er", re.IGNORECASE)
"""Keys under which a page may carry the moment or a chance number, and as well a word that says which page it is."""


def _volatile(key: str, value: str) -> bool:
    """Whether a part of a query surely changes by itself: a short word as value says which page it is, whatever its key."""
    if TRACKING.fullmatch(key):
        return True
    return bool(SECRET.search(key) or CHANGING.fullmatch(key)) and _by_chance(value)


def is_secret_by_chance(key: str, value: str) -> bool:
    """Whether a part of a query is called like a secret and looks drawn at random."""
    return bool(SECRET.search(key)) and _by_chance(value)


def _by_chance(value: str) -> bool:
    """Whether a value is a moment, or drawn at random: many signs without words, digits among letters."""
    if re.fullmatch(r"\d{10,19}|\d{10}\.\d+", value):
        return True
    if re.fullmatch(r"[0-9a-f-]{16,}", value, re.IGNORECASE):
        return bool(re.search(r"\d", value))
    mixed = all(re.search(kind, value) for kind in ("[0-9]", "[a-z]", "[A-Z]"))
    return bool(re.fullmatch(r"[\w.~+/=-]{16,}", value)) and (mixed or len(re.findall(r"\d", value)) >= 4)


def without_secrets(url: str) -> str:
    """An address for the record: user, password and what looks like a secret are taken out; twice is the same as once."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "…"  # no address: a page may write anything into a link
    if not parts.netloc and parts.scheme in ("data", "blob", "javascript"):
        return f"{parts.scheme}:…"
    query = [(k, _without_secret(k, v)) for k, v in parse_qsl(parts.query, keep_blank_values=True)]
    path, fragment = (TOKEN.sub("…", p) for p in (parts.path, parts.fragment))
    path = HANDED_OUT.sub(lambda m: m[1] + ("…" if _by_chance(m[2]) else m[2]), PATH_SESSION.sub("", path))
    fragment = _fragment_without_secrets(fragment)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], path, urlencode(query, safe="…/:,"), fragment))


def _fragment_without_secrets(fragment: str) -> str:
    """A route (`/settings/keyboard`) and an anchor of words say which page it is; what else is called a secret is left out."""
    route, asked, query = fragment.partition("?")
    pairs = [(k, _without_secret(k, v)) for k, v in parse_qsl(query, keep_blank_values=True)]
    plain = all(WORDS.fullmatch(s) for s in route.lstrip("!").split("/"))
    if not plain and SECRET.search(NO_SECRET.sub("", route)):
        return ""
    return route + asked + (urlencode(pairs, safe="…/:,") if pairs else query if not SECRET.search(query) else "")


def _without_secret(key: str, value: str) -> str:
    if LOCALE.fullmatch(value):
        key = re.sub("code", "", key, flags=re.IGNORECASE)
    called = SECRET.search(NO_SECRET.sub("", key))
    secret = called or (SECRET_BY_CHANCE.search(key) and _is_drawn(value))
    return "…" if secret or len(value) > 60 else TOKEN.sub("…", value)


def _is_drawn(value: str) -> bool:
    """Whether a value may be a secret: drawn at random, a ticket, or a code of four digits and more."""
    return _by_chance(value) or re.fullmatch(r"ST-.+|\d{4,8}", value) is not None
