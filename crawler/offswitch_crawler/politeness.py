"""Visiting politely: a rate for each host, an honest user agent, and which addresses are exempt; robots.txt is in robots.py."""

import ipaddress
import time
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from offswitch_crawler.settle import until

DEFAULT_RATE = 2.0


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


@dataclass
class Rate:
    """Page loads a second and host; None is no limit."""

    per_second: float | None
    delays: dict[str, float] = field(default_factory=dict)
    """Seconds between pages that a host asks for itself; the slower of the two holds."""
    _next: dict[str, float] = field(default_factory=dict)

    async def wait(self, url: str) -> None:
        """Return when the host of `url` may be asked for another page."""
        host, now = urlsplit(url).netloc, time.monotonic()
        seconds = max(1 / self.per_second if self.per_second else 0, self.delays.get(host, 0))
        if not seconds or exempt(url):
            return
        turn = max(now, self._next.get(host, 0))
        self._next[host] = turn + seconds
        await until(turn)
