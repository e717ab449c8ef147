"""The screens of one walk: what each adds to those before it, its doors, its pictures."""

import re
from asyncio import CancelledError
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from playwright.async_api import Error

from offswitch_crawler import hovers
from offswitch_crawler.arrive import (
    Added,
    added,
    added_by_scrolling,
    door_identity,
    is_bare,
    is_link,
    kind_of,
    same_door,
)
from offswitch_crawler.doors import answers, judge, likeness
from offswitch_crawler.families import is_view_of, spoken
from offswitch_crawler.fingerprint import control_key, fold, present
from offswitch_crawler.frontier import Door, Frontier
from offswitch_crawler.guard import Guard
from offswitch_crawler.listeners import heard
from offswitch_crawler.naming import Naming
from offswitch_crawler.node import Node, Shown
from offswitch_crawler.repeated import Repeated
from offswitch_crawler.reused import is_another
from offswitch_crawler.screenshot import take_pictures
from offswitch_crawler.scroll import Survey, news, survey_again
from offswitch_crawler.seen import Look, SeenControl, SeenDoor
from offswitch_crawler.sites import Bounds, exit_of
from offswitch_crawler.template import Shape, Templates
from offswitch_crawler.unfold import unfold
from offswitch_crawler.visitor import Visitor
from offswitch_crawler.vocabulary import vocabulary
from offswitch_recording.schema import Failure
from offswitch_recording.words import Action, Kind, ScreenKind, WhyNot


