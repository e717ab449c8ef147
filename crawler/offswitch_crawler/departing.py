"""What a page sends while it goes away: no route sees that, the browser itself does.

Chromium gives a new document new loaders, and what the old one sends at `pagehide` or on `visibilitychange` passes by all that was
put on its page. A session of the browser itself is told of these requests too (tried: tests/crawler/test_guard_channels.py).
"""

import base64
import contextlib
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import BrowserContext, CDPSession, Error

from offswitch_crawler.addresses import NEVER_READS, SETS

# What a page is made of is read by its routes alone: asking twice for every script costs time and stops no write.
TYPES = ("Document", "XHR", "Fetch", "Ping", "Image", "EventSource", "CSPViolationReport", "Other")
# Of these only what is called like a deed.
CODE = ("Script", "Stylesheet", "Font", "Media")
IN_FILES = frozenset({"set", "save", "apply", "update", "switch", "allow", "agree"})
"""Words of deeds that stand in the addresses of many files too."""
APART = frozenset({
    "opt-out", "opt_out", "opt-in", "opt_in", "logout", "log-out", "log_out", "logoff", "signout", "sign-out", "sign_out", "mark-",
    "mark_", "turn-", "turn_", "switch-", "switch_",
})  # fmt: skip
"""How words of several parts begin or are spelt."""
CALLED = sorted((NEVER_READS | SETS | APART) - IN_FILES)
MayPass = Callable[[str, str, str | None, bool], bool]
"""Method, address, body, and whether a whole window asks for a document."""


async def watch(
    context: BrowserContext, reaches: Callable[[str], bool], may_pass: MayPass, sent: Callable[[str, str, str], None]
) -> str:
    """Stop what may not pass, in the whole browser of a context; why that cannot be, where it has no such session, else empty.

    reaches: whether an address is in reach; redirects are asked for here and by no route.
    sent: told type, method and address of each request before it is asked whether it may pass.
    """
    if context.browser is None:
        return "it has no session of its own"
    try:
        session = await context.browser.new_browser_cdp_session()

        async def decide(event: dict[str, Any]) -> None:
            request, one = event["request"], {"requestId": event["requestId"]}
            document = event["resourceType"] == "Document" and await _is_window(session, event["frameId"])
            sent(event["resourceType"], request["method"], request["url"])
            with contextlib.suppress(Error):  # its page is gone, or the browser: nothing was sent
                if not reaches(request["url"]):
                    await session.send("Fetch.failRequest", one | {"errorReason": "AddressUnreachable"})
                elif _is_file(event) or may_pass(request["method"], request["url"], _body(request), document):
                    await session.send("Fetch.continueRequest", one)
                else:
                    await session.send(
                        "Fetch.failRequest", one | {"errorReason": "Aborted" if document else "BlockedByClient"}
                    )

        session.on("Fetch.requestPaused", decide)
        patterns = [{"urlPattern": "*", "resourceType": kind} for kind in TYPES]
        patterns += [{"urlPattern": f"*{word}*", "resourceType": kind} for kind in CODE for word in CALLED]
        await session.send("Fetch.enable", {"patterns": patterns})
    except Error as e:
        return e.message.splitlines()[0]
    return ""


def _is_file(event: dict[str, Any]) -> bool:
    """Whether it is what a page is made of, kept as a file: that may be called as it likes."""
    return event["resourceType"] in CODE and "." in urlsplit(event["request"]["url"]).path.rpartition("/")[2]


async def _is_window(session: CDPSession, frame: str) -> bool:
    """Whether a frame is a whole window: no redirect of a frame is seen by the routes of its page."""
    try:
        targets = (await session.send("Target.getTargets"))["targetInfos"]
    except Error:
        return True
    return any(t["targetId"] == frame and t["type"] == "page" for t in targets)


def _body(request: dict[str, Any]) -> str | None:
    if "postData" in request:
        return str(request["postData"])
    parts = [base64.b64decode(e["bytes"]) for e in request.get("postDataEntries", ()) if "bytes" in e]
    return b"".join(parts).decode("utf-8", "replace") if parts else None
