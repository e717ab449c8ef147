"""What a walk costs beside a bare script that knows the site already (bare.py), in one run.

`bench/walk.py [--parts graph,network,pages,memory] [--screens 60] [--long 300]`
`bench/walk.py --parts chrome --max-screens 30`         pages of the browser itself, in a profile of their own
`bench/walk.py --parts url --url http://127.0.0.1:8080/ --profile login.yaml`   any application

For each site: clicks and navigations, screens and seconds of the walk before its second reading, beside those of the script; and how
many doors led to nothing new, which a walk must try where only a click tells, and a script that knows the site need not. Then
the same walk with 1, 2 and 4 pages where every page answers after 300 ms; and memory and seconds a screen over a long walk
(`--long 1000` is the full figure). Sites are served by a process of their own.
"""

import argparse
import multiprocessing
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from pathlib import Path

import bare
import weight

from offswitch_crawler import walk as walking
from offswitch_crawler.events import Checking, Event, Walking
from offswitch_crawler.options import Options
from offswitch_crawler.profile import Profile, load
from offswitch_crawler.search import Search
from offswitch_crawler.visitor import Visitor
from offswitch_fixtures.graph_growth import grow
from offswitch_fixtures.graph_site import draw
from offswitch_fixtures.server import serve_forever
from offswitch_fixtures.site import site
from offswitch_recording.schema import Recording
from offswitch_recording.words import StartIs

ANSWER_SECONDS = 0.3
SLOW_PAGES = 24
SETTINGS = Profile(start_is=StartIs.SETTINGS)


@dataclass
class Cost:
    """What one walk did before its second reading. times, own, browser: at each number of screens, seconds and megabytes."""

    recording: Recording | None = None
    clicks: int = 0
    loads: int = 0
    seconds: float = 0
    checking_seconds: float = 0
    ways: str = ""
    """By which ways it went between screens, and how often each led there."""
    times: list[float] = field(default_factory=list)
    own: list[float] = field(default_factory=list)
    browser: list[float] = field(default_factory=list)


def measured(url: str, out: Path, profile: Profile, options: Options, *, weigh: bool = False) -> Cost:
    """Walk, and count."""
    cost, visitors, searches, began = Cost(), list[Visitor](), list[Search](), time.monotonic()

    def counted(*given: object, **named: object) -> Visitor:
        visitors.append(Visitor(*given, **named))  # type: ignore[arg-type]
        return visitors[-1]

    def told(event: Event) -> None:
        if isinstance(event, Walking):
            while len(cost.times) < event.screens:
                cost.times.append(time.monotonic() - began)
                if weigh and len(cost.times) % 10 == 0:
                    cost.own.append(weight.own())
                    cost.browser.append(weight.browser())
        elif isinstance(event, Checking) and not cost.seconds:
            cost.seconds = time.monotonic() - began
            back = searches[0].back
            cost.ways = ", ".join(f"{way} {back.worked[way]} of {n}" for way, n in back.tried.most_common())
            cost.clicks, cost.loads = sum(v.clicks for v in visitors), sum(v.loads for v in visitors)

    def kept(*given: object, **named: object) -> Search:
        searches.append(Search(*given, **named))  # type: ignore[arg-type]
        return searches[-1]

    setattr(walking, "Visitor", counted)  # noqa: B010
    setattr(walking, "Search", kept)  # noqa: B010
    try:
        cost.recording = walking.walk(url, out, profile=profile, options=options, on_event=told).recording
    finally:
        setattr(walking, "Visitor", Visitor)  # noqa: B010
        setattr(walking, "Search", Search)  # noqa: B010
    cost.checking_seconds = time.monotonic() - began - cost.seconds
    return cost


# Sites


def _serve_graph(screens: int, seed: int, folder: Path, out: Connection) -> None:
    serve_forever(draw(grow(seed, screens), folder), started=lambda served: out.send(served.start_url))


def _serve_network(out: Connection) -> None:
    serve_forever(site("network"), started=lambda served: out.send(served.start_url))


def _serve_slow(out: Connection) -> None:
    names = [f"Topic {chr(65 + n)}" for n in range(SLOW_PAGES)]
    links = "".join(f'<li><a href="/{n}">{name} settings</a></li>' for n, name in enumerate(names))
    bodies = {f"/{n}": f"<h1>{name}</h1>" + _switches(name) for n, name in enumerate(names)} | {
        "/": f"<h1>Settings</h1><ul>{links}</ul>"
    }

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            threading.Event().wait(ANSWER_SECONDS)
            body = bodies.get(self.path, "")
            data = f"<!doctype html><html lang=en><title>{self.path}</title>{body}".encode()
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    out.send(f"http://127.0.0.1:{server.server_address[1]}/")
    server.serve_forever()


def _switches(name: str) -> str:
    return "".join(
        f"<p><label><input type=checkbox> {name}: {what}</label></p>" for what in ("by mail", "by push", "on air")
    )


@contextmanager
def served(serve: Callable[..., None], *given: object) -> Iterator[str]:
    """The start of a site that a process of its own serves."""
    told, tell = multiprocessing.Pipe()
    process = multiprocessing.Process(target=serve, args=(*given, tell), daemon=True)
    process.start()
    try:
        yield str(told.recv())
    finally:
        process.terminate()
        process.join()


# Parts