class Screens:
    """What is kept of a walk. nodes: its screens by id; exits: ids of the doors that lead to each other site."""

    def __init__(self, pictures: Path, bounds: Bounds, frontier: Frontier, guard: Guard) -> None:
        self.pictures, self.bounds, self.frontier, self.guard = pictures, bounds, frontier, guard
        self.nodes: dict[str, Node] = {}
        self.by_url: dict[str, str] = {}
        self.exits: dict[str, set[str]] = defaultdict(set)
        self.errors: list[Failure] = []
        self.repeated = Repeated()
        self.templates = Templates(self._shape, self._continues, self._controls_within)
        self.controls = 0
        self.naming = Naming()
        self.signs = hovers.Signs()

    def use(self, naming: Naming) -> None:
        """Compare addresses as the visitors of the walk do."""
        self.naming, naming.on_change = naming, self._rename

    def _rename(self) -> None:
        for node in self.nodes.values():
            url, things = self.naming.normalised(node.look.url), self.naming.things(node.look)
            node.print = replace(node.print, url=url, things=things)
        pages = [n for n in self.nodes.values() if n.kind is ScreenKind.PAGE]
        self.by_url = {self.naming.normalised(n.look.url): n.id for n in reversed(pages)}

    def known(self, visitor: Visitor, before: Node | None = None, door: Door | None = None) -> Node | None:
        """The screen on which a visitor stands, where it was seen before: one that shows what the click has brought.

        door: what was clicked, on the screen `before`.
        """
        look = visitor.look
        assert look is not None
        alike = [n for n in self.nodes.values() if visitor.stands_on(n.print)]
        if before is not None and door is not None:
            opener, under = door.seen[before.id], before.look
            alike = [n for n in alike if not is_another(opener, look, under, n.look)]
            if look.url == under.url:  # it opened in place: over a page that is told apart it is another
                alike = [n for n in alike if n.print.url == before.print.url]
        return next((n for n in alike if visitor.news <= n.print.parts), None)

    async def record(
        self, visitor: Visitor, before: Node | None, door: Door | None, navigated: bool, more: Survey | None = None
    ) -> Node:
        """Keep a new screen: what it adds, its doors, its pictures. `more` is what it shows while it is scrolled.

        Where it has filled since its pictures were begun, it is taken again; it may then be one that is known.
        """
        more = more or Survey()
        for last in (False, False, True):
            assert visitor.look is not None and visitor.print is not None
            seen_at, look = visitor.seen_at, visitor.look
            node, new, further = self._sight(visitor, before, door, navigated, more)
            try:
                filled = await self._picture(visitor, node) and await self._has_filled(visitor, look, seen_at, more)
                known = self.known(visitor, before, door) if filled and not last else None
                if filled and not last and known is None:
                    more = Survey() if door and door.opens_menu else await survey_again(visitor, more)
            except CancelledError:  # the walk ends here: what was seen is kept
                self._keep(node, before, door, new, further)
                raise
            if last or not filled:
                break
            for picture in node.pictures:
                (self.pictures.parent / picture.file).unlink(missing_ok=True)
            if known is not None:
                return known
        node.heard = await heard(visitor.page, new.doors, self.signs)
        self._keep(node, before, door, new, further)
        self.errors += await unfold(visitor, node)
        return node

    def _sight(
        self, visitor: Visitor, before: Node | None, door: Door | None, navigated: bool, more: Survey
    ) -> tuple[Node, Added, Survey]:
        """The screen as it is seen now, what it adds to the one before, and what scrolling adds."""
        look = visitor.look
        assert look is not None and visitor.print is not None
        opener = door.seen[before.id] if door and before else None
        kind = ScreenKind.PAGE
        if before is not None and opener is not None and not (door and door.clears):
            kind = kind_of(before, look, opener, navigated)
            if door and door.opens_menu and kind is not ScreenKind.PAGE:
                kind = ScreenKind.MENU
        base = self._lying_under(before) if kind is ScreenKind.PAGE else before
        new = added(base, look, opener, kind, visitor.stood if not navigated else frozenset())
        parent = before.id if before and kind is not ScreenKind.PAGE else None
        node = Node(f"s{len(self.nodes) + 1}", kind, parent, look, visitor.print, title(new, look, opener, before))
        node.bare = is_bare(before.look, look) if before else not (look.controls or look.doors)
        self.guard.screen, self.guard.during = node.id, "look"
        if kind is ScreenKind.PAGE and door is not None:
            handed = self._handed_on(look, new.controls, 1 + min(self.frontier.depth(s) for s in door.seen))
            node.handed = {_standing(c) for c in handed}
            all_of_it = {id(c) for c in (*new.controls, *handed)}
            new.controls[:] = [c for c in present(look)[0] if id(c) in all_of_it]
        further = added_by_scrolling(self.nodes, base, new, more)
        node.more = more
        new.doors.extend(further.doors)
        sights = [*((c, None) for c in new.controls), *further.controls]
        node.controls = [Shown(c, f"{node.id}c{i}", scrolled=at) for i, (c, at) in enumerate(sights, start=1)]
        return node, new, further

    def _handed_on(self, look: Look, controls: list[SeenControl], depth: int) -> list[SeenControl]:
        """Controls of the site's frame that stood on the page before too, where only screens deeper than this one list them."""
        own = {_standing(c) for c in controls}
        kept = [(self.frontier.depth(n.id), _standing(s.seen)) for n, s in self._framed()]
        nearer = {standing for at, standing in kept if at <= depth}
        deeper = {standing for at, standing in kept if at > depth} - nearer - own
        return [c for c in present(look)[0] if _standing(c) in deeper] if deeper else []

    def _framed(self) -> Iterator[tuple[Node, Shown]]:
        pages = (n for n in self.nodes.values() if n.kind is ScreenKind.PAGE)
        return ((n, s) for n in pages for s in n.controls if s.seen.place.framed or s.seen.kind is Kind.CHOICE)

    def _take_over(self, node: Node) -> None:
        """A control stands on the shallowest screen that shows it."""
        for other in self.nodes.values() if node.handed else ():
            if other is not node and self.frontier.depth(other.id) > self.frontier.depth(node.id):
                other.controls = [s for s in other.controls if _standing(s.seen) not in node.handed]

    async def _has_filled(self, visitor: Visitor, look: Look, seen_at: float, more: Survey) -> bool:
        try:
            return news(look, await visitor.see_again(seen_at), set(), more)
        except Error:
            return False  # what was seen is kept

    async def _picture(self, visitor: Visitor, node: Node) -> bool:
        """Whether its pictures could be taken."""
        try:
            await take_pictures(visitor, node, self.pictures)
        except Error as e:
            node.unpictured = e.message.splitlines()[0]
        return not node.unpictured

    def _keep(self, node: Node, before: Node | None, door: Door | None, new: Added, further: Survey) -> None:
        self.controls += len(node.controls)
        self.nodes[node.id] = node
        self.frontier.add_screen(node.id)
        if node.parent is not None:
            self.frontier.over.add(node.id)
        if door is not None:
            self.frontier.link(door, node.id, settings=bool(node.controls))
            self._take_over(node)
        self._add_doors(node, before, new)
        self.errors += [Failure(where=node.id, what=e) for e in node.look.errors]
        node.endless = further.cut_short
        if node.endless:
            self.errors.append(Failure(where=node.id, what="it has no end: scrolling stopped where no new controls came"))
        if node.unpictured:
            self.errors.append(Failure(where=node.id, what=f"no picture: {node.unpictured}"))

    def _add_doors(self, node: Node, before: Node | None, new: Added) -> None:
        if new.kind is ScreenKind.PAGE:
            address = self.naming.normalised(node.look.url)
            self.by_url.setdefault(address, node.id)
            waiting = self.frontier.doors.get(f"link {address}")
            if waiting is not None and waiting.open:
                self._lead(waiting, node.id)
        for seen in new.doors:
            self._add_door(
                node,
                seen,
                door_identity(node.id, seen, self.naming.normalised(seen.href)),
                inherited=seen.place.framed,
            )
        for seen in new.doors if new.kind is not ScreenKind.PAGE else [*new.doors, *new.inherited]:
            self._add_menus(node, seen)
        if new.kind is ScreenKind.PAGE:
            before = self._lying_under(before)
        for seen in new.inherited:
            # With one disclosure open, another leads to a third state; only links lead where they led before.
            if before is not None and (new.kind is ScreenKind.PAGE or is_link(seen)):
                key = before.door_keys.get(same_door(seen))
                if key is not None:
                    self._add_door(node, seen, key, inherited=True)

    def _lying_under(self, node: Node | None) -> Node | None:
        """The page under what lies over it: a dialog hides the header that its link's page shows again."""
        while node is not None and node.parent is not None:
            node = self.nodes[node.parent]
        return node

    def _add_door(self, node: Node, seen: SeenDoor, key: str, *, inherited: bool) -> None:
        if not seen.clicks or seen.expanded or (seen.role == "tab" and seen.selected):
            return  # what it opens is open already
        words = vocabulary(node.look.language)
        verdict = judge(seen, node.look.layers[seen.place.layer], node.look.language, self.bounds)
        if verdict.closes and (node.kind is not ScreenKind.PAGE or not answers(seen, words)):
            return
        why_not = WhyNot.UNSURE if verdict.closes else verdict.why_not
        door = self.frontier.add_door(
            node.id,
            key,
            seen,
            likeness=likeness(seen, words),
            why_not=why_not,
            inherited=inherited,
            anywhere=is_link(seen),
        )
        node.door_keys[same_door(seen)] = key
        if verdict.why_not is WhyNot.EXTERNAL:
            self.exits[exit_of(seen.href)].add(door.id)
        if not inherited:
            self.repeated.add(node.id, seen.role, door)
            named = words.has("settings", seen.label)
            self.templates.add(node.id, seen.template, door, named=named)
            if is_link(seen) and is_view_of(seen.href, node.look.url):
                self.templates.add_view(node.id, door)
            elif is_link(seen):
                self.templates.add_address(
                    door, self.naming.normalised(seen.href), named=named or words.has("settings", spoken(seen.href))
                )
        if door.open and is_link(seen) and (address := self.naming.normalised(seen.href)) in self.by_url:
            self._lead(door, self.by_url[address])

    def _add_menus(self, node: Node, seen: SeenDoor) -> None:
        """The menus that a door seems to open without a plain click: under a resting pointer, or on a right click."""
        told = node.heard.get(seen.place.ref.uid, set()) if not seen.place.frame else set()
        ways = (
            ("hover", Action.HOVER, seen.hovers or (hovers.HEARD if "hover" in told else "")),
            ("context", Action.CLICK, hovers.MENU if seen.context or "context" in told else ""),
        )
        words = vocabulary(node.look.language)
        likely = 0.6 if words.has("settings", seen.hides) else likeness(seen, words)
        for how, action, sign in ways:
            key = hovers.key(node.id, seen, how)
            if not sign or seen.disabled or seen.expanded:
                continue
            if key not in self.frontier.doors and self._is_full(node, how):
                node.unrested.append(sign)
                continue
            door = self.frontier.add_door(node.id, key, seen, likeness=likely, inherited=True)
            door.action, door.right, door.sign = action, how == "context", sign

    def _is_full(self, node: Node, how: str) -> bool:
        doors = [d for d in self.frontier.doors.values() if d.opens_menu and next(iter(d.seen)) == node.id]
        return sum(d.right == (how == "context") for d in doors) >= hovers.MOST

    def _lead(self, door: Door, screen: str) -> None:
        door.outcome = "screen"
        self.frontier.link(door, screen)

    def _shape(self, door: Door) -> Shape:
        """What a door led to, with its own label taken out."""
        node, own = self.nodes[door.target or ""], fold(door.label)
        controls = [_described(s.seen, own, node.id) for s in node.controls]
        doors = [d for d in self.frontier.doors.values() if node.id in d.seen]
        return Shape(
            controls=tuple(sorted(controls)),
            doors=tuple(sorted(without(fold(d.seen[node.id].label), own) for d in doors)),
            lines=frozenset(without(line, own) for line in node.print.lines),
            leads_on=any((d.open or d.busy or d.taken) and next(iter(d.seen)) == node.id for d in doors),
        )

    def _continues(self, later: str, earlier: str) -> bool:
        """Whether a screen shows more of a list: its next page, or what opened in place on it."""
        if later == earlier:
            return False
        new, old = self.nodes[later], self.nodes[earlier]
        apart = urlsplit(new.look.url), urlsplit(old.look.url)
        paged = apart[0].query != apart[1].query and len({(u.netloc, u.path) for u in apart}) == 1
        return new.parent == earlier or paged

    def _controls_within(self, screen: str) -> int:
        """Number of controls on a screen and on those whose path leads through it."""
        reached = self.frontier.depths()
        known = [n for n in self.nodes.values() if n.controls and n.id in reached]
        return sum(len(n.controls) for n in known if n.id == screen or screen in self._path(n.id))

    def _path(self, screen: str) -> set[str]:
        return {at for at, _ in self.frontier.route(screen)}


