"""Walks over random settings graphs: all controls once, states true, `exact` exact, steps replayed, nothing written or changed.

A graph that fails is named by its seed and size: `grow(seed, screens)` gives it again.
"""

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from offswitch_crawler.options import Options
from offswitch_crawler.profile import Profile
from offswitch_crawler.replay import replay
from offswitch_crawler.walk import walk
from offswitch_fixtures.graph_growth import grow
from offswitch_fixtures.graph_site import draw
from offswitch_fixtures.graphs import Graph
from offswitch_fixtures.server import Served, serve
from offswitch_fixtures.truth import Held, hold, load, plain
from offswitch_recording.schema import Recording
from offswitch_recording.words import Account, DepthIs, StartIs

FRESH = Profile(account=Account.FRESH, start_is=StartIs.SETTINGS)
TELEMETRY = "/api/pulse"
SECONDS_PER_SCREEN = 15
"""Generous: what is asked here is whether a walk is right, not how fast it is."""
FIGURES = ((20, 160), (60, 30), (200, 4), (1000, 1))
"""Screens, and so many graphs of that size."""
FIRST = random.SystemRandom().randrange(10**6)


# Examples are named and not drawn: each is a walk of its own, and a smaller one that fails as well would be another.
@settings(phases=[Phase.explicit], deadline=None)
@given(seed=st.integers(0, 10**6))
@example(seed=0)
def test_a_walk_of_a_small_graph_is_true_in_every_respect(seed: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert wrongs(seed, 20, tmp_path_factory.mktemp("graph")) == []


@pytest.mark.long
@pytest.mark.parametrize(("screens", "seed"), [(screens, n) for screens, count in FIGURES for n in range(count)], ids=str)
def test_the_same_of_hundreds_of_graphs_and_of_large_ones(screens: int, seed: int, tmp_path: Path) -> None:
    print(f"grow({FIRST + seed}, {screens})")
    assert wrongs(FIRST + seed, screens, tmp_path) == []


def wrongs(seed: int, screens: int, folder: Path) -> list[str]:
    """All that is not as it should be in a walk of one graph."""
    graph = grow(seed, screens)
    site = draw(graph, folder / "site")
    options = Options(max_screens=2 * screens + 50, max_seconds=SECONDS_PER_SCREEN * screens + 300)
    with serve(site) as served:
        walked = walk(served.start_url, folder / "out", profile=FRESH, options=options)
        names = {c.id: f"{c.label} behind {c.path}" for c in walked.recording.controls}
        lost = [f"not replayed: {names[r.control]}: {r.why}" for r in replay(walked.recording) if not r.ok]
        held = hold(load(site), walked.folder)
        return [*unlike(held), *lost, *disturbed(walked.recording, served), *repeated(walked.recording, graph)]


def unlike(held: Held) -> Iterator[str]:
    """Controls that are not found, not there, or not so."""
    yield from (f"not found: {c.label} behind {c.path}, {c.note}" for c in held.missing)
    yield from (f"not there: {c['label']} behind {c['path']}" for c in held.extra)
    yield from (f"state {c['state']} of {t.label} is {t.state}, {t.note}" for t, c in held.wrong_state)
    for true, seen in held.pairs:
        if plain(true.label) != plain(seen["label"]):
            yield f"label {seen['label']!r} is {true.label!r}, {true.note}"
        if seen["depth_is"] == DepthIs.EXACT and seen["depth"] != true.min_clicks:
            yield f"exact depth {seen['depth']} by {seen['path']} of {true.label} is {true.min_clicks} by {true.path}"
        if seen["depth_is"] != DepthIs.EXACT:
            yield f"depth of {true.label} is only {seen['depth_is']}: {seen['depth_reasons']}"


def repeated(recording: Recording, graph: Graph) -> Iterator[str]:
    """Controls that are recorded more than once, and screens that no person would tell apart."""
    labels = Counter(c.label for c in recording.controls)
    yield from (f"recorded {n} times: {label}" for label, n in labels.items() if n > 1)
    true = sum(not s.at_once for s in graph.screens)
    if len(recording.screens) > 1.2 * true:
        yield f"{len(recording.screens)} screens of {true}"


def disturbed(recording: Recording, served: Served) -> Iterator[str]:
    """What was written, tried by a click of ours, or left changed; and a walk that did not end by itself."""
    yield from (f"written: {w.method} {w.path}" for w in served.writes)
    yield from (f"a click set something: {b.method} {b.url}" for b in recording.blocked if not b.url.endswith(TELEMETRY))
    yield from (f"changed: {c.label} from {c.before} to {c.after}" for c in recording.untouched.changed)
    yield from (f"not read again: {c}" for c in recording.untouched.not_checked)
    if recording.ended_by != "complete":
        yield f"ended by {recording.ended_by}"
