"""Renders every family many times in Chromium and keeps the crops: `python -m drawings.render OUT.npz [--each N] [--seed N]`.

Run in `crawler/`, with the project installed. Nothing is fetched: every sheet is one string handed to the browser.
"""

import argparse
import io
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from PIL import Image
from playwright.sync_api import Page, sync_playwright

from drawings import marked, others, switches, ticks, untold, worded
from drawings.style import STATES, Drawing, Family, Style, by_lot
from offswitch_crawler.browser import ARGUMENTS
from offswitch_crawler.browser import find as find_browser
from offswitch_crawler.controls.crops import canonical

CELL = (240, 110)
"""Room for one drawing with what stands around it, CSS pixels."""
COLUMNS, ROWS = 5, 12
UNCLEAR = ("untold.", "others.")
MIXED, MIXED_TICKS = 0.16, 0.33
"""Share of drawings that are mixed, of switches and of checkboxes; the rest is on or off, each as often."""
ALL: dict[str, Family] = {
    f"{module.__name__.rsplit('.', 1)[-1]}.{family.__name__}": family
    for module in (switches, marked, worded, ticks, untold, others)
    for family in module.FAMILIES
}


@dataclass(frozen=True)
class Cell:
    """One drawing on a sheet: whose, in which state, and where its box lies, CSS pixels of the sheet."""

    family: str
    state: str
    rtl: bool
    box: tuple[float, float, float, float]
    html: str


def main() -> None:
    """Render and keep."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--each", type=int, default=240, help="drawings of each family")
    parser.add_argument("--seed", type=int, default=5)
    given = parser.parse_args()
    kept: dict[str, Any] = render(given.each, given.seed)
    np.savez_compressed(given.out, **kept)
    print(f"{len(kept['state'])} drawings of {len(ALL)} families: {given.out}")


def render(each: int, seed: int) -> dict[str, np.ndarray]:
    """Every family `each` times: pixels (n, HIGH, WIDE, 3) and ground (n, 3) as bytes, state (index into STATES), family."""
    lot = Random(seed)
    wanted = [(name, i) for i in range(each) for name in ALL]
    found: list[tuple[Cell, np.ndarray, np.ndarray]] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(find_browser().path), args=[*ARGUMENTS, "--no-sandbox"])
        pages = {
            s: browser.new_context(
                device_scale_factor=s, viewport={"width": CELL[0] * COLUMNS, "height": CELL[1] * ROWS}
            ).new_page()
            for s in (1, 2)
        }
        for sheet, start in enumerate(range(0, len(wanted), COLUMNS * ROWS)):
            cells = [_cell(lot, name, at) for at, (name, _) in enumerate(wanted[start : start + COLUMNS * ROWS])]
            scale = 2 if sheet % 3 == 2 else 1
            found += _crops(pages[scale], cells, scale, lot)
        browser.close()
    return {
        "pixels": (np.stack([p for _, p, _ in found]) * 255).round().astype(np.uint8),
        "ground": (np.stack([g for _, _, g in found]) * 255).round().astype(np.uint8),
        "state": np.array([STATES.index(c.state) for c, _, _ in found]),
        "family": np.array([c.family for c, _, _ in found]),
    }


def _crops(page: Page, cells: list[Cell], scale: int, lot: Random) -> list[tuple[Cell, np.ndarray, np.ndarray]]:
    paint = "<script>for(const e of document.querySelectorAll('canvas')){const c=e.getContext('2d');new Function('c',e.dataset.script)(c)}</script>"
    page.set_content(f"<!doctype html><body style='margin:0'>{''.join(c.html for c in cells)}{paint}")
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    found = []
    for cell in cells:
        x, y, wide, high = cell.box
        slip = [lot.uniform(-0.05, 0.05) * min(wide, high) if lot.random() < 0.3 else 0.0 for _ in range(4)]
        edges = (x - 2 + slip[0], y - 2 + slip[1], x + wide + 2 + slip[2], y + high + 2 + slip[3])
        crop = picture.crop(tuple(round(e * scale) for e in edges))  # type: ignore[arg-type]
        if scale == 2 and lot.random() < 0.5:  # pictures of a walk have one pixel for each CSS pixel
            crop = crop.resize((max(1, crop.width // 2), max(1, crop.height // 2)), Image.Resampling.BOX)
        found.append((cell, *canonical(crop, mirrored=cell.rtl)))
    return found


def _cell(lot: Random, name: str, at: int) -> Cell:
    style = by_lot(lot)
    state = "mixed" if lot.random() < (MIXED_TICKS if name.startswith("ticks.") else MIXED) else lot.choice(("on", "off"))
    drawing = ALL[name](style, state)
    left, top = CELL[0] * (at % COLUMNS), CELL[1] * (at // COLUMNS)
    room = (
        lot.choice((0.0, 0.0, 0.0, lot.uniform(0.1, 0.35))) * drawing.high
    )  # the element is larger than what is drawn in it
    x, y = left + (CELL[0] - drawing.wide) / 2 + lot.random(), top + (CELL[1] - drawing.high) / 2 + lot.random()
    faded = f"opacity:{lot.uniform(0.35, 0.7):.2f};" if lot.random() < 0.12 else ""
    ringed = f"outline:2px solid {style.on};outline-offset:{lot.choice((0, 2))}px;" if lot.random() < 0.06 else ""
    control = f'<div style="position:absolute;left:{x - left:.2f}px;top:{y - top:.2f}px;width:{drawing.wide:.2f}px;height:{drawing.high:.2f}px;{faded}{ringed}">{drawing.inner}</div>'
    html = f'<div style="position:absolute;overflow:hidden;left:{left}px;top:{top}px;width:{CELL[0]}px;height:{CELL[1]}px;background:{style.ground};color:{style.ink}">{_around(style, drawing)}{control}</div>'
    return Cell(
        name,
        state if drawing.clear and not name.startswith(UNCLEAR) else "unclear",
        style.rtl and not name.startswith("ticks."),
        (x - room, y - room, drawing.wide + 2 * room, drawing.high + 2 * room),
        html,
    )


def _around(style: Style, drawing: Drawing) -> str:
    """A label beside it and lines of a table, near and far."""
    middle = CELL[1] / 2
    reach = drawing.wide / 2 + style.some(4, 14)
    side = f"right:{CELL[0] / 2 + reach:.0f}px" if style.chance(0.5) else f"left:{CELL[0] / 2 + reach:.0f}px"
    label = f'<div style="position:absolute;{side};top:{middle - 9:.0f}px;font:14px/18px sans-serif;white-space:nowrap">{style.pick("Share my data", "Personal ads", "Use my posts")}</div>'
    gap = drawing.high / 2 + style.some(3, 12)
    lines = "".join(
        f'<div style="position:absolute;left:0;right:0;top:{middle + d * gap:.0f}px;height:1px;background:{style.edge}"></div>'
        for d in (-1, 1)
    )
    return (label if style.chance(0.7) else "") + (lines if style.chance(0.4) else "")


if __name__ == "__main__":
    main()
