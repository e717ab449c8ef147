"""Look at every page of a folder of component pages and hold what is seen against its truth, beside two naive readers.

`bench/look.py FOLDER [NAME ...]`

FOLDER holds one folder a library (index.html, truth.json) and stands beside its comparer, `zoo-check`.
Prints counts for each library and reader (found / label / state / invented), shares of the truth below, and what went wrong
with ours. What a look costs is measured by `bench/look_cost.py`.
"""

import json
import runpy
import sys
import threading
from collections import Counter
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import naive
from playwright.sync_api import Page, sync_playwright

from offswitch_crawler.browser import ARGUMENTS, find
from offswitch_crawler.look import look_sync

COUNTS = ("found", "label_exact", "state_right", "invented")
SHARES = (*COUNTS[:3], "both_right", "unresolved", "invented")


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


def ours(page: Page) -> list[naive.Seen]:
    """What one look at the page sees."""
    look = look_sync(page)
    return [{"kind": c.kind.value, "label": c.label, "state": c.state, "options": list(c.options)} for c in look.controls]


READERS: dict[str, Callable[[Page], list[naive.Seen]]] = {"ours": ours, "aria": naive.aria, "css": naive.css}


def row(name: str, truth: int, results: dict[str, dict[str, Any]]) -> str:
    """One line of the table: counts for each reader."""
    parts = ["/".join(f"{results[reader][key]:3}" for key in COUNTS) for reader in READERS]
    return f"{name:18} {truth:4}   {'   '.join(parts)}"


def main(folder: Path, names: list[str]) -> None:
    """Print the table, and below it the shares and what went wrong. A page that draws nothing is named so."""
    if not (folder.parent / "zoo-check").is_file():
        sys.exit(
            f"{folder} does not stand beside its comparer zoo-check: name the folder of component pages of the test bed"
        )
    compare = runpy.run_path(str(folder.parent / "zoo-check"))["compare"]
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    totals: dict[str, Counter[str]] = {reader: Counter() for reader in READERS}
    wrong: list[str] = []
    print(f"{'found/label/state/invented':23}   {'   '.join(f'{reader:15}' for reader in READERS)}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find().path, args=[*ARGUMENTS, "--no-sandbox"])
        for case in sorted(p for p in folder.iterdir() if (p / "truth.json").exists() and (not names or p.name in names)):
            truth = json.loads((case / "truth.json").read_text(encoding="utf-8"))
            page = browser.new_page()
            page.goto(f"http://127.0.0.1:{server.server_address[1]}/{case.name}/index.html", wait_until="networkidle")
            results = {reader: compare(truth, read(page)) for reader, read in READERS.items()}
            if not page.evaluate("document.body.innerText.trim()"):
                wrong.append(f"{case.name:16} draws nothing: its {len(truth)} controls cannot be seen by anybody")
            page.close()
            wrong += [f"{case.name:16} {line}" for line in results["ours"]["_lines"]]
            for reader, result in results.items():
                totals[reader].update({key: result[key] for key in ("truth", *SHARES)})
            print(row(case.name, len(truth), results), flush=True)
        browser.close()
    server.shutdown()
    print(row("all", totals["ours"]["truth"], {reader: dict.fromkeys(COUNTS, 0) | dict(t) for reader, t in totals.items()}))
    print(f"\n{'shares of the truth':20}" + "".join(f"{key:>13}" for key in SHARES))
    for reader, total in totals.items():
        print(f"{reader:20}" + "".join(f"{total[key] / max(1, total['truth']):13.3f}" for key in SHARES))
    print("\n".join(wrong))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
