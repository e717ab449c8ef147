"""A login by steps, before the walk: the only time at which writes pass the guard."""

import os
from urllib.parse import urljoin

from playwright.async_api import Error, Page

from offswitch_crawler.profile import Fill, LoginStep
from offswitch_recording.errors import BadInput, SiteFailed


async def log_in(page: Page, steps: list[LoginStep], base: str) -> None:
    """Take the steps of a profile's login. Raises SiteFailed naming the step that failed."""
    for number, step in enumerate(steps, start=1):
        try:
            await _take(page, step, base)
        except Error as e:
            reason = e.message.splitlines()[0]
            name = next(iter(step.model_fields_set))
            raise SiteFailed(f"the login failed at step {number}, {name}: {reason}", where=page.url) from None


async def _take(page: Page, step: LoginStep, base: str) -> None:
    if step.goto is not None:
        await page.goto(urljoin(base, step.goto))
    elif step.fill is not None:
        await page.locator(step.fill.selector).first.fill(_value(step.fill))
    elif step.click is not None:
        await page.locator(step.click.selector).first.click()
    elif step.wait_for is not None:
        await page.locator(step.wait_for.selector).first.wait_for(state="visible")


def _value(fill: Fill) -> str:
    if fill.env is None:
        return fill.value or ""
    if fill.env not in os.environ:
        raise BadInput(f"the login needs the environment variable {fill.env}", next_step=f"set {fill.env} and try again")
    return os.environ[fill.env]
