"""Takes recorded steps again in a fresh browser and says which end on their control: a depth is a claim, this is its proof."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from playwright.async_api import Error

from offswitch_crawler import browser, loop
from offswitch_crawler.events import OnEvent, Replaying, ignore
from offswitch_crawler.find import find
from offswitch_crawler.fingerprint import exact_key, fold, spelt
from offswitch_crawler.guard import Guard
from offswitch_crawler.login import log_in
from offswitch_crawler.options import Options
from offswitch_crawler.politeness import DEFAULT_RATE, Rate
from offswitch_crawler.profile import Profile
from offswitch_crawler.scroll import survey
from offswitch_crawler.seen import SeenControl
from offswitch_crawler.sites import private, without_secrets
from offswitch_crawler.visitor import Visitor
from offswitch_recording.controls import Control
from offswitch_recording.doors import Locator, Step
from offswitch_recording.errors import BadInput, SiteFailed
from offswitch_recording.schema import Recording
from offswitch_recording.words import Action

Key = tuple[str, str, str]
"""Kind, label and section of a control."""
LATE_SECONDS = 3
"""How long a door that is not there yet is looked for; one further down is looked for after that."""


@dataclass(frozen=True)
class Replayed:
    """Whether a control's steps ended on it, and if not, why."""

    control: str
    label: str
    path: tuple[str, ...]
    ok: bool
    why: str = ""


def _answer(control: Control, why: str = "") -> Replayed:
    return Replayed(control.id, control.label, tuple(control.path), not why, why)


def replay(
    recording: Recording,
    *,
    control: str | None = None,
    url: str | None = None,
    profile: Profile | None = None,
    options: Options | None = None,
    tool: str = "offswitch",
    on_event: OnEvent = ignore,
) -> list[Replayed]:
    """Take the steps of one control, or of all, from the start in a fresh browser. Nothing is set: the guard is on.

    url: the start as it was given to the walk, where it held a password or a token, which no recording keeps.
    Raises BadInput where the recording has no such control or another start, SiteFailed where its start cannot be reached.
    """
    chosen = [c for c in recording.controls if control in (None, c.id)]
    if control is not None and not chosen:
        raise BadInput(f"the recording has no control {control}", next_step="take an id of `controls` in recording.json")
    if url is not None and without_secrets(url) != recording.start_url:
        raise BadInput(f"the walk began elsewhere: at {recording.start_url}", next_step="give the address of that walk")
    start = url or recording.start_url
    return loop.run(lambda: _replay(recording, start, chosen, profile or Profile(), options or Options(), tool, on_event))


async def _replay(
    recording: Recording, start: str, chosen: list[Control], profile: Profile, options: Options, tool: str, on_event: OnEvent
) -> list[Replayed]:
    guard = Guard(
        profile.allow_writes,
        profile.websockets,
        start=start,
        proxied=profile.proxy is not None,
        public_only=not private(start),
    )
    found = browser.find(options.executable)

    @asynccontextmanager
    async def started() -> AsyncIterator[Visitor]:
        async with browser.context(found, options, profile, guard, tool) as context:
            page = context.pages[0] if context.pages else await context.new_page()
            visitor = Visitor(page, Rate(options.rate or DEFAULT_RATE))
            await log_in(visitor, profile.login, start, guard)
            await _reach(visitor, start)
            yield visitor

    by_screen: dict[str, list[Control]] = {}
    for one in chosen:
        by_screen.setdefault(one.screen, []).append(one)
    answers: dict[str, list[Replayed]] = {}
    async with started() as visitor:
        for screen, controls in by_screen.items():
            answers[screen] = await _screen(visitor, start, recording, controls)
            on_event(Replaying(len(answers), len(by_screen)))
    # A site may keep that its notice was answered, or where it was left: then the steps are taken by one whom it never saw.
    seen_before = [] if options.user_data_dir else list(by_screen)[1:]
    for screen in seen_before:
        if not all(a.ok for a in answers[screen]):
            async with started() as visitor:
                answers[screen] = await _screen(visitor, start, recording, by_screen[screen])
    return [a for screen in by_screen for a in answers[screen]]


async def _reach(visitor: Visitor, start_url: str) -> None:
    """A site that is not there says nothing about its depths."""
    try:
        await visitor.go(start_url)
    except Error as e:
        raise SiteFailed(
            f"the start cannot be reached: {e.message.splitlines()[0]}",
            where=without_secrets(start_url),
            next_step="check that the site of the recording is there",
        ) from None


async def _screen(visitor: Visitor, start: str, recording: Recording, controls: list[Control]) -> list[Replayed]:
    """Controls of one screen share their steps."""
    recorded = Counter(_folded(c) for c in recording.controls if c.screen == controls[0].screen)
    try:
        await visitor.go(start)
        why = await _take(visitor, controls[0].steps)
    except Error as e:
        why = e.message.splitlines()[0]
    if why or visitor.look is None:
        return [_answer(c, why or "its screen could not be looked at") for c in controls]
    first = list(visitor.look.controls)
    answers = list(_found(controls, first, recorded))
    if all(a.ok for a in answers) or visitor.hovering:
        return answers
    await visitor.see_again(visitor.seen_at)  # some fill late
    more = await survey(visitor)  # some are drawn only while the screen is scrolled
    shown = [*first, *(visitor.look.controls if visitor.look else ()), *(c for c, _ in more.controls)]
    return list(_found(controls, shown, recorded))


async def _take(visitor: Visitor, steps: list[Step]) -> str:
    for step in steps:
        if step.locator is None:
            continue
        right = step.button == "right"
        await _comes(visitor, step.locator)
        if step.action is Action.HOVER or right:
            clicked = await visitor.point_at(step.locator, right=right)
        else:
            clicked = await visitor.click(step.locator, patient=True)
        if not clicked.ok:
            return f"the door {step.locator.label!r} is {clicked.why}"
        if clicked.popup:
            await visitor.go(clicked.popup)
    return ""


async def _comes(visitor: Visitor, door: Locator) -> None:
    """Look again until the door is there, as the walk did: some mount late."""
    deadline = asyncio.get_running_loop().time() + LATE_SECONDS
    while not (visitor.look and find(visitor.look, door)) and asyncio.get_running_loop().time() < deadline:
        await visitor.see_again(visitor.seen_at)


def _found(controls: list[Control], shown: list[SeenControl], recorded: Counter[Key]) -> Iterable[Replayed]:
    """`recorded`: how many controls of the screen are called so, numbers aside. One that is alone now as then has a new number."""
    visible = [c for c in shown if c.place.visible]
    exact = {exact_key(c) for c in visible}
    folded = Counter((kind, fold(label), section) for kind, label, section in exact)
    for control in controls:
        key = _folded(control)
        ok = (control.kind, spelt(control.label), key[2]) in exact or (folded[key] == 1 and recorded[key] == 1)
        yield _answer(control, "" if ok else "the control is not on the last screen")


def _folded(control: Control) -> Key:
    return control.kind, fold(control.label), fold(control.section[-1]) if control.section else ""
