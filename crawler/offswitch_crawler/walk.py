"""The search loop: takes the next door, looks, records. Reads like the definition of the walk, point by point."""

from asyncio import CancelledError
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from playwright.async_api import BrowserContext

from offswitch_crawler import browser, loop, politeness, userdata
from offswitch_crawler.documents import fetch
from offswitch_crawler.events import OnEvent, Started, ignore
from offswitch_crawler.guard import Guard
from offswitch_crawler.interrupt import INTERRUPTED, Cut, Interrupt
from offswitch_crawler.login import log_in
from offswitch_crawler.naming import Naming
from offswitch_crawler.options import Options
from offswitch_crawler.profile import Profile
from offswitch_crawler.record import now, opening, record
from offswitch_crawler.renewal import Renewal
from offswitch_crawler.robots import Robots
from offswitch_crawler.search import Search
from offswitch_crawler.session import Session
from offswitch_crawler.sites import checked, private, without_secrets
from offswitch_crawler.start import first_look
from offswitch_crawler.untouched import SecondReading
from offswitch_crawler.visitor import Visitor
from offswitch_recording import folder
from offswitch_recording.errors import BadInput
from offswitch_recording.schema import Recording

TOOL = "offswitch/0.1.0"


@dataclass(frozen=True)
class Walked:
    """What a walk leaves."""

    recording: Recording
    folder: Path
    manifest_sha256: str


def walk(
    url: str, out: Path, *, profile: Profile | None = None, options: Options | None = None, on_event: OnEvent = ignore
) -> Walked:
    """Walk a site from `url` and write a recording to `out`.

    Ctrl-C and SIGTERM end the walk in order: what was seen is written, with `ended_by` "interrupted"; a second one ends it
    at once. Raises BadInput for what cannot be used, SiteFailed where site, browser or login fail before anything was seen,
    KeyboardInterrupt where nothing was seen yet.
    """
    return loop.run(lambda: walk_async(url, out, profile or Profile(), options or Options(), on_event))


async def walk_async(url: str, out: Path, profile: Profile, options: Options, on_event: OnEvent) -> Walked:
    """The same, inside a running event loop."""
    checked(url)
    if options.browser != "chromium":
        raise BadInput(f"browser {options.browser!r} is not supported yet", next_step="use --browser chromium")
    found = browser.find(options.executable)
    writer, interrupt = folder.Writer(out), Interrupt()
    try:
        with interrupt.listening():
            recording = await _walk(url, writer, profile, options, found, on_event, interrupt)
        digest = writer.finish(recording)
    except Cut:
        folder.discard(writer)
        raise interrupt.failure() from None
    except BaseException as e:
        if not (writer.folder / folder.RECORDING).exists():
            folder.discard(writer)
        if isinstance(e, CancelledError) and interrupt.reason == INTERRUPTED:
            raise interrupt.failure() from None
        raise
    if interrupt.late(recording.ended_by):
        raise interrupt.failure()
    return Walked(recording, writer.final, digest)


async def _walk(
    url: str,
    writer: folder.Writer,
    profile: Profile,
    options: Options,
    found: browser.Found,
    on_event: OnEvent,
    interrupt: Interrupt,
) -> Recording:
    proxied, public_only = profile.proxy is not None, not private(url)
    guard = Guard(profile.allow_writes, profile.websockets, start=url, proxied=proxied, public_only=public_only)
    async with AsyncExitStack() as stack:
        before = await interrupt.run(stack.enter_async_context(userdata.as_it_was(options.user_data_dir)))
        opened = browser.context(found, options, profile, guard, TOOL, interrupt.browser_ended)
        context = await interrupt.run(stack.enter_async_context(opened))
        anew = replace(options, user_data_dir=before, pages=1)
        rate = politeness.Rate(options.rate if options.rate is not None else politeness.DEFAULT_RATE)

        async def enter() -> tuple[Recording, Search, list[Visitor]]:
            robots = Robots(context, rate, options.ignore_robots or profile.ignore_robots, on_event)
            visitors = await _open(context, options, rate)
            agent = str(await visitors[0].page.evaluate("navigator.userAgent"))
            decision = await robots.start(url)
            base = opening(url, profile, options, found.version, TOOL, decision, agent, rate.per_second)
            places = await log_in(visitors[0], profile.login, url, guard)
            search = Search(url, writer.folder / folder.SCREENS, profile, options, guard, on_event)
            search.robots, guard.may_enter = robots, search.may_enter
            search.session = Session(
                bool(profile.login or profile.storage_state or options.user_data_dir), places, search.bounds
            )
            search.renewal = Renewal(profile.login, url, guard)
            search.frames = visitors[0].frames
            search.screens.use(visitors[0].naming)
            search.save = lambda: writer.write(record(base, search))
            return base, search, visitors

        base, search, visitors = await interrupt.run(enter())
        reading = SecondReading(
            search, visitors[0], lambda: _anew(url, found, anew, profile, guard, rate, interrupt.browser_ended)
        )
        try:
            await interrupt.run(first_look(search, visitors[0], url))
            on_event(Started(without_secrets(url), found.version, search.budget.public()))
            await interrupt.run(search.run(visitors))
            await interrupt.run(reading.run())
            await interrupt.run(fetch(search, visitors[0], writer.folder, now()))
        except BaseException as e:
            search.ended_by = interrupt.reason or INTERRUPTED
            if not search.nodes or not isinstance(e, Cut):
                raise
        finally:
            if search.nodes:  # before the browser is closed: that may take long, and be ended at once
                reading.close()
                search.save()
        recording = record(base, search)
        recording.finished_at = now()
        return recording


@asynccontextmanager
async def _anew(
    url: str,
    found: browser.Found,
    options: Options,
    profile: Profile,
    first: Guard,
    rate: politeness.Rate,
    on_end: Callable[[], None],
) -> AsyncIterator[Visitor]:
    """A second fresh visit under the same profile, logged in as the first was, with a guard of its own for its login."""
    guard = replace(first, may_enter=None)
    async with browser.context(found, options, profile, guard, TOOL, on_end) as context:
        visitor = (await _open(context, options, rate))[0]
        await log_in(visitor, profile.login, url, guard)
        yield visitor


async def _open(context: BrowserContext, options: Options, rate: politeness.Rate) -> list[Visitor]:
    pages = list(context.pages[:1])
    while len(pages) < max(1, options.pages):
        pages.append(await context.new_page())
    frames, naming = Counter[str](), Naming()
    return [Visitor(page, rate, frames=frames, naming=naming) for page in pages]
