"""One search through a site: which door next, what its click led to, what is kept of each screen."""

import asyncio
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from playwright.async_api import Error

from offswitch_crawler import clearing
from offswitch_crawler.arrive import asks_for_password, is_link, opened_in_place
from offswitch_crawler.back import Back
from offswitch_crawler.budget import GRACE, OUT_OF_TIME, Budget
from offswitch_crawler.certainty import Unseen, all_taken
from offswitch_crawler.clicked import Clicked, locator
from offswitch_crawler.coming import filled
from offswitch_crawler.events import OnEvent, Walking
from offswitch_crawler.frontier import Door, Frontier
from offswitch_crawler.guard import Guard
from offswitch_crawler.menus import take_menu
from offswitch_crawler.node import Node
from offswitch_crawler.options import Options
from offswitch_crawler.profile import Profile
from offswitch_crawler.renewal import Renewal
from offswitch_crawler.reused import is_another
from offswitch_crawler.robots import FORBIDDEN, Robots
from offswitch_crawler.screens import Screens
from offswitch_crawler.scroll import Survey, survey
from offswitch_crawler.seen import Look, SeenDoor
from offswitch_crawler.session import Session
from offswitch_crawler.sites import Bounds, exit_of, normalised, without_secrets
from offswitch_crawler.stores import read
from offswitch_crawler.unseen import unseen_of
from offswitch_crawler.visitor import Visitor
from offswitch_recording.schema import Document, Failure, Untouched
from offswitch_recording.words import Action, StartIs, WhyNot

SAVE_FIRST = 10
SAVE_SHARE = 0.1
"""What was seen is written again when it has grown by so much: each time all of it is, and a large walk must not spend its time so."""
EXPIRED = "login-expired"


