"""What a browser would load ahead of any click: speculation rules, in a page or in the header of its answer, are taken away.

Neither routes nor a session of the browser see such loads (tried with Chromium 156, also with its features and holdbacks
switched off), and an address that is loaded ahead is asked like any other: `/logout` signs out.
"""

import contextlib
from typing import Any

from playwright.async_api import BrowserContext, CDPSession, Error

from offswitch_crawler.scripts import source

HEADER = "speculation-rules"
RULES = f"({source('ahead', returns='undefined')})()"


async def withhold(context: BrowserContext) -> None:
    """Take the rules from all pages of a context, before its first is opened; the header only where the browser has a session."""
    await context.add_init_script(RULES)
    if context.browser is None:
        return
    with contextlib.suppress(Error):  # another browser than Chromium knows no such rules
        session = await context.browser.new_browser_cdp_session()
        session.on("Fetch.requestPaused", lambda event: _answer(session, event))
        await session.send(
            "Fetch.enable", {"patterns": [{"urlPattern": "*", "resourceType": "Document", "requestStage": "Response"}]}
        )


async def _answer(session: CDPSession, event: dict[str, Any]) -> None:
    one, headers = {"requestId": event["requestId"]}, event.get("responseHeaders") or []
    left = [h for h in headers if h["name"].casefold() != HEADER]
    with contextlib.suppress(Error):  # its page is gone, or the browser
        if len(left) == len(headers):
            await session.send("Fetch.continueRequest", one)
        else:
            status = {"responseCode": event["responseStatusCode"], "responseHeaders": left}
            await session.send("Fetch.continueResponse", one | status)
