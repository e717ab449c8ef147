"""The start of a walk: the first page is loaded and recorded, depth is counted from it; a site that refuses or shuts out is told."""

import asyncio
from collections import Counter

from playwright.async_api import Error

from offswitch_crawler import clearing
from offswitch_crawler.arrive import asks_for_password
from offswitch_crawler.budget import CHECK_SHARE
from offswitch_crawler.node import Node
from offswitch_crawler.robots import unreached
from offswitch_crawler.scroll import Survey, survey
from offswitch_crawler.search import EXPIRED, Search
from offswitch_crawler.session import offers_login
from offswitch_crawler.sites import without_secrets
from offswitch_crawler.visitor import Visitor
from offswitch_crawler.world import ScriptError
from offswitch_recording.errors import SiteFailed
from offswitch_recording.schema import Failure

START_SECONDS = 20
"""The start is recorded in so long, however few seconds a walk has."""
SLOW = "give the walk more seconds"


async def first_look(search: Search, visitor: Visitor, url: str) -> None:
    """Load the start and record it. Raises SiteFailed where the site or the login fails there."""
    try:
        status = await visitor.go(url)
    except ScriptError:
        raise
    except Error as e:
        if visitor.status is not None and visitor.status >= 400:
            raise _refused(visitor.status, url) from None
        reason = e.message.splitlines()[0].removeprefix("Page.goto: ").split(" at ")[0]
        raise unreached(reason, url) from None
    if status is not None and status >= 400:
        raise _refused(status, url)
    if search.session.held and not search.options.user_data_dir and search.session.sent_away(visitor, url):
        raise SiteFailed(
            "the login does not hold: the site asks for it again",
            where=without_secrets(visitor.page.url),
            next_step="log in anew and save the state, or check the login of the profile",
        )
    await _begin(search, visitor)


def _refused(status: int, url: str) -> SiteFailed:
    what = f"the site answered with status {status}"
    return SiteFailed(what, where=without_secrets(url), next_step="check the address and the login")


async def _begin(search: Search, visitor: Visitor) -> None:
    assert visitor.look is not None
    more = await _surveyed(search, visitor)
    try:
        async with asyncio.timeout(max(START_SECONDS, search.budget.left())):
            await search.screens.record(visitor, None, None, True, more)
    except TimeoutError:
        if not search.nodes:
            raise SiteFailed("the start never came to rest", where=without_secrets(search.url), next_step=SLOW) from None
        search.errors.append(Failure(where="s1", what="the budget of seconds ended before it came to rest"))
    node = search.nodes[search.frontier.start]
    search.guard.belongs(Counter(), node.id)
    search.back.at[id(visitor)] = node.id
    search.session.offered = offers_login(node.look)
    await search.back.stores.keep(visitor.page)
    _say_if_shut_out(search, node)
    clearing.plan(search, node)
    search.save()


async def _surveyed(search: Search, visitor: Visitor) -> Survey:
    try:
        return await asyncio.wait_for(survey(visitor), search.budget.left(CHECK_SHARE))
    except TimeoutError:
        search.errors.append(Failure(where="s1", what="the budget of seconds ended before all of it was scrolled"))
        return Survey()


def _say_if_shut_out(search: Search, node: Node) -> None:
    """A login was made, and yet the start asks for a password: some confirm a session by a write, which the guard stops."""
    asked = [f"{method} {url}" for method, url, screen, _ in search.guard.blocked if screen == node.id]
    if search.session.held and asked and asks_for_password(node.look):
        stopped = ", ".join(asked[:3])
        what = (
            f"after the login the start still asks for a password; the guard stopped {stopped}, which allow_writes lets pass"
        )
        search.errors.append(Failure(where="login", what=what))
        node.bare = True
        search.expired, search.ended_by = True, EXPIRED
