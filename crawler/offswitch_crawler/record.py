"""From the state of a search to recording.json."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from offswitch_crawler.certainty import certainty_at
from offswitch_crawler.clicked import locator
from offswitch_crawler.consent import ways
from offswitch_crawler.controls.choices import means
from offswitch_crawler.effort import Passage, effort
from offswitch_crawler.fingerprint import fold
from offswitch_crawler.frontier import Door
from offswitch_crawler.node import Node, Shown
from offswitch_crawler.options import Options
from offswitch_crawler.profile import Profile
from offswitch_crawler.search_boxes import recorded as boxes_recorded
from offswitch_crawler.searched import Standing, on_other_pages
from offswitch_crawler.seen import SeenControl, SeenDoor
from offswitch_crawler.sites import without_secrets
from offswitch_crawler.text_lines import recorded as lines_recorded
from offswitch_crawler.vocabulary import vocabulary
from offswitch_recording.controls import Contrast, Control, Option
from offswitch_recording.doors import Door as DoorRecord
from offswitch_recording.doors import Locator, Step
from offswitch_recording.part import Box
from offswitch_recording.schema import Exit, Politeness, Recording, Screen, SentFrames
from offswitch_recording.words import Action, Button, DepthIs, Kind

if TYPE_CHECKING:
    from offswitch_crawler.search import Search

Certainty: TypeAlias = Callable[[int], tuple[DepthIs, list[str]]]
NO_PICTURE = "no picture of it was taken"


def now() -> str:
    """The time as it stands in a recording."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def opening(
    url: str,
    profile: Profile,
    options: Options,
    browser: str,
    tool: str,
    robots: str,
    user_agent: str,
    rate: float | None,
) -> Recording:
    """The record as the walk begins: who visits what, and how."""
    folder = {"logged_in_by": "user_data_dir"} if options.user_data_dir and not profile.login else {}
    polite = Politeness(
        robots=robots,
        rate_per_second=None if robots == "exempt" else rate,
        user_agent=user_agent,
        automation_flag=profile.automation_flag,
    )
    return Recording(
        start_url=without_secrets(url),
        started_at=now(),
        tool=tool,
        browser=browser,
        profile={**profile.public(), **folder, "only": list(options.only), "exclude": list(options.exclude)},
        account=profile.account,
        start_is=profile.start_is,
        politeness=polite,
    )


def record(base: Recording, search: "Search") -> Recording:
    """Everything that the search knows now, in the form that stands on disk."""
    exits = Counter({site: len(doors) for site, doors in search.exits.items()})
    unseen = search.unseen()

    @cache  # costs a look at every door
    def certain_at(depth: int) -> tuple[DepthIs, list[str]]:
        return certainty_at(search.frontier, depth, unseen)

    of_site = on_other_pages(search.nodes.values())
    controls = [c for n in search.nodes.values() for c in _controls(search, n, certain_at)]
    return base.model_copy(
        update={
            "ended_by": search.ended_by or "interrupted",
            "budgets": search.budget.public(),
            "screens": [_screen(search, n, of_site) for n in search.nodes.values()],
            "controls": controls,
            "doors": [r for d in search.frontier.doors.values() if _told(d) for r in _doors(search, d)],
            "exits": [Exit(site=s, count=n) for s, n in exits.most_common()],
            "templates": [*search.screens.templates.record(), *search.screens.repeated.record()],
            "blocked": search.guard.record({n.id for n in search.nodes.values() if n.bare}),
            "sent_frames": [SentFrames(url=without_secrets(u), count=n) for u, n in sorted(search.frames.items()) if n],
            "cleared": search.clearing.cleared,
            "untouched": search.untouched,
            "documents": search.documents,
            "logins_again": search.renewal.made,
            "errors": [*search.errors, *search.guard.failures(), *search.robots.failures()],
            "politeness": base.politeness.model_copy(update={"hosts": search.robots.record()}),
        }
    )


def steps(search: "Search", screen: str) -> list[Step]:
    """The shortest way to a screen as actions that can be taken again."""
    return [
        Step(
            action=door.action,
            button=Button.RIGHT if door.right else Button.LEFT,
            door=door.id,
            screen=at,
            box=_clicked(search.nodes[at], door.seen[at]),
            frame=door.seen[at].place.frame,
            locator=_without_secrets(locator(door.seen[at])),
            url=without_secrets(search.nodes[door.target or ""].look.url),
        )
        for at, door in search.frontier.route(screen)
    ]


def _clicked(node: Node, seen: SeenDoor) -> Box | None:
    """Where a door stands on the first picture of a screen; None where that does not show it."""
    if not node.pictures:
        return None
    (left, top), (wide, high) = node.pictures[0].offset, node.sizes[0]
    x, y, w, h = seen.place.box
    x, y = x - left, y - top
    is_shown = w >= 1 and h >= 1 and 0 <= x + w / 2 <= wide and 0 <= y + h / 2 <= high
    return (x, y, w, h) if is_shown else None


def _without_secrets(found_by: Locator) -> Locator:
    return found_by.model_copy(update={"href": without_secrets(found_by.href)})


def _scrolling(shown: Shown) -> list[Step]:
    """The step by which a list is scrolled until it draws the control."""
    if shown.scrolled is None:
        return []
    return [Step(action=Action.SCROLL, frame=shown.seen.place.frame, top=shown.scrolled.top)]