def _standing(control: SeenControl) -> tuple[tuple[str, str, str], tuple[str, ...]]:
    """What a control is called, and where it stands on its page."""
    return (control_key(control), control.place.css)


def _described(control: SeenControl, own: str, screen: str) -> str:
    """A control with its state, and what a list of names puts into both taken out. A state that was not read equals none.

    A consent dialog that nobody has answered has none.
    """
    unread = control.state == "unresolved" and control.kind is not Kind.CHOICE
    state = f"{control.state} on {screen}" if unread else control.state
    texts = [*control_key(control), *(fold(o) for o in control.options), " ".join(state.casefold().split())]
    return repr([without(x, own) for x in texts])


def without(text: str, own: str) -> str:
    """A text with a name taken out; a short one only where it stands as a word."""
    if len(own) > 2:
        return text.replace(own, "*")
    return re.sub(rf"(?<!\w){re.escape(own)}(?!\w)", "*", text) if own else text


def title(new: Added, look: Look, opener: SeenDoor | None, before: Node | None = None) -> str:
    """What a person would call the screen: as what has come over the page is called, not what lay over it already."""
    over = [layer.label for layer in look.layers if layer.kind != "page" and layer.label]
    lay = {layer.label for layer in before.look.layers} if before else set()
    if new.kind in (ScreenKind.DIALOG, ScreenKind.MENU) and over:
        return next((label for label in reversed(over) if label not in lay), over[-1])
    return opener.label if new.kind is not ScreenKind.PAGE and opener else look.title