class Search:
    """The state of one walk. `nodes` are its screens by id."""

    def __init__(
        self, url: str, pictures: Path, profile: Profile, options: Options, guard: Guard, on_event: OnEvent
    ) -> None:
        self.url, self.profile, self.options = url, profile, options
        self.guard, self.on_event = guard, on_event
        self.bounds = Bounds(url, tuple(profile.sites), options.only, options.exclude)
        self.budget = Budget(options)
        self.frontier = Frontier(profile.start_is is not StartIs.SETTINGS, options.max_depth)
        self.screens = Screens(pictures, self.bounds, self.frontier, guard)
        self.nodes, self.exits, self.errors = self.screens.nodes, self.screens.exits, self.screens.errors
        self.back = Back(url, self.nodes, self.frontier)
        self.clearing = clearing.Clearing()
        self.untouched = Untouched()
        self.documents: list[Document] = []
        self.frames = Counter[str]()
        self.ended_by = ""
        self.expired = False
        self.session = Session()
        self.renewal = Renewal()
        self.robots = Robots()
        self.save: Callable[[], None] = lambda: None
        self.clicks = 0
        self._save_at = SAVE_FIRST
        self._changed = asyncio.Condition()
        self._recording = asyncio.Lock()

    # The loop

    async def run(self, visitors: list[Visitor]) -> None:
        """Take doors until none is left that `exact` needs, or a budget ends the walk."""
        self.renewal.visitors = visitors
        if not await self.budget.within(asyncio.gather(*(self._work(v) for v in visitors)), GRACE):
            self.ended_by = self.ended_by or OUT_OF_TIME
            self.back.at.clear()
        self.ended_by = self.ended_by or self._ended_naturally()
        reason = WhyNot.BUDGET if self.ended_by.startswith("budget") else None
        for door in self.frontier.open_doors():
            door.why_not = reason

    def _ended_naturally(self) -> str:
        if self.frontier.open_doors():
            return "budget:depth"
        if self.clearing.covered or not all_taken(self.frontier):
            return "error:doors"
        hidden = [Failure(where=screen, what=what) for screen, u in self.unseen().items() for what in u.hides]
        self.errors += [e for e in hidden if e not in self.errors]
        return "error:unseen" if hidden else "complete"

    def unseen(self) -> dict[str, Unseen]:
        """What was not seen of each screen, by its id."""
        emptied = self.guard.emptied({n.id for n in self.nodes.values() if n.bare})
        return {
            node.id: found
            for node in self.nodes.values()
            if (found := unseen_of(node, node.id in emptied, node.id in self.clearing.came, self.screens.signs)) != Unseen()
        }

    async def _work(self, visitor: Visitor) -> None:
        while not self._over():
            self.screens.templates.fold()
            self.screens.repeated.fold()
            job = self.frontier.next(self.back.at.get(id(visitor)), self.budget.room(len(self.nodes)))
            if job is None:
                if await self._late(visitor, wait=True):
                    continue
                if not any(d.busy for d in self.frontier.doors.values()):
                    break
                async with self._changed:
                    await self._changed.wait()
                continue
            async with self.renewal.at_work(visitor):
                await self._do(visitor, *job)
            async with self._changed:
                self._changed.notify_all()
        async with self._changed:
            self._changed.notify_all()

    def _over(self) -> bool:
        self.budget.expect(self.back.pace, sum(bool(node.controls) for node in self.nodes.values()))
        self.ended_by = self.ended_by or self.budget.ended(len(self.nodes)) or ""
        return bool(self.ended_by)

    async def _do(self, visitor: Visitor, screen: str, door: Door) -> None:
        door.busy = True
        try:
            take = self._open_menu if door.opens_menu else self._take
            await take(visitor, self.nodes[screen], door)
            if door.clears:
                await clearing.conclude(self, visitor, self.nodes[screen], door)
        except asyncio.CancelledError:
            door.outcome = door.outcome or ("screen" if door.target else "")
            door.taken = bool(door.outcome)  # else what it leads to was not seen
            raise
        except Error as e:
            door.why_not = WhyNot.ERROR
            reason = e.message.splitlines()[0].split(" at http")[0]  # an address may carry a password
            door.outcome = f"error:{reason[:120]}"
            self.errors.append(Failure(where=door.id, what=door.outcome))
            self.back.at[id(visitor)] = None
            await visitor.renew()
        finally:
            door.busy = False
        await self._late(visitor)
        self._tell(self.nodes[screen])

    def _tell(self, node: Node) -> None:
        waiting = len(self.frontier.open_doors())
        path = tuple(d.label for _, d in self.frontier.route(node.id) if d.action is Action.CLICK)
        self.on_event(Walking(len(self.nodes), self.screens.controls, waiting, self.clicks, self.budget.seconds, path))

    # One door

    async def _take(self, visitor: Visitor, node: Node, door: Door) -> None:
        self.guard.screen, self.guard.during = node.id, "door"
        opener = door.seen[node.id]
        if is_link(opener) and (why := await self.robots.refuses(opener.href)):
            self._forbid(door, why)
            return
        beside = None if door.again else self.back.beside(visitor, node, door)
        if beside is None and not await self._stand_before(visitor, node, door):
            return
        tried = self.guard.blocked.copy()
        stopped, refused = visitor.network.stopped, len(self.guard.refused)
        stored = await read(visitor.page) if door.clears else ({}, {})
        before, door.document = door.document, (id(visitor), visitor.documents)
        clicked = await visitor.click(locator(opener), patient=door.again, scroll=node.more.grows)
        self.clicks += 1
        if clicked.ok and self.session.held and self.session.asks(visitor, opener.href):
            if not await self._still_known(visitor, node) and self.expired:
                return
            clicked = await visitor.click(locator(opener), scroll=node.more.grows)
        if not clicked.ok and not door.again:  # once more on the screen as it is when loaded anew
            door.again = True
            return
        if not clicked.ok:
            door.why_not = WhyNot.COVERED if clicked.why == "covered" else WhyNot.GONE
            return
        if clicked.doubtful:
            door.again = True
            return
        door.taken = True
        if door.clears:
            await self.back.stores.learn(visitor.page, stored)
        await self._arrive(visitor, node, door, opener, clicked, beside)
        if door.target and door.target != node.id:
            self.guard.belongs(tried, door.target)
        if door.outcome == "same" and len(self.guard.refused) > refused:
            self._forbid(door, await self.robots.refuses(self.guard.refused[-1]))
        if door.again and door.outcome == "same":
            self._once_more(before)
        if door.outcome == "same" and visitor.network.stopped > stopped:
            # It led nowhere and would have written: it was no door. The page is loaded anew, for it may believe in the write.
            door.why_not, door.taken = WhyNot.ACTING, False
            self.back.at[id(visitor)] = None
            visitor.look = visitor.print = None

    async def _open_menu(self, visitor: Visitor, node: Node, door: Door) -> None:
        """A menu under a resting pointer, or on a right click."""
        self.guard.screen, self.guard.during = node.id, "door"
        if self.screens.signs.vain(door.sign):
            door.taken, door.outcome = True, "same"
        elif await self._stand_before(visitor, node, door):
            tried = self.guard.blocked.copy()
            if (clicked := await take_menu(self, visitor, node, door)) is not None:
                await self._reach(visitor, node, door, clicked)
                self.guard.belongs(tried, door.target or node.id)

    async def _late(self, visitor: Visitor, *, wait: bool = False) -> bool:
        """Windows that opened when their click was over; whether a door waits again because of them."""
        found = await visitor.windows.late(wait=wait)
        for window in found:
            if not self._once_more((id(visitor), window.document)) and window.asked:
                what = f"a window to {without_secrets(window.address)} opened too late to tell by which door"
                self.errors.append(Failure(where="windows", what=what))
        return any(d.open for d in self.frontier.doors.values()) if found else False

    def _once_more(self, document: tuple[int, int]) -> bool:
        """Doors clicked on a document that seemed to do nothing are taken again, once; whether there are any."""
        doors = [d for d in self.frontier.doors.values() if d.document == document and d.outcome == "same" and not d.again]
        for door in doors:
            door.again, door.taken, door.outcome = True, False, ""
        return bool(doors)

    async def _stand_before(self, visitor: Visitor, node: Node, door: Door) -> bool:
        """Whether the screen of a door was reached; a door whose screen is not is taken once more, then given up."""
        if door.clears and await clearing.comes_no_more(self, visitor, node):
            door.taken = True
            await self._reach(visitor, node, door, Clicked(True, navigated=True))
            return False
        if not node.lost and await self.reached(visitor, node, fresh=door.again):
            return True
        if self.expired:
            return False
        if not door.again and not node.lost:
            door.again = True
            return False
        node.lost, door.why_not = True, WhyNot.GONE
        self.errors.append(Failure(where=node.id, what=f"the screen was not reached again for the door {door.label!r}"))
        return False

    async def reached(self, visitor: Visitor, node: Node, *, fresh: bool = False) -> bool:
        """Whether a known screen was reached; where the login has ended since it was seen, after another one.

        Where that cannot be, the walk ends, and a door that was on its way stays open.
        """
        if await self.back.travel(visitor, node, fresh=fresh):
            return True
        if not self._lost_login(visitor, node):
            return False
        self.back.at.clear()
        if await self.renewal.log_in(visitor) and await self.back.travel(visitor, node, fresh=True):
            self.session.places |= self.renewal.places
            return True
        if self.renewal.failed and all(e.where != "login" for e in self.errors):
            self.errors.append(Failure(where="login", what=self.renewal.failed))
        self.expired, self.ended_by = True, self.ended_by or EXPIRED
        return False

    async def _still_known(self, visitor: Visitor, node: Node) -> bool:
        """Whether a screen that was seen before is still shown, although another looks as if the login had ended."""
        doubted = visitor.look
        reached = await self.reached(visitor, node, fresh=True)
        if reached and doubted is not None:
            self.session.holds(doubted)
        return reached

    def _lost_login(self, visitor: Visitor, node: Node) -> bool:
        """Whether a screen that was seen before is refused now."""
        start = self.nodes[self.frontier.start]
        return not asks_for_password(start.look) and self.session.asks(visitor, node.look.url, refused=True)

    async def _arrive(
        self, visitor: Visitor, node: Node, door: Door, opener: SeenDoor, clicked: Clicked, beside: Node | None
    ) -> None:
        """What a click has led to; `beside` is the screen of the tab that was open when another of its list was clicked."""
        if clicked.popup:
            if not self.bounds.same_site(clicked.popup) or not clicked.popup.startswith("http"):
                self._leave(visitor, door, clicked.popup, (beside or node).id if visitor.unmoved else None)
                return
            if await self._shut(node, door, clicked.popup):
                return
            await visitor.go(clicked.popup)
            clicked = Clicked(True, navigated=True)
        visitor.news = frozenset()
        if visitor.print is not None and visitor.print.same((beside or node).print):
            visitor.news = await visitor.brought()
        look = visitor.look
        assert look is not None and visitor.print is not None
        self.back.at[id(visitor)] = None
        refused = clicked.status if clicked.status is not None and clicked.status >= 400 else None
        if refused or look.url.startswith("chrome-error:"):  # an answer without a body is an error to the browser
            door.fails(refused)
        elif not self.bounds.same_site(look.url):
            self._leave(visitor, door, look.url)
        elif await self._shut(node, door, look.url):
            return
        elif beside is not None and visitor.print.same(beside.print) and not visitor.news:
            self._lead(visitor, door, beside)
        elif self._is_still(visitor, node, look, opener):
            self._stay(visitor, node, door, clicked)
        elif asks_for_password(look) and not node.look.password:
            door.outcome, door.why_not = "screen", WhyNot.PASSWORD
        else:
            await self._reach(visitor, node, door, clicked)

    def _stay(self, visitor: Visitor, node: Node, door: Door, clicked: Clicked) -> None:
        """A click has changed nothing, or not yet: what it has asked the site for may still come."""
        if any(self.bounds.same_site(url) for url in clicked.unanswered):
            door.fails(None)
        else:
            door.outcome, self.back.at[id(visitor)] = "same", node.id

    def _is_still(self, visitor: Visitor, node: Node, look: Look, opener: SeenDoor) -> bool:
        """Whether a click has left the screen as it was."""
        if visitor.print is None or not visitor.print.same(node.print) or visitor.news:
            return False
        return not (opened_in_place(node, look, opener, visitor.stood) or is_another(opener, look, node.look, node.look))

    async def _shut(self, node: Node, door: Door, url: str) -> bool:
        """Whether the options or robots.txt keep the walk from the address that a click led to; the door then says so."""
        inside = {normalised(u) for u in (self.url, node.look.url, self.nodes[self.frontier.start].look.url)}
        if normalised(url) not in inside and not self.bounds.wanted(url):
            door.why_not, door.taken = WhyNot.EXCLUDED, False
        elif why := await self.robots.refuses(url):
            self._forbid(door, why)
        return door.why_not is not None

    def _forbid(self, door: Door, why: str) -> None:
        """What lies behind a door may not be visited, or must not be looked at."""
        door.why_not, door.taken, door.outcome = WhyNot.ROBOTS, False, "" if why == FORBIDDEN else f"error:{why}"

    async def may_enter(self, url: str) -> bool:
        """Whether robots.txt lets a page of the walk be loaded; other sites are not asked, for they are not looked at."""
        return not self.bounds.same_site(url) or not await self.robots.refuses(url)

    def _leave(self, visitor: Visitor, door: Door, url: str, stays: str | None = None) -> None:
        """A door leads to another site; in a window of its own it may leave the page where it stands."""
        door.outcome, door.why_not = "external", WhyNot.EXTERNAL
        self.exits[exit_of(url)].add(door.id)
        self.back.at[id(visitor)] = stays

    async def _reach(self, visitor: Visitor, node: Node, door: Door, clicked: Clicked) -> None:
        """A screen other than the one before: known, or new."""
        async with self._recording:
            known, more = self.screens.known(visitor, node, door), None
            named = self.screens.naming.normalised
            if known is None or named(known.look.url) != named(visitor.page.url):
                # It may be one that fills late, or only when it is scrolled; half filled, two addresses look alike.
                await filled(visitor, node.look)
                if known is not None:
                    await visitor.see()
                over = named(node.look.url) == named(visitor.page.url) and not clicked.navigated
                more = Survey() if door.opens_menu else await survey(visitor, node.more if over else None)
                known = self.screens.known(visitor, node, door)
            if known is None:
                known = await self.screens.record(visitor, node, door, clicked.navigated, more)
                clearing.plan(self, known, wake=clearing.clears(self, node, door), loaded=clicked.navigated)
                if len(self.nodes) >= self._save_at:
                    self._save_at = len(self.nodes) + max(SAVE_FIRST, int(SAVE_SHARE * len(self.nodes)))
                    self.save()
        self._lead(visitor, door, known)

    def _lead(self, visitor: Visitor, door: Door, to: Node) -> None:
        door.outcome = "screen"
        self.frontier.link(door, to.id, settings=bool(to.controls))
        self.back.at[id(visitor)] = to.id
