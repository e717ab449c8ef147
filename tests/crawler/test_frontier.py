"""The graph of a walk: depth is the fewest clicks, and `exact` is claimed only where nothing nearer was left."""

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from offswitch_crawler.certainty import certainty_at
from offswitch_crawler.frontier import CLICK_COST, Door, Frontier
from offswitch_crawler.seen import Place, Ref, SeenDoor
from offswitch_recording.words import Action, DepthIs, WhyNot

PLACE = Place(Ref(0, 1), "", ("a",), (), (), "main", 0, (0, 0, 10, 10), True, False, True)


def door(label: str = "door") -> SeenDoor:
    return SeenDoor(
        PLACE, label, False, "link", "a", "", "", None, None, False, False, "", False, "", False, False, "", 0
    )  # fmt: skip


def certainty(frontier: Frontier, screen: str) -> tuple[DepthIs, list[str]]:
    return certainty_at(frontier, frontier.depth(screen), {})


def walked(edges: list[tuple[int, int]], screens: int) -> Frontier:
    frontier = Frontier()
    for n in range(screens):
        frontier.add_screen(f"s{n}")
    for a, b in edges:
        found = frontier.add_door(f"s{a}", f"{a}-{b}", door(f"to {b}"))
        found.taken = True
        frontier.link(found, f"s{b}")
    return frontier


def test_a_shorter_way_found_later_makes_the_depth_smaller() -> None:
    frontier = walked([(0, 1), (1, 2), (2, 3)], 4)
    assert frontier.depth("s3") == 3
    frontier.link(frontier.add_door("s0", "short cut", door()), "s3")
    assert frontier.depth("s3") == 1
    assert [d.label for _, d in frontier.route("s3")] == ["door"]


def test_exact_needs_every_nearer_door() -> None:
    frontier = walked([(0, 1), (1, 2)], 3)
    assert certainty(frontier, "s2")[0] is DepthIs.EXACT
    left = frontier.add_door("s0", "left", door("Left"))
    assert certainty(frontier, "s2") == (DepthIs.AT_MOST, ["1 nearer doors were not taken: Left"])
    assert certainty(frontier, "s1")[0] is DepthIs.EXACT
    left.why_not = WhyNot.BUDGET
    assert certainty(frontier, "s2")[0] is DepthIs.AT_MOST
    left.why_not = WhyNot.ACTING
    assert certainty(frontier, "s2") == (DepthIs.EXACT, ["1 nearer door that acts: Left"])


def test_doors_are_taken_in_order_of_clicks() -> None:
    frontier = walked([(0, 1)], 2)
    deep = frontier.add_door("s1", "deep", door("deep"))
    near = frontier.add_door("s0", "near", door("near"))
    assert frontier.next("s1") == ("s0", near)
    near.busy = True
    assert frontier.next("s1") == ("s1", deep)


def test_likely_doors_go_first_from_a_home_page_but_others_are_not_forgotten() -> None:
    frontier = Frontier(settings_first=True)
    frontier.add_screen("s0")
    for n in range(40):
        frontier.add_door("s0", f"feed {n}", door(f"feed {n}"))
    for n in range(108):
        frontier.add_door("s0", f"settings {n}", door(f"settings {n}"), likeness=1)
    order = []
    for _ in range(132):
        job = frontier.next("s0")
        assert job is not None
        job[1].taken = True
        order.append(job[1].label.split()[0])
    assert order[:96].count("settings") == 96
    assert order[96:120] == ["feed"] * 24
    assert order.count("settings") == 108


def test_max_depth_leaves_deeper_doors() -> None:
    frontier = Frontier(max_depth=0)
    frontier.add_screen("s0")
    frontier.add_door("s0", "k", door())
    assert frontier.next("s0") is None
    assert len(frontier.open_doors()) == 1


def test_a_likely_door_too_deep_does_not_keep_a_nearer_one_from_being_taken() -> None:
    frontier = walked([(0, 1)], 2)
    frontier.settings_first, frontier.max_depth, frontier._taken = True, 1, 1
    near = frontier.add_door("s0", "near", door("Products"))
    frontier.add_door("s1", "deep", door("Privacy"), likeness=1)
    assert frontier.next("s1") == ("s0", near)


@given(
    st.integers(2, 25).flatmap(
        lambda n: st.tuples(st.just(n), st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), max_size=80))
    )
)
def test_depth_is_the_fewest_clicks_in_any_graph_and_any_order(case: tuple[int, list[tuple[int, int]]]) -> None:
    count, edges = case
    frontier = walked(edges, count)
    level, seen, depth = {0}, {0}, 0
    while level:
        for n in level:
            assert frontier.depth(f"s{n}") == depth
            assert len(frontier.route(f"s{n}")) == depth
        level = {b for a, b in edges if a in level} - seen
        seen |= level
        depth += 1
    assert all(frontier.depth(f"s{n}") > count for n in set(range(count)) - seen)


