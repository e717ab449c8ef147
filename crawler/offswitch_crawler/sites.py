"""What belongs to the walk: the start's site, further hosts of the profile, and the globs of the options."""

import re
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import lru_cache
from urllib.parse import parse_qsl, urldefrag, urlencode, urlsplit, urlunsplit

import tldextract

# The list of public suffixes that the package carries: a walk contacts nobody but the site.
_suffixes = tldextract.TLDExtract(suffix_list_urls=())
SECRET = re.compile(r"token|secret|passw|session|sid$|auth|key|code|signature|sig$|nonce|csrf|jwt|state$", re.IGNORECASE)


@lru_cache(maxsize=4096)
def site_of(url: str) -> str:
    """The site of an address: its registrable domain, or host and port (or the scheme alone) where there is none."""
    parts = urlsplit(url)
    registrable = _suffixes(parts.hostname or "").top_domain_under_public_suffix
    return registrable or parts.netloc.rpartition("@")[2] or parts.scheme


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
        if parts.scheme in ("about", "blob", "data", "javascript"):
            return True
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


def _volatile(key: str, value: str) -> bool:
    if re.match(r"utm_|fbclid|gclid|ref$|referr?er$|ts$|t$|_$|v$", key, re.IGNORECASE):
        return True
    return bool(SECRET.search(key)) or bool(re.fullmatch(r"[0-9a-f-]{24,}|\d{10,}", value, re.IGNORECASE))


def without_secrets(url: str) -> str:
    """An address for the record: user, password and values that look like secrets are taken out."""
    parts = urlsplit(url)
    query = [(k, "…" if SECRET.search(k) or len(v) > 60 else v) for k, v in parse_qsl(parts.query, keep_blank_values=True)]
    fragment = parts.fragment if not SECRET.search(parts.fragment) else ""
    netloc = parts.netloc.rpartition("@")[2]
    if not netloc and parts.scheme in ("data", "blob", "javascript"):
        return f"{parts.scheme}:…"
    return urlunsplit((parts.scheme, netloc, parts.path, urlencode(query, safe="…/:,"), fragment))
