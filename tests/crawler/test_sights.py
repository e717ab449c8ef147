"""What has not changed is not looked at anew, and whatever has is."""

from collections.abc import Awaitable, Callable
from typing import Any

from offswitch_crawler import browser, loop
from offswitch_crawler.guard import Guard
from offswitch_crawler.options import Options
from offswitch_crawler.politeness import Rate
from offswitch_crawler.profile import Profile
from offswitch_crawler.visitor import Visitor

PAGE = """<h1>Privacy</h1><p id=row><label><input type=checkbox id=box> Personal ads</label></p><details id=more><summary>More</summary>
<label><input type=checkbox> Partners</label></details><div style="height: 3000px"></div><p id=end>The end</p>"""


def looked(pages: Any, of: Callable[[Visitor], Awaitable[None]]) -> None:
    """Run something with a visitor that has looked at the page."""
    url = pages.add("/", PAGE)

    async def run() -> None:
        async with browser.context(browser.find(), Options(), Profile(), Guard(), "test") as context:
            visitor = Visitor(await context.new_page(), Rate(1000))
            await visitor.go(url)
            await of(visitor)

    loop.run(run)


def test_a_page_that_has_not_changed_is_not_looked_at_anew(pages: Any) -> None:
    async def of(visitor: Visitor) -> None:
        first = visitor.look
        assert await visitor.see() is first
        await visitor.page.evaluate("more.open = true")
        opened = await visitor.see()
        assert [c.label for c in opened.controls if c.place.visible] == ["Personal ads", "Partners"]
        await visitor.page.evaluate("more.open = false")
        assert await visitor.see() is first

    looked(pages, of)


def test_a_state_a_text_and_another_element_are_looked_at(pages: Any) -> None:
    async def of(visitor: Visitor) -> None:
        for script in ("box.checked = true", "end.textContent = 'The very end'", "row.outerHTML = row.outerHTML"):
            before = visitor.look
            await visitor.page.evaluate(script)
            assert await visitor.see() is not before, script
        assert next(c.state for c in (await visitor.see()).controls) == "off"

    looked(pages, of)


def test_what_was_only_scrolled_is_looked_at_where_it_matters(pages: Any) -> None:
    async def of(visitor: Visitor) -> None:
        first = visitor.look
        await visitor.page.evaluate("scrollTo(0, 900)")
        assert await visitor.see(scrolled=True) is first
        assert await visitor.see() is not first
        await visitor.page.evaluate("scrollTo(0, 0); end.insertAdjacentHTML('afterend', '<a href=/ai>AI</a>')")
        assert [d.label for d in (await visitor.see(scrolled=True)).doors] == ["More", "AI"]

    looked(pages, of)


def test_a_document_that_is_loaded_again_is_looked_at(pages: Any) -> None:
    async def of(visitor: Visitor) -> None:
        first = visitor.look
        await visitor.go(visitor.page.url)
        assert visitor.look is not first

    looked(pages, of)