def test_stories_behind_a_likely_name_wait_for_likely_doors_and_doors_beside_settings_do_not() -> None:
    frontier = Frontier(settings_first=True)
    for n in range(3):
        frontier.add_screen(f"s{n}")
    frontier.link(frontier.add_door("s0", "policy", door("Privacy policy"), likeness=0.7), "s1")
    frontier.link(frontier.add_door("s0", "mine", door("My settings"), likeness=0.7), "s2", settings=True)
    story, beside = frontier.add_door("s1", "story", door("A story")), frontier.add_door("s2", "composer", door("Composer"))
    likely = frontier.add_door("s1", "cookies", door("Cookie choices"), likeness=0.7)
    plain = frontier.add_door("s0", "news", door("News"))
    frontier._taken = 1
    order = []
    for _ in range(4):
        _, found = frontier.next(None) or ("", plain)
        found.busy = True
        order.append(found)
        frontier._taken = 1
    assert order == [beside, likely, story, plain]


def hover(frontier: Frontier, screen: str, key: str) -> Door:
    found = frontier.add_door(screen, key, door(key))
    found.action = Action.HOVER
    return found


def test_a_menu_under_the_pointer_costs_no_click_and_fewer_of_them_are_shorter() -> None:
    frontier = walked([(0, 1)], 4)
    frontier.link(hover(frontier, "s0", "bar"), "s2")
    frontier.link(hover(frontier, "s2", "more"), "s3")
    assert [frontier.depth(s) for s in ("s1", "s2", "s3")] == [1, 0, 0]
    frontier.link(frontier.add_door("s3", "deep", door("deep")), "s1")
    assert [d.label for _, d in frontier.route("s1")] == ["to 1"]
    frontier.link(hover(frontier, "s0", "straight"), "s3")
    assert [d.label for _, d in frontier.route("s3")] == ["straight"]


def test_a_menu_that_was_not_looked_for_leaves_the_next_depth_open() -> None:
    frontier = walked([(0, 1), (1, 2)], 3)
    left = hover(frontier, "s0", "left")
    assert certainty(frontier, "s0")[0] is DepthIs.EXACT
    assert certainty(frontier, "s1")[0] is DepthIs.AT_MOST  # a menu of the start may hold what the next click shows
    assert frontier.next("s0") == ("s0", left)
    left.taken, left.outcome = True, "same"
    assert certainty(frontier, "s1")[0] is DepthIs.EXACT


def test_a_bound_of_clicks_lets_the_pointer_rest_on_its_last_screens() -> None:
    frontier = walked([(0, 1)], 2)
    frontier.max_depth = 1
    rest, deep = hover(frontier, "s1", "rest"), frontier.add_door("s1", "deep", door("deep"))
    assert frontier.next("s1") == ("s1", rest)
    rest.taken = True
    assert frontier.next("s1") is None and deep.open


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.booleans()), max_size=40))
def test_shortest_ways_are_kept_in_step_with_every_new_door(doors: list[tuple[int, int, bool]]) -> None:
    frontier = Frontier()
    for n in range(10):
        frontier.add_screen(f"s{n}")
    for number, (a, b, rests) in enumerate(doors):
        found = frontier.add_door(f"s{a}", str(number), door())
        found.action = Action.HOVER if rests else Action.CLICK
        frontier.link(found, f"s{b}")
        weights = nx.single_source_dijkstra_path_length(frontier.graph, "s0", weight="cost")
        for screen, weight in weights.items():
            assert frontier.depth(screen) == weight // CLICK_COST
            assert sum(d.cost for _, d in frontier.route(screen)) == weight


def test_where_the_budget_holds_all_that_waits_what_is_near_goes_first() -> None:
    frontier = walked([(0, 1), (1, 2)], 3)
    link = frontier.add_door("s0", "link", door("Elsewhere"), anywhere=True)
    for screen in ("s1", "s2"):
        frontier.add_door(screen, "link", door("Elsewhere"), anywhere=True)
    near, own, deep = (frontier.add_door(f"s{n}", f"own {n}", door(f"own {n}")) for n in (0, 1, 2))
    assert frontier.next("s2") == ("s2", link)  # no room: in order of clicks
    assert frontier.next("s2", room=200) == ("s2", deep)
    deep.taken = True
    assert frontier.next("s2", room=200) == ("s2", link)
    link.taken = True
    assert frontier.next("s2", room=200) == ("s1", own)
    assert frontier.next("s2", room=2) == ("s0", near)
