"""Whether a login still holds: what a site shows to those whom it does not know."""

import re
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from offswitch_crawler.arrive import asks_for_password
from offswitch_crawler.fingerprint import present
from offswitch_crawler.seen import Look
from offswitch_crawler.sites import Bounds
from offswitch_crawler.visitor import Visitor
from offswitch_crawler.vocabulary import vocabulary

LOGIN_URL = re.compile(r"(?:^|[/._-])(?:log-?in|log-?on|sign-?in|sign-?on|sso)(?:$|[/._-])", re.IGNORECASE)
UNKNOWN_VISITOR = 401
SESSION_OVER = frozenset({403, 419, 440})
"""What some frameworks answer when a session is over."""
MOST_IN_VAIN = 2
"""A host that so often offered the login to somebody who was logged in does so on pages that ask nobody."""

LONGEST_NOTICE = 160
"""Characters of a line that says so: help pages speak of sessions in longer ones."""


@dataclass
class Session:
    """Who is logged in, if anybody. Only a screen that was seen before and is now refused proves that a login has ended."""

    held: bool = False
    """Whether a login was made or brought along."""
    places: set[str] = field(default_factory=set)
    """Where the fields of the login stood."""
    bounds: Bounds | None = None
    offered: bool = False
    """Whether the start offers the login although it holds."""
    in_vain: Counter[str] = field(default_factory=Counter)
    """How often each host offered the login although it held."""

    def asks(self, visitor: Visitor, requested: str, *, refused: bool = False) -> bool:
        """Whether what is seen looks as if the site asked who this is, instead of showing what was requested.

        refused: a screen that was seen before is not reached any more.
        """
        if visitor.status == UNKNOWN_VISITOR or (self.held and visitor.status in SESSION_OVER):
            return True
        if (look := visitor.look) is None:
            return False
        if asks_for_password(look) or self.sent_away(visitor, requested):
            return True
        worth = refused or self.in_vain[_host(look)] < MOST_IN_VAIN
        return self.held and not self.offered and worth and offers_login(look)

    def sent_away(self, visitor: Visitor, requested: str) -> bool:
        """Whether the visitor was led from the requested address to one of a login, or from a page of the site to another site."""
        at = visitor.look.url if visitor.look else visitor.page.url
        if not requested or place(at) == place(requested):
            return False
        away = self.bounds is not None and self.bounds.same_site(requested) and not self.bounds.same_site(at)
        return (self.held and away) or place(at) in self.places or bool(LOGIN_URL.search(urlsplit(at).path))

    def holds(self, look: Look) -> None:
        """Say that the login holds although a page looked as if it did not."""
        self.in_vain[_host(look)] += offers_login(look)


def offers_login(look: Look) -> bool:
    """Whether a link or button says to log in and nothing else, or a line that the session has ended."""
    words = vocabulary(look.language)
    said = (line for line in look.text.splitlines() if len(line) <= LONGEST_NOTICE)
    return any(words.is_only("begins_session", door.label) for door in present(look)[1]) or any(
        words.has("session_over", line) for line in said
    )


def _host(look: Look) -> str:
    return urlsplit(look.url).netloc


def place(url: str) -> str:
    """An address without its query: where a form stands."""
    parts = urlsplit(url)
    return f"{parts.netloc}{parts.path.rstrip('/')}"
