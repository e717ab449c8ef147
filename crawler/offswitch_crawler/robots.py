"""robots.txt by RFC 9309: asked once for each host, by the browser itself, before the first page of the host is taken."""

import asyncio
import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.async_api import BrowserContext, Error, Request, Response
from protego import Protego

from offswitch_crawler import politeness
from offswitch_crawler.answering import close
from offswitch_crawler.events import Notice, OnEvent, ignore
from offswitch_crawler.sites import without_secrets
from offswitch_recording.errors import SiteFailed
from offswitch_recording.schema import Failure, HostRobots

AGENT = "offswitch"
PATH = "/robots.txt"
SECONDS = 10.0
MOST_BYTES = 512 * 1024
MOST_REDIRECTS = 5
LONGEST_DELAY = 10.0
"""Seconds; a host that asks for more is visited this slowly, and the recording says so."""
SAID = {
    "ERR_NAME_": "the host cannot be found",
    "ERR_CONNECTION_REFUSED": "nothing answers at this address",
    "ERR_UNSAFE_PORT": "browsers refuse this port",
    "ERR_ABORTED": "the browser opens no such address as a page",
    "ERR_CERT_": "its certificate is not trusted",
}
"""What the browser's codes mean to a person."""
UNREACHED = re.compile(r"net::ERR_(?:NAME_|CONNECTION_|ADDRESS_|INTERNET_|NETWORK_|PROXY_|CERT_|SSL_)")
"""Failures that any other page of the host would meet as well."""
FORBIDDEN = "robots.txt forbids it"
AROUND = "visit it all the same with --ignore-robots"


@dataclass
class Rules:
    """What the robots.txt of one host says."""

    robots: str
    """rules, none, unreachable, ignored or exempt."""
    reason: str = ""
    """Why it could not be read."""
    parsed: Protego | None = None

    def refuses(self, url: str) -> str:
        """Why an address may not be visited; empty where it may."""
        if self.robots == "unreachable":
            return f"its robots.txt cannot be read ({self.reason})"
        if self.parsed is not None and not self.parsed.can_fetch(url, AGENT):
            return FORBIDDEN
        return ""

    @property
    def delay(self) -> float | None:
        """Seconds between pages that the host asks for."""
        return self.parsed.crawl_delay(AGENT) if self.parsed is not None else None


def read(status: int, body: bytes, redirects: int = 0) -> Rules:
    """What an answer means (RFC 9309, 2.3.1): what does not exist allows everything, what fails forbids everything."""
    if redirects > MOST_REDIRECTS or 300 <= status < 500:
        return Rules("none")
    if status >= 500:
        return Rules("unreachable", f"status {status}")
    return Rules("rules", parsed=Protego.parse(body[:MOST_BYTES].decode("utf-8-sig", "replace")))


def unreached(reason: str, url: str) -> SiteFailed:
    """A start that does not answer at all, by what the browser says of it: no robots.txt has to do with that."""
    if reason.startswith("Timeout"):
        waited = "the site does not answer: nothing came within 30 s"
        return SiteFailed(
            waited, where=without_secrets(url), next_step="see whether it answers in a browser, and walk again"
        )
    what = next((f", {said}" for code, said in SAID.items() if code in reason), "")
    return SiteFailed(
        f"the site cannot be reached{what}: {reason}", where=without_secrets(url), next_step="check the address"
    )


@dataclass
class Robots:
    """The robots.txt of every host that a walk has come to."""

    context: BrowserContext | None = None
    rate: politeness.Rate | None = None
    ignored: bool = False
    on_event: OnEvent = ignore
    _asked: dict[str, "asyncio.Task[Rules]"] = field(default_factory=dict)
    hosts: dict[str, Rules] = field(default_factory=dict)

    async def start(self, url: str) -> str:
        """The decision on a start URL: exempt, ignored, none or allowed. Raises SiteFailed where it is forbidden."""
        rules = await self._rules(url)
        if UNREACHED.match(rules.reason):
            raise unreached(rules.reason, url)
        why = rules.refuses(url)
        if why:
            raise SiteFailed(f"this address may not be visited: {why}", where=without_secrets(url), next_step=AROUND)
        return "allowed" if rules.robots == "rules" else rules.robots

    async def refuses(self, url: str) -> str:
        """Why robots.txt keeps an address from being visited; empty where it may be."""
        return (await self._rules(url)).refuses(url)

    async def _rules(self, url: str) -> Rules:
        if self.context is None or politeness.exempt(url):
            rules = Rules("exempt")
        elif self.ignored:
            rules = Rules("ignored")
        else:
            host = _host(url)
            if host not in self._asked:
                self._asked[host] = asyncio.create_task(self._ask(host))
            return await self._asked[host]
        if urlsplit(url).scheme in ("http", "https"):
            self.hosts.setdefault(_host(url), rules)
        return rules

    async def _ask(self, host: str) -> Rules:
        assert self.context is not None
        rules = self.hosts[host] = await fetch(self.context, host)
        if rules.delay and self.rate is not None:
            self.rate.delays[urlsplit(host).netloc] = min(rules.delay, LONGEST_DELAY)
            if rules.delay > LONGEST_DELAY:
                text = f"{host} asks for {rules.delay:g} s between pages; {LONGEST_DELAY:g} s are kept"
                self.on_event(Notice(text))
        return rules

    def record(self) -> list[HostRobots]:
        """What was decided for each host, for the recording."""
        return [
            HostRobots(
                host=host,
                robots=rules.robots,
                reason=rules.reason,
                crawl_delay=rules.delay,
                delay_kept=min(rules.delay, LONGEST_DELAY) if rules.delay else None,
            )
            for host, rules in self.hosts.items()
        ]

    def failures(self) -> list[Failure]:
        """Hosts of which nothing was visited because their robots.txt cannot be read."""
        return [
            Failure(where=host, what=f"robots.txt cannot be read ({rules.reason}): nothing of this host was visited")
            for host, rules in self.hosts.items()
            if rules.robots == "unreachable"
        ]


def _host(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"


async def fetch(context: BrowserContext, host: str) -> Rules:
    """Ask a host for its robots.txt in a page of its own: by the proxy, the certificates and the name of the visitor."""
    page = await context.new_page()
    answers: list[Response] = []
    page.on("response", lambda r: answers.append(r) if r.request.is_navigation_request() else None)
    try:
        await page.goto(host + PATH, wait_until="commit", timeout=SECONDS * 1000)
        return await _understood(answers[-1])
    except TimeoutError:
        return Rules("unreachable", f"no answer within {SECONDS:g} s")
    except Error as e:
        if answers and answers[-1].status >= 400:  # an error without a body is no page to the browser
            return read(answers[-1].status, b"", 0)
        return Rules("unreachable", e.message.splitlines()[0].removeprefix("Page.goto: ").split(" at http")[0])
    finally:
        await close(page)


async def _understood(answer: Response) -> Rules:
    body = await asyncio.wait_for(answer.body(), SECONDS) if answer.status < 300 else b""
    return read(answer.status, body, _redirects(answer.request))


def _redirects(request: Request) -> int:
    count = 0
    while request.redirected_from is not None:
        request, count = request.redirected_from, count + 1
    return count