def beside(name: str, url: str, folder: Path, profile: Profile, options: Options, true_screens: int = 0) -> None:
    """One line of the first table: a walk, and the bare script after it."""
    cost = measured(url, folder / "walk", profile, options)
    recording = cost.recording
    assert recording is not None
    fresh = folder / "bare-profile" if options.user_data_dir else None
    script = bare.visit(recording, folder / "bare", profile, fresh)
    moves, screens = cost.clicks + cost.loads, len(recording.screens)
    explored = f"{screens / true_screens:.2f}" if true_screens else "-"
    print(
        f"{name:22} {screens:7} {explored:>6}  {cost.clicks:5}+{cost.loads:<5} {script.clicks:5}+{script.loads:<5}"
        f" {moves / max(1, script.moves):6.2f}  {cost.seconds:7.1f} {script.seconds:7.1f} {cost.seconds / script.seconds:6.2f}"
        f"  {cost.checking_seconds:7.1f}  {recording.ended_by}"
    )
    print(f"    ways back: {cost.ways}")
    beyond = len(second_ways(recording))
    print(
        f"    {beyond} doors led to nothing new, which only a click could tell: with these the script's moves are"
        f" {script.moves + beyond}, ratio {moves / max(1, script.moves + beyond):.2f}"
    )
    for missed in script.missed:
        print(f"    the script did not reach {missed}")


def second_ways(recording: Recording) -> list[str]:
    """Ids of the doors that were taken and led to no screen that was new: a script that knows the site needs none of them.

    A link that has several names stands in a recording once for each, with what follows a dot in its id; it was taken once.
    """
    reached = {recording.screens[0].id}
    second = []
    for door in recording.doors:
        if not door.taken or "." in door.id:
            continue
        if door.to is None or door.to in reached:
            second.append(door.id)
        else:
            reached.add(door.to)
    return second


HEAD = (
    f"{'site':22} {'screens':>7} {'/true':>6}  {'walk: c+n':>11} {'bare: c+n':>11} {'ratio':>6}"
    f"  {'walk s':>7} {'bare s':>7} {'ratio':>6}  {'check s':>7}  ended by"
)


def several_pages(folder: Path) -> None:
    """Seconds with 1, 2 and 4 pages on a site that answers late."""
    print(f"\n{SLOW_PAGES + 1} pages that answer after {ANSWER_SECONDS * 1000:.0f} ms")
    first = 0.0
    for count in (1, 2, 4):
        with served(_serve_slow) as url:
            cost = measured(url, folder / str(count), SETTINGS, Options(pages=count))
        first = first or cost.seconds
        found = len(cost.recording.screens) if cost.recording else 0
        print(f"  --pages {count}: {found} screens, {cost.seconds:6.1f} s, {first / cost.seconds:.2f}x as fast as one")


def long_walk(screens: int, seed: int, folder: Path) -> None:
    """Memory and seconds a screen as the number of screens grows."""
    options = Options(max_screens=2 * screens, max_seconds=60 * screens)
    with served(_serve_graph, screens, seed, folder / "site") as url:
        cost = measured(url, folder / "walk", SETTINGS, options, weigh=True)
    count = len(cost.times)
    part = min(100, count // 3)
    early, late = cost.times[part - 1] / part, (cost.times[-1] - cost.times[-part - 1]) / part
    print(f"\na walk of {count} screens, {cost.seconds:.0f} s before the second reading")
    print(f"  seconds a screen: {early:.2f} in the first {part}, {late:.2f} in the last {part}, {late / early:.2f}x")
    for name, held in (("our process, RSS", cost.own), ("driver and browser, PSS", cost.browser)):
        third = held[len(held) // 3]
        print(
            f"  {name}: {held[0]:.0f} MB at 10 screens, {third:.0f} at {10 * (len(held) // 3 + 1)},"
            f" {held[-1]:.0f} at {10 * len(held)}, at most {max(held):.0f}"
        )


def main(arguments: list[str]) -> None:
    """Run the parts asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--parts", default="graph,network,pages,memory", help="of graph, network, chrome, url, pages, memory"
    )
    parser.add_argument("--screens", type=int, default=60, help="screens of the generated site")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--long", type=int, default=300, help="screens of the long walk")
    parser.add_argument("--max-screens", type=int, default=200, help="bound of the walks of chrome and url")
    parser.add_argument("--max-seconds", type=float, default=900)
    parser.add_argument("--url", help="a further application")
    parser.add_argument("--profile", type=Path, help="its profile")
    chosen = parser.parse_args(arguments)
    parts = chosen.parts.split(",")
    bounds = Options(max_screens=chosen.max_screens, max_seconds=chosen.max_seconds)
    with tempfile.TemporaryDirectory(prefix="offswitch-bench-") as kept:
        folder = Path(kept)
        if {"graph", "network", "chrome", "url"} & set(parts):
            print(HEAD)
        if "graph" in parts:
            with served(_serve_graph, chosen.screens, chosen.seed, folder / "graph-site") as url:
                true = sum(not s.at_once for s in grow(chosen.seed, chosen.screens).screens)
                options = Options(max_screens=2 * chosen.screens + 50, max_seconds=20 * chosen.screens + 300)
                beside(f"graph of {chosen.screens}", url, folder / "graph", SETTINGS, options, true)
        if "network" in parts:
            with served(_serve_network) as url:
                beside("network", url, folder / "network", SETTINGS, Options())
        if "chrome" in parts:
            own = Options(
                bounds.only, bounds.exclude, None, bounds.max_screens, bounds.max_seconds, user_data_dir=folder / "p"
            )
            beside("chrome://settings/", "chrome://settings/", folder / "chrome", SETTINGS, own)
        if "url" in parts and chosen.url:
            beside(chosen.url[:22], chosen.url, folder / "url", load(chosen.profile) if chosen.profile else SETTINGS, bounds)
        if "pages" in parts:
            several_pages(folder / "pages")
        if "memory" in parts:
            long_walk(chosen.long, chosen.seed, folder / "long")


if __name__ == "__main__":
    main(sys.argv[1:])
