"""Pointer and keys of a page. Each touch raises playwright's Error where the page does not answer."""

from playwright.async_api import Page

from offswitch_crawler.answering import answered


async def click(page: Page, x: float, y: float, *, right: bool = False) -> None:
    """Click at a point of the window, CSS pixels."""
    await answered(page.mouse.click(x, y, button="right" if right else "left"))


async def move(page: Page, x: float, y: float) -> None:
    """Move the pointer to a point of the window, CSS pixels."""
    await answered(page.mouse.move(x, y))


async def press(page: Page, key: str) -> None:
    """Press a key, by Playwright's name."""
    await answered(page.keyboard.press(key))
