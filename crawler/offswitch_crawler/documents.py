"""The documents that a profile names, such as a privacy policy: read as a person would at the end of a walk, and kept as text."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from playwright.async_api import Error

from offswitch_crawler.sites import without_secrets
from offswitch_crawler.visitor import Visitor
from offswitch_crawler.wellformed import well_formed
from offswitch_crawler.world import evaluate
from offswitch_recording import folder
from offswitch_recording.schema import Document

if TYPE_CHECKING:
    from offswitch_crawler.search import Search

FOLDER = folder.DOCUMENTS
TEXT = "() => (document.body ? document.body.innerText : '')"


async def fetch(search: "Search", visitor: Visitor, out: Path, now: str) -> None:
    """Load each document with the guard on and write its visible text to `out`/documents. One that fails is listed with the reason."""
    search.guard.screen, search.guard.during = None, "documents"
    for name, url in search.profile.documents.items():
        address = urljoin(search.url, url)
        found = Document(name=name, url=without_secrets(address), fetched_at=now)
        search.documents.append(found)
        found.why_not = await search.robots.refuses(address) or ""
        if not found.why_not:
            await _fetch(visitor, found, address, out)


async def _fetch(visitor: Visitor, found: Document, url: str, out: Path) -> None:
    visitor.status = None
    try:
        found.status = await visitor.go(url)
        text = str(well_formed(await evaluate(visitor.page, TEXT))).strip()
    except Error as e:
        found.status = found.status or visitor.status  # an answer without a body is an error to the browser
        found.why_not = _refused(found.status) or e.message.splitlines()[0].removeprefix("Page.goto: ").split(" at ")[0]
        await visitor.renew()
        return
    found.url = without_secrets(visitor.page.url)
    found.title = visitor.look.title if visitor.look else ""
    found.why_not = _refused(found.status) or ("" if text else "the page shows no text")
    if not found.why_not:
        _keep(found, text, out)


def _keep(document: Document, text: str, out: Path) -> None:
    """Write it as plain text, whatever it says: nothing in it is ever run."""
    file = out / FOLDER / f"{document.name}.txt"
    file.parent.mkdir(exist_ok=True)
    data = (text + "\n").encode("utf-8")
    file.write_bytes(data)
    document.file, document.sha256 = f"{FOLDER}/{file.name}", hashlib.sha256(data).hexdigest()


def _refused(status: int | None) -> str:
    return f"the site answered with status {status}" if status is not None and status >= 400 else ""
