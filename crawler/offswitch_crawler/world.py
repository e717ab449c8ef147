"""Where our scripts run: an isolated world in every frame, out of reach of patched prototypes, leaving nothing behind.

What asks the browser is written once, as a generator that yields what it wants done; `drive_sync` and `drive_async` feed it.
In browsers without Chromium's protocol the scripts run in the page's own world, and closed shadow roots stay closed.
"""

from collections.abc import Awaitable, Callable, Generator, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias, TypeVar
from weakref import WeakKeyDictionary

from playwright.async_api import Error
from playwright.async_api import Page as AsyncPage
from playwright.sync_api import Page as SyncPage

from offswitch_crawler.answering import answered
from offswitch_crawler.wellformed import well_formed

T = TypeVar("T")
Page: TypeAlias = AsyncPage | SyncPage
Wish: TypeAlias = Callable[[], Any]
Steps: TypeAlias = Generator[Wish, Any, T]
NAME = "offswitch"


class ScriptError(Error):
    """A script of ours failed in a page: a bug of ours, and nothing that the site has to do with."""


def drive_sync(steps: Steps[T]) -> T:
    """Run steps on Playwright's sync API."""
    answer, failure = None, None
    while True:
        try:
            wish = steps.send(answer) if failure is None else steps.throw(failure)
        except StopIteration as done:
            return done.value  # type: ignore[no-any-return]
        answer, failure = None, None
        try:
            answer = wish()
        except Error as error:
            failure = error


async def drive_async(steps: Steps[T]) -> T:
    """Run steps on Playwright's async API."""
    answer, failure = None, None
    while True:
        try:
            wish = steps.send(answer) if failure is None else steps.throw(failure)
        except StopIteration as done:
            return done.value  # type: ignore[no-any-return]
        answer, failure = None, None
        try:
            waiting: Awaitable[Any] = wish()
            answer = await answered(waiting)
        except Error as error:
            failure = error


@dataclass
class Frame:
    """One frame of a page. `session` is that of the process that draws it, None without Chromium's protocol."""

    id: str
    parent: str
    url: str
    name: str
    session: Any = None
    plain: Any = None
    """Playwright's own frame, where there is no session."""
    root: bool = True
    """The first frame of its session."""
    index: int = 0
    owner: int = 0
    """Number of the element that holds it, in its parent's world."""

    def send(self, method: str, **parameters: Any) -> Wish:
        """A call of Chromium's protocol."""
        return lambda: self.session.send(method, parameters)


@dataclass
class World:
    """The frames of one page with their isolated worlds; frames keep their index while the page lives."""

    page: Page
    session: Any = None
    foreign: dict[int, tuple[Any, Any]] = field(default_factory=dict)
    """Sessions of frames in other processes, by identity of Playwright's frame (kept beside, so that it lives)."""
    known: dict[str, Frame] = field(default_factory=dict)

    def frames(self) -> Steps[list[Frame]]:
        """All frames that answer now, parents before children."""
        if self.session is None:
            try:
                self.session = yield lambda: self.page.context.new_cdp_session(self.page)  # type: ignore[arg-type]
            except Error:
                self.session = False
        if self.session is False:
            return list(self._remember(self._plain_frames()))
        found = yield from _tree(self.session)
        if len(found) < len(self.page.frames):
            found += yield from self._foreign_frames()
        return list(self._remember(found))

    def _plain_frames(self) -> list[Frame]:
        frames = self.page.frames
        parent = {id(f): str(id(f.parent_frame)) if f.parent_frame else "" for f in frames}
        return [Frame(str(id(f)), parent[id(f)], f.url, f.name, plain=f) for f in frames]

    def _foreign_frames(self) -> Steps[list[Frame]]:
        found: list[Frame] = []
        for frame in self.page.frames[1:]:
            try:
                _, session = self.foreign.get(id(frame), (None, None))
                if session is None:
                    session = yield lambda frame=frame: self.page.context.new_cdp_session(frame)  # type: ignore[misc]
                    self.foreign[id(frame)] = (frame, session)
                found += yield from _tree(session)
            except Error:
                self.foreign.pop(id(frame), None)  # drawn by its parent's process, or gone
        return found

    def _remember(self, found: list[Frame]) -> Iterator[Frame]:
        for frame in found:
            before = self.known.get(frame.id)
            frame.index = before.index if before else len(self.known)
            frame.owner = before.owner if before else 0
            self.known[frame.id] = frame
            yield frame

    def call(self, frame: Frame, source: str, argument: Any = None, objects: tuple[str, ...] = ()) -> Steps[Any]:
        """Call a function in the frame's world with one plain argument and then live objects; its awaited plain result."""
        if frame.plain is not None:
            return well_formed((yield lambda: frame.plain.evaluate(f"(argument) => ({source})(argument)", argument)))
        context = yield from self.context(frame)
        arguments = [{"value": argument}, *({"objectId": o} for o in objects)]
        answer = yield frame.send(
            "Runtime.callFunctionOn",
            functionDeclaration=source,
            executionContextId=context,
            arguments=arguments,
            returnByValue=True,
            awaitPromise=True,
        )
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise ScriptError(details.get("exception", {}).get("description") or details.get("text", "script failed"))
        return well_formed(answer["result"].get("value"))

    def context(self, frame: Frame) -> Steps[int]:
        """The frame's isolated world; asked every time, for a new document has a new one and numbers come again."""
        answer = yield frame.send("Page.createIsolatedWorld", frameId=frame.id, worldName=NAME)
        return int(answer["executionContextId"])

    def adopt(self, frame: Frame, node: int) -> Steps[str]:
        """A node of the browser's own numbering as an object of the frame's world."""
        context = yield from self.context(frame)
        answer = yield frame.send("DOM.resolveNode", backendNodeId=node, executionContextId=context)
        return str(answer["object"]["objectId"])

    def by_index(self, index: int) -> Frame | None:
        """The frame of a Ref."""
        return next((f for f in self.known.values() if f.index == index), None)


def _tree(session: Any) -> Steps[list[Frame]]:
    answer = yield lambda: session.send("Page.getFrameTree")
    return list(_flat(answer["frameTree"], session))


def _flat(tree: dict[str, Any], session: Any, root: bool = True) -> Iterator[Frame]:
    facts = tree["frame"]
    yield Frame(facts["id"], facts.get("parentId", ""), facts["url"], well_formed(facts.get("name", "")), session, root=root)
    for child in tree.get("childFrames", ()):
        yield from _flat(child, session, False)


_worlds: WeakKeyDictionary[Any, World] = WeakKeyDictionary()


def world_of(page: Page) -> World:
    """The world of a page, kept while the page lives."""
    if page not in _worlds:
        _worlds[page] = World(page)
    return _worlds[page]


def _hasten(page: Page, rate: float) -> Steps[None]:
    world = world_of(page)
    if world.session is None:
        yield from world.frames()
    if world.session:
        yield lambda: world.session.send("Animation.setPlaybackRate", {"playbackRate": rate})


async def hasten(page: AsyncPage, rate: float) -> None:
    """Let the animations of a page run so many times as fast, where the browser can do that. Raises playwright's Error."""
    await drive_async(_hasten(page, rate))


def _evaluate(page: Page, source: str, argument: Any) -> Steps[Any]:
    world = world_of(page)
    frames = yield from world.frames()
    return (yield from world.call(frames[0], source, argument))


async def evaluate(page: AsyncPage, source: str, argument: Any = None) -> Any:
    """Call a function in the isolated world of the top frame; its awaited plain result. Raises playwright's Error."""
    return await drive_async(_evaluate(page, source, argument))
