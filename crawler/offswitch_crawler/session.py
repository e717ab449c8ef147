"""Whether a login still holds: what a site shows to those whom it does not know.."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from offswitch_crawler.arrive import asks_for_password
from offswitch_crawler.visitor import Visitor

LOGIN_URL = re.compile(r"(?:^|[/._-])(?:log-?in|log-?on|sign-?in|sign-?on|sso)(?:$|[/._-])", re.IGNORECASE)
UNKNOWN_VISITOR = 401


@dataclass
class Session:
    """Who is logged in, if anybody. Only a screen that was seen before and is now refused proves that a login has ended."""

    held: bool = False
    """Whether a login was made or brought along."""
    places: set[str] = field(default_factory=set)
    """Where the fields of the login stood."""

    def asks(self, visitor: Visitor, requested: str = "") -> bool:
        """Whether what is seen looks as if the site asked who this is, instead of showing what was requested."""
        if visitor.status == UNKNOWN_VISITOR:
            return True
        if visitor.look is None:
            return False
        return asks_for_password(visitor.look) or self.sent_away(visitor, requested)

    def sent_away(self, visitor: Visitor, requested: str) -> bool:
        """Whether the visitor was led from the requested address to one of a login."""
        at = visitor.look.url if visitor.look else visitor.page.url
        if place(at) == place(requested):
            return False
        return place(at) in self.places or bool(LOGIN_URL.search(urlsplit(at).path))


def place(url: str) -> str:
    """An address without its query: where a form stands."""
    parts = urlsplit(url)
    return f"{parts.netloc}{parts.path.rstrip('/')}"
