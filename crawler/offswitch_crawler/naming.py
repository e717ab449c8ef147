"""Which addresses are one page: what a site draws at random is no part of a name, unless it tells one page from another."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urldefrag, urlsplit

from offswitch_crawler.fingerprint import spelt
from offswitch_crawler.seen import Look
from offswitch_crawler.sites import is_secret_by_chance, normalised

Group = tuple[str, str]
"""An address without what is drawn at random, and the key of a value that is left out of it."""


@dataclass
class Naming:
    """What a walk has learnt of the addresses of a site.

    A session hangs the same value on every link. Where links that stand beside each other lead to one address with several
    values of one key (`/keys/edit?token=…` of a list of keys), each value names something, wherever it stands; unless the
    same link has another value when its page is seen again.
    """

    values: dict[Group, set[str]] = field(default_factory=lambda: defaultdict(set))
    redrawn: set[Group] = field(default_factory=set)
    names: frozenset[str] = frozenset()
    """The values that name something."""
    links: dict[tuple[str, Group, str], str] = field(default_factory=dict)
    """The value that a link had on a page (by its address), by its label."""
    on_change: Callable[[], None] = lambda: None
    """Called when an address has come to be read otherwise than before."""

    def normalised(self, url: str) -> str:
        """An address for comparing. It may hold what is secret: it is not for the record."""
        bare = normalised(url)
        kept = [f"{key}={value}" for key, value in _drawn(url) if value in self.names]
        return f"{bare}{'&' if urlsplit(bare).query else '?'}{'&'.join(kept)}" if kept else bare

    def things(self, look: Look) -> frozenset[str]:
        """The values of its address that name something and that its own links hand on: what lies behind is that thing's own,
        however alike two such pages look."""
        on = {
            value for door in look.doors if normalised(door.href) != normalised(look.url) for _, value in _drawn(door.href)
        }
        return frozenset(value for _, value in _drawn(look.url) if value in self.names & on)

    def learn(self, look: Look) -> None:
        """Read the links of a look."""
        page = self.normalised(look.url)
        found = defaultdict[Group, dict[str, set[str]]](lambda: defaultdict(set))
        for door in look.doors:
            for key, value in _drawn(door.href):
                found[normalised(door.href), key][spelt(door.label)].add(value)
        for group, by_label in found.items():
            if len(drawn := set[str]().union(*by_label.values())) > 1:
                self.values[group] |= drawn
            single = [(label, next(iter(some))) for label, some in by_label.items() if len(some) == 1]
            if any(self.links.setdefault((page, group, label), value) != value for label, value in single):
                self.redrawn.add(group)
        names = frozenset[str]().union(*(some for group, some in self.values.items() if group not in self.redrawn))
        if names != self.names:
            self.names = names
            self.on_change()


def _drawn(url: str) -> list[tuple[str, str]]:
    """Keys and values of a query that look like secrets and like drawn at random, by key."""
    pairs = parse_qsl(urlsplit(urldefrag(url)[0]).query, keep_blank_values=True) if "?" in url else []
    return sorted((k, v) for k, v in pairs if is_secret_by_chance(k, v))
