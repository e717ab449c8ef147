"""What one look costs beside one full-page screenshot of the same page, in the same run: an ordinary page, and a huge one.

`bench/look_cost.py [ROUNDS]`

Prints medians in milliseconds and their ratio. The look is the one that a walk takes, without any picture.
"""

import sys
import time
from collections.abc import Callable
from statistics import median

from playwright.sync_api import sync_playwright

from offswitch_crawler.browser import ARGUMENTS, find
from offswitch_crawler.look import look_sync

PAGES = {"50 controls": (25, 0), "30,000 nodes, 1,500 controls": (750, 4)}
"""Rows of two controls each, and how many further elements stand beside each row (times 7)."""
FURTHER = "<div><p><b>Word</b> after <i>word</i></p></div>"
ROW = """<section><h3>Part {n}</h3><div class=row><label for=c{n}>Send reports on subject {n}</label>
<input type=checkbox id=c{n}></div><div class=row><span>Show subject {n} to others</span>
<span role=switch tabindex=0 aria-checked=true class=track><i></i></span></div>{further}</section>"""
STYLE = """<style>body{font:15px sans-serif;width:700px}.row{display:flex;justify-content:space-between;padding:6px}
.track{display:inline-block;width:36px;height:20px;border-radius:10px;background:#284;position:relative}
.track i{position:absolute;right:2px;top:2px;width:16px;height:16px;border-radius:8px;background:#fff}</style>"""


def page_of(rows: int, further: int) -> str:
    """A settings page with two controls a row."""
    body = "".join(ROW.format(n=n, further=FURTHER * further) for n in range(rows))
    return f"<!doctype html><html lang=en><meta charset=utf-8>{STYLE}<main>{body}</main>"


def milliseconds(act: Callable[[], object], rounds: int) -> float:
    """Median wall time of an act."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        act()
        times.append((time.perf_counter() - began) * 1000)
    return median(times)


def main(rounds: int) -> None:
    """Print the table."""
    print(f"{'page':30} {'nodes':>7} {'controls':>9} {'look ms':>9} {'picture ms':>11} {'ratio':>6}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find().path, args=[*ARGUMENTS, "--no-sandbox"])
        for name, (rows, further) in PAGES.items():
            page = browser.new_page()
            page.set_content(page_of(rows, further))
            look = look_sync(page)
            look_ms = milliseconds(lambda page=page: look_sync(page), rounds)  # type: ignore[misc]
            picture_ms = milliseconds(lambda page=page: page.screenshot(full_page=True), rounds)  # type: ignore[misc]
            ratio = look_ms / picture_ms
            print(f"{name:30} {look.nodes:7} {len(look.controls):9} {look_ms:9.0f} {picture_ms:11.0f} {ratio:6.2f}")
            page.close()
        browser.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
