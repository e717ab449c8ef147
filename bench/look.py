"""Look at every page of a folder of component pages and hold what is seen against its truth.

`bench/look.py FOLDER [NAME ...]`

FOLDER holds one folder a library (index.html, truth.json) and stands beside its comparer, `zoo-check`.
Prints shares of the truth.
"""

import json
import runpy
import sys
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from offswitch_crawler.look import look_sync

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
SHARES = ("found", "label_exact", "state_right", "unresolved", "invented")


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


def look_at(page: Page, url: str) -> tuple[list[dict[str, object]], float]:
    """Controls seen on a page, and seconds that the second look took."""
    page.goto(url, wait_until="networkidle")
    look_sync(page)
    began = time.perf_counter()
    look = look_sync(page)
    seconds = time.perf_counter() - began
    seen = [{"kind": c.kind.value, "label": c.label, "state": c.state, "options": list(c.options)} for c in look.controls]
    return seen, seconds


def row(name: str, result: dict[str, Any], seconds: float) -> str:
    """One line of the table."""
    n = max(1, result["truth"])
    shares = "  ".join(f"{result[key] / n:7.3f}" for key in SHARES)
    return f"{name:18} {result['truth']:4}  {shares}  {seconds * 1000:6.0f}"


def main(folder: Path, names: list[str]) -> None:
    """Print the table, and below it what went wrong."""
    compare = runpy.run_path(str(folder.parent / "zoo-check"))["compare"]
    handler = partial(Quiet, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    total: dict[str, int] = {"truth": 0} | dict.fromkeys(SHARES, 0)
    wrong: list[str] = []
    print(f"{'':18}    n  {'  '.join(f'{key[:7]:>7}' for key in SHARES)}      ms")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for case in sorted(p for p in folder.iterdir() if (p / "truth.json").exists() and (not names or p.name in names)):
            page = browser.new_page()
            seen, seconds = look_at(page, f"http://127.0.0.1:{server.server_address[1]}/{case.name}/index.html")
            page.close()
            result = compare(json.loads((case / "truth.json").read_text(encoding="utf-8")), seen)
            wrong += [f"{case.name:16} {line}" for line in result.pop("_lines")]
            total = {key: total[key] + result[key] for key in total}
            print(row(case.name, result, seconds), flush=True)
        browser.close()
    server.shutdown()
    print(row("all", total, 0.0))
    print("\n".join(wrong))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
