"""Visiting politely: robots.txt, a rate for each host, an honest user agent."""

import asyncio
import ipaddress
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from protego import Protego

from offswitch_crawler.settle import until
from offswitch_recording.errors import SiteFailed

AGENT = "offswitch"
DEFAULT_RATE = 2.0
ROBOTS_SECONDS = 10


def exempt(url: str) -> bool:
    """Loopback addresses, and addresses that are no http, are visited without robots and rate."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https"):
        return True
    host = parts.hostname or ""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


async def check_robots(url: str, *, ignore: bool, user_agent: str) -> str:
    """The robots decision on a start URL: exempt, ignored, none or allowed. Raises SiteFailed where it is forbidden."""
    if exempt(url):
        return "exempt"
    if ignore:
        return "ignored"
    text = await asyncio.to_thread(_fetch, urljoin(url, "/robots.txt"), user_agent)
    if text is None:
        return "none"
    if not Protego.parse(text).can_fetch(url, AGENT):
        raise SiteFailed("robots.txt forbids this address", where=url, next_step="walk it all the same with --ignore-robots")
    return "allowed"


def _fetch(url: str, user_agent: str) -> str | None:
    request = urllib.request.Request(url, headers={"User-Agent": user_agent})
    try:
        with urllib.request.urlopen(request, timeout=ROBOTS_SECONDS) as answer:
            return str(answer.read(500_000).decode("utf-8", "replace"))
    except (urllib.error.URLError, OSError, ValueError):
        return None


@dataclass
class Rate:
    """Page loads a second and host; None is no limit."""

    per_second: float | None
    _next: dict[str, float] = field(default_factory=dict)

    async def wait(self, url: str) -> None:
        """Return when the host of `url` may be asked for another page."""
        if self.per_second is None or exempt(url):
            return
        host, now = urlsplit(url).netloc, time.monotonic()
        turn = max(now, self._next.get(host, 0))
        self._next[host] = turn + 1 / self.per_second
        await until(turn)