def path(search: "Search", screen: str) -> list[str]:
    """The labels of the doors clicked, for people."""
    clicked = [(at, door) for at, door in search.frontier.route(screen) if door.action is Action.CLICK]
    return [door.seen[at].label or door.seen[at].icon or "(no label)" for at, door in clicked]


def _screen(search: "Search", node: Node, of_site: set[Standing]) -> Screen:
    look, parent = node.look, search.nodes.get(node.parent or "")
    old_lines = set(parent.look.text.splitlines()) if parent else set()
    old_headings = set(parent.look.headings) if parent else set()
    return Screen(
        id=node.id,
        kind=node.kind,
        parent=node.parent,
        url=without_secrets(look.url),
        title=node.title,
        language=look.language,
        fingerprint=node.print.digest(),
        depth=search.frontier.depth(node.id),
        path=path(search, node.id),
        steps=steps(search, node.id),
        pictures=node.pictures,
        size=look.size,
        text="\n".join(line for line in look.text.splitlines() if line not in old_lines),
        headings=[h for h in look.headings if h not in old_headings],
        lines=lines_recorded(node, old_lines | {line.text for line in parent.look.lines} if parent else set()),
        search_boxes=boxes_recorded(node, parent, of_site),
    )


def _controls(search: "Search", node: Node, certain_at: Certainty) -> list[Control]:
    """The controls of one screen, which share the way to it."""
    if not node.controls:
        return []
    certain = certain_at(search.frontier.depth(node.id))
    taken, labels = steps(search, node.id), path(search, node.id)
    way = [
        _passage(search.nodes[at], door.seen[at], clicked=door.action is Action.CLICK)
        for at, door in search.frontier.route(node.id)
    ]
    return [_control(search, node, s, certain, taken, labels, way) for s in node.controls]


def _control(
    search: "Search",
    node: Node,
    shown: Shown,
    certain: tuple[DepthIs, list[str]],
    taken: list[Step],
    labels: list[str],
    way: list[Passage],
) -> Control:
    seen = shown.seen
    depth_is, reasons = certain
    accept, refuse = ways(search, node, shown) if seen.kind is Kind.CHOICE else (None, None)
    return Control(
        id=shown.id,
        fingerprint=fingerprint(shown),
        screen=node.id,
        kind=seen.kind,
        label=seen.label,
        description=seen.description,
        section=list(seen.place.section),
        state=seen.state,
        state_probability=seen.state_probability,
        options=_options(node, shown),
        min=seen.minimum,
        max=seen.maximum,
        disabled=seen.disabled,
        locked=seen.locked,
        locked_reason=seen.locked_reason,
        depth=search.frontier.depth(node.id),
        depth_is=depth_is,
        depth_reasons=reasons,
        path=labels,
        steps=[*taken, *_scrolling(shown)],
        picture=shown.picture,
        box=shown.box,
        no_box_reason="" if shown.box else shown.no_box_reason or NO_PICTURE,
        visible=seen.place.shows,
        in_first_viewport=seen.place.in_first_viewport,
        font_px=seen.font_px,
        contrast=Contrast(label=seen.contrast_label, description=seen.contrast_description),
        frame=seen.place.frame,
        shadow_path=list(seen.place.shadow_path),
        read_from=seen.read_from,
        conflict=seen.conflict,
        effort=effort(way, _passage(node, shown.seen)),
        accept=accept,
        refuse=refuse,
    )


def _options(node: Node, shown: Shown) -> list[str | Option]:
    """Texts; the buttons of a consent dialog with what each means and where it stands on the control's picture."""
    seen = shown.seen
    if seen.kind is not Kind.CHOICE:
        return list(seen.options)
    words, boxes = vocabulary(node.look.language), shown.option_boxes or (None,) * len(seen.options)
    return [Option(label=o, box=b, means=means(o, words)) for o, b in zip(seen.options, boxes, strict=False)]


def fingerprint(shown: Shown) -> str:
    """The same for the same control in another recording, as far as can be known from what a person reads."""
    seen = shown.seen
    parts = [
        seen.kind,
        fold(seen.label),
        *(fold(h) for h in seen.place.section[-1:]),
        *(fold(o) for o in seen.options[:8]),
    ]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def _passage(node: Node, target: SeenDoor | SeenControl, *, clicked: bool = True) -> Passage:
    look = node.look
    return Passage(
        options=node.options,
        words=node.words,
        viewport=look.viewport,
        target=target.place.box,
        clicked=clicked,
    )


def _told(door: Door) -> bool:
    """What only looked as if it had a menu under the pointer is no door."""
    return not door.opens_menu or door.target is not None or door.why_not is not None


def _doors(search: "Search", door: Door) -> Iterator[DoorRecord]:
    """A door, and where a link that was taken is called otherwise elsewhere, that too: each name promises something."""
    shallowest = min(door.seen, key=search.frontier.depth)
    first = door.seen[shallowest]
    yield _door(door.id, door, shallowest, first)
    # On the screen to which it leads, a link by another name is the entry of a menu that says where one is.
    others = [at for name, at in door.names.items() if door.target not in (None, at[0]) and name != first.label]
    for number, (screen, seen) in enumerate(others, start=2):
        yield _door(f"{door.id}.{number}", door, screen, seen)


def _door(identifier: str, door: Door, screen: str, seen: SeenDoor) -> DoorRecord:
    return DoorRecord(
        id=identifier,
        screen=screen,
        label=seen.label,
        role=seen.role,
        action=door.action,
        button=Button.RIGHT if door.right else Button.LEFT,
        to=door.target,
        taken=door.taken,
        outcome=door.outcome,
        why_not=door.why_not,
    )
