"""A login by steps, before the walk: the only time at which writes pass the guard."""

from urllib.parse import urljoin

import pyotp
from playwright.async_api import Error, Page

from offswitch_crawler.guard import Guard
from offswitch_crawler.profile import Fill, LoginStep, environment
from offswitch_crawler.session import place
from offswitch_crawler.sites import without_secrets
from offswitch_crawler.visitor import Visitor
from offswitch_recording.errors import BadInput, SiteFailed

STEP_SECONDS = 30.0
CHECK = "check the login of the profile and the values in the environment"


async def log_in(visitor: Visitor, steps: list[LoginStep], base: str, guard: Guard) -> set[str]:
    """Take the steps of a profile's login, with the guard open for them; where its fields stood.

    Raises BadInput where the environment lacks a value, SiteFailed naming the step that failed.
    """
    for step in steps:
        _value(step)  # what the environment lacks is said before anything is sent
    filled: list[tuple[str, str]] = []
    guard.open = True
    try:
        for number, step in enumerate(steps, start=1):
            try:
                await _take(visitor, step, _value(step), base)
            except Error as e:
                raise _failed(number, step, _reason(e, step), visitor.page) from None
            if step.goto is not None and visitor.status is not None and visitor.status >= 400:
                raise _failed(number, step, f"the site answered with status {visitor.status}", visitor.page)
            if step.fill is not None:
                filled.append((place(visitor.page.url), step.fill.selector))
    finally:
        guard.open = False
    await _left_behind(visitor.page, filled[-1:])
    return {at for at, _ in filled}


async def _left_behind(page: Page, last: list[tuple[str, str]]) -> None:
    """A login that led nowhere shows its last field still, on the page where it was filled."""
    for at, selector in last:
        if place(page.url) == at and await page.locator(selector).first.is_visible():
            raise SiteFailed(
                f"the login failed: {selector} still shows after the last step",
                where=without_secrets(page.url),
                next_step=CHECK,
            )


async def _take(visitor: Visitor, step: LoginStep, value: str, base: str) -> None:
    page, patience = visitor.page, STEP_SECONDS * 1000
    if step.goto is not None:
        # Not until it has loaded: one picture that never comes would fail the login. What draws its fields late is waited for.
        await page.goto(urljoin(base, step.goto), wait_until="commit", timeout=patience)
        await visitor.see()
    elif step.fill is not None:
        await page.locator(step.fill.selector).first.fill(value, timeout=patience)
    elif step.click is not None:
        await page.locator(step.click.selector).first.click(timeout=patience)
        await visitor.see()  # what the click sends must have arrived before the page is left
    elif step.wait_for is not None:
        await page.locator(step.wait_for.selector).first.wait_for(state="visible", timeout=patience)


def _reason(error: Error, step: LoginStep) -> str:
    """One line, and never what was filled in: Playwright's further lines repeat it."""
    first = error.message.splitlines()[0].split(": ", 1)[-1].split(" at http")[0]
    if not first.startswith("Timeout"):
        return first
    return f"{'nothing of that kind' if step.goto is None else 'no answer'} within {STEP_SECONDS:g} s"


def _failed(number: int, step: LoginStep, reason: str, page: Page) -> SiteFailed:
    name = next(iter(step.model_fields_set))
    target = step.fill or step.click or step.wait_for
    shown = f"{name} {target.selector if target else without_secrets(step.goto or '')}"
    return SiteFailed(
        f"the login failed at step {number}, {shown}: {reason}",
        where=without_secrets(page.url),
        next_step=CHECK,
    )


def _value(step: LoginStep) -> str:
    """What a step fills in; a one-time code is that of the moment at which it is asked for."""
    fill = step.fill or Fill(selector="", value="")
    if fill.env is not None:
        return environment(fill.env, "login")
    if fill.totp_env is not None:
        return _code(fill.totp_env)
    return fill.value or ""


def _code(name: str) -> str:
    """The code of this half minute (RFC 6238: SHA-1, 6 digits, 30 s), as an authenticator shows it."""
    secret = environment(name, "login").replace(" ", "").replace("-", "")
    try:
        return pyotp.TOTP(secret).now()
    except ValueError:
        raise BadInput(
            f"{name} is no secret of an authenticator (letters A to Z and digits 2 to 7)",
            next_step="take the key that the site shows beside its QR code",
        ) from None
