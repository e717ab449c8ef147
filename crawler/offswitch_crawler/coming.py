"""A place that was asked for and is not there yet: it starts late, or sends its visitor on by itself."""

import asyncio
from typing import TYPE_CHECKING

from playwright.async_api import Error

from offswitch_crawler.arrive import is_bare
from offswitch_crawler.scripts import source
from offswitch_crawler.seen import Look
from offswitch_crawler.world import ScriptError, evaluate

if TYPE_CHECKING:
    from offswitch_crawler.fingerprint import Fingerprint
    from offswitch_crawler.visitor import Visitor

BARE_SECONDS = 2.5
"""How long a new place may show next to nothing before it counts as empty."""
SENT_ON_SECONDS = 6
"""Within so long a page may say that another follows; after more, people are meant to stay."""
LATE_SECONDS = 20
"""How long what a click has asked for is waited for, from when the page has come to rest without it."""
SENDS_ON = source("native", "sends_on", returns="sendsOn(argument)")


async def comes_up(visitor: "Visitor", url: str) -> None:
    """Look again while an address shows nothing to act on; what was waited for in vain is not waited for a second time."""
    await sent_on(visitor)
    loop = asyncio.get_running_loop()
    deadline = loop.time() + BARE_SECONDS
    while url not in visitor.barren and not _acts(visitor) and loop.time() < deadline:
        await visitor.see()
    if not _acts(visitor):
        visitor.barren.add(url)


async def filled(visitor: "Visitor", before: Look) -> None:
    """Look again while a new place shows next to nothing that did not stand there before: all is quiet, and yet it is not there."""
    deadline = asyncio.get_running_loop().time() + BARE_SECONDS
    while visitor.look and is_bare(before, visitor.look) and asyncio.get_running_loop().time() < deadline:
        await visitor.see()


async def answers(visitor: "Visitor", before: "Fingerprint | None") -> tuple[str, ...]:
    """Wait for what the last click has asked for, longer than for what a page asks by itself; addresses of what has not come.

    before: what was seen when it was clicked. What comes late and changes nothing is not waited for a third time on a site, nor
    is what never comes; a click that has changed something else may have begun a poll.
    """
    loop, network, polls = asyncio.get_running_loop(), visitor.network, visitor.network.polls
    deadline = loop.time() + LATE_SECONDS
    while asked := set(network.asked):
        seen = visitor.print
        if polls.may_come(asked):
            await network.answered(deadline - loop.time())
            await visitor.see()
        left = set(network.asked)
        if visitor.print == seen:
            polls.came_idly(asked - left)
        if left and (loop.time() >= deadline or not polls.may_come(left)):
            network.asked.clear()
            (polls.lose if visitor.print == before else polls.leave)(left)
            return tuple(r.url for r in left)
    return ()


async def sent_on(visitor: "Visitor") -> None:
    """Wait for the address that follows by itself, where the page says so."""
    loop, documents = asyncio.get_running_loop(), visitor.documents
    try:
        says = bool(await evaluate(visitor.page, SENDS_ON, SENT_ON_SECONDS))
    except ScriptError:
        raise
    except Error:  # it goes on already
        says = False
        await visitor.see()
    if not says:
        return
    deadline = loop.time() + SENT_ON_SECONDS
    while visitor.documents == documents and loop.time() < deadline:
        await visitor.see()
    await visitor.see()


def _acts(visitor: "Visitor") -> bool:
    """Whether there is anything to act on."""
    return visitor.look is not None and bool(visitor.look.controls or visitor.look.doors)
